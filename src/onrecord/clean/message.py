"""A message: its text, plain if there is one, and what its header says of it."""

from __future__ import annotations

import email
import re
from array import array
from collections.abc import Iterator
from dataclasses import replace
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
_QUOTED = re.compile(rb"=([0-9A-Fa-f]{2})|=[ \t]*+\r?\n|(?<![ \t])[ \t]++(?=\r?\n|\Z)")
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
    body = _first_with_words(message, texts, content, name)
    evidence = (*_evidence(message), *(one for one in body.evidence if one.kind != "extractor"))
    return replace(body, evidence=evidence, notes=(*body.notes, *notes))


def _first_with_words(message: Message, texts: dict[str, list[Message]], content: bytes, name: str) -> Body:
    """The first part that has words: a plain one rather than a page."""
    parts = [(kind, part) for kind in texts for part in texts[kind]]
    for place, (kind, part) in enumerate(parts):
        try:
            body = _READ[kind](_decoded(message, part, content, name), name)
        except UnreadableInput:
            continue
        rest = [f"another part of the message ({other}) is not read" for other, _ in parts[place + 1 :]]
        return replace(body, notes=(*body.notes, *rest))
    raise UnreadableInput(f"{name}: the message has no text with words in it; save what it is about as a text")


def _decoded(message: Message, part: Message, content: bytes, name: str) -> Decoded:
    """The characters of a part, led back to the bytes of the whole message where its encoding lets them be."""
    payload, raw = part.get_payload(decode=True), _raw(part)
    if not isinstance(payload, bytes):
        raise UnreadableInput(f"{name}: a part of the message has no text; save what it is about as a text")
    label, page = part.get_content_charset(), part.get_content_type() == "text/html"
    encoding = _encoding(part)
    start = _place(message, part, content)
    if start >= 0 and encoding in ("7bit", "8bit", "binary"):
        places = range(start, start + len(raw) + 1)
        return _placed(decode(raw, name, html=page, label=label), places, len(content))
    if start >= 0 and encoding == "quoted-printable":
        plain, spread = _unquoted(raw, start)
        return _placed(decode(plain, name, html=page, label=label), spread, len(content))
    decoded = decode(payload, name, html=page, label=label)
    said = f"the text is written in {encoding[:20]!r}, so no bytes of the message stand for single characters"
    return unmapped(decoded.text, decoded.encoding, len(content), (*decoded.notes, said))


def _encoding(part: Message) -> str:
    return str(part.get("content-transfer-encoding") or "7bit").strip().lower()


def _raw(part: Message) -> bytes:
    """The bytes of a part as they stand in the message."""
    headers = part.get_all("content-transfer-encoding") or []
    # Without this header nothing is undone.
    del part["content-transfer-encoding"]
    raw = part.get_payload(decode=True)
    for value in headers:
        part["content-transfer-encoding"] = value
    return raw if isinstance(raw, bytes) else b""


def _place(message: Message, part: Message, content: bytes) -> int:
    """Where the bytes of a part begin in the message: parts come one after another, each after an empty line."""
    at = 0
    for leaf in message.walk():
        if leaf.is_multipart():
            continue
        raw = _raw(leaf)
        found = [place + len(gap) for gap in (b"\n\n", b"\n\r\n") if (place := content.find(gap + raw, at)) >= 0]
        if leaf is part:
            return min(found, default=-1)
        at = min(found, default=at - len(raw)) + len(raw)
    return -1


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
