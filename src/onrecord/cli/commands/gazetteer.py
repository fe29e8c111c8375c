"""`onrecord gazetteer add`: places of your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["HELP", "add", "app"]

HELP = """Places of your own, looked up beside those that ship with onrecord."""
ADD_HELP = """Add a country file of GeoNames (SY.txt: villages, districts, rivers), or a CSV with P-codes.

They go into a gazetteer of your own, which ONRECORD_GAZETTEER names; every command that reads looks into it from then on. A file
goes in as a whole, or, if a line of it is wrong, not at all. A CSV has a header with name, pcode, latitude and longitude; country,
alternatenames (with | between them) and population may follow.

\b
Exit status:
  0  it was added        2  it was not: a line is wrong, or no gazetteer is named

\b
Example:
  export ONRECORD_GAZETTEER=~/syria.gazetteer
  onrecord gazetteer add SY.txt
"""

UNNAMED = "no gazetteer is named; give --gazetteer FILE, or set ONRECORD_GAZETTEER to the file it goes into"

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)


@app.command(help=ADD_HELP)
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What is added.", show_default=False)],
    gazetteer: Annotated[
        Path | None,
        typer.Option("--gazetteer", metavar="FILE", help="Your own gazetteer, instead of ONRECORD_GAZETTEER.", show_default=False),
    ] = None,
) -> None:  # fmt: skip
    """Adds it; ends with the exit status that `HELP` tells."""
    from onrecord.cli.ending import NOT_BEGUN
    from onrecord.cli.output import open_output
    from onrecord.errors import GazetteerError, SettingsError
    from onrecord.reference.gazetteer.additions import add_file
    from onrecord.settings import load_settings

    output = open_output()
    try:
        own = gazetteer or load_settings().gazetteer
        if own is None:
            output.say(f"onrecord: {UNNAMED}")
            raise typer.Exit(NOT_BEGUN)
        count = add_file(file, own, lambda so_far: output.say(f"{so_far:,} places"))
    except (GazetteerError, SettingsError) as error:
        output.say(f"onrecord: {error}")
        raise typer.Exit(NOT_BEGUN) from None
    output.say(f"added {count:,} places to {own}")
