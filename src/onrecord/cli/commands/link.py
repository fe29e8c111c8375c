"""`onrecord link`: who copies whom, which happenings are one, and who asserts and who denies what."""

from __future__ import annotations

import typer

from onrecord.cli.options import Json, LedgerPlace, Quiet

__all__ = ["HELP", "link"]

# A paragraph after \b is not filled anew.
HELP = """Link the reports of a ledger with each other.

Finds reports that copy one another, incidents of several reports that are one happening, and claims that one source makes and
another repeats or denies, and counts the independent sources behind each. What is linked is not linked again, so a run that was
stopped is simply started again. `onrecord claims`, `onrecord happenings` and `onrecord explain` show what came of it.

\b
Exit status:
  0    everything is linked
  1    something could not be linked; it is listed, the rest is linked
  2    the ledger cannot be opened or written
  3    there is no report in it
  130  interrupted by Ctrl-C

\b
Example:
  onrecord link --ledger syria.db
"""


def link(
    ledger: LedgerPlace = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Links; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.linking import link as answer

    raise typer.Exit(ask(ledger, lambda store, output: answer(store, output, json=json, quiet=quiet), write=True))
