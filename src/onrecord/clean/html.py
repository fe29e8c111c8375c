"""A page to the canonical text of its article, with what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.clean.align import Aligned, align
from onrecord.clean.article import extract, second_length
from onrecord.clean.body import Body
from onrecord.clean.canonical import canonical
from onrecord.clean.limits import check_page
from onrecord.clean.mapping import Decoded
from onrecord.clean.page import Page, walk
from onrecord.errors import UnreadableInput
from onrecord.record import Removed

__all__ = ["read_page"]


def read_page(decoded: Decoded, name: str) -> Body:
    """Reads the article of a page.

    Args:
        decoded: The markup.
        name: What to call the page in an error.

    Raises:
        RefusedInput: The markup would hold a parser for long.
        UnreadableInput: The page shows no words.
    """
    markup = canonical(decoded)
    end = check_page(markup.text, name)
    page = walk(markup, end)
    if not any(map(str.isalnum, page.shown.text)):
        raise UnreadableInput(
            f"{name}: the page shows no words; it may be built by a script. Save it from a browser, or save its text."
        )
    article = extract(markup.text[:end])
    notes = [] if end == len(markup.text) else ["a comment that is never closed hides the rest of the page"]
    aligned = align(page.shown, article.lines)
    if aligned.unplaced > len(aligned.text.text) // 2:
        notes.append("the article that the extractor found is not in the page as it stands, so it is passed over")
        aligned = align(page.shown, ())
    if not aligned.text.text:
        notes.append("no article was found in the page, so all of its visible text is read, menus and notices included")
        lines = (" ".join(line.split()) for line in page.shown.text.split("\n"))
        aligned = align(page.shown, [line for line in lines if line])
    elif (said := _disagreement(markup.text, aligned.text.text)) is not None:
        notes.append(said)
    if aligned.unplaced:
        notes.append(f"{aligned.unplaced} characters of the text could not be found in the page and have no bytes")
    removed = tuple(_left_out(page, aligned))
    return Body(aligned.text, article.evidence, removed, page.language, tuple(notes))


def _disagreement(markup: str, text: str) -> str | None:
    ours, second = sum(map(str.isalnum, text)), second_length(markup)
    if second > 2 * ours or ours > 2 * second:
        return f"review: the article was taken to have {ours} letters, a second extractor takes it to have {second}"
    return None


def _left_out(page: Page, aligned: Aligned) -> Iterator[Removed]:
    """The stretches of the page that the text lacks, with their bytes; captions apart from the rest."""
    at = 0
    for start, end in [*aligned.kept, (len(page.shown.text), len(page.shown.text))]:
        for first, last, caption in _split(page.captions, at, start):
            if any(map(str.isalnum, page.shown.text[first:last])):
                yield Removed(None, "caption" if caption else "boilerplate", _bytes(page.shown, first, last))
        at = max(at, end)


def _split(captions: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    for caption in captions:
        first, last = max(caption[0], start), min(caption[1], end)
        if first < last:
            if start < first:
                yield start, first, False
            yield first, last, True
            start = last
    if start < end:
        yield start, end, False


def _bytes(shown: Decoded, start: int, end: int) -> tuple[int, int] | None:
    stretch = shown.text[start:end]
    first = start + len(stretch) - len(stretch.lstrip())
    last = end - len(stretch) + len(stretch.rstrip())
    place = shown.runs.bytes_of(first)[0], shown.runs.bytes_of(last - 1)[1]
    return place if place[0] < place[1] else None
