"""Copies: reports that carry one text under several names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.vocabulary import Copying


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text of one of several reports.

    Attributes:
        document: Id of the report.
        start: Offset of the first character, in Unicode code points.
        end: Offset after the last character (half-open).
        text: The words that stand there.
    """

    document: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why reports are taken to share a text.

    Attributes:
        kind: What kind of evidence it is ("shared text", "credit").
        spans: The words, in each of the reports.
    """

    kind: str
    spans: tuple[Passage, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Copies:
    """A family of reports that share running text of one origin.

    Attributes:
        family: Its id.
        reports: Ids of the reports.
        root: Id of the report that the others come from, or None if none of these is it.
        derivation: How much of each report is taken from elsewhere: wholly, partially, or not.
        evidence: Why they are taken for one family.
    """

    family: str
    reports: tuple[str, ...]
    root: str | None = None
    derivation: Mapping[str, Copying] = field(default_factory=dict, hash=False)
    evidence: tuple[Evidence, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
