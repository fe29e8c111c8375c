"""What words tell of how two sentences stand: opposites, exclusive kinds, synonyms, wider words, denials, hedges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import permutations, product
from pathlib import Path
from typing import Any, Literal

import yaml

from onrecord.link.pairs.stems import stem

FILE = Path(__file__).with_name("vocabulary.yaml")
Relation = Literal["same", "wider", "narrower", "opposite", "exclusive"]


class Vocabulary:
    """Relations between stems.

    Args:
        written: The sections of the file, as YAML gives them.
    """

    def __init__(self, written: Mapping[str, Any]) -> None:
        found: dict[tuple[str, str], Relation] = {}
        for group in written["exclusive"]:
            found.update(dict.fromkeys(permutations(_stems(group), 2), "exclusive"))
        wider = {stem(word): set(_stems(narrow)) for word, narrow in written["wider"].items()}
        for word, narrow in wider.items():
            for one in narrow | {inner for each in narrow for inner in wider.get(each, ())}:
                found[one, word], found[word, one] = "narrower", "wider"
        for group in written["synonyms"]:
            found.update(dict.fromkeys(permutations(_stems(group), 2), "same"))
        for one, other in written["opposites"]:
            for pair in product(_stems(one), _stems(other)):
                if pair[0] != pair[1]:
                    found[pair] = found[pair[::-1]] = "opposite"
        self._relations = found
        self.known = frozenset(word for pair in found for word in pair)
        self.denials = frozenset(_stems(written["denials"]))
        self.hedges = frozenset(_stems(written["hedges"]))
        self.opposites: Mapping[str, tuple[str, ...]] = _by_first(p for p, r in found.items() if r == "opposite")

    def relation(self, one: str, other: str) -> Relation | None:
        """How one stem stands to another: it is the narrower word if all that it tells of the other one tells of too."""
        return "same" if one == other else self._relations.get((one, other))


def _stems(words: Iterable[Any]) -> list[str]:
    return [stem(str(word)) for word in words]


def _by_first(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    grouped = defaultdict(list)
    for one, other in pairs:
        grouped[one].append(other)
    return {one: tuple(sorted(others)) for one, others in grouped.items()}


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary that ships."""
    return Vocabulary(yaml.safe_load(FILE.read_text(encoding="utf-8")))
