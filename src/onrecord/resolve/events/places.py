"""Where an event happened, and when. In: a trigger and the places and times of the report. Out: the one that fits, or none."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.record import Event, Place, Span, TimeExpression
from onrecord.resolve.events.weights import BIAS, LEAST, NETWORK, WEIGHTS
from onrecord.resolve.layout import Layout

SURELY: Final = frozenset("in at inside across around throughout within outside".split())
"""Prepositions that say where something is."""
NEARBY: Final = frozenset("near on along off over above beside behind through between against".split())
TOWARDS: Final = frozenset("to into towards toward onto entering".split())
OF: Final = frozenset(("of",))
BETWEEN: Final = frozenset(
    "the a an of northern southern eastern western central north south east west northeast northwest southeast southwest northeastern northwestern southeastern "
    "southwestern downtown suburban rural town towns village villages city district province region area neighborhood neighbourhood state governorate county "
    "countryside town’s capital outskirts port island strategic key nearby ancient historic al holy main whole greater mostly parts part rest besieged".split()
)
"""Words between a preposition and the name that it belongs to."""
ELSEWHERE: Final = re.compile(
    r"(?:\bbased|\bborn|\bfrom|\bspokes\w+ (?:in|at)|\bminist\w+ (?:in|of)|\bembassy (?:in|to)|\bgovernment (?:of|in)|\barmy of|\bking of|\bpresident of|\bleader (?:of|in)"
    r"|\bofficials? (?:in|from)|\breported (?:in|from)|\bsaid (?:in|from)|\btold \w+ in|\bspeaking (?:in|from|at)|\bstatement (?:in|from)|\bpeople of|\bgovernor of|\bmayor of|\bcapital of"
    r"|\bborder with|\bwar (?:in|on)|\bloyal to|\bvisit(?:ed)? to|\bway to|\btrip to|\breturn\w* to|\bfled to|\btaken to|\bfaction of|\bresidents? of|\bnatives? of|\b(?:north|south|east|west|northeast|northwest|southeast|southwest) of"
    r"|\b(?:miles|km|kms|kilometers|kilometres)\)? (?:\w+ )?(?:from|of))\s+(?:the\s+)?(?:\w+ )?$"
)
"""What before a name says that nothing is told of what happened there."""
BREAKS: Final = frozenset(
    "that who which said says told but while whereas after before when as because although where since if added whose".split()
)
MARKS: Final = frozenset(',;:()"“”')
CONTAINS: Final = re.compile(
    r"(?:\s+(?:district|area|province|city|town|village|neighbou?rhood|region|governorate|county|camp|state))?(?:,\s*(?:in\s+)?|\s+(?:in|of|,)\s+)(?:the\s+)?(?:[\w’'-]+\s+){0,3}$"
)
"""What stands between a place and the wider one that it lies in."""
PART_OF: Final = re.compile(
    r"\b(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern)?|central|rural|downtown|coastal|upper|lower)\s(?:of\s)?$",
    re.IGNORECASE,
)
"""Before a place of which only a part is meant."""
KIND_BEFORE: Final = re.compile(
    r"\b(?:town|city|village|district|neighbou?rhood|suburb|province|capital|port|hamlet|camp|region|state|governorate|county|area|island|settlement)s?(?:,| of| called| named)?\s$",
    re.IGNORECASE,
)
KIND_BEHIND: Final = re.compile(
    r"\s(?:town|city|village|district|neighbou?rhood|suburb|province|hamlet|refugee camp|camp|region|governorate|county|area|island|settlement)\b",
    re.IGNORECASE,
)
"""What a place is called beside its name."""
VERBS: Final = re.compile(r"\w+(?:ed|ing)")
LEAST_CHANCE: Final = 1e-3
NOTHING: Final[Mapping[str | None, float]] = {}


def is_elsewhere(text: str, start: int) -> bool:
    """Whether what stands before a name says that nothing is told of what happened there: "a monitor based in", "minister of"."""
    return ELSEWHERE.search(text[max(0, start - 40) : start].lower()) is not None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that the report names, as a candidate.

    Attributes:
        place: The place.
        span: Its words.
        sentence: Number of its sentence.
        traits: What its own surroundings tell, by name.
    """

    place: Place
    span: Span
    sentence: int
    traits: Mapping[str, float]


def traits_of(text: str, span: Span, place: Place, layout: Layout, before: Span | None) -> dict[str, float]:
    """What the surroundings of a place tell of whether something happened there.

    Args:
        text: The report.
        span: The words of the place.
        place: The place.
        layout: The report's words.
        before: The words of the place before it in its sentence.
    """
    found: dict[str, float] = {}
    words = [word.plain for word in layout.before(span.start, 6)]
    while words and words[-1] in BETWEEN - OF:
        words.pop()
    last = words[-1] if words else ""
    for name, group in (("in", SURELY), ("near", NEARBY), ("towards", TOWARDS), ("of", OF)):
        if last in group:
            found[name] = 1.0
    after = text[span.end : span.end + 2]
    if after in ("'s", "’s"):
        found["owner"] = 1.0
    elif re.match(
        r"\s(?!in\b|on\b|at\b|and\b|to\b|by\b|when\b|after\b|as\b|with\b|that\b|for\b|was\b|were\b|is\b|has\b|had\b|from\b|where\b)[a-z]",
        text[span.end : span.end + 7],
    ):
        found["before a noun"] = 1.0
    if is_elsewhere(text, span.start):
        found["elsewhere"] = 1.0
    if before is not None and span.start - before.end < 40 and CONTAINS.fullmatch(text[before.end : span.start]):
        found["contains"] = 1.0
    if re.fullmatch(
        r"(?:In|At|Near|Outside|On)(?: \w+)? ",
        text[max(0, span.start - 14) : span.start].rpartition("\n")[2].rpartition(". ")[2],
    ):
        found["opens the sentence"] = 1.0
    return found | _kind(text, span, place, "in" in found)


def _kind(text: str, span: Span, place: Place, within: bool) -> dict[str, float]:
    """What sort of place the words make of it."""
    lead = text[max(0, span.start - 40) : span.start]
    country = place.precision == "country"
    kind = KIND_BEHIND.match(text, span.end)
    holds = kind is not None and text[kind.end() : kind.end() + 4] == " of "  # "the Homs village of Hajar"
    told = {
        "country": country,
        "in a country": country and within,
        "part of it": PART_OF.search(lead) is not None,
        "called a town": KIND_BEFORE.search(lead) is not None or (kind is not None and not holds),
        "owner": holds,
    }
    return {name: 1.0 for name, so in told.items() if so}


def pair_traits(
    event: Event, trigger: Span, spot: Spot, layout: Layout, others: Sequence[Span], spots: Sequence[Spot] = ()
) -> dict[str, float]:
    """What lies between a trigger and a place: the traits of the pair beside those of the place.

    Args:
        event: The event.
        trigger: Its trigger, or another word for it.
        spot: The place.
        layout: The report's words.
        others: The other triggers of the sentence.
        spots: All places of the sentence.
    """
    span = spot.span
    behind = span.start >= trigger.end
    between = layout.within(trigger.end, span.start) if behind else layout.within(span.end, trigger.start)
    found = dict(spot.traits)
    for argument in event.arguments:
        if argument.role in ROLES and any(s.start <= span.start < s.end for s in argument.spans):
            found[f"within {ROLES[argument.role]}"] = 1.0
    if event.type is None:
        found["event without type"] = 1.0
    if event.status in ("hypothetical", "planned", "demanded", "threatened", "denied"):
        found["did not happen"] = 1.0
    found["distance"] = math.log1p(len(between))
    found["breaks"] = float(min(3, sum(word.plain in BREAKS for word in between)))
    found["marks"] = float(min(3, sum(word.text in MARKS for word in between)))
    low, high = (trigger.end, span.start) if behind else (span.end, trigger.start)
    found["another event between"] = float(any(low <= other.start < high for other in others))
    if not behind:
        found["before the trigger"] = 1.0
        found["breaks before"] = found.pop("breaks")
    if len(spots) == 1:
        found["the only place"] = 1.0
    elif behind and not any(trigger.end <= other.span.start < span.start for other in spots):
        found["the first behind"] = 1.0
    elif not behind and not any(span.start < other.span.start < trigger.start for other in spots):
        found["the last before"] = 1.0
    if not between:
        found["right behind" if behind else "right before"] = 1.0
    return found


ROLES: Final = {"actor": "the actor", "target": "the target", "victim": "the victim", "recipient": "the target"}
"""Roles whose words may hold the name of the place."""


def fit(traits: Mapping[str, float]) -> float:
    """How likely it is that an event happened at a place, as log-odds."""
    return BIAS + sum(WEIGHTS.get(name, 0.0) * value for name, value in traits.items())


def place_of(
    event: Event,
    spots: Sequence[Spot],
    layout: Layout,
    others: Sequence[Span],
    chances: Mapping[str | None, float] = NOTHING,
) -> Spot | None:
    """The place of an event among those of its sentence, or none if none fits.

    Args:
        event: The event.
        spots: The places of its sentence.
        layout: The report's words.
        others: The other triggers of the sentence.
        chances: What the network says of each place, by its mention, and of none (None).
    """
    if event.trigger is None or not spots:
        return None
    scored = []
    for spot in spots:
        score = fit(pair_traits(event, event.trigger, spot, layout, others, spots))
        scored.append((score + NETWORK * odds(chances, spot.place.mention), -spot.span.start, spot))
    best = max(scored, key=lambda row: row[:2])
    return best[2] if best[0] >= LEAST else None


def odds(chances: Mapping[str | None, float], mention: str | None) -> float:
    """Log-odds of a place against none, as the network has it; 0 where it was not asked."""
    if mention is None or mention not in chances:
        return 0.0
    return math.log(max(chances[mention], LEAST_CHANCE) / max(chances.get(None, 0.0), LEAST_CHANCE))


def time_of(event: Event, times: Sequence[TimeExpression], layout: Layout) -> TimeExpression | None:
    """The date that stands nearest to a trigger in its sentence, without another clause in between."""
    if event.trigger is None:
        return None
    best: tuple[float, TimeExpression] | None = None
    for time in times:
        if time.span is None:
            continue
        first, last = sorted((event.trigger, time.span), key=lambda span: span.start)
        between = layout.within(first.end, last.start)
        score = len(between) + sum(12 if w.plain in BREAKS else 4 if w.text in MARKS else 0 for w in between)
        if score <= FARTHEST and (best is None or score < best[0]):
            best = (score, time)
    return best[1] if best else None


FARTHEST: Final = 30
"""Distance in words, clauses counted as many, beyond which a date is not that of an event."""
