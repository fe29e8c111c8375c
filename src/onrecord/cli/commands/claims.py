"""`onrecord claims`: what is claimed, by whom, and who denies it."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import About, At, From, Json, LedgerPlace, To

__all__ = ["HELP", "claims"]

HELP = """Show what is claimed in the reports of a ledger, the sides face to face: who, in which words, in which report.

The contested claims come first. Each is shown with its independent sources: copies of one text, one source in several reports, one body
behind several sources and who only cites another are counted once. `onrecord link` has to have been run; nothing here is called true.

\b
Exit status:
  0  there are some        2  the ledger cannot be opened        3  there are none

\b
Examples:
  onrecord claims --contested
  onrecord claims --about "Islamic State" --at Susah --from 2018-10-01
  onrecord claims --json > claims.jsonl
"""


def claims(
    ledger: LedgerPlace = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only claims that one source makes and another denies, or figures that do not meet.")] = False,
    about: About = None,
    at: At = None,
    since: From = None,
    until: To = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="The most claims; without it 50, or all with --json.", show_default=False)] = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Shows them; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.claims import claim_part
    from onrecord.cli.linking import show_linked
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger

    def answer(store: Ledger, output: Output) -> int:
        found = store.iter_claims(contested=contested, about=about, at=at, since=since, until=until)
        return show_linked(store, output, found, claim_part, json=json, limit=limit)

    raise typer.Exit(ask(ledger, answer))
