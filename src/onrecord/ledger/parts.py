"""The tables made from records, so that their parts can be counted, joined and looked at; they follow the record's own names.

Each row has an id that says where it stands: `r12.2.s3` is the third statement of the second reading of report 12. An id that is
only good within a record stands in `record_id`; where one part of a record points to another, the row has the row's id.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, Double, Integer, Table, Text

from onrecord.ledger.tables import METADATA, to


def _part(name: str, comment: str, *columns: Column[Any], record_id: bool = True) -> Table:
    """A table of one kind of part, with the columns that all have in common."""
    own = [Column("record_id", Text, comment="Its id within the record.")] if record_id else []
    return Table(
        name,
        METADATA,
        Column("id", Text, primary_key=True, comment="Reading, letter of the kind, and which of the reading's."),
        Column(
            "reading", Text, to("readings.id"), nullable=False, index=True, comment="The reading that it is part of."
        ),
        Column("report", Text, to("reports.id"), nullable=False, index=True, comment="The report."),
        *own,
        *columns,
        comment=comment,
    )


def _text(name: str, comment: str, **more: Any) -> Column[Any]:
    return Column(name, Text, comment=comment, **more)


def _row(name: str, table: str, comment: str, *, nullable: bool = True, index: bool = False) -> Column[Any]:
    return Column(name, Text, to(f"{table}.id"), nullable=nullable, index=index, comment=comment)


def _number(name: str, comment: str) -> Column[Any]:
    return Column(name, Double, comment=comment)


def _span(words: str = "text", comment: str = "The words.") -> tuple[Column[Any], ...]:
    return (
        Column("start_offset", Integer, comment="Offset of the first character, in code points."),
        Column("end_offset", Integer, comment="Offset after the last character."),
        _text(words, comment),
    )


CHAINS: Final = _part(
    "chains",
    "People, bodies and places that a report names, each with all its mentions.",
    _text("name", "The fullest name that the report gives.", index=True),
    _text("kind", "What kind of thing it is."),
    _text("actor", "Id in the registry of actors."),
    Column("place", Text, to("places.id", back=True), comment="The place, for a location."),
    Column("mention_count", Integer, nullable=False, comment="How many mentions it has."),
)
CHAIN_ROLES: Final = _part(
    "chain_roles",
    "What somebody is said to be.",
    _row("chain", "chains", "Who.", nullable=False),
    _text("role", "The title or description."),
    _text("from_date", "ISO date from which it holds."),
    _text("until_date", "ISO date until which it holds."),
    *_span(),
    record_id=False,
)
CHAIN_LINKS: Final = _part(
    "chain_links",
    "What a report says about the relation of two chains.",
    _row("chain", "chains", "The one.", nullable=False),
    _text("relation", "member_of, allied_with or opposed_to."),
    _row("other", "chains", "The other."),
    record_id=False,
)
MENTIONS: Final = _part(
    "mentions",
    "Names, descriptions and pronouns.",
    _row("chain", "chains", "What it is a mention of.", index=True),
    _text("kind", "What kind of thing it is."),
    _text("form", "name, nominal or pronoun."),
    *_span(),
    _number("confidence", "Calibrated probability (0-1) of span and kind."),
)
TIMES: Final = _part(
    "times",
    "Time expressions.",
    _text("type", "TIMEX3 type."),
    _text("value", "TIMEX3 value."),
    _text("earliest", "ISO date of the first day that it can mean."),
    _text("latest", "ISO date of the last day that it can mean."),
    _text("precision", "How precise the words are."),
    _text("derivation", "written, anchored or unanchored."),
    _text("anchor", "The words that it was worked out from."),
    *_span(),
)
PLACES: Final = _part(
    "places",
    "Places that a report names.",
    _text("name", "Its name."),
    _row("mention", "mentions", "The mention."),
    Column("geonameid", BigInteger, comment="Its GeoNames id."),
    _number("latitude", "Degrees north, WGS 84."),
    _number("longitude", "Degrees east, WGS 84."),
    _text("feature", "GeoNames feature code."),
    _text("country", "ISO 3166-1 alpha-2."),
    _text("admin1", "First-order division."),
    _text("precision", "How precise the words are."),
    _text("role", "event, reporting or mentioned: only an event happened there."),
    _number("confidence", "Calibrated probability (0-1) that this is the place meant."),
    _text("why", "Why this one was taken, or none."),
)
PLACE_CANDIDATES: Final = _part(
    "place_candidates",
    "What else the name of a place could mean, best first.",
    _row("place", "places", "The place.", nullable=False),
    _text("name", "Its name in the gazetteer."),
    Column("geonameid", BigInteger, comment="Its GeoNames id."),
    _number("latitude", "Degrees north, WGS 84."),
    _number("longitude", "Degrees east, WGS 84."),
    _text("country", "ISO 3166-1 alpha-2."),
    _text("admin1", "First-order division."),
    _number("score", "How well it fits; only comparable within one list."),
    record_id=False,
)
STATEMENTS: Final = _part(
    "statements",
    "Who is said to have said what.",
    _text("label", "Who and what, in short."),
    _text("speaker", "Who speaks: the fullest name that the report gives, or the words for the source.", index=True),
    _text("speaker_type", "What kind of source it is."),
    _row("speaker_chain", "chains", "The chain of the source."),
    _text("source", "The words that name the source."),
    _text("cue", "The words that tell that something is said."),
    _text("content", "What is said."),
    _text("form", "direct, indirect or mixed.", index=True),
    _text("speech_act", "What is done by saying it.", index=True),
    _text("certainty", "How sure the speaker is.", index=True),
    _text("polarity", "Whether it is said to be so, or not to be so."),
    _text("tense", "When it holds, seen from the moment of speaking."),
    _text("condition", "The words of a condition that it hangs on."),
    _text("verification", "Whether the report says that it checked it."),
    _row("inside", "statements", "The statement that it stands within."),
    _number("confidence", "Calibrated probability (0-1) that this is a statement with these parts."),
)
STATEMENT_SPANS: Final = _part(
    "statement_spans",
    "Where each part of a statement stands.",
    _row("statement", "statements", "The statement.", nullable=False, index=True),
    _text("part", "source, cue, content, condition, hedge, negation or verification."),
    *_span(),
    record_id=False,
)
EVENTS: Final = _part(
    "events",
    "Events, as single sentences tell them.",
    _text("type", "Its type in the ontology."),
    _text("acled_event_type", "ACLED event type."),
    _text("acled_sub_event_type", "ACLED sub-event type."),
    _text("plover_event", "PLOVER event."),
    _text("plover_mode", "PLOVER mode."),
    *_span("trigger_words", "The words that tell of it."),
    _row("place", "places", "Where."),
    _row("time", "times", "When."),
    _text("certainty", "How sure it is, by the words of the report."),
    _text("polarity", "Whether it is told as so, or as not so."),
    _text("status", "Whether it happened, goes on, is planned, …"),
    _row("incident", "incidents", "The incident that it belongs to."),
    _number("confidence", "Calibrated probability (0-1) of trigger and type."),
)
ARGUMENTS: Final = _part(
    "arguments",
    "Who and what takes part in an event.",
    _row("event", "events", "The event.", nullable=False, index=True),
    _text("role", "actor, recipient, victim, target, instrument or beneficiary."),
    _row("chain", "chains", "Who or what."),
    *_span(),
    record_id=False,
)
INCIDENTS: Final = _part(
    "incidents",
    "Happenings in the world, as one report tells them.",
    _text("type", "Its type in the ontology."),
    _text("stage", "accomplished, attempted or threatened."),
    _row("place", "places", "Where."),
    _row("time", "times", "When."),
)
PARTICIPANTS: Final = _part(
    "participants",
    "Perpetrators, targets, victims and instruments of incidents.",
    _row("incident", "incidents", "The incident.", nullable=False, index=True),
    _text("role", "perpetrator, target, victim or instrument."),
    _row("chain", "chains", "Who or what."),
    _text("kind", "individual or organisation, for a perpetrator."),
    _text("blame", "How firmly the report says so, for a perpetrator."),
    *_span(),
    record_id=False,
)
TOLLS: Final = _part(
    "tolls",
    "What an incident did to people.",
    _row("incident", "incidents", "The incident.", nullable=False, index=True),
    _text("harm", "killed, injured, abducted, displaced or arrested."),
    _number("low", "At least so many."),
    _number("high", "At most so many."),
    _row("quantity", "quantities", "The quantity that says so."),
    record_id=False,
)
QUANTITIES: Final = _part(
    "quantities",
    "Numbers of people and things.",
    *_span(),
    _number("low", "At least so many."),
    _number("high", "At most so many."),
    _text("modifier", "How the words limit the number."),
    _text("unit", "What is counted or measured."),
    _text("about", "What about them."),
    _row("event", "events", "The event that it belongs to."),
    _row("statement", "statements", "The statement that gives it."),
    Column("narrator", Integer, nullable=False, comment="1 where the report itself gives it."),
)
STATES: Final = _part(
    "states",
    "What holds: who controls a town, how many fighters a group has.",
    _text("kind", "What kind of state."),
    _row("holder", "chains", "What it holds of."),
    _row("place", "places", "Where."),
    _row("time", "times", "When."),
    _number("low", "At least so many."),
    _number("high", "At most so many."),
    _text("certainty", "How sure it is, by the words of the report."),
    _text("polarity", "Whether it is told as so, or as not so."),
    *_span(),
)
ASSERTIONS: Final = _part(
    "assertions",
    "Which statement tells of an event or a state.",
    _row("event", "events", "The event.", index=True),
    _row("state", "states", "The state."),
    _row("statement", "statements", "The statement that tells of it.", index=True),
    Column("narrator", Integer, nullable=False, comment="1 where the report itself tells of it."),
    record_id=False,
)
RELATIONS: Final = _part(
    "relations",
    "What a report says of two actors: who fights, leads, backs or is part of whom.",
    _text("kind", "member_of, leads, allied_with, backs, fights or same_as."),
    _row("source", "mentions", "The mention that it is said of."),
    _row("target", "mentions", "The mention of the other one."),
    _row("source_chain", "chains", "The chain that it is said of.", index=True),
    _row("target_chain", "chains", "The chain of the other one.", index=True),
    *_span(comment="The words that say it."),
)
REMOVED: Final = _part(
    "removed",
    "What is no part of a report's own telling: captions, credits, advertisements.",
    _text("why", "What it is."),
    *_span(),
    record_id=False,
)
NOTES: Final = _part(
    "notes",
    "What was given up on, and why.",
    _text("part", "The part of the report or the record."),
    _text("what", "What was given up on, and why."),
    record_id=False,
)
DECISIONS: Final = _part(
    "decisions",
    "What decided a field: a rule, the model, or words.",
    _row("statement", "statements", "The statement; none where it is a field of the report.", index=True),
    _text("field", "The name of the field."),
    _text("decided_by", "The rule that decided it, or model."),
    _text("words", "The words that it was decided by, where they stand outside the text."),
    *_span(),
    record_id=False,
)

PARTS: Final = {
    "c": CHAINS,
    "cr": CHAIN_ROLES,
    "cl": CHAIN_LINKS,
    "m": MENTIONS,
    "t": TIMES,
    "p": PLACES,
    "pc": PLACE_CANDIDATES,
    "s": STATEMENTS,
    "ss": STATEMENT_SPANS,
    "e": EVENTS,
    "a": ARGUMENTS,
    "i": INCIDENTS,
    "ip": PARTICIPANTS,
    "it": TOLLS,
    "q": QUANTITIES,
    "st": STATES,
    "as": ASSERTIONS,
    "rl": RELATIONS,
    "x": REMOVED,
    "n": NOTES,
    "d": DECISIONS,
}
"""Every table of parts, by the letters that its ids have."""
