"""Whether two reports share running text of one origin. In: two records. Out: a match with its passages, or None."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from onrecord.link.copies.blocking import APART
from onrecord.link.copies.credits import find_credits
from onrecord.link.copies.match import Match, Stretch
from onrecord.link.copies.passages import Aligned, align
from onrecord.link.copies.sketch import Sketch, fingerprints_of, sketch_of
from onrecord.link.copies.words import Words, words_of
from onrecord.record import Evidence, Passage, Record
from onrecord.record.vocabulary import Copying

__all__ = ["MOST", "Prepared", "compare", "prepare"]

ENOUGH: Final = 30
"""Words that count which reports of two outlets have to share."""
FEW: Final = 20
"""Likewise within a day, where both have it from one agency or the words are a `GOOD_SHARE` of the shorter report."""
MANY: Final = 50
"""Likewise in two reports of one outlet, which repeats its own phrases, and in reports that are far apart."""
GOOD_SHARE: Final = 0.2
SHARE: Final = 0.12
"""The share of the shorter report that they have to make up, unless they stand in one passage of `ENOUGH`."""
MOST: Final = 0.5
"""The share of a report from which on it is derived wholly, and may be republished on any day."""
ALL: Final = 0.9
"""The share of both from which on they are the same text, whatever it is."""
SHOWN: Final = 3
"""Passages that are shown as evidence."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A report made ready for being compared; once for all its candidates.

    Attributes:
        record: The report.
        words: Its words.
        sketch: Its sketch.
    """

    record: Record
    words: Words
    sketch: Sketch


def prepare(record: Record) -> Prepared:
    """A report made ready for being compared."""
    return Prepared(record, words_of(record), sketch_of(record))


def compare(a: Record | Prepared, b: Record | Prepared, standing: Collection[int] = ()) -> Match | None:
    """Whether two reports share running text of one origin.

    A quotation or a press statement that both have is no running text; neither is a description of the background that an outlet
    or an agency repeats in reports of different days.

    Args:
        a: The one report.
        b: The other.
        standing: Fingerprints that are known from other reports as standing text (see `find_standing`).

    Returns:
        The match, or None if they share too little that counts.
    """
    one, other = (side if isinstance(side, Prepared) else prepare(side) for side in (a, b))
    aligned = align(one.words, other.words)
    if one.sketch.document == other.sketch.document or not aligned:
        return None
    agencies = _agencies(one.sketch, other.sketch)
    counted = [_counted(one.words, other.words, p) for p in aligned if not _stands(one.words, p, standing)]
    weight = sum(own for own, _ in counted) + (sum(quoted for _, quoted in counted) // 2 if agencies else 0)
    longest = max((own for own, _ in counted), default=0)
    shared = sum(passage.shared for passage in aligned)
    share_a, share_b = shared / len(one.words), shared / len(other.words)
    if not _is_copied(one.sketch, other.sketch, _Shared(bool(agencies), weight, longest, (share_a, share_b))):
        return None
    root = _root(one.sketch, other.sketch, (share_a, share_b))
    return Match(
        one.sketch.document,
        other.sketch.document,
        shared,
        weight,
        share_a,
        share_b,
        _derivation(one.sketch, share_a, agencies, root),
        _derivation(other.sketch, share_b, agencies, root),
        root,
        tuple(sorted(passage.a for passage in aligned)),
        tuple(sorted(passage.b for passage in aligned)),
        (*(_shown(one, other, passage) for passage in aligned[:SHOWN]), *_credited(one, other, agencies)),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    agency: bool
    weight: int
    longest: int
    shares: tuple[float, float]


def _is_copied(a: Sketch, b: Sketch, shared: _Shared) -> bool:
    if min(shared.shares) >= ALL:
        return True
    share = shared.weight / min(a.words, b.words)
    same_outlet = a.publisher is not None and a.publisher == b.publisher
    days = _days_apart(a, b)
    if days is not None and days > APART:
        return shared.weight >= MANY and (max(shared.shares) >= MOST or (share >= GOOD_SHARE and not same_outlet))
    if same_outlet:
        # One passage alone is what a site puts under its reports.
        several = shared.longest < shared.weight and share >= SHARE
        return shared.weight >= MANY and (several or max(shared.shares) >= MOST)
    close = days in {0, 1} and (shared.agency or share >= GOOD_SHARE)
    need = FEW if close else ENOUGH
    return shared.weight >= need and (share >= SHARE or shared.longest >= ENOUGH)


def _counted(a: Words, b: Words, passage: Aligned) -> tuple[int, int]:
    """How many of the words that agree are the report's own, and how many are quoted; of background half is counted."""
    own = quoted = 0.0
    for i, j, length in passage.blocks:
        marks = a.quoted[i : i + length] | b.quoted[j : j + length]
        value = np.where(a.background[i : i + length] | b.background[j : j + length], 0.5, 1.0)
        own += float(value[~marks].sum())
        quoted += float(value[marks].sum())
    return int(own), int(quoted)


def _stands(words: Words, passage: Aligned, standing: Collection[int]) -> bool:
    """Whether at least half of the fingerprints of a passage are those of standing text."""
    if not standing:
        return False
    known = [value in standing for value in fingerprints_of(words.hashes[slice(*passage.a)])]
    return 2 * sum(known) >= len(known) > 0


def _agencies(a: Sketch, b: Sketch) -> frozenset[str]:
    """The outlets that both have it from, or the one from the other."""
    sides = [frozenset((*side.credits, *side.told, *((side.publisher,) if side.publisher else ()))) for side in (a, b)]
    return sides[0] & sides[1] - ({a.publisher} if a.publisher == b.publisher else set())


def _days_apart(a: Sketch, b: Sketch) -> int | None:
    try:
        return abs((date.fromisoformat(a.published or "") - date.fromisoformat(b.published or "")).days)
    except ValueError:
        return None


def _root(a: Sketch, b: Sketch, shares: Sequence[float]) -> str | None:
    """The one that the other comes from: the agency's own report, else the earlier one if it has most of the other."""
    for one, other in ((a, b), (b, a)):
        if one.publisher and one.publisher != other.publisher and one.publisher in {*other.credits, *other.told}:
            return one.document
    if a.credits or b.credits or a.told or b.told or not a.published or not b.published or a.published == b.published:
        return None
    earlier, share = (a, shares[1]) if a.published < b.published else (b, shares[0])
    return earlier.document if share >= MOST else None


def _derivation(side: Sketch, share: float, agencies: Collection[str], root: str | None) -> Copying:
    if side.document == root:
        return "not"
    return "wholly" if share >= MOST or any(name in agencies for name in side.credits) else "partially"


def _shown(a: Prepared, b: Prepared, passage: Aligned) -> Evidence:
    quoted = a.words.quoted[slice(*passage.a)].all()
    spans = (_passage(a, passage.a), _passage(b, passage.b))
    return Evidence("shared quotation" if quoted else "shared text", spans)


def _passage(side: Prepared, words: Stretch) -> Passage:
    start, end = int(side.words.starts[words[0]]), int(side.words.ends[words[1] - 1])
    return Passage(side.sketch.document, start, end, side.record.document.text[start:end])


def _credited(a: Prepared, b: Prepared, agencies: Collection[str]) -> list[Evidence]:
    """For each agency where it is named; a report of the agency itself need not name it."""
    named = [passage for side in (a, b) for passage in _credits(side, agencies)]
    return [
        Evidence("credit", tuple(passage for name, passage in named if name == agency), {"outlet": agency})
        for agency in sorted(agencies)
    ]


def _credits(side: Prepared, agencies: Collection[str]) -> list[tuple[str, Passage]]:
    document = side.record.document
    return [
        (credit.outlet, Passage(document.id, credit.start, credit.end, document.text[credit.start : credit.end]))
        for credit in find_credits(document)
        if credit.outlet in agencies and credit.start is not None and credit.end is not None
    ]
