"""One report: bytes in, document out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onrecord.clean.answer import Cleaned
from onrecord.clean.body import Body
from onrecord.clean.decode import decode
from onrecord.clean.evidence import decide, evidence_of
from onrecord.clean.furniture import find_furniture
from onrecord.clean.language import identify
from onrecord.clean.text import read_text
from onrecord.errors import RefusedInput, TooLarge
from onrecord.record import Decision, Document, Note, Origin, Record, Removed, Span, to_json
from onrecord.record.original import Capture, Original, Stated

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
    text = body.text
    furniture = find_furniture(text.text, decide(body.evidence).values.get("title"))
    marked = (
        Removed(Span.of(text.text, m.start, m.end), m.why, text.bytes_of(m.start, m.end)) for m in furniture.marks
    )
    decided = decide((*body.evidence, *furniture.evidence, *evidence_of(original.stated)))
    language = identify(text.text)
    notes = [*text.notes, *body.notes]
    if language is None:
        declared = body.language or next((one.language for one in original.stated if one.language), None)
        notes.append("the language could not be told" + (f"; {declared[:20]!r} is declared" if declared else ""))
    document = Document(
        id=f"sha256:{original.sha256}",
        text=text.text,
        title=decided.values.get("title"),
        url=decided.values.get("url"),
        publisher=decided.values.get("publisher"),
        byline=decided.values.get("byline"),
        credit=furniture.credit,
        dateline=furniture.dateline,
        published=decided.values.get("published"),
        language=language,
        removed=(*marked, *body.removed),
        origin=replace(text.origin(), pages=body.pages),
        decisions=(*decided.decisions, *_dateline(text.text, furniture.marks), *body.decisions),
    )
    return Cleaned(document, (*(Note("document.text", note) for note in notes), *decided.notes))


def _dateline(text: str, marks: tuple[Any, ...]) -> tuple[Decision, ...]:
    return tuple(
        Decision("dateline", f"opening {mark.rule}", Span.of(text, mark.start, mark.end))
        for mark in marks
        if mark.why == "dateline"
    )


def _read(original: Original) -> Body:
    """Reads by the kind of bytes; parsers are imported when they are needed, since some take a third of a second."""
    content, name = original.content, original.name
    match original.media_type:
        case "text/plain":
            return read_text(decode(content, name, label=_charset(original)), name)
        case "text/html":
            from onrecord.clean.html import read_page  # noqa: PLC0415

            return read_page(decode(content, name, html=True, label=_charset(original)), name)
        case "application/json":
            from onrecord.clean.article_line import read_article  # noqa: PLC0415

            return read_article(content, name)
        case "message/rfc822":
            from onrecord.clean.message import read_message  # noqa: PLC0415

            return read_message(content, name)
        case "application/pdf":
            from onrecord.clean.pdf import read_pdf  # noqa: PLC0415

            return read_pdf(content, name)
    raise RefusedInput(f"{name}: {original.media_type} is not read; save the report as a text, a page or a PDF")


def _charset(original: Original) -> str | None:
    """The encoding that the answer's header names; of headers that say it twice the last counts."""
    headers = () if original.capture is None else original.capture.headers
    values = [value for name, value in headers if name.lower() == "content-type"]
    match = re.search(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", values[-1], re.IGNORECASE) if values else None
    return None if match is None else match.group(1)


def to_answer(content: bytes, arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Cleans a report, in the child.

    Args:
        content: The bytes as they came.
        arguments: What `arguments_of` made of the original.

    Raises:
        InputError: The report cannot be read.
    """
    stated = tuple(Stated(**one) for one in arguments.get("stated", ()))
    kind = arguments.get("content_type")
    capture = None if kind is None else Capture("", headers=(("content-type", kind),))
    sha256 = hashlib.sha256(content).hexdigest()
    original = Original(sha256, content, arguments["media_type"], arguments["name"], stated, capture)
    cleaned = clean(original)
    origin = cleaned.document.origin or Origin("", 0)
    if len(origin.runs) > MOST_RUNS:
        raise TooLarge(
            f"{original.name}: its map to the bytes has {len(origin.runs):,} entries, {MOST_RUNS:,} are allowed; "
            "cut the file in two"
        )
    record = to_json(Record(replace(cleaned.document, origin=None), notes=cleaned.notes))
    numbers = {field: [getattr(run, field) for run in origin.runs] for field in ("text", "count", "byte", "width")}
    pages = [[page.text, page.number] for page in origin.pages]
    return {"record": record, "encoding": origin.encoding, "length": origin.length, "pages": pages, **numbers}
