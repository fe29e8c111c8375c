"""Who somebody is: from the words of a report to an actor as ACLED writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from onrecord.export.acled.people import called
from onrecord.ontology import NotCoded, actor_name, inter_of, inter_of_unnamed
from onrecord.record import ById, Span
from onrecord.record.vocabulary import Blame
from onrecord.reference.registry import Entry, Registry

__all__ = ["VIOLENT", "Actor", "Named", "Where", "actors_of"]

_OF_A_STATE: Final = frozenset({"state", "government", "armed_forces", "ministry", "agency"})
_NO_GROUP: Final = frozenset({"person", "office", "monitor", "outlet"})
_GOVERNS: Final = frozenset({"state", "government", "ministry"})
_NOBODY: Final = {"Protests": "protesters", "Riots": "rioters"}
"""Who acts in an event of this type if nobody is named."""
_NOT_NAMED: Final = "who did it is not told firmly enough to be named"
_FORCES: Final = frozenset(
    "forces troops soldiers army military jets jet warplanes warplane planes plane aircraft helicopters helicopter bombers drone drones".split()
)
_AND: Final = frozenset(("and", "the"))
_NOT_ITS_OWN: Final = frozenset(
    "pro backed led allied rebel rebels opposition democratic free kurdish militia militias kurds".split()
)
"""Beside the adjective of a state, words of forces that are not that state's own."""
VIOLENT: Final = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


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
class Named:
    """Somebody as the record has them.

    Attributes:
        chain: Id of the chain.
        spans: The words.
        blame: How firmly it is said that they did it.
    """

    chain: str | None
    spans: tuple[Span, ...]
    blame: Blame | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """What actors are, seen from where it happened.

    Attributes:
        country: ISO code of the country where it was.
        parts: The record's parts.
        registry: The actors that are known.
        event_type: ACLED's event type; "" where it does not matter.
    """

    country: str | None
    parts: ById
    registry: Registry
    event_type: str

    def name(self, one: Named) -> str:
        """What the report calls somebody."""
        chain = self.parts.chains.get(one.chain or "")
        words = " … ".join(span.text for span in one.spans)
        return " ".join(((chain.name if chain else None) or words or "?").split())

    def actors(self, one: Named, *, does: bool) -> tuple[Actor, ...]:
        """Somebody as ACLED writes them; nobody for things, places, and words that tell no kind of people."""
        found = self._actor(one)
        if found is not None and found.named and found.called != "armed_forces":
            return (found,)
        forces = tuple(self._forces(one, does=does))
        if found is not None and (not forces or "regime" in found.words.casefold()):
            return (*(force for force in forces if force.name != found.name), found)
        return forces

    def stand_together(self, one: Actor, other: Actor) -> bool:
        """Whether the registry has one of them on the other's side."""
        entries = [self.registry.get(actor.entry) for actor in (one, other) if actor.entry is not None]
        told = {(side.stance, side.entry) for entry in entries for side in entry.sides}
        return len(entries) == 2 and any(("with", entry.id) in told for entry in entries)

    def is_the_country(self, one: Named) -> bool:
        """Whether it is the country where it happened, or its people: "areas of northern Syria" and "Syrians" are no army."""
        chain = self.parts.chains.get(one.chain or "")
        if chain is None or chain.kind not in ("location", "nationality") or chain.actor not in self.registry.rows:
            return False
        entry = self.registry.get(str(chain.actor))
        return entry.kind == "state" and entry.country == self.country

    def _forces(self, one: Named, *, does: bool) -> Iterator[Actor]:
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

    def _actor(self, one: Named) -> Actor | None:
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

    def is_person(self, one: Named) -> bool:
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
        kind = _NOBODY.get(event_type) or ("armed_group" if event_type in VIOLENT else None)
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
    return Where(country, parts, registry, "").actors(Named(*named), does=does)
