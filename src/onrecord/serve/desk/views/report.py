"""One report: its text with what was read in it, the panel of one value, what belongs to it, and its original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Final

from starlette.responses import RedirectResponse, Response

from onrecord.errors import FilterError, NotInLedger
from onrecord.ledger import Ledger, Report
from onrecord.ledger.browsing.reports import ClaimTouched, HappeningTouched, ReportAround
from onrecord.record import Document, Record, Removed
from onrecord.record.codec import to_json
from onrecord.record.judgement import Judgement
from onrecord.record.original import Capture
from onrecord.serve.answers import rows_as_json
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.originals import is_text
from onrecord.serve.desk.text.making import Panel
from onrecord.serve.desk.text.marks import LAYERS, Keys, count_layers, marks_of
from onrecord.serve.desk.text.panel import panel_of
from onrecord.serve.desk.text.reading import Laid, lay_out, numbered_rows
from onrecord.wording.rows import Row, facts_of, notes_of

__all__ = ["Layer", "Reading", "ReportPage", "find_reading", "report"]

_ID: Final = re.compile(
    r"(?P<report>r\d{1,15}|(?:sha256:)?[0-9a-f]{64})(?P<reading>\.\d{1,9})?(?:\.(?P<key>[a-z]{1,2}\d{1,9}))?"
)
_SHOWN: Final = ("statements", "events")
_TICKED: Final = "layer-"


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer of the text.

    Attributes:
        name: Its name.
        count: How much there is of it.
        is_on: Whether it is shown.
    """

    name: str
    count: int
    is_on: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What somebody asks to read.

    Attributes:
        report: The report.
        id: Id of the reading.
        record: What was read.
        key: Key of the value that the address names; None for none.
    """

    report: Report
    id: str
    record: Record
    key: str | None


@dataclass(frozen=True, slots=True)
class ReportPage:
    """What the page of a report shows.

    Attributes:
        report: The report.
        reading: Id of the reading that is shown.
        document: The document of that reading.
        facts: What is known about it besides its title.
        blocks: Its text, laid out.
        labels: What is read out for each statement, by its key.
        layers: The layers that there are.
        at: Key of the value of the panel.
        panel: The panel.
        claims: Claims that rest on the value of the panel.
        happenings: Happenings that the value of the panel is part of.
        judgements: What people decided about it.
        link: Beginning of the address that a key completes to that of its panel.
        around: What belongs to the report.
        stances: Its stances on claims, those on one claim together.
        captures: How it was captured, each time: what it was called, and the capture.
        outside: What was left out before reading.
        notes: What was given up on.
        original: Whether the original is shown beside the text.
        readable: Whether the original can be shown in a frame.
    """

    report: Report
    reading: str
    document: Document
    facts: Sequence[str]
    blocks: Sequence[Laid]
    labels: Mapping[str, str]
    layers: Sequence[Layer]
    at: str | None
    panel: Panel | None
    claims: Sequence[ClaimTouched]
    happenings: Sequence[HappeningTouched]
    judgements: Sequence[Judgement]
    link: str
    around: ReportAround
    stances: Sequence[tuple[ClaimTouched, Sequence[ClaimTouched]]]
    captures: Sequence[tuple[str, Capture | None]]
    outside: Sequence[Removed]
    notes: Sequence[str]
    original: bool
    readable: bool


def report(desk: Desk, asked: Asked) -> Response:
    """Shows it; the id may be that of a report, a reading, or a part of one."""
    reading = find_reading(desk.ledger, asked.parts["id"])
    if asked.json:
        return rows_as_json([to_json(reading.record)], None, reading=reading.id)
    if "choose" in asked.options:
        return RedirectResponse(_chosen(asked), 303)
    at = asked.options.get("part") or reading.key
    path = asked.path.removesuffix(f".{reading.key}") if reading.key else asked.path
    asked = replace(asked, path=path, options={**asked.options, **({"part": at} if at else {})})
    return desk.page(asked, "report.html", _page(desk.ledger, asked, reading, at))


def find_reading(ledger: Ledger, id_: str) -> Reading:
    """What an id leads to.

    Raises:
        NotInLedger: Nothing has it.
    """
    match = _ID.fullmatch(id_)
    if match is None:
        raise NotInLedger(f"{id_!r} is no id of a report (r12), a reading (r12.1) or a part of one (r12.1.s3)")
    found = ledger.get_report(match["report"])
    reading = found.id + match["reading"] if match["reading"] else found.reading_id
    return Reading(found, reading, ledger.get_record(reading), match["key"])


def _page(ledger: Ledger, asked: Asked, reading: Reading, at: str | None) -> ReportPage:
    record = reading.record
    rows, keys = numbered_rows(record), Keys.of(record)
    panel = panel_of(record, rows, keys, at) if at else None
    around = ledger.report_around(reading.report.id)
    layers = _layers(asked.options.get("layers"))
    # One that only renews the panel needs no text.
    blocks = () if asked.region == "panel" else lay_out(record, rows, marks_of(record, rows, layers))
    counts = count_layers(record)
    return ReportPage(
        report=reading.report,
        reading=reading.id,
        document=record.document,
        facts=facts_of(record),
        blocks=blocks,
        labels={f"s{row.number}": _label(row) for row in rows},
        layers=tuple(Layer(name, counts[name], name in layers) for name in LAYERS),
        at=at,
        panel=panel,
        claims=_claims_at(around, reading.id, at),
        happenings=_happenings_at(around, reading, keys, at),
        judgements=tuple(ledger.iter_judgements(f"{reading.id}.{at}")) if panel else (),
        link=_link(asked),
        around=around,
        stances=_by_claim(around.claims),
        captures=tuple(ledger.iter_captures(reading.report.id)),
        outside=tuple(gone for gone in record.document.removed if gone.span is None),
        notes=notes_of(record, rows),
        original="original" in asked.options,
        readable=is_text(reading.report.media_type),
    )


def _layers(written: str | None) -> tuple[str, ...]:
    """The layers that an address names.

    Raises:
        FilterError: One of them is none.
    """
    if written is None:
        return _SHOWN
    named = [name for name in written.split(",") if name and name != "none"]
    for name in named:
        if name not in LAYERS:
            raise FilterError(f"layers: {name!r} is none; there are {', '.join(LAYERS)}")
    return tuple(name for name in LAYERS if name in named)


def _chosen(asked: Asked) -> str:
    """The address of the layers that were ticked in a form."""
    ticked = [name for name in LAYERS if _TICKED + name in asked.options]
    gone = {name: None for name in asked.options if name.startswith(_TICKED)}
    return asked.url(choose=None, **gone, layers=None if tuple(ticked) == _SHOWN else ",".join(ticked) or "none")


def _link(asked: Asked) -> str:
    url = asked.url(part=None)
    return f"{url}{'&' if '?' in url else '?'}part="


def _label(row: Row) -> str:
    return f"statement {row.number}: {row.who}{', ' + row.act if row.act else ''}"


def _claims_at(around: ReportAround, reading: str, at: str | None) -> tuple[ClaimTouched, ...]:
    return tuple(claim for claim in around.claims if at and claim.statement == f"{reading}.{at}")


def _happenings_at(around: ReportAround, reading: Reading, keys: Keys, at: str | None) -> tuple[HappeningTouched, ...]:
    event: Any = keys.parts.get(at or "") if at and at.startswith("e") else None
    if event is None:
        return ()
    homes = {
        f"{reading.id}.i{number}" for number, one in enumerate(reading.record.incidents, 1) if event.id in one.events
    }
    return tuple(one for one in around.happenings if one.incident in homes)


def _by_claim(claims: Iterable[ClaimTouched]) -> tuple[tuple[ClaimTouched, Sequence[ClaimTouched]], ...]:
    ids = {claim.id: at for at, claim in reversed(list(enumerate(claims)))}
    ordered = sorted(claims, key=lambda claim: ids[claim.id])
    groups = (tuple(group) for _, group in groupby(ordered, key=lambda claim: claim.id))
    return tuple((group[0], group) for group in groups)
