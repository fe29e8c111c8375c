"""The words of a report, as they are compared with another's. In: a record. Out: folded words with their offsets, as arrays."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from onrecord.record import Record

__all__ = ["Bools", "Hashes", "Ints", "Words", "hash_runs", "hash_word", "words_of"]

Hashes = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

_WORD: Final = re.compile(r"\w+(?:['’‘]\w+)*")
# An opening mark stands before a word and a closing one after it: one that was lost upsets its own paragraph only.
_QUOTED: Final = re.compile(
    r"(?<!\w)[\"“«„](?=\S)[^\"“”«»\n]{1,1200}(?<=\S)[\"”»]|(?<!\w)[\"“](?=\w)[^\"“”\n]{1,1200}(?=\n|\Z)"
)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')\]]*\s+(?=[A-Z\"“])|\n")
OLD: Final = 14
"""Days before publication from which on a time belongs to the background and not to the news."""
_MIXER: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a report without headline, captions, credits and other furniture.

    Attributes:
        starts: Offset of each word in the text of the report, in code points.
        ends: Offset after each word.
        hashes: A 64-bit hash of each word, folded; the same in every run.
        quoted: Whether the word stands within quotation marks.
        background: Whether its sentence speaks of a time well before the report: "since the war began in 2011".
    """

    starts: Ints
    ends: Ints
    hashes: Hashes
    quoted: Bools
    background: Bools

    def __len__(self) -> int:
        return len(self.starts)


def words_of(record: Record) -> Words:
    """The words that a report tells its story with."""
    document = record.document
    text = document.reading_text()
    opening = len(text) - len(text.lstrip())
    title = (document.title or "").strip()
    if title and text.startswith(title, opening):
        opening += len(title)
    found = list(_WORD.finditer(text, opening))
    starts = np.array([match.start() for match in found], dtype=np.int64)
    ends = np.array([match.end() for match in found], dtype=np.int64)
    hashes = np.array([hash_word(match.group()) for match in found], dtype=np.uint64)
    direct = [span for statement in record.statements if statement.form == "direct" for span in statement.content.spans]
    quoted = [match.span() for match in _QUOTED.finditer(text)] + [(span.start, span.end) for span in direct]
    return Words(starts, ends, hashes, _within(starts, quoted), _within(starts, _background(record, text)))


def hash_runs(hashes: Hashes, length: int) -> Hashes:
    """A hash of every run of so many words, in the order of the text; none where there are fewer words."""
    runs = max(0, len(hashes) - length + 1)
    mixed = np.zeros(runs, dtype=np.uint64)
    for k in range(length):
        mixed = (mixed ^ hashes[k : k + runs]) * _MIXER
        mixed ^= mixed >> np.uint64(29)
    return mixed


def _within(starts: Ints, spans: Sequence[tuple[int, int]]) -> Bools:
    inside = np.zeros(len(starts), dtype=np.bool_)
    edges = np.searchsorted(starts, np.array(spans, dtype=np.int64).reshape(-1, 2))
    for first, last in edges.tolist():
        inside[first:last] = True
    return inside


def _background(record: Record, text: str) -> list[tuple[int, int]]:
    """The sentences that name a time more than `OLD` days before the report was published."""
    try:
        limit = (date.fromisoformat(record.document.published or "") - timedelta(OLD)).isoformat()
    except ValueError:
        return []
    old = sorted(
        time.span.start
        for time in record.times
        if time.span and time.type == "DATE" and (time.earliest or limit) < limit
    )
    if not old:
        return []
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    edges = [0, *ends, len(text)]
    return sorted(
        {(edges[k - 1], edges[min(k, len(edges) - 1)]) for k in (bisect_right(edges, start) for start in old)}
    )


@lru_cache(200_000)
def hash_word(word: str) -> int:
    """Hash of a word without case, accents and apostrophes, which copies lose."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(c for c in plain if c.isalnum())
    return int.from_bytes(hashlib.blake2b(letters.encode(), digest_size=8).digest(), "little")
