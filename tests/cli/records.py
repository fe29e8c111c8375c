"""Records written by hand, for what shows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.record import Chain, Content, Cue, Dateline, Document, Note, Record, Removed, Source, Span, Statement

TEXT = (
    "Bridge held, says mayor\n\n"
    "By Orla Finn\n\n"
    "“The bridge is ours,” the mayor said, “and so is the mill.”\n\n"
    "He added: the colonel denied that the guns had fired. Reportedly the road is cut.\n"
)
HOSTILE = "<script>document.documentElement.dataset.ran=1</script>\"'><img src=x onerror=alert(1)>\u202egnp\x1b[31m</p></style>"


def span(text: str, words: str) -> Span:
    """Where the words first stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def statement(text: str, key: str, source: str | None, cue: str | None, *content: str, **values: Any) -> Statement:
    """A statement by its words; each stands once in the text."""
    return Statement(
        key,
        values.pop("form", "indirect"),
        Source((span(text, source),), values.pop("chain", None), values.pop("name", None)) if source else None,
        Cue((span(text, cue),)) if cue else None,
        Content(tuple(span(text, words) for words in content)),
        **values,
    )


def bridge() -> Record:
    """A report with a broken quotation, a nested denial, a pronoun, a statement by nobody, and furniture."""
    return Record(
        Document(
            "sha256:0",
            TEXT,
            title="Bridge held, says mayor",
            publisher="The Ferry Post",
            published="2031-05-02",
            dateline=Dateline("ELMSTEAD", "2 May"),
            byline="Orla Finn",
            removed=(Removed(span(TEXT, "By Orla Finn"), "byline"), Removed(None, "boilerplate", (10, 20))),
            language="en",
        ),
        chains=(Chain("c1", "person", "Mayor Alda Brun", ("m1",)),),
        statements=(
            statement(TEXT, "b", "He", "added", "the colonel denied that the guns had fired", chain="c1"),
            statement(
                TEXT, "a", "the mayor", "mayor said", "“The bridge is ours,”", "“and so is the mill.”",
                form="direct", name="Mayor Alda Brun",
            ),
            statement(
                TEXT, "c", "the colonel", "denied", "that the guns had fired", inside="b", speech_act="deny",
                polarity="negative", negation=(span(TEXT, "denied"),), tense="past", confidence=0.3,
            ),
            statement(
                TEXT, "d", None, "Reportedly", "the road is cut", certainty="possible",
                hedges=(span(TEXT, "Reportedly"),), verification="not_verified",
            ),
        ),
        notes=(Note("statement c", "who speaks stays open"), Note("document.text", "one odd byte")),
    )  # fmt: skip


def hostile() -> Record:
    """A report in which every foreign text is an attack."""
    text = f"{HOSTILE}\n\nA {HOSTILE} woman said <b>javascript:alert(2)</b> to </span></bdi> us.\n"
    speaks = Statement(
        "s",
        "direct",
        Source((span(text, f"A {HOSTILE} woman"),), name=f"{HOSTILE} name"),
        Cue((span(text, "said"),)),
        Content((span(text, "<b>javascript:alert(2)</b> to </span></bdi> us"),)),
        condition=span(text, "</bdi>"),
    )
    document = Document(
        "sha256:1",
        text,
        title=f"{HOSTILE} title",
        url="javascript:alert(3)",
        publisher=HOSTILE,
        byline=HOSTILE,
        credit=HOSTILE,
        dateline=Dateline(HOSTILE, HOSTILE),
        published=HOSTILE,
        language='en" onload="alert(4)',
        removed=(Removed(span(text, " to "), HOSTILE), Removed(None, HOSTILE)),
    )
    return Record(document, statements=(speaks,), notes=(Note(HOSTILE, HOSTILE),))


def many(count: int) -> Record:
    """A long report in which somebody says something in every sentence."""
    text = "".join(
        f"Speaker {k} said that the gate number {k} was open.{chr(10) * 2 * (k % 3 == 0)} " for k in range(count)
    )
    found, at = [], 0
    for k in range(count):
        start = text.index("Speaker", at)
        cue = text.index("said", start)
        at = text.index(".", cue)
        parts = Span.of(text, start, cue - 1), Span.of(text, cue, cue + 4), Span.of(text, cue + 5, at)
        found.append(Statement(f"s{k}", "indirect", Source((parts[0],)), Cue((parts[1],)), Content((parts[2],))))
    return Record(Document("sha256:2", text), statements=tuple(found))


def without_title(record: Record) -> Record:
    """The same report without its headline."""
    return replace(record, document=replace(record.document, title=None))
