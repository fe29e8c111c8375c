"""What stands in a text and is no part of the report's telling: found and marked, never cut out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.clean.evidence import Evidence
from onrecord.clean.lines import Line, cut
from onrecord.clean.opening import Opening, find_byline, find_date, find_opening, find_title
from onrecord.clean.rules import OUTLET_WORD, RemovedWhy, find_rule
from onrecord.record import Dateline, Span

__all__ = ["Furniture", "Mark", "find_furniture"]

# A short line may well be said twice ("Yes."), a longer one is a copy.
_SHORTEST_REPEAT = 20
_FEWEST_WORDS = 4
_PHOTO = r"(?:file )?(?:photo|image|picture|photograph)s?"
_IN_LINE = re.compile(
    rf"[(\[]\s*{_PHOTO}(?:[ -](?:credits?|courtesy|by|from)\b|\s*[:/])[^()\[\]\n]{{2,160}}[)\]]", re.IGNORECASE
)
# At the end of a report this credits all of it; anywhere else it is somebody's source, and part of the telling.
_AT_END = re.compile(r"[(\[]\s*sources?\s*:[^()\[\]\n]{2,60}[)\]](?=.{0,20}\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch that the reader passes over.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        why: What it is.
        rule: Name of the rule that found it.
    """

    start: int
    end: int
    why: RemovedWhy
    rule: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a text says about itself, and what is marked in it.

    Attributes:
        title: Its headline, which stays in the text unmarked.
        byline: Who wrote it.
        credit: The agency that it was taken from.
        dateline: Place and date that it opens with.
        marks: What the reader passes over, in order, without overlaps.
        evidence: What the opening says the report is, each with its words in the text.
    """

    title: str | None
    byline: str | None
    credit: str | None
    dateline: Dateline | None
    marks: tuple[Mark, ...]
    evidence: tuple[Evidence, ...] = ()


def find_furniture(text: str, title: str | None = None) -> Furniture:
    """Finds captions, credits, dateline, repeated lines and notices in a text.

    Args:
        text: The canonical text.
        title: The headline, where the page names it.
    """
    lines = cut(text)
    marks = {line.number: mark for line in lines if (mark := _line_mark(line)) is not None}
    _spread_captions(lines, marks)
    left = [line for line in lines if line.number not in marks]
    own_title = find_title(left)
    title = title or own_title
    byline = find_byline(left)
    if byline is not None:
        marks[byline[0].number] = Mark(byline[0].start, byline[0].end, "byline", "byline")
    marks.update(_repeats([line for line in lines if line.number not in marks], title))
    left = [line for line in lines if line.number not in marks]
    opening = find_opening(left)
    found = [*marks.values(), *_within(left), *_at_end(left)]
    if opening is not None:
        why: RemovedWhy = "credit" if opening.dateline is None else "dateline"
        found.append(Mark(opening.start, opening.end, why, opening.rule))
    return Furniture(
        title,
        None if byline is None else byline[1],
        None if opening is None else opening.credit,
        None if opening is None else opening.dateline,
        tuple(_apart(sorted(found, key=lambda mark: (mark.start, -mark.end)))),
        tuple(_evidence(text, own_title, byline, opening, find_date(lines))),
    )


def _evidence(
    text: str,
    title: str | None,
    byline: tuple[Line, str] | None,
    opening: Opening | None,
    dated: tuple[Line, str] | None,
) -> Iterator[Evidence]:
    """What the first lines say the report is; a dateline gives its date only with the year."""

    def told(field: str, words: str, start: int, end: int, name: str) -> Evidence:
        at = text.find(words, start, end)
        span = Span.of(text, at, at + len(words)) if at >= 0 else Span.of(text, start, end)
        return Evidence(field, words, "opening", name, span)

    if title is not None:
        yield told("title", title, 0, len(text), "headline")
    if byline is not None:
        yield told("byline", byline[1], byline[0].start, byline[0].end, "byline")
    if dated is not None:
        yield told("published", dated[1], dated[0].start, dated[0].end, "date line")
    if opening is not None:
        if opening.credit is not None:
            yield told("credit", opening.credit, opening.start, opening.end, opening.rule)
        date = None if opening.dateline is None else opening.dateline.date
        if date is not None and re.search(r"\d{4}", date):
            yield told("published", date, opening.start, opening.end, "dateline")


def _line_mark(line: Line) -> Mark | None:
    half = _doubled(line.text)
    if half is not None:
        once = line.text[: len(half)]
        if re.search(r"[.!?][\"”’']?$", once):
            return Mark(line.end - len(half), line.end, "repeated", "doubled_sentence")
        bracketed = re.search(r"\([^()]+\)$", once) or re.search(OUTLET_WORD, once)
        return Mark(line.start, line.end, "caption", "doubled_line") if bracketed else None
    rule = find_rule(line.text)
    return None if rule is None else Mark(line.start, line.end, rule.why, rule.name)


def _doubled(text: str) -> str | None:
    """The words of a line that says them twice, or None."""
    for blanks in range(3):
        half, odd = divmod(len(text) - blanks, 2)
        if odd or half < 8 or text[half : half + blanks].strip():
            continue
        if text[:half] == text[half + blanks :]:
            return text[:half]
    return None


def _spread_captions(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """A line beside a caption that has the caption's words without the credit is the caption once more."""
    for place, line in enumerate(lines):
        mark = marks.get(line.number)
        if mark is None or mark.why != "caption":
            continue
        for other in lines[max(0, place - 2) : place + 3]:
            if other.number not in marks and len(other.text) >= 4 and _is_caption_of(other.text, line.text):
                marks[other.number] = Mark(other.start, other.end, "caption", "caption_again")


def _is_caption_of(text: str, caption: str) -> bool:
    return caption.startswith(text) and caption[len(text) :].lstrip()[:1] in ("(", "[")


def _repeats(lines: Sequence[Line], title: str | None) -> dict[int, Mark]:
    """Lines that an earlier line has already said, word for word."""
    seen: set[str] = set()
    repeats: dict[int, Mark] = {}
    for line in lines:
        words = " ".join(line.text.split())
        long_enough = len(words) >= _SHORTEST_REPEAT and len(words.split()) >= _FEWEST_WORDS
        if words in seen and (long_enough or words == title):
            repeats[line.number] = Mark(line.start, line.end, "repeated", "repeated_line")
        seen.add(words)
    return repeats


def _within(lines: Sequence[Line]) -> Iterator[Mark]:
    """Photo notes in brackets inside a line."""
    for line in lines:
        for match in _IN_LINE.finditer(line.text):
            why: RemovedWhy = "credit" if len(match.group()) <= 60 else "caption"
            yield Mark(line.start + match.start(), line.start + match.end(), why, "note_in_line")


def _at_end(lines: Sequence[Line]) -> Iterator[Mark]:
    for line in lines[-1:]:
        tail = max(0, len(line.text) - 100)
        match = _AT_END.search(line.text, tail)
        if match is not None:
            yield Mark(line.start + match.start(), line.start + match.end(), "credit", "source_at_end")


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    at = 0
    for mark in marks:
        if mark.start >= at:
            yield mark
            at = mark.end
