"""Words with their places. In: a text and stretches of it. Out: the words there, contractions taken apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

TOKEN: Final = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Gov|Sen|Rep|No|Maj|Capt|Brig|Adm)\.(?=\s)|\d+(?:[.,:]\d+)*"
    r"|[^\W_]+(?:[-'’][^\W_]+)*|\.{2,}|…|--+|[^\w\s]|_"
)
NOT: Final = re.compile(r"^(.+)(n['’]t)$")
SHORT: Final = re.compile(r"^(.+)(['’](?:s|ll|ve|re|d|m))$")
BARE: Final = {"ca": "can", "wo": "will", "sha": "shall"}
LOST_MARK: Final = frozenset(
    "didnt doesnt dont cant wont isnt arent wasnt werent hasnt havent hadnt wouldnt couldnt shouldnt didn doesn don isn aren wasn "
    "weren hasn haven hadn wouldn couldn shouldn".split()
)
#: Names that look like a word in capitals: the Islamic State, the health organisation, the country.
CAPITALS: Final = frozenset({"IS", "WHO", "US", "IT"})
HOSTS: Final = frozenset(
    "it he she that there what who here where how everything everyone everybody nobody nothing something".split()
)
SHORT_FORMS: Final = {"ll": "will", "ve": "have", "re": "are", "d": "would", "m": "am"}


class Word(NamedTuple):
    """A word or a mark of punctuation.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        raw: The characters.
        low: In lower case, contractions written out ("wo" of "won't" is "will", "n't" is "not"); a possessive is "'s".
    """

    start: int
    end: int
    raw: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return self.raw[0].isalnum() or self.raw[-1].isalnum()


def words_of(text: str, stretches: Iterable[tuple[int, int]], most: int = 400) -> list[Word]:
    """Words of some stretches of a text, as one list in their order.

    Args:
        text: The whole text.
        stretches: Start and end of each stretch.
        most: Where to stop; the main clause of a content stands at its beginning.
    """
    found: list[Word] = []
    for start, end in stretches:
        found += _words(text, start, end, most - len(found))
        if len(found) >= most:
            break
    return found


def _words(text: str, start: int, end: int, most: int) -> list[Word]:
    """The words of one stretch; no token is taken apart for `most`."""
    cut = _cut(text)
    first, last = bisect_left(cut.starts, start), bisect_right(cut.ends, end)
    torn = (first > 0 and cut.ends[first - 1] > start) or (last < len(cut.starts) and cut.starts[last] < end)
    # "Gov." is one token only before a blank, which a stretch that ends there does not have.
    shortened = first < last and cut.ends[last - 1] == end and text[end - 1] == "." and end - cut.starts[last - 1] > 1
    if torn or shortened:
        cut = _cut_anew(text, start, end)
        first, last = 0, len(cut.starts)
    before = cut.words_before[first]
    enough = bisect_left(cut.words_before, before + most, first + 1)
    return cut.words[before : cut.words_before[min(enough, last)]]


class _Cut(NamedTuple):
    """Some text cut into tokens, and those into words.

    Attributes:
        starts: Where each token begins.
        ends: Where each token ends.
        words: The words.
        words_before: How many words stand before each token, and how many there are in all.
    """

    starts: list[int]
    ends: list[int]
    words: list[Word]
    words_before: list[int]


@lru_cache(32)
def _cut(text: str) -> _Cut:
    """The words of a whole text: one rule after another asks for those of its stretches."""
    return _cut_anew(text, 0, len(text))


def _cut_anew(text: str, start: int, end: int) -> _Cut:
    cut = _Cut([], [], [], [0])
    for token in TOKEN.finditer(text, start, end):
        first, last = token.span()
        cut.starts.append(first)
        cut.ends.append(last)
        cut.words.extend(_parts(token[0], first))
        cut.words_before.append(len(cut.words))
    return cut


def _parts(raw: str, start: int) -> list[Word]:
    low = raw.lower()
    end = start + len(raw)
    if low not in LOST_MARK and low != "cannot" and "'" not in low and "’" not in low:
        return [Word(start, end, raw, raw if len(low) != len(raw) or raw in CAPITALS else low)]
    if len(low) != len(raw) or raw in CAPITALS:
        return [Word(start, end, raw, raw)]
    if low in LOST_MARK:
        cut = len(raw) - (2 if low.endswith("nt") else 1)
        return [
            Word(start, start + cut, raw[:cut], BARE.get(low[:cut], low[:cut])),
            Word(start + cut, end, raw[cut:], "not"),
        ]
    if low == "cannot":
        return [Word(start, start + 3, raw[:3], "can"), Word(start + 3, end, raw[3:], "not")]
    if (found := NOT.match(low)) is not None:
        cut = len(found.group(1))
        host = found.group(1)
        return [Word(start, start + cut, raw[:cut], BARE.get(host, host)), Word(start + cut, end, raw[cut:], "not")]
    if (found := SHORT.match(low)) is not None:
        cut = len(found.group(1))
        tail = found.group(2)[1:]
        short = ("is" if found.group(1) in HOSTS else "'s") if tail == "s" else SHORT_FORMS[tail]
        return [Word(start, start + cut, raw[:cut], found.group(1)), Word(start + cut, end, raw[cut:], short)]
    return [Word(start, end, raw, low)]
