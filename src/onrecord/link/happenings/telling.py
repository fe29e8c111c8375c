"""A telling: an incident of one report, with what is needed to know it again in another report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from onrecord.record.happening import SourceToll
from onrecord.record.incident import Count, Toll
from onrecord.record.vocabulary import PlacePrecision

Status = Literal["occurring", "planned", "denied"]
Dated = Literal["told", "report", "open"]
LOSSES: Final = ("killed", "injured", "abducted", "displaced", "arrested")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an incident was, as its report has it.

    Attributes:
        name: The name.
        key: The name in a form that its other spellings share.
        geonameid: Its GeoNames id.
        latitude: Degrees north.
        longitude: Degrees east.
        country: ISO 3166-1 alpha-2.
        admin1: First-order division.
        precision: What kind of place the words name.
        confidence: Calibrated probability (0-1) that the name means this place.
    """

    name: str
    key: str
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: PlacePrecision | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """How many, by the lowest and the highest figure that the report has.

    Attributes:
        loss: What befell them: killed, injured, …
        low: At least so many.
        high: At most so many; None where that is open.
    """

    loss: str
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One incident as one report tells it.

    Attributes:
        id: Its id, unique across reports.
        document: Id of the report.
        incident: Id of the incident in it.
        type: Its type in the ontology.
        kind: What kinds of type are told apart by: ACLED's event type, or the family in the ontology where ACLED has none.
        spot: Where it was.
        others: Further places that its mentions name.
        earliest: ISO date of the first day that it can have been.
        latest: ISO date of the last.
        dated: Whether the report tells the time of it, or the report's own day bounds it, or nothing does.
        actors: Keys of those who did it ("actor:…", "name:…").
        targets: Keys of those whom it hit.
        hit: Stems of the words for what it hit, and of whom.
        with_what: Stems of the words for what it was done with.
        toll: What it did to people.
        tolls: The same, by who says so.
        triggers: Stems of the words that tell of it.
        words: Stems of the words around them.
        names: Names around them, folded.
        status: Whether it happened or goes on, by any source; whether it is only planned or threatened; whether it is only denied.
        background: Whether the report looks back at it from another event.
    """

    id: str
    document: str
    incident: str
    type: str | None
    kind: str
    spot: Spot | None = None
    others: tuple[Spot, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    dated: Dated = "open"
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    hit: tuple[str, ...] = ()
    with_what: tuple[str, ...] = ()
    toll: tuple[Range, ...] = ()
    tolls: tuple[SourceToll, ...] = ()
    triggers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    status: Status = "occurring"
    background: bool = False

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All its places, the likeliest first."""
        return (self.spot, *self.others) if self.spot else self.others

    @property
    def days(self) -> tuple[str, str] | None:
        """First and last day, where both are known."""
        return (self.earliest, self.latest) if self.earliest and self.latest else None


def telling_to_json(telling: Telling) -> dict[str, Any]:
    """Turns a telling into JSON values."""
    return asdict(telling)


def telling_from_json(value: Mapping[str, Any]) -> Telling:
    """Turns JSON values, as `telling_to_json` gives them, back into a telling."""
    known: dict[str, Any] = {key: tuple(item) if isinstance(item, list) else item for key, item in value.items()}
    known["spot"] = Spot(**value["spot"]) if value["spot"] else None
    known["others"] = tuple(Spot(**item) for item in value["others"])
    known["toll"] = tuple(Range(**item) for item in value["toll"])
    known["tolls"] = tuple(SourceToll(**{**item, "toll": _toll(item["toll"])}) for item in value["tolls"])
    return Telling(**known)


def _toll(value: Mapping[str, Any]) -> Toll:
    counts = {loss: Count(**value[loss]) if value[loss] else None for loss in LOSSES}
    return Toll(**counts, extra=value.get("extra", {}))
