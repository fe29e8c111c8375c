"""The tables of what was linked. All of them but people's judgements are worked out from the records, and can be again."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, Double, Integer, PrimaryKeyConstraint, Table, Text

from onrecord.ledger.tables import METADATA, to


def _text(name: str, comment: str, **more: Any) -> Column[Any]:
    return Column(name, Text, comment=comment, **more)


def _report(comment: str = "The report.") -> Column[Any]:
    return Column("report", Text, to("reports.id"), nullable=False, index=True, comment=comment)


def _count(name: str, comment: str) -> Column[Any]:
    return Column(name, Integer, comment=comment)


LINKED: Final = Table(
    "linked_reports",
    METADATA,
    Column("report", Text, to("reports.id"), primary_key=True, comment="The report."),
    _text("document", "Id of its document, by which linked objects call it.", nullable=False, index=True),
    Column("reading", Text, to("readings.id"), nullable=False, comment="The reading that was linked."),
    Column("same_as", Text, to("reports.id"), comment="The report of the same document that is linked in its place."),
    _text("version", "Version of the linker.", nullable=False),
    _text("at", "When, ISO 8601 in UTC.", nullable=False),
    comment="Which reports were linked with the others, and when. Others wait for the next `onrecord link`.",
)
ITEMS: Final = Table(
    "link_items",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False, comment="Its number, in the order of linking."),
    _text("kind", "copies, happenings or claims.", nullable=False),
    _text("id", "Its id.", nullable=False, index=True),
    _report(),
    Column("stale", Integer, nullable=False, comment="1 where what it belongs to has to be made anew."),
    _text("item", "The item as JSON.", nullable=False),
    comment="What reports are linked by: a sketch of the text, each telling of an event, each proposition.",
)
KEYS: Final = Table(
    "link_keys",
    METADATA,
    Column("key", BigInteger, nullable=False, comment="Hash of the key."),
    Column("item", BigInteger, to("link_items.number"), nullable=False, index=True, comment="The item."),
    PrimaryKeyConstraint("key", "item"),
    comment="Keys by which items that may be one are found, so that not all are compared with all.",
)
MEMBERS: Final = Table(
    "link_members",
    METADATA,
    Column("item", BigInteger, to("link_items.number"), nullable=False, comment="The item."),
    _text("object", "The copy family, happening or claim.", nullable=False, index=True),
    PrimaryKeyConstraint("item", "object"),
    comment="Which items a copy family, a happening or a claim was made from.",
)
PAIRS: Final = Table(
    "link_pairs",
    METADATA,
    Column("a", BigInteger, to("link_items.number"), nullable=False, comment="The one item."),
    Column("b", BigInteger, to("link_items.number"), nullable=False, index=True, comment="The other."),
    _text("verdict", "same, different or unsure; pairs that are not here were not judged.", nullable=False),
    Column("score", Double, comment="Calibrated probability (0-1) that they are one; none where a rule decided."),
    _text("why", "The reasons, as a JSON list.", nullable=False),
    _text("details", "What else is known of the pair, as JSON.", nullable=False),
    PrimaryKeyConstraint("a", "b"),
    comment="The machine's judgements of pairs of items.",
)
PAIR_JUDGEMENTS: Final = Table(
    "pair_judgements",
    METADATA,
    _text("id", "pj and a number.", primary_key=True),
    Column("number", Integer, nullable=False, unique=True, comment="That number."),
    _text("kind", "copies, happenings or claims.", nullable=False),
    _text("a", "Id of the one item.", nullable=False, index=True),
    _text("b", "Id of the other.", nullable=False, index=True),
    Column("report_a", Text, to("reports.id"), nullable=False, index=True, comment="The report of the one."),
    Column("report_b", Text, to("reports.id"), nullable=False, index=True, comment="The report of the other."),
    _text("verdict", "same, different, unsure, or not_judged to take an earlier one back.", nullable=False),
    _text("who", "Who judged.", nullable=False),
    _text("why", "The reason that was given."),
    _text("at", "When, ISO 8601 in UTC.", nullable=False),
    comment="What people decided about pairs of items. The newest on a pair counts and outranks the machine.",
)
COPIES: Final = Table(
    "copies",
    METADATA,
    _text("id", "cf and a number.", primary_key=True),
    Column("number", Integer, nullable=False, comment="That number."),
    Column("root", Text, to("reports.id"), comment="The report that the others come from, if it is one of them."),
    _count("reports", "How many reports."),
    _text("json", "The family as JSON.", nullable=False),
    comment="Families of reports that share running text of one origin.",
)
COPY_MEMBERS: Final = Table(
    "copy_members",
    METADATA,
    Column("family", Text, to("copies.id"), nullable=False, comment="The family."),
    _report(),
    _text("derivation", "How much of the report is taken from elsewhere: wholly, partially, or not."),
    PrimaryKeyConstraint("family", "report"),
    comment="Which reports a family has.",
)
HAPPENINGS: Final = Table(
    "happenings",
    METADATA,
    _text("id", "h and a number.", primary_key=True),
    Column("number", Integer, nullable=False, comment="That number."),
    _text("type", "Its type in the ontology.", index=True),
    _text("place", "Where it was."),
    Column("geonameid", BigInteger, comment="GeoNames id of that place."),
    Column("latitude", Double, comment="Degrees north, WGS 84."),
    Column("longitude", Double, comment="Degrees east, WGS 84."),
    _text("country", "ISO 3166-1 alpha-2."),
    _text("earliest", "ISO date: not before.", index=True),
    _text("latest", "ISO date: not after."),
    _count("reports", "How many reports tell of it."),
    _text("why", "Why the tellings are taken for one event."),
    _text("json", "The happening as JSON.", nullable=False),
    comment="Events in the world, each with the reports that tell of it.",
)
TELLINGS: Final = Table(
    "tellings",
    METADATA,
    _text("id", "Happening, and which of its tellings.", primary_key=True),
    Column("happening", Text, to("happenings.id"), nullable=False, index=True, comment="The happening."),
    _report(),
    Column("incident", Text, to("incidents.id"), comment="The incident as the report tells it."),
    comment="Which incident of which report is which happening.",
)
SOURCE_TOLLS: Final = Table(
    "source_tolls",
    METADATA,
    _text("id", "Happening, and which of its figures.", primary_key=True),
    Column("happening", Text, to("happenings.id"), nullable=False, index=True, comment="The happening."),
    _report(),
    Column("statement", Text, to("statements.id"), comment="The statement that gives it."),
    _text("source", "Who gives it, or narrator."),
    _text("harm", "killed, injured, abducted, displaced or arrested."),
    Column("low", Double, comment="At least so many."),
    Column("high", Double, comment="At most so many."),
    comment="What a happening did to people, by each source in each report.",
)
CLAIMS: Final = Table(
    "claims",
    METADATA,
    _text("id", "c and a number.", primary_key=True),
    Column("number", Integer, nullable=False, comment="That number."),
    _text("proposition", "In plain words, affirmative."),
    _text("kind", "What kind of proposition.", index=True),
    _text("status", "What the stances come to.", index=True),
    _text("actor", "Who did it, or of whom it holds."),
    _text("action", "What was done, or what holds."),
    _text("target", "To whom or to what."),
    _text("place", "Where."),
    _text("time", "When."),
    _text("quantity", "How many of what."),
    _text("earliest", "ISO date: when it was, or else when it was first reported.", index=True),
    _text("latest", "ISO date: when it was, or else when it was last reported."),
    _count("reports", "How many reports assert, deny or hedge it."),
    _count("copy_families", "The fewest copy families and single reports that cover them."),
    _count("sources", "How many ultimate sources."),
    _count("independent", "How many independent sources."),
    _count("parties", "How many governments, armed and political groups."),
    _text("why", "The status in words."),
    _text("json", "The claim as JSON, with every join of its tally.", nullable=False),
    comment="Propositions, and what the sources' stances on them come to.",
)
STANCES: Final = Table(
    "stances",
    METADATA,
    _text("id", "Claim, and which of its stances.", primary_key=True),
    Column("claim", Text, to("claims.id"), nullable=False, index=True, comment="The claim."),
    _report(),
    Column("statement", Text, to("statements.id"), comment="The statement."),
    Column("narrator", Integer, nullable=False, comment="1 where the report itself says so."),
    _text("source", "Who speaks.", index=True),
    _text("organisation", "Who stands behind the source and is counted."),
    _text("stance", "asserts, denies, hedges, predicts, questions or declines.", index=True),
    _text("leans", "For a hedge, the side that it leans to."),
    Column("low", Double, comment="The figure that is given: at least so many."),
    Column("high", Double, comment="At most so many."),
    _text("figure", "The figure in words."),
    Column("superseded", Integer, comment="1 where the same source later gave another figure."),
    Column("unnamed", Integer, comment="1 where the source is known by description only."),
    Column("start_offset", Integer, comment="Offset of the first character of the words, in code points."),
    Column("end_offset", Integer, comment="Offset after the last character of the first run of words."),
    _text("text", "The words."),
    _text("basis", "What decided the stance."),
    Column("confidence", Double, comment="Calibrated probability (0-1)."),
    comment="How each source in each report stands to a claim.",
)
RETIRED: Final = Table(
    "retired_ids",
    METADATA,
    _text("id", "An id that a copy family, a happening or a claim had.", primary_key=True),
    _text("became", "What it is part of now, if that is known."),
    comment="Ids that are no longer used, so that they are never given to anything else.",
)
NUMBERS: Final = Table(
    "link_numbers",
    METADATA,
    _text("kind", "copies, happenings or claims.", primary_key=True),
    Column("last", Integer, nullable=False, comment="The largest number that was given to one."),
    comment="How far the ids of linked objects have got.",
)
LINKING: Final = (
    LINKED, ITEMS, KEYS, MEMBERS, PAIRS, PAIR_JUDGEMENTS, COPIES, COPY_MEMBERS, HAPPENINGS, TELLINGS, SOURCE_TOLLS, CLAIMS,
    STANCES, RETIRED, NUMBERS,
)  # fmt: skip
"""All of them, in an order in which they can be made."""
OBJECTS: Final = {"copies": COPIES, "happenings": HAPPENINGS, "claims": CLAIMS}
"""The table of linked objects of each kind."""
PARTS_OF: Final = {
    "copies": ((COPY_MEMBERS, "family"),),
    "happenings": ((TELLINGS, "happening"), (SOURCE_TOLLS, "happening")),
    "claims": ((STANCES, "claim"),),
}
"""The tables of their parts, each with the column that names the object."""
LETTERS: Final = {"copies": "cf", "happenings": "h", "claims": "c"}
"""What their ids begin with."""
