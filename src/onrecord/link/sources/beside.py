"""Who speaks where the source itself does not tell: a name before the cue, "it" for the last speaker, "the statement" for its issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from onrecord.link.sources.setting import Setting
from onrecord.record import Span, Statement
from onrecord.reference.registry import Entry

__all__ = ["named_before", "named_by_cue", "source_spoken_of", "spoken_before"]

_SAYING: Final = re.compile(
    r"\b(?:said|says|reported|reports|announced|stated|told|added|confirmed|claimed|according to)\b", re.IGNORECASE
)
_BREAK: Final = re.compile(r"[.!?;]\s|[\n\"”“]")
_NEAR: Final = 60
"""So many characters before a cue or a source can hold the name of whom it is of."""
_SOURCE: Final = re.compile(r"((?:[\w-]+\s+){1,3})sources?\b")


def named_by_cue(setting: Setting, statement: Statement) -> Entry | None:
    """The body that stands in the cue ("According to the agency") or right before it, where no source was found."""
    if statement.cue is None or not statement.cue.spans:
        return None
    cue = statement.cue.spans[0]
    if not _SAYING.search(cue.text):
        return None
    return setting.body_in(cue.text) or setting.body_in(_words_before(setting, cue))


def named_before(setting: Setting, spans: Iterable[Span]) -> Entry | None:
    """The body whose name stands before a source that is a bare "news agency"."""
    return next((b for s in spans if (b := setting.body_in(f"{_words_before(setting, s)} {s.text}"))), None)


def source_spoken_of(setting: Setting, span: Span) -> str:
    """What was last called a source before "the source": "a military source"."""
    last = ""
    for match in _SOURCE.finditer(setting.record.document.text, 0, span.start):
        if match[1].split()[-1].casefold() not in ("the", "a", "another"):
            last = match[0]
    return last


def spoken_before(setting: Setting, statement: Statement) -> Statement | None:
    """The last statement before this one that is not part of another."""
    start = _start(statement)
    before = (s for s in setting.record.statements if s.inside is None and s.id != statement.id and _start(s) < start)
    return max(before, key=_start, default=None)


def _start(statement: Statement) -> int:
    spans = (*statement.content.spans, *(statement.cue.spans if statement.cue else ()))
    return min((span.start for span in spans), default=0)


def _words_before(setting: Setting, span: Span) -> str:
    before = setting.record.document.text[max(0, span.start - _NEAR) : span.start]
    return " ".join(_BREAK.split(before)[-1].split()[-6:])
