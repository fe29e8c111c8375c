"""Options that several commands have, with the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Dry", "Json", "LedgerPlace", "Model", "Quiet", "RegistryFile", "Threads"]

LedgerPlace = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE|URL", help="The ledger: a file, or postgresql://host/name. Without it onrecord.db in this folder.", show_default=False),
]  # fmt: skip
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing about the run unless something was not done.")]
Dry = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]
Model = Annotated[
    Path | None,
    typer.Option("--model", metavar="FOLDER", help="Another trained reader than the one that ships.", show_default=False),
]  # fmt: skip
RegistryFile = Annotated[
    Path | None,
    typer.Option("--registry", metavar="FILE", help="Actors of your own, on top of the registry that ships.", show_default=False),
]  # fmt: skip
Threads = Annotated[
    int | None,
    typer.Option("--threads", metavar="N", help="Processor threads of the reader; 0: all there are.", show_default=False),
]  # fmt: skip
