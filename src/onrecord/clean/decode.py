"""Bytes to characters: which encoding, what could not be decoded, and where each character came from."""

from __future__ import annotations

import codecs
import re
import threading
from collections.abc import Iterator

from onrecord.clean.charset import Choice, choose
from onrecord.clean.mapping import Decoded, Runs
from onrecord.errors import UnreadableInput

__all__ = ["decode", "refuse_binary"]

REPLACEMENT = "\ufffd"

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF image or sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"WARC/", "a web archive"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ADVICE = "onrecord reads text, HTML, PDF and messages: give it a name that says what it is, or save it as one of them."


def decode(content: bytes, name: str, *, html: bool = False, label: str | None = None) -> Decoded:
    """Decodes a report's bytes.

    Args:
        content: The bytes as they came.
        name: What to call them in an error.
        html: Whether a charset declared in the markup counts.
        label: The charset that a header names, if one does.

    Returns:
        The characters with their map. A sequence of bytes that cannot be decoded is one U+FFFD, and noted.

    Raises:
        UnreadableInput: There are no bytes, or they are not text.
    """
    if not content:
        raise UnreadableInput(f"{name}: the file is empty; there is nothing to read. Check how it was saved.")
    refuse_binary(content, name)
    choice = choose(content, html=html, label=label)
    runs = Runs()
    pieces: list[str] = []
    broken = 0
    for start, end, good in _stretches(content, choice):
        if good:
            pieces.append(_add_text(runs, content[start:end], choice.codec, start))
        else:
            pieces.append(REPLACEMENT)
            runs.add(1, start, end - start)
            broken += end - start
    notes = list(choice.notes)
    if broken:
        notes.append(f"{broken} of {len(content)} bytes cannot be decoded as {choice.name}; each is shown as U+FFFD")
    text = "".join(pieces)
    _refuse_controls(text, name)
    return Decoded(text, choice.name, len(content), runs, tuple(notes))


def refuse_binary(content: bytes, name: str) -> None:
    """Raises UnreadableInput when the first bytes are those of a format that is no text."""
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise UnreadableInput(f"{name}: this is {kind}, not text; {_ADVICE}")


def _refuse_controls(text: str, name: str) -> None:
    sample = text[:65536] + text[-65536:]
    controls = len(_CONTROLS.findall(sample))
    if controls * 50 > len(sample):
        share = round(100 * controls / len(sample))
        raise UnreadableInput(f"{name}: {share} % of it are control characters, so it is not text; {_ADVICE}")


_found = threading.local()


def _collect(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    _found.sequences.append((error.start, error.end))
    return REPLACEMENT, error.end


# An error handler sees every broken sequence in one pass; decoding again after each would take time in the square.
codecs.register_error("onrecord.collect", _collect)


def _stretches(content: bytes, choice: Choice) -> Iterator[tuple[int, int, bool]]:
    """Cuts the bytes into stretches that decode and sequences that do not."""
    _found.sequences = []
    content[choice.skip :].decode(choice.codec, "onrecord.collect")
    at = choice.skip
    for start, end in _found.sequences:
        if choice.skip + start > at:
            yield at, choice.skip + start, True
        at = choice.skip + end
        yield choice.skip + start, at, False
    if at < len(content):
        yield at, len(content), True


_UTF8 = (re.compile("([\x00-\x7f]+)|([\x80-\u07ff]+)|([\u0800-\uffff]+)|([\U00010000-\U0010ffff]+)"), (0, 1, 2, 3, 4))
_UTF16 = (re.compile("([\x00-\uffff]+)|([\U00010000-\U0010ffff]+)"), (0, 2, 4))


def _add_text(runs: Runs, content: bytes, codec: str, byte: int) -> str:
    """Decodes a stretch without errors and adds its characters to the runs."""
    text = content.decode(codec)
    if len(text) == len(content):
        runs.add(len(text), byte, 1)
    elif codec.startswith("utf-32"):
        runs.add(len(text), byte, 4)
    elif codec.startswith("utf-"):
        pattern, widths = _UTF8 if codec == "utf-8" else _UTF16
        for match in pattern.finditer(text):
            count, width = match.end() - match.start(), widths[match.lastindex or 0]
            runs.add(count, byte, width)
            byte += count * width
    else:
        _add_stepwise(runs, content, codec, byte)
    return text


def _add_stepwise(runs: Runs, content: bytes, codec: str, byte: int) -> None:
    """For encodings whose widths cannot be told from the characters: decodes one byte at a time."""
    decoder = codecs.getincrementaldecoder(codec)()
    begun, made = 0, False
    for end in range(1, len(content) + 1):
        for _ in decoder.decode(content[end - 1 : end], end == len(content)):
            runs.add(1, byte + begun, end - begun)
            made = True
        if made:
            begun, made = end, False
