"""Counts how word pieces are written, for reports in capitals. In: gold files. Out: `src/onrecord/models/casing/cases.npz`.

```
python -m training.casing --gold $GOLD --out src/onrecord/models/casing/cases.npz
```
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.read.casing import BREAK, CAPITAL, LOWER, UPPER, WORD, is_in_capitals
from onrecord.read.reader import MODEL
from onrecord.runtime.wordpiece import WordPieces

CORPORA = (
    "worldwide-train", "polnear-train", "gum-train", "timebank", "aquaint", "lgl", "geowebnews", "fa-kes-open", "wikiwars",
    "re3d-open", "rams-dev", "wikievents-dev", "ceha-train", "plv-train", "event-location-train",
)  # fmt: skip
SENTENCE_ENDS = re.compile(r"""[.!?:\n"“”'\]]\s*$""")
SCALE = 16
MOST = 127 / SCALE
SMOOTHING = 0.5


def texts(gold: Path, corpora: Iterable[str]) -> Iterator[str]:
    """Texts in usual case."""
    for corpus in corpora:
        with gzip.open(gold / f"{corpus}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                text = (json.loads(line).get("document") or {}).get("text") or ""
                if text and not is_in_capitals(text):
                    yield text


def case_of(word: str) -> int:
    """How a word is written; one letter in capitals is a capital."""
    if word.isupper():
        return UPPER if len(word) > 1 else CAPITAL
    return CAPITAL if word[0].isupper() else LOWER


def count(found: Iterable[str], tokenizer: WordPieces) -> dict[str, NDArray[np.float64]]:
    """Counts of (piece, case), and of steps from case to case."""
    size = max(tokenizer.vocabulary.values()) + 1
    counts = {name: np.zeros((size, BREAK)) for name in ("whole", "first", "last")} | {
        "steps": np.zeros((BREAK + 1, BREAK))
    }
    for text in found:
        before, end = BREAK, 0
        for word in WORD.finditer(text):
            case = case_of(word.group())
            gap = text[end : word.start()]
            opens = end == 0 or bool(SENTENCE_ENDS.search(text[max(0, word.start() - 3) : word.start()]))
            if opens and case == CAPITAL:
                before, end = BREAK, word.end()
                continue
            counts["steps"][before if gap in (" ", "-") else BREAK, case] += 1
            pieces = tokenizer.encode(word.group()).ids
            if len(pieces) == 1:
                counts["whole"][pieces[0], case] += 1
            elif pieces:
                counts["first"][pieces[0], case] += 1
                counts["last"][pieces[-1], case] += 1
            before, end = case, word.end()
    return counts


def odds(
    counts: NDArray[np.float64], share: NDArray[np.float64], prior: NDArray[np.float64], weight: float
) -> NDArray[np.int8]:
    """Log-odds of each case against its share, in steps of 1 / SCALE; what was seen seldom leans to the prior."""
    smooth = (counts + weight * prior) / (counts.sum(1, keepdims=True) + weight)
    return np.rint(np.clip(np.log(smooth / share), -MOST, MOST) * SCALE).astype(np.int8)


def main() -> None:
    """Counts and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    tokenizer = WordPieces.from_file(MODEL / "tokenizer.json")
    counts = count(texts(given.gold, CORPORA), tokenizer)
    steps = counts["steps"] + SMOOTHING
    share = steps.sum(0) / steps.sum()
    several = counts["first"].sum(0) / counts["first"].sum()
    tables = {
        "whole": odds(counts["whole"], share, (share + several) / 2, SMOOTHING),
        "first": odds(counts["first"], several, several, 2.0),
        "last": odds(counts["last"], share, several, 2.0),
        "steps": np.rint(np.log(steps / steps.sum(1, keepdims=True)) * SCALE).astype(np.int8),
    }
    np.savez_compressed(given.out, scale=np.int8(SCALE), **tables)


if __name__ == "__main__":
    main()
