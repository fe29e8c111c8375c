"""From words for a time to the time. In: a reading. Out: its times with values, days, precision and derivation, and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from onrecord.record import Note, Reading, TimeExpression
from onrecord.record.time_words import Calendar, TimeWords
from onrecord.record.vocabulary import Derivation
from onrecord.resolve.times.arithmetic import completed, overlaid, shifted
from onrecord.resolve.times.periods import days_of, fault_of, narrowed, precision_of, value_of
from onrecord.resolve.times.story import Anchor, is_history, speech_of

WHOLE = Calendar()


@dataclass(slots=True)
class Teller:
    """Where the telling stands, while a report is gone through.

    Attributes:
        speech: When the report was written.
        history: Whether bare names are those of the time told of.
        told: What was told of last.
        day: The last day that was told of.
    """

    speech: Anchor | None
    history: bool
    told: Anchor | None = None
    day: Anchor | None = None
    month: Anchor | None = None

    def anchor_of(self, words: TimeWords) -> Anchor | None:
        """What an expression is to be counted from."""
        base = words.shift.base if words.shift else words.base
        if base == "story":
            return self._story(words) or (self.speech if not self.history else None)
        if self.history:
            return self._story(words) or (self.speech if words.shift is None else None)
        return self.speech

    def _story(self, words: TimeWords) -> Anchor | None:
        unit = words.shift.unit if words.shift else None
        c = words.calendar
        if unit in ("D", "W", "WE", "H") or (c and (c.weekday or c.part or c.clock) and not c.month and not unit):
            return self.day
        if unit in ("M", "Q") or (c and c.day and not c.month):
            return self.month
        return self.told

    def tell(self, words: TimeWords, at: Calendar) -> None:
        """Goes on from an expression."""
        if at.year is None or words.aside:
            return
        self.told = Anchor(at, words.span)
        if at.month is not None:
            self.month = self.told
        if at.day is not None:
            self.day = self.told


@dataclass(slots=True)
class Found:
    """An expression with the time that it was found to mean."""

    words: TimeWords
    at: Calendar | None = None
    derivation: Derivation = "unanchored"
    anchor: Anchor | None = None
    fault: str | None = None
    notes: list[str] = field(default_factory=list)


def resolve_times(reading: Reading) -> tuple[tuple[TimeExpression, ...], tuple[Note, ...]]:
    """Tells when the expressions of a report are.

    Args:
        reading: What the reader found.

    Returns:
        One time for each of its expressions, and notes on those that cannot be.
    """
    speech = speech_of(reading.document, reading.times)
    teller = Teller(speech, is_history(reading.times, speech))
    found = [_found(words, teller) for words in reading.times]
    return tuple(map(_expression, found)), tuple(_notes(found))


def _found(words: TimeWords, teller: Teller) -> Found:
    if words.calendar is None and words.shift is None:
        return Found(words, derivation="written" if words.value else "unanchored")
    written = words.calendar or WHOLE
    if fault := fault_of(written):
        return Found(words, fault=fault)
    whole = written.year is not None or written.decade is not None or written.century is not None
    if whole and words.shift is None:
        at = replace(written, weekday=None)
        teller.tell(words, at)
        return Found(words, at, "written")
    anchor = teller.anchor_of(words)
    at = _worked_out(words, written, anchor, teller) if anchor else None
    if at is None:
        return Found(words, written if written != WHOLE else None)
    if fault := fault_of(at):
        return Found(words, fault=fault)
    teller.tell(words, at)
    return Found(words, at, "anchored", anchor)


def _worked_out(words: TimeWords, written: Calendar, anchor: Anchor, teller: Teller) -> Calendar | None:
    shift = words.shift
    if shift is None:
        # A story goes on within its year; a report of the day looks back, or ahead.
        pick = (
            0
            if words.pick is None and (teller.history or words.base == "story") and written.weekday is None
            else words.pick
        )
        at = completed(written, anchor.at, pick, words.tense)
        return at if days_of(at) is not None or at.bc else None
    if shift.count is None:
        return None
    base = shifted(anchor.at, shift.unit, shift.count)
    return overlaid(base, written) if base is not None else None


def _expression(found: Found) -> TimeExpression:
    words = found.words
    extra: dict[str, object] = {"mod": words.mod} if words.mod else {}
    if found.fault:
        return TimeExpression(words.id, words.span, words.type, None, None, None, "none", "unanchored", extra=extra)
    if found.at is None:
        return TimeExpression(
            words.id, words.span, words.type, words.value, precision="none", derivation=found.derivation, extra=extra
        )
    days = narrowed(found.at, words.mod)
    return TimeExpression(
        id=words.id,
        span=words.span,
        type=words.type,
        value=value_of(found.at),
        earliest=days[0].isoformat() if days else None,
        latest=days[1].isoformat() if days else None,
        precision=precision_of(days),
        derivation=found.derivation,
        anchor=found.anchor.span if found.anchor else None,
        extra=extra,
    )


def _notes(found: list[Found]) -> Iterator[Note]:
    for one in found:
        if one.fault:
            yield Note(f"time {one.words.id}", f"{one.words.span.text!r} is no date: {one.fault}; its value stays open")
