"""A proposition: one thing that one source in one report puts forward. All that is compared across reports is in it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.link.sources import Speaker
from onrecord.record.claim import Slots, Value
from onrecord.record.ids import make_id
from onrecord.record.span import Span
from onrecord.record.vocabulary import Certainty, ClaimKind, StanceKind

__all__ = ["Proposition", "Setting", "Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a proposition is about.

    Attributes:
        name: Its name.
        bare: The consonants of the name: spellings differ.
        latitude: Degrees north.
        longitude: Degrees east.
        coarse: Whether it is a province, a country or the like, in which much can happen.
        geonameid: Its GeoNames id.
    """

    name: str
    bare: str
    latitude: float | None = None
    longitude: float | None = None
    coarse: bool = False
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a proposition is about, as far as the report tells: where, when, which kind of act.

    Attributes:
        spots: Places, the nearest first.
        towns: Those of them, or of the sentences before, where it surely was, as far as the map has them.
        earliest: ISO date: not before.
        latest: ISO date: not after.
        dated: Whether the report says when; otherwise the days before it was published are taken.
        act: Type of the event in the ontology.
        about: Stems of the head of the report, or where its sentence tells of something else, of the sentences around.
        words: Stems of the sentence.
        scenes: What is struck, by its kind ("school").
        aside: Whether the sentence tells of something else than its report is about.
        long: Whether a whole war or a long span of it is meant.
    """

    spots: tuple[Spot, ...] = ()
    towns: tuple[Spot, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    dated: bool = False
    act: str | None = None
    about: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    aside: bool = False
    long: bool = False


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one source in one report puts forward.

    Attributes:
        id: Its id, the same in every run.
        document: Id of the report.
        published: ISO date on which that was published.
        kind: What kind of proposition.
        theme: What is compared: two propositions about one thing have one theme ("killed", "blame:russia", "defeated:islamic-state").
        slots: Actor, action, target, place, time, quantity, in words.
        stance: The force with which it is put forward.
        leans: For a hedge, the side that it leans to.
        value: The figure.
        counted: Whom or what the figure counts ("children"); None for people or things without more.
        whole: Whether the figure is the whole of its kind in this report, no part of another.
        spans: The shortest run of words that carries it.
        speaker: Who puts it forward.
        statement: Id of the statement, or "narrator".
        basis: What decided the stance.
        certainty: How sure the words are.
        incident: Id of the incident, within the report.
        setting: Where, when, which act.
        counter: Whether it stands against another account only, and makes no claim of its own.
    """

    id: str
    document: str
    published: str | None
    kind: ClaimKind
    theme: str
    slots: Slots
    stance: StanceKind
    spans: tuple[Span, ...]
    speaker: Speaker
    statement: str
    setting: Setting
    leans: StanceKind | None = None
    value: Value | None = None
    counted: str | None = None
    whole: bool = True
    basis: str | None = None
    certainty: Certainty | None = None
    incident: str | None = None
    counter: bool = False


def proposition_id(document: str, kind: str, theme: str, speaker: str, start: int, rest: str) -> str:
    """The id of a proposition."""
    return make_id("p", document, kind, theme, speaker, start, rest)
