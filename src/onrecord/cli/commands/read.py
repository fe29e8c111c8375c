"""`onrecord read`: reports in; tables, JSON Lines or a page out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import RegistryFile

__all__ = ["HELP", "read"]

# A paragraph after \b is not filled anew.
HELP = """Read reports and print who said what, in which words, how sure, and inside whose account.

Reads text, pages, PDFs, messages (.eml), articles and records in JSON (.json, .jsonl), web archives (.warc), folders of all
these, addresses (https://…) and standard input. Results go to standard output, all else to standard error, where a run ends with what was read, skipped and
failed, each by name and reason.

\b
Exit status:
  0    everything was read
  1    something could not be read; it is listed, the rest was read
  2    nothing was begun: wrong use, an impossible setting, no trained
       reader, or a page that cannot be written
  3    there was nothing to read
  130  interrupted by Ctrl-C          141  the output was closed early

\b
Examples:
  onrecord read report.txt
  onrecord read reports/ --json > records.jsonl
  onrecord read reports/ --html page.html
  pbpaste | onrecord read -
"""

# Everything that takes long to import is imported when reading begins: help has to come at once.


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH|URL", help="Files, folders and addresses; - is standard input.", show_default=False)],
    json: Annotated[bool, typer.Option("--json", help="Print one record a line (JSON Lines) instead of tables.")] = False,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one page with everything highlighted in the text, instead of tables.", show_default=False)] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing about the run unless something was not read.")] = False,
    model: Annotated[Path | None, typer.Option("--model", metavar="FOLDER", help="Another trained reader than the one that ships.", show_default=False)] = None,
    registry: RegistryFile = None,
    threads: Annotated[int | None, typer.Option("--threads", metavar="N", help="Processor threads of the reader; 0: all there are.", show_default=False)] = None,
) -> None:  # fmt: skip
    """Reads what was asked for; ends with the exit status that `HELP` tells."""
    from onrecord.cli.run import Wanted, run

    raise typer.Exit(
        run(Wanted(tuple(paths), json=json, html=html, quiet=quiet, model=model, threads=threads, registry=registry))
    )
