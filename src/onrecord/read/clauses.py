"""Where the main verb of a stretch of text stands. In: its words. Out: the verb group, and what belongs to other clauses.

A readable scan from left to right instead of a parser: a subordinator or a relative pronoun opens a clause that takes the next
verb group for itself; the first verb group that nobody takes is the main one. Participles without an auxiliary are kept as a
second best, since "rockets fired by rebels hit a school" has its verb later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.read.verb_groups import (
    ATTRIBUTIVE,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIMES,
    Group,
    Sentence,
)
from onrecord.read.verbs import verbs
from onrecord.read.words import Word

MARKS: Final = frozenset(", ; - – — --".split())
EMBEDDING: Final = frozenset("whether if that what how why where when who which".split())
PRONOUNS: Final = frozenset("they we he she i".split())
TIME_NOUNS: Final = frozenset("week month year night morning evening day time moment and or but so yet".split())
ENDS: Final = frozenset(". ! ?".split())
OPEN: Final = frozenset("( [ {".split())
CLOSE: Final = frozenset(") ] }".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a stretch of words.

    Attributes:
        words: All words of the stretch.
        start: Index where its sentence begins.
        end: Index where its sentence ends.
        group: The main verb group, or None if no verb is finite.
        before: Indexes of the words of the main clause that stand before the verb group.
        imperative: Whether the verb is a bare one at the beginning ("Stop the raids").
        asked: Whether the stretch is a clause with "whether", or with an "if" that means it.
    """

    words: list[Word]
    start: int
    end: int
    group: Group | None
    before: tuple[int, ...]
    imperative: bool = False
    asked: bool = False


def main_clause(words: list[Word]) -> Clause:
    """The first main clause with a finite verb; where there is none, the first sentence without a verb group."""
    first: Clause | None = None
    for opening, end in _sentences(words)[:4]:
        start = next((i for i in range(opening, end) if words[i].is_word), end)
        clause = _Scan(words, start, end).run()
        if clause.group is not None:
            return clause
        if start + 1 < end and words[start].low in EMBEDDING:
            inner = _Scan(words, start + 1, end).run()
            if inner.group is not None:
                return replace(inner, asked=words[start].low in ("whether", "if"))
        first = first or clause
    return first or Clause(words, 0, 0, None, ())


def _sentences(words: list[Word]) -> list[tuple[int, int]]:
    found, start = [], 0
    for i, word in enumerate(words):
        if word.raw in ENDS and (i + 1 == len(words) or word.raw != "." or not words[i + 1].raw[0].islower()):
            if i > start:
                found.append((start, i))
            start = i + 1
    if start < len(words):
        found.append((start, len(words)))
    return found


class _Scan(Sentence):
    """One pass over one sentence."""

    def __init__(self, words: list[Word], start: int, end: int) -> None:
        super().__init__(words, start, end)
        self.pending = 0
        self.fronted = False
        self.before: list[int] = []
        self.weak: tuple[Group, tuple[int, ...]] | None = None
        self.main: tuple[Group, tuple[int, ...]] | None = None

    def run(self) -> Clause:
        if self._imperative():
            group = Group(self.start, self.start + 1, self.start, "present")
            return Clause(self.words, self.start, self.end, group, (), imperative=True)
        i = self.start
        while i < self.end and self.main is None:
            i = self._step(i)
        found = self.main or self.weak
        if found is None:
            return Clause(self.words, self.start, self.end, None, tuple(self.before))
        return Clause(self.words, self.start, self.end, *found)

    def _step(self, i: int) -> int:
        """Read one word, or one group: the index behind it."""
        low = self.low[i]
        if low in OPEN:
            return self._behind_bracket(i)
        if self._opens_clause(i):
            if self.weak is not None and low == "that":
                self.main = self.weak
            self.fronted = self.fronted or not self.before
            self.pending += 1
            return i + 1
        if low in PRONOUNS and self._after_noun(i):
            self.pending += 1
            return i + 1
        if low in MARKS:
            if self.fronted and self.pending and (self._verb_between(self.start, i) or self._main_verb_behind(i)):
                self.pending, self.fronted = 0, False
            return i + 1
        group = self.group_at(i)
        if group is not None:
            return self._take(group)
        if not self.pending:
            self.before.append(i)
        return i + 1

    def _take(self, group: Group) -> int:
        """Give a group to the clause that waits for one, else keep it as the main one: the index behind it."""
        if self.pending:
            self.pending -= 1
            return self._behind_coordinated(group.end)
        if group.strong:
            self.main = self._choose(group)
        elif self.weak is None or self.weak[0].tense == "present":
            self.weak = (group, tuple(self.before))
        return group.end

    def _choose(self, group: Group) -> tuple[Group, tuple[int, ...]]:
        """The strong group, unless a weak one stands before it with a coordination between the two."""
        if self.weak is not None:
            between = self.low[self.weak[0].end : group.start]
            starts = self.low[group.start - 1] in PRONOUNS | {"it", "there"} and self._at(group.start - 2) in (
                "and",
                "but",
                "or",
                "so",
            )
            apart = starts or any(mark in between for mark in (";", ":", "—", "--", "but", "that"))
            if apart or self.low[group.start - 1] in ("and", "but", "or"):
                return self.weak
        return group, tuple(self.before)

    def _behind_bracket(self, i: int) -> int:
        depth = 0
        for j in range(i, self.end):
            depth += (self.low[j] in OPEN) - (self.low[j] in CLOSE)
            if depth == 0:
                return j + 1
        return i + 1

    def _verb_between(self, i: int, j: int) -> bool:
        return any(self.group_at(k) is not None for k in range(i, j))

    def _after_noun(self, i: int) -> bool:
        """Whether a pronoun follows a noun directly and so begins a relative clause without "that": "the aid they need"."""
        if not self.before or self.pending or self.weak is not None or self.low[self.before[0]] not in ATTRIBUTIVE:
            return False
        last = self.before[-1]
        low = self.low[last]
        return (
            last == i - 1
            and low.isalpha()
            and low not in PREPOSITIONS | TIMES | DETERMINERS
            and low not in TIME_NOUNS
            and not self._adverb(last)
        )

    def _main_verb_behind(self, i: int) -> bool:
        """Whether what follows a comma begins with a subject and has a verb that is certainly finite."""
        return (
            i - self.start >= 3
            and self._at(i + 1) not in RELATIVES
            and any(self._strong_at(k) for k in range(i + 1, self.end))
        )

    def _behind_coordinated(self, i: int) -> int:
        """After a verb of another clause: past "and <verb>", which goes with it."""
        for j in range(i, min(i + 12, self.end - 1)):
            if self.low[j] in (",", ";") or self._opens_clause(j):
                return i
            if self.low[j] in ("and", "or") and (again := self.group_at(j + 1)) is not None:
                return again.end
            if self.group_at(j) is not None:
                return i
        return i

    def _opens_clause(self, i: int) -> bool:
        low, after = self.low[i], self._at(i + 1)
        if low in RELATIVES:
            return i > self.start or low == "whose"
        if low == "that":
            return (
                i > self.start
                and self._at(i - 1) not in PREPOSITIONS | {"and", "but", "so", ","}
                and after not in ("", ",")
            )
        if low in ("what", "how", "why"):
            return True
        if low not in SUBORDINATORS or after == "of":
            return False
        if low == "as" and after in ("long", "soon", "far", "much", "well", "many", "few"):
            return False
        if low in ("once", "as", "since", "after", "before", "until", "till"):
            return self._clause_follows(i + 1)
        return True

    def _clause_follows(self, i: int) -> bool:
        """Whether a finite verb stands before the next comma, so that "after" begins a clause and not a phrase."""
        for j in range(i, min(i + 14, self.end)):
            if self.low[j] in (",", ";") or self.low[j] in RELATIVES:
                return False
            if (group := self.group_at(j)) is not None:
                later = any(
                    self._strong_at(k) for k in range(group.end, min(group.end + 14, self.end)) if self.low[k] != ","
                )
                return j > i and (group.strong or not later) and (self.weak is not None or self._after_first(group))
        return False

    def _after_first(self, group: Group) -> bool:
        """At the front of a sentence without commas one verb is left for the main clause only if a second one follows."""
        if self.before and any(self.low[k] not in TIMES for k in self.before):
            return True
        return any(self.group_at(k) is not None for k in range(group.end, self.end))

    def _strong_at(self, i: int) -> bool:
        group = self.group_at(i)
        return group is not None and group.strong

    def _imperative(self) -> bool:
        first, after = self._at(self.start), self._at(self.start + 1)
        form = verbs().forms.get(first)
        if first == "let" or (first == "do" and after == "not"):
            return True
        return (
            form is not None
            and form.kind == "base"
            and after in DETERMINERS | {"us", "them", "him", "it", "me", "that"}
        )
