"""The words of lexicon.yaml, ready to be looked up. In: a word. Out: the entries that it may be the first word of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from onrecord.read.inflection import forms
from onrecord.read.verbs import verbs
from onrecord.record.vocabulary import EventStatus

GAP: Final = "..."
BE: Final = {
    "be": "base",
    "is": "third",
    "are": "base",
    "was": "past",
    "were": "past",
    "been": "participle",
    "being": "gerund",
}


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words of one sort.

    Attributes:
        words: The words.
        stems: What further words of the sort begin with.
    """

    words: frozenset[str]
    stems: tuple[str, ...] = ()

    def has(self, low: str) -> bool:
        """Whether a word in lower case is of the sort; the Arabic article before it does not matter."""
        if low[2:3] == "-" and low[:2] in ("al", "el"):
            low = low[3:]
        return low in self.words or (bool(self.stems) and low.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class Act:
    """An entry: what words with one meaning tell, and what must or must not stand beside them. See lexicon.yaml for each field."""

    type: str | None
    open: bool
    weak: bool
    part: str
    voice: str | None
    object: str | None
    object_not: str | None
    subject: str | None
    subject_not: str | None
    beside: WordClass | None
    without: frozenset[str]
    not_before: tuple[tuple[str, ...], ...]
    not_after: frozenset[str]
    needs: str
    plain: bool
    status: EventStatus | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form of a word or phrase of an entry.

    Attributes:
        act: The entry.
        verb: Whether it is a verb, or a phrase with one.
        form: What the form of the verb can be ("past participle", …); empty for a noun.
        rest: The words behind the first one; "..." stands for some words of the clause.
        order: Number of the entry: earlier ones go first.
    """

    act: Act
    verb: bool
    form: str
    rest: tuple[str, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A type with the words that tell it.

    Attributes:
        type: The type.
        first: Whether it goes before all others, however near they stand.
        words: Single words.
        phrases: Phrases; a word in them that ends in * stands for all that begin so.
    """

    type: str
    first: bool
    words: WordClass
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of lexicon.yaml.

    Attributes:
        classes: Words by class.
        kinds: What tells the kind of an act that does not say it itself.
        demonstrations: For a protest type, class and words that must stand in its sentence.
        patterns: By the first word in lower case, longest first.
        verbs: Single words that are verbs of entries, in all forms.
        nouns: Single words that are nouns of entries, in all forms.
    """

    classes: Mapping[str, WordClass]
    kinds: tuple[Kind, ...]
    demonstrations: tuple[tuple[str, str | None, frozenset[str]], ...]
    patterns: Mapping[str, tuple[Pattern, ...]]
    verbs: frozenset[str]
    nouns: frozenset[str]


_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon() -> Lexicon:
    """Reads lexicon.yaml, once."""
    text = (files("onrecord.read.events") / "lexicon.yaml").read_text(encoding="utf-8")
    tables: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 (it is a safe one)
    classes = {name: word_class(words.split()) for name, words in tables["classes"].items()}
    found: dict[str, list[Pattern]] = {}
    for order, entry in enumerate(tables["acts"]):
        act = _act(entry, classes)
        for first, pattern in _patterns(entry, act, order):
            found.setdefault(first, []).append(pattern)
    patterns = {first: tuple(sorted(group, key=_longest)) for first, group in found.items()}
    demonstrations = tuple((e["type"], e.get("all"), frozenset(_listed(e, "words"))) for e in tables["demonstrations"])
    kinds = tuple(_kind(entry) for entry in tables["kinds"])
    verbs_, nouns = (
        frozenset(word for word, group in patterns.items() if any(p.verb is verb and not p.rest for p in group))
        for verb in (True, False)
    )
    return Lexicon(classes, kinds, demonstrations, patterns, verbs_, nouns)


def word_class(words: Iterable[str]) -> WordClass:
    """A class of words, of which those that end in * stand for all that begin so."""
    listed = list(words)
    plain = frozenset(word for word in listed if not word.endswith("*"))
    return WordClass(plain, tuple(word[:-1] for word in listed if word.endswith("*")))


def _longest(pattern: Pattern) -> tuple[int, int]:
    return -len(pattern.rest), pattern.order


def _act(entry: Mapping[str, Any], classes: Mapping[str, WordClass]) -> Act:
    beside = _listed(entry, "beside")
    return Act(
        type=entry.get("type"),
        open=entry.get("kind") == "open",
        weak=entry.get("kind") == "weak",
        part=entry.get("part", "act"),
        voice=entry.get("voice"),
        object=entry.get("object"),
        object_not=entry.get("object_not"),
        subject=entry.get("subject"),
        subject_not=entry.get("subject_not"),
        beside=_joined(beside, classes) if beside else None,
        without=_joined(_listed(entry, "without"), classes).words,
        not_before=tuple(tuple(words.split()) for words in _listed(entry, "not_before")),
        not_after=frozenset(_listed(entry, "not_after")),
        needs=entry.get("needs", ""),
        plain=entry.get("otherwise") == "plain",
        status=entry.get("status"),
    )


def _joined(names: Iterable[str], classes: Mapping[str, WordClass]) -> WordClass:
    words: set[str] = set()
    stems: tuple[str, ...] = ()
    for name in names:
        if name in classes:
            words |= classes[name].words
            stems += classes[name].stems
        else:
            words.add(name)
    return WordClass(frozenset(words), stems)


def _listed(entry: Mapping[str, Any], key: str) -> list[str]:
    return [part for raw in str(entry.get(key) or "").split(",") if (part := " ".join(raw.split()))]


def _patterns(entry: Mapping[str, Any], act: Act, order: int) -> Iterable[tuple[str, Pattern]]:
    for phrase in (*_listed(entry, "verbs"), *_listed(entry, "phrases")):
        first, *rest = phrase.split()
        for form, kind in _verb_forms(first).items():
            yield form, Pattern(act, True, kind, tuple(rest), order)
    for noun in _listed(entry, "nouns"):
        words = noun.split()
        last = words.index("of") - 1 if "of" in words else len(words) - 1
        for number in dict.fromkeys((words[last], plural(words[last]))):
            inflected = [*words[:last], number, *words[last + 1 :]]
            yield inflected[0], Pattern(act, False, "", tuple(inflected[1:]), order)


def _verb_forms(lemma: str) -> dict[str, str]:
    return BE if lemma == "be" else forms(lemma, verbs().irregular)


def plural(noun: str) -> str:
    """The regular plural: clash -> clashes, army -> armies."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return (
            noun
            if noun.endswith("ings") or noun in ("talks", "sanctions", "hostilities", "casualties")
            else noun + "es"
        )
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _kind(entry: Mapping[str, Any]) -> Kind:
    listed = _listed(entry, "words")
    phrases = tuple(tuple(phrase.split()) for phrase in listed if " " in phrase)
    return Kind(
        entry["type"], bool(entry.get("first")), word_class(word for word in listed if " " not in word), phrases
    )
