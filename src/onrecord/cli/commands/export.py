"""`onrecord export`: what of a ledger is within a filter, in the files that others work with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import About, At, Dry, From, Json, LedgerPlace, To
from onrecord.export.formats import FORMATS

__all__ = ["HELP", "export"]

HELP = f"""Give out what of a ledger is within a filter, in one of the formats that others work with.

FORMAT is one of: {", ".join(FORMATS)}.

A format of one file goes to standard output, or where --out says; one of several files needs --out: a folder (PATH/) or a zip (PATH.zip).
The export is put into its place when it is whole, with a manifest of its files, its hashes and everything that was left out, and it is
written into the custody log. What is in no row is counted with the reason, on standard error; --dry-run prints that alone. No row is
surer than the reports.

\b
Exit status:
  0    something was written
  2    nothing was written: wrong use, an impossible filter, a ledger that
       cannot be opened, or a place that cannot be written
  3    nothing is within the filter
  130  interrupted by Ctrl-C          141  the output was closed early

\b
Examples:
  onrecord export csv --out for-the-newsroom/
  onrecord export geojson --at Susah --from 2018-10 --out susah.geojson
  onrecord export jsonl --redact --out for-others.zip
  onrecord export dossier --item c7 --out c7.zip
  onrecord export xlsx --kind air_strike --dry-run --out strikes.xlsx
"""


def export(
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="In which format.", show_default=False)],  # noqa: A002 (it is called so everywhere)
    out: Annotated[str | None, typer.Option("--out", metavar="PATH", help="A file, a folder (PATH/) or a zip (PATH.zip); standard output if it is left out.", show_default=False)] = None,
    ledger: LedgerPlace = None,
    words: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that stand in the report, or in one that tells of it.", show_default=False)] = None,
    about: About = None,
    at: At = None,
    since: From = None,
    until: To = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of the outlet.", show_default=False)] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Type of the event (air_strike) or kind of the claim (responsibility).", show_default=False)] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="Status of the claim (contested).", show_default=False)] = None,
    box: Annotated[str | None, typer.Option(metavar="W,S,E,N", help="The place lies within these degrees.", show_default=False)] = None,
    report: Annotated[str | None, typer.Option(metavar="ID", help="One report (r12), and what it tells of.", show_default=False)] = None,
    item: Annotated[str | None, typer.Option(metavar="ID", help="One claim (c7) or happening (h3), and the reports that tell of it.", show_default=False)] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Take out names of private persons, exact places, reviewers, and ways to reach anybody.")] = False,
    dry_run: Dry = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Gives it out; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.exporting import Wanted, give_out

    limits = {
        "words": words, "about": about, "at": at, "since": since, "until": until, "publisher": publisher, "kind": kind,
        "status": status, "box": box, "report": report, "item": item,
    }  # fmt: skip
    given = {name: value for name, value in limits.items() if value is not None}
    where = out if out is None or out.endswith("/") else Path(out)
    wanted = Wanted(format, where, given, redact=redact, dry=dry_run, json=json)
    raise typer.Exit(ask(ledger, lambda store, output: give_out(store, output, wanted), write=not dry_run))
