"""`onrecord explain`: why something was linked, and counted as it is."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, LedgerPlace

__all__ = ["HELP", "explain"]

HELP = """Explain why something was linked: why reports are one family of copies, why incidents are one happening, why a claim is counted so.

ID is that of a claim (c7), a happening (h3) or a copy family (cf2), as `onrecord claims` and `onrecord happenings` print them. Shown are its
parts, how each pair of them was judged and by what, every join of the tally with its reason, and the count without each kind of join.

\b
Exit status:
  0  it was explained        2  there is no such thing, or the ledger cannot be opened

\b
Example:
  onrecord explain c7
"""


def explain(
    id_: Annotated[
        str, typer.Argument(metavar="ID", help="A claim, a happening, or a copy family.", show_default=False)
    ],
    ledger: LedgerPlace = None,
    json: Json = False,
) -> None:
    """Explains it; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.explaining import explain as answer

    raise typer.Exit(ask(ledger, lambda store, output: answer(store, output, id_, json=json)))
