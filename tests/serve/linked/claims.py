"""Claims that tests put together: who says what in which report, and which of it is one source."""

from __future__ import annotations

from onrecord.ledger import InReport
from onrecord.record import Claim, Join, Slots, Span, Stance, Tally, Value

__all__ = ["claim_of", "in_report", "said"]


def said(
    document: str, source: str, stance: str = "asserts", *, words: str = "the bridge was hit", **more: object
) -> Stance:
    """What a source says in a report."""
    spans = (Span(10, 10 + len(words), words),)
    return Stance(document, "s-1", spans, stance, source, **more)  # type: ignore[arg-type]


def claim_of(*stances: Stance, joins: tuple[Join, ...] = (), independent: int = 2, **more: object) -> Claim:
    """A claim with these stances."""
    tally = Tally(len({s.document for s in stances}), 1, 2, independent, 1, 0, {"copies": independent + 1}, joins)
    return Claim(
        "c1", "A bridge was struck.", "occurrence", Slots(place="Tellouan"), stances, tally, "contested", "why", **more
    )  # type: ignore[arg-type]


def in_report(id_: str, *, family: str | None = None, root: str | None = None, **more: object) -> InReport:
    """A report, whose document has the same id."""
    given = {"title": f"Report {id_}", "publisher": f"Post {id_}", "published": "2031-05-04", **more}
    return InReport(
        id_, id_, family=family, root=root, derivation="wholly" if family and root != id_ else None, **given
    )  # type: ignore[arg-type]


def figure(low: float | None, high: float | None = None) -> Value:
    """A figure."""
    return Value(low, high)
