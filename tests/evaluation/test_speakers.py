"""A speaker is right if its chain holds the mention that a person pointed at; judgements are kept without text."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.judgements import read_judged
from evaluation.speakers import RIGHT, answer, answers_of, share
from onrecord.record import Content, Cue, Document, Reading, Record, Source, Span, Statement
from onrecord.resolve import resolve

TEXT = "Omar Nasser said yes. Lena Harding slept. She said no. Somebody said maybe."
CONTENTS = ("yes", "no", "maybe")


def part(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span.of(TEXT, at, at + len(words))


def record() -> Record:
    statements = []
    for number, (who, what) in enumerate(zip(("Omar Nasser", "She", "Somebody"), CONTENTS, strict=True)):
        source = part(who)
        cue, content = part("said", source.end), part(what, source.end)
        statements.append(Statement(str(number), "indirect", Source((source,)), Cue((cue,)), Content((content,))))
    return resolve(Reading(Document("sha256:0", TEXT), statements=tuple(statements)))


def judged(what: str, right: str | None) -> dict[str, object]:
    content, mention = part(what), part(right) if right else None
    return {
        "document": "sha256:0",
        "statement": what,
        "source": [],
        "cue": [],
        "content": [[content.start, content.end]],
        "right": [mention.start, mention.end] if mention else None,
    }


@pytest.mark.parametrize(
    ("what", "right", "verdict"),
    [
        ("yes", "Omar Nasser", "right"),
        ("yes", "Lena Harding", "wrong"),
        ("no", "Lena Harding", "right"),
        ("maybe", None, "rightly open"),
        ("maybe", "Lena Harding", "open"),
        ("slept", "Lena Harding", "not found"),
    ],
)
def test_verdicts(what: str, right: str | None, verdict: str) -> None:
    assert answer(judged(what, right), record()).verdict == verdict


def test_the_share_is_of_what_was_found() -> None:
    rows = [judged("yes", "Omar Nasser"), judged("no", "Omar Nasser"), judged("slept", None)]
    assert share(found for found, _ in answers_of(rows, {"sha256:0": record()})) == (0.5, 2)


def test_a_hundred_judgements_are_kept_that_the_reader_of_then_had_found() -> None:
    rows = read_judged("speakers")
    counts = Counter(row["verdict"] for row in rows)
    assert sum(counts.values()) - counts["not found"] == 100
    assert set(counts) <= {*RIGHT, "wrong", "open", "not found"}
    assert all(isinstance(offset, int) for row in rows for span in row["content"] for offset in span)
    assert {key for row in rows for key in row} == {
        "set", "document", "digest", "statement", "source", "cue", "content", "right", "verdict", "reader",
    }  # fmt: skip
