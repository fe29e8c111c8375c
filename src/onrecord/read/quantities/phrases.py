"""The noun phrase behind a number. In: the words of a sentence. Out: what is counted, and what the phrase alone tells of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.read.quantities.limits import Amount
from onrecord.read.quantities.vocabulary import (
    ADJECTIVES,
    BY_PEOPLE,
    MEMBERS,
    NOUNS,
    PEOPLES,
    SINGLE,
    TO_PEOPLE,
    TO_THINGS,
    Counted,
)
from onrecord.read.verb_groups import BE, DO, HAVE, MODALS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIMES
from onrecord.read.words import Word

FARTHEST: Final = 7
"""Words behind a number in which its noun is looked for."""
STOPS: Final = (
    BE | HAVE | DO | MODALS | (PREPOSITIONS - {"of"}) | RELATIVES | SUBORDINATORS | TIMES
    | frozenset(
        """but that so when he she it they we i the a an this these those his her their its to not left leaving mostly mainly largely
        primarily many several dozens scores hundreds thousands said says""".split()
    )
)  # fmt: skip
"""Words that stand in no noun phrase before its noun."""
OWNERS: Final = frozenset("the his her their its our those".split())
GENERAL: Final = frozenset("officers officials workers forces".split())
"""Nouns that say less of who than the noun before them: "police officers", "rebel forces"."""
PEOPLE_ENDINGS: Final = ("s", "men", "i", "ese", "ish", "ch")
"""How nouns of several people end that the vocabulary lacks."""
DEMONYM: Final = re.compile(rf"[A-Z].*(?:ans|ese|[^s]is|ites)|{'|'.join(PEOPLES)}")
KILLED_OR_INJURED: Final = "killed or injured"
UNKNOWN: Final = Counted("persons", "people")
"""What is counted by a noun that the vocabulary lacks, if something is told of it that is told of people."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands behind a number.

    Attributes:
        end: Index after its last word.
        counted: What the noun counts; None where there is no noun that is known.
        noun: The noun in lower case, "" where there is none.
        of: What the phrase alone tells of them: "26 displaced people".
        who: Which people.
    """

    end: int
    counted: Counted | None = None
    noun: str = ""
    of: str | None = None
    who: str | None = None


def phrase_behind(amount: Amount, words: Sequence[Word], low: Sequence[str]) -> Phrase:
    """The noun phrase behind a number: up to the last known noun in a row of words that may stand before one."""
    return _Reader(amount, words, low).read()


class _Reader:
    """One pass over the words behind a number."""

    def __init__(self, amount: Amount, words: Sequence[Word], low: Sequence[str]) -> None:
        several = low[amount.end : amount.end + 1] == ["of"]
        one = amount.low == 1 and amount.high in (1, None) and not several
        self.amount, self.words, self.low = amount, words, low
        self.names: Mapping[str, Counted] = SINGLE if one else NOUNS
        self.best: Counted | None = None
        self.end = amount.end
        self.unknown: int | None = None
        self.of: str | None = None

    def read(self) -> Phrase:
        k: int | None = self.amount.end
        while k is not None and k < min(len(self.low), self.amount.end + FARTHEST):
            k = self._step(k)
        if self.best is not None:
            of = self.of if self.best.unit in ("persons", "families") and self.best.of != "killed" else None
            return Phrase(self.end, self.best, self.low[self.end - 1], of, self._who(self.best))
        return self._unknown()

    def _step(self, k: int) -> int | None:
        """Read one word: the index behind it, or None where the phrase ends."""
        word, low = self.low[k], self.low
        if word == "(" and ")" in low[k : k + 4]:
            return k + low[k : k + 4].index(")") + 1
        if word == "of" and not self.amount.bare and self.best is None and self.unknown is None:
            return k + 2 if k + 1 < len(low) and low[k + 1] in OWNERS else k + 1
        if word == "of" or not self.words[k].is_word or word in STOPS or word[0].isdigit():
            return None
        if word in ("and", "or"):
            return self._coordinated(k)
        if (counted := self._noun(word)) is not None:
            return self._take(k, counted)
        if self.best is not None:
            return None
        if is_told(low, k):
            if not self._attributive(k):
                return None if self.unknown is not None or k == self.amount.end else k + 1
            self.of = self.of or _told_by(word)
        elif word.endswith(("s", "men")) or self.words[k].raw[:1].isupper():
            self.unknown = k + 1
        return k + 1

    def _noun(self, word: str) -> Counted | None:
        return self.names.get(word) or (SINGLE.get(word) if self.amount.high == 0 else None)

    def _take(self, k: int, counted: Counted) -> int | None:
        """Take a noun, unless it is the verb of one that was taken: "12 people wounded"."""
        if self.best is not None and self.best.of is None and counted.of is not None and is_told(self.low, k):
            return None
        self.of = self.of or (self.best.of if self.best else None)
        self.best, self.end = counted, k + 1
        return k + 1

    def _coordinated(self, k: int) -> int | None:
        """Whether the phrase goes on behind "and": "88 rebel and regime forces", "scores of the dead and wounded"."""
        if self.best is not None:
            if self.best.of is None or self.low[k + 1 : k + 2] not in (["wounded"], ["injured"], ["dead"]):
                return None
            self.of = KILLED_OR_INJURED
            return k + 1
        if k == self.amount.end:
            return None
        for word in self.low[k + 1 : k + 4]:
            if word in NOUNS:
                return k + 1
            if word in STOPS or word in TO_PEOPLE:
                break
        return None

    def _attributive(self, k: int) -> bool:
        """Whether a participle stands before the noun: "26 displaced people", "12 killed and wounded soldiers"."""
        behind = self.low[k + 1 : k + 3]
        if any(word in self.names and self.names[word].unit == "persons" for word in behind):
            return True
        return (
            behind[:1] in (["and"], ["or"])
            and len(behind) > 1
            and is_told(self.low, k + 2)
            and self._attributive(k + 2)
        )

    def _who(self, counted: Counted) -> str | None:
        """Which people: by the noun, or where it says little by a noun before it ("police officers", "army members")."""
        if counted.unit != "persons":
            return None
        phrase = self.low[self.amount.end : self.end]
        if phrase[-1] not in MEMBERS | GENERAL and counted.who != "people":
            return counted.who
        known = (NOUNS.get(word) or SINGLE.get(word) for word in phrase[:-1])
        return next((noun.who for noun in known if noun is not None and noun.who not in (None, "people")), counted.who)

    def _unknown(self) -> Phrase:
        """A noun that is not known: that of a people, or one that may be of people."""
        if self.unknown is None or self.amount.low == 1 or self.amount.bare:
            return Phrase(self.amount.end)
        noun = self.low[self.unknown - 1]
        if DEMONYM.fullmatch(self.words[self.unknown - 1].raw):
            return Phrase(self.unknown, UNKNOWN, noun, None, "people")
        return Phrase(self.unknown, None, noun) if noun.endswith(PEOPLE_ENDINGS) else Phrase(self.amount.end)


def is_told(low: Sequence[str], k: int) -> bool:
    """Whether a word can tell of those counted before it: "12 wounded", "30 fled"."""
    word = low[k]
    if word in ADJECTIVES:
        return True
    return any(table[word][1] not in ("base", "third") for table in (TO_PEOPLE, BY_PEOPLE, TO_THINGS) if word in table)


def _told_by(word: str) -> str | None:
    return ADJECTIVES.get(word) or TO_PEOPLE.get(word, BY_PEOPLE.get(word, (None, "")))[0]
