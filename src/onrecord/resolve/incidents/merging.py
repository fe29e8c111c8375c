"""Which event mentions are of one happening. In: a record. Out: drafts of incidents, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from onrecord.record import Event, Place, Record
from onrecord.record.vocabulary import Stage
from onrecord.resolve.incidents.sameness import (
    OTHER_TYPE,
    SAME_FAMILY,
    WIDE,
    When,
    by_type,
    family,
    same_place,
    shared,
    when,
)
from onrecord.resolve.incidents.vocabulary import (
    ANOTHER,
    OFFENSIVE_OR_CLASH,
    POINTING,
    SMALL_WORDS,
    STAGES,
    UNDERTAKINGS,
    VAGUE_PLURAL,
)
from onrecord.resolve.layout import Layout

JOIN: Final = 1.5
"""A mention joins the incident that it fits best, from this score on."""
SAME_PLACE, SAME_DAYS = 1.0, 0.5
SHARED, SHARED_ACTOR = 1.5, 0.5
POINTED: Final = 1.0
POINTS_BACK: Final = 12
"""Sentences that an article points back at most."""
OTHER_ACTOR: Final = -1.5
OTHER_PLACE: Final = -0.75
FURTHER: Final = -2.0
OTHER_STAGE: Final = -1.5
OTHER_TIMES: Final = -2.0
NEAR: Final = (1.0, 0.75, 0.5, 0.25)
"""For a mention in the same sentence as the last one, in the next, …"""
FAR, FAR_AWAY = -0.5, 5
"""For a mention so many sentences behind the last one: to be of the same type is then not enough."""
ITEM: Final = re.compile(
    r"[ \t]*(?:[-–—•*·▪◦]\s|\(?\d{1,3}[.)]\s|(?:(?:on\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[a-z]{3,9}\.?|[a-z]{3,9}\.?\s+\d{1,2}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:,?\s+\d{4})?\s*(?:[:–—-]|\n))",
    re.IGNORECASE,
)
"""How an item of a list of happenings begins: with a bullet, a number, or a date and a colon."""
LOOK_BACK: Final = 40
"""Incidents that a mention is compared with, the newest first: a text with thousands costs no more per mention."""
COMPARED: Final = 20
"""Mentions of an incident that a further one is compared with, the newest."""
SUFFERING: Final = frozenset(("victim", "target", "recipient"))


@dataclass(frozen=True, slots=True)
class Telling:
    """What one event mention says of its happening.

    Attributes:
        event: The mention.
        stage: The stage that its status speaks for.
        sentence: Number of its sentence.
        place: Where.
        when: On which days.
        actors: Who did it, as chain or folded words.
        chains: The chains among them.
        sufferers: To whom or what.
        further: Whether words before it say that it is another one.
        pointed: Whether an article or pronoun points back to what was told.
        again: Whether it points back to an offensive as a whole.
        vague: Whether it is a plural without number.
        item: Number of the paragraph that it stands in, if that is one of a list of happenings: "3 May: Gunmen killed …".
    """

    event: Event
    stage: Stage
    sentence: int
    place: Place | None
    when: When | None
    actors: frozenset[str]
    chains: frozenset[str]
    sufferers: frozenset[str]
    further: bool
    pointed: bool
    again: bool
    vague: bool
    item: int | None = None


@dataclass(slots=True)
class Draft:
    """An incident in the making.

    Attributes:
        tellings: Its mentions.
    """

    tellings: list[Telling] = field(default_factory=list)

    @property
    def events(self) -> list[Event]:
        """Its event mentions, in the order of the text."""
        return [telling.event for telling in self.tellings]


def merge(record: Record, layout: Layout, violent: Set[int] = frozenset()) -> list[Draft]:
    """Puts the event mentions of a record into incidents.

    Args:
        record: A record whose events are tied to chains, places and times.
        layout: Its text in words and sentences.
        violent: Numbers of the sentences in which words for perpetrators, victims, targets or weapons are marked: there an event without
            a type is a violent one.
    """
    drafts: list[Draft] = []
    for telling in tell(record, layout, violent):
        fits = [(score, draft) for draft in drafts[-LOOK_BACK:] if (score := fit(telling, draft)) is not None]
        best = max(fits, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= JOIN:
            best[1].tellings.append(telling)
        else:
            drafts.append(Draft([telling]))
    return [draft for draft in drafts if not all(telling.vague for telling in draft.tellings)]


def tell(record: Record, layout: Layout, violent: Set[int]) -> list[Telling]:
    """What each event mention that can be one of an incident says, in the order of the text."""
    places = {place.id: place for place in record.places}
    times = {time.id: time for time in record.times}
    chosen = [
        event
        for event in record.events
        if event.trigger
        and family(event)
        and STAGES.get(event.status)
        and (event.type is not None or layout.sentence(event.trigger.start) in violent)
    ]
    chosen.sort(key=lambda event: event.trigger.start if event.trigger else 0)
    return [
        _telling(event, layout, places.get(event.place or ""), when(times.get(event.time or ""))) for event in chosen
    ]


def _telling(event: Event, layout: Layout, place: Place | None, days: When | None) -> Telling:
    assert event.trigger is not None
    start = event.trigger.start
    number = layout.sentence(start)
    before = [w for w in layout.before(start, 4) if w.start >= layout.sentences[number - 1]]
    opening = layout.after(layout.sentences[number - 1], 4)
    lead = {word.plain for word in before} | {word.plain for word in opening if word.start < start}
    pointed = any(word.plain in POINTING for word in before[-2:])
    plural = event.trigger.text.lower().endswith("s") and not event.quantities
    return Telling(
        event=event,
        stage=STAGES[event.status],
        sentence=number,
        place=place,
        when=days,
        actors=keys(event, frozenset(("actor",))),
        chains=frozenset(a.chain for a in event.arguments if a.role == "actor" and a.chain),
        sufferers=keys(event, SUFFERING),
        further=bool(lead & ANOTHER),
        pointed=pointed,
        again=pointed and event.trigger.text.lower().split()[-1] in UNDERTAKINGS,
        vague=plural and not place and not days and bool({word.plain for word in before} & VAGUE_PLURAL),
        item=_item(layout, start),
    )


def _item(layout: Layout, start: int) -> int | None:
    """Number of the paragraph that a trigger stands in, if it opens like one of a list."""
    opens = layout.text.rfind("\n", 0, start) + 1
    return opens if ITEM.match(layout.text, opens) else None


def keys(event: Event, roles: frozenset[str]) -> frozenset[str]:
    """The participants in some roles, as chains or as the last word of their words."""
    found = set()
    for argument in event.arguments:
        if argument.role not in roles:
            continue
        if argument.chain:
            found.add(argument.chain)
        for span in argument.spans:
            head = span.text.lower().split(" of ")[0].split(" in ")[0].split()
            if head and head[-1] not in SMALL_WORDS:
                found.add(head[-1].strip(".,;:\"'"))
    return frozenset(found)


def fit(telling: Telling, draft: Draft) -> float | None:
    """How well a mention fits an incident; None where it cannot be one of it."""
    known = draft.tellings[-COMPARED:]
    types = [_by_type(telling, other) for other in known]
    if telling.item is not None and any(other.item not in (None, telling.item) for other in known):
        return None
    if None in types or (telling.stage == "threatened") != (known[0].stage == "threatened"):
        return None
    where = [same_place(telling.place, other.place) for other in known if telling.place and other.place]
    days = [telling.when.meets(other.when) for other in known if telling.when and other.when]
    if False in where or False in days:
        return None
    last = known[-1]
    away = abs(telling.sentence - last.sentence)
    score = max(score for score in types if score is not None)
    suffered = any(shared(telling.sufferers, other.sufferers) for other in known)
    if score == OTHER_TYPE and not suffered:
        return None
    score += SAME_PLACE * any(where) + OTHER_PLACE * _elsewhere(telling, known) + SAME_DAYS * any(days)
    score += SHARED * suffered
    score += SHARED_ACTOR * any(shared(telling.actors, other.actors) for other in known)
    score += OTHER_ACTOR * (not telling.pointed and not suffered and _by_others(telling, known))
    score += POINTED * (telling.pointed and away <= POINTS_BACK) + FURTHER * telling.further
    score += OTHER_STAGE * (telling.stage != last.stage)
    score += OTHER_TIMES * (is_background(telling.event) != is_background(last.event))
    return score + (NEAR[away] if away < len(NEAR) else 0) + FAR * (away > FAR_AWAY)


def _by_others(telling: Telling, known: Sequence[Telling]) -> bool:
    """Whether it is told who did it, here and before, and nobody is among both."""
    before = [other.chains for other in known if other.chains]
    return bool(telling.chains and before) and not any(telling.chains & chains for chains in before)


def _elsewhere(telling: Telling, known: Sequence[Telling]) -> bool:
    """Whether a place is named that nothing is known to join to those before."""
    before = [other.place for other in known if other.place]
    narrow = [place for place in before if place.precision not in WIDE]
    return (
        telling.place is not None
        and telling.place.precision not in WIDE
        and bool(narrow)
        and not any(same_place(telling.place, place) for place in before)
    )


def _by_type(telling: Telling, other: Telling) -> float | None:
    """How well the types of two mentions fit; "the operation" is the one that began, whatever else goes on then is not."""
    found = by_type(telling.event, other.event)
    if found is None and {family(telling.event), family(other.event)} == OFFENSIVE_OR_CLASH and telling.again:
        return SAME_FAMILY
    return found


def unite(drafts: Sequence[Draft], suffering: Sequence[Set[int]]) -> list[Draft]:
    """Joins incidents that can be one and that the same people or things suffered.

    Args:
        drafts: Incidents in the order of the text.
        suffering: For each, which victims and targets it has.
    """
    joined: list[tuple[Draft, set[int]]] = []
    for draft, own in zip(drafts, suffering, strict=True):
        same = next((pair for pair in joined if pair[1] & own and _can_be_one(draft, pair[0])), None)
        if same is None:
            joined.append((Draft(list(draft.tellings)), set(own)))
        else:
            same[0].tellings.extend(draft.tellings)
            same[0].tellings.sort(key=lambda telling: telling.sentence)
            same[1].update(own)
    return [draft for draft, _ in joined]


def _can_be_one(draft: Draft, other: Draft) -> bool:
    return bool(draft.tellings and other.tellings) and all(
        fit(telling, other) is not None for telling in draft.tellings
    )


def is_background(event: Event) -> bool:
    """Whether an event is told as standing before what the report is about."""
    extra: Mapping[str, object] = event.extra
    return bool(extra.get("background"))
