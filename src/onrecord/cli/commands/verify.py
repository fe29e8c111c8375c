"""`onrecord verify`: checks that a ledger is what was written into it."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, LedgerPlace

__all__ = ["HELP", "verify"]

HELP = """Check everything in a ledger: originals, spans, ids, tables, and the log of what was done.

Every original's hash, every span against its text, every row's way back to an original, every link of the log, the tables
against the records. What is wrong is named, and nothing is repaired. At the end it prints the newest link of the log: written
down elsewhere, it proves that nothing before it was changed.

\b
Exit status:
  0  all is well        1  something is wrong        2  the ledger cannot be opened

\b
Example:
  onrecord verify --ledger syria.db
"""


def verify(
    ledger: LedgerPlace = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out what takes long: the bytes, the spans, the tables.")] = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Checks; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import as_json, ask
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger
    from onrecord.wording.visible import flat

    def answer(store: Ledger, output: Output) -> int:
        wrong = left = 0
        for finding in store.verify(deep=not quick):
            wrong, left = wrong + finding.damage, left + (not finding.damage)
            if json:
                output.line(as_json(finding))
            else:
                sort = "wrong" if finding.damage else "left by a run that was stopped"
                output.entry(f"{sort}  {flat(finding.object)}: {flat(finding.what)} ({flat(finding.where)})")
        counts = store.count()
        sequence, digest = store.head()
        output.say(
            f"{counts.reports:,} reports, {counts.readings:,} readings, {counts.statements:,} statements, "
            f"{counts.steps:,} steps in the log: {f'{wrong:,} wrong' if wrong else 'all is well'}"
            + (f", {left:,} left by a run that was stopped" if left else "")
        )
        output.say(f"newest link of the log: {sequence} {digest}")
        return 1 if wrong else 0

    raise typer.Exit(ask(ledger, answer))
