"""What is known of one value: its words, what decided it, how sure that is, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from onrecord.ontology import load_ontology
from onrecord.record import NARRATOR, ById, Candidate, Decision, Record, Span, Statement
from onrecord.serve.desk.text.marks import Keys
from onrecord.wording.circumstances import ITSELF, figure
from onrecord.wording.rows import NOBODY, Row
from onrecord.wording.visible import flat

__all__ = ["Fact", "Link", "Panel", "panel_of"]

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


def panel_of(record: Record, rows: Sequence[Row], keys: Keys, key: str) -> Panel | None:
    """The panel of a value.

    Args:
        record: The report, read.
        rows: Its statements, numbered.
        keys: The record's keys.
        key: The value's key: "e3".

    Returns:
        None where there is no such value.
    """
    part = keys.parts.get(key)
    if part is None:
        return None
    letter = key.rstrip("0123456789")
    return _MAKING[letter](_Making(record, rows, keys, key, part, ById.of(record)))


@dataclass(frozen=True, slots=True)
class _Making:
    """A record with what is needed to tell of one of its parts."""

    record: Record
    rows: Sequence[Row]
    keys: Keys
    key: str
    part: Any
    parts: ById

    def panel(self, title: str, facts: Iterable[Fact | None], spans: Iterable[Span | None], **more: Any) -> Panel:
        kind = _KINDS[self.key.rstrip("0123456789")]
        kept = tuple(fact for fact in facts if fact is not None and fact.values)
        return Panel(self.key, kind, title, kept, tuple(sorted(s for s in spans if s is not None)), **more)

    def chain(self, id_: str | None, spans: Sequence[Span] = ()) -> Link:
        found = self.parts.chains.get(id_ or "")
        name = (found.name if found else None) or " … ".join(span.text for span in spans)
        return Link(flat(name or "?"), self.keys.find("c", id_), spans[0] if spans else None)

    def chains(self, ids: Iterable[str]) -> list[Link]:
        return [self.chain(id_) for id_ in ids]

    def place(self, id_: str | None) -> list[Link]:
        found = self.parts.places.get(id_ or "")
        return [Link(flat(found.name or "?"), self.keys.find("p", id_))] if found else []

    def time(self, id_: str | None) -> list[Link]:
        found = self.parts.times.get(id_ or "")
        return [Link(_days(found.earliest, found.latest), self.keys.find("t", id_), found.span)] if found else []

    def told_by(self, asserted_by: Iterable[str]) -> list[Link]:
        return [self.teller(id_) for id_ in asserted_by]

    def teller(self, id_: str) -> Link:
        if id_ == NARRATOR:
            return Link(ITSELF)
        key, statement = self.keys.find("s", id_), self.parts.statements.get(id_)
        who = (self.parts.speaker(statement) if statement else None) or NOBODY
        return Link(f"{flat(who)} ({key[1:]})", key)

    def events(self, ids: Iterable[str]) -> list[Link]:
        found = [self.parts.events[id_] for id_ in ids if id_ in self.parts.events]
        return [
            Link(f"{_type(one.type)}{_quoted(one.trigger)}", self.keys.find("e", one.id), one.trigger) for one in found
        ]


def _fact(name: str, value: Any, why: str = "") -> Fact | None:
    """A fact of a word of a vocabulary, a text, a link, or several of these; None for nothing."""
    if value in (None, "", "none", (), []):
        return None
    if isinstance(value, (list, tuple)):
        return Fact(name, tuple(one if isinstance(one, Link) else Link(flat(str(one))) for one in value), why)
    return Fact(name, (value if isinstance(value, Link) else Link(flat(str(value))),), why)


def _plain(value: str | None) -> str:
    return (value or "").replace("_", " ")


def _quoted(span: Span | None) -> str:
    return f" “{flat(span.text)}”" if span else ""


def _type(type_: str | None) -> str:
    known = load_ontology().types.get(type_ or "")
    return known.name if known else _plain(type_) or "something"


def _days(earliest: str | None, latest: str | None) -> str:
    if earliest is None or latest is None:
        return f"until {latest}" if latest else f"since {earliest}" if earliest else "no date"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def _decided(decisions: Iterable[Decision]) -> Mapping[str, str]:
    """What decided each field, in words."""
    return {
        one.field: f"{one.by}{_quoted(one.span) or (f' “{flat(one.words)}”' if one.words else '')}" for one in decisions
    }


def _statement(making: _Making) -> Panel:
    said: Statement = making.part
    row = next(row for row in making.rows if row.statement is said)
    why = _decided(said.decided_by)
    source = said.source
    inner = [Link(f"{one.who} ({one.number})", f"s{one.number}") for one in making.rows if one.inside == row.number]
    record, keys = making.record, making.keys
    numbers = [
        Link(flat(q.span.text), keys.find("q", q.id), q.span) for q in record.quantities if q.statement == said.id
    ]
    holds = [Link(_plain(s.kind), keys.find("st", s.id), s.span) for s in record.states if said.id in s.asserted_by]
    facts = (
        _fact("Who", Link(row.who, keys.find("c", source.chain) if source else ""), why.get("source", "")),
        _fact("Named here as", row.words),
        _fact("Kind of source", _plain(source.type) if source else None),
        _fact("Cue", row.cue, why.get("cue", "")),
        _fact("Does", _plain(said.speech_act), why.get("speech_act", "")),
        _fact("Form", said.form, why.get("form", "")),
        _fact("Certainty", said.certainty, why.get("certainty", "")),
        _fact("Polarity", said.polarity, why.get("polarity", "")),
        _fact("Tense", said.tense, why.get("tense", "")),
        _fact("On condition", said.condition.text if said.condition else None, why.get("condition", "")),
        _fact("Verification", _plain(said.verification), why.get("verification", "")),
        _fact("Hedges", [span.text for span in said.hedges]),
        _fact("Negation", [span.text for span in said.negation]),
        _fact("Stands within", Link(f"statement {row.inside}", f"s{row.inside}") if row.inside is not None else None),
        _fact("Holds statements of", inner),
        _fact("Tells of", making.events(e.id for e in record.events if said.id in e.asserted_by)),
        _fact("Numbers", numbers),
        _fact("What holds", holds),
    )
    spans = [*said.content.spans, *(source.spans if source else ()), *(said.cue.spans if said.cue else ())]
    return making.panel(row.what, facts, spans, confidence=said.confidence)


def _mention(making: _Making) -> Panel:
    mention, record = making.part, making.record
    within = {one: chain.id for chain in reversed(record.chains) for one in chain.mentions}
    chain = mention.chain or within.get(mention.id)
    masked = mention.kind == "comms_identifier"
    places = [place.id for place in record.places if place.mention == mention.id]
    facts = (
        _fact("Who or what", making.chain(chain) if chain else None),
        _fact("Kind", _plain(mention.kind)),
        _fact("Form", mention.form),
        _fact("Place", [link for place in places for link in making.place(place)]),
    )
    title = "a number or address that is not shown" if masked else flat(mention.span.text)
    return making.panel(title, facts, [mention.span], confidence=mention.confidence, masked=masked)


def _chain(making: _Making) -> Panel:
    chain, record, keys = making.part, making.record, making.keys
    mentions = [making.parts.mentions[id_] for id_ in chain.mentions if id_ in making.parts.mentions]
    says = [
        Link(f"{row.number}: {row.what[:80]}", f"s{row.number}")
        for row in making.rows
        if row.statement.source and row.statement.source.chain == chain.id
    ]
    does = {e.id: e for e in record.events for each in e.arguments if each.chain == chain.id}
    roles = [Link(flat(role.text), "", role.span) for role in chain.roles]
    masked = chain.kind == "comms_identifier"
    facts = (
        _fact("Kind", _plain(chain.kind)),
        _fact("In the registry as", chain.actor),
        _fact("Is said to be", roles),
        _fact("Part of", making.chains(chain.member_of)),
        _fact("Allied with", making.chains(chain.allied_with)),
        _fact("Against", making.chains(chain.opposed_to)),
        _fact("Place", making.place(chain.place)),
        _fact("Says", says),
        _fact("Takes part in", making.events(does)),
        _fact(
            "All mentions", [] if masked else [Link(flat(m.span.text), keys.find("m", m.id), m.span) for m in mentions]
        ),
    )
    described = next((mention.span.text for mention in mentions if mention.form != "pronoun"), "not named")
    name = "a number or address that is not shown" if masked else flat(chain.name or described)
    return making.panel(name, facts, [mention.span for mention in mentions], masked=masked)


def _place(making: _Making) -> Panel:
    place = making.part
    mention = making.parts.mentions.get(place.mention or "")
    position = None
    if place.latitude is not None and place.longitude is not None:
        position = f"{place.latitude:.4f}, {place.longitude:.4f}"
    facts = (
        _fact("Words", Link(flat(mention.span.text), making.keys.find("m", mention.id), mention.span) if mention else None),
        _fact("How precise", _plain(place.precision)),
        _fact("Part here", {"event": "something happened there", "reporting": "it was written there",
                            "mentioned": "only named"}.get(place.role or "")),
        _fact("Lies in", ", ".join(filter(None, (place.admin1, place.country)))),
        _fact("Position", position or "not found on the map"),
        _fact("GeoNames", f"{place.geonameid} ({place.feature})" if place.geonameid else None),
    )  # fmt: skip
    return making.panel(
        flat(place.name or "?"), facts, [mention.span if mention else None], why=flat(place.why or ""),
        confidence=place.confidence, candidates=place.candidates, chosen=place.geonameid,
    )  # fmt: skip


def _time(making: _Making) -> Panel:
    time = making.part
    anchor = f"from “{flat(time.anchor.text)}”" if time.anchor else "from the day of publication"
    derived = {
        "written": "written out",
        "anchored": f"worked out {anchor}",
        "unanchored": "nothing to work it out from",
    }
    facts = (
        _fact("Days that it can mean", _days(time.earliest, time.latest)),
        _fact("How precise", _plain(time.precision)),
        _fact("Worked out", derived.get(time.derivation or ""), time.derivation or ""),
        _fact("Type", time.type),
        _fact("Value", time.value),
    )
    return making.panel(
        flat(time.span.text) if time.span else "known from beside the text", facts, [time.span, time.anchor]
    )


def _event(making: _Making) -> Panel:
    event = making.part
    acled, plover = event.acled, event.plover
    taking = [
        _fact(_plain(role).capitalize(), [making.chain(a.chain, a.spans) for a in event.arguments if a.role == role])
        for role in dict.fromkeys(argument.role for argument in event.arguments)
    ]
    quantities = [making.parts.quantities[id_] for id_ in event.quantities if id_ in making.parts.quantities]
    incident = next((one for one in making.record.incidents if event.id in one.events), None)
    others = [id_ for id_ in incident.events if id_ != event.id] if incident else []
    facts = (
        _fact("Told as", _plain(event.status)),
        _fact("Certainty", event.certainty),
        _fact("Polarity", event.polarity),
        _fact("According to", making.told_by(event.asserted_by)),
        *taking,
        _fact("Where", making.place(event.place)),
        _fact("When", making.time(event.time)),
        _fact("Numbers", [Link(flat(q.span.text), making.keys.find("q", q.id), q.span) for q in quantities]),
        _fact("The same, told again", making.events(others)),
        _fact("ACLED", " / ".join(filter(None, (acled.event_type, acled.sub_event_type))) if acled else None),
        _fact("PLOVER", " / ".join(filter(None, (plover.event, plover.mode))) if plover else None),
    )
    spans = [event.trigger, *(span for argument in event.arguments for span in argument.spans)]
    title = f"{_type(event.type)}{_quoted(event.trigger)}"
    return making.panel(title, facts, spans, why=flat(str(event.extra.get("why") or "")), confidence=event.confidence)


def _quantity(making: _Making) -> Panel:
    quantity = making.part
    belongs = [event.id for event in making.record.events if quantity.id in event.quantities]
    facts = (
        _fact("Figure", figure(quantity.low, quantity.high)),
        _fact("Limited by the words", _plain(quantity.modifier)),
        _fact("Counts", _plain(quantity.unit)),
        _fact("What about them", quantity.of),
        _fact("Given by", making.teller(quantity.statement) if quantity.statement else None),
        _fact("Belongs to", making.events(belongs)),
    )
    return making.panel(flat(quantity.span.text), facts, [quantity.span])


def _state(making: _Making) -> Panel:
    state = making.part
    holder: Any = making.chain(state.holder) if state.holder else state.extra.get("holder_words")
    facts = (
        _fact("What holds", _plain(state.kind)),
        _fact("Of whom", holder),
        _fact("Where", making.place(state.place)),
        _fact("When", making.time(state.time)),
        _fact("How many", figure(state.low, state.high)),
        _fact("Certainty", state.certainty),
        _fact("Polarity", state.polarity),
        _fact("According to", making.told_by(state.asserted_by)),
    )
    return making.panel(flat(state.span.text) if state.span else _plain(state.kind), facts, [state.span])


def _relation(making: _Making) -> Panel:
    relation, mentions = making.part, making.parts.mentions
    ends = [mentions.get(relation.source), mentions.get(relation.target)]
    links = [Link(flat(m.span.text), making.keys.find("m", m.id), m.span) if m else Link("?") for m in ends]
    facts = (
        _fact("Of", [links[0], making.chain(relation.source_chain)] if relation.source_chain else links[0]),
        _fact("What", _plain(relation.kind)),
        _fact("To", [links[1], making.chain(relation.target_chain)] if relation.target_chain else links[1]),
    )
    title = f"{links[0].text} {_plain(relation.kind)} {links[1].text}"
    return making.panel(title, facts, [relation.span, *(m.span for m in ends if m)])


def _removed(making: _Making) -> Panel:
    gone = making.part
    where = f"{gone.bytes[0]:,} to {gone.bytes[1]:,}" if gone.bytes else None
    facts = (_fact("Taken for", gone.why), _fact("Bytes of the original", where))
    return making.panel(flat(gone.span.text)[:200] if gone.span else gone.why, facts, [gone.span])


_MAKING: Final[Mapping[str, Callable[[_Making], Panel]]] = {
    "s": _statement, "m": _mention, "c": _chain, "p": _place, "t": _time, "e": _event, "q": _quantity, "st": _state,
    "rl": _relation, "x": _removed,
}  # fmt: skip
