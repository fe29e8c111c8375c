"""The gold of a whole ledger, a record a line."""

from __future__ import annotations

from typing import Final

from onrecord.export.gold.record import gold_of
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.record import Judgement, dumps

__all__ = ["FORMAT", "write"]


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes `gold.jsonl`: for each report in which people accepted or corrected anything what they did.

    Args:
        material: What is given out.
        sink: Where the file goes.
        account: What is written, and every part that is not, with the reason.
    """
    judged: dict[str, list[Judgement]] = {}
    for one in material.iter_judgements():
        judged.setdefault(one.report_id, []).append(one)
    with sink.file("gold.jsonl") as stream:
        for report in material.iter_reports():
            if report.id not in judged:
                account.leave_out("report", report.id, "nobody judged anything in it")
                continue
            record, left_out = gold_of(report.record, judged[report.id])
            for left in left_out:
                account.leave_out(left.kind, f"{report.id} {left.id}", left.reason)
            if record is None:
                account.leave_out("report", report.id, "nothing in it was accepted or corrected")
                continue
            stream.write(dumps(record).encode() + b"\n")
            account.wrote("report")
            for kind in ("statements", "places", "events"):
                if many := sum("reviewers" in part.extra for part in getattr(record, kind)):
                    account.wrote(kind.removesuffix("s"), many)


FORMAT: Final = Format(
    "gold", "records with what people accepted and corrected alone, for training", ".jsonl", "application/jsonl", write
)
