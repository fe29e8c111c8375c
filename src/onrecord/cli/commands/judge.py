"""`onrecord judge` and `onrecord undo`: a decision, and how it is taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import Json, LedgerPlace, Who, Why

__all__ = ["JUDGE_HELP", "UNDO_HELP", "judge", "undo"]

JUDGE_HELP = """Write down what you decide on something in a ledger. Nothing is overwritten: it stands beside what the machine read, with name and time.

\b
  ID VERDICT      a report (r12), a part of one (r12.1.s3), a claim (c7) or a
                  happening (h3) is right, wrong, corrected or unsure
  ID ID VERDICT   two reports, happenings or claims, or two items as
                  `onrecord review join` lists them, are the same, different
                  or unsure; the next `onrecord link` follows it

A correction needs --value: the fields that are wrong, each with what is right, as a JSON object. Of a statement these are speaker (id of a chain),
form, speech_act, certainty, polarity, start and end; of a place geonameid, precision, role; of an event type, status, polarity, place, earliest, latest.

\b
Exit status:
  0  it was written down   2  there is no such thing, or no such verdict

\b
Examples:
  onrecord judge r12.1.s3 right
  onrecord judge r12.1.p2 corrected --value '{"geonameid": 173480}' --why "the village, not the province"
  onrecord judge h3 h7 same --who Noor
"""
UNDO_HELP = """Take decisions back: those that are named, or your newest one. An undoing is a row, too, and can be undone in the same way.

\b
Exit status:
  0  it was taken back     2  there is no such decision, or it is not yours
  3  there is nothing to take back

\b
Examples:
  onrecord undo
  onrecord undo j5 pj2 --why "looked at the original again"
"""


def judge(
    words: Annotated[list[str], typer.Argument(metavar="ID [ID] VERDICT", help="What is judged, and how.", show_default=False)],
    ledger: LedgerPlace = None,
    value: Annotated[str | None, typer.Option("--value", metavar="JSON", help="What is right, of a correction.", show_default=False)] = None,
    why: Why = None,
    who: Who = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Writes it down; ends with the exit status that `JUDGE_HELP` tells."""
    from onrecord.cli import judging
    from onrecord.cli.asking import ask

    raise typer.Exit(
        ask(
            ledger,
            lambda store, output: judging.judge(store, output, words, value, why, json=json),
            write=True,
            who=who,
        )
    )


def undo(
    judgements: Annotated[list[str] | None, typer.Argument(metavar="[JUDGEMENT]...", help="Which decisions (j5, pj2).", show_default=False)] = None,
    ledger: LedgerPlace = None,
    why: Why = None,
    who: Who = None,
    json: Json = False,
) -> None:  # fmt: skip
    """Takes them back; ends with the exit status that `UNDO_HELP` tells."""
    from onrecord.cli import judging
    from onrecord.cli.asking import ask

    raise typer.Exit(
        ask(
            ledger,
            lambda store, output: judging.undo(store, output, judgements or [], why, json=json),
            write=True,
            who=who,
        )
    )
