"""What a report without a date of its own still tells: it was written after what it looks back on.

In: its times. Out: the same, "now" with the day before which it cannot be, and a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.record import Note, TimeExpression
from onrecord.record.time_words import TimeWords


def with_bounds(
    times: Sequence[TimeExpression], words: Sequence[TimeWords]
) -> tuple[tuple[TimeExpression, ...], list[Note]]:
    """Bounds what is counted from an unknown day of publication.

    Args:
        times: The times of a report of which no day is known.
        words: Their words, in the same order.
    """
    past = [t for t, w in zip(times, words, strict=True) if t.earliest is not None and w.tense == "past"]
    if not past:
        return tuple(times), []
    last = max(past, key=lambda t: t.earliest or "")
    bounded = tuple(
        replace(t, earliest=last.earliest, anchor=last.span) if _is_now(t, w) else t
        for t, w in zip(times, words, strict=True)
    )
    shown = last.span.text if last.span else ""
    what = f"no day of publication is given; the report looks back on {shown!r}, so it is of {last.earliest} or later"
    return bounded, [Note("document.published", what)]


def _is_now(time: TimeExpression, words: TimeWords) -> bool:
    if time.earliest is not None:
        return False
    shift = words.shift
    present = shift is not None and shift.base == "speech" and shift.unit == "D" and (shift.count or 0) >= 0
    return time.value in ("PRESENT_REF", "FUTURE_REF") or present
