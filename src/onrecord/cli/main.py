"""The command `onrecord`: its verbs, and how it ends."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated, NoReturn

import typer

import onrecord
from onrecord.cli.commands import (
    add,
    claims,
    code,
    desk,
    explain,
    export,
    find,
    follow,
    gazetteer,
    happenings,
    judge,
    link,
    metadata,
    purge,
    read,
    registry,
    retry,
    review,
    show,
    verify,
)
from onrecord.cli.commands import list as listing

__all__ = ["app", "main"]

# Many small matrices: numpy's threads would spin more than they work, beside those of the network.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM

app = typer.Typer(name="onrecord", add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
app.command(help=read.HELP)(read.read)
app.command(help=code.HELP)(code.code)
app.command(help=add.HELP)(add.add)
app.command(help=find.HELP)(find.find)
app.command(help=show.HELP)(show.show)
app.command("list", help=listing.HELP)(listing.list_)
app.command(help=link.HELP)(link.link)
app.command(help=claims.HELP)(claims.claims)
app.command(help=happenings.HELP)(happenings.happenings)
app.command(help=explain.HELP)(explain.explain)
app.command(help=export.HELP)(export.export)
app.command(help=desk.HELP)(desk.desk)
app.command(help=review.HELP)(review.review)
app.command(help=judge.JUDGE_HELP)(judge.judge)
app.command(help=judge.UNDO_HELP)(judge.undo)
app.command(help=follow.FOLLOW_HELP)(follow.follow)
app.command(help=follow.REFRESH_HELP)(follow.refresh)
app.command(help=retry.HELP)(retry.retry)
app.command(help=verify.HELP)(verify.verify)
app.command(help=purge.HELP)(purge.purge)
app.command(help=metadata.HELP)(metadata.metadata)
app.add_typer(registry.app, name="registry")
app.add_typer(gazetteer.app, name="gazetteer")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"onrecord {onrecord.__version__}")  # noqa: T201
        raise typer.Exit


@app.callback(no_args_is_help=True, invoke_without_command=False)
def _onrecord(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")] = False,
) -> None:  # fmt: skip
    """Read reporting on an armed conflict and keep who said what.

    It says who is said to have said it, not whether it is true.

    Example: onrecord read examples/reports/susah-wire.txt
    """


def main() -> NoReturn:
    """Runs the command line and ends the process."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    try:
        app(prog_name="onrecord")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(0)
