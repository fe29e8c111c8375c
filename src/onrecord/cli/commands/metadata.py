"""`onrecord metadata`: what Datasette needs to show a ledger well."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import LedgerPlace

__all__ = ["HELP", "metadata"]

HELP = """Write metadata.yaml, with which Datasette shows a ledger well: labels, facets, and what each column means.

\b
Exit status:
  0  it was written        2  the ledger cannot be opened, or the file cannot be written

\b
Example:
  onrecord metadata metadata.yaml && datasette onrecord.db --metadata metadata.yaml
"""


def metadata(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it goes.")] = Path("metadata.yaml"),
    ledger: LedgerPlace = None,
) -> None:
    """Writes it; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import ask
    from onrecord.cli.ending import NOT_BEGUN
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger

    def answer(store: Ledger, output: Output) -> int:
        try:
            store.write_metadata(file)
        except OSError as error:
            output.say(f"onrecord: {file}: cannot be written ({error.strerror}); give another name")
            return NOT_BEGUN
        return 0

    raise typer.Exit(ask(ledger, answer))
