"""`onrecord list`: the reports of a ledger, a line each; or what failed."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, LedgerPlace

__all__ = ["HELP", "list_"]

HELP = """List the reports of a ledger, a line each, in the order in which they were added.

\b
Exit status:
  0  there are some        2  the ledger cannot be opened        3  there are none

\b
Examples:
  onrecord list
  onrecord list --publisher wire --from 2018-12-01 --json
  onrecord list --failed
"""


def list_(
    ledger: LedgerPlace = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of the outlet.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Published then or later (2018-12-22).", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Published then or before.", show_default=False)] = None,
    failed: Annotated[bool, typer.Option("--failed", help="List what failed and has not been added since, with the reason.")] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Lists them; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import as_json, ask
    from onrecord.cli.ending import NOTHING_TO_READ
    from onrecord.cli.finding import report_line
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger
    from onrecord.wording.visible import flat

    def answer(store: Ledger, output: Output) -> int:
        count = 0
        if failed:
            for failure in store.iter_failures():
                count += 1
                told = f"{flat(failure.name)}: {failure.error}: {flat(failure.reason)}"
                output.line(as_json(failure)) if json else output.entry(told)
        else:
            for report in store.iter_reports(publisher=publisher, since=since, until=until):
                count += 1
                output.line(as_json(report)) if json else output.entry(report_line(report))
        return 0 if count else NOTHING_TO_READ

    raise typer.Exit(ask(ledger, answer))
