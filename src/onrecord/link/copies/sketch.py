"""What is kept of a report so that its copies are found without reading it again. In: a record. Out: a sketch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.link.copies.credits import find_credits, outlet_key
from onrecord.link.copies.words import Hashes, Words, hash_runs, words_of
from onrecord.record import Record

__all__ = ["RUN", "Sketch", "fingerprints_of", "sketch_of"]

ROWS: Final = 32
"""Length of the signature."""
SHINGLE: Final = 3
"""Words of an n-gram that the signature is made of."""
RUN: Final = 5
"""Words of an n-gram that a fingerprint is made of."""
WINDOW: Final = 8
"""Of so many n-grams in a row at least one is kept: what two reports share in a run of 12 words (RUN + WINDOW - 1) is found."""
MOST: Final = 256
"""Fingerprints that are kept of one report; of a long one those with the lowest hashes, which are the same ones in its copies."""
_SEED: Final = 20181028
_MULTIPLIERS: Final[Hashes] = np.random.default_rng(_SEED).integers(1, 2**63, ROWS, dtype=np.uint64) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report, as it is kept for finding copies. Everything in it can be written as JSON.

    Attributes:
        document: Id of the report.
        publisher: Key of its outlet; where no outlet is known, the one agency that it is credited to.
        published: ISO date of publication.
        words: How many words it tells its story with.
        credits: Keys of the outlets that all of it is credited to.
        told: Keys of the outlets that its sources told something.
        signature: MinHash of its n-grams of three words; empty if it has none.
        fingerprints: Hashes of some of its n-grams of five words, chosen by their neighbours, so that a passage cut out of the
            report has the same ones.
    """

    document: str
    publisher: str | None
    published: str | None
    words: int
    credits: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    signature: tuple[int, ...] = ()
    fingerprints: tuple[int, ...] = ()


def sketch_of(record: Record) -> Sketch:
    """The sketch of a report."""
    document = record.document
    words = words_of(record)
    named = find_credits(document)
    whole = {credit.outlet for credit in named if credit.whole}
    told = {credit.outlet for credit in named} - whole
    # An agency's own report says "(Reuters)" too; so does one that nothing else is known of.
    publisher = outlet_key(document.publisher) if document.publisher else min(whole) if len(whole) == 1 else None
    return Sketch(
        document.id,
        publisher,
        document.published,
        len(words),
        tuple(sorted(whole - {publisher})),
        tuple(sorted(told - {publisher})),
        _signature(words),
        fingerprints_of(words.hashes),
    )


def fingerprints_of(hashes: Hashes) -> tuple[int, ...]:
    """Hashes of n-grams by winnowing (Schleimer, Wilkerson and Aiken 2003): the lowest of every window, in ascending order."""
    runs = hash_runs(hashes, RUN)
    if not len(runs):
        return ()
    windows = np.lib.stride_tricks.sliding_window_view(runs, min(WINDOW, len(runs)))
    # 63 bits fit a column of a database.
    kept = np.unique(windows.min(axis=1))[:MOST] >> np.uint64(1)
    return tuple(kept.tolist())


def _signature(words: Words) -> tuple[int, ...]:
    shingles = np.unique(hash_runs(words.hashes, SHINGLE))
    if not len(shingles):
        return ()
    mixed = (shingles[None, :] * _MULTIPLIERS[:, None]) >> np.uint64(32)
    return tuple(mixed.min(axis=1).tolist())
