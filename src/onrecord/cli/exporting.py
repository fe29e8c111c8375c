"""An export as a run: the data go where they are wanted, everything about them to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from onrecord import api
from onrecord.cli.ending import NOTHING_TO_READ
from onrecord.cli.output import Output
from onrecord.ledger import Ledger
from onrecord.pipeline.exporting import Exported, try_export
from onrecord.record import Filter

__all__ = ["Wanted", "give_out"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for.

    Attributes:
        format: Name of the format.
        where: A file, a folder, a zip, or None for standard output.
        limits: The limits of the filter, as words.
        redact: Take out what must not leave the team.
        dry: Write nothing.
        json: Give the account to a program.
    """

    format: str
    where: str | Path | None
    limits: Mapping[str, str]
    redact: bool = False
    dry: bool = False
    json: bool = False


def give_out(ledger: Ledger, output: Output, wanted: Wanted) -> int:
    """Gives out what was asked for, tells what became of everything, and returns the exit status."""
    within = Filter.of(wanted.limits)
    if wanted.dry:
        exported = try_export(ledger, wanted.format, within, redact=wanted.redact)
    else:
        where = wanted.where if wanted.where is not None else sys.stdout.buffer
        exported = api.export(ledger, wanted.format, where, filter=within, redact=wanted.redact)
    told = [json.dumps(_values(exported, within), ensure_ascii=False)] if wanted.json else _lines(exported, wanted)
    for line in told:
        # Of a try, the account is the result.
        output.line(line) if wanted.dry else output.say(line)
    return 0 if exported.account.written.total() else NOTHING_TO_READ


def _lines(exported: Exported, wanted: Wanted) -> Iterator[str]:
    account = exported.account
    left = len(account.left_out)
    would = "would write" if wanted.dry else "wrote"
    yield f"{exported.format}: {would} {account.written.total():,}, left out {left:,}"
    yield from (f"  {count:>9,}  {kind}" for kind, count in account.written.items())
    yield from (f"  {count:>9,}  {kind} left out: {reason}" for (kind, reason), count in account.reasons().items())
    if wanted.redact:
        yield f"taken out: {', '.join(f'{count:,} {kind}' for kind, count in sorted(account.redacted.items())) or 'nothing'}"
    if exported.sha256 is not None:
        yield f"manifest {exported.sha256}"


def _values(exported: Exported, within: Filter) -> dict[str, Any]:
    account = exported.account
    return {
        "format": exported.format,
        "filter": within.items(),
        "files": [asdict(one) for one in exported.files] if exported.manifest else [],
        "written": dict(account.written),
        "left_out": [
            {"kind": kind, "reason": reason, "count": count} for (kind, reason), count in account.reasons().items()
        ],
        "redacted": dict(account.redacted),
        "manifest": exported.sha256,
    }
