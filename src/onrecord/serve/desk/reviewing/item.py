"""One thing to review: the question, the words that it rests on, other answers, and the fields of a correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from onrecord.ledger import Judgement, Waiting
from onrecord.record import Span

__all__ = ["Choice", "Field", "Item", "Piece", "Quoted", "quoted"]

_AROUND: Final = 220


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of quoted text.

    Attributes:
        words: The words.
        mark: What they are marked as; "" for nothing.
    """

    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that something rests on, with what stands around them.

    Attributes:
        pieces: The text in stretches.
        start: Offset of the first character in the report, in code points.
        report: Id of the report.
        title: Its headline.
        publisher: Its outlet.
        published: Its date.
    """

    pieces: tuple[Piece, ...]
    start: int
    report: str
    title: str | None
    publisher: str | None
    published: str | None

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be corrected.

    Attributes:
        name: Its name in the judgement.
        label: What it is called on the page.
        value: What it is now, as a form sends it.
        options: What it can be, each with its words; none where anything can be written.
        hint: What a written value looks like.
    """

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Another answer, a key away.

    Attributes:
        words: It in words.
        value: What the judgement then says is right, by field.
    """

    words: str
    value: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to review.

    Attributes:
        waiting: What waits.
        question: What is asked.
        accept: What accepting says.
        reject: What rejecting says.
        facts: What the machine has, and why.
        quoted: The words that it rests on, each in its report.
        choices: Other answers, numbered from 1.
        fields: What can be corrected.
        span: The fields "start" and "end" are the edges of the words that are marked "content" in the first quotation.
        judged: What people decided about it so far.
        url: Where it can be looked at in full.
    """

    waiting: Waiting
    question: str
    accept: str
    reject: str
    facts: tuple[tuple[str, str], ...]
    quoted: tuple[Quoted, ...]
    choices: tuple[Choice, ...] = ()
    fields: tuple[Field, ...] = ()
    span: tuple[int, int] | None = None
    judged: tuple[Judgement, ...] = ()
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def quoted(
    text: str, marks: Sequence[tuple[Span, str]], about: tuple[str, str | None, str | None, str | None]
) -> Quoted | None:
    """The words around some marks; None where nothing is marked.

    Args:
        text: The text of the report.
        marks: Spans with what each is marked as; where they overlap, the first that begins wins.
        about: Id, headline, outlet and date of the report.
    """
    spans = sorted((span.start, span.end, mark) for span, mark in marks if span.start < span.end)
    if not spans:
        return None
    first, last = spans[0][0], max(end for _, end, _ in spans)
    start, end = _edge(text, first, -1), _edge(text, last, 1)
    pieces, at = [], start
    for begin, stop, mark in spans:
        if begin < at and at > start:
            begin = at  # noqa: PLW2901 (what an earlier mark took stays its own)
        if begin >= stop:
            continue
        if begin > at:
            pieces.append(Piece(text[at:begin]))
        pieces.append(Piece(text[begin:stop], mark))
        at = stop
    if at < end:
        pieces.append(Piece(text[at:end]))
    return Quoted(tuple(pieces), start, *about)


def _edge(text: str, at: int, step: int) -> int:
    """Where a quotation begins or ends: at the paragraph's edge, or a word's edge some way off."""
    limit = max(at - _AROUND, 0) if step < 0 else min(at + _AROUND, len(text))
    stretch = text[limit:at] if step < 0 else text[at:limit]
    if step < 0:
        line = stretch.rfind("\n")
        if line >= 0:
            return limit + line + 1
        return limit if limit == 0 else limit + stretch.find(" ") + 1
    line = stretch.find("\n")
    if line >= 0:
        return at + line
    return limit if limit == len(text) or " " not in stretch else at + stretch.rfind(" ")
