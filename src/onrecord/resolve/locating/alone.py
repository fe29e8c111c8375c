"""A name that stands for a place by itself: what goes before and behind it is taken off, and what it is called is heeded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.record import Mention
from onrecord.reference.gazetteer import Gazetteer, Location
from onrecord.resolve.locating.spot import ACRONYM, FEW, WORD, Spot, is_notable, named
from onrecord.resolve.locating.within import leading
from onrecord.resolve.locating.words import DIRECTIONS, KINDS, OF_A_TOWN, SITES, STREETS, UNNAMED

__all__ = ["by_itself", "by_people"]

_NUMBERED: Final = re.compile(r"(?:highway|interstate|route|\d)", re.IGNORECASE)


def by_itself(text: str, start: int, end: int, mention: Mention | None, gazetteer: Gazetteer) -> Spot | None:
    """What stands between two offsets as a place.

    Args:
        text: The report.
        start: Where the words begin.
        end: Where they end.
        mention: The mention that they are, or are a part of.
        gazetteer: Where places are looked up.
    """
    words, direction = _bare(text, list(WORD.finditer(text, start, end)), gazetteer)
    if not words:
        return None
    start, end = words[0].start(), words[-1].end()
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    own = mention.id if mention else None
    if whole := _whole_word(text, start, end):
        start, end, own = *whole, None
    name, last = text[start:end], words[-1].group().lower()
    if name.lower() in DIRECTIONS | UNNAMED:
        return Spot(start, end, "place", (), own)
    if people := gazetteer.find_by_demonym(name):
        return Spot(start, end, "people", people, own)
    if found := named(name, gazetteer) or _abbreviated(text, start, name, gazetteer):
        if last == "city" and len(words) > 1:
            found = tuple(dict.fromkeys([*found, *named(text[start : words[-2].end()], gazetteer)]))
        sort, fits = _of_kind(_called(text, start, end), found)
        return Spot(start, end, "place", fits, own, direction=direction, sort=sort)
    if last.endswith("s") and is_notable(found := named(name[:-1], gazetteer), FEW):
        return Spot(start, end - 1, "place", found, own, direction=direction)
    if typed := _typed(text, words, gazetteer):
        return replace(typed, mention=own, direction=direction)
    return _not_listed(text, words, mention, Spot(start, end, "place", (), own, direction=direction), gazetteer)


def _not_listed(
    text: str, words: Sequence[re.Match[str]], mention: Mention | None, spot: Spot, gazetteer: Gazetteer
) -> Spot | None:
    """What the gazetteer does not have: something built, a town that is spelt otherwise there, or one that it lacks."""
    name, last = text[spot.start : spot.end], words[-1].group().lower()
    if last in STREETS or _NUMBERED.match(name):
        return replace(spot, kind="site", direction=False)
    if last in SITES or (mention and mention.kind == "facility"):
        return leading(text, words, gazetteer) or replace(spot, kind="site", direction=False)
    if name.isupper() and len(name) <= ACRONYM:
        return None
    heard = gazetteer.find_by_sound(name)
    return replace(spot, found=heard, heard=bool(heard))


def _bare(text: str, words: list[re.Match[str]], gazetteer: Gazetteer) -> tuple[list[re.Match[str]], bool]:
    """The words without article, direction and "the city of", and whether there was a direction."""
    direction = False
    while len(words) > 1 and (word := words[0].group()).lower() in DIRECTIONS | {"the"}:
        if word[0].isupper() and gazetteer.find(text[words[0].start() : words[-1].end()]):
            break
        direction |= word.lower() != "the"
        words = words[1:]
    if len(words) > 1 and not gazetteer.find(text[words[0].start() : words[-1].end()]):
        if gazetteer.find_by_demonym(words[0].group()):
            words = words[1:]
        of = next((k for k, word in enumerate(words[:-1]) if word.group() == "of"), 0)
        if of and words[of - 1].group().lower() in OF_A_TOWN:
            words = words[of + 1 :]
        elif len(words) > 1 and words[0].group().lower() in OF_A_TOWN:
            words = words[1:]
    return words, direction


def by_people(mention: Mention, gazetteer: Gazetteer) -> Iterator[Spot]:
    """The places of those whose nationality is named."""
    whole = (mention.span.start, mention.span.end)
    if found := gazetteer.find_by_demonym(mention.span.text):
        yield Spot(*whole, "people", found, mention.id)
    elif is_notable(found := named(mention.span.text, gazetteer), FEW):
        yield Spot(*whole, "elsewhere", found, mention.id)
    else:
        for piece in re.finditer(r"[^\s-]+", mention.span.text):
            if found := gazetteer.find_by_demonym(piece.group()):
                yield Spot(whole[0] + piece.start(), whole[0] + piece.end(), "people", found)


def _abbreviated(text: str, start: int, name: str, gazetteer: Gazetteer) -> tuple[Location, ...]:
    """The province that a short form means: behind a comma, or written with full stops."""
    behind = text[max(0, start - 2) : start].strip() == ","
    return gazetteer.find_abbreviated(name) if behind or ("." in name and name != "L.A.") else ()


def _whole_word(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The whole of a name of which the reader marked only a piece between hyphens ("Deir" in "Deir-ez-Zor")."""
    first, last = start, end
    while first > 1 and text[first - 1] == "-" and text[first - 2].isalnum():
        first -= 2
        while first and text[first - 1].isalnum():
            first -= 1
    while last + 1 < len(text) and text[last] == "-" and text[last + 1].isalnum():
        last += 2
        while last < len(text) and text[last].isalnum():
            last += 1
    return (
        (first, last)
        if (first, last) != (start, end) and text[max(text.rfind("-", first, last) + 1, first)].isupper()
        else None
    )


def _called(text: str, start: int, end: int) -> Iterator[str]:
    """What kind of place the words beside a name say that it is ("Hajin district", "the town of Hajin")."""
    if behind := re.match(r"\s+(\w+)", text[end : end + 20]):
        yield behind.group(1).lower()
    if before := re.search(r"(\w+)\s+of\s+$", text[max(0, start - 20) : start]):
        yield f"{before.group(1).lower()} of"


def _of_kind(called: Iterable[str], found: tuple[Location, ...]) -> tuple[str, tuple[Location, ...]]:
    """Those that are what the words call them, and how that is written in features; all, if none is or nothing is called."""
    for word in called:
        for kind, words in KINDS.items():
            # "Hajin town" and "Kansas City" say little: the word may be part of the name.
            if word.removesuffix(" of") in words and (kind != "P.PPL" or word.endswith(" of")):
                general = kind.rstrip("12")
                fits = [tuple(p for p in found if p.feature.startswith(wanted)) for wanted in (kind, general)]
                if any(fits):
                    return kind, fits[0] or fits[1]
    return "", found


def _typed(text: str, words: Sequence[re.Match[str]], gazetteer: Gazetteer) -> Spot | None:
    """A name with the kind of place in it, which the gazetteer has without ("Deir-ez-Zor Province")."""
    if len(words) < 2:
        return None
    start, end = words[0].start(), words[-1].end()
    bare = named(text[start : words[-2].end()], gazetteer)
    sort, fits = _of_kind([words[-1].group().lower()], bare)
    return Spot(start, end, "place", fits, sort=sort) if sort else None
