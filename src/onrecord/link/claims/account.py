"""A report made ready to be asked what it puts forward: sentences, who speaks where, which event a word belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from onrecord.link.claims.proposition import Setting, Spot
from onrecord.link.claims.sides import Side, registry, sides_in
from onrecord.link.claims.vocabulary import SCENES, WAR_LONG
from onrecord.link.claims.whereabouts import Whereabouts, once_each, spots_of
from onrecord.link.claims.words import Sentences, Word, iter_words, stems_of
from onrecord.link.sources import Speaker, speakers_in
from onrecord.record.by_id import ById
from onrecord.record.event import Event
from onrecord.record.incident import Incident
from onrecord.record.record import Record
from onrecord.record.time import TimeExpression

_HEAD: Final = 400
"""Code points at the beginning of a report that tell what it is about."""
_ABOUT: Final = 40
_NEAR: Final = 0.15
"""Share of the stems of a sentence that are in the head, if it tells of what the report is about."""
_SCENE: Final = {noun: scene for scene, nouns in SCENES.items() for noun in nouns}
_ANYWHERE: Final = frozenset({"village", "home", "position"})
_NEWS_DAYS: Final = 3
"""A report that names no day tells of the days before it was published."""
_RECENT: Final = 12
"""Days before publication within which the time of an incident is no better known than that it is news."""
_OLD: Final = 40
"""Days before publication from which on what is told is no news but the war so far."""
_WIDEST: Final = 10
"""Days: a longer time is no day of an event."""
_REACH: Final = 3
"""Sentences back that a word without an event of its own takes one from."""
NOT_VIOLENT: Final = frozenset({
    "talks", "agreement", "call", "support", "visit", "cooperation", "accusation", "condemnation", "investigation", "appointment", "resignation",
    "trial", "sanctions", "aid_delivered", "ceasefire", "threat", "negotiation_refused", "arms_supply",
})  # fmt: skip


@dataclass(frozen=True)
class Account:
    """A record with what is asked of it again and again.

    Attributes:
        record: The report as it was read.
    """

    record: Record
    _settings: dict[tuple[int, str | None], tuple[Setting, str | None]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def text(self) -> str:
        """The text of the report."""
        return self.record.document.text

    @cached_property
    def sentences(self) -> Sentences:
        """Its sentences."""
        return Sentences.of(self.text)

    @cached_property
    def parts(self) -> ById:
        """The parts of the record by their ids."""
        return ById.of(self.record)

    @cached_property
    def speakers(self) -> Mapping[str, tuple[Speaker, ...]]:
        """Who speaks in each statement, and for "narrator" the outlet itself."""
        return speakers_in(self.record, registry())

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence."""
        return tuple(tuple(iter_words(self.sentences.words(k), start)) for k, start in enumerate(self.sentences.starts))

    @cached_property
    def sides(self) -> tuple[tuple[Side, ...], ...]:
        """The sides that each sentence names."""
        return tuple(sides_in(words, self.country) for words in self.words)

    @cached_property
    def country(self) -> str | None:
        """The country that is reported on: the one that most of its places lie in."""
        found = Counter(p.country for p in self.record.places if p.country and p.precision != "country")
        found = found or Counter(p.country for p in self.record.places if p.country)
        return max(found, key=lambda c: (found[c], c)) if found else None

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """The places that its sentences name."""
        return Whereabouts(self.record, self.sentences, self.country)

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Stems of the headline and the lead."""
        return stems_of(f"{self.record.document.title or ''} {self.text[:_HEAD]}")[:_ABOUT]

    @cached_property
    def incidents(self) -> dict[str, Incident]:
        """The incidents by the events that tell of them."""
        return {event: incident for incident in reversed(self.record.incidents) for event in incident.events}

    @cached_property
    def events_in(self) -> dict[int, list[Event]]:
        """The events of each sentence, in order."""
        found: dict[int, list[Event]] = {}
        for event in self.record.events:
            if event.trigger is not None:
                found.setdefault(self.sentences.at(event.trigger.start), []).append(event)
        return found

    @cached_property
    def main(self) -> Event | None:
        """The event that the report is about: the first of the incident with the most events."""
        sizes = Counter(
            self.incidents[e.id].id for e in self.record.events if e.id in self.incidents and e.type not in NOT_VIOLENT
        )
        if not sizes:
            return None
        most = max(sizes.values())
        return next(
            e for e in self.record.events if e.id in self.incidents and sizes.get(self.incidents[e.id].id) == most
        )

    @cached_property
    def published(self) -> str | None:
        """The day on which it was published."""
        day = (self.record.document.published or "")[:10]
        return day if _is_day(day) else None

    def event_near(self, offset: int, violent: bool = True) -> Event | None:
        """The event that a word belongs to: the nearest of its sentence, else the last one before, else the main one."""
        here = self.sentences.at(offset)
        for number in range(here, max(-1, here - _REACH - 1), -1):
            told = [e for e in self.events_in.get(number, ()) if not violent or (e.type not in NOT_VIOLENT)]
            if told:
                return min(told, key=lambda e: abs((e.trigger.start if e.trigger else 0) - offset))
        return self.main

    def setting_at(self, offset: int) -> tuple[Setting, str | None]:
        """Where, when and in which act a word's sentence is set; with the id of its incident."""
        number = self.sentences.at(offset)
        event = self.event_near(offset)
        key = (number, event.id if event else None)
        if key not in self._settings:
            self._settings[key] = self._setting(number, event)
        return self._settings[key]

    def _setting(self, number: int, event: Event | None) -> tuple[Setting, str | None]:
        incident = self.incidents.get(event.id) if event else None
        words = self.sentences.words(number)
        stems = stems_of(words)
        low = {word.low for word in self.words[number]}
        long = ("since" in low and len(low & WAR_LONG) >= 2) or len(low & WAR_LONG) >= 3
        earliest, latest, dated = self._days(event, incident)
        long = long or (not (event and event.time) and self._is_old(number))
        spots = once_each(
            [
                *self.whereabouts.named.get(number, ()),
                *self._spots([event.place if event else None, incident.place if incident else None]),
            ]
        )
        scenes = scenes_in(self.words[number])
        aside = self._aside(number, stems, scenes)
        about = self._around(number) if aside else self.about
        setting = Setting(
            spots=spots,
            towns=self.whereabouts.towns_at(number),
            earliest=earliest,
            latest=latest,
            dated=dated,
            act=event.type if event else None,
            about=about,
            words=stems,
            scenes=scenes or (() if aside else self._scenes),
            aside=aside,
            long=long,
        )
        return setting, incident.id if incident else None

    def _is_old(self, number: int) -> bool:
        """Whether all the times that a sentence names are long before the report: "launched its strikes in September"."""
        if self.published is None:
            return False
        start, end = self.sentences.starts[number], self.sentences.ends[number]
        named = [
            time.latest[:10]
            for time in self.record.times
            if time.type == "DATE" and time.latest and time.span is not None and start <= time.span.start < end
        ]
        limit = (date.fromisoformat(self.published) - timedelta(_OLD)).isoformat()
        return bool(named) and max(named) < limit

    def _aside(self, number: int, stems: Sequence[str], scenes: Sequence[str]) -> bool:
        """Whether a sentence tells of something else than the report is about: of another scene, or of another place."""
        if number <= 1 or self.sentences.starts[number] < _HEAD:
            return False
        if scenes and self._scenes:
            return not set(scenes) & set(self._scenes)
        narrow = {spot.bare for spot in self.whereabouts.named.get(number, ()) if not spot.coarse}
        head = {
            spot.bare
            for at, spots in self.whereabouts.named.items()
            if self.sentences.starts[at] < _HEAD
            for spot in spots
        }
        near = len(set(stems) & set(self.about)) >= _NEAR * max(1, len(stems))
        return bool(narrow and head) and not narrow & head and not near

    def _around(self, number: int) -> tuple[str, ...]:
        first, last = max(0, number - 1), min(len(self.words) - 1, number + 1)
        return stems_of(self.text[self.sentences.starts[first] : self.sentences.ends[last]])[:_ABOUT]

    @cached_property
    def _scenes(self) -> tuple[str, ...]:
        """What is struck, in the headline and the lead."""
        head = [w for words in self.words for w in words if w.start < _HEAD]
        return scenes_in([*iter_words(self.record.document.title or ""), *head])

    def _spots(self, ids: Iterable[str | None]) -> list[Spot]:
        places = [self.parts.places[key] for key in ids if key and key in self.parts.places]
        return [spot for place in places for spot in spots_of(place)]

    def _days(self, event: Event | None, incident: Incident | None) -> tuple[str | None, str | None, bool]:
        if bounds := _bounds(self.parts.times.get((event.time if event else None) or "")):
            return *bounds, True
        guessed = _bounds(self.parts.times.get((incident.time if incident else None) or ""))
        if self.published is None:
            return (*guessed, True) if guessed else (None, None, False)
        day = date.fromisoformat(self.published)
        if guessed and abs((day - date.fromisoformat(guessed[1])).days) > _RECENT:
            return *guessed, True
        # The time of another mention of the incident may be that of a caption or of another event.
        return (day - timedelta(_NEWS_DAYS)).isoformat(), self.published, False


def scenes_in(words: Iterable[Word]) -> tuple[str, ...]:
    """What is struck, by its kind, as far as words name it."""
    return tuple(sorted({_SCENE[w.low] for w in words if w.low in _SCENE} - _ANYWHERE))


def _is_day(day: str | None) -> bool:
    try:
        date.fromisoformat(day or "")
    except ValueError:
        return False
    return True


def _bounds(time: TimeExpression | None) -> tuple[str, str] | None:
    earliest, latest = (time.earliest or "")[:10] if time else "", (time.latest or "")[:10] if time else ""
    if not (_is_day(earliest) and _is_day(latest)):
        return None
    wide = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days
    return (earliest, latest) if 0 <= wide <= _WIDEST else None
