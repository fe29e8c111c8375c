"""Reports for the tests of the ledger: texts written here, and records of them."""

from __future__ import annotations

from onrecord.record import Content, Cue, Document, Reader, Record, Source, Span, Statement, document_id
from onrecord.record.original import Capture, Original

TEXT = (
    "The army denied on Monday that its troops had left Hajin.\n"
    "“We hold the bridge,” Colonel Idris Haddad said. He spoke by telephone.\n"
    "Residents said the café near the bridge was burning.\n"
)
READER = Reader("tester", "1", "a" * 64)


def span(text: str, words: str) -> Span:
    """The first place where the words stand."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def original(text: str = TEXT, name: str = "report.txt", **capture: str) -> Original:
    """The bytes of a report."""
    return Original.of(text.encode(), "text/plain", name, capture=Capture("file", **capture) if capture else None)


def record(
    text: str = TEXT, *, reader: Reader | None = READER, title: str | None = "Army denies retreat", **more: str
) -> Record:
    """What was read in a report: two statements if it holds the sentences above."""
    document = Document(
        document_id(text.encode()), text, title, **{"publisher": "Euphrates Post", "published": "2019-01-14", **more}
    )
    statements = ()
    if text.startswith(TEXT):
        statements = (
            Statement(
                "s-1", "indirect", Source((span(text, "The army"),), name="Syrian army", type="organisation"),
                Cue((span(text, "denied"),)), Content((span(text, "that its troops had left Hajin"),)), speech_act="deny",
            ),
            Statement(
                "s-2", "direct", Source((span(text, "Colonel Idris Haddad"),), name="Idris Haddad", type="official"),
                Cue((span(text, "said"),)), Content((span(text, "We hold the bridge"),)),
            ),
        )  # fmt: skip
    return Record(document, statements=statements, reader=reader)
