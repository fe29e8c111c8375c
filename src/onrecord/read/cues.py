"""What a cue does. In: the words of a cue and of its content. Out: the act, and the words of the cue that tell it."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from onrecord.read.inflection import third
from onrecord.read.verbs import lemma_forms
from onrecord.read.verbs import verbs as known_verbs
from onrecord.read.words import Word

IRREGULAR: Final = {
    **dict.fromkeys("is are was were been being am".split(), "be"),
    **dict.fromkeys("has had having".split(), "have"),
    **dict.fromkeys("does did doing done".split(), "do"),
}
GAP: Final = 3
INTO_CONTENT: Final = 4
#: Words of phrases that are verbs elsewhere, but not there.
NOT_VERBS: Final = frozenset("like back attack blast blame charge clear short".split())
#: Phrases that begin so admit only adverbs and the like between their words.
CLOSE: Final = frozenset("not never nor be have would".split())
#: Acts that stand in cue_words.toml beside those of the record, and are settled by the content.
OPEN_ACTS: Final = frozenset({"warn", "not_denied"})


@dataclass(frozen=True, slots=True)
class Act:
    """What a cue does.

    Attributes:
        name: An act of the record, or "warn" or "not_denied", which the content settles.
        lemma: The lemma or phrase that told it; empty where no word of the cue is known.
        words: The words that told it.
        negated: Whether the cue is negated ("does not believe").
        negation: The word that negates it.
    """

    name: str
    lemma: str
    words: tuple[Word, ...]
    negated: bool = False
    negation: Word | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of cue_words.toml: lemma of every form, act of every lemma, and phrases by their first word."""

    lemmas: dict[str, str]
    acts: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def lexicon() -> Lexicon:
    """Read cue_words.toml, once."""
    tables = tomllib.loads((files("onrecord.read") / "cue_words.toml").read_text(encoding="utf-8"))
    lemmas, acts, phrases = dict(IRREGULAR), dict[str, str](), dict[str, list[tuple[tuple[str, ...], str]]]()
    listed = [(act, entry) for act, table in tables.items() for entry in table["phrases"].split(";")]
    for act, table in tables.items():
        for lemma in table["verbs"].split():
            acts.setdefault(lemma, act)
    verbs = {lemma for table in tables.values() for lemma in table["verbs"].split()}
    bare = {form for form, seen in known_verbs().forms.items() if seen.kind == "base"}
    verbs |= {word for _, entry in listed for word in entry.split() if word in bare and word not in NOT_VERBS}
    for form, lemma in lemma_forms(sorted(verbs - {"be", "have", "do"})).items():
        lemmas.setdefault(form, lemma)
    for act, table in tables.items():
        for noun in table["nouns"].split():
            acts.setdefault(noun, act)
            lemmas.setdefault(noun, noun)
            lemmas.setdefault(third(noun), noun)
    for act, entry in listed:
        if words := tuple(lemmas.get(word, word) for word in entry.split()):
            phrases.setdefault(words[0], []).append((words, act))
    ordered = {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in phrases.items()}
    return Lexicon(lemmas, acts, ordered)


def lemma_of(low: str) -> str:
    """The lemma of a word if it belongs to a cue that is known, else the word."""
    return lexicon().lemmas.get(low, low)


def act_of(cue: Sequence[Word], content: Sequence[Word]) -> Act:
    """What a cue does: the longest phrase that tells an act, else the first word of an act other than stating.

    Args:
        cue: The words of the cue.
        content: The words of the content; a phrase may end in the first of them ("claimed" + "responsibility for ...").
    """
    known = lexicon()
    words = [word for word in cue if word.is_word or word.low == "not"]
    low = [known.lemmas.get(word.low, word.low) for word in words]
    negation = next(
        (word for word, lemma in zip(words, low, strict=True) if lemma in ("not", "never", "nor", "neither")), None
    )
    ahead = [known.lemmas.get(word.low, word.low) for word in content[:INTO_CONTENT]]
    best: tuple[int, str, str, tuple[Word, ...]] | None = None
    for i, lemma in enumerate(low):
        for phrase, act in known.phrases.get(lemma, ()):
            at = _matched(phrase, low + ahead, i, len(low))
            if at is not None and (best is None or len(phrase) > best[0]):
                everything = [*words, *content[:INTO_CONTENT]]
                best = (len(phrase), act, " ".join(phrase), tuple(everything[j] for j in at))
    if best is not None:
        inner = best[2].split()[0] in ("not", "never", "nor", "neither")
        return Act(best[1], best[2], best[3], negation is not None and not inner, negation)
    return _single(words, low, negation)


def _single(words: list[Word], low: list[str], negation: Word | None) -> Act:
    acts = lexicon().acts
    found = [(word, lemma, acts[lemma]) for word, lemma in zip(words, low, strict=True) if lemma in acts]
    told = next((item for item in found if item[2] != "state"), found[0] if found else None)
    if told is None:
        return Act("state", "", (), negation is not None, negation)
    return Act(told[2], told[1], (told[0],), negation is not None, negation)


def _light(lemma: str) -> bool:
    """Whether a word may stand within a phrase that must hold together."""
    return lemma.endswith("ly") or lemma in (
        "be",
        "have",
        "yet",
        "so",
        "far",
        "even",
        "also",
        "need",
        "to",
        "further",
        "any",
        "very",
        "deep",
        "more",
    )


def _matched(phrase: tuple[str, ...], lemmas: list[str], start: int, cue_end: int) -> list[int] | None:
    """Indexes of the words of a phrase that begins at a word; the words after the cue must follow it closely."""
    at = [start]
    for wanted in phrase[1:]:
        last = at[-1]
        limit = min(last + 2 + GAP, len(lemmas))
        nxt = next((j for j in range(last + 1, limit) if lemmas[j] == wanted), None)
        if nxt is None or (phrase[0] in CLOSE and not all(_light(lemma) for lemma in lemmas[last + 1 : nxt])):
            return None
        at.append(nxt)
    if at[-1] >= cue_end and len(phrase) < 2:
        return None
    return at
