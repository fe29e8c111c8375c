"""`onrecord show`: one report, one reading of it, one statement, or the bytes as they came."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, LedgerPlace

__all__ = ["HELP", "show"]

HELP = """Show a report or a statement of a ledger.

ID is that of a report (r12), of one reading of it (r12.1), or of a statement (r12.1.s3), as `add`, `list` and `find` print them.

\b
Exit status:
  0  it was shown        2  there is no such thing, or the ledger cannot be opened

\b
Examples:
  onrecord show r12
  onrecord show r12.1.s3
  onrecord show r12 --json > record.jsonl
  onrecord show r12 --original > report.html
"""


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A report, a reading, or a statement.", show_default=False)],
    ledger: LedgerPlace = None,
    original: Annotated[bool, typer.Option("--original", help="Print the report's bytes as they came, their hash checked.")] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Shows it; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.showing import show as answer

    raise typer.Exit(ask(ledger, lambda store, output: answer(store, output, id_, original=original, json=json)))
