"""What panels are made of: facts with their reasons, and links between the parts of one report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from onrecord.ontology import load_ontology
from onrecord.record import NARRATOR, ById, Candidate, Decision, Record, Span
from onrecord.serve.desk.text.marks import Keys
from onrecord.wording.circumstances import ITSELF
from onrecord.wording.rows import NOBODY, Row
from onrecord.wording.visible import flat

__all__ = ["NOT_SHOWN", "Fact", "Link", "Making", "Panel", "days", "decided", "fact", "plain", "quoted", "type_name"]

NOT_SHOWN: Final = "a number or address that is not shown"
_KINDS: Final = {
    "s": "Statement", "c": "Who or what", "m": "Mention", "p": "Place", "t": "Time", "e": "Event", "q": "Number", "st": "State",
    "rl": "Relation", "x": "Passed over",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """Something else in the report.

    Attributes:
        text: What it is called.
        key: Key of its panel; "" where it has none.
        span: Where its words stand, if it is to be found there.
    """

    text: str
    key: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was read.

    Attributes:
        name: What it is.
        values: What it is there.
        why: What decided it.
    """

    name: str
    values: tuple[Link, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What is known of a value.

    Attributes:
        key: Its key.
        kind: What kind of value it is.
        title: What it is called.
        facts: What was read.
        spans: Where its words stand.
        why: Why it was taken for this.
        confidence: Calibrated probability (0-1); None where there is none.
        candidates: What else the name of a place could mean.
        chosen: GeoNames id of the place that was taken.
        masked: Whether its words are not shown, since somebody can be reached by them.
    """

    key: str
    kind: str
    title: str
    facts: tuple[Fact, ...]
    spans: tuple[Span, ...] = ()
    why: str = ""
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    chosen: int | None = None
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Making:
    """A record with what is needed to tell of one of its parts."""

    record: Record
    rows: Sequence[Row]
    keys: Keys
    key: str
    part: Any
    parts: ById

    def panel(self, title: str, facts: Iterable[Fact | None], spans: Iterable[Span | None], **more: Any) -> Panel:
        """The panel of the part; facts that are None or say nothing are left out."""
        kind = _KINDS[self.key.rstrip("0123456789")]
        kept = tuple(fact for fact in facts if fact is not None and fact.values)
        return Panel(self.key, kind, title, kept, tuple(sorted(s for s in spans if s is not None)), **more)

    def chain(self, id_: str | None, spans: Sequence[Span] = ()) -> Link:
        """Somebody or something by the fullest name that the report gives, or by its words at this place."""
        found = self.parts.chains.get(id_ or "")
        name = (found.name if found else None) or " … ".join(span.text for span in spans)
        return Link(flat(name or "?"), self.keys.find("c", id_), spans[0] if spans else None)

    def chains(self, ids: Iterable[str]) -> list[Link]:
        """Several of them."""
        return [self.chain(id_) for id_ in ids]

    def place(self, id_: str | None) -> list[Link]:
        """A place; nothing where its id leads nowhere."""
        found = self.parts.places.get(id_ or "")
        return [Link(flat(found.name or "?"), self.keys.find("p", id_))] if found else []

    def time(self, id_: str | None) -> list[Link]:
        """A time as the days that it can mean; nothing where its id leads nowhere."""
        found = self.parts.times.get(id_ or "")
        return [Link(days(found.earliest, found.latest), self.keys.find("t", id_), found.span)] if found else []

    def told_by(self, asserted_by: Iterable[str]) -> list[Link]:
        """Those who tell of something."""
        return [self.teller(id_) for id_ in asserted_by]

    def teller(self, id_: str) -> Link:
        """One who tells of something: who speaks in a statement, or the report itself."""
        if id_ == NARRATOR:
            return Link(ITSELF)
        key, statement = self.keys.find("s", id_), self.parts.statements.get(id_)
        who = (self.parts.speaker(statement) if statement else None) or NOBODY
        return Link(f"{flat(who)} ({key[1:]})", key)

    def events(self, ids: Iterable[str]) -> list[Link]:
        """Events with the words for them; what is not there is left out."""
        found = [self.parts.events[id_] for id_ in ids if id_ in self.parts.events]
        return [
            Link(f"{type_name(one.type)}{quoted(one.trigger)}", self.keys.find("e", one.id), one.trigger)
            for one in found
        ]


def fact(name: str, value: Any, why: str = "") -> Fact | None:
    """A fact of a word of a vocabulary, a text, a link, or several of these; None for nothing."""
    if value in (None, "", "none", (), []):
        return None
    if isinstance(value, (list, tuple)):
        return Fact(name, tuple(one if isinstance(one, Link) else Link(flat(str(one))) for one in value), why)
    return Fact(name, (value if isinstance(value, Link) else Link(flat(str(value))),), why)


def plain(value: str | None) -> str:
    """A value of a vocabulary in words."""
    return (value or "").replace("_", " ")


def quoted(span: Span | None) -> str:
    """Words in quotation marks after a blank; "" for none."""
    return f" “{flat(span.text)}”" if span else ""


def type_name(type_: str | None) -> str:
    """The name of a type of event in the ontology."""
    known = load_ontology().types.get(type_ or "")
    return known.name if known else plain(type_) or "something"


def days(earliest: str | None, latest: str | None) -> str:
    """The days that a time can mean."""
    if earliest is None or latest is None:
        return f"until {latest}" if latest else f"since {earliest}" if earliest else "no date"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def decided(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """What decided each field, in words."""
    return {
        one.field: f"{one.by}{quoted(one.span) or (f' “{flat(one.words)}”' if one.words else '')}" for one in decisions
    }
