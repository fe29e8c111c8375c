"""Which encoding a report's bytes are in: what they say, what they are, and whether the two agree."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes
from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

__all__ = ["Choice", "choose"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
# Encodings with states in them cannot be mapped character by character; UTF-7 hides markup in plain ASCII.
_REFUSED = re.compile(r"utf[-_]?7|iso-2022|hz(-gb)?|x-user-defined|replacement|unicode[-_]escape", re.IGNORECASE)
_SAMPLE = 131072
_MARKUP = b"<meta charset='a-z_0-9' content=\"A-Z; &#233;\">"


@dataclass(frozen=True, slots=True)
class Choice:
    """The encoding settled on.

    Attributes:
        codec: Python's name of the codec.
        name: The name shown to people.
        skip: Number of bytes of byte order mark at the beginning.
        notes: Disagreements, in sentences.
    """

    codec: str
    name: str
    skip: int = 0
    notes: tuple[str, ...] = ()


def choose(content: bytes, *, html: bool = False, label: str | None = None) -> Choice:
    """Settles the encoding of a report's bytes.

    A byte order mark wins; then valid UTF-8; then what the markup declares, when the bytes fit it; then detection.

    Args:
        content: The bytes as they came.
        html: Whether a declaration in the markup counts.
        label: What a header says; it counts before the markup, as it does for browsers.
    """
    declared, notes = _known(label.lower()) if label else (None, [])
    if html and declared is None:
        declared, more = _declared(content)
        notes = [*notes, *more]
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return _settle(codec, declared, notes, skip=len(bom))
    if (wide := _wide(content)) is not None:
        return _settle(wide, declared, [*notes, f"no byte order mark; the zero bytes look like {wide}"])
    valid, broken = _as_utf8(content)
    if not broken:
        if valid == 0 and declared is not None:
            return Choice(_codec(declared) or "utf-8", declared, 0, tuple(notes))
        return _settle("utf-8", declared, notes)
    if declared is not None and declared != "utf-8" and _fits(content, declared):
        return _doubted(content, declared, notes)
    if valid > broken:
        return _settle("utf-8", declared, notes)
    return _settle(_detected(content), declared, notes)


def _settle(name: str, declared: str | None, notes: list[str], skip: int = 0) -> Choice:
    if declared is not None and _codec(declared) != _codec(name):
        notes = [*notes, f"the page declares {declared}, but its bytes are {name}"]
    return Choice(_codec(name) or "utf-8", name, skip, tuple(notes))


def _doubted(content: bytes, declared: str, notes: list[str]) -> Choice:
    """Takes the declaration, which the bytes fit, unless they plainly are in another alphabet."""
    detected = _detected(content)
    if _codec(detected) != _codec(declared):
        if _codec(declared) == "cp1252" and _foreign(content):
            return _settle(detected, declared, notes)
        notes = [*notes, f"the page declares {declared}, which its bytes fit, though they look like {detected}"]
    return Choice(_codec(declared) or "utf-8", declared, 0, tuple(notes))


def _foreign(content: bytes) -> bool:
    """No language written in Latin letters has this many of them beyond ASCII."""
    sample = re.sub(rb"<[^>]*>", b"", content[:_SAMPLE])
    beyond = sum(byte >= 0xC0 for byte in sample)
    return beyond > 0.4 * (beyond + sum(65 <= byte & 0xDF <= 90 for byte in sample if byte < 128))


def _declared(content: bytes) -> tuple[str | None, list[str]]:
    match = _META.search(content, 0, 4096) or _XML.search(content[:512])
    if match is None:
        return None, []
    return _known(match.group(1).decode("ascii", "replace").lower())


def _known(label: str) -> tuple[str | None, list[str]]:
    label = label[:40]
    if _REFUSED.match(label):
        return None, [f"the page declares {label}, which is not supported; the declaration is passed over"]
    name = "utf-8" if label in ("utf8", "utf-8") else str(map_encoding_to_html5(label, False) or label).lower()
    codec = _codec(name)
    if codec is None:
        return None, [f"the page declares {label}, which is no known encoding; the declaration is passed over"]
    if _MARKUP.decode(codec, "replace").encode("ascii", "replace") != _MARKUP:
        return None, [f"the page declares {label}, in which this declaration could not be read; it is passed over"]
    return _plain_name(name), []


def _plain_name(name: str) -> str:
    if _codec(name) == "iso8859-1":
        return "windows-1252"
    return re.sub(r"^cp(125\d)$", r"windows-\1", name)


def _codec(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    # Transforms such as "rot13" and "hex" are codecs to Python, and no text encodings.
    return found.name if getattr(found, "_is_text_encoding", True) and not _REFUSED.match(found.name) else None


def _as_utf8(content: bytes) -> tuple[int, int]:
    """Counts the valid sequences beyond ASCII, and the invalid ones."""
    try:
        content.decode("utf-8")
        return int(not content.isascii()), 0
    except UnicodeDecodeError:
        text = content[: 8 * _SAMPLE].decode("utf-8", "replace")
    broken = max(1, text.count("\ufffd"))
    return sum(character > "\x7f" for character in text) - broken, broken


def _fits(content: bytes, name: str) -> bool:
    try:
        text = content.decode(_codec(name) or "ascii")
    except UnicodeDecodeError:
        return False
    return re.search("[\x80-\x9f]", text) is None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a byte order mark shows as zero bytes at every other place."""
    sample = content[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 4:
        return None
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _detected(content: bytes) -> str:
    name = detect_encoding(content, max_len=_SAMPLE, html5_compatible=False)
    if name and not _REFUSED.match(name) and _codec(name) not in (None, "ascii", "utf-8") and _fits(content, name):
        return _plain_name(name.lower())
    best = from_bytes(content[:_SAMPLE]).best()
    if best is not None and _codec(best.encoding) not in (None, "ascii", "utf-8") and _fits(content, best.encoding):
        return _plain_name(best.encoding.replace("_", "-"))
    return "windows-1252"
