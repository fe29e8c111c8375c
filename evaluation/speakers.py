"""Whether statements have the right speaker, against statements judged by reading. In: judgements, and a reader. Out: a figure, and each one that is wrong.

A judgement names the speaker by the offsets of one mention of his or hers, which the chain of the statement's source must hold; none where the
report does not tell who speaks, and then the chain must be open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from evaluation.gold import Shared
from evaluation.judgements import documents_of, read_judged
from evaluation.predict import Reads, predict
from onrecord.record.document import Document
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.record.statement import Statement

Json = dict[str, Any]
Verdict = Literal["right", "rightly open", "wrong", "open", "not found"]
RIGHT: tuple[Verdict, ...] = ("right", "rightly open")
SAME = 0.5
"""Share of characters from which two contents are the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader makes of one judged statement.

    Attributes:
        judged: The judgement.
        verdict: How its speaker stands to it.
        name: By which name the speaker goes; None if there is none.
    """

    judged: Json
    verdict: Verdict
    name: str | None


def answer(judged: Json, record: Record) -> Answer:
    """How the record of a document stands to one judgement."""
    statement = find_statement(judged, record.statements)
    if statement is None:
        return Answer(judged, "not found", None)
    source = statement.source
    chain = next((c for c in record.chains if source is not None and c.id == source.chain), None)
    right = judged["right"]
    if source is None or chain is None:
        return Answer(judged, "rightly open" if right is None else "open", None)
    if right is None:
        return Answer(judged, "wrong", source.name)
    members = set(chain.mentions)
    holds = any(m.id in members and m.span.start < right[1] and right[0] < m.span.end for m in record.mentions)
    called = _words(record.document.text[right[0] : right[1]]) & _words(source.name or "")
    return Answer(judged, "right" if holds and called else "wrong", source.name)


def find_statement(judged: Json, statements: Iterable[Statement]) -> Statement | None:
    """The statement that was judged, among those of a reader: the cues share a character, or the contents are the same."""
    cue, content = _characters(judged["cue"]), _characters(judged["content"])
    best: tuple[float, Statement] | None = None
    for statement in statements:
        own = _characters(_offsets(statement.content.spans))
        same = len(content & own) / max(1, len(content | own))
        cued = statement.cue is not None and bool(cue & _characters(_offsets(statement.cue.spans)))
        if (cued or same >= SAME) and (best is None or same + cued > best[0]):
            best = (same + cued, statement)
    return best[1] if best else None


def answers(reader: Reads, shared: Shared) -> list[tuple[Answer, Document]]:
    """How a reader stands to all judgements, each with its document."""
    judged = read_judged("speakers")
    documents = documents_of(judged, shared)
    return answers_of(judged, {r.document.id: r for r in predict("modality", documents.values(), reader)})


def answers_of(judged: Sequence[Json], records: Mapping[str, Record]) -> list[tuple[Answer, Document]]:
    """How records stand to judgements."""
    return [(answer(row, record := records[row["document"]]), record.document) for row in judged]


def share(found: Iterable[Answer]) -> tuple[float, int]:
    """The share of speakers that are right among the statements that were found, and how many these are."""
    verdicts = [a.verdict for a in found if a.verdict != "not found"]
    return sum(v in RIGHT for v in verdicts) / max(1, len(verdicts)), len(verdicts)


def run(reader: Reads, shared: Shared) -> int:
    """Prints the figure, and what is not right."""
    found = answers(reader, shared)
    counts = Counter(a.verdict for a, _ in found)
    before = Counter(a.judged["verdict"] for a, _ in found)
    print(f"{len(found)} judged statements (in brackets: by hand, when they were drawn)")
    for verdict in (*RIGHT, "wrong", "open", "not found"):
        print(f"  {verdict:<13}{counts[verdict]:>4}  ({before[verdict]})")
    value, number = share(a for a, _ in found)
    print(f"speaker right: {value:.4f} of {number} found")
    for a, document in found:
        if a.verdict not in (*RIGHT, "not found"):
            print(_shown(a, document.text))
    return 0


def _shown(a: Answer, text: str) -> str:
    def cut(offsets: Sequence[int] | None) -> str:
        return " ".join(text[slice(*offsets)].split()) if offsets else "nobody"

    source = " … ".join(map(cut, a.judged["source"]))
    return f"  {a.judged['document'][:19]} {a.judged['statement']} {a.verdict}: {source!r} is {cut(a.judged['right'])!r}, not {a.name!r}"


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w\w+", text)} - {"the"}


def _offsets(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _characters(offsets: Iterable[Sequence[int]]) -> set[int]:
    return {k for start, end in offsets for k in range(start, end)}
