"""A message: its text, plain if there is one, and what its header says of it."""

from __future__ import annotations

import email
import re
from array import array
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from onrecord.clean.body import Body
from onrecord.clean.decode import decode
from onrecord.clean.evidence import Evidence
from onrecord.clean.html import read_page
from onrecord.clean.mapping import Decoded, Runs, unmapped
from onrecord.clean.rules import AGENCIES, OUTLET_WORD
from onrecord.clean.text import read_text
from onrecord.errors import RefusedInput, UnreadableInput

__all__ = ["read_message"]

MOST_PARTS = 1_000
_READ = {"text/plain": read_text, "text/html": read_page}
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})|=[ \t]*\r?\n|[ \t]+(?=\r?\n|\Z)")
_OUTLET = re.compile(rf"{OUTLET_WORD}|^(?:{AGENCIES})$")


def read_message(content: bytes, name: str) -> Body:
    """Reads a message.

    Args:
        content: The bytes of the message, header and all.
        name: What to call it in an error.

    Raises:
        UnreadableInput: It has no part with words in it.
        RefusedInput: It has too many parts.
    """
    message = email.message_from_bytes(content)
    texts: dict[str, list[Message]] = {kind: [] for kind in _READ}
    notes = []
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise RefusedInput(f"{name}: has more than {MOST_PARTS:,} parts, which no report has; save its text")
        kind, file = part.get_content_type(), _header(part.get_filename() or "")
        if part.is_multipart():
            continue
        if kind in texts and part.get_content_disposition() != "attachment":
            texts[kind].append(part)
        else:
            notes.append(f"attachment {file[:100]!r} ({kind}) is not read" if file else f"a part ({kind}) is not read")
    return _first_with_words(texts, content, name, (tuple(_evidence(message)), notes))


def _first_with_words(
    texts: dict[str, list[Message]], content: bytes, name: str, beside: tuple[tuple[Evidence, ...], list[str]]
) -> Body:
    """The first part that has words: a plain one rather than a page."""
    evidence, notes = beside
    parts = [(kind, part) for kind in texts for part in texts[kind]]
    for place, (kind, part) in enumerate(parts):
        try:
            body = _READ[kind](_decoded(part, content, name), name)
        except UnreadableInput:
            continue
        rest = [f"another part of the message ({other}) is not read" for other, _ in parts[place + 1 :]]
        evidence += tuple(one for one in body.evidence if one.kind != "extractor")
        return Body(body.text, evidence, body.removed, body.language, (*body.notes, *notes, *rest))
    raise UnreadableInput(f"{name}: the message has no text with words in it; save what it is about as a text")


def _decoded(part: Message, content: bytes, name: str) -> Decoded:
    """The characters of a part, led back to the bytes of the whole message where its encoding lets them be."""
    payload = part.get_payload(decode=True)
    written = part.get_payload()
    if not isinstance(payload, bytes) or not isinstance(written, str):
        raise UnreadableInput(f"{name}: a part of the message has no text; save what it is about as a text")
    label = part.get_content_charset()
    page = part.get_content_type() == "text/html"
    raw = written.encode("ascii", "surrogateescape")
    start = content.find(raw)
    encoding = str(part.get("content-transfer-encoding") or "7bit").strip().lower()
    if start >= 0 and encoding in ("7bit", "8bit", "binary"):
        decoded = decode(raw, name, html=page, label=label)
        places = range(start, start + len(raw) + 1)
        return _placed(decoded, places, len(content))
    if start >= 0 and encoding == "quoted-printable":
        plain, places_ = _unquoted(raw, start)
        return _placed(decode(plain, name, html=page, label=label), places_, len(content))
    decoded = decode(payload, name, html=page, label=label)
    said = f"the text is written in {encoding[:20]}, so no bytes of the message stand for single characters"
    return unmapped(decoded.text, decoded.encoding, len(content), (*decoded.notes, said))


def _unquoted(raw: bytes, start: int) -> tuple[bytes, array[int]]:
    """Quoted-printable undone; the places of its bytes in the message, with the place after the last."""
    plain = bytearray()
    places: array[int] = array("q")
    at = 0
    for match in _QUOTED.finditer(raw):
        plain += raw[at : match.start()]
        places.extend(range(start + at, start + match.start()))
        if match.group(1) is not None:
            plain.append(int(match.group(1), 16))
            places.append(start + match.start())
        at = match.end()
    plain += raw[at:]
    places.extend(range(start + at, start + len(raw) + 1))
    return bytes(plain), places


def _placed(decoded: Decoded, places: range | array[int], length: int) -> Decoded:
    """The same characters with their bytes in the whole message."""
    runs, moved = decoded.runs, Runs()
    for count, byte, width in zip(runs.count, runs.byte, runs.width, strict=True):
        if width and places[byte + count * width] - places[byte] == count * width:
            moved.add(count, places[byte], width)
            continue
        for number in range(count):
            first = byte + number * width
            moved.add(1, places[first], places[first + width] - places[first])
    return Decoded(decoded.text, decoded.encoding, length, moved, decoded.notes)


def _evidence(message: Message) -> Iterator[Evidence]:
    for field, header in (("title", "Subject"), ("published", "Date"), ("url", "Archived-At")):
        value = _header(message.get(header) or "").strip("<> ")
        if value:
            yield Evidence(field, value, "message header", header)
    sender, address = parseaddr(_header(message.get("From") or ""))
    # An address is no name, and a program that sends names nobody.
    if sender and sender != address and "@" not in sender and any(map(str.isalpha, sender)):
        yield Evidence("publisher" if _OUTLET.search(sender) else "byline", sender, "message header", "From")


def _header(value: object) -> str:
    """A header as it reads; one that is written wrongly stays as it is."""
    text = " ".join(str(value).split())[:1_000]
    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return text
