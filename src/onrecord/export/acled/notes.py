"""The notes of a row: the exact words, who says so, and what is disputed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.record import NARRATOR, ById, Event, Span

__all__ = ["ITSELF", "notes_of", "sentence_at", "voices_of"]

ITSELF: Final = "the report itself"
_LONGEST: Final = 600
_MOST: Final = 4
# An initial, a title or a month before a full stop ends no sentence.
_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|No))(?<!\b(?:Mrs|Gen|Col|Maj|Sgt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?<!\b(?:Capt|Brig|Sept))"
    r"[.!?…][”’\"')\]]*(?=\s)|\n"
)
_UNSAID: Final = {
    "claimed": "told at a distance, as a claim",
    "ongoing": "told as going on",
    "attempted": "told as an attempt",
}
_UNSURE: Final = {"probable": "told as probable"}


def notes_of(text: str, coded: Sequence[Event], others: Sequence[Event], parts: ById, more: Iterable[str]) -> str:
    """Writes the notes.

    Args:
        text: The report's text.
        coded: The mentions that the row rests on.
        others: The other mentions of the same incident: denials, doubts.
        parts: The record's parts.
        more: What else there is to say, a sentence each.
    """
    told = [f"“{words}” ({', '.join(by)})" for words, by in _sentences(text, coded, parts)]
    said = [f"Also {_as(event)}: “{_words(event)}” ({', '.join(voices_of([event], parts))})." for event in others]
    return " ".join([*told, *dict.fromkeys([*_doubts(coded), *said, *more])])


def voices_of(events: Iterable[Event], parts: ById) -> tuple[str, ...]:
    """Who tells of events: the fullest name of each, or the report itself."""
    found: dict[str, None] = {}
    for event in events:
        for key in event.asserted_by or (NARRATOR,):
            statement = parts.statements.get(key)
            name = (parts.speaker(statement) or "nobody named") if statement else ITSELF if key == NARRATOR else key
            found[" ".join(name.split())] = None
    return tuple(found)


def sentence_at(text: str, span: Span) -> str:
    """The sentence that some words stand in, on one line; of a very long one what stands around them."""
    start = max(
        (hit.end() for hit in _END.finditer(text, max(0, span.start - 2 * _LONGEST), span.start)),
        default=max(0, span.start - 2 * _LONGEST),
    )
    after = _END.search(text, span.end)
    end = after.end() if after else len(text)
    before, behind = max(start, span.start - _LONGEST // 2), min(end, span.end + _LONGEST // 2)
    words = " ".join(text[before:behind].split())
    return f"{'…' if before > start else ''}{words}{'…' if behind < end else ''}"


def _sentences(text: str, events: Sequence[Event], parts: ById) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each sentence once, with those who tell of the event in it."""
    found: dict[str, list[Event]] = {}
    for event in events:
        if event.trigger is not None:
            found.setdefault(sentence_at(text, event.trigger), []).append(event)
    for words, told in list(found.items())[:_MOST]:
        yield words, voices_of(told, parts)


def _doubts(events: Sequence[Event]) -> Iterator[str]:
    for event in events:
        if event.status in _UNSAID:
            yield f"“{_words(event)}” is {_UNSAID[event.status]}."
        if event.certainty in _UNSURE:
            yield f"“{_words(event)}” is {_UNSURE[event.certainty]}."
        if event.extra.get("background") is True:
            yield f"“{_words(event)}” is told as background."


def _as(event: Event) -> str:
    if event.certainty in ("possible", "unspecified") and event.status in ("happened", "ongoing", "claimed", None):
        return "told as possible"
    return f"told as {event.status or 'not known'}" if event.status != "denied" else "denied"


def _words(event: Event) -> str:
    return " ".join(event.trigger.text.split()) if event.trigger else ""
