"""What speaks for two mentions of events being of one event. In: documents with marked words. Out: signs of every pair.

Fitting and predicting share this file: a change here needs `python -m training.happenings`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.link.happenings.rarity import weight
from onrecord.link.happenings.synonyms import SETS, sets_of
from onrecord.link.happenings.words import SMALL, names_in, words_of
from onrecord.link.stems import lemma, stem

Floats = NDArray[np.float32]
VECTORS: Final = ("word", "context")
"""What the reader's network makes of the words for the event, and of their sentence; see `reduced`."""
AXES: Final = 100
BAGS: Final = ("sentence", "left", "right", "near", "trigger", "names", "names before", "numbers", "others")
"""Sets of words that are compared; see `Mention`."""
RARE_HERE: Final = ("sentence", "left", "right", "near", "names")
"""Sets that are compared once more, a word weighed by how few mentions of the block have it: all reports of a fire name the town."""
PRIORS: Final = ("word", "two words")
SIGNS: Final = (
    "same word", "same words", "same beginning", *VECTORS, *BAGS, *(f"{name} here" for name in RARE_HERE), "same form", "one not done",
    "both not done", "crossed", "word in sentence", "documents", "same document", "same sentence", "sentences between", "how often",
    "share of documents", "synonyms", "one reports", "both report", "both early", "vectors of two words", *PRIORS,
)  # fmt: skip
"""The columns of `signs_of`."""
REPORTING: Final = frozenset(
    map(stem, "say tell announce report confirm add state claim call statement announcement release note describe comment speak ask reveal warn declare".split())
)  # fmt: skip
_SENTENCE: Final = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]*[A-Z0-9])|\n+")
_NUMBER: Final = re.compile(r"\d[\d.,]*")
NOT_DONE: Final = frozenset(
    "will would could should may might can to not no never if plan plans planned without".split()
)
PARTICLES: Final = frozenset(
    "up down out off in on at to of for with by into over from away back about after as the a an her him his their its himself herself "
    "itself themselves be been being is are was were has have had will would not".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words for an event, with what stands around them; words are stems.

    Attributes:
        document: Number of the document.
        sentence: Number of the sentence in it.
        head: The word that names the event.
        words: All words for it.
        form: The same as they are written.
        done: Whether nothing before them says that it is to come, may come or did not happen.
        bags: Sets of words, by `BAGS`: of the sentence, the four before, the four behind, both, the words for the event, names, names
            before, figures, and the heads of the nearest other events.
        vectors: Vectors of the reader's network, by `VECTORS`.
    """

    document: int
    sentence: int
    head: str
    words: str
    form: str
    done: bool
    bags: Mapping[str, frozenset[str]]
    vectors: Mapping[str, Floats]


def head_of(words: str) -> str:
    """The stem of the word that names an event: "blew" of "blew up", "strikes" of "air strikes"."""
    return stem(_head(words))


def lemma_of(words: str) -> str:
    """The lemma of the word that names an event."""
    return lemma(_head(words))


def _head(words: str) -> str:
    found = words_of(words)
    for k, word in enumerate(found):
        if k and word.lower() in PARTICLES and found[k - 1].lower() not in PARTICLES:
            return found[k - 1]
    kept = [word for word in found if word.lower() not in PARTICLES] or list(found)
    return kept[-1] if kept else ""


def content_stems(text: str) -> list[str]:
    """The stems of all words that tell something, as often as they stand there."""
    return [stem(word) for word in words_of(text) if len(word) > 1 and word.lower() not in SMALL]


def sentences_of(text: str) -> list[int]:
    """Where each sentence begins, in code points."""
    return [0, *(hit.end() for hit in _SENTENCE.finditer(text))]


def mentions_of(
    number: int, text: str, triggers: Sequence[tuple[int, int]], vectors: Sequence[Mapping[str, Floats]]
) -> list[Mention]:
    """The mentions of a document.

    Args:
        number: Number of the document.
        text: Its text.
        triggers: Where the words for events stand, in code points.
        vectors: For each its vectors.
    """
    breaks = sentences_of(text)
    at = [bisect_right(breaks, start) - 1 for start, _ in triggers]
    heads = [head_of(text[start:end]) for start, end in triggers]
    found = []
    for k, ((start, end), own) in enumerate(zip(triggers, vectors, strict=True)):
        begin, stop = breaks[at[k]], breaks[at[k] + 1] if at[k] + 1 < len(breaks) else len(text)
        beside = sorted(
            (abs(start - s), heads[j]) for j, (s, _) in enumerate(triggers) if s != start and at[j] == at[k]
        )
        bags = _bags(text[begin:start], text[start:end], text[end:stop], frozenset(head for _, head in beside[:4]))
        words = " ".join(stem(word) for word in words_of(text[start:end]))
        form, done = (
            text[start:end].casefold(),
            NOT_DONE.isdisjoint(w.casefold() for w in words_of(text[begin:start])[-3:]),
        )
        found.append(Mention(number, at[k], heads[k], words, form, done, bags, own))
    return found


def _bags(before: str, trigger: str, behind: str, others: frozenset[str]) -> dict[str, frozenset[str]]:
    left = [stem(word) for word in words_of(before) if word.lower() not in SMALL]
    right = [stem(word) for word in words_of(behind) if word.lower() not in SMALL]
    sentence = before + trigger + behind
    first = [stem(word) for word in words_of(sentence)[:1] if word[:1].isupper() and word.lower() not in SMALL]
    names = frozenset((*names_in(f". {sentence}"), *first))
    return {
        "sentence": frozenset(left + right), "left": frozenset(left[-4:]), "right": frozenset(right[:4]),
        "near": frozenset(left[-4:] + right[:4]), "trigger": frozenset(content_stems(trigger)), "names": names,
        "names before": frozenset(left[-6:]) & names, "numbers": frozenset(_NUMBER.findall(sentence)), "others": others,
    }  # fmt: skip


def signs_of(mentions: Sequence[Mention], documents: Floats) -> Floats:
    """The signs of all pairs of mentions of a block, float32 (mentions, mentions, SIGNS); those of `PRIORS` are left at zero.

    Args:
        mentions: The mentions.
        documents: How alike the documents are, float32 (documents, documents).
    """
    heads, words = _same(m.head for m in mentions), _same(m.words for m in mentions)
    of, sentence = (np.array([getattr(m, name) for m in mentions]) for name in ("document", "sentence"))
    one = (of[:, None] == of).astype(float)
    between = np.abs(sentence[:, None] - sentence)
    often = np.log([Counter(m.head for m in mentions)[m.head] for m in mentions])
    telling = Counter(head for head, _ in {(m.head, m.document) for m in mentions})
    share = np.array([telling[m.head] for m in mentions]) / len(set(of.tolist()))
    synonyms = _synonyms([m.head for m in mentions])
    reports = np.array([float(m.head in REPORTING) for m in mentions])
    early = (sentence <= 1).astype(float)
    vectors = {name: _unit(np.array([m.vectors[name] for m in mentions])) for name in VECTORS}
    alike = {name: x @ x.T for name, x in vectors.items()}
    size = len(mentions)
    left_right = _weighed([m.bags["left"] for m in mentions] + [m.bags["right"] for m in mentions])
    within = _weighed([m.bags["trigger"] for m in mentions] + [m.bags["sentence"] for m in mentions])
    bags = [_weighed([m.bags[name] for m in mentions]) for name in BAGS]
    here = [_weighed([m.bags[name] for m in mentions], _rarity([m.bags[name] for m in mentions])) for name in RARE_HERE]
    undone = np.array([float(not m.done) for m in mentions])
    columns = [
        heads, words, _same(m.head[:4] for m in mentions), *alike.values(), *(x @ x.T for x in (*bags, *here)),
        _same(m.form for m in mentions), np.abs(undone[:, None] - undone), np.outer(undone, undone),
        _either(left_right[:size] @ left_right[size:].T), _either(within[:size] @ within[size:].T),
        documents[np.ix_(of, of)] * (1 - one), one, one * (between == 0), one * np.minimum(between, 10) / 10,
        np.minimum(often[:, None], often) / 3, np.minimum(share[:, None], share), synonyms * (1 - heads),
        np.maximum(reports[:, None], reports), np.outer(reports, reports), np.outer(early, early), (1 - heads) * alike["word"],
        np.zeros((size, size)), np.zeros((size, size)),
    ]  # fmt: skip
    return np.stack(columns, -1).astype(np.float32)


def with_priors(signs: Floats, mentions: Sequence[Mention], word: Mapping[str, float], two: Mapping[tuple[str, str], float]) -> Floats:  # fmt: skip
    """The signs, with what was learnt of the words themselves.

    Args:
        signs: Of `signs_of`.
        mentions: The mentions.
        word: For a word the log-odds that two of its mentions are of one event, against other words.
        two: The same for two words.
    """
    signs = signs.copy()
    own = np.array([word.get(m.head, 0.0) for m in mentions])
    signs[:, :, -2] = signs[:, :, 0] * np.minimum(own[:, None], own)
    at: dict[str, list[int]] = defaultdict(list)
    for k, mention in enumerate(mentions):
        at[mention.head].append(k)
    for (a, b), odds in two.items():
        for i in at.get(a, ()):
            signs[i, at.get(b, []), -1] = signs[at.get(b, []), i, -1] = odds
    return signs


def reduced(vectors: Floats) -> Floats:
    """Vectors along the axes on which they differ most, these made more equal, so that no common trait drowns the others.

    Args:
        vectors: float32 (mentions, width).

    Returns:
        float32 (mentions, at most `AXES`).
    """
    if len(vectors) < 2:
        return vectors
    spread = (vectors - vectors.mean(0)) / (vectors.std(0) + 1e-6)
    _, sizes, axes = np.linalg.svd(spread, full_matrices=False)
    result: Floats = (spread @ axes[:AXES].T / np.sqrt(sizes[:AXES] + 1e-6)).astype(np.float32)
    return result


def document_likeness(texts: Iterable[str]) -> Floats:
    """How alike documents are, float32 (documents, documents): cosine of their words, weighed by how few of these documents have them.

    A name counts as if it stood there twice more: two storms are told in the same words, of other towns.
    """
    bags = [Counter([*content_stems(text), *names_in(text) * 2]) for text in texts]
    having = Counter(word for bag in bags for word in bag)
    place = {word: k for k, word in enumerate(sorted(word for word, count in having.items() if count > 1))}
    table = np.zeros((len(bags), max(1, len(place))))
    for row, bag in zip(table, bags, strict=True):
        for word, count in bag.items():
            if word in place:
                row[place[word]] = (1 + log(count)) * log(len(bags) / having[word])
    table = _unit(table)
    result: Floats = (table @ table.T).astype(np.float32)
    return result


def agglomerate(likeness: Floats, least: float, nearest: float = 0.0) -> list[list[int]]:
    """Groups, joined while the likeliest two are alike enough.

    Args:
        likeness: How alike all pairs are, float32 (things, things).
        least: How alike two groups have to be.
        nearest: How much of that their likeliest pair decides; the rest is the average of all pairs.
    """
    size = len(likeness)
    if not size:
        return []
    average = np.array(likeness, float)
    np.fill_diagonal(average, -1)
    closest = average.copy()
    counts, groups = np.ones(size), {k: [k] for k in range(size)}
    while True:
        alike = (1 - nearest) * average + nearest * closest
        i, j = divmod(int(alike.argmax()), size)
        if alike[i, j] < least:
            return list(groups.values())
        average[i] = average[:, i] = (average[i] * counts[i] + average[j] * counts[j]) / (counts[i] + counts[j])
        closest[i] = closest[:, i] = np.maximum(closest[i], closest[j])
        for table in (average, closest):
            table[i, i] = -1
            table[j] = table[:, j] = -1
        counts[i] += counts[j]
        groups[i] += groups.pop(j)


def _same(values: Iterable[str]) -> NDArray[np.float64]:
    numbers: dict[str, int] = {}
    row = np.array([numbers.setdefault(value, len(numbers)) for value in values])
    return (row[:, None] == row).astype(float)


def _synonyms(heads: Sequence[str]) -> NDArray[np.float64]:
    """Whether two words are in one set of synonyms."""
    table = np.zeros((len(heads), len(SETS)))
    for row, head in zip(table, heads, strict=True):
        row[list(sets_of(head))] = 1
    return (table @ table.T > 0).astype(float)


def _unit(table: NDArray[np.floating]) -> NDArray[np.floating]:
    result: NDArray[np.floating] = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9)
    return result


def _weighed(bags: Sequence[frozenset[str]], rarity: Mapping[str, float] | None = None) -> NDArray[np.floating]:
    """Sets of words in rows of length one, each word weighed by how much it tells."""
    place = {word: k for k, word in enumerate(sorted(frozenset[str]().union(*bags)))}
    table = np.zeros((len(bags), max(1, len(place))))
    for row, bag in zip(table, bags, strict=True):
        row[[place[word] for word in bag]] = [weight(word) if rarity is None else rarity[word] for word in bag]
    return _unit(table)


def _rarity(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(word for bag in bags for word in bag)
    return {word: log((1 + len(bags)) / count) for word, count in counts.items()}


def _either(table: NDArray[np.floating]) -> NDArray[np.floating]:
    return np.maximum(table, table.T)
