"""One report, one reading or one statement of a ledger, for a person or a program."""

from __future__ import annotations

import json as json_
import re
import sys
from dataclasses import replace
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.output import Output
from onrecord.cli.table import render
from onrecord.ledger import Ledger, Report, StatementInReport
from onrecord.record.codec import dumps, to_json
from onrecord.wording.rows import rows_of
from onrecord.wording.visible import flat, visible

__all__ = ["show"]

_STATEMENT: Final = re.compile(r"r\d+\.\d+\.s\d+")
# As much of the text around a statement as a reader needs to see what it stands in.
_AROUND: Final = 200


def show(ledger: Ledger, output: Output, id_: str, *, original: bool, json: bool) -> int:
    """Shows it and returns the exit status.

    Args:
        ledger: The ledger.
        output: The streams of the run.
        id_: A report, a reading or a statement.
        original: Print the bytes as they came.
        json: Print JSON.

    Raises:
        LedgerError: There is nothing of this id.
    """
    if original:
        sys.stdout.flush()
        sys.stdout.buffer.write(ledger.get_original(id_.split(".", maxsplit=1)[0]).content)
        sys.stdout.buffer.flush()
    elif _STATEMENT.fullmatch(id_):
        found = ledger.get_statement(id_)
        if json:
            output.line(json_.dumps(_statement(found), ensure_ascii=False))
        else:
            output.show(_told(found))
    else:
        record = ledger.get_record(id_)
        if json:
            output.line(dumps(record))
        else:
            report = ledger.get_report(id_.split(".", maxsplit=1)[0])
            output.show(Group(*map(Text, _kept(ledger, report)), Text(), render(record, id_, output.results)))
    return 0


def _statement(found: StatementInReport) -> dict[str, Any]:
    alone = replace(found.record, statements=(found.statement,))
    return {"id": found.id, "report": found.report.id, "statement": to_json(alone)["statements"][0]}


def _kept(ledger: Ledger, report: Report) -> list[str]:
    """How the report came and what is kept of it."""
    lines = [f"{report.id} · {report.media_type} · {report.length:,} bytes · sha256 {report.sha256}"]
    for name, capture in ledger.iter_captures(report.id):
        facts = [f"came as {flat(name)}"]
        if capture is not None:
            facts += [f"by {capture.way}"] if capture.way else []
            facts += [f"at {capture.at}"] if capture.at else []
            facts += [f"from {flat(capture.final_url)}"] if capture.final_url and capture.final_url != name else []
        lines.append(" · ".join(facts))
    if report.version > 1:
        lines.append(f"version {report.version} of its address; the one before is {report.previous}")
    return lines


def _told(found: StatementInReport) -> Group:
    """A statement with who, what, how sure and why, and the words around it."""
    row = next(row for row in rows_of(found.record) if row.statement.id == found.statement.id)
    text, spans = found.record.document.text, _spans(found)
    start, end = max(0, min(spans)[0] - _AROUND), min(len(text), max(end for _, end in spans) + _AROUND)
    around = Text("…" if start else "", style="not bold")
    for begin, stop in spans:
        around.append(visible(text[start:begin]))
        around.append(visible(text[max(start, begin) : stop]), style="bold reverse")
        start = max(start, stop)
    around.append(visible(text[start:end]) + ("…" if end < len(text) else ""))
    parts: list[RenderableType] = [
        Text(f"{found.id} · {flat(found.report.title or '')}", style="bold"),
        Text(f"who     {row.who}{f' (“{row.words}”)' if row.words else ''}"),
        Text(f"said    {row.cue or '—'}{f' ({row.act})' if row.act else ''}"),
        Text(f"what    {row.what}"),
        Text(f"sure    {', '.join(row.how)}"),
    ]
    if row.inside is not None:
        parts.append(Text(f"inside  statement {row.inside} of the report"))
    parts += [Text(), Padding(around, (0, 0, 0, 4)), Text()]
    return Group(*parts, *map(Text, _decided(found)))


def _spans(found: StatementInReport) -> list[tuple[int, int]]:
    statement = found.statement
    parts = (statement.source, statement.cue, statement.content)
    return sorted((span.start, span.end) for part in parts if part is not None for span in part.spans)


def _decided(found: StatementInReport) -> list[str]:
    """What decided each of its values, as far as it was more than a default."""
    return [
        f"{decision.field}: {decision.by}" + (f", by “{flat(decision.span.text)}”" if decision.span else "")
        for decision in found.statement.decided_by
        if decision.by != "default"
    ]
