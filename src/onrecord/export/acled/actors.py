"""The actors of a row: who is told to have done it, and to whom, as ACLED writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from onrecord.export.acled.people import called
from onrecord.export.acled.row import Check
from onrecord.ontology import NotCoded, actor_name, inter_of, inter_of_unnamed, may_act
from onrecord.record import ById, Event, Incident, Span
from onrecord.record.vocabulary import Blame
from onrecord.reference.registry import Entry, Registry

__all__ = ["Actor", "Parties", "actors_of", "parties_of"]

_OF_A_STATE: Final = frozenset({"state", "government", "armed_forces", "ministry", "agency"})
_BLAMES: Final = {
    "claimed": "it is claimed, by itself or by others",
    "suspected": "it is suspected",
    "suspected_by_authorities": "it is suspected by authorities",
    "possible": "it is possible",
}
_NO_GROUP: Final = frozenset({"person", "office", "monitor", "outlet"})
_GOVERNS: Final = frozenset({"state", "government", "ministry"})
_NOBODY: Final = {"Protests": "protesters", "Riots": "rioters"}
"""Who acts in an event of this type if nobody is named."""
_NOT_NAMED: Final = "who did it is not told firmly enough to be named"
_CIVILIANS: Final = 7
_FORCES: Final = frozenset(
    "forces troops soldiers army military jets jet warplanes warplane planes plane aircraft helicopters helicopter bombers drone drones".split()
)
_AND: Final = frozenset(("and", "the"))
_NOT_ITS_OWN: Final = frozenset(
    "pro backed led allied rebel rebels opposition democratic free kurdish militia militias kurds".split()
)
"""Beside the adjective of a state, words of forces that are not that state's own."""
_VIOLENT: Final = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part.

    Attributes:
        name: ACLED's name for them.
        inter: ACLED's kind, 1 to 8; None where it is not known.
        words: The words of the report.
        why: Where name and kind come from.
        entry: Their id in the registry; None for those that it does not have.
        called: What kind of people they are called, where they have no name ("civilians").
        named: Whether the report gives a name.
    """

    name: str
    inter: int | None
    words: str
    why: str
    entry: str | None = None
    called: str | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Parties:
    """The two sides of a row.

    Attributes:
        first: Who acts, the first of them in `actor1`.
        second: The others.
        not_named: Who is said to have done it too weakly for a column, with the words and how firmly.
        people: Single people who take part; ACLED's actors are groups.
    """

    first: tuple[Actor, ...]
    second: tuple[Actor, ...]
    not_named: tuple[str, ...]
    people: tuple[str, ...] = ()

    def checks(self) -> Iterator[Check]:
        """What a coder would check in them."""
        for side, actors in (("1", self.first), ("2", self.second)):
            for at, actor in enumerate(actors):
                yield Check(f"actor{side}" if at == 0 else f"assoc_actor_{side}", actor.words, actor.why)
        for words in self.people:
            yield Check("actor1", words, "a person takes part; ACLED's actors are groups, a coder has to say which")


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody as the record has them."""

    chain: str | None
    spans: tuple[Span, ...]
    blame: Blame | None = None


def parties_of(
    type_: tuple[str, str], told: tuple[Incident, Sequence[Event]], country: str | None, parts: ById, registry: Registry,
    claimants: frozenset[str] = frozenset(),
) -> Parties:  # fmt: skip
    """Finds both sides.

    Args:
        type_: The event's type in the ontology, and ACLED's event type.
        told: The incident with the mentions that are coded.
        country: ISO code of the country where it was.
        parts: The record's parts.
        registry: The actors that are known.
        claimants: Chains of those who claim to have done it themselves.
    """
    incident, events = told
    does = [_Named(one.chain, one.spans, one.blame) for one in incident.perpetrators] or _arguments(events, ("actor",))
    firm = [one for one in does if one.blame in (None, "fact") or one.chain in claimants]
    weak = [one for one in does if one not in firm]
    suffers = [_Named(one.chain, one.spans) for one in (*incident.targets, *incident.victims)]
    suffers += _arguments(events, ("target", "recipient", "victim"))
    where = _Where(country, parts, registry, type_[1])
    first = [
        one for one in _all(where, firm, does=True) if may_act_in(type_[0], one) and not _suffers_only(type_[1], one)
    ]
    names = {actor.name for actor in first}
    suffers = [one for one in suffers if not where.is_the_country(one)]
    second = [one for one in _all(where, suffers) if one.name not in names and may_act_in(type_[0], one)]
    first, second = _once(first), _once(second)
    if type_[1] == "Battles" and len(first) > 1 and not second and not where.stand_together(first[0], first[1]):
        # "Clashes between the army and rebels": both act.
        first, second = first[:1], first[1:]
    if not first and (unnamed := where.nobody(*type_)):
        first = [unnamed]
    if type_[1] == "Violence against civilians" and not second and (civilians := where.unnamed("civilians")):
        second = [
            replace(civilians, why="by the type of the event; whom it was done to is not told in words that are known")
        ]
    people = dict.fromkeys(
        " ".join(one.spans[0].text.split()) for one in (*firm, *suffers) if one.spans and where.is_person(one)
    )
    weakly = tuple(f"{where.name(one)} ({_BLAMES.get(one.blame or '', 'not certain')})" for one in weak)
    return Parties(tuple(first), tuple(second), tuple(dict.fromkeys(weakly)), tuple(people))


def actors_of(
    named: tuple[str | None, tuple[Span, ...]],
    country: str | None,
    parts: ById,
    registry: Registry,
    *,
    does: bool = False,
) -> tuple[Actor, ...]:
    """Who some words mean, as ACLED writes them; nobody for single people, things and places.

    Args:
        named: Id of the chain, and the words.
        country: ISO code of the country where it was.
        parts: The record's parts.
        registry: The actors that are known.
        does: Whether they act; only then "Russian" alone means forces.
    """
    return _Where(country, parts, registry, "").actors(_Named(*named), does=does)


def _all(where: _Where, told: Iterable[_Named], *, does: bool = False) -> Iterator[Actor]:
    return (actor for one in told for actor in where.actors(one, does=does))


def _suffers_only(event_type: str, actor: Actor) -> bool:
    """Whether somebody is never the one who acts: civilians, where force is used."""
    return event_type in _VIOLENT and actor.inter == _CIVILIANS


def may_act_in(type_: str, actor: Actor) -> bool:
    """Whether ACLED makes somebody of this kind an actor of such an event."""
    return actor.inter is None or may_act(type_, actor.inter)


def _arguments(events: Iterable[Event], roles: Sequence[str]) -> list[_Named]:
    return [
        _Named(one.chain, one.spans, "claimed" if event.status == "claimed" else None)
        for event in events
        for one in event.arguments
        if one.role in roles
    ]


def _once(actors: Iterable[Actor]) -> list[Actor]:
    return list({actor.name: actor for actor in reversed(list(actors))}.values())[::-1]


@dataclass(frozen=True, slots=True)
class _Where:
    """What actors are, seen from the country where it happened."""

    country: str | None
    parts: ById
    registry: Registry
    event_type: str

    def name(self, one: _Named) -> str:
        """What the report calls somebody."""
        chain = self.parts.chains.get(one.chain or "")
        words = " … ".join(span.text for span in one.spans)
        return " ".join(((chain.name if chain else None) or words or "?").split())

    def actors(self, one: _Named, *, does: bool) -> tuple[Actor, ...]:
        """Somebody as ACLED writes them; nobody for things, places, and words that tell no kind of people."""
        found = self._actor(one)
        if found is not None and found.named:
            return (found,)
        return tuple(self._forces(one, does=does)) or ((found,) if found else ())

    def stand_together(self, one: Actor, other: Actor) -> bool:
        """Whether the registry has one of them on the other's side."""
        entries = [self.registry.get(actor.entry) for actor in (one, other) if actor.entry is not None]
        told = {(side.stance, side.entry) for entry in entries for side in entry.sides}
        return len(entries) == 2 and any(("with", entry.id) in told for entry in entries)

    def is_the_country(self, one: _Named) -> bool:
        """Whether it is the country where it happened, or its people: "areas of northern Syria" and "Syrians" are no army."""
        chain = self.parts.chains.get(one.chain or "")
        if chain is None or chain.kind not in ("location", "nationality") or chain.actor not in self.registry.rows:
            return False
        entry = self.registry.get(str(chain.actor))
        return entry.kind == "state" and entry.country == self.country

    def _forces(self, one: _Named, *, does: bool) -> Iterator[Actor]:
        """The forces of states without a name: "Syrian and Russian warplanes", "government troops", and "Russian" of strikes."""
        if one.chain is not None and self.is_person(one):
            return
        words = " … ".join(span.text for span in one.spans)
        told = re.findall(r"[^\W\d_]+", words)
        low = [word.casefold() for word in told]
        states = [self.registry.state_of(word) if word[:1].isupper() else None for word in told]
        alone = does and all(state or word in _AND for word, state in zip(low, states, strict=True))
        if not (alone or _FORCES.intersection(low)) or _NOT_ITS_OWN.intersection(low):
            return
        for state in dict.fromkeys(filter(None, states)):
            own = [f"{entry.id}-armed-forces" for entry in self.registry.states(state)]
            if own and own[0] in self.registry.rows:
                yield self._known(self.registry.get(own[0]), words)
        if "government" in low and not any(states) and (army := self.unnamed("armed_forces", words)):
            yield army

    def _actor(self, one: _Named) -> Actor | None:
        chain = self.parts.chains.get(one.chain or "")
        words = " … ".join(span.text for span in one.spans) or self.name(one)
        if self.is_person(one):
            return None
        actor = chain.actor if chain else None
        if actor is not None and actor in self.registry.rows:
            return self._known(self.registry.get(actor), words)
        kind = called(words) or called(self.name(one))
        mentions = [self.parts.mentions[key] for key in chain.mentions if key in self.parts.mentions] if chain else []
        named = any(mention.form == "name" for mention in mentions) and not self.registry.state_of(self.name(one))
        if chain is not None and chain.kind == "organisation" and named:
            inter = inter_of_unnamed(kind) if kind else NotCoded("")
            why = "a name that the registry does not have"
            return Actor(
                self.name(one), None if isinstance(inter, NotCoded) else inter, words, why, called=kind, named=True
            )
        return self.unnamed(kind, words) if kind else None

    def is_person(self, one: _Named) -> bool:
        """Whether somebody is a single person with a name, or one who only tells of things."""
        chain = self.parts.chains.get(one.chain or "")
        if chain is not None and chain.actor in self.registry.rows:
            return self.registry.get(str(chain.actor)).kind in _NO_GROUP
        named = (
            (self.parts.mentions[key].form == "name" for key in chain.mentions if key in self.parts.mentions)
            if chain
            else ()
        )
        return chain is not None and chain.kind == "person" and any(named)

    def _known(self, entry: Entry, words: str) -> Actor:
        stance = self._stance(entry)
        inter = inter_of(entry.kind, entry.country, self.country, stance)
        why = f"registry: {entry.id}"
        kind = entry.kind
        if kind in _GOVERNS and self.event_type in ("Battles", "Explosions/Remote violence") and entry.country:
            kind, why = "armed_forces", f"{why}; where force is used, ACLED names its military"
        name = actor_name(kind, self.country_name(entry.country), entry.name)
        if isinstance(inter, NotCoded):
            why += f"; its kind is left open: {inter.reason}"
        return Actor(
            entry.name if isinstance(name, NotCoded) else name, None if isinstance(inter, NotCoded) else inter, words, why,
            entry.id, named=True,
        )  # fmt: skip

    def unnamed(self, kind: str, words: str = "") -> Actor | None:
        """People without a name; None where the country is not known."""
        name, inter = actor_name(kind, self.country_name(self.country)), inter_of_unnamed(kind)
        if isinstance(name, NotCoded) or isinstance(inter, NotCoded):
            return None
        # An army without a name is that of the country.
        return Actor(name, inter, words, "no name is given", called=kind, named=kind in ("armed_forces", "police"))

    def nobody(self, type_: str, event_type: str) -> Actor | None:
        """Who stands as actor where nobody is named."""
        if type_ == "air_strike":
            return Actor("Unidentified Military Forces", None, "", _NOT_NAMED)
        kind = _NOBODY.get(event_type) or ("armed_group" if event_type in _VIOLENT else None)
        actor = self.unnamed(kind) if kind else None
        return replace(actor, why=_NOT_NAMED, called=None) if actor else None

    def country_name(self, code: str | None) -> str | None:
        """The English name of a country."""
        states = self.registry.states(code) if code else ()
        return states[0].name if states else None

    def _stance(self, entry: Entry) -> Literal["with", "against"] | None:
        """Whether it stood with the state of the country or against it."""
        for side in entry.sides:
            other = self.registry.get(side.entry) if side.entry in self.registry.rows else None
            if other is not None and other.kind in _OF_A_STATE and other.country == self.country:
                return "against" if side.stance == "against" else "with"
        return None
