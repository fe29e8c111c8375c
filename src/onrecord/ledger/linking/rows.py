"""The rows of linked objects: a function of the object and of where its reports and their parts stand in the ledger."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Table

from onrecord.ledger.linking.standing import Standing
from onrecord.ledger.linking.tables import (
    CLAIMS,
    COPIES,
    COPY_MEMBERS,
    HAPPENINGS,
    SOURCE_TOLLS,
    STANCES,
    TELLINGS,
)
from onrecord.ledger.rows import shown
from onrecord.record.by_id import NARRATOR
from onrecord.record.claim import Claim
from onrecord.record.codec import Linked, linked_to_json
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening

__all__ = ["rows_of_linked"]

Row = tuple[Any, ...]
_HARMS: Final = ("killed", "injured", "abducted", "displaced", "arrested")
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")
_NUMBER: Final = re.compile(r"\d+$")


def rows_of_linked(id_: str, linked: Linked, standing: Standing) -> Iterator[tuple[Table, Row]]:
    """Makes the rows of an object and its parts, the object's first."""
    match linked:
        case Copies():
            yield from _copies(id_, linked, standing)
        case Happening():
            yield from _happening(id_, linked, standing)
        case Claim():
            yield from _claim(id_, linked, standing)


def _copies(id_: str, copies: Copies, standing: Standing) -> Iterator[tuple[Table, Row]]:
    members = {standing.reports[document]: document for document in copies.reports}
    root = standing.reports.get(copies.root or "")
    yield COPIES, (id_, _number(id_), root, len(members), _json(copies))
    for report, document in members.items():
        yield COPY_MEMBERS, (id_, report, copies.derivation.get(document))


def _happening(id_: str, happening: Happening, standing: Standing) -> Iterator[tuple[Table, Row]]:
    place, time = happening.place, happening.time
    yield HAPPENINGS, (
        id_, _number(id_), shown(happening.type), shown(place.name) if place else None, place.geonameid if place else None,
        _float(place.latitude) if place else None, _float(place.longitude) if place else None, place.country if place else None,
        time.earliest if time else None, time.latest if time else None,
        len({document for document, _ in happening.incidents}), shown(happening.why), _json(happening),
    )  # fmt: skip
    for at, (document, incident) in enumerate(happening.incidents, 1):
        row = standing.parts.get((document, incident))
        yield TELLINGS, (f"{id_}.{at}", id_, standing.reports[document], row)
    figures = (
        (told, harm, count)
        for told in happening.toll
        for harm in _HARMS
        if (count := getattr(told.toll, harm)) is not None
    )
    for at, (told, harm, count) in enumerate(figures, 1):
        statement = standing.parts.get((told.document, told.statement or ""))
        yield SOURCE_TOLLS, (
            f"{id_}.f{at}", id_, standing.reports[told.document], statement, shown(told.source), harm, _float(count.low), _float(count.high),
        )  # fmt: skip


def _claim(id_: str, claim: Claim, standing: Standing) -> Iterator[tuple[Table, Row]]:
    slots, tally = claim.slots, claim.tally
    earliest, latest = _when(claim, standing)
    counts = (
        (tally.reports, tally.copy_families, tally.sources, tally.independent, tally.parties) if tally else (None,) * 5
    )
    yield CLAIMS, (
        id_, _number(id_), shown(claim.proposition), claim.kind, claim.status, shown(slots.actor), shown(slots.action),
        shown(slots.target), shown(slots.place), shown(slots.time), shown(slots.quantity), earliest, latest, *counts,
        shown(claim.why), _json(claim),
    )  # fmt: skip
    for at, stance in enumerate(claim.stances, 1):
        first = stance.spans[0] if stance.spans else None
        value = stance.value
        yield STANCES, (
            f"{id_}.{at}", id_, standing.reports[stance.document],
            standing.parts.get((stance.document, stance.statement or "")), int(stance.statement == NARRATOR),
            shown(stance.source), shown(stance.organisation), stance.stance, stance.leans, _float(value.low) if value else None,
            _float(value.high) if value else None, shown(value.words) if value else None, _truth(stance.superseded),
            _truth(stance.unnamed), first.start if first else None, first.end if first else None,
            shown(" … ".join(span.text for span in stance.spans)) or None, stance.basis, _float(stance.confidence),
        )  # fmt: skip


def _when(claim: Claim, standing: Standing) -> tuple[str | None, str | None]:
    """When it was, as far as that is a date; else when it was first and last reported."""
    if claim.slots.time and (dates := [date[0] for date in _DATE.finditer(claim.slots.time)]):
        return min(dates), max(dates)
    published = sorted(filter(None, (standing.published.get(stance.document) for stance in claim.stances)))
    return (published[0], published[-1]) if published else (None, None)


def _number(id_: str) -> int:
    found = _NUMBER.search(id_)
    assert found is not None
    return int(found[0])


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _truth(value: bool | None) -> int | None:
    return None if value is None else int(value)


def _json(linked: Linked) -> str:
    return json.dumps(linked_to_json(linked), ensure_ascii=False, separators=(",", ":"))
