"""The words that tell of events. In: sentences. Out: triggers, each with its entry in the lexicon, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.read.events.grammar import (
    CONJUNCTIONS,
    MARKS,
    RELATIVES,
    Auxiliaries,
    auxiliaries,
    is_adverb,
    is_passive,
    is_verb,
    phrase,
    subject,
)
from onrecord.read.events.lexicon import GAP, Act, Lexicon, Pattern, WordClass, lexicon
from onrecord.read.events.sentences import Sentences
from onrecord.read.verb_groups import ATTRIBUTIVE, BE, PREPOSITIONS

WIDEST: Final = 6
"""Words that "..." in a phrase can stand for."""
NAMES_OF: Final = {
    "TERRITORY": frozenset(("location", "facility")),
    "PLACE": frozenset(("location", "facility")),
    "PEOPLE": frozenset(("person",)),
    "COMBATANTS": frozenset(("organisation",)),
    "FIGHTER": frozenset(("organisation",)),
}
"""Names of these kinds count as words of the class."""
MODIFYING: Final = frozenset(("POISON",))
"""Classes whose words may stand before the noun: "chemical weapons"."""
FEW: Final = 60
"""Words of a text below which a single fighter or weapon makes it one about violence."""
SHARE: Final = 0.02
"""Share of fighters and weapons among the words of a report from which on it is about violence."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an event.

    Attributes:
        act: Its entry.
        verb: Whether it is a verb.
        passive: Whether it is one in the passive.
        head: Index of the word that is inflected.
        first: Index of its first word.
        end: Index after its last word.
        taken: Indexes of all words that belong to it.
        sentence: Number of its sentence.
        aux: What stands before the verb.
        conflict: Whether the sentence or the report tells that it is about violence.
        subject: The words of the subject.
        object: The words of the object; of a passive, those after "by" are in neither.
    """

    act: Act
    verb: bool
    passive: bool
    head: int
    first: int
    end: int
    taken: frozenset[int]
    sentence: int
    aux: Auxiliaries
    conflict: bool
    subject: tuple[int, int] | None
    object: tuple[int, int] | None


def find_triggers(s: Sentences) -> list[Trigger]:
    """All triggers of a text; none overlaps another."""
    known = lexicon()
    violent = _is_violent(s)
    found: list[Trigger] = []
    for number, (start, end) in enumerate(s.bounds):
        found.extend(_Scan(s, known, number, start, end, violent).run())
    return found


def _is_violent(s: Sentences) -> bool:
    """Whether a report is about violence: by the fighters and weapons among its words."""
    seen = [low for low in s.low if _class_of(low)[0]]
    if len(s.low) < FEW:
        return bool(seen)
    surely = {low for low in seen if _class_of(low)[1]}
    hurt = {low for low in s.low if _class_of(low)[2]}
    return len(set(seen)) > 2 and (len(surely) > 1 or len(hurt) > 1) and len(seen) >= SHARE * len(s.low)


@lru_cache(50_000)
def _class_of(low: str) -> tuple[bool, bool, bool]:
    """Whether a word is a fighter or a weapon, whether it is one that is not met in peace, and whether it is a casualty."""
    classes = lexicon().classes
    party = classes["FIGHTER"].has(low) or classes["WEAPON"].has(low)
    return party, party and not classes["EVERYDAY"].has(low), classes["CASUALTY"].has(low)


class _Scan:
    """One pass over one sentence."""

    def __init__(self, s: Sentences, known: Lexicon, number: int, start: int, end: int, violent: bool) -> None:
        self.s, self.known, self.number, self.start, self.end, self.violent = s, known, number, start, end, violent
        self.low = s.low
        self._words: frozenset[str] | None = None
        self._line: str | None = None

    def run(self) -> Iterator[Trigger]:
        taken: set[int] = set()
        for i in range(self.start, self.end):
            patterns = self.known.patterns.get(self.low[i])
            if patterns is None or i in taken:
                continue
            for pattern in patterns:
                if (trigger := self._read(i, pattern)) is not None:
                    taken |= trigger.taken
                    yield trigger
                    break

    @property
    def words(self) -> frozenset[str]:
        if self._words is None:
            self._words = frozenset(self.low[self.start : self.end])
        return self._words

    @property
    def line(self) -> str:
        if self._line is None:
            self._line = f" {' '.join(self.low[self.start : self.end])} "
        return self._line

    def _read(self, i: int, pattern: Pattern) -> Trigger | None:
        place = self._match(i, pattern)
        if place is None:
            return None
        taken, end = place
        act = pattern.act
        if not pattern.verb:
            # The head of a noun phrase is its last word, or the one before "of".
            head = next((k - 1 for k in range(i, end) if self.low[k] == "of" and k > i), end - 1)
            if not self._as_noun(i, head):
                return None
            if not self._allowed(act, i, end, taken):
                return None
            return self._made(act, False, False, head, i, end, taken, Auxiliaries(i), None, self._of_noun(end))
        also_noun = any(not other.verb and not other.rest for other in self.known.patterns.get(self.low[i], ()))
        if not is_verb(self.s, i, self.start, self.end, also_noun) or not self._allowed(act, i, end, taken):
            return None
        aux = auxiliaries(self.s, i, self.start)
        if self._is_epithet(i, aux, act, bool(pattern.rest)):
            return None
        passive = is_passive(self.s, i, self.start, self.end, aux)
        if act.voice is not None and (act.voice == "passive") != passive:
            return None
        who = subject(self.s, i, self.start, aux)
        what = who if passive else phrase(self.s, end, self.end)
        return self._made(act, True, passive, i, i, end, taken, aux, None if passive else who, what)

    def _match(self, i: int, pattern: Pattern) -> tuple[frozenset[int], int] | None:
        """Where the words of a phrase stand: their indexes, and the index behind the last one."""
        taken, j, gap = [i], i + 1, False
        for word in pattern.rest:
            if word == GAP:
                gap = True
                continue
            stop = min(self.end, j + (WIDEST if gap else 1))
            at = next((k for k in range(j, stop) if self.low[k] == word or self._same_number(self.low[k], word)), None)
            if at is None or any(self.low[k] in MARKS or self.low[k] in RELATIVES for k in range(j, at)):
                return None
            taken.append(at)
            j, gap = at + 1, False
        return frozenset(taken), j

    def _same_number(self, low: str, word: str) -> bool:
        return low == word + "s" and len(word) > 3

    def _as_noun(self, i: int, head: int) -> bool:
        if i < head:
            return True
        verbs = any(other.verb and not other.rest for other in self.known.patterns.get(self.low[i], ()))
        return not (verbs or self.s.verb_form(i)) or not is_verb(self.s, i, self.start, self.end, True)

    def _is_epithet(self, i: int, aux: Auxiliaries, act: Act, phrasal: bool) -> bool:
        """Whether a participle only describes a noun: "liberated areas". Of harm that is told all the same: "injured children"."""
        if phrasal or act.part == "harm" or aux.be or aux.have or aux.modal or "participle" not in self.s.verb_form(i):
            return False
        before = self.low[i - 1] if i > self.start else ""
        after = self.low[i + 1] if i + 1 < self.end else "."
        if (
            after in PREPOSITIONS
            or after in MARKS
            or after in ATTRIBUTIVE
            or after in CONJUNCTIONS
            or after[0].isdigit()
        ):
            return False
        return (
            before in ATTRIBUTIVE
            or before in PREPOSITIONS
            or before in ("many", "several", "some", "more")
           
        )

    def _of_noun(self, end: int) -> tuple[int, int] | None:
        """What "of" joins to a noun."""
        if end < self.end and self.low[end] == "of":
            return phrase(self.s, end + 1, self.end)
        return None

    def _allowed(self, act: Act, i: int, end: int, taken: frozenset[int]) -> bool:
        """Whether the words around it are as its entry asks."""
        if act.not_after and i > self.start and self.low[i - 1] in act.not_after:
            return False
        if act.not_before and any(self._follows(end, words) for words in act.not_before):
            return False
        if act.without and any((w in self.words) if " " not in w else (f" {w} " in self.line) for w in act.without):
            return False
        if act.beside is None:
            return True
        return any(act.beside.has(self.low[k]) for k in range(self.start, self.end) if k not in taken) or (
            any(kind == "organisation" for kind in self._names()) and act.weak
        )

    def _names(self) -> Iterator[str]:
        return (self.s.names[k] for k in range(self.start, self.end) if k in self.s.names)

    def _follows(self, end: int, words: str) -> bool:
        parts = words.split()
        return list(self.low[end : end + len(parts)]) == parts

    def _made(
        self,
        act: Act,
        verb: bool,
        passive: bool,
        head: int,
        first: int,
        end: int,
        taken: frozenset[int],
        aux: Auxiliaries,
        who: tuple[int, int] | None,
        what: tuple[int, int] | None,
    ) -> Trigger | None:
        wanted = self.known.classes
        if act.object is not None and not self._holds(what, act.object, wanted[act.object]):
            return None
        if act.object_not is not None and self._holds(what, act.object_not, wanted[act.object_not]):
            return None
        doer = what if passive and act.object is None else who
        if act.subject is not None and not self._holds(doer, act.subject, wanted[act.subject]):
            return None
        if act.subject_not is not None and self._holds(doer, act.subject_not, wanted[act.subject_not], anywhere=True):
            return None
        conflict = self._in_conflict(taken, act)
        if not conflict and not act.plain:
            return None
        return Trigger(act, verb, passive, head, first, end, taken, self.number, aux, conflict, who, what)

    def _in_conflict(self, taken: frozenset[int], act: Act) -> bool:
        """Whether the report, or the sentence, shows that a word is meant as violence."""
        if not act.needs or self.violent:
            return True
        if act.needs == "context":
            return len(self.s.low) < FEW
        if act.needs == "report":
            return False
        others = [_class_of(self.low[k]) for k in range(self.start, self.end) if k not in taken]
        if any(surely for _, surely, _ in others):
            return True
        return any(party for party, _, _ in others) and any(hurt for _, _, hurt in others)

    def _holds(self, stretch: tuple[int, int] | None, name: str, wanted: WordClass, anywhere: bool = False) -> bool:
        """Whether one of the nouns of a phrase is of a class."""
        if stretch is None:
            return False
        kinds = NAMES_OF.get(name, frozenset())
        if anywhere or name in MODIFYING:
            return any(wanted.has(self.low[k]) for k in range(*stretch))
        first = True
        for k in range(*stretch):
            after = self.low[k + 1] if k + 1 < stretch[1] else "of"
            named = self.s.names.get(k)
            if after not in ("of", "and", "or", ",") and not (named and k + 1 not in self.s.names):
                continue
            low = self.low[k]
            if wanted.has(low) or named in kinds:
                return True
            people = self.known.classes["PEOPLE"].has(low) and not low.isdigit() and low not in QUANTITIES
            if first and name == "TERRITORY" and people:
                return False
            first = False
        return False


QUANTITIES: Final = frozenset(
    "one two three four five six seven eight nine ten dozens hundreds thousands others it them".split()
)
