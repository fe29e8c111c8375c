"""Gives a report in capitals the case that it would usually have. In: a text. Out: a text of the same length.

The reader and the rules tell names by their capitals; old wire, telegrams and MUC's reports have nothing else. A word's case is
guessed from how its word pieces are written elsewhere (`models/casing`), and from the case of the word before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.reference.registry import load_registry
from onrecord.runtime.wordpiece import WordPieces

Floats = NDArray[np.float32]

MODEL: Final = Path(__file__).parents[1] / "models" / "casing" / "cases.npz"
MOSTLY: Final = 0.7
"""The share of capitals among the letters from which on a text is one in capitals."""
LEAST: Final = 20
"""A text with fewer letters is too short to tell."""
LOWER, CAPITAL, UPPER, BREAK = range(4)
"""How a word is written; and what stands before a word that follows on a mark or on nothing."""
WORD: Final = re.compile(r"[^\W\d_]+")
IN_BRACKETS: Final = re.compile(r"[\[(]([A-Z][A-Z-]{1,7})[\])]|\b([A-Z][A-Z-]{1,7}) [\[(]")
START: Final = re.compile(
    r"(?:\A|(?<!\b[A-Z])(?<!\b(?:GEN|COL|MAJ|CPT|SGT|MRS))(?<!\b(?:DR|MR|LT|ST|NO))[.!?]+[\"')\]]*\s+|\n\s*|\[TEXT\]\s*|--\s+|[,:] (?=\"))(?=\W*(\w))"
)
ALONE: Final = re.compile(r"(?<![\w'’])(?:[A-Z](?=\.|-?\d)|[B-Z](?!['’\w]))")
"""A letter that stands alone is an initial, or part of an abbreviation or of a name such as M-16; "a" is a word."""
SMALL: Final = frozenset("AND AT DE DEL FOR IN LA LAS LOS OF ON THE TO Y".split())


@dataclass(frozen=True, slots=True)
class Cases:
    """How word pieces are usually written: log-odds of lower case, capital and capitals against their share among all words.

    Attributes:
        whole: Per piece, as a word of its own.
        first: Per piece, as the first of several.
        last: Per piece, as the last of several.
        steps: From the case of the word before (or a break) to that of a word.
    """

    whole: Floats
    first: Floats
    last: Floats
    steps: Floats

    def of(self, pieces: Sequence[int]) -> Floats:
        """Log-odds of a word's cases."""
        if len(pieces) == 1:
            return np.asarray(self.whole[pieces[0]])
        return np.asarray(self.first[pieces[0]] + self.last[pieces[-1]])


def is_in_capitals(text: str) -> bool:
    """Whether most letters of a text are capitals."""
    letters = list(filter(str.isalpha, text))
    return len(letters) >= LEAST and sum(map(str.isupper, letters)) >= MOSTLY * len(letters)


def truecase(text: str, tokenizer: WordPieces) -> str:
    """The text as it would usually be written.

    Args:
        text: A text in capitals.
        tokenizer: Cuts words into the pieces that `models/casing` knows.

    Returns:
        A text of the same length, so that every offset holds.
    """
    words = list(WORD.finditer(text))
    acronyms = _acronyms(text) | _registered()
    letters = list(text)
    for word, case in zip(words, _likeliest(text, words, tokenizer), strict=True):
        if case == UPPER or (case == CAPITAL and word.group() in acronyms):
            continue
        for at in range(word.start() + (case == CAPITAL), word.end()):
            letters[at] = _lower(letters[at])
    for at in [found.start(1) for found in START.finditer(text)] + [found.start() for found in ALONE.finditer(text)]:
        letters[at] = text[at]
    return "".join(letters)


def _lower(letter: str) -> str:
    low = letter.lower()
    return low if len(low) == 1 else letter


def _acronyms(text: str) -> frozenset[str]:
    """What stands in or before brackets and is made, but for one letter, of the first letters of the words on the other side."""
    found = set()
    for match in IN_BRACKETS.finditer(text):
        name = match.group(1) or match.group(2)
        length = len(name.replace("-", "")) + 1
        side = (
            text[max(0, match.start() - 120) : match.start()]
            if match.group(1)
            else text[match.end() : match.end() + 120]
        )
        words = [word.group() for word in WORD.finditer(side) if word.group() not in SMALL]
        firsts = Counter(word[0] for word in (words[-length:] if match.group(1) else words[:length]))
        if len(words) > 1 and (Counter(name.replace("-", "")) - firsts).total() <= 1:
            found.update(WORD.findall(name))
    return frozenset(found)


@cache
def _registered() -> frozenset[str]:
    """Acronyms of the actors that are known; a short one may be a word ("IS", "US")."""
    names = (name for row in load_registry().rows.values() for name in (row["name"], *row.get("aliases", ())))
    return frozenset(name for name in names if len(name) > 2 and name.isascii() and name.isalpha() and name.isupper())


def _likeliest(text: str, words: Sequence[re.Match[str]], tokenizer: WordPieces) -> Iterator[int]:
    """The likeliest row of cases (Viterbi)."""
    cases = _cases()
    if not words:
        return iter(())
    scores = np.zeros((len(words), BREAK), np.float32)
    back = np.zeros((len(words), BREAK), np.int64)
    end = None
    for k, word in enumerate(words):
        own = cases.of(tokenizer.encode(word.group()).ids)
        if end is None or text[end : word.start()] not in (" ", "-"):
            best = scores[k - 1].max() if k else 0.0
            back[k] = scores[k - 1].argmax() if k else 0
            scores[k] = best + cases.steps[BREAK] + own
        else:
            paths = scores[k - 1][:, None] + cases.steps[:BREAK]
            back[k] = paths.argmax(0)
            scores[k] = paths.max(0) + own
        end = word.end()
    row = [int(scores[-1].argmax())]
    for k in range(len(words) - 1, 0, -1):
        row.append(int(back[k][row[-1]]))
    return reversed(row)


@cache
def _cases() -> Cases:
    with np.load(MODEL) as tables:
        scale = float(tables["scale"])
        return Cases(*(tables[name].astype(np.float32) / scale for name in ("whole", "first", "last", "steps")))
