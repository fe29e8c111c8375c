"""`onrecord registry`: what the registry of actors holds, and whether a file of one's own fits it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import Json, RegistryFile

__all__ = ["CHECK_HELP", "FIND_HELP", "app", "check", "find"]

CHECK_HELP = """Check a registry file: each key, id, date and name, alone and together with the registry that ships.

\b
Exit status:
  0  it is sound           2  it is not; file, entry and key are named

\b
Example:
  onrecord registry check actors.yaml
"""
FIND_HELP = """Say who bears a name, with id, kind, country and code.

\b
Exit status:
  0  somebody does         1  nobody does        2  the registry file is wrong

\b
Example:
  onrecord registry find SDF
"""

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look into the registry of actors, or check a file of your own."
)


@app.command(help=CHECK_HELP)
def check(file: Annotated[Path, typer.Argument(metavar="FILE", help="The registry file.")]) -> None:
    """Checks a file; ends with the exit status that `CHECK_HELP` tells."""
    from onrecord.cli.ending import NOT_BEGUN
    from onrecord.cli.output import open_output
    from onrecord.errors import RegistryError
    from onrecord.reference.registry import load_registry

    output = open_output()
    try:
        registry = load_registry(file)
    except RegistryError as error:
        output.say(f"onrecord: {error}")
        raise typer.Exit(NOT_BEGUN) from None
    output.say(f"{file} is sound; with it the registry has {len(registry.rows):,} entries")


@app.command(help=FIND_HELP)
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an alias or an acronym, in any script.")],
    registry: RegistryFile = None,
    json: Json = False,
) -> None:
    """Prints who bears a name; ends with the exit status that `FIND_HELP` tells."""
    import json as notation

    from onrecord.cli.ending import NOT_BEGUN
    from onrecord.cli.output import open_output
    from onrecord.errors import RegistryError, SettingsError
    from onrecord.reference.registry import load_registry
    from onrecord.settings import load_settings

    output = open_output()
    try:
        found = load_registry(load_settings(registry=registry).registry).find(name)
    except (RegistryError, SettingsError) as error:
        output.say(f"onrecord: {error}")
        raise typer.Exit(NOT_BEGUN) from None
    for entry in found:
        told = {"id": entry.id, "name": entry.name, "kind": entry.kind, "country": entry.country, "code": entry.code}
        line = notation.dumps(told, ensure_ascii=False) if json else "  ".join(v or "-" for v in told.values())
        print(line)  # noqa: T201 (the answer itself)
    raise typer.Exit(0 if found else 1)
