"""`onrecord review`: what waits for a person."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import (
    About,
    At,
    Box,
    From,
    Json,
    Kind,
    LedgerPlace,
    OneItem,
    OneReport,
    Publisher,
    Status,
    To,
    Who,
    Words,
)

__all__ = ["HELP", "review"]

HELP = """List what waits for a decision, what is most worth it first: contested claims, what the machine was not sure of, what is new.

WHAT is any of claim, join, statement, place, event and new; without it everything is listed. What you decided on waits no longer. `onrecord judge` writes
a decision down; `onrecord desk` shows each thing with its words, to be decided on with a key.

\b
Exit status:
  0  something waits       2  the ledger cannot be opened        3  nothing waits

\b
Examples:
  onrecord review
  onrecord review place event --at Susah --limit 10
  onrecord review claim --json > waiting.jsonl
"""


def review(
    what: Annotated[list[str] | None, typer.Argument(metavar="[WHAT]...", help="What is listed.", show_default=False)] = None,
    ledger: LedgerPlace = None,
    words: Words = None,
    about: About = None,
    at: At = None,
    since: From = None,
    until: To = None,
    publisher: Publisher = None,
    kind: Kind = None,
    status: Status = None,
    box: Box = None,
    report: OneReport = None,
    item: OneItem = None,
    who: Who = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="The most that is listed; without it 50, or all with --json.", show_default=False)] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Lists it; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.judging import list_waiting

    limits = {
        "words": words, "about": about, "at": at, "since": since, "until": until, "publisher": publisher, "kind": kind,
        "status": status, "box": box, "report": report, "item": item,
    }  # fmt: skip
    given = {name: value for name, value in limits.items() if value is not None}
    raise typer.Exit(
        ask(
            ledger,
            lambda store, output: list_waiting(store, output, what or [], given, limit=limit, json=json),
            who=who,
        )
    )
