"""One report: bytes in, document out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onrecord.clean.answer import Cleaned
from onrecord.clean.body import Body
from onrecord.clean.decode import decode
from onrecord.clean.furniture import find_furniture
from onrecord.clean.language import identify
from onrecord.clean.text import read_text
from onrecord.errors import TooLarge
from onrecord.record import Document, Note, Origin, Record, Removed, Span, to_json
from onrecord.record.original import Original

__all__ = ["MOST_RUNS", "clean", "to_answer"]


# A map this long takes 400 MB in the parent; 13 MB of text in a script of two bytes a letter need as many.
MOST_RUNS = 2_500_000


def clean(original: Original) -> Cleaned:
    """Turns a report's bytes into its canonical text, with a map from every character back to them.

    This parses foreign bytes. Outside of tests it should run in a child process, which calls `to_answer`.

    Args:
        original: The bytes as they came.

    Returns:
        The document and the notes. The text is never cut: furniture in it is marked in `document.removed`. What a page
        shows besides its article is reported there with its bytes.

    Raises:
        UnreadableInput: The bytes are no text, or hold no words.
        RefusedInput: A page would hold a parser for long.
    """
    body = _read(original)
    text, article = body.text, body.article
    furniture = find_furniture(text.text, article.title)
    marked = (
        Removed(Span.of(text.text, m.start, m.end), m.why, text.bytes_of(m.start, m.end)) for m in furniture.marks
    )
    language = identify(text.text)
    notes = [*text.notes, *body.notes]
    if language is None:
        declared = f"; the page declares {body.language[:20]!r}" if body.language else ""
        notes.append(f"the language could not be told{declared}")
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
        language=language,
        removed=(*marked, *body.removed),
        origin=text.origin(),
    )
    return Cleaned(document, tuple(Note("document.text", note) for note in notes))


def _read(original: Original) -> Body:
    page = original.media_type == "text/html"
    decoded = decode(original.content, original.name, html=page)
    if not page:
        return read_text(decoded, original.name)
    # Its parsers take a third of a second to import, which a plain text need not wait for.
    from onrecord.clean.html import read_page  # noqa: PLC0415

    return read_page(decoded, original.name)


def to_answer(content: bytes, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Cleans a report, in the child.

    Args:
        content: The bytes as they came.
        arguments: "media_type" and "name" of the original.

    Raises:
        InputError: The report cannot be read.
    """
    original = Original(
        hashlib.sha256(content).hexdigest(), content, str(arguments["media_type"]), str(arguments["name"])
    )
    cleaned = clean(original)
    origin = cleaned.document.origin or Origin("", 0)
    if len(origin.runs) > MOST_RUNS:
        raise TooLarge(
            f"{original.name}: its map to the bytes has {len(origin.runs):,} entries, {MOST_RUNS:,} are allowed; "
            "cut the file in two"
        )
    record = to_json(Record(replace(cleaned.document, origin=None), notes=cleaned.notes))
    numbers = {field: [getattr(run, field) for run in origin.runs] for field in ("text", "count", "byte", "width")}
    return {"record": record, "encoding": origin.encoding, "length": origin.length, **numbers}
