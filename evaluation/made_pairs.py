"""Pairs of sentences made by rule from open sentences, each with its label and what it turns on.

Training and the table of phenomena share the rules; their sentences are never the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import cast

from evaluation.made_changes import DAYS, MONTHS, RULES, SPEAKERS, Made, exchanged, lowered, negated, shortened
from evaluation.made_words import SAME
from onrecord.link.pairs.scorer import PairLabel

WRITTEN = Path(__file__).parents[1] / "training" / "written" / "pairs.txt"
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z])|\n+")
_NAME = re.compile(r"(?<=[a-z,] )(?:(?!" + "|".join([*MONTHS, *DAYS]) + r"|I\b)[A-Z][a-z]{2,})(?: [A-Z][a-z]+)*")
_OPEN = re.compile(r"said|den[iy]|left open")
"""Phenomena that have a speaker already."""
_COMMON = re.compile(
    r"\b[a-z]{4,}\b(?<!with)(?<!from)(?<!that)(?<!have)(?<!been)(?<!were)(?<!this)(?<!they)(?<!their)(?<!about)(?<!than)(?<!into)(?<!said)"
)


def written_pairs() -> list[Made]:
    """The pairs that were written for this project."""
    lines = WRITTEN.read_text(encoding="utf-8").splitlines()
    rows = [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]
    return [Made(a, b, cast(PairLabel, label), f"written: {phenomenon}") for label, phenomenon, a, b in rows]


def is_held(text: str) -> bool:
    """Whether a text is one of the third that is held out of training, by its hash."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % 3 == 0


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text that are whole and of middling length."""
    for part in _SENTENCE.split(text):
        found = " ".join(part.split())
        if (
            5 <= found.count(" ") <= 34
            and found[0].isupper()
            and found[-1] == "."
            and not re.search(r"[\"“”;:@|{}\[\]]|http", found)
        ):
            yield found


def blurred(made: Made, random: Random) -> Made:
    """The pair with its first sentence shortened or a word of it exchanged, as two reports never use the very same words."""
    if made.label == "agrees":
        other = exchanged(made.b, SAME, random)
        return replace(made, b=other) if other else made
    one = exchanged(made.a, SAME, random) or made.a
    return replace(made, a=shortened(one, random) or one) if random.random() < 0.5 else replace(made, a=one)


def attributed(made: Made) -> Made:
    """Every third pair, chosen by its words, with a speaker named in one of its sentences, as reports have them."""
    if _OPEN.search(made.phenomenon) or not is_held(made.b + made.a):
        return made
    random = Random(made.a)
    speaker = random.choice(SPEAKERS)
    form = random.choice(
        ("{s} said that {i}.", "{p}, {s} said.", "{p}, {s} said on Tuesday.", "According to {s}, {i}.")
    )
    if random.random() < 0.7:
        return replace(made, a=_told(form, speaker, made.a))
    return replace(made, b=_told(form, speaker, made.b))


def _told(form: str, speaker: str, sentence: str) -> str:
    inner = lowered(speaker + ".")
    return form.format(s=speaker if form.startswith("{s}") else inner, i=lowered(sentence), p=sentence.rstrip("."))


def made_from(texts: Sequence[str], random: Random, each: int) -> list[Made]:
    """Pairs from the sentences of texts, at most so many of a rule, and pairs of different sentences of one text and of two.

    Args:
        texts: The texts.
        random: Decides what is taken.
        each: Greatest number of pairs of a rule.
    """
    by_text = [list(sentences(text)) for text in texts]
    flat = [(k, s) for k, own in enumerate(by_text) for s in own]
    random.shuffle(flat)
    found: list[Made] = []
    for rule in RULES:
        own: list[Made] = []
        for _, sentence in flat:
            if len(own) == each:
                break
            if (pair := rule(sentence, random)) and pair.a != pair.b:
                own.append(blurred(pair, random) if random.random() < 0.5 else pair)
        found += [attributed(pair) for pair in own]
        random.shuffle(flat)
    return found + _different(by_text, flat, random, each)


def _different(by_text: Sequence[list[str]], flat: Sequence[tuple[int, str]], random: Random, each: int) -> list[Made]:
    """Sentences of two texts, sentences of one text that share most words, and one of each pair negated in part of them."""
    found = []
    for _ in range(each):
        (k, a), (j, b) = random.choice(flat), random.choice(flat)
        if k != j:
            found.append(Made(a, _now_and_then_negated(b, random), "unrelated", "two texts"))
    own = [(k, s) for k, s in flat if len(by_text[k]) > 2]
    for k, a in own[: 2 * each]:
        words = set(re.findall(r"[A-Za-z]{4,}", a))
        b = max(
            (s for s in by_text[k] if s != a),
            key=lambda s: len(words & set(re.findall(r"[A-Za-z]{4,}", s))) / (8 + s.count(" ")),
            default=None,
        )
        if b:
            found.append(Made(a, _now_and_then_negated(b, random), "unrelated", "same text, nearest sentence"))
    for (_, a), (_, b) in zip(flat[:each], reversed(flat), strict=False):
        if pair := another_word(a, random, b):
            found.append(pair)
    for _, a in flat[:each]:
        names = list(_NAME.finditer(a))
        others = [m[0] for m in _NAME.finditer(random.choice(flat)[1])]
        if names and others and (m := random.choice(names)) and others[0] != m[0]:
            found.append(Made(a, a[: m.start()] + others[0] + a[m.end() :], "unrelated", "another name"))
    return found


def another_word(sentence: str, random: Random, others: str) -> Made | None:
    """One word in lower case exchanged for one of another sentence."""
    here, there = list(_COMMON.finditer(sentence)), _COMMON.findall(others)
    if len(here) < 3 or not there:
        return None
    found = random.choice(here[1:])
    return Made(
        sentence,
        sentence[: found.start()] + random.choice(there) + sentence[found.end() :],
        "unrelated",
        "another word",
    )


def _now_and_then_negated(sentence: str, random: Random) -> str:
    return (negated(sentence) if random.random() < 0.3 else None) or sentence
