"""Characters that no reader should meet, normalised: line ends, controls, invisible marks."""

from __future__ import annotations

import re

from onrecord.clean.mapping import Decoded, Weaver

__all__ = ["canonical", "tidy"]

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SPECIAL = re.compile(
    "(?P<break>\r\n|[\r\x0b\x0c\x85\u2028\u2029])"
    "|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f])"
    f"|(?P<bidi>[{_BIDI}])"
    f"|(?P<invisible>[{_INVISIBLE}])"
    "|(?P<surrogate>[\ud800-\udfff])"
)
_SHOWN = {"break": "\n", "control": "\ufffd", "surrogate": "\ufffd"}
_SAID = {
    "control": "{n} control characters are shown as U+FFFD; the first is U+{first:04X} at byte {byte}",
    "surrogate": "{n} lone surrogates are shown as U+FFFD; the first is U+{first:04X} at byte {byte}",
    "bidi": "{n} marks that turn the direction of writing are left out; the first is U+{first:04X} at byte {byte}",
    "invisible": "{n} invisible characters are left out; the first is U+{first:04X} at byte {byte}",
}


def canonical(decoded: Decoded) -> Decoded:
    r"""Normalises what must be; everything else stays as it stands.

    Line ends become "\n". Control characters become U+FFFD, one each. Marks that turn the direction of writing, and
    invisible characters inside words, are left out. Each kind is counted in a note; letters are never composed,
    decomposed or folded.
    """
    weaver = Weaver(decoded)
    seen: dict[str, list[int]] = {}
    at = 0
    for match in _SPECIAL.finditer(decoded.text):
        weaver.keep(at, match.start())
        at = match.end()
        kind = match.lastgroup or ""
        weaver.stand_for(_SHOWN.get(kind, ""), match.start(), at)
        if kind != "break":
            seen.setdefault(kind, []).append(match.start())
    if at == 0:
        return decoded
    weaver.keep(at, len(decoded.text))
    return weaver.woven([_note(kind, found, decoded) for kind, found in seen.items()])


def tidy(text: str) -> str:
    """Normalises a few characters in the same way, without a map or notes."""
    return _SPECIAL.sub(lambda match: _SHOWN.get(match.lastgroup or "", ""), text)


def _note(kind: str, found: list[int], decoded: Decoded) -> str:
    byte, end = decoded.runs.bytes_of(found[0])
    said = _SAID[kind].format(n=len(found), first=ord(decoded.text[found[0]]), byte=byte)
    return said if byte < end else said.removesuffix(f" at byte {byte}")
