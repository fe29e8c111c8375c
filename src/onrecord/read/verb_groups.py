"""Finite verb groups. In: the words of a sentence. Out: the group that begins at a word ("had not yet been told"), if one does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.read.verbs import participle, regular_past, verbs
from onrecord.read.words import Word

BE: Final = frozenset("is are was were am".split())
HAVE: Final = frozenset("has have had".split())
DO: Final = frozenset("does do did".split())
MODALS: Final = frozenset("will would can could may might shall should must ought".split())
BE_OR_HAVE: Final = BE | HAVE
BE_HAVE_OR_DO: Final = BE_OR_HAVE | DO
AUXILIARIES: Final = BE_HAVE_OR_DO | MODALS
NEVER: Final = frozenset("not never neither nor".split())
SUBJECTS: Final = frozenset("i he she it we they who".split())
DETERMINERS: Final = frozenset(
    "the a an this these those its his her their our my your no any each every another 's both such several many some all more most "
    "few dozens hundreds thousands".split()
)
ATTRIBUTIVE: Final = frozenset(
    "the a an its his her their our my your 's any each every another other no this these those".split()
)
PREPOSITIONS: Final = frozenset(
    "of in at on by with from for to into near inside outside against over under around across through during between among along "
    "towards toward upon within without behind beyond above below about amid amidst despite via per than onto off out up down since until "
    "till like unlike including following".split()
)
SUBORDINATORS: Final = frozenset(
    "if unless after before when while although though because since until till whereas whenever once as whether where lest provided "
    "providing".split()
)
QUOTES: Final = frozenset(('"', "“", "”"))
RELATIVES: Final = frozenset("who which whom whose".split())
TIMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight overnight earlier later recently "
    "now then here there again early late last this next".split()
)
OBJECTS: Final = frozenset("you him them us me it that".split())
OPENINGS: Final = DETERMINERS | OBJECTS
"""Words that an object begins with."""
NO_ADVERBS: Final = frozenset("rally ally family supply apply reply fly imply rely".split())
ADVERBS: Final = frozenset(
    "also still now already just even then always often soon again ever yet no-longer indeed either perhaps maybe so far once almost only "
    "clearly".split()
)
"""Adverbs that do not end in -ly."""
QUANTIFIERS: Final = frozenset(
    "many several some others most both all dozens hundreds thousands few none more those these everyone".split()
)
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


class Sentence:
    """The words of one sentence, asked for the verb groups in it."""

    def __init__(self, words: list[Word], start: int, end: int) -> None:
        self.words, self.start, self.end = words, start, end
        self.low = [word.low for word in words]

    def _at(self, i: int) -> str:
        return self.low[i] if self.start <= i < self.end else ""

    def group_at(self, i: int) -> Group | None:
        """The finite verb group that begins at a word, if one does."""
        low = self._at(i)
        if not low or (not self.words[i].is_word and low != "'s"):
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
        """Whether "its" stands for "it's": before an adjective, a determiner or an adverb that no noun can follow."""
        after = self._at(i + 1)
        return after in (
            "a",
            "the",
            "not",
            "true",
            "clear",
            "unclear",
            "possible",
            "likely",
            "time",
            "going",
            "too",
            "very",
            "just",
            "an",
        )

    def _skip(self, i: int) -> tuple[int, tuple[int, ...]]:
        """Past adverbs and negations: the index behind them, and the negations among them."""
        negations = []
        while i < self.end and (self.low[i] in NEVER or self.low[i] in QUOTES or self._adverb(i)):
            if self.low[i] in NEVER:
                negations.append(i)
            i += 1
        return i, tuple(negations)

    def _adverb(self, i: int) -> bool:
        low = self.low[i]
        return (low.endswith("ly") and low not in NO_ADVERBS) or low in ADVERBS

    def _before_adverbs(self, i: int) -> int:
        """The index of the word that a verb follows, adverbs, "no longer", marks and brackets left out."""
        j = i - 1
        while j >= self.start:
            if self.low[j] == "longer" and self._at(j - 1) == "no":
                j -= 2
            elif self._adverb(j) or self.low[j] in ("...", "…", '"', "”", "’", ")", "]"):
                j -= 1
            else:
                break
        return j

    def _before_parenthesis(self, comma: int) -> str:
        """The word before what stands between two commas: "the guards" in "the guards, armed with sticks, chase"."""
        opening = next((k for k in range(comma - 1, self.start, -1) if self.low[k] == ","), None)
        return self.low[opening - 1] if opening is not None else ","

    def _negated_before(self, i: int) -> tuple[int, ...]:
        j = i - 1
        if self._at(j) == "longer" and self._at(j - 1) == "no":
            return (j - 1,)
        while j >= self.start and self._adverb(j):
            j -= 1
        return (j,) if j >= self.start and self.low[j] in ("never", "neither", "not") else ()

    def _modal(self, i: int, before: str) -> Group | None:
        low = self.low[i]
        if before in ATTRIBUTIVE or (
            low == "may" and self.words[i].raw == "May" and i > self.start and not self._bare(i + 1)
        ):
            return None
        if low in ("will", "might", "must") and (
            before in PREPOSITIONS or i + 1 >= self.end or self._at(i + 1) in PREPOSITIONS
        ):
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
        return Group(
            i, min(end, self.end), min(head, self.end - 1), tense, None, False, self._negated_before(i) + negations
        )

    def _have(self, i: int) -> Group:
        tense = "past" if self.low[i] == "had" else "present"
        head, negations = self._skip(i + 1)
        perfect = self._participle(head)
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
        if not kind and self._at(i - 1) in ("i", "we", "they", "you") and self._at(i + 1) in OPENINGS:
            kind = "base"
        if not kind and low.endswith("s") and len(low) > 3 and self._at(i - 1) in ("he", "she", "it"):
            kind = "third"
        if not kind or kind in ("participle", "gerund") or (raw[0].isupper() and i > self.start):
            return None
        j = self._before_adverbs(i)
        subject = self._at(j)
        if subject == ",":
            subject = self._before_parenthesis(j)
        if (
            subject in ATTRIBUTIVE
            or subject in PREPOSITIONS
            or subject in MODALS
            or subject == "to"
            or (subject == "and" and j == self.start)
        ):
            return None
        negations = self._negated_before(i)
        pronoun = subject in SUBJECTS or (subject in ("that", "which", "you", "there") and bool(subject))
        if kind == "past":
            return Group(i, i + 1, i, "past", negations=negations)
        if kind == "past participle":
            return self._past(i, subject, pronoun, negations)
        return self._present(i, kind, bool(form and form.noun), subject, pronoun, negations)

    def _past(self, i: int, subject: str, pronoun: bool, negations: tuple[int, ...]) -> Group | None:
        if subject in BE_OR_HAVE or subject in ("be", "been", "being", "having"):
            return None
        after, _ = self._skip(i + 1)
        follows = self._at(after)
        if subject[:1].isdigit() and self._noun(after):
            return None
        has_object = bool(follows) and (
            follows in DETERMINERS or follows == "that" or follows[0].isdigit() or self._noun(after)
        )
        return Group(i, i + 1, i, "past", negations=negations, strong=pronoun or (has_object and follows not in TIMES))

    def _noun(self, i: int) -> bool:
        """Whether a word may begin an object: no preposition, adverb, conjunction, time or mark."""
        low = self._at(i)
        return (
            bool(low)
            and self.words[i].is_word
            and not (
                low in PREPOSITIONS
                or low in TIMES
                or low in SUBORDINATORS
                or low in RELATIVES
                or self._adverb(i)
                or low in AUXILIARIES
                or low in ("and", "or", "but", "when", "so", "that")
                or (regular_past(low) and self._at(i + 1) in PREPOSITIONS)
            )
        )

    def _present(
        self, i: int, kind: str, noun: bool, subject: str, pronoun: bool, negations: tuple[int, ...]
    ) -> Group | None:
        after = self._at(self._skip(i + 1)[0])
        if (
            not subject
            or not (subject[0].isalnum())
            or subject in BE_HAVE_OR_DO
            or (subject in QUANTIFIERS and kind == "third")
        ):
            return None
        plural = subject in PLURALS or subject in QUANTIFIERS or (subject.endswith("s") and not subject.endswith("ss"))
        object_follows = (
            after in DETERMINERS
            or after in ("that", "it", "them", "him", "us", "to", "itself", "themselves")
            or after[:1].isdigit()
        )
        object_follows = object_follows and not (noun and after == "to")
        if kind == "base":
            if pronoun and subject not in ("he", "she", "it"):
                return Group(i, i + 1, i, "present", negations=negations)
            if not plural or (noun and not object_follows):
                return None
            return Group(i, i + 1, i, "present", negations=negations, strong=object_follows or not noun)
        if pronoun:
            return Group(i, i + 1, i, "present", negations=negations)
        if (
            regular_past(subject)
            or (subject.endswith("ing") and noun)
            or subject[0].isdigit()
            or (noun and not object_follows and plural)
        ):
            return None
        if not object_follows and noun:
            return None
        return Group(i, i + 1, i, "present", negations=negations, strong=not noun)
