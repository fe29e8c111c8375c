"""The verbs of verbs.toml by form. In: a word. Out: which lemma it is a form of, and what form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.read.inflection import forms


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What a word can be as a verb.

    Attributes:
        lemma: The bare verb.
        kind: base, third, past, participle, gerund, or "past participle" where both look alike.
        noun: Whether the bare verb is as often a noun.
    """

    lemma: str
    kind: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of the language as far as the reader needs them.

    Attributes:
        forms: By word in lower case.
        irregular: Past and participle of irregular verbs, by lemma.
        not_past: Words in -ed that are no pasts.
        stative: Lemmas that hold rather than happen.
    """

    forms: dict[str, VerbForm]
    irregular: dict[str, tuple[str, str]]
    not_past: frozenset[str]
    stative: frozenset[str]


@cache
def verbs() -> Verbs:
    """Read verbs.toml, once."""
    tables = tomllib.loads((files("onrecord.read") / "verbs.toml").read_text(encoding="utf-8"))
    irregular: dict[str, tuple[str, str]] = {}
    for entry in tables["irregular"]["forms"].split(";"):
        lemma, before, *done = entry.split()
        irregular[lemma] = (before, done[0] if done else before)
    plain, nouns = (tables[name]["words"].split() for name in ("plain", "also_nouns"))
    known: dict[str, VerbForm] = {}
    for lemma in [*plain, *irregular, *nouns]:
        for form, kind in forms(lemma, irregular).items():
            known.setdefault(form, VerbForm(lemma, kind, lemma in nouns))
    return Verbs(
        known, irregular, frozenset(tables["not_past"]["words"].split()), frozenset(tables["stative"]["words"].split())
    )


def lemma_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Every form of some verbs, with the lemma that it belongs to."""
    irregular = verbs().irregular
    return {form: lemma for lemma in lemmas for form in forms(lemma, irregular)}


def participle(low: str) -> bool:
    """Whether a word can be a past participle."""
    form = verbs().forms.get(low)
    if form is not None:
        return "participle" in form.kind
    return regular_past(low)


def regular_past(low: str) -> bool:
    """Whether a word looks like a regular past: in -ed, no adjective made with a hyphen ("rebel-held", "US-backed")."""
    if not low.endswith("ed") or len(low) < 4 or low in verbs().not_past:
        return False
    return "-" not in low or low.startswith(("re-", "co-", "over-", "out-", "counter-"))
