"""The text layer of a PDF, in the order in which it is written, with its paragraphs and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2

from onrecord.clean.body import Body
from onrecord.clean.evidence import Evidence
from onrecord.clean.layout import HYPHEN, Line, begins_paragraph, lines_on
from onrecord.clean.mapping import unmapped
from onrecord.errors import RefusedInput, TooLarge, UnreadableInput
from onrecord.record import Decision, Page, Removed, Span

__all__ = ["read_pdf"]

MOST_PAGES = 2_000
MOST_CHARACTERS = 5_000_000
_LOCKED = 4
# First halves that keep their hyphen: "so-called", "two-year", "mid-October".
_COMPOUNDING = frozenset(
    "self ex so well half all mid non anti pro one two three four five six seven eight nine ten twenty thirty forty "
    "fifty sixty seventy eighty ninety".split()
)
_BROKEN = re.compile(rf"([^\W_]*){HYPHEN}([^\W_]*)")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NAME_OF_FILE = re.compile(r"\.(?:docx?|pdf|rtf|odt|indd|pptx?|qxd|txt)$|^(?:microsoft word|untitled)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:page\s+)?[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


def read_pdf(content: bytes, name: str) -> Body:
    """Reads the text of a PDF.

    Lines of a paragraph are joined by a space, paragraphs are set apart by an empty line. A word that was broken at the
    end of a line is put together again; a decision keeps how it was written.

    Args:
        content: The bytes of the file.
        name: What to call it in an error.

    Raises:
        UnreadableInput: It is broken, or has no text in it, as a scan.
        RefusedInput: It is locked with a password.
        TooLarge: It has too many pages or too much text.
    """
    document = _open(content, name)
    lines: list[Line] = []
    bare = []
    for number in range(1, len(document) + 1):
        found = _lines(document, number)
        lines += found
        if not found:
            bare.append(number)
        if sum(len(line.text) for line in found) > MOST_CHARACTERS or len(lines) > MOST_CHARACTERS // 20:
            raise TooLarge(f"{name}: has more text than {MOST_CHARACTERS:,} characters; cut it into its reports")
    if not any(map(str.isalnum, "".join(line.text for line in lines))):
        raise UnreadableInput(
            f"{name}: there is no text in its {len(document)} pages, so it is a scan; have its letters recognised first "
            "(OCR), then give the result"
        )
    text, starts, decisions = _assembled(lines)
    notes = ["a PDF has no bytes that stand for single characters; document.origin.pages has the pages instead"]
    if bare:
        notes.append(f"pages {', '.join(map(str, bare[:50]))} have no text and may be scanned")
    first_lines = {line.page: start for line, start in reversed(list(zip(lines, starts, strict=True)))}
    pages = tuple(Page(start, page) for page, start in sorted(first_lines.items()))
    return Body(
        unmapped(text, "application/pdf", len(content)),
        tuple(_evidence(document)),
        tuple(_page_numbers(text, lines, starts)),
        notes=tuple(notes),
        decisions=decisions,
        pages=pages,
    )


def _open(content: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED:
            raise RefusedInput(f"{name}: is locked with a password; open it and save it without one") from None
        raise UnreadableInput(f"{name}: is no PDF that can be opened ({error}); fetch it again") from None
    if not 1 <= pages <= MOST_PAGES:
        raise TooLarge(f"{name}: has {pages:,} pages, 1 to {MOST_PAGES:,} can be read; cut it into its reports")
    return document


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[Line]:
    """The lines of a page; a page that cannot be opened has none, as the note on bare pages says."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return []
    try:
        return lines_on(page, number)
    finally:
        page.close()


def _assembled(lines: Sequence[Line]) -> tuple[str, list[int], tuple[Decision, ...]]:
    """The text, where each line begins in it, and how broken words were written."""
    known = {word.lower() for line in lines for word in _WORD.findall(line.text)}
    pieces: list[str] = []
    starts: list[int] = []
    mended: list[tuple[int, int, str]] = []
    length = 0
    betweens = _betweens(lines)
    for line, between in zip(lines, betweens, strict=True):
        pieces.append(between)
        length += len(between)
        starts.append(length)
        at = 0
        for match in _BROKEN.finditer(line.text):
            before, after = match.groups()
            whole = _mended(before, after, known)
            pieces += [line.text[at : match.start()], whole]
            begin = length + match.start() - at
            mended.append((begin, begin + len(whole), f"{before}-\n{after}"))
            length = begin + len(whole)
            at = match.end()
        pieces.append(line.text[at:])
        length += len(line.text) - at
    text = "".join(pieces)
    by = "hyphen at the end of a line"
    return text, starts, tuple(Decision("text", by, Span.of(text, *place), words) for *place, words in mended)


def _betweens(lines: Sequence[Line]) -> list[str]:
    """What is put before each line; the number of a page does not break up a sentence that goes on after it."""
    betweens = [""] * len(lines)
    before: int | None = None
    for place, line in enumerate(lines):
        if _is_number(line):
            continue
        if before is not None:
            between = "\n\n" if begins_paragraph(lines[before], line) else " "
            betweens[before + 1 : place + 1] = [between] * (place - before)
        elif place:
            betweens[1 : place + 1] = ["\n\n"] * place
        before = place
    for place in range((-1 if before is None else before) + 1, len(lines)):
        betweens[place] = "\n\n" if place else ""
    return betweens


def _is_number(line: Line) -> bool:
    return line.at_edge and _NUMBER.fullmatch(line.text) is not None


def _mended(before: str, after: str, known: set[str]) -> str:
    """A word that was broken at a hyphen: with the hyphen where the text has it so elsewhere, or where it is part of it."""
    whole, compound = before + after, f"{before}-{after}"
    if whole.lower() in known:
        return whole
    keeps = compound.lower() in known or before.lower() in _COMPOUNDING
    return compound if keeps or not before[-1:].islower() or not after[:1].islower() else whole


def _page_numbers(text: str, lines: Sequence[Line], starts: Sequence[int]) -> Iterator[Removed]:
    for line, start in zip(lines, starts, strict=True):
        if _is_number(line):
            yield Removed(Span.of(text, start, start + len(line.text)), "boilerplate")


def _evidence(document: pypdfium2.PdfDocument) -> Iterator[Evidence]:
    """What the file's own fields say; when it was made is not when the report was published."""
    try:
        fields = document.get_metadata_dict()
    except (pypdfium2.PdfiumError, UnicodeError):
        return
    for field, key in (("title", "Title"), ("byline", "Author")):
        value = fields.get(key) or ""
        if value and not _NAME_OF_FILE.search(value):
            yield Evidence(field, value, "PDF metadata", key)
