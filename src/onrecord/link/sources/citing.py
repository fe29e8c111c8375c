"""Whom an outlet has it from: "the agency, citing the ministry, said", and what stands within its statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.link.sources.bodies import key_of
from onrecord.link.sources.setting import Setting
from onrecord.record import Statement

__all__ = ["cited_in", "told_to"]

_CITING: Final = re.compile(r"\b(?:citing|quoting|quoted|quotes|cited|cites)\s+((?:[^.,;\n]|\.(?=\w)){2,80})")
_TOLD: Final = re.compile(r"\b(?:told|tells|in an interview with|speaking to)\s+((?:[^.,;\n]|\.(?=\w)){2,50})")
_FAR: Final = 200
"""So many characters around source and cue are looked at."""


def cited_in(setting: Setting, statement: Statement) -> tuple[str, ...]:
    """Keys of the bodies that an outlet is said to cite in a statement."""
    return _named(setting, statement, _CITING)


def told_to(setting: Setting, statement: Statement) -> tuple[str, ...]:
    """Keys of the outlets that somebody is said to have told it to."""
    return tuple(
        key
        for key in _named(setting, statement, _TOLD)
        if setting.registry.get(key.removeprefix("actor:")).kind == "outlet"
    )


def _named(setting: Setting, statement: Statement, pattern: re.Pattern[str]) -> tuple[str, ...]:
    found = (setting.body_in(match[1]) for match in pattern.finditer(_around(setting, statement)))
    return tuple(dict.fromkeys(key_of(entry) for entry in found if entry is not None))


def _around(setting: Setting, statement: Statement) -> str:
    """The source and the cue with what stands between and after them, up to the end of the sentence, without the content."""
    spans = [*(statement.source.spans if statement.source else ()), *(statement.cue.spans if statement.cue else ())]
    if not spans:
        return ""
    text = setting.record.document.text
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    stop = re.compile(r"[.!?]\s|\n").search(text, end)
    end = min(stop.start() if stop else len(text), end + _FAR)
    return _without(text[start:end], start, [(span.start, span.end) for span in statement.content.spans])


def _without(text: str, start: int, spans: Sequence[tuple[int, int]]) -> str:
    kept = list(text)
    for first, last in spans:
        for i in range(max(0, first - start), min(len(kept), last - start)):
            kept[i] = ";"
    return "".join(kept)
