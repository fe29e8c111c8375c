"""`onrecord retry`: once more, what failed."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Dry, Json, LedgerPlace, Model, Quiet, Threads

__all__ = ["HELP", "retry"]

HELP = """Try once more what failed and has not been added since.

Files are looked for where they were, addresses are asked again. `onrecord list --failed` lists what failed.

\b
Exit status:
  0  everything is in the ledger now
  1  something failed again; it is listed
  2  nothing was begun       3  nothing had failed

\b
Example:
  onrecord retry --failed --ledger syria.db
"""


def retry(
    failed: Annotated[bool, typer.Option("--failed", help="What failed: there is nothing else to try again.")] = True,  # noqa: ARG001 (says what the command does)
    ledger: LedgerPlace = None,
    dry_run: Dry = False,
    json: Json = False,
    quiet: Quiet = False,
    model: Model = None,
    threads: Threads = None,
) -> None:
    """Tries; ends with the exit status that `HELP` tells."""
    from onrecord import api
    from onrecord.cli.keeping import Keeping, keep

    wanted = Keeping(None, False, ledger, json, quiet, dry_run, model, threads, "trying again")
    raise typer.Exit(
        keep(wanted, lambda store, settings, reader: api.retry(store, dry=dry_run, settings=settings, reader=reader))
    )
