"""`onrecord happenings`: events in the world, each with the reports that tell of it."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import About, At, From, Json, LedgerPlace, To

__all__ = ["HELP", "happenings"]

HELP = """Show the events that the reports of a ledger tell of: where, when, in which reports, and the toll as each source gives it.

`onrecord link` has to have been run.

\b
Exit status:
  0  there are some        2  the ledger cannot be opened        3  there are none

\b
Examples:
  onrecord happenings --at Manbij
  onrecord happenings --from 2018-10-01 --to 2018-10-31 --json
"""


def happenings(
    ledger: LedgerPlace = None,
    about: About = None,
    at: At = None,
    since: From = None,
    until: To = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="The most happenings; without it 50, or all with --json.", show_default=False)] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Shows them; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.happenings import happening_part
    from onrecord.cli.linking import show_linked
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger

    def answer(store: Ledger, output: Output) -> int:
        found = store.iter_happenings(about=about, at=at, since=since, until=until)
        return show_linked(store, output, found, happening_part, json=json, limit=limit)

    raise typer.Exit(ask(ledger, answer))
