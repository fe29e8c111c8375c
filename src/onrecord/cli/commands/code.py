"""`onrecord code`: reports in, rows in the manner of ACLED out."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Model, Quiet, RegistryFile, Threads

__all__ = ["HELP", "code"]

# A paragraph after \b is not filled anew.
HELP = """Read reports and code them as ACLED would, for a person to check.

Prints a row for each event that is told as having happened, at a place and on a day that are known: the values that a coder writes, the
exact words behind each, how sure it is and who says so. Then everything that is in no row, with the reason: denied, planned,
no place, no date. The day of publication never stands in for a date that is not told. No row is surer than the report: whoever is only
accused or suspected stands in the notes.

\b
Exit status:
  0    everything was read
  1    something could not be read; it is listed, the rest was read
  2    nothing was begun: wrong use, an impossible setting, or no trained
       reader
  3    there was nothing to read
  130  interrupted by Ctrl-C          141  the output was closed early

\b
Examples:
  onrecord code report.txt
  onrecord code reports/ --csv > events.csv
  onrecord code reports/ --json > events.jsonl
"""


def code(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL", help="Files, folders and addresses; - is standard input.", show_default=False)],
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV with ACLED's 31 columns instead of tables.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines: each row with what to check, each event that is not coded with the reason.")] = False,
    quiet: Quiet = False,
    model: Model = None,
    registry: RegistryFile = None,
    threads: Threads = None,
) -> None:  # fmt: skip
    """Codes what was asked for; ends with the exit status that `HELP` tells."""
    from onrecord.cli.coding import Coding, Form
    from onrecord.cli.output import Output
    from onrecord.cli.run import Wanted, run
    from onrecord.reference.registry import load_registry
    from onrecord.settings import Settings

    if csv and json:
        raise typer.BadParameter("--csv and --json: give one of the two")
    form: Form = "csv" if csv else "json" if json else "table"

    def printer(output: Output, settings: Settings) -> Coding:
        return Coding(output, form, load_registry(settings.registry))

    wanted = Wanted(tuple(paths), json=json, quiet=quiet, model=model, threads=threads, registry=registry)
    raise typer.Exit(run(wanted, printer))
