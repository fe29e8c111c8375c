"""What a child process answers when it has cleaned a report: JSON values, which are checked before they are believed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from onrecord.errors import RecordError
from onrecord.record import Document, Note, Origin, Page, Run, from_json
from onrecord.record.original import Original

__all__ = ["FUNCTION", "Cleaned", "arguments_of", "from_answer"]

# What the jail is told to call. This module is all that the parent imports: no parser comes with it.
FUNCTION = "onrecord.clean.report:to_answer"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning returns.

    Attributes:
        document: The report.
        notes: What was odd or was given up on.
    """

    document: Document
    notes: tuple[Note, ...] = ()


def arguments_of(original: Original) -> dict[str, Any]:
    """What a child is told about an original besides its bytes, as JSON values."""
    headers = () if original.capture is None else original.capture.headers
    kinds = [value for name, value in headers if name.lower() == "content-type"]
    return {
        "media_type": original.media_type,
        "name": original.name,
        "stated": [asdict(stated) for stated in original.stated],
        "content_type": kinds[-1] if kinds else None,
    }


def from_answer(answer: Mapping[str, Any], original: Original) -> Cleaned:
    """Checks a child's answer and makes a cleaned report of it, in the parent.

    Args:
        answer: What the child returned.
        original: What it was given.

    Raises:
        RecordError: The answer is not what a child should return.
    """
    record = from_json(answer.get("record"), name=original.name)
    document = record.document
    if document.id != f"sha256:{original.sha256}":
        raise RecordError(f"{original.name}: the parser's answer is about another document; report this as a fault")
    if answer.get("length") != len(original.content) or not isinstance(answer.get("encoding"), str):
        raise RecordError(f"{original.name}: the parser's answer has no map to the bytes; report this as a fault")
    runs, pages = _runs(answer, document, original), _pages(answer, document, original)
    origin = Origin(answer["encoding"], len(original.content), runs, pages)
    return Cleaned(replace(document, origin=origin), record.notes)


def _runs(answer: Mapping[str, Any], document: Document, original: Original) -> tuple[Run, ...]:
    columns = [answer.get(field) for field in ("text", "count", "byte", "width")]
    length = len(original.content)
    runs = []
    at = 0
    if columns == [[], [], [], []]:
        # No byte stands for a character, as in a PDF.
        return ()
    if all(isinstance(column, list) for column in columns) and len({len(column or ()) for column in columns}) == 1:
        for text, count, byte, width in zip(*(column or () for column in columns), strict=True):
            if not type(text) is type(count) is type(byte) is type(width) is int:
                break
            if text != at or count < 1 or width < 0 or byte < 0 or byte + count * width > length:
                break
            runs.append(Run(text, count, byte, width))
            at += count
    if at != len(document.text):
        raise RecordError(
            f"{original.name}: the parser's map to the bytes does not fit the text; report this as a fault"
        )
    return tuple(runs)


def _pages(answer: Mapping[str, Any], document: Document, original: Original) -> tuple[Page, ...]:
    pages = [Page(*page) for page in answer.get("pages") or () if isinstance(page, list) and len(page) == 2]
    last = Page(0, 0)
    for page in pages:
        if not type(page.text) is type(page.number) is int or page.number <= last.number or page.text < last.text:
            raise RecordError(f"{original.name}: the parser's pages are out of order; report this as a fault")
        last = page
    if last.text > len(document.text):
        raise RecordError(f"{original.name}: the parser's pages do not fit the text; report this as a fault")
    return tuple(pages)
