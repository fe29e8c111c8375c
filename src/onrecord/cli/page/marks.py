"""What a page marks besides statements: the words for events, quantities and states, as a layer that can be switched off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from onrecord.export.html.markup import in_text
from onrecord.record import Quantity, Record, Span
from onrecord.wording.circumstances import figure
from onrecord.wording.told import IncidentRow, StateRow

__all__ = ["Mark", "happened", "marks_of"]

_OPEN: Final = 25
"""Longer lists begin closed."""
_TOOK_PLACE: Final = ("happened", "ongoing", None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that tells of something.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        kind: What it tells of; an other_event is denied, planned, threatened or the like at this place.
        tag: What stands behind it: the event's or state's name, or the range of a number that is none in words.
        first: Whether links to the event or the state lead here.
    """

    start: int
    end: int
    kind: Literal["event", "other_event", "quantity", "state"]
    tag: str
    first: bool = False


def marks_of(record: Record, incidents: Sequence[IncidentRow], states: Sequence[StateRow]) -> tuple[Mark, ...]:
    """All marks of a report, in the order of the text."""
    found = [*_triggers(incidents), *_holding(states), *_numbers(record.quantities)]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


def happened(incidents: Sequence[IncidentRow], states: Sequence[StateRow], key: str) -> Iterator[str]:
    """Writes the lists of what happened and of what holds, with links into the text."""
    if incidents:
        told = [(one.name, *_told(one)) for one in incidents]
        yield from _list("What happened, or is said to", told, _linked(incidents), key)
    if states:
        yield from _list("What holds", [(one.name, *_held(one)) for one in states], _linked(states), key)


def _list(title: str, items: Sequence[tuple[str, str, Sequence[str]]], linked: set[str], key: str) -> Iterator[str]:
    yield f'<details class="layer"{" open" if len(items) <= _OPEN else ""}><summary>{title}: {len(items)}</summary><ul>'
    for name, what, details in items:
        tag = f'<a class="n h" href="#{key}{name}">{name}</a>' if name in linked else f'<span class="n h">{name}</span>'
        told = " · ".join(f"<bdi>{in_text(detail)}</bdi>" for detail in details if detail)
        yield f'<li>{tag} <span class="who"><bdi>{in_text(what)}</bdi></span> <span class="how">{told}</span></li>'
    yield "</ul></details>\n"


def _told(one: IncidentRow) -> tuple[str, Sequence[str]]:
    whom = ", ".join(one.whom)
    did = [", ".join(one.who), f"→ {whom}" if whom else "", *(f"with {means}" for means in one.means)]
    return one.what, [" ".join(filter(None, did)), one.where, one.when, ", ".join(one.toll), *one.voices]


def _held(one: StateRow) -> tuple[str, Sequence[str]]:
    return one.who or "—", [" ".join(filter(None, (one.what, one.many))), one.words, one.where, one.when, *one.voices]


def _linked(items: Iterable[IncidentRow | StateRow]) -> set[str]:
    """What has words in the text, so that a link leads somewhere."""
    return {
        item.name for item in items if any(_triggers([item]) if isinstance(item, IncidentRow) else _holding([item]))
    }


def _triggers(incidents: Iterable[IncidentRow]) -> Iterator[Mark]:
    for one in incidents:
        found = [(event, words) for event in one.events if (words := _words(event.trigger))]
        for at, (event, words) in enumerate(found):
            took_place = event.status in _TOOK_PLACE and event.polarity != "negative"
            yield Mark(*words, "event" if took_place else "other_event", one.name, at == 0)


def _holding(states: Iterable[StateRow]) -> Iterator[Mark]:
    for one in states:
        if words := _words(one.state.span):
            yield Mark(*words, "state", one.name, first=True)


def _numbers(quantities: Iterable[Quantity]) -> Iterator[Mark]:
    for one in quantities:
        if words := _words(one.span):
            yield Mark(*words, "quantity", "" if one.modifier in ("exact", None) else figure(one.low, one.high))


def _words(span: Span | None) -> tuple[int, int] | None:
    """Where words begin and end without the blanks around them; None where there is nothing to see."""
    text = span.text if span else ""
    if span is None or not text.strip():
        return None
    start = span.start + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
