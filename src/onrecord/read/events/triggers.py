"""The words that tell of events. In: sentences. Out: triggers, each with its entry in the lexicon, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from onrecord.read.events.conflict import BRIEF, SHORT, is_violent, shows_violence
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
from onrecord.read.events.lexicon import GAP, Act, Pattern, lexicon
from onrecord.read.events.sentences import Sentences
from onrecord.read.verb_groups import ATTRIBUTIVE, PREPOSITIONS

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
MODIFYING: Final = frozenset(("POISON", "NOT_STATE"))
"""Classes whose words may stand anywhere in a phrase: "chemical weapons"."""
QUANTITIES: Final = frozenset(
    "one two three four five six seven eight nine ten dozens hundreds thousands others it them".split()
)
LINKS: Final = frozenset(("of", "and", "or", ","))
SOME: Final = frozenset("many several some more".split())


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
        subject: The words of the subject.
        object: The words of the object, or of the subject of a passive, or what "of" joins to a noun.
        conflict: Whether the sentence or the report tells that it is about violence.
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
    subject: tuple[int, int] | None
    object: tuple[int, int] | None
    conflict: bool


def find_triggers(s: Sentences) -> list[Trigger]:
    """All triggers of a text; none overlaps another."""
    violent = is_violent(s.low)
    return [trigger for number in range(len(s.bounds)) for trigger in _Scan(s, number, violent).run()]


class _Scan:
    """One pass over one sentence."""

    def __init__(self, s: Sentences, number: int, violent: bool) -> None:
        self.s, self.number, self.violent = s, number, violent
        self.start, self.end = s.bounds[number]
        self.low = s.low
        self.known = lexicon()
        self.classes = self.known.classes
        self.verbs: dict[int, bool] = {}
        self._line = ""

    def run(self) -> Iterator[Trigger]:
        taken: set[int] = set()
        patterns = self.known.patterns
        for i in range(self.start, self.end):
            for pattern in patterns.get(self.low[i], ()):
                if i not in taken and (trigger := self._read(i, pattern)) is not None:
                    taken |= trigger.taken
                    yield trigger

    def _read(self, i: int, pattern: Pattern) -> Trigger | None:
        """The trigger that a pattern makes at a word, if all is as its entry asks."""
        place = self._match(i, pattern)
        if place is None:
            return None
        taken, end = place
        act, verb = pattern.act, pattern.verb
        # The head of a noun phrase is its last word, or the one before "of".
        head = i if verb else next((k - 1 for k in range(i + 1, end) if self.low[k] == "of"), end - 1)
        if not (self._is_verb(i) if verb else self._is_noun(i, head)) or not self._may_stand(act, i, end, taken):
            return None
        aux, passive, who, what = Auxiliaries(i), False, None, self._joined_by_of(end)
        if verb:
            aux = auxiliaries(self.s, i, self.start)
            if self._is_epithet(i, aux, act, bool(pattern.rest)):
                return None
            passive = is_passive(self.s, i, self.start, self.end, aux)
            who = subject(self.s, self.start, aux)
            what = who if passive else phrase(self.s, end, self.end)
        if (act.voice is not None and (act.voice == "passive") != passive) or not self._takes_part(act, who, what):
            return None
        conflict = self._is_in_conflict(taken, act)
        if not conflict and not act.plain and len(self.low) >= SHORT:
            return None
        doer = None if passive else who
        return Trigger(act, verb, passive, head, i, end, taken, self.number, aux, doer, what, conflict)

    def _match(self, i: int, pattern: Pattern) -> tuple[frozenset[int], int] | None:
        """Where the words of a phrase stand: their indexes, and the index behind the last one."""
        if not pattern.rest:
            return frozenset((i,)), i + 1
        if pattern.rest[0] != GAP and not self.low[min(i + 1, self.end - 1)].startswith(pattern.rest[0]):
            return None
        taken, j, gap = [i], i + 1, False
        for word in pattern.rest:
            if word == GAP:
                gap = True
                continue
            stop = min(self.end, j + (WIDEST if gap else 1))
            at = next((k for k in range(j, stop) if self.low[k] in (word, f"{word}s")), None)
            if at is None or any(self.low[k] in MARKS or self.low[k] in RELATIVES for k in range(j, at)):
                return None
            taken.append(at)
            j, gap = at + 1, False
        return frozenset(taken), j

    def _is_verb(self, i: int) -> bool:
        if i not in self.verbs:
            self.verbs[i] = is_verb(self.s, i, self.start, self.end, self.low[i] in self.known.nouns)
        return self.verbs[i]

    def _is_noun(self, i: int, head: int) -> bool:
        if i < head:
            return True
        return not (self.low[i] in self.known.verbs or self.s.verb_form(i)) or not self._is_verb(i)

    def _is_epithet(self, i: int, aux: Auxiliaries, act: Act, phrasal: bool) -> bool:
        """Whether a participle only describes a noun: "liberated areas". Of harm that is told all the same: "injured children"."""
        if phrasal or act.part == "harm" or aux.be or aux.have or aux.modal or "participle" not in self.s.verb_form(i):
            return False
        k = i - 1
        while k > self.start and is_adverb(self.low[k]):
            k -= 1
        before = self.low[k] if k >= self.start else ""
        after = self.low[i + 1] if i + 1 < self.end else "."
        if any(after in words for words in (PREPOSITIONS, MARKS, ATTRIBUTIVE, CONJUNCTIONS)) or after[0].isdigit():
            return False
        return before in ATTRIBUTIVE or before in PREPOSITIONS or before in SOME or before[:1].isdigit()

    def _joined_by_of(self, end: int) -> tuple[int, int] | None:
        """What "of" joins to a noun that ends before an index."""
        return phrase(self.s, end + 1, self.end) if end < self.end and self.low[end] == "of" else None

    def _may_stand(self, act: Act, i: int, end: int, taken: frozenset[int]) -> bool:
        """Whether the words before, behind and beside it are as its entry asks."""
        if act.not_after and i > self.start and self.low[i - 1] in act.not_after:
            return False
        if any(list(self.low[end : end + len(words)]) == list(words) for words in act.not_before):
            return False
        if act.without and any(f" {words} " in self._text() for words in act.without):
            return False
        if act.beside is None:
            return True
        around = range(self.start, self.end)
        named = act.weak and any(self.s.names.get(k) == "organisation" for k in around)
        return named or any(act.beside.has(self.low[k]) for k in around if k not in taken)

    def _text(self) -> str:
        if not self._line:
            self._line = f" {' '.join(self.low[self.start : self.end])} "
        return self._line

    def _takes_part(self, act: Act, who: tuple[int, int] | None, what: tuple[int, int] | None) -> bool:
        """Whether subject and object are as the entry asks."""
        return (
            (act.object is None or self._holds(what, act.object))
            and (act.object_not is None or not self._holds(what, act.object_not))
            and (act.subject is None or self._holds(who, act.subject))
            and (act.subject_not is None or not self._holds(who, act.subject_not))
        )

    def _is_in_conflict(self, taken: frozenset[int], act: Act) -> bool:
        """Whether the report, or the sentence, shows that a word is meant as violence."""
        if not act.needs or self.violent:
            return True
        if act.needs == "context":
            return len(self.low) < BRIEF
        return act.needs != "report" and shows_violence(
            self.low[k] for k in range(self.start, self.end) if k not in taken
        )

    def _holds(self, stretch: tuple[int, int] | None, name: str) -> bool:
        """Whether one of the nouns of a phrase is of a class."""
        if stretch is None:
            return False
        wanted, kinds = self.classes[name], NAMES_OF.get(name, frozenset())
        if name in MODIFYING:
            return any(wanted.has(self.low[k]) for k in range(*stretch))
        nouns = [k for k in range(*stretch) if self._ends_noun(k, stretch[1])]
        if name == "TERRITORY" and nouns and self.classes["PEOPLE"].has(head := self.low[nouns[0]]):
            # "the mayor of the town" is no territory, "dozens of towns" is.
            nouns = nouns if head.isdigit() or head in QUANTITIES else []
        return any(wanted.has(self.low[k]) or self.s.names.get(k) in kinds for k in nouns)

    def _ends_noun(self, k: int, end: int) -> bool:
        """Whether a word ends a noun, or a name, within a phrase."""
        after = self.low[k + 1] if k + 1 < end else "of"
        if after in LINKS or after in PREPOSITIONS or self.s.verb_form(min(k + 1, self.end - 1)) == "gerund":
            return True
        return k in self.s.names and k + 1 not in self.s.names
