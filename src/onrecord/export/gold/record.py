"""A record of what people say is so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol, TypeVar

from onrecord.errors import RecordError
from onrecord.export.gold.corrected import corrected_event, corrected_place, corrected_statement, corrected_time
from onrecord.export.gold.referred import referred
from onrecord.export.gold.settled import Settled, settle
from onrecord.export.material import LeftOut
from onrecord.record import ById, Event, Judgement, Note, Place, Reader, Record, Statement, TimeExpression
from onrecord.record.judgement import Answers, answers_of

__all__ = ["gold_of"]

_NOTES: Final = {
    "record": "judged by people: nothing is in it but what they accepted or corrected; what the machine missed is not, nor what nobody decided on",
    "statements": "people judged who speaks, the words, the form, the speech act, the certainty and the polarity; nothing else is known of them",
    "places": "a place without reviewers was not judged: an event points to it, and it has its words alone",
    "events": "people judged type, status, polarity, certainty, place, time and who tells of them; who takes part was marked, the role was not asked about",
}  # fmt: skip


class _Part(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def extra(self) -> Mapping[str, object]: ...


T = TypeVar("T", Statement, Place, Event)


@dataclass(slots=True)
class _Sorted:
    """Parts of one report sorted into what is gold and what is not."""

    answers: dict[str, Answers]
    left_out: list[LeftOut]

    def sort(self, kind: str, parts: Iterable[T], correct: Callable[[T, Mapping[str, Any]], T]) -> tuple[T, ...]:
        """The parts that people accepted or corrected, with their corrections; the others are left out with the reason."""
        found = []
        for part in parts:
            try:
                settled = self._settle(part.id)
                found.append(replace(correct(part, settled.value), extra={"reviewers": settled.reviewers}))
            except RecordError as reason:
                self.left_out.append(LeftOut(kind, part.id, str(reason)))
        return tuple(found)

    def _settle(self, id_: str) -> Settled:
        answers = self.answers.pop(id_, None)
        if answers is None:
            raise RecordError("nobody judged it")
        return settle(answers)


def gold_of(
    record: Record, judgements: Iterable[Judgement], *, names: bool = False
) -> tuple[Record | None, list[LeftOut]]:
    """What people say is so of one report, in the format of records.

    What somebody could not tell and what reviewers disagree on is left out, as is what nobody judged, and what the judged parts do
    not point to.

    Args:
        record: What the machine read.
        judgements: What people decided about the report and its parts, in the order in which they did, with what was undone.
        names: Say who judged; otherwise only how many did.

    Returns:
        The record, or None where nothing is accepted or corrected; and what is not in it, with the reason.
    """
    things = list(answers_of(judgements).values())
    first = [next(iter(answers.values())) for answers in things]
    by_id: dict[str, Answers] = {
        one.record_id: answers for one, answers in zip(first, things, strict=True) if one.record_id is not None
    }
    sorted_ = _Sorted(by_id, [])
    parts, text = ById.of(record), record.document.text
    times: dict[str, TimeExpression] = {}
    judged = set(by_id)

    def correct_event(one: Event, value: Mapping[str, Any]) -> Event:
        if (time := corrected_time(one, value, parts)) is not None:
            times[time.id] = time
        return corrected_event(one, value, parts)

    statements = sorted_.sort(
        "statement", record.statements, lambda one, value: corrected_statement(one, value, parts, text)
    )
    places = sorted_.sort("place", record.places, lambda one, value: corrected_place(one, value, parts))
    events = sorted_.sort("event", record.events, correct_event)
    left = sorted_.left_out
    left += [
        LeftOut("judgement", id_, "is on no statement, place or event of the newest reading")
        for id_ in (*sorted_.answers, *(one.object_id for one in first if one.record_id is None))
    ]
    if not (statements or places or events):
        return None, left
    kept = referred(statements, places, events, times, parts, judged)
    notes = [Note(where, what) for where, what in _NOTES.items() if where == "record" or getattr(kept, where)]
    whole = Record(
        record.document, kept.mentions, kept.chains, kept.times, kept.places, kept.statements, kept.events,
        reader=_reader(record.reader, things, names=names), notes=(*notes, *kept.notes),
        # No part of it is complete: a scorer would count as false what nobody judged.
        extra={"gold": []},
    )  # fmt: skip
    return whole, left


def _reader(machine: Reader | None, things: Iterable[Answers], *, names: bool) -> Reader:
    who = sorted({name for answers in things for name in answers})
    read = {"name": machine.name, "version": machine.version, "model_sha256": machine.model_sha256} if machine else None
    return Reader("people", "1", extra={"reviewers": who if names else len(who), "judged": read})
