"""Sides that are named together in a sentence, and the blame that is put on one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force
from onrecord.link.claims.found import Found
from onrecord.link.claims.sides import Side
from onrecord.link.claims.vocabulary import FORCES
from onrecord.link.claims.voices import Voice
from onrecord.link.claims.words import Word, cut
from onrecord.record.claim import Slots

_BETWEEN: Final = frozenset(
    {
        "and",
        "or",
        "the",
        "those",
        "of",
        "its",
        "ally",
        "allies",
        "their",
        "allied",
        "either",
        "both",
        "warplanes",
        "forces",
        "other",
    }
)
FILLERS: Final = frozenset(
    "air force government regime military war fighter occupation occupying backed led ground ally s su-24 sukhoi state has had have also deliberately "
    "two three several or cruise barrel ballistic army naval special led security guided".split()
)
_SPAN: Final = 90
"""Code points that a span of blame may run."""


@dataclass(frozen=True, slots=True)
class Group:
    """Sides that are named together.

    Attributes:
        sides: The sides.
        first: The first word of the group, by number in its sentence.
        last: The word after its last.
        either: Whether it is one or the other.
    """

    sides: tuple[Side, ...]
    first: int
    last: int
    either: bool


def groups_in(words: Sequence[Word], sides: Sequence[Side]) -> list[Group]:
    """The sides of a sentence, those that are named together as one group."""
    places = {side.start: side for side in sides}
    starts = [k for k, word in enumerate(words) if word.start in places]
    groups: list[Group] = []
    for k in starts:
        side = places[words[k].start]
        last = next((j for j in range(k, len(words)) if words[j].start >= side.end), len(words))
        if groups:
            before = groups[-1]
            between = [w.low for w in words[before.last : k]]
            if between and set(between) <= {"ally", "its", "backer", "and"} and "ally" in between and before.sides:
                # "those of Damascus's ally Russia": the one who is named is the ally.
                side_list = before.sides[:-1] if len(before.sides) > 1 else before.sides
                groups[-1] = Group((*side_list, side), before.first, last, before.either)
                continue
            joined = len(between) <= 4 and set(between) & {"and", "or"} and set(between) <= _BETWEEN | FILLERS | FORCES
            if joined or (not between and before.sides[-1].key == side.key):
                either = before.either or "or" in between
                groups[-1] = Group((*before.sides, side), before.first, last, either)
                continue
        either = k > 0 and words[k - 1].low == "either"
        groups.append(Group((side,), k, last, either))
    return groups


def once_each(sides: Sequence[Side]) -> list[Side]:
    """Sides, each once."""
    return list({side.key: side for side in sides}.values())


def blamed(
    account: Account, side: Side, start: int, end: int, voice: Voice, force: Force, before: bool = False
) -> Found:
    """A side as the one who did it."""
    span = cut(account.text, start, min(end, start + 2 * _SPAN))
    slots = Slots(actor=side.name, action="carry out")
    return Found(
        "responsibility",
        f"blame:{side.key}",
        (span,),
        slots,
        voice,
        force,
        at=start if not before else max(0, start - 1),
    )
