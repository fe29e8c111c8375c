"""The words of modality_words.toml. In: a table and a key. Out: its words or phrases."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from onrecord.read.words import Word


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("onrecord.read") / "modality_words.toml").read_text(encoding="utf-8"))


@cache
def listed(table: str, key: str = "words") -> frozenset[str]:
    """The words under a key of a table."""
    return frozenset(_tables()[table][key].split())


@cache
def _phrases(table: str, key: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases under a key of a table by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in _tables()[table][key].split(";"):
        phrase = tuple(entry.split())
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in found.items()}


def phrase_at(words: list[Word], i: int, table: str, key: str = "phrases") -> int:
    """How many words the longest phrase has that stands at an index; 0 if none does."""
    known = _phrases(table, key).get(words[i].low)
    if known is None:
        return 0
    low = tuple(word.low for word in words[i : i + 6])
    return next((len(phrase) for phrase in known if low[: len(phrase)] == phrase), 0)
