"""What the words around a place say: how precisely it is meant, and whether something happened there."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import Final

from onrecord.record.vocabulary import PlacePrecision, PlaceRole
from onrecord.reference.gazetteer import Location
from onrecord.resolve.locating.spot import Spot
from onrecord.resolve.locating.words import DASHES, DIRECTIONS, HAPPENED, IN, NEAR, OF_A_TOWN, PARTS, TAKEN

__all__ = ["precision_of", "roles_of", "writes_from"]

SIDES: Final = frozenset(
    "north south east west northeast northwest southeast southwest side bank banks shore shores".split()
)
SEAS: Final = frozenset("SEA OCN GULF STRT BAY CHN SD".split())
_BEFORE: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def precision_of(text: str, spot: Spot, place: Location | None) -> PlacePrecision:
    """How precisely the words name a place; `place` is what they were found to mean."""
    whole = _of_feature(spot, place)
    before = _words_before(text, spot.start)
    if before and before[-1] == "the":
        del before[-1]
    if spot.kind in ("people", "inside"):
        return whole
    vague = spot.direction or (before and before[-1] in DIRECTIONS)
    if len(before) > 1 and before[-1] == "of":
        vague = vague or before[-2] in SIDES | PARTS
        if before[-2] in SIDES and whole in ("settlement", "site"):
            return "near"
    if whole in ("settlement", "site") and _is_near(text, spot, before):
        return "near"
    if vague or (whole == "natural_feature" and _is_near(text, spot, before)):
        return {"settlement": "settlement", "site": "site", "none": "none"}.get(whole, "region")  # type: ignore[return-value]
    return whole


def _is_near(text: str, spot: Spot, before: list[str]) -> bool:
    if before and before[-1] in NEAR:
        return True
    if re.match(r"(?:['’]s)?\s+(?:outskirts|countryside|suburbs|area)\b", text[spot.end : spot.end + 16]):
        return True
    # The road between X and Y: neither X nor Y.
    nearby = text[max(0, spot.start - 60) : spot.start].lower()
    between = re.search(r"\bbetween (?:the )?(?:[\w'’-]+ ){0,6}$", nearby)
    from_to = re.search(r"\b(?:road|highway|route|way) (?:that leads )?from (?:[\w'’-]+ ){0,4}$", nearby)
    return bool(between or from_to)


def _of_feature(spot: Spot, place: Location | None) -> PlacePrecision:
    if spot.kind == "site":
        return "site"
    if place is None:
        return "none"
    group, code = place.feature.split(".")
    if group == "P":
        return "settlement"
    if group == "A":
        return {"ADM1": "province", "PCLI": "country"}.get(code, "district")  # type: ignore[return-value]
    if group == "L":
        return "region"
    return "sea" if code in SEAS else "natural_feature"


def roles_of(text: str, spots: Sequence[Spot], datelines: Set[int]) -> list[PlaceRole]:
    """Whether something happened at each place, it was written there, or it is only named; in a list all have one role."""
    roles: list[PlaceRole] = []
    for k, spot in enumerate(spots):
        listed = (
            k and spots[k - 1].kind == spot.kind and text[spots[k - 1].end : spot.start] in (", ", " and ", ", and ")
        )
        role: PlaceRole = "reporting" if spot.start in datelines else _role(text, spot)
        roles.append("event" if listed and role == "mentioned" and roles[-1] == "event" else role)
    return roles


def _role(text: str, spot: Spot) -> PlaceRole:
    if spot.kind in ("people", "inside"):
        return "mentioned"
    before = [word for word in _words_before(text, spot.start) if word not in DIRECTIONS | {"the"}]
    while len(before) > 1 and before[-1] == "of" and before[-2] in OF_A_TOWN | PARTS | SIDES:
        before = [word for word in before[:-2] if word not in {"the", "a"}]
    if not before:
        return "mentioned"
    last, ahead = before[-1], before[-2] if len(before) > 1 else ""
    happened = (
        last in IN
        or (last in ("of", "for", "on", "from", "against") and (ahead in HAPPENED or ahead == "out"))
        or (last.startswith(TAKEN) and not last.endswith("er"))
    )
    return "event" if happened else "mentioned"


def writes_from(text: str, spot: Spot, given: str | None) -> bool:
    """Whether this is the place that a report opens with: first in its line, with a dash behind it, or as the dateline gives it."""
    if spot.kind == "people":
        return False
    at = text.find(given, 0, 3000) if given else -1
    if given and at >= 0:
        return at <= spot.start < at + len(given)
    line = text.rfind("\n", 0, spot.start) + 1
    head = text[line : spot.start]
    if len(head) > 60 or spot.start > 2000:
        return False
    tail = text[spot.end : text.find("\n", spot.end) if "\n" in text[spot.end :] else len(text)][:60]
    dash = re.match(
        r"(?:, [A-Z][\w. ]{1,25})?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\.? ?(?:\([^)\n]{2,40}\))? ?(?:[—–―]|-{1,2} )",
        tail,
    )
    return bool(dash) and not head.strip().lower().islower()


def _words_before(text: str, start: int) -> list[str]:
    stretch = text[max(0, start - 60) : start]
    cut = max(stretch.rfind(mark) for mark in '.,;:!?\n"“”()')
    stretch = stretch[cut + 1 :]
    if any(dash in stretch for dash in DASHES):
        stretch = stretch[max(stretch.rfind(dash) for dash in DASHES) + 1 :]
    return [word.lower() for word in _BEFORE.findall(stretch)]
