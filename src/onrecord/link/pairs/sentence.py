"""A sentence in words: stems, names, and what is negated, denied or left open. In: text. Out: `Sentence`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.link.pairs.numbers import Amount, amounts
from onrecord.link.pairs.stems import FUNCTION, stem
from onrecord.link.pairs.vocabulary import load_vocabulary

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W_]+)*")
_CLAUSE = re.compile(
    r"[;:.!?](?=\s|$)|,(?=\s*(?:but|and|while|although|though|which|who|whereas|after|when)\b)|\b(?:but|although|though|while|whereas|because|after)\b",
    re.IGNORECASE,
)
NEGATIONS = frozenset(
    "not no never nobody none nothing neither nor without cannot hardly barely nowhere didnt isnt wasnt arent dont doesnt wont cant hasnt couldnt".split()
)
PREPOSITIONS = frozenset(
    "in on into onto out off up down over under above below behind near with inside outside".split()
)
_SLIGHT = PREPOSITIONS | frozenset("more less fewer few many most".split())
_NO_NEGATION = frozenset("only just merely doubt least".split())
_WHOLE = frozenset(
    stem(w)
    for w in "false untrue fake hoax bogus baseless unfounded rumour rumor lie fabricate impossible incorrect".split()
)
"""Denials that are said of a whole sentence, of what stands before them as well."""
_WITH_TO = frozenset(stem(w) for w in "fail refuse decline unable".split())
SLIGHT, NAMED, REACH = 0.2, 1.5, 3
"""Weight of prepositions and degrees, and of a name or number; content words on each side of a deed among which doer and target are looked for."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being|be)\s+(?:not\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
DENIED_BEHIND = 12
"""Words behind a denial that it is taken to be about."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence.

    Attributes:
        text: As it is written.
        stem: What it shares with its other forms.
        start: Offset in code points.
        end: Offset behind it.
        clause: Number of the clause that it stands in.
        content: Whether it carries content of its own; a number that counts something is looked at by itself.
        name: Whether it is part of a name, as far as its case tells.
        negated: Whether a negation stands before it in its clause.
        denied: Whether it is what somebody denies, refuses or failed to do.
        hedged: Whether its clause leaves open if it is so.
        weight: How much it counts among the words of a sentence.
    """

    text: str
    stem: str
    start: int
    end: int
    clause: int
    content: bool
    name: bool
    negated: bool = False
    denied: bool = False
    hedged: bool = False
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what can be told of its words without a network.

    Attributes:
        text: The sentence.
        words: All its words.
        content: Those that carry content, in order.
        negations: The words that negate, each with the content word that it is said of first.
        denials: The words that deny.
        amounts: Its numbers with what they count.
        sides: For each stem that may be a deed, the places in `content` of the words next to it: those of the doer, then of the target.
    """

    text: str
    words: tuple[Word, ...]
    content: tuple[Word, ...]
    negations: tuple[tuple[Word, Word | None], ...]
    denials: tuple[Word, ...]
    amounts: tuple[Amount, ...]
    sides: Mapping[str, tuple[tuple[int, ...], tuple[int, ...]]] = field(hash=False)


def parse(text: str) -> Sentence:
    """Takes a sentence apart."""
    counts = amounts(text)
    bare = list(_bare(text, [(amount.start, amount.end) for amount in counts]))
    signs = _Signs(bare)
    words = tuple(signs.word(k) for k in range(len(bare)))
    negations = tuple((words[cue], words[head] if head is not None else None) for cue, head in signs.negations)
    content = tuple(word for word in words if word.content)
    return Sentence(
        text, words, content, negations, tuple(words[k] for k in signs.denials), counts, _sides(text, content)
    )


def _bare(text: str, numbers: Sequence[tuple[int, int]]) -> Iterator[Word]:
    ends = [m.start() for m in _CLAUSE.finditer(text)]
    lower = sum(c.islower() for c in text) > sum(c.isupper() for c in text)
    matches = list(_WORD.finditer(text))
    for k, m in enumerate(matches):
        written = m[0]
        function = written.lower().replace("’", "'") in FUNCTION or _is_negation(written)
        function = function or any(start <= m.start() < end for start, end in numbers)
        # The first word has a capital in any case: it is a name if the next one has one too, or if it is in capitals.
        capital = written[0].isupper() and (k > 0 or written[1:].isupper() or _capital(matches[1:2]))
        capital = capital and written.lower() not in PREPOSITIONS
        clause = sum(end < m.end() for end in ends)
        yield Word(written, stem(written), m.start(), m.end(), clause, not function, lower and capital and not function)


def _capital(matches: Sequence[re.Match[str]]) -> bool:
    return any(m[0][0].isupper() for m in matches)


def _is_negation(word: str) -> bool:
    word = word.lower().replace("’", "'")
    return word in NEGATIONS or word.endswith("n't")


class _Signs:
    """Works out which words are negated, denied or hedged."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        vocabulary = load_vocabulary()
        self.negations = [(k, self._head(k)) for k, w in enumerate(words) if self._negates(k, w)]
        self.denials = [
            k for k, w in enumerate(words) if w.stem in vocabulary.denials and not w.name and self._denies(k)
        ]
        self._hedged = {w.clause for w in words if w.text == "may" or (w.stem in vocabulary.hedges and not w.name)}

    def word(self, k: int) -> Word:
        w = self._words[k]
        negated = any(cue < k and self._words[cue].clause == w.clause for cue, _ in self.negations)
        denied = any(
            cue != k and (self._words[cue].stem in _WHOLE or cue < k <= cue + DENIED_BEHIND) for cue in self.denials
        )
        weight = SLIGHT if w.text.lower() in _SLIGHT else NAMED if w.name or w.text[0].isdigit() else 1.0
        return replace(w, negated=negated, denied=denied, hedged=w.clause in self._hedged, weight=weight)

    def _denies(self, k: int) -> bool:
        """Talks that failed deny nothing, who failed to hold the hill did not hold it."""
        return self._words[k].stem not in _WITH_TO or (
            k + 1 < len(self._words) and self._words[k + 1].text.lower() == "to"
        )

    def _negates(self, k: int, word: Word) -> bool:
        behind = self._words[k + 1].text.lower() if k + 1 < len(self._words) else ""
        return _is_negation(word.text) and behind not in _NO_NEGATION

    def _head(self, cue: int) -> int | None:
        clause = self._words[cue].clause
        for k in range(cue + 1, len(self._words)):
            word = self._words[k]
            if word.clause != clause:
                return None
            if word.content and not word.text.endswith("ly"):
                return k
        return None


def _sides(text: str, content: Sequence[Word]) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    """Doer and target of each word that has content on both sides in its clause; a passive with "by" is turned round."""
    found = {}
    for k, word in enumerate(content):
        if word.weight != 1.0:
            continue
        before = tuple(
            j for j in range(max(0, k - REACH), k) if content[j].clause == word.clause and content[j].weight >= 1
        )
        behind = tuple(
            j
            for j in range(k + 1, min(len(content), k + 1 + REACH))
            if content[j].clause == word.clause and content[j].weight >= 1
        )
        if before and behind:
            turned = _PASSIVE.search(text[: word.start]) and _BY.search(text[word.end : content[behind[-1]].start])
            found[word.stem] = (behind, before) if turned else (before, behind)
    return found
