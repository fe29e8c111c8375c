"""A reader without a model, and the command line with it: `python -m tests.cli.fakes read …` is a process like the real one."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence

from onrecord.record import Content, Cue, Document, Mention, Note, Reading, Source, Span, Statement, make_id
from onrecord.record import Reader as Provenance

SAID = re.compile(
    r"(?P<source>(?:[A-Z]\w+|Nobody)(?: [A-Z]\w+)*) (?P<cue>said|denied|warned) (?P<content>[^\n]+?)(?=[.\n]|$)"
)


class FakeReader:
    """Finds "X said Y", and "Z denied W" within Y; "Nobody said" has no source.

    A text that holds FAULT makes it fail, one that holds SLOW makes it wait.
    """

    def __init__(self) -> None:
        self.batches: list[int] = []

    @property
    def identity(self) -> Provenance:
        return Provenance("fake", os.environ.get("FAKE_VERSION", "1"), "f" * 64)

    def read_many(self, documents: Sequence[Document]) -> list[Reading]:
        self.batches.append(len(documents))
        return [self._read(document) for document in documents]

    def _read(self, document: Document) -> Reading:
        text = document.reading_text()
        if "FAULT" in text:
            raise ValueError("the fake was told to fail")
        if "SLOW" in text:
            time.sleep(float(os.environ.get("FAKE_SECONDS", "60")))
        statements: list[Statement] = []
        for hit in SAID.finditer(text):
            statements.append(self._statement(document.text, hit, 0, None))
            within = SAID.search(hit["content"])
            if within:
                statements.append(self._statement(document.text, within, hit.start("content"), statements[-1].id))
        mentions = tuple(
            Mention(make_id("m", statement.id), statement.source.spans[0], "person", "name")
            for statement in statements
            if statement.source
        )
        notes = () if document.language in ("en", None) else (Note("document.language", "is not English"),)
        return Reading(document, mentions, tuple(statements), notes, self.identity)

    def _statement(self, text: str, hit: re.Match[str], at: int, inside: str | None) -> Statement:
        source, cue, content = (
            Span.of(text, at + hit.start(part), at + hit.end(part)) for part in ("source", "cue", "content")
        )
        denied = cue.text == "denied"
        quoted = content.text.startswith("“")
        return Statement(
            make_id("s", source.start, content.end),
            "direct" if quoted else "indirect",
            None if source.text == "Nobody" else Source((source,)),
            Cue((cue,)),
            Content((content,)),
            inside=inside,
            speech_act="deny" if denied else "state",
            polarity="negative" if denied else "positive",
            negation=(cue,) if denied else (),
            tense="past",
            confidence=0.9,
        )


if __name__ == "__main__":
    from onrecord import api
    from onrecord.cli.main import main

    api.open_reader = lambda settings=None: FakeReader()
    main()
