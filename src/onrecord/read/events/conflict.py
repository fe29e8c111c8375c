"""Whether a report, or a sentence, is about violence, so that words that are used in peace, too, are meant as violence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from onrecord.read.events.lexicon import lexicon

SHORT: Final = 60
"""Words of a text below which a single fighter or weapon makes it one about violence."""
BRIEF: Final = 150
"""Words of a text below which a fighter and a casualty are enough, and words that need context pass."""
SHARE: Final = 0.02
"""Share of fighters and weapons among the words of a report from which on it is about violence."""


def is_violent(low: Sequence[str]) -> bool:
    """Whether a report is about violence: by the fighters, weapons and casualties among its words."""
    seen = [word for word in low if _sort(word)[0]]
    if len(low) < SHORT:
        return bool(seen)
    surely = {word for word in seen if _sort(word)[1]}
    hurt = {word for word in low if _sort(word)[2]}
    if len(low) < BRIEF:
        return bool(surely) and (bool(hurt) or len(set(seen)) > 1)
    return len(set(seen)) > 2 and (len(surely) > 1 or len(hurt) > 1) and len(seen) >= SHARE * len(low)


def shows_violence(words: Iterable[str]) -> bool:
    """Whether words of one sentence tell of a fighter that is not met in peace, or of a fighter or weapon and a casualty."""
    sorts = [_sort(word) for word in words]
    return any(surely for _, surely, _ in sorts) or (
        any(party for party, _, _ in sorts) and any(hurt for _, _, hurt in sorts)
    )


@lru_cache(50_000)
def _sort(low: str) -> tuple[bool, bool, bool]:
    """Whether a word is a fighter or a weapon, whether it is one that is not met in peace, and whether it is a casualty."""
    classes = lexicon().classes
    party = classes["FIGHTER"].has(low) or classes["WEAPON"].has(low)
    return party, party and not classes["EVERYDAY"].has(low), classes["CASUALTY"].has(low)
