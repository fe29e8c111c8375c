"""A quotation: the exact words within what stands around them, with report, outlet, date, hash and offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.export.dossier.page import foreign
from onrecord.export.html.markup import in_text
from onrecord.export.shelf import Taken
from onrecord.record import Span

__all__ = ["quotation", "report_words"]

_CUT: Final = '<span class="soft">[…]</span>'
_AROUND: Final = 160
"""Characters before and after that are shown with the words, at most."""
_LONGEST: Final = 1_200
"""A statement that is longer is shown as far as it stands around the words."""


def report_words(taken: Taken) -> str:
    """A report in a line: its id, outlet or headline, and date."""
    document = taken.report.record.document
    told = [document.publisher or document.title, document.published]
    return " · ".join([f"report {in_text(taken.report.id)}", *(foreign(one) for one in told if one)])


def quotation(taken: Taken, spans: Sequence[Span], statement: str | None = None, told: Sequence[str] = ()) -> str:
    """Writes words as they stand in the text of a report.

    Args:
        taken: The report.
        spans: The words; they are marked.
        statement: Id of the statement that they are part of, which is shown around them.
        told: What else stands below the words, as markup.
    """
    text = taken.report.record.document.text
    said = taken.parts.statements.get(statement or "")
    around = said.content.spans if said else ()
    pieces = list(_merged(_shown(text, span, around) for span in spans))
    words = f" {_CUT} ".join("".join(_marked(text, start, end, spans)) for start, end in pieces)
    if pieces and _is_within_line(text, pieces[0][0] - 1) and not any(part.start == pieces[0][0] for part in around):
        words = f"{_CUT} {words}"
    if pieces and _is_within_line(text, pieces[-1][1]) and not any(part.end == pieces[-1][1] for part in around):
        words = f"{words} {_CUT}"
    offsets = ", ".join(f"{span.start}–{span.end}" for span in sorted(spans))
    return (
        f'<figure class="q"><blockquote dir="auto">{words}</blockquote>'
        f"<figcaption>{report_words(taken)} · characters {offsets}"
        f'<br><span class="hash">sha256 {in_text(taken.report.sha256)}</span>'
        f"{'<br>' if told else ''}{' · '.join(told)}</figcaption></figure>\n"
    )


def _is_within_line(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] != "\n"


def _shown(text: str, span: Span, around: Sequence[Span]) -> tuple[int, int]:
    """From where to where is shown: the part of the statement that holds the words, or else some words of their line."""
    for part in around:
        if part.covers(span) and part.end - part.start <= _LONGEST:
            return part.start, part.end
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    after = text.find("\n", span.end)
    end = min(len(text) if after < 0 else after, span.end + _AROUND)
    if start and text[start - 1] != "\n" and (blank := re.search(r"\s", text[start : span.start])):
        start += blank.end()
    if end < len(text) and text[end] != "\n" and (blanks := [*re.finditer(r"\s", text[span.end : end])]):
        end = span.end + blanks[-1].start()
    return start, end


def _merged(pieces: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last: tuple[int, int] | None = None
    for start, end in sorted(pieces):
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> Iterator[str]:
    at = start
    inside = ((max(span.start, start), min(span.end, end)) for span in spans if span.start < end and span.end > start)
    for begin, stop in _merged(inside):
        yield in_text(text[at:begin])
        yield f"<mark>{in_text(text[begin:stop])}</mark>"
        at = stop
    yield in_text(text[at:end])
