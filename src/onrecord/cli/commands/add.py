"""`onrecord add`: reports into a ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Dry, Json, LedgerPlace, Model, Quiet, RegistryFile, Threads

__all__ = ["HELP", "add"]

# A paragraph after \b is not filled anew.
HELP = """Read reports and keep them in a ledger.

Takes files, folders, archives (.warc, .warc.gz, .warc.zst), files of articles (.json, .jsonl), addresses (https://…) and
standard input. The bytes are kept as they came beside the ledger, under their hash. A report is in the ledger when its line is
printed. What is there is not read again, so a run that was stopped is simply started again.

\b
Exit status:
  0    everything is in the ledger
  1    something failed; it is listed, the rest is in the ledger
  2    nothing was begun: wrong use, an impossible setting, no trained
       reader, or a ledger that cannot be written
  3    there was nothing to add
  130  interrupted by Ctrl-C          141  the output was closed early

\b
Examples:
  onrecord add reports/
  onrecord add --ledger syria.db wire.jsonl https://example.org/report
  onrecord add --dry-run reports/
"""


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL", help="Files, folders and addresses; - is standard input.", show_default=False)],
    ledger: LedgerPlace = None,
    dry_run: Dry = False,
    json: Json = False,
    quiet: Quiet = False,
    model: Model = None,
    registry: RegistryFile = None,
    threads: Threads = None,
) -> None:  # fmt: skip
    """Adds what was asked for; ends with the exit status that `HELP` tells."""
    import sys

    from onrecord import api
    from onrecord.cli.keeping import Keeping, keep
    from onrecord.pipeline import iter_inputs

    wanted = Keeping(paths, True, ledger, json, quiet, dry_run, model, threads, registry=registry)
    raise typer.Exit(
        keep(
            wanted,
            lambda store, settings, reader: api.add_found(
                iter_inputs(paths, standard_input=sys.stdin.buffer, most_bytes=settings.max_bytes),
                store, dry=dry_run, settings=settings, reader=reader,
            ),
        )
    )  # fmt: skip
