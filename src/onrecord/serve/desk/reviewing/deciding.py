"""From a form to decisions: what a reviewer's answer means, and that it is written down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from onrecord.errors import FilterError
from onrecord.ledger import Decision, Ledger
from onrecord.record import Claim
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.reviewing.item import Item

__all__ = ["VERDICTS", "decide"]

VERDICTS: Final = {"accept": "right", "reject": "wrong", "unsure": "unsure"}
"""What the buttons mean; a correction is "corrected", with the values that are right."""
_PAIRS: Final = {"accept": "same", "reject": "different", "unsure": "unsure"}
_NUMBERS: Final = frozenset({"start", "end", "geonameid"})


def decide(ledger: Ledger, item: Item, asked: Asked) -> tuple[str, ...]:
    """Writes down what a form says of an item.

    Returns:
        The ids of the judgements that were made.

    Raises:
        FilterError: The form says nothing that can be understood.
    """
    verdict, why = asked.value("verdict"), asked.value("why")
    if verdict is None and asked.value("choice") is None:
        raise FilterError("nothing was decided: accept, correct or reject it, or go on to the next")
    if item.waiting.kind == "join":
        return _judge_pair(ledger, item, verdict or "", why)
    if verdict in VERDICTS:
        return (ledger.judge(item.waiting.id, VERDICTS[verdict], why=why).id,)
    value = _chosen(item, asked.value("choice")) or _corrected(item, asked)
    apart = [name.removeprefix("apart:") for name, said in value.items() if name.startswith("apart:") and said]
    first = str(item.extra.get("first"))
    made = [ledger.judge_pair("claims", first, other, "different", why=why).id for other in apart]
    stances = {int(name.removeprefix("stance:")): said for name, said in value.items() if name.startswith("stance:")}
    rest: dict[str, Any] = {name: said for name, said in value.items() if ":" not in name}
    if stances:
        rest["stances"] = _stances(ledger, item.waiting.id, stances)
    if rest:
        made.append(ledger.judge_many([Decision(item.waiting.id, "corrected", rest, why)])[0].id)
    if not made:
        raise FilterError("nothing was corrected: change a value, or accept it as it is")
    return tuple(made)


def _judge_pair(ledger: Ledger, item: Item, verdict: str, why: str | None) -> tuple[str, ...]:
    if verdict not in _PAIRS:
        raise FilterError(
            f"{verdict!r} says nothing of a pair; it is one and the same, two different ones, or not to be told"
        )
    one, other = item.extra["pair"]
    return (ledger.judge_pair(str(item.extra["kind"]), one, other, _PAIRS[verdict], why=why).id,)


def _chosen(item: Item, choice: str | None) -> dict[str, Any]:
    if choice is None:
        return {}
    if not (choice.isascii() and choice.isdigit() and 1 <= int(choice) <= len(item.choices)):
        raise FilterError(f"choice {choice!r}: there are {len(item.choices)} other answers")
    return dict(item.choices[int(choice) - 1].value)


def _corrected(item: Item, asked: Asked) -> dict[str, Any]:
    """The fields that differ from what the machine has."""
    changed: dict[str, Any] = {}
    for field in item.fields:
        sent = asked.sent.get(field.name)
        if sent is None or sent[0].strip() == field.value:
            continue
        text = sent[0].strip()
        if field.options and text not in dict(field.options):
            raise FilterError(f"{field.label}: {text!r} is none of the values that it can have")
        changed[field.name] = _number(field.label, text) if field.name in _NUMBERS else text or None
    if item.span and changed.keys() & {"start", "end"}:
        changed |= _span(item, changed)
    return changed


def _span(item: Item, changed: Mapping[str, Any]) -> dict[str, Any]:
    """Both edges, and the words between them: a span never goes without its words."""
    assert item.span is not None
    start, end = changed.get("start", item.span[0]), changed.get("end", item.span[1])
    shown = item.quoted[0]
    if not shown.start <= start < end <= shown.start + len(shown.text):
        raise FilterError(
            f"the words from {start} to {end} are not in the passage that is shown; choose edges within it"
        )
    return {"start": start, "end": end, "text": shown.text[start - shown.start : end - shown.start]}


def _number(label: str, text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise FilterError(f"{label}: {text!r} is no whole number")
    return int(text)


def _stances(ledger: Ledger, id_: str, stances: Mapping[int, Any]) -> list[dict[str, Any]]:
    """Corrected stances by report and statement, since their place in the claim changes when it is made anew."""
    claim = ledger.explain(id_).linked
    assert isinstance(claim, Claim)
    found = [(claim.stances[at], said) for at, said in sorted(stances.items())]
    return [
        {"document": one.document, "statement": one.statement, "source": one.source, "stance": said} for one, said in found
    ]  # fmt: skip
