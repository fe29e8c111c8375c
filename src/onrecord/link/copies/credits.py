"""From whom a report has its text, by its own words: credit lines, bylines, datelines, and outlets that were told things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.record import Document
from onrecord.reference.registry import Registry, fold, load_registry

__all__ = ["Credit", "find_credits", "outlet_key"]

_HEAD: Final = 120
_TAIL: Final = 60
"""Characters at either end in which a credit that cleaning did not cut off is looked for."""
_NEAR: Final = 50
"""Characters before "reported" in which the outlet stands."""
_NOBODY: Final = frozenset({"agencies", "staff", "wires", "news agencies", "staff writer"})
_OUTLET: Final = re.compile(r"\b(?:Press|Agency|News|Wire|Service)\b")
_CUE: Final = re.compile(r"\b(?:told|tells|telling|speaking to|spoke to|interview with|statement to|reported)\b")
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a report names for its text.

    Attributes:
        outlet: Its key.
        whole: Whether all of the report is credited to it ("(Reuters)"), and not only that somebody told it something.
        start: Offset of the words that say so in the text of the report; None where that is known from beside the text.
        end: Offset after them.
    """

    outlet: str
    whole: bool
    start: int | None = None
    end: int | None = None


def find_credits(document: Document) -> tuple[Credit, ...]:
    """The outlets that a report names for its text, its own publisher among them; each once, a credit for the whole first."""
    found = [*_declared(document), *_at_the_ends(document.text), *_told(document.reading_text())]
    kept: dict[str, Credit] = {}
    for credit in found:
        kept.setdefault(credit.outlet, credit)
    return tuple(kept.values())


@lru_cache(4096)
def outlet_key(name: str) -> str:
    """The registry's id of an outlet, or its folded name if the registry does not know it."""
    found = {entry.id for entry in load_registry().find(name) if entry.kind == "outlet"}
    return found.pop() if len(found) == 1 else fold(name)


def _declared(document: Document) -> Iterator[Credit]:
    """What cleaning found: the agency of the dateline, a byline that names no person."""
    for name in (document.credit, _outlet(document.byline)):
        if name and name.casefold() not in _NOBODY:
            marks = (removed.span for removed in document.removed if removed.span and name in removed.span.text)
            span = next(marks, None)
            yield Credit(outlet_key(name), True, *((span.start, span.end) if span else (None, None)))


def _outlet(byline: str | None) -> str | None:
    if not byline:
        return None
    known = any(entry.kind == "outlet" for entry in load_registry().find(byline))
    return byline if known or _OUTLET.search(byline) else None


def _at_the_ends(text: str) -> Iterator[Credit]:
    patterns = _patterns()
    head = patterns.first.match(text) or patterns.head.search(text, 0, _HEAD)
    for match in (head, patterns.tail.search(text, max(0, len(text) - _TAIL))):
        if match:
            yield Credit(outlet_key(match["name"]), True, *match.span("name"))


def _told(text: str) -> Iterator[Credit]:
    """Outlets beside a word that makes them the one that was told."""
    patterns = _patterns()
    for cue in _CUE.finditer(text):
        if cue.group() == "reported":
            match = patterns.before.search(text, max(0, cue.start() - _NEAR), cue.start())
        else:
            match = patterns.after.match(text, cue.end())
        if match:
            yield Credit(
                outlet_key(match["name"]),
                False,
                min(match.start("name"), cue.start()),
                max(match.end("name"), cue.end()),
            )


@dataclass(frozen=True, slots=True)
class _Patterns:
    first: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]


@lru_cache(1)
def _patterns() -> _Patterns:
    names = "|".join(map(re.escape, sorted(_outlets(load_registry()), key=lambda name: (-len(name), name))))
    follows = rf"\)|\s*[–—]|\s+-|-(?=[A-Z])|\s+{_WEEKDAY}"
    return _Patterns(
        head=re.compile(rf"(?:\A|\s|\()(?P<name>{names})(?:{follows})"),
        first=re.compile(rf"\s*(?P<name>{names})\s+(?=[A-Z0-9])"),
        tail=re.compile(rf"(?:[-–—(/]\s*|[Ss]ource:?\s+|SOURCE:?\s+)(?P<name>{names})[).\s]*\Z"),
        after=re.compile(rf"\s+(?:the\s+)?(?P<name>{names})\b"),
        before=re.compile(rf"(?:^|\s|\()(?P<name>{names})(?:\s+news agency)?\s+$"),
    )


def _outlets(registry: Registry) -> set[str]:
    """Names of outlets as credits have them, in capitals too."""
    rows = [row for row in registry.rows.values() if row["kind"] == "outlet"]
    names = {name for row in rows for name in (row["name"], *row.get("aliases", ()), *row.get("ambiguous", ()))}
    return names | {name.upper() for name in names}
