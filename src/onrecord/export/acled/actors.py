"""The actors of a row: who is told to have done it, and to whom, as ACLED writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.export.acled.row import Check
from onrecord.export.acled.who import VIOLENT, Actor, Named, Where
from onrecord.ontology import may_act
from onrecord.record import ById, Event, Incident
from onrecord.reference.registry import Registry

__all__ = ["Parties", "parties_of"]

_BLAMES: Final = {
    "claimed": "it is claimed, by itself or by others",
    "suspected": "it is suspected",
    "suspected_by_authorities": "it is suspected by authorities",
    "possible": "it is possible",
}
_CIVILIANS: Final = 7


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
    does = [Named(one.chain, one.spans, one.blame) for one in incident.perpetrators] or _arguments(events, ("actor",))
    firm = [one for one in does if one.blame in (None, "fact") or one.chain in claimants]
    weak = [one for one in does if one not in firm]
    suffers = [Named(one.chain, one.spans) for one in (*incident.targets, *incident.victims)]
    suffers += _arguments(events, ("target", "recipient", "victim"))
    where = Where(country, parts, registry, type_[1])
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


def _all(where: Where, told: Iterable[Named], *, does: bool = False) -> Iterator[Actor]:
    return (actor for one in told for actor in where.actors(one, does=does))


def _suffers_only(event_type: str, actor: Actor) -> bool:
    """Whether somebody is never the one who acts: civilians, where force is used."""
    return event_type in VIOLENT and actor.inter == _CIVILIANS


def may_act_in(type_: str, actor: Actor) -> bool:
    """Whether ACLED makes somebody of this kind an actor of such an event."""
    return actor.inter is None or may_act(type_, actor.inter)


def _arguments(events: Iterable[Event], roles: Sequence[str]) -> list[Named]:
    return [
        Named(one.chain, one.spans, "claimed" if event.status == "claimed" else None)
        for event in events
        for one in event.arguments
        if one.role in roles
    ]


def _once(actors: Iterable[Actor]) -> list[Actor]:
    return list({actor.name: actor for actor in reversed(list(actors))}.values())[::-1]
