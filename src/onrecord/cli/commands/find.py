"""`onrecord find`: words in the reports of a ledger, in the sentence and the statement that they stand in."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, LedgerPlace
from onrecord.record.vocabulary import Certainty, EventStatus, SpeechAct, StatementForm

__all__ = ["HELP", "find"]

HELP = """Find words in the reports of a ledger.

Prints each sentence in which all the words stand, with the statement that they stand in: who says it, in what form, how sure.
Case and accents do not matter. Any script will do. "Quotation marks" keep words together, shell* stands for any ending.

\b
Exit status:
  0  something was found        2  the ledger cannot be opened, or no word was given
  3  nothing was found

\b
Examples:
  onrecord find withdrawal
  onrecord find '"chemical weapons"' --speech-act deny --from 2018-04-01
  onrecord find hospital --event air_strike --status denied
"""


def find(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.", show_default=False)],
    ledger: LedgerPlace = None,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of the one who says it.", show_default=False)] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Part of the name of the outlet.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Published then or later (2018-12-22).", show_default=False)] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="Published then or before.", show_default=False)] = None,
    form: Annotated[StatementForm | None, typer.Option(help="Form of the statement.", show_default=False)] = None,
    speech_act: Annotated[SpeechAct | None, typer.Option(help="What is done by saying it.", show_default=False)] = None,
    certainty: Annotated[Certainty | None, typer.Option(help="How sure the one who says it is.", show_default=False)] = None,
    event: Annotated[str | None, typer.Option(metavar="TYPE", help="Only sentences that tell of an event of this type (air_strike).", show_default=False)] = None,
    status: Annotated[EventStatus | None, typer.Option(help="Only sentences with an event that is told as this.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="The most hits.")] = 50,
    json: Json = False,
) -> None:  # fmt: skip
    """Looks for the words; ends with the exit status that `HELP` tells."""
    from onrecord.cli.asking import as_json, ask
    from onrecord.cli.ending import NOTHING_TO_READ
    from onrecord.cli.finding import hit_line
    from onrecord.cli.output import Output
    from onrecord.ledger import Ledger

    def answer(store: Ledger, output: Output) -> int:
        found = 0
        hits = store.find(
            " ".join(words), speaker=speaker, publisher=publisher, since=since, until=until, form=form,
            speech_act=speech_act, certainty=certainty, event=event, status=status, limit=limit,
        )  # fmt: skip
        for hit in hits:
            found += 1
            if json:
                output.line(as_json(hit))
            else:
                output.entry(hit_line(hit))
        if found == limit:
            output.say(f"only the first {limit} are shown; --limit shows more")
        return 0 if found else NOTHING_TO_READ

    raise typer.Exit(ask(ledger, answer))
