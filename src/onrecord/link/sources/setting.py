"""The report that somebody speaks in, and which bodies its words name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from onrecord.link.sources.bodies import organisation_of
from onrecord.record import ById, Chain, Place, Record, Span
from onrecord.reference.registry import Entry, Registry, fold

__all__ = ["NO_STATE", "Setting", "words_of"]

_BODIES: Final = frozenset(
    "government armed_forces ministry agency office armed_group party coalition organisation monitor outlet".split()
)
_OF_EVERY_STATE: Final = frozenset("government armed_forces ministry agency outlet".split())
_LONGEST: Final = 7
"""Words in a name of a body."""
_WORD: Final = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")


def words_of(text: str) -> list[str]:
    """The words of a text, with what stands within them."""
    return _WORD.findall(text)


@dataclass(frozen=True, slots=True)
class Setting:
    """A report, and where and when it speaks.

    Attributes:
        record: The report.
        by_id: Its parts by their ids.
        registry: Who is known.
        day: ISO date of publication.
        country: ISO code of the country that most of its places lie in.
        actors: Ids of the actors of the registry that it tells of.
        told: For each chain what the report calls it where it speaks and where it has a role, with the spans.
    """

    record: Record
    by_id: ById
    registry: Registry
    day: str | None
    country: str | None
    actors: frozenset[str]
    told: Mapping[str, Sequence[tuple[str, tuple[Span, ...]]]]

    @classmethod
    def of(cls, record: Record, registry: Registry) -> Self:
        """That of a report."""
        countries = Counter(place.country for place in record.places if place.country)
        (most, number), *_ = countries.most_common(1) or [("", 0)]
        country = most if number * 2 > countries.total() else None
        published = record.document.published
        return cls(
            record,
            ById.of(record),
            registry,
            published[:10] if published else None,
            country,
            frozenset(chain.actor for chain in record.chains if chain.actor in registry.rows and chain.actor),
            _told(record),
        )

    def actor(self, chain: Chain | None) -> Entry | None:
        """The actor of the registry that a chain is."""
        return (
            self.registry.get(chain.actor)
            if chain is not None and chain.actor in self.registry.rows and chain.actor
            else None
        )

    def find(self, name: str, country: str | None = None) -> Entry | None:
        """The only body of that name; of several the one that the report tells of, or that of the country, or of the report's."""
        found = [entry for entry in self.registry.find(name) if entry.kind in _BODIES]
        if not found and (owned := _OWNED.match(name)):
            state = self.registry.state_of(owned[1])
            return self.find(owned[2], state) if state else None
        if not found and name.endswith("s") and name[:-1].isupper():
            return self.find(name[:-1], country)
        if not found and country is None:
            found = self._of_this_country(name)
        if len(found) > 1:
            here = [entry for entry in found if entry.id in self.actors and country in (None, entry.country)]
            found = here or [e for e in found if e.country == (country or self.country) and e.kind in _OF_EVERY_STATE]
        return found[0] if len(found) == 1 and self._may_bear(found[0], name) else None

    def _of_this_country(self, name: str) -> list[Entry]:
        """Bodies whose name begins with the people of the country that is reported on, which was left out: "National Coalition"."""
        if not name[:1].isupper() or " " not in name:
            return []
        peoples = {people for state in self.registry.states(self.country or "") for people in state.people}
        return [
            entry
            for people in sorted(peoples)
            for entry in self.registry.find(f"{people} {name}")
            if entry.kind in _BODIES and entry.country == self.country
        ]

    def _may_bear(self, entry: Entry, name: str) -> bool:
        """Whether a name that others bear, too, can be this one's here: it is told of, or of the country of the report."""
        shared = fold(name) in map(fold, entry.ambiguous)
        return not shared or entry.id in self.actors or entry.kind in _OF_EVERY_STATE or entry.country == self.country

    def office_in(self, text: str) -> Entry | None:
        """The office that a title names: of the state that is named with it, or of one that the report tells of."""
        words, state = words_of(text), self.state_in(text)
        told_of = {self.registry.get(actor).country for actor in self.actors}
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                title = fold(" ".join(words[start : start + length])).replace("advisor", "adviser")
                offices = {
                    office
                    for country in ({state} if state else told_of)
                    for office in self.registry.offices.get(f"{title}|{country or ''}", ())
                }
                if len(offices) == 1:
                    return self.registry.get(offices.pop())
        return None

    def state_media_in(self, text: str) -> Entry | None:
        """The state's outlet that a description means: "state TV", "Syria's official news agency"."""
        if (role := _STATE_MEDIA.search(text)) is None:
            return None
        country = self.state_in(text) or self.country
        if "agency" not in role[1].casefold():
            return self.find(
                "state television" if role[1].casefold() in ("tv", "television") else "state media", country
            )
        state = self.government(country)
        owned = [entry for entry in self.registry.outlets(country) if state is not None and entry.parent == state.id]
        agencies = [entry.id for entry in owned if "news agency" in fold(entry.name)]
        return self.registry.get(agencies[0]) if len(agencies) == 1 else None

    def ministry_in(self, text: str) -> Entry | None:
        """The ministry that a minister is of: "the French foreign minister"."""
        role = _MINISTRY.search(text)
        return self.find(f"{role[1]} ministry", self.state_in(text)) if role is not None else None

    def described(self, word: str) -> Entry | None:
        """The only actor of the report that is spoken of so: "the alliance"."""
        found = [one for one in self.registry.described.get(fold(word), ()) if one in self.actors]
        return self.registry.get(found[0]) if len(found) == 1 else None

    def body_in(self, text: str) -> Entry | None:
        """The body that a description names ("the army's", "Pentagon spokesman"): the longest name in it, of two the first."""
        words = words_of(text)
        country = self.state_in(text)
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                name = " ".join(words[start : start + length])
                if length == 1 and name.islower() and fold(name) not in _GENERIC:
                    continue
                # Some archives have lost their apostrophes: "SOHRs director".
                for tried in (name, name[:-1]) if name.endswith("s") else (name,):
                    if found := self.find(tried, country):
                        return found
        if (role := _MILITARY.search(text)) and not NO_STATE.search(text):
            return self.find(_SHORT[role[1].casefold()], country)
        if country is not None:
            return None
        return next((found for word in words if word.islower() and (found := self.described(word))), None)

    def state_in(self, text: str) -> str | None:
        """The ISO code of the first state that a description names: "US officials", "the ambassador of Chad"."""
        words = words_of(text)
        for start in range(len(words)):
            for length in (3, 2, 1):
                name = " ".join(words[start : start + length])
                if name[:1].isupper() and (
                    code := self.registry.state_of(name) or self.registry.state_of(name.rstrip("s"))
                ):
                    return code
        return None

    def government(self, country: str | None) -> Entry | None:
        """The government of a country."""
        states = self.registry.states(country or "")
        return organisation_of(self.registry, states[0], self.day) if len(states) == 1 else None

    def place_in(self, spans: Iterable[Span]) -> Place | None:
        """The first place that stands within the spans, if one does."""
        inside = {mention.id for mention in self.record.mentions if any(span.covers(mention.span) for span in spans)}
        return next((place for place in self.record.places if place.mention in inside and place.name), None)


_OWNED: Final = re.compile(r"(\S+(?: \S+){0,2}?)(?:['’]s|s['’]?|['’])\s+(.+)")
"""A state and what it owns: "Syria's army"; some archives have lost their apostrophes: "Syrias army"."""
_MILITARY: Final = re.compile(
    r"\b(military|security|intelligence)\s+(?:\w+\s+)?(?:sources?|officials?|spokes\w+|command|statement)\b",
    re.IGNORECASE,
)
_STATE_MEDIA: Final = re.compile(
    r"\b(?:state|government|official|regime)(?:[- ](?:run|owned|controlled|news))*\s+"
    r"(tv|television|media|radio|(?:news\s+)?agency)\b",
    re.IGNORECASE,
)
_MINISTRY: Final = re.compile(
    r"\b(foreign|defen[cs]e|interior|health)\s+(?:affairs\s+)?minist(?:er|ry)\b", re.IGNORECASE
)
_SHORT: Final = {"military": "army", "security": "government", "intelligence": "government"}
NO_STATE: Final = re.compile(
    r"\b(?:pro|anti|ex|former|rebel|opposition|insurgent|militant|western|coalition|kurdish|allied|foreign)\b",
    re.IGNORECASE,
)
"""With one of these it is not the state of the country where the report plays."""
_GENERIC: Final = frozenset("army government regime police parliament".split())
"""Names of a body that are written small; others of one word have a capital. "Military" says less: "a senior military commander"."""


def _told(record: Record) -> Mapping[str, Sequence[tuple[str, tuple[Span, ...]]]]:
    told: dict[str, dict[tuple[str, tuple[Span, ...]], None]] = defaultdict(dict)
    for source in (statement.source for statement in record.statements if statement.source is not None):
        for words in (" ".join(span.text for span in source.spans), source.name) if source.chain else ():
            if words:
                told[str(source.chain)][words, source.spans] = None
    for chain in record.chains:
        for role in chain.roles:
            told[chain.id][role.text, (role.span,) if role.span else ()] = None
    return {chain: tuple(descriptions) for chain, descriptions in told.items()}
