"""Sentences that were written for this project to learn from: types of events are rare in what can be had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.corpora import Marks, Sample

HERE = Path(__file__).parent
MARKED = re.compile(r"[\[\]{}]")


def sub_events() -> list[Sample]:
    """Sentences with the ACLED sub-event type that they report."""
    return [
        Sample(f"written/sub_events/{k}", text, {}, marks=Marks(sub_event=kind))
        for k, (kind, text) in enumerate(_lines("sub_events.txt"))
    ]


def dyads() -> list[Sample]:
    """Sentences in which [somebody] does something to {somebody}, with PLOVER's event."""
    found = []
    for k, (root, line) in enumerate(_lines("dyads.txt")):
        text = MARKED.sub("", line)
        one, other = (_span(line, *marks) for marks in ("[]", "{}"))
        found.append(Sample(f"written/dyads/{k}", text, {}, marks=Marks(dyads=[(one, other, root)])))
    return found


def _span(line: str, opening: str, closing: str) -> tuple[int, int]:
    start, end = line.index(opening), line.index(closing)
    return len(MARKED.sub("", line[:start])), len(MARKED.sub("", line[:end]))


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """Each sentence with the heading (`= heading`) that it stands below."""
    heading = ""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            heading = line.removeprefix("= ")
        elif line and not line.startswith("#"):
            yield heading, line
