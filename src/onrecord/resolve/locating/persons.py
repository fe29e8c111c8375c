"""Names that are somebody's in a report, though there is a town that is called so: "Welch", "Paris" after "Paris Hilton"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from onrecord.record import Mention
from onrecord.reference.gazetteer.fold import fold
from onrecord.resolve.locating.spot import WORD
from onrecord.resolve.names import organisation_words

__all__ = ["find_persons"]

_GENERATIONS: Final = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_PLACED: Final = re.compile(
    r"(?:\b(?:in|near|outside|around|across)\s+(?:the\s+)?|,\s+(?:of|from)\s+|-old\s+from\s+|\b[A-Z]\w+\s+[A-Z]\w+\s+of\s+|\b(?:city|town|village|people) of\s+)$"
)
"""What stands before a name of a place, and before hardly anybody's: "in Welch", "17, from Welch", "Jane Holt of Welch"."""
_LIVED_IN: Final = re.compile(
    r"\s+(?i:man|woman|men|women|boy|girl|teen|native|residents?|police|firefighters?|mayor|councils?|officials?|area|district|province|county|city)\b"
    r"|\s+is\s+(?:about\s+)?\d+\s+(?:miles|kilomet)|,\s+(?:[A-Z][a-z]{1,4}\.|[A-Z]\.[A-Z]\.)",
)
"""What stands behind a name of a place, and behind hardly anybody's: "a Welch man", "Welch police", "Welch, W.Va."."""
AROUND: Final = 40
"""Characters before a name that are looked at."""
_OWNED: Final = re.compile(r"['’]s?\b")


def find_persons(text: str, names: Sequence[Mention]) -> set[str]:
    """Folded names that are persons' in this report and that it nowhere uses as a place's ("in Welch", "Paris, France")."""
    votes: Counter[str] = Counter()
    written: dict[str, set[str]] = {}
    for mention in names:
        key = fold(mention.span.text)
        votes[key] += 1 if mention.kind == "person" else -1 if mention.kind in ("location", "facility") else 0
        written.setdefault(key, set()).add(mention.span.text)
    parts = _parts(names)
    persons = {key for key in written if key in parts or votes[key] > 0}
    return {key for key in persons if not any(_is_place(text, name) for name in written[key])} | (
        parts - written.keys()
    )


def _parts(names: Iterable[Mention]) -> set[str]:
    """First and last names of those who are named in full."""
    parts: set[str] = set()
    for mention in names:
        words = WORD.findall(mention.span.text)
        while words and words[-1].lower() in _GENERATIONS:
            words = words[:-1]
        if (
            mention.kind == "person"
            and len(words) > 1
            and not organisation_words(words)
            and all(w[0].isupper() for w in words)
        ):
            parts |= {fold(words[0]), fold(words[-1])}
    return parts


def _is_place(text: str, name: str) -> bool:
    """Whether a report uses a name as that of a place somewhere."""
    at = text.find(name)
    while name and at >= 0:
        end = at + len(name)
        if _LIVED_IN.match(text, end) or (
            _PLACED.search(text[max(0, at - AROUND) : at]) and not _OWNED.match(text, end)
        ):
            return True
        at = text.find(name, at + 1)
    return False
