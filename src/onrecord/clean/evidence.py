"""What a report is said to be: every word for its title, outlet, author and date, and which of them decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.clean.canonical import tidy
from onrecord.clean.dates import iso_date
from onrecord.record import Decision, Note, Span
from onrecord.record.original import Stated

__all__ = ["PRECEDENCE", "Decided", "Evidence", "decide", "evidence_of"]

# Who is believed first. What a report says of itself comes before what others say of it, what is written into a field
# made for it before what was found by looking at the text, and what was found there before what is stated beside it.
_DEFAULT = (
    "field",
    "message header",
    "JSON-LD",
    "meta",
    "microdata",
    "time element",
    "opening",
    "extractor",
    "PDF metadata",
    "feed entry",
    "archive header",
    "response header",
    "address",
)
# Where a report stands is known best by what it was fetched from: a page may claim to be somewhere else.
_ADDRESS = (
    "archive header",
    "response header",
    "field",
    "message header",
    "JSON-LD",
    "meta",
    "extractor",
    "feed entry",
)
PRECEDENCE: Mapping[str, Sequence[str]] = {
    "title": _DEFAULT,
    "url": _ADDRESS,
    "publisher": _DEFAULT,
    "byline": _DEFAULT,
    "published": _DEFAULT,
    "credit": _DEFAULT,
}
# Clocks of outlet and feed may stand in different time zones.
_DAYS_APART = 1
_LONGEST = 1_000
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that say what a field is.

    Attributes:
        field: A field of the document: title, url, publisher, byline, published or credit.
        value: What they say it is; for a date the words themselves.
        kind: What kind of place they stand in, one of those that `PRECEDENCE` names.
        name: Which one of its kind: the name of a tag, a key or a header.
        span: The words, where they stand in the text.
    """

    field: str
    value: str
    kind: str
    name: str = ""
    span: Span | None = None

    @property
    def by(self) -> str:
        """Kind and name, as a decision gives them."""
        return f"{self.kind} {self.name}".rstrip()


@dataclass(frozen=True, slots=True)
class Decided:
    """What was made of the evidence.

    Attributes:
        values: The fields that something is known of.
        decisions: What each was taken from.
        notes: Dates that contradict each other, and dates that could not be read.
    """

    values: Mapping[str, str]
    decisions: tuple[Decision, ...]
    notes: tuple[Note, ...]


def evidence_of(stated: Iterable[Stated]) -> Iterable[Evidence]:
    """What is stated beside a report, as evidence."""
    for one in stated:
        for field in ("title", "url", "publisher", "byline", "published"):
            value = getattr(one, field)
            if value:
                yield Evidence(field, value, one.by)
        dated = _IN_ADDRESS.search(one.url or "")
        if dated is not None:
            yield Evidence("published", "-".join(dated.groups()), "address")


def decide(evidence: Iterable[Evidence]) -> Decided:
    """Decides each field by the first kind of evidence that there is for it.

    Args:
        evidence: All that was found; within one kind the first counts.
    """
    values: dict[str, str] = {}
    decisions: list[Decision] = []
    notes: list[Note] = []
    told = [tidied for one in evidence if (tidied := _tidied(one)) is not None]
    for field, kinds in PRECEDENCE.items():
        found = sorted((one for one in told if one.field == field), key=lambda one: _rank(kinds, one.kind))
        if field == "published":
            found, unread = _dated(found)
            notes += unread
            notes += _contradictions(found)
        if found:
            first = found[0]
            values[field] = (iso_date(first.value) or first.value) if field == "published" else first.value
            words = None if first.span is not None else first.value
            decisions.append(Decision(field, first.by, first.span, words))
    return Decided(values, tuple(decisions), tuple(notes))


def _rank(kinds: Sequence[str], kind: str) -> int:
    return kinds.index(kind) if kind in kinds else len(kinds)


def _tidied(one: Evidence) -> Evidence | None:
    value = " ".join(tidy(one.value).split())[:_LONGEST]
    if not any(map(str.isalnum, value)):
        return None
    return Evidence(one.field, value, one.kind, one.name, one.span)


def _dated(found: Sequence[Evidence]) -> tuple[list[Evidence], list[Note]]:
    """What can be read as a date, and a note for each that cannot."""
    read = [one for one in found if iso_date(one.value) is not None]
    unread = [one for one in found if iso_date(one.value) is None]
    said = "{by} says {words!r}, which is no date that can be told for certain; it is passed over"
    return read, [Note("document.published", said.format(by=one.by, words=one.value[:80])) for one in unread]


def _contradictions(found: Sequence[Evidence]) -> Iterable[Note]:
    # An extractor repeats what it found in the tags, and is no witness of its own.
    days = [(one.by, iso_date(one.value) or "") for one in found if one.kind != "extractor"]
    seen: set[str] = set()
    for by, day in days[1:]:
        apart = abs((date.fromisoformat(day) - date.fromisoformat(days[0][1])).days)
        if apart > _DAYS_APART and day not in seen:
            seen.add(day)
            yield Note("document.published", f"{days[0][0]} says {days[0][1]}, {by} says {day}; the first is taken")
