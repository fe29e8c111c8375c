"""Places that are named within the name of something else ("Paris Police Department"), and persons who are places."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.record import Mention
from onrecord.reference.gazetteer import Gazetteer
from onrecord.reference.gazetteer.fold import fold
from onrecord.resolve.locating.spot import ACRONYM, LONGEST, WORD, Spot, is_notable, named
from onrecord.resolve.locating.words import UNNAMED

__all__ = ["leading", "places_within"]

_PARTY: Final = re.compile(r"\b(?:D|R|I|DFL)-(?=[A-Z])")


_LEADING: Final = re.compile(r"\b(?:of|in|at)\s+(?:the\s+)?$")
_AT: Final = re.compile(r"\b(?:in|at|near|from|to|of|outside|around)\s$")
TOWN, CITY = 15_000, 1_000_000
"""People of a town whose name leads another name, and of one whose name stands further back in it, for it to be taken for the town's."""


def leading(text: str, words: Sequence[re.Match[str]], gazetteer: Gazetteer) -> Spot | None:
    """The longest known name that the words begin with, or that stands behind "of" or "in"."""
    starts = [0, *(k + 1 for k, word in enumerate(words[:-1]) if word.group() in ("of", "in"))]
    for length in range(min(LONGEST, len(words) - 1), 0, -1):
        for at in starts:
            run = words[at : at + length]
            start, end = run[0].start(), run[-1].end()
            name = text[start:end]
            if name[0].isupper() and name.lower() not in UNNAMED and is_notable(found := named(name, gazetteer), TOWN):
                return Spot(start, end, "inside", found)
    return None


def places_within(
    text: str, mention: Mention, gazetteer: Gazetteer, known: Collection[str], surnames: Collection[str]
) -> Iterator[Spot]:
    """The places in the name of something else.

    Args:
        text: The report.
        mention: The name.
        gazetteer: Where places are looked up.
        known: Folded names that are places in this report.
        surnames: Folded words that persons of this report are called by.
    """
    if mention.kind == "person":
        yield from _no_person(text, mention, gazetteer, known, surnames)
        return
    if mention.kind == "nationality" and fold(mention.span.text) in known:
        yield Spot(mention.span.start, mention.span.end, "elsewhere", gazetteer.find(mention.span.text), mention.id)
    if mention.kind in ("location", "nationality", "temporal", "quantity"):
        return
    words = [w for w in WORD.finditer(text, mention.span.start, mention.span.end) if not w.group()[0].islower()]
    at = 0
    while at < len(words):
        leads = at == 0 or _LEADING.search(text[mention.span.start : words[at].start()]) is not None
        lengths = range(min(LONGEST, len(words) - at), 0, -1)
        tried = ((length, _part(text, words[at : at + length], leads, gazetteer, known)) for length in lengths)
        length, spot = next(((n, found) for n, found in tried if found is not None), (1, None))
        if spot is not None:
            whole = (spot.start, spot.end) == (mention.span.start, mention.span.end)
            yield replace(spot, mention=mention.id) if whole else spot
        at += length


def _part(
    text: str, words: Sequence[re.Match[str]], leads: bool, gazetteer: Gazetteer, known: Collection[str]
) -> Spot | None:
    start, end = words[0].start(), words[-1].end()
    if text[end - 1] == "." and "." not in text[start : end - 1]:
        end -= 1
    name = text[start:end]
    if len(words) < 3 and (people := gazetteer.find_by_demonym(name)):
        return Spot(start, end, "people", people)
    found = named(name, gazetteer, ACRONYM) or (gazetteer.find_abbreviated(name) if "." in name else ())
    if not found or len(name) < 2 or name.lower() in UNNAMED:
        return None
    certain = fold(name) in known or any(place.feature in ("A.PCLI", "L.CONT", "L.RGN") for place in found)
    if certain or is_notable(found, TOWN if leads else CITY, within=not leads):
        return Spot(start, end, "inside", found)
    return None


def _no_person(
    text: str, mention: Mention, gazetteer: Gazetteer, known: Collection[str], surnames: Collection[str]
) -> Iterator[Spot]:
    start, end = mention.span.start, mention.span.end
    if party := _PARTY.match(text, start, end):
        start = party.end()
    name = text[start:end]
    found = gazetteer.find(name)
    if not found or (fold(name) in surnames and not party):
        return
    before = text[max(0, start - 12) : start].lower()
    if party or fold(name) in known or _AT.search(before):
        yield Spot(start, end, "elsewhere", found, mention.id if not party else None)
