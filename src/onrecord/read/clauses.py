"""Where the main verb of a stretch of text stands. In: its words. Out: the verb group, and what belongs to other clauses.

A readable scan from left to right instead of a parser: a subordinator or a relative pronoun opens a clause that takes the next
verb group for itself; the first verb group that nobody takes is the main one. Participles without an auxiliary are kept as a
second best, since "rockets fired by rebels hit a school" has its verb later.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from onrecord.read.verbs import participle, regular_past, verbs
from onrecord.read.words import Word

BE: Final = frozenset("is are was were am".split())
HAVE: Final = frozenset("has have had".split())
DO: Final = frozenset("does do did".split())
MODALS: Final = frozenset("will would can could may might shall should must ought".split())
NEVER: Final = frozenset("not never neither nor".split())
SUBJECTS: Final = frozenset("i he she it we they who".split())
DETERMINERS: Final = frozenset(
    "the a an this these those its his her their our my your no any each every another 's both such several many some all more most "
    "few dozens hundreds thousands".split()
)
ATTRIBUTIVE: Final = frozenset("the a an its his her their our my your 's any each every another other no this these those".split())
PREPOSITIONS: Final = frozenset(
    "of in at on by with from for to into near inside outside against over under around across through during between among along "
    "towards toward upon within without behind beyond above below about amid amidst despite via per than onto off out up down since until "
    "till like unlike including following".split()
)
SUBORDINATORS: Final = frozenset(
    "if unless after before when while although though because since until till whereas whenever once as whether where lest provided "
    "providing".split()
)
ONLY_BEFORE_CLAUSES: Final = frozenset("after before since until till as once".split())
EMBEDDING: Final = frozenset("whether if that what how why where when who which".split())
RELATIVES: Final = frozenset("who which whom whose".split())
TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight overnight earlier later recently "
    "now then here there again early late last this next".split()
)
OBJECTS: Final = frozenset("you him them us me it that".split())
TIME_NOUNS: Final = frozenset("week month year night morning evening day time moment and or but so yet".split())
ENDS: Final = frozenset(". ! ?".split())
OPEN: Final = frozenset("( [ {".split())
CLOSE: Final = frozenset(") ] }".split())
QUANTIFIERS: Final = frozenset("many several some others most both all dozens hundreds thousands few none more those these everyone".split())
PLURALS: Final = frozenset("people police children women men militia troops forces we they i you who that".split())


@dataclass(frozen=True, slots=True)
class Group:
    """A finite verb group.

    Attributes:
        start: Index of its first word.
        end: Index after its head.
        head: Index of the verb that says what happens.
        tense: "past", "present" or "modal", by the first word.
        modal: The modal verb, if there is one.
        perfect: Whether it has "have" and a participle.
        negations: Indexes of the words that negate it.
        strong: Whether it is certainly finite (an auxiliary, an object or a pronoun tells).
    """

    start: int
    end: int
    head: int
    tense: str
    modal: str | None = None
    perfect: bool = False
    negations: tuple[int, ...] = ()
    strong: bool = True


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
    for start, end in _sentences(words)[:4]:
        while start < end and not words[start].is_word:
            start += 1
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


class _Scan:
    """One pass over one sentence."""

    def __init__(self, words: list[Word], start: int, end: int) -> None:
        self.words, self.start, self.end = words, start, end
        self.low = [word.low for word in words]
        self.pending = 0
        self.before: list[int] = []
        self.weak: tuple[Group, tuple[int, ...]] | None = None

    def run(self) -> Clause:
        if self._imperative():
            group = Group(self.start, self.start + 1, self.start, "present")
            return Clause(self.words, self.start, self.end, group, (), imperative=True)
        i, fronted = self.start, False
        while i < self.end:
            low = self.low[i]
            if low in OPEN:
                i = self._behind_bracket(i)
            elif self._opens_clause(i):
                if self.weak is not None and low == "that":
                    break
                fronted = fronted or not self.before
                self.pending += 1
                i += 1
            elif low in ("they", "we", "he", "she", "i") and self._after_noun(i):
                self.pending += 1
                i += 1
            elif low in (",", ";", "-", "–", "—", "--"):
                if fronted and self.pending and (self._verb_between(self.start, i) or self._main_verb_behind(i)):
                    self.pending, fronted = 0, False
                i += 1
            elif (group := self.group_at(i)) is not None:
                if self.pending:
                    self.pending -= 1
                    i = self._behind_coordinated(group.end)
                elif group.strong:
                    return self._choose(group)
                else:
                    if self.weak is None or self.weak[0].tense == "present":
                        self.weak = (group, tuple(self.before))
                    i = group.end
            else:
                if not self.pending:
                    self.before.append(i)
                i += 1
        group, before = self.weak or (None, tuple(self.before))
        return Clause(self.words, self.start, self.end, group, before)

    def _choose(self, group: Group) -> Clause:
        """The strong group, unless a weak one stands before it with a coordination between the two."""
        if self.weak is not None:
            weak, before = self.weak
            between = self.low[weak.end : group.start]
            if any(mark in between for mark in (";", ":", "—", "--", "but", "that")) or self.low[group.start - 1] in ("and", "but", "or"):
                return Clause(self.words, self.start, self.end, weak, before)
        return Clause(self.words, self.start, self.end, group, tuple(self.before))

    def _at(self, i: int) -> str:
        return self.low[i] if self.start <= i < self.end else ""

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
        return last == i - 1 and low.isalpha() and low not in PREPOSITIONS | TIMES | DETERMINERS and low not in TIME_NOUNS and not self._adverb(last)

    def _main_verb_behind(self, i: int) -> bool:
        """Whether what follows a comma begins with a subject and has a verb that is certainly finite."""
        return i - self.start >= 3 and self._at(i + 1) not in RELATIVES and any(self._strong_at(k) for k in range(i + 1, self.end))

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
            return i > self.start and self._at(i - 1) not in PREPOSITIONS | {"and", "but", "so", ","} and after not in ("", ",")
        if low in ("what", "how", "why"):
            return True
        if low not in SUBORDINATORS or after == "of":
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
                later = any(self._strong_at(k) for k in range(group.end, min(group.end + 14, self.end)) if self.low[k] != ",")
                return j > i and (group.strong or not later) and (self.weak is not None or self._after_first(i, j, group))
        return False

    def _after_first(self, i: int, j: int, group: Group) -> bool:
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
        return form is not None and form.kind == "base" and after in DETERMINERS | {"us", "them", "him", "it", "me", "that"}

    def group_at(self, i: int) -> Group | None:
        """The finite verb group that begins at a word, if one does."""
        low = self._at(i)
        if not low or not self.words[i].is_word and low != "'s":
            return None
        before = self._at(i - 1)
        if low in MODALS:
            return self._modal(i, before)
        if low in BE or (low == "its" and self._lost_mark(i)):
            return self._be(i)
        if low in HAVE or low in DO:
            if before == "to" or self._at(i - 1) in MODALS:
                return None
            return self._have(i) if low in HAVE else self._do(i)
        if low in ("had", "used") and self._at(i + 1) == "to":
            return Group(i, i + 1, i, "past")
        return self._full(i)

    def _lost_mark(self, i: int) -> bool:
        """ "Its" for "it's": before an adjective, a determiner or an adverb that no noun can follow."""
        after = self._at(i + 1)
        return after in ("a", "the", "not", "true", "clear", "unclear", "possible", "likely", "time", "going", "too", "very", "just", "an")

    def _skip(self, i: int) -> tuple[int, tuple[int, ...]]:
        """Past adverbs and negations: the index behind them, and the negations among them."""
        negations = []
        while i < self.end and (self.low[i] in NEVER or self._adverb(i)):
            if self.low[i] in NEVER:
                negations.append(i)
            i += 1
        return i, tuple(negations)

    def _adverb(self, i: int) -> bool:
        low = self.low[i]
        return (low.endswith("ly") and low not in ("rally", "ally", "family", "supply", "apply", "reply", "fly", "imply", "rely")) or low in (
            "also still now already just even then always often soon again ever yet no-longer indeed either perhaps maybe so far once "
            "almost only clearly".split()
        )

    def _negated_before(self, i: int) -> tuple[int, ...]:
        j = i - 1
        while j >= self.start and self._adverb(j):
            j -= 1
        return (j,) if j >= self.start and self.low[j] in ("never", "neither", "not") else ()

    def _modal(self, i: int, before: str) -> Group | None:
        low = self.low[i]
        if before in ATTRIBUTIVE or (low == "may" and self.words[i].raw == "May" and i > self.start and not self._bare(i + 1)):
            return None
        if low in ("will", "might", "must") and (before in PREPOSITIONS or i + 1 >= self.end or self._at(i + 1) in PREPOSITIONS):
            return None
        head, negations = self._skip(i + 1)
        perfect = self._at(head) == "have" and self._participle(self._skip(head + 1)[0])
        if low == "would" and self.words[i].raw[0] in "'’" and self._participle(head) and not self._bare(head):
            return Group(i, head + 1, head, "past", None, True, negations)
        if perfect:
            head, more = self._skip(head + 1)
            negations += more
        if self._at(head) in ("be", "been") and participle(self._at(self._skip(head + 1)[0])):
            head = self._skip(head + 1)[0]
        head = min(head, self.end - 1)
        return Group(i, max(head, i) + 1, max(head, i), "modal", low, perfect, self._negated_before(i) + negations)

    def _participle(self, i: int) -> bool:
        return participle(self._at(i)) or self._at(i) in ("been", "had", "done")

    def _bare(self, i: int) -> bool:
        low = self._at(i)
        form = verbs().forms.get(low)
        return low in ("be", "have", "not", "also") or (form is not None and form.kind == "base")

    def _be(self, i: int) -> Group:
        tense = "past" if self.low[i] in ("was", "were") else "present"
        head, negations = self._skip(i + 1)
        if not (participle(self._at(head)) or self._at(head).endswith("ing")):
            head = i
        end = max(head + 1, self._skip(i + 1)[0])
        return Group(i, min(end, self.end), min(head, self.end - 1), tense, None, False, self._negated_before(i) + negations)

    def _have(self, i: int) -> Group:
        tense = "past" if self.low[i] == "had" else "present"
        head, negations = self._skip(i + 1)
        perfect = participle(self._at(head)) or self._at(head) == "been"
        if not perfect:
            head = i
        elif self._at(head) == "been":
            after, more = self._skip(head + 1)
            if participle(self._at(after)) or self._at(after).endswith("ing"):
                head, negations = after, negations + more
        end = max(head + 1, self._skip(i + 1)[0])
        return Group(i, min(end, self.end), head, tense, None, perfect, self._negated_before(i) + negations)

    def _do(self, i: int) -> Group:
        tense = "past" if self.low[i] == "did" else "present"
        head, negations = self._skip(i + 1)
        if not self._bare(head) and not negations:
            head = i
        head = min(head, self.end - 1)
        return Group(i, head + 1, head, tense, None, False, self._negated_before(i) + negations)

    def _full(self, i: int) -> Group | None:
        """A verb without auxiliary."""
        low, raw = self.low[i], self.words[i].raw
        form = verbs().forms.get(low)
        kind = form.kind if form else ("past participle" if regular_past(low) else "")
        if not kind and self._at(i - 1) in ("i", "we", "they", "you") and self._at(i + 1) in DETERMINERS | OBJECTS:
            kind = "base"
        if not kind and low.endswith("s") and len(low) > 3 and self._at(i - 1) in ("he", "she", "it"):
            kind = "third"
        if not kind or kind in ("participle", "gerund") or (raw[0].isupper() and i > self.start):
            return None
        j = i - 1
        while j >= self.start and (self._adverb(j) or self.low[j] in ("...", "…", '"', "”", "’", ")", "]")):
            j -= 1
        subject = self._at(j) if j >= self.start else ""
        if subject in ATTRIBUTIVE or subject in PREPOSITIONS or subject in MODALS or subject in ("to", "and") and not self.before:
            return None
        negations = self._negated_before(i)
        pronoun = subject in SUBJECTS or (subject in ("that", "which", "you", "there") and bool(subject))
        if kind == "past":
            return Group(i, i + 1, i, "past", negations=negations)
        if kind == "past participle":
            return self._past(i, subject, pronoun, negations)
        return self._present(i, kind, bool(form and form.noun), subject, pronoun, negations)

    def _past(self, i: int, subject: str, pronoun: bool, negations: tuple[int, ...]) -> Group | None:
        if subject in BE | HAVE or subject in ("be", "been", "being", "having"):
            return None
        after, _ = self._skip(i + 1)
        follows = self._at(after)
        if subject[:1].isdigit() and self._noun(after):
            return None
        has_object = bool(follows) and (follows in DETERMINERS or follows == "that" or follows[0].isdigit() or self._noun(after))
        return Group(i, i + 1, i, "past", negations=negations, strong=pronoun or (has_object and follows not in TIMES))

    def _noun(self, i: int) -> bool:
        """Whether a word may begin an object: no preposition, adverb, conjunction, time or mark."""
        low = self._at(i)
        return bool(low) and self.words[i].is_word and not (
            low in PREPOSITIONS or low in TIMES or low in SUBORDINATORS or low in RELATIVES or self._adverb(i) or low in BE | HAVE | DO | MODALS
            or low in ("and", "or", "but", "when", "so", "that") or regular_past(low) and self._at(i + 1) in PREPOSITIONS
        )

    def _present(
        self, i: int, kind: str, noun: bool, subject: str, pronoun: bool, negations: tuple[int, ...]
    ) -> Group | None:
        after = self._at(self._skip(i + 1)[0])
        if not subject or not (subject[0].isalnum()) or subject in BE | HAVE | DO or subject in QUANTIFIERS and kind == "third":
            return None
        plural = subject in PLURALS or subject in QUANTIFIERS or (subject.endswith("s") and not subject.endswith("ss"))
        object_follows = after in DETERMINERS or after in ("that", "it", "them", "him", "us", "to", "itself", "themselves") or after[:1].isdigit()
        object_follows = object_follows and not (noun and after == "to")
        if kind == "base":
            if pronoun and subject not in ("he", "she", "it"):
                return Group(i, i + 1, i, "present", negations=negations)
            if not plural or (noun and not object_follows):
                return None
            return Group(i, i + 1, i, "present", negations=negations, strong=object_follows or not noun)
        if pronoun:
            return Group(i, i + 1, i, "present", negations=negations)
        if regular_past(subject) or subject.endswith("ing") and noun or subject[0].isdigit() or (noun and not object_follows and plural):
            return None
        if not object_follows and noun:
            return None
        return Group(i, i + 1, i, "present", negations=negations, strong=object_follows or not noun)
