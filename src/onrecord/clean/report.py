"""One report: bytes in, document out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.clean.article import Article
from onrecord.clean.decode import decode
from onrecord.clean.furniture import find_furniture
from onrecord.clean.html import read_page
from onrecord.clean.language import identify
from onrecord.clean.text import read_text
from onrecord.record import Document, Note, Removed, Span
from onrecord.record.original import Original

__all__ = ["Cleaned", "clean"]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning returns.

    Attributes:
        document: The report.
        notes: What was odd or was given up on.
    """

    document: Document
    notes: tuple[Note, ...] = ()


def clean(original: Original) -> Cleaned:
    """Turns a report's bytes into its canonical text, with a map from every character back to them.

    This parses foreign bytes. Outside of tests it should run in a child process, which `answer` is for.

    Args:
        original: The bytes as they came.

    Returns:
        The document and the notes. The text is never cut: furniture in it is marked in `document.removed`. What a page
        shows besides its article is reported there with its bytes.

    Raises:
        UnreadableInput: The bytes are no text, or hold no words.
        RefusedInput: A page would hold a parser for long.
    """
    is_page = original.media_type == "text/html"
    decoded = decode(original.content, original.name, html=is_page)
    article, outside, said = Article(()), (), ()
    declared: str | None = None
    if is_page:
        page = read_page(decoded, original.name)
        text, article, outside, declared, said = page.text, page.article, page.removed, page.language, page.notes
    else:
        text = read_text(decoded, original.name)
    furniture = find_furniture(text.text, article.title)
    marked = (Removed(Span.of(text.text, m.start, m.end), m.why, text.bytes_of(m.start, m.end)) for m in furniture.marks)
    document = Document(
        id=f"sha256:{original.sha256}",
        text=text.text,
        title=furniture.title,
        url=article.url,
        publisher=article.publisher,
        byline=article.byline or furniture.byline,
        credit=furniture.credit,
        dateline=furniture.dateline,
        published=article.published,
        language=identify(text.text),
        removed=(*marked, *outside),
        origin=text.origin(),
    )
    notes = [*text.notes, *said]
    if document.language is None:
        notes.append("the language could not be told" + (f"; the page declares {declared[:20]!r}" if declared else ""))
    return Cleaned(document, tuple(Note("document.text", note) for note in notes))
