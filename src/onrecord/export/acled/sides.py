"""The actors of an event that several reports tell of. In: both sides as each report has them. Out: both sides of one row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.export.acled.actors import Parties
from onrecord.export.acled.who import Actor

__all__ = ["Sides", "merged_sides"]


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of one row.

    Attributes:
        parties: The sides.
        differ: Who did it as each report tells it as a fact, where most do not agree; none of them is in a column then.
    """

    parties: Parties
    differ: tuple[str, ...] = ()


def merged_sides(told: Sequence[tuple[str, Parties]], battle: bool) -> Sides:
    """The actors that the reports tell as a fact: of those who did it the ones that more than half of the reports name.

    Args:
        told: What the reports are called, and both sides as each tells them.
        battle: Whether both sides act, so that the one who is named first is nothing but that.
    """
    turned = _turned([parties for _, parties in told]) if battle else [parties for _, parties in told]
    naming = [(name, parties) for (name, _), parties in zip(told, turned, strict=True) if _named(parties.first)]
    firsts, differ = _agreed(naming)
    if not firsts:
        firsts = next((parties.first for parties in turned if parties.first and not _named(parties.first)), ())
    taken = {actor.name for actor in firsts}
    seconds = [actor for parties in turned for actor in parties.second if actor.name not in taken]
    named = [actor for actor in seconds if actor.named]
    # "Fighters" beside a named group are as a rule that group; civilians are somebody else.
    second = [actor for actor in seconds if actor.named or not named or actor.inter not in {one.inter for one in named}]
    weakly = dict.fromkeys(words for parties in turned for words in parties.not_named)
    people = dict.fromkeys(words for parties in turned for words in parties.people)
    return Sides(Parties(tuple(firsts), tuple(_counted(second)), tuple(weakly), tuple(people)), differ)


def _agreed(naming: Sequence[tuple[str, Parties]]) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """Who did it by more than half of the reports that name somebody; where there are none, what each report says."""
    counted = Counter(name for _, parties in naming for name in {actor.name for actor in _named(parties.first)})
    agreed = {name for name, many in counted.items() if many * 2 > len(naming)}
    actors = list(_counted(actor for _, parties in naming for actor in _named(parties.first)))
    chosen = tuple(actor for actor in actors if actor.name in agreed)
    told = {", ".join(actor.name for actor in _named(parties.first)): name for name, parties in naming}
    if len(actors) == len(chosen):
        return chosen, ()
    return chosen, tuple(f"{who} ({name})" for who, name in told.items())


def _named(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(actor for actor in actors if actor.named)


def _counted(actors: Iterable[Actor]) -> Iterator[Actor]:
    """Each once, those first whom most reports name."""
    told = list(actors)
    counted = Counter(actor.name for actor in told)
    once = {actor.name: actor for actor in reversed(told)}
    order = {actor.name: at for at, actor in reversed(list(enumerate(told)))}
    yield from sorted(once.values(), key=lambda actor: (-counted[actor.name], order[actor.name]))


def _turned(told: Sequence[Parties]) -> list[Parties]:
    """Both sides of a battle in one order."""
    first = next((parties for parties in told if _named(parties.first) and _named(parties.second)), None)
    if first is None:
        return list(told)
    ones, others = ({actor.name for actor in side} for side in (first.first, first.second))
    turned = []
    for parties in told:
        names = {actor.name for actor in parties.first}
        if names & others and not names & ones:
            turned.append(replace(parties, first=parties.second, second=parties.first))
        else:
            turned.append(parties)
    return turned
