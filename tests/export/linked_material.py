"""A small material in memory, and a sink that keeps what is written, for the exports of what was linked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, BinaryIO

from onrecord.export.material import Account, Format, Head, Reported
from onrecord.record import (
    Chain,
    Claim,
    Copies,
    Count,
    Document,
    Event,
    Filter,
    Happening,
    Incident,
    Join,
    Judgement,
    Mention,
    Participant,
    Perpetrator,
    Place,
    Quantity,
    Record,
    Relation,
    Slots,
    SourceToll,
    Span,
    Stance,
    Tally,
    TimeExpression,
    Toll,
    Value,
    When,
    Where,
)
from onrecord.record.original import Capture
from tests.cli.records import statement


@dataclass
class Memory:
    """A material of what it is given."""

    reports: tuple[Reported, ...] = ()
    claims: tuple[Claim, ...] = ()
    happenings: tuple[Happening, ...] = ()
    copies: tuple[Copies, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    outside: tuple[Reported, ...] = ()
    head: Head | None = None
    filter: Filter = field(default_factory=Filter)

    def iter_reports(self) -> Iterator[Reported]:
        return iter(self.reports)

    def iter_claims(self) -> Iterator[Claim]:
        return iter(self.claims)

    def iter_happenings(self) -> Iterator[Happening]:
        return iter(self.happenings)

    def iter_copies(self) -> Iterator[Copies]:
        return iter(self.copies)

    def find_report(self, document: str) -> Reported | None:
        known = {one.record.document.id: one for one in (*self.outside, *self.reports)}
        return known.get(document)

    def iter_judgements(self) -> Iterator[Judgement]:
        return iter(self.judgements)

    def find_head(self) -> Head | None:
        return self.head


@dataclass
class Files:
    """A sink that keeps files in memory."""

    written: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        assert name not in self.written
        out = io.BytesIO()
        yield out
        self.written[name] = out.getvalue()


def given_out(format_: Format, material: Memory) -> tuple[dict[str, bytes], Account]:
    """What a format writes of a material, and its account."""
    files, account = Files(), Account()
    format_.write(material, files, account)
    return files.written, account


TEXT = (
    "Shells hit Elmstead\n\n"
    "The Syrian army shelled Elmstead on Sunday, 23 December, Selma Ornby said, killing 12 people. "
    "Hezbollah said that it had no part in it. A 🜂 monitor said dozens had died.\n"
)
OTHER = "Army denies shelling\n\nThe Syrian army denied that it had shelled Elmstead. Islamic State did it, the ministry said.\n"
FIRST, SECOND = f"sha256:{'a1' * 32}", f"sha256:{'b2' * 32}"


def at(text: str, words: str) -> Span:
    """Where words first stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def reported(number: int, record: Record, **more: Any) -> Reported:
    """A report of a ledger."""
    sha256 = record.document.id.removeprefix("sha256:")
    return Reported(f"r{number}", f"r{number}.1", sha256, "2018-12-30T10:00:00Z", record, **more)


def telling() -> Record:
    """A private person, a body and a monitor tell of one shelling; the killed are given twice."""
    said = partial(statement, TEXT)
    return Record(
        Document(
            FIRST, TEXT, title="Shells hit Elmstead", publisher="The Ferry Post", byline="Orla Finn", published="2018-12-24",
            url="https://ferry.example/shells", language="en",
        ),
        mentions=(
            Mention("m1", at(TEXT, "Elmstead"), "location", "name", "c4"),
            Mention("m2", at(TEXT, "Selma Ornby"), "person", "name", "c2"),
        ),
        chains=(
            Chain("c1", "organisation", "Syrian army", (), "syria-armed-forces"),
            Chain("c2", "person", "Selma Ornby", ("m2",)),
            Chain("c3", "organisation", "Hezbollah", (), "hezbollah"),
            Chain("c5", "person", "Donald Trump", (), "donald-trump"),
        ),
        times=(TimeExpression("t1", at(TEXT, "Sunday, 23 December"), "DATE", "2018-12-23", "2018-12-23", "2018-12-23", "day", "anchored"),),
        places=(
            Place("p1", "m1", "Elmstead", 7, 35.5, 40.25, country="SY", precision="settlement", role="event"),
            Place("p2", None, "Syria", country="SY", precision="country", role="mentioned"),
        ),
        statements=(
            said("s1", "Selma Ornby", "said", "The Syrian army shelled Elmstead on Sunday, 23 December", chain="c2"),
            said("s2", "Hezbollah", "said that", "it had no part in it", chain="c3"),
            said("s3", "A 🜂 monitor", "monitor said", "dozens had died"),
        ),
        events=(
            Event(
                "e1", at(TEXT, "shelled"), "shelling", place="p1", time="t1", quantities=("q1",), certainty="certain",
                polarity="positive", status="happened", asserted_by=("s1",), incident="i1",
            ),
            Event("e2", at(TEXT, "died"), "shelling", status="happened", asserted_by=("s3",), incident="i1"),
        ),
        incidents=(
            Incident(
                "i1", "shelling", "accomplished", ("e1", "e2"), "p1", "t1",
                perpetrators=(
                    Perpetrator((at(TEXT, "The Syrian army"),), "c1", "organisation", "claimed"),
                    Perpetrator((at(TEXT, "Selma Ornby"),), "c5", "individual", "fact"),
                ),
                targets=(Participant((at(TEXT, "Hezbollah"),), "c3"),),
            ),
        ),
        quantities=(Quantity("q1", at(TEXT, "12 people"), 12, 12, "exact", "persons", "killed", "s1"),),
        relations=(
            Relation("l1", "member_of", "m1", "m2", "c3", "c1", at(TEXT, "Hezbollah")),
            Relation("l2", "leads", "m2", "m1", "c2", "c1"),
        ),
    )  # fmt: skip


def denying() -> Record:
    """The army denies it, and a ministry that nobody names speaks of somebody else."""
    return Record(
        Document(SECOND, OTHER, title="Army denies shelling", publisher="SANA", published="2018-12-25", language="en"),
        chains=(Chain("c1", "organisation", "Syrian army", (), "syria-armed-forces"),),
        statements=(
            statement(OTHER, "s1", "The Syrian army", "denied", "that it had shelled Elmstead", chain="c1", polarity="negative"),
            statement(OTHER, "s2", "the ministry", "ministry said", "Islamic State did it"),
        ),
        events=(Event("e1", at(OTHER, "shelled"), "shelling", status="denied", polarity="negative", asserted_by=("s1",), incident="i1"),),
        incidents=(Incident("i1", "shelling", events=("e1",)),),
    )  # fmt: skip


def claims() -> tuple[Claim, ...]:
    """Who shelled, which is contested; how many died; and something that no entity has part in."""
    who = Claim(
        "c1", "Syrian army carried out the shelling at Elmstead on 23 December 2018.", "responsibility",
        Slots("Syrian army", "carry out", None, "Elmstead", "2018-12-23"),
        (
            Stance(FIRST, "s1", (at(TEXT, "The Syrian army shelled"),), "asserts", "Selma Ornby", basis="said plainly"),
            Stance(SECOND, "s1", (at(OTHER, "denied that it had shelled"),), "denies", "Syrian army", basis="denies it"),
        ),
        Tally(2, 2, 2, 2, 1, 0, {"copies": 2}, (Join("copies", (0, 1), "2 reports share one text (copy family cf1)"),)),
        "contested", "asserted by Selma Ornby, denied by Syrian army",
    )  # fmt: skip
    killed = Claim(
        "c2", "12 to 99 people were killed at Elmstead.", "quantity", Slots(action="killed", place="Elmstead"),
        (
            Stance(FIRST, "s1", (at(TEXT, "killing 12 people"),), "asserts", "Selma Ornby", Value(12, 12), organisation="Elmstead clinic"),
            Stance(FIRST, "s3", (at(TEXT, "dozens had died"),), "asserts", "monitor", Value(24, None), unnamed=True),
        ),
        Tally(1, 1, 2, 2, 0, 1), "contested",
    )  # fmt: skip
    else_ = Claim(
        "c3", "Something else holds.", "status", Slots(), (Stance(SECOND, "s2", (at(OTHER, "did it"),), "asserts", "the ministry"),),
        Tally(1, 1, 1, 1, 0, 1), "single_source",
    )  # fmt: skip
    return who, killed, else_


def happenings() -> tuple[Happening, ...]:
    """The shelling as both reports tell it, and one that is only planned."""
    shelling = Happening(
        "h1", "shelling", ((FIRST, "i1"), (SECOND, "i1")),
        Where("Elmstead", 7, 35.5, 40.25, "SY", "settlement"), When("2018-12-23", "2018-12-23", "day"),
        (
            SourceToll(FIRST, "i1", "Selma Ornby", Toll(killed=Count(12, 12)), "s1"),
            SourceToll(FIRST, "i1", "monitor", Toll(killed=Count(24, 99)), "s3"),
        ),
        "the same place and day",
    )  # fmt: skip
    planned = Happening("h2", "armed_clash", ((FIRST, "i9"),), extra={"status": "planned"})
    return shelling, planned


def material(**more: Any) -> Memory:
    """Two reports, what they tell, and what people decided."""
    capture = Capture("url", "2018-12-24T09:00:00Z", "https://ferry.example/shells", status=200)
    values: dict[str, Any] = {
        "reports": (reported(1, telling(), captures=(capture,), sha1="c3" * 20), reported(2, denying())),
        "claims": claims(),
        "happenings": happenings(),
        "copies": (Copies("cf1", (FIRST, SECOND), FIRST, {FIRST: "not", SECOND: "wholly"}),),
        "judgements": (
            Judgement(
                "j1",
                "c1",
                "r1",
                None,
                "wrong",
                None,
                "Ada Quill",
                "the crater points elsewhere",
                "2019-01-02T08:00:00Z",
            ),
            Judgement("j2", "r1.1.s1", "r1", "s1", "right", None, "Ada Quill", None, "2019-01-02T08:01:00Z"),
            Judgement("j3", "c2", "r1", None, "unsure", None, "Ada Quill", "no list of names", "2019-01-02T08:02:00Z"),
        ),
        "head": Head(41, "d4" * 32, "2019-01-02T08:02:00Z"),
    }
    return Memory(**(values | more))
