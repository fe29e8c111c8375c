"""Material for tests of exports: a report written here, and what was linked with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from onrecord.export.material import Head, Reported
from onrecord.record import (
    Chain,
    Claim,
    Content,
    Copies,
    Count,
    Cue,
    Document,
    Event,
    Evidence,
    Filter,
    Happening,
    Incident,
    Judgement,
    Mention,
    Passage,
    Perpetrator,
    Place,
    Reader,
    Record,
    Role,
    Slots,
    Source,
    SourceToll,
    Span,
    Stance,
    Statement,
    Tally,
    TimeExpression,
    Toll,
    When,
    Where,
)

TEXT = (
    "The army shelled Susah on Tuesday and killed seven people, Umm Nadir said. General Rafiq Haddad denied it.\n"
    "Umm Nadir, a resident, can be called on +963 11 555 0100. UMM NADIR left for Hajin in Deir ez-Zor province.\n"
)
DOCUMENT = "sha256:d1"


def span(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.of(text, start, start + len(words))


def record_of(document: str = DOCUMENT, text: str = TEXT) -> Record:
    """A report with a private person, a general, a shelling, two settlements and a telephone number."""
    umm, again, rafiq = span("Umm Nadir"), span("Umm Nadir", 1), span("General Rafiq Haddad")
    susah, hajin, province = span("Susah"), span("Hajin"), span("Deir ez-Zor province")
    return Record(
        Document(
            document, text, "Umm Nadir tells of Susah", "https://post.example/1", "Euphrates Post", byline="Dalia Marwan",
            published="2018-12-19", language="en",
        ),
        mentions=(
            Mention("m1", umm, "person", "name", "k1"), Mention("m2", again, "person", "name", "k1"),
            Mention("m3", rafiq, "person", "name", "k2"), Mention("m4", susah, "location", "name", "k3"),
            Mention("m5", hajin, "location", "name"), Mention("m6", span("+963 11 555 0100"), "comms_identifier", "name"),
            Mention("m7", province, "location", "name"), Mention("m8", span("The army"), "organisation", "nominal", "k4"),
        ),
        chains=(
            Chain("k1", "person", "Umm Nadir", ("m1", "m2"), roles=(Role("resident", span("resident")),)),
            Chain("k2", "person", "Rafiq Haddad", ("m3",), roles=(Role("general", span("General")),)),
            Chain("k3", "location", "Susah", ("m4",), place="p1"), Chain("k4", "organisation", "Syrian army", ("m8",), "syria.army"),
        ),
        times=(TimeExpression("t1", span("on Tuesday"), "DATE", "2018-12-18", "2018-12-18", "2018-12-18", "day"),),
        places=(
            Place("p1", "m4", "Susah", 7, 34.53, -40.9, "PPL", "SY", "Deir ez-Zor", "settlement", "event", 0.9),
            Place("p2", "m5", "Hajin", 8, 34.7, 40.8, "PPL", "SY", "Deir ez-Zor", "near", "mentioned"),
            Place("p3", "m7", "Deir ez-Zor", 9, 35.3, 40.1, "ADM1", "SY", "Deir ez-Zor", "province", "mentioned"),
        ),
        statements=(
            Statement("s1", "indirect", Source((umm,), "k1", "Umm Nadir", "person"), Cue((span("said"),)), Content((span("The army shelled Susah on Tuesday"),))),
            Statement("s2", "indirect", Source((rafiq,), "k2", "Rafiq Haddad", "official"), Cue((span("denied"),)), Content((span("it"),)), speech_act="deny"),
        ),
        events=(Event("e1", span("shelled"), "shelling", place="p1", time="t1", certainty="certain", status="claimed", asserted_by=("s1",), incident="i1"),),
        incidents=(
            Incident("i1", "shelling", "accomplished", ("e1",), "p1", "t1", (Perpetrator((span("The army"),), "k4", "organisation", "claimed"),), toll=Toll(killed=Count(7, 7))),
        ),
        reader=Reader("tester", "1"),
    )  # fmt: skip


def happening(id_: str = "h1", place: Where | None = None, documents: tuple[str, ...] = (DOCUMENT,)) -> Happening:
    where = place or Where("Susah", 7, 34.53, -40.9, "SY", "settlement")
    toll = SourceToll(DOCUMENT, "i1", "Umm Nadir", Toll(killed=Count(7, None)), "s1")
    return Happening(
        id_,
        "shelling",
        tuple((document, "i1") for document in documents),
        where,
        When("2018-12-18", "2018-12-18", "day"),
        (toll,),
    )


def claim(id_: str = "c1", **more: object) -> Claim:
    """That Susah was shelled: Umm Nadir says so, the general denies it."""
    stances = (
        Stance(DOCUMENT, "s1", (span("The army shelled Susah on Tuesday"),), "asserts", "Umm Nadir", unnamed=False),
        Stance(DOCUMENT, "s2", (span("it"),), "denies", "Rafiq Haddad"),
    )
    values: dict[str, object] = {
        "kind": "occurrence", "slots": Slots("Syrian army", "shell", None, "Susah", "2018-12-18"), "stances": stances,
        "tally": Tally(1, 1, 2, 1, 1, 0), "status": "contested", "why": "Umm Nadir asserts it, Rafiq Haddad denies it",
    }  # fmt: skip
    return Claim(id_, "Susah was shelled, Umm Nadir said.", **{**values, **more})  # type: ignore[arg-type]


def copies() -> Copies:
    shared = span("shelled Susah")
    passage = Passage(DOCUMENT, shared.start, shared.end, shared.text)
    return Copies("cf1", (DOCUMENT,), evidence=(Evidence("shared text", (passage,)),))


@dataclass
class Made:
    """Material of what is at hand."""

    records: tuple[Record, ...] = (record_of(),)
    claims: tuple[Claim, ...] = (claim(),)
    happenings: tuple[Happening, ...] = (happening(),)
    copies: tuple[Copies, ...] = (copies(),)
    judgements: tuple[Judgement, ...] = ()
    filter: Filter = field(default_factory=Filter)

    def iter_reports(self) -> Iterator[Reported]:
        for at, record in enumerate(self.records, 1):
            yield Reported(f"r{at}", f"r{at}.1", f"{at:064}", "2019-01-01T00:00:00Z", record)

    def iter_claims(self) -> Iterator[Claim]:
        yield from self.claims

    def iter_claims_on(self, happening: Happening) -> Iterator[Claim]:
        yield from self.claims

    def iter_happenings(self) -> Iterator[Happening]:
        yield from self.happenings

    def iter_copies(self) -> Iterator[Copies]:
        yield from self.copies

    def find_report(self, document: str) -> Reported | None:
        return next((report for report in self.iter_reports() if report.record.document.id == document), None)

    def iter_judgements(self) -> Iterator[Judgement]:
        yield from self.judgements

    def find_head(self) -> Head | None:
        return Head(1, "a" * 64, "2019-01-01T00:00:00Z")


class Kept:
    """A sink that keeps files in memory."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        stream = BytesIO()
        yield stream
        self.files[name] = stream.getvalue()
