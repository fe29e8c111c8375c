"""`onrecord purge`: takes a report out for good, for somebody's safety."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Dry, LedgerPlace

__all__ = ["HELP", "purge"]

HELP = """Take a report out of a ledger for good.

Its bytes, its text, all that was read in it and all that was judged on it are removed. What stays is its hash, when it was purged,
by whom, and the reason, so that it is not taken up again. It cannot be undone. Copies elsewhere are not reached: backups, exports,
and blocks that a disk or a file system keeps.

\b
Exit status:
  0  it was purged        1  it was not        2  there is no such report, or the ledger cannot be written

\b
Example:
  onrecord purge r12 --reason "names a witness"
"""


def purge(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id.", show_default=False)],
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why. It stays: write nothing that has to go.", show_default=False)],
    ledger: LedgerPlace = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Who purges; otherwise your user name.", show_default=False)] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    dry_run: Dry = False,
) -> None:  # fmt: skip
    """Purges it; ends with the exit status that `HELP` tells."""
    import sys

    from onrecord.cli.asking import ask
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger
    from onrecord.wording.visible import flat

    def answer(store: Ledger, output: Output) -> int:
        found = store.get_report(report)
        called = f"{found.id} ({flat(found.title or '')}, {found.statements} statements, {found.captures} captures)"
        if dry_run:
            output.say(f"would purge {called}")
            return 0
        if not yes and not sys.stdin.isatty():
            output.say(f"onrecord: nobody can be asked whether {called} may go; give --yes")
            return 1
        if not yes and not typer.confirm(f"Purge {called}? It cannot be undone", err=True):
            return 1
        store.purge(found.id, reason, who=who)
        output.say(f"purged {called}")
        return 0

    raise typer.Exit(ask(ledger, answer, write=not dry_run))
