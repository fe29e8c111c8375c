"""Readable signs of how two sentences stand. In: an alignment. Out: `Sign`s with their strength and reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.link.pairs.alignment import Alignment
from onrecord.link.pairs.numbers import YEAR, agreeing, conflicts
from onrecord.link.pairs.sentence import Sentence, Word

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for or against.

    Attributes:
        strength: 0 to 1.
        reason: Why, in plain words; empty where there is nothing to tell.
    """

    strength: float
    reason: str = ""


NOTHING = Sign(0.0)
OF_DIRECTION = 0.4
"""Strength of opposed prepositions and degrees: "up" and "down" may be said of two things."""


def negation(of: Alignment) -> Sign:
    """A negation in one sentence only, of a word that the other sentence has without one."""
    found = [*_negated(of.a, of.b, of.alike), *_negated(of.b, of.a, of.alike.T)]
    return max(found, key=lambda sign: sign.strength, default=NOTHING)


def _negated(one: Sentence, other: Sentence, alike: Floats) -> Iterator[Sign]:
    places = {word.start: k for k, word in enumerate(one.content)}
    for cue, head in one.negations:
        if head is None or not other.content:
            continue
        best = int(alike[places[head.start]].argmax())
        if other.content[best].negated:
            continue
        yield Sign(float(alike[places[head.start], best]), f"‘{cue.text} {head.text}’ on one side only")


def negated_scope(of: Alignment) -> Sign:
    """How much of what is negated on one side only the other side tells."""
    return Sign(max(_scope(of.a, of.b, of.alike), _scope(of.b, of.a, of.alike.T)))


def _scope(one: Sentence, other: Sentence, alike: Floats) -> float:
    rows = [k for k, w in enumerate(one.content) if w.negated]
    plain = np.array([not w.negated for w in other.content], bool)
    if not rows or not plain.any():
        return 0.0
    return float(alike[rows][:, plain].max(1).mean())


def both_negated(of: Alignment) -> Sign:
    """Negations on both sides, of the same."""
    rows = [k for k, w in enumerate(of.a.content) if w.negated]
    columns = [k for k, w in enumerate(of.b.content) if w.negated]
    return Sign(float(of.alike[rows][:, columns].max(1).mean())) if rows and columns else NOTHING


def denial(of: Alignment) -> Sign:
    """What one side denies the other tells."""
    return max(_denied(of.a, of.b, of.alike), _denied(of.b, of.a, of.alike.T), key=lambda sign: sign.strength)


def _denied(one: Sentence, other: Sentence, alike: Floats) -> Sign:
    if not one.denials or any(cue.stem == mine.stem for cue in other.denials for mine in one.denials):
        return NOTHING
    rows = [k for k, w in enumerate(one.content) if w.denied]
    if not rows or not other.content:
        return NOTHING
    return Sign(float(alike[rows].max(1).mean()), f"‘{one.denials[0].text}’ on one side only")


def opposites(of: Alignment) -> Sign:
    """Words that are opposites, neither of them found on the other side."""
    return _opposed(of, cancelled=False)


def opposites_cancelled(of: Alignment) -> Sign:
    """Opposites of which one is negated: "did not hold" and "lost"."""
    return _opposed(of, cancelled=True)


def _opposed(of: Alignment, cancelled: bool) -> Sign:
    of_a, of_b = of.has_in_b, of.has_in_a
    best = NOTHING
    for i, row in enumerate(of.relations):
        for j, relation in enumerate(row):
            x, y = of.a.content[i], of.b.content[j]
            if relation != "opposite" or (x.negated != y.negated) != cancelled:
                continue
            free = 1.0 - 0.5 * float(of_a[i]) - 0.5 * float(of_b[j])
            strength = free * (1.0 if min(x.weight, y.weight) >= 1 else OF_DIRECTION)
            if strength > best.strength:
                best = Sign(strength, f"‘{x.text}’ and ‘{y.text}’ are opposites")
    return best


def exclusive(of: Alignment) -> Sign:
    """Two of a kind of which only one can be meant: Monday and Tuesday."""
    of_a, of_b = of.has_in_b, of.has_in_a
    best = NOTHING
    for i, row in enumerate(of.relations):
        for j, relation in enumerate(row):
            if relation == "exclusive" and not of_a[i] and not of_b[j]:
                best = Sign(1.0, f"‘{of.a.content[i].text}’ is not ‘{of.b.content[j].text}’")
    return best


def numbers_conflict(of: Alignment) -> Sign:
    """Numbers that count the same and cannot both hold."""
    for a, b in conflicts(of.a.amounts, of.b.amounts):
        counted = a.toll or (a.unit if a.unit not in ("money", YEAR) else "")
        strength = 1.0 if a.unit == b.unit or a.toll else 0.7
        return Sign(strength, f"{a.text} and {b.text} {counted}".rstrip() + " cannot both hold")
    return NOTHING


def numbers_agree(of: Alignment) -> Sign:
    """The share of b's numbers that fit numbers of a."""
    return Sign(agreeing(of.b.amounts, of.a.amounts) / len(of.b.amounts)) if of.b.amounts else NOTHING


def numbers_missing(of: Alignment) -> Sign:
    """The share of b's numbers of which a has none that counts the same and fits."""
    return Sign(1 - agreeing(of.b.amounts, of.a.amounts) / len(of.b.amounts)) if of.b.amounts else NOTHING


def swapped(of: Alignment) -> Sign:
    """Who did it and to whom change places."""
    for verb in of.a.sides.keys() & of.b.sides.keys():
        (x, y), (u, v) = of.a.sides[verb], of.b.sides[verb]
        straight = _shared(of, x, u) + _shared(of, y, v)
        crossed = _shared(of, x, v) + _shared(of, y, u)
        if crossed > straight and crossed > 1:
            one, other = of.a.content[x[-1]].text, of.a.content[y[0]].text
            return Sign(crossed / 2, f"‘{one}’ and ‘{other}’ change places around ‘{verb}’")
    return NOTHING


def _shared(of: Alignment, one: Sequence[int], other: Sequence[int]) -> float:
    """The share of words in common, of the side that has fewer."""
    here, there = {of.a.content[k].stem for k in one}, {of.b.content[k].stem for k in other}
    return len(here & there) / min(len(here), len(there))


def other_doer(of: Alignment) -> Sign:
    """The same is done to the same, by somebody else."""
    return _other(of, 0, "another one did it")


def other_target(of: Alignment) -> Sign:
    """The same does the same, to something else."""
    return _other(of, 1, "it is done to another one")


def _other(of: Alignment, side: int, what: str) -> Sign:
    best = NOTHING
    for verb in of.a.sides.keys() & of.b.sides.keys():
        one, other = of.a.sides[verb], of.b.sides[verb]
        alike = float(of.alike[np.ix_(one[side], other[side])].max())
        rest = float(of.alike[np.ix_(one[1 - side], other[1 - side])].max())
        if rest > 0.8 and 1 - alike > best.strength:
            here, there = of.a.content[one[side][-1]].text, of.b.content[other[side][-1]].text
            best = Sign(1 - alike, f"‘{here}’ or ‘{there}’: {what}")
    return best


def hedge_in_a(of: Alignment) -> Sign:
    """What b tells plainly a leaves open."""
    return _hedged(of.a, of.b)


def hedge_in_b(of: Alignment) -> Sign:
    """What a tells plainly b leaves open."""
    return _hedged(of.b, of.a)


def _hedged(one: Sentence, other: Sentence) -> Sign:
    def share(sentence: Sentence) -> float:
        return sum(w.hedged for w in sentence.content) / max(1, len(sentence.content))

    return Sign(max(0.0, share(one) - share(other)))


def _covered(words: tuple[Word, ...], found: Floats) -> float:
    weights = np.array([w.weight for w in words], np.float32)
    return float((weights * found).sum() / max(weights.sum(), 1e-6))


def told_by_a(of: Alignment) -> Sign:
    """How much of b's words a has too."""
    return Sign(_covered(of.b.content, of.best_in_a()))


def told_by_b(of: Alignment) -> Sign:
    """How much of a's words b has too."""
    return Sign(_covered(of.a.content, of.best_in_b()))


def same_words_in_a(of: Alignment) -> Sign:
    """The same, by vocabulary alone."""
    return Sign(_covered(of.b.content, of.has_in_a.astype(np.float32)))


def same_words_in_b(of: Alignment) -> Sign:
    """The same the other way round."""
    return Sign(_covered(of.a.content, of.has_in_b.astype(np.float32)))


def least_in_a(of: Alignment) -> Sign:
    """How well the word of b that a lacks most is found there."""
    return Sign(float(min((v for v, w in zip(of.best_in_a(), of.b.content, strict=True) if w.weight >= 1), default=0)))


def second_least_in_a(of: Alignment) -> Sign:
    """The same of the word that it lacks most but one."""
    found = sorted(v for v, w in zip(of.best_in_a(), of.b.content, strict=True) if w.weight >= 1)
    return Sign(float(found[1]) if len(found) > 1 else 0.0)


def names_in_a(of: Alignment) -> Sign:
    """The share of b's names that a has; all of none."""
    return Sign(_names(of.b.content, of.best_in_a()))


def names_in_b(of: Alignment) -> Sign:
    """The share of a's names that b has; all of none."""
    return Sign(_names(of.a.content, of.best_in_b()))


def _names(words: tuple[Word, ...], found: Floats) -> float:
    names = [v for v, w in zip(found, words, strict=True) if w.name]
    return float(np.mean(names)) if names else 1.0


def near_in_a(of: Alignment) -> Sign:
    """How near b's words come to a's by their vectors alone."""
    return Sign(float(of.vectors.max(0, initial=-1).mean()) if of.vectors.size else 0.0)


def near_in_b(of: Alignment) -> Sign:
    """How near a's words come to b's by their vectors alone."""
    return Sign(float(of.vectors.max(1, initial=-1).mean()) if of.vectors.size else 0.0)


def length_of_a(of: Alignment) -> Sign:
    """How long a is; 40 content words and more count as 1."""
    return Sign(min(1.0, len(of.a.content) / 40))


def length_of_b(of: Alignment) -> Sign:
    """How long b is; 40 content words and more count as 1."""
    return Sign(min(1.0, len(of.b.content) / 40))


SIGNS: Mapping[str, Callable[[Alignment], Sign]] = {
    sign.__name__: sign
    for sign in (
        told_by_a, told_by_b, same_words_in_a, same_words_in_b, least_in_a, second_least_in_a, near_in_a, near_in_b, names_in_a, names_in_b,
        negation, negated_scope, both_negated, denial, opposites, opposites_cancelled, exclusive, numbers_conflict, numbers_agree, numbers_missing,
        swapped, other_doer, other_target, hedge_in_a, hedge_in_b, length_of_a, length_of_b,
    )
}  # fmt: skip
"""All signs in the order in which the weights take them."""

AGAINST = (
    "negation",
    "negated_scope",
    "denial",
    "opposites",
    "exclusive",
    "numbers_conflict",
    "swapped",
    "other_doer",
    "other_target",
)
"""Signs of which at least one must be seen where two sentences are to contradict each other: being unlike is no contradiction."""
LEAST = 0.3
"""Strength from which on a sign is seen."""
