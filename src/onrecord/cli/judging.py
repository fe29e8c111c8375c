"""Decisions on the command line: what waits for one, one that is written down, one that is taken back."""

from __future__ import annotations

import json as json_
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from onrecord.cli.asking import as_json
from onrecord.cli.ending import NOTHING_TO_READ
from onrecord.cli.output import Output
from onrecord.errors import FilterError, LedgerError
from onrecord.ledger import Judgement, Ledger, PairJudged, Waiting
from onrecord.ledger.judging.waiting import KINDS
from onrecord.record import Filter
from onrecord.wording.visible import flat

__all__ = ["judge", "list_waiting", "undo"]

_MOST: Final = 50
_ALL: Final = 1_000_000
_VERDICTS: Final = ("right", "wrong", "corrected", "unsure")
_ON_PAIRS: Final = ("same", "different", "unsure")
_PAIRS: Final = {"copies": r"(r|cf)\d+", "happenings": r"h\d+", "claims": r"c\d+"}


def list_waiting(
    ledger: Ledger,
    output: Output,
    what: Sequence[str],
    limits: Mapping[str, str],
    *,
    limit: int | None,
    json: bool,
) -> int:
    """Lists what waits for a decision and returns the exit status.

    Args:
        ledger: The ledger.
        output: The streams of the run.
        what: Which kinds; none for all.
        limits: The limits of the filter, as words.
        limit: The most that is listed, or None.
        json: Tell it to a program.
    """
    kinds = [kind for kind in KINDS if kind in what or not what]
    if unknown := set(what) - set(KINDS):
        raise FilterError(f"{min(unknown)}: nothing of this kind is reviewed; there are {', '.join(KINDS)}")
    most = limit or (_ALL if json else _MOST)
    found = ledger.list_waiting(Filter.of(limits), kinds=kinds, most=most)[:most]
    for one in found:
        output.line(as_json(one)) if json else output.entry(_line(one))
    return 0 if found else NOTHING_TO_READ


def judge(
    ledger: Ledger, output: Output, words: Sequence[str], value: str | None, why: str | None, *, json: bool
) -> int:
    """Writes a decision down and returns the exit status.

    Args:
        ledger: The ledger, open for writing.
        output: The streams of the run.
        words: One id or two, and the verdict.
        value: What is right, as JSON, or None.
        why: The reason, or None.
        json: Tell the judgement to a program.

    Raises:
        LedgerError: There is nothing of these ids, or no such verdict.
    """
    id_, others, verdict = words[0], words[1:-1], words[-1]
    if len(words) not in (2, 3) or verdict not in (_ON_PAIRS if others else _VERDICTS):
        raise LedgerError(
            f"{' '.join(words)}: is no decision; give an id and {_or(_VERDICTS)}, or two ids and {_or(_ON_PAIRS)}"
        )
    right = _corrections(verdict, value)
    for other in others:
        _tell(output, ledger.judge_pair(_kind(ledger, id_, other), id_, other, verdict, why=why), json=json)
    if not others:
        _tell(output, ledger.judge(id_, verdict, right, why=why), json=json)
    return 0


def undo(ledger: Ledger, output: Output, ids: Sequence[str], why: str | None, *, json: bool) -> int:
    """Takes decisions back and returns the exit status.

    Args:
        ledger: The ledger, open for writing.
        output: The streams of the run.
        ids: Judgements; none for the newest of the one who asks.
        why: The reason, or None.
        json: Tell the new rows to a program.
    """
    made = ledger.undo(ids, why=why) if ids else ledger.undo_last()
    for one in made:
        _tell(output, one, json=json)
    if not made:
        output.say(f"nothing to take back: no decision by {ledger.who} counts")
    return 0 if made else NOTHING_TO_READ


def _line(one: Waiting) -> str:
    """What waits: its kind, its id, how sure the machine is or how many sources it has, and a few words."""
    facts = [f"{one.confidence:.0%} sure"] if one.confidence is not None else []
    facts += [f"{one.independent} independent"] if one.independent else []
    return f"{one.kind:<9}  {one.id}  {' · '.join([flat(one.words), *facts])}"


def _corrections(verdict: str, value: str | None) -> dict[str, Any] | None:
    if (verdict == "corrected") != (value is not None):
        raise LedgerError("a correction needs --value with what is right, and nothing else has it")
    if value is None:
        return None
    try:
        right = json_.loads(value)
    except ValueError as error:
        raise LedgerError(f"--value: is not JSON: {error}") from error
    if not isinstance(right, dict) or not right:
        raise LedgerError('--value: give an object of fields with what is right, like {"form": "direct"}')
    return right


def _kind(ledger: Ledger, one: str, other: str) -> str:
    """What two things are that are judged together; an item is of the kind of what it is part of."""
    of = [next(iter(ledger.objects_of([id_])), id_) for id_ in (one, other)]
    for kind, pattern in _PAIRS.items():
        if all(re.fullmatch(pattern, id_) for id_ in of):
            return kind
    raise LedgerError(f"{one} and {other}: are not two reports, two happenings or two claims")


def _tell(output: Output, made: Judgement | PairJudged, *, json: bool) -> None:
    if json:
        output.line(as_json(made))
        return
    what = f"{made.a} {made.b}" if isinstance(made, PairJudged) else made.object_id
    output.entry(f"{made.id}  {what} {made.verdict.replace('_', ' ')} · {flat(made.who)} · {made.at}")


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
