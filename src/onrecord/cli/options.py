"""Options that several commands have, with the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "About",
    "At",
    "Dry",
    "From",
    "Json",
    "LedgerPlace",
    "Model",
    "Quiet",
    "RegistryFile",
    "Threads",
    "To",
    "Who",
]

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
About = Annotated[
    str | None,
    typer.Option("--about", metavar="WHO", help="Part of the name of who did it, whom it was done to, or who speaks of it.", show_default=False),
]  # fmt: skip
At = Annotated[
    str | None, typer.Option("--at", metavar="PLACE", help="Part of the name of the place.", show_default=False)
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Then or later (2018-12-22).", show_default=False)
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Then or before.", show_default=False)]
Words = Annotated[
    str | None,
    typer.Option("--words", metavar="WORDS", help="Words that stand in the report, or in one that tells of it.", show_default=False),
]  # fmt: skip
Publisher = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Part of the name of the outlet.", show_default=False)
]
Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Type of the event (air_strike) or kind of the claim (responsibility).", show_default=False),
]  # fmt: skip
Status = Annotated[
    str | None, typer.Option("--status", metavar="STATUS", help="Status of the claim (contested).", show_default=False)
]
Box = Annotated[
    str | None,
    typer.Option("--box", metavar="W,S,E,N", help="The place lies within these degrees.", show_default=False),
]
OneReport = Annotated[
    str | None,
    typer.Option("--report", metavar="ID", help="One report (r12), and what it tells of.", show_default=False),
]
OneItem = Annotated[
    str | None,
    typer.Option("--item", metavar="ID", help="One claim (c7) or happening (h3), and the reports that tell of it.", show_default=False),
]  # fmt: skip
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason.", show_default=False)]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="NAME", help="Who decides, as it is written down; without it the name of the user.", show_default=False),
]  # fmt: skip
