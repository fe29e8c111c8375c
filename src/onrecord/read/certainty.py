"""How surely it is said, and whether yes or no. In: what the cue does, the main clause. Out: certainty and polarity, each with its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.read.clauses import Clause
from onrecord.read.cues import Act
from onrecord.read.modal_words import listed, phrase_at
from onrecord.read.verb_groups import BE, BE_OR_HAVE, PREPOSITIONS, RELATIVES, SUBORDINATORS, Group
from onrecord.read.verbs import verbs
from onrecord.read.words import Word
from onrecord.record.vocabulary import Certainty, Polarity, SpeechAct

QUESTION_WORDS: Final = frozenset("whether if who what which when where how why".split())
SELF: Final = frozenset("i we".split())
#: How many words behind the verb an object may begin whose "no" negates the clause.
NEAR: Final = 4


@dataclass(frozen=True, slots=True)
class Sure:
    """A certainty, the rule that told it and the words that weaken it."""

    certainty: Certainty
    by: str = "default"
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A polarity, the rule that told it and the words that negate."""

    polarity: Polarity
    by: str = "default"
    words: tuple[Word, ...] = ()


def certainty_of(act: SpeechAct, told: Act, clause: Clause, cue: list[Word]) -> Sure:
    """The certainty of a content, by its weakest hedge: what nobody says, what may be, what is likely."""
    if told.name == "not_denied":
        return Sure("unspecified", "denial not made", told.words)
    if (open_question := _open(act, clause)) is not None:
        return open_question
    possible, probable = _possible(clause), _probable(clause)
    hedged = _hedged_cue(act, told, cue)
    if possible:
        return Sure("possible", "possible in the content", possible)
    if hedged is not None and hedged.certainty == "possible":
        return hedged
    if probable:
        return Sure("probable", "probable in the content", probable)
    return hedged or Sure("certain")


def _hedged_cue(act: SpeechAct, told: Act, cue: list[Word]) -> Sure | None:
    lemmas = set(told.lemma.split())
    if act not in ("state", "believe", "predict") or any(word.low in listed("cue_firm") for word in cue):
        return None
    if lemmas & listed("cue_possible"):
        return Sure("possible", "cue of fear or guess", told.words)
    if lemmas & listed("cue_probable"):
        return Sure("probable", "hedged cue", told.words)
    return None


def _open(act: SpeechAct, clause: Clause) -> Sure | None:
    """Whether nothing is said to be so: a question, a content with "whether", "it is unclear who"."""
    words, group = clause.words, clause.group
    first = words[clause.start] if clause.start < clause.end else None
    if act == "ask":
        return Sure("unspecified", "question", (first,) if first is not None and first.low in ("whether", "if") else ())
    if first is not None and clause.asked:
        return Sure("unspecified", "whether", (words[clause.start - 1],))
    if first is not None and first.low in ("whether", "if") and group is None:
        return Sure("unspecified", "whether", (first,))
    if group is None:
        return None
    near = words[group.start : group.end + 3]
    predicate = next((word for word in near if word.low in listed("unspecified", "predicates")), None)
    follows = any(word.low in QUESTION_WORDS for word in words[group.end : group.end + 5])
    if predicate is not None and words[group.start].low in BE and (follows or _it(clause)):
        return Sure("unspecified", "unclear", (predicate,))
    negated = next((word for word in near if _lemma(word) in listed("unspecified", "negated")), None)
    if group.negations and negated is not None and follows:
        return Sure("unspecified", "not known", (words[group.negations[0]], negated))
    return None


def _it(clause: Clause) -> bool:
    return bool(clause.before) and clause.words[clause.before[-1]].low == "it"


def _lemma(word: Word) -> str:
    form = verbs().forms.get(word.low)
    return form.lemma if form else word.low


def _possible(clause: Clause) -> tuple[Word, ...]:
    words, group = clause.words, clause.group
    if group is None:
        return _first_adverb(clause, "possible")
    if group.modal in listed("possible", "modals") and not _ability(clause, group):
        return (words[group.start],)
    if (adverb := _adverb(clause, group, "possible")) is not None:
        return (adverb,)
    if (predicate := _predicate(clause, group, "possible")) is not None and not group.negations:
        return (predicate,)
    return _first_person(clause, group, "possible")


def _probable(clause: Clause) -> tuple[Word, ...]:
    words, group = clause.words, clause.group
    if group is None:
        return _first_adverb(clause, "probable")
    if (adverb := _adverb(clause, group, "probable")) is not None:
        return (adverb,)
    if (predicate := _predicate(clause, group, "probable")) is not None:
        return (predicate,)
    if _lemma(words[group.head]) in listed("probable", "verbs") and words[group.end : group.end + 1]:
        follows = words[group.end].low
        if follows in ("to", "that", "as", "likely") or _lemma(words[group.head]) == "seem":
            return (words[group.head],)
    return _first_person(clause, group, "probable")


def _ability(clause: Clause, group: Group) -> bool:
    """Tell whether it says what somebody was able to do, no hedge: "could not reach", "could be heard"."""
    head = clause.words[group.head].low
    return (
        group.modal == "could"
        and not group.perfect
        and (bool(group.negations) or head in ("see", "seen", "hear", "heard", "smell"))
    )


def _adverb(clause: Clause, group: Group, table: str) -> Word | None:
    """An adverb at the front of the sentence, right before the verb, within the verb group or right behind it."""
    listed_here = listed(table, "adverbs")
    for i in (*clause.before, *range(group.start, min(group.end + 2, clause.end))):
        word: Word = clause.words[i]
        if word.low not in listed_here:
            continue
        if (i >= group.start - 2 and (word.low != "likely" or i >= group.start - 1)) or (
            i <= clause.start + 1 and word.low != "likely"
        ):
            return word
    return None


def _first_adverb(clause: Clause, table: str) -> tuple[Word, ...]:
    found = [
        word
        for word in clause.words[clause.start : min(clause.end, clause.start + 2)]
        if word.low in listed(table, "adverbs")
    ]
    return tuple(word for word in found[:1] if word.low != "likely")


def _predicate(clause: Clause, group: Group, table: str) -> Word | None:
    """The predicate that hedges: "is likely", "are believed to", "it is possible that"."""
    words = clause.words
    if not any(word.low in BE or word.low in ("be", "been") for word in words[group.start : group.end]):
        return None
    for i in range(group.start + 1, min(group.end + 2, clause.end)):
        if words[i].low in listed(table, "predicates"):
            follows = words[i + 1].low if i + 1 < clause.end else ""
            if (
                follows in ("to", "that", "by", "in", "")
                or words[i].low in ("likely", "unlikely", "possible", "probable", "feared")
                or i == group.end
            ):
                return words[i]
    return None


def _first_person(clause: Clause, group: Group, table: str) -> tuple[Word, ...]:
    words = clause.words
    before = [words[i].low for i in clause.before[-2:]]
    if not any(word in SELF for word in before):
        return ()
    seen = (
        [words[group.head], *words[group.end : group.end + 1]] if words[group.start].low in BE else [words[group.head]]
    )
    return tuple(
        word
        for word in seen
        if _lemma(word) in listed(table, "first_person") or word.low in listed(table, "first_person")
    )[:1]


def polarity_of(told: Act, clause: Clause, cue: list[Word], sure: Sure, untrue: tuple[Word, ...]) -> Sign:
    """The polarity of a content: a negation in its main clause or a cue that denies; both together make it positive."""
    inside = () if sure.by == "not known" else _negations(clause)
    outside: tuple[Word, ...] = ()
    if told.name == "deny":
        outside = told.words[-1:] if told.lemma.startswith(("describe", "call")) else told.words
    elif told.lemma in ("doubt", "express doubt") and not any(word.low in ("no", "little") for word in cue):
        outside = told.words
    elif untrue:
        outside = untrue
    if told.negated and told.negation is not None and told.name != "not_denied":
        outside = () if outside else (told.negation,)
    if not inside and not outside:
        return Sign("positive")
    if inside and outside:
        return Sign("positive", "denial of a negation", (*outside, *inside))
    return Sign("negative", "negation in the content" if inside else "cue denies", inside or outside)


def _negations(clause: Clause) -> tuple[Word, ...]:
    words, group = clause.words, clause.group
    if group is None:
        return _bare_negation(clause)
    found = [i for i in group.negations if not _exempt(words, i)]
    if not found:
        found = [i for i in clause.before if _negates(clause, i)]
    if not found:
        found = _object_negation(clause, group)
    if (
        not found
        and (
            unlikely := next(
                (i for i in range(group.start, min(group.end + 1, clause.end)) if words[i].low == "unlikely"), None
            )
        )
        is not None
    ):
        found = [unlikely]
    i = found[0] if found else -1
    if i >= 0 and words[i].low == "no" and i + 1 < clause.end and words[i + 1].low in ("longer", "one"):
        return words[i], words[i + 1]
    return tuple(words[i] for i in found[:1])


def _exempt(words: list[Word], i: int) -> bool:
    return bool(
        phrase_at(words, i, "negation", "exceptions")
        or (i > 0 and phrase_at(words, i - 1, "negation", "exceptions") > 1)
    )


def _negates(clause: Clause, i: int) -> bool:
    words = clause.words
    if words[i].low not in listed("negation") or _exempt(words, i):
        return False
    before = words[i - 1].low if i > clause.start else ""
    if before in PREPOSITIONS or before.endswith("ing") or (words[i].low == "not" and i > clause.start):
        return False
    after = words[i + 1] if i + 1 < len(words) else None
    if words[i].low == "not" and after is not None and after.low.endswith("ing"):
        return False
    return words[i].low != "no" or (after is not None and after.is_word)


def _object_negation(clause: Clause, group: Group) -> list[int]:
    words = clause.words
    for i in range(group.end, min(group.end + NEAR, clause.end)):
        low = words[i].low
        if low in ("no", "nothing", "nobody", "none", "neither", "nowhere") and not _exempt(words, i):
            return [i]
        if (
            low in PREPOSITIONS | RELATIVES | SUBORDINATORS
            or low in ("that", "and", "but", "or", "to")
            or not words[i].is_word
            or low in BE_OR_HAVE
        ):
            return []
    return []


def _bare_negation(clause: Clause) -> tuple[Word, ...]:
    """Without a finite verb: a "no" or "not" at the beginning, or before the infinitive."""
    words = clause.words
    for i in range(clause.start, min(clause.end, clause.start + 12)):
        low = words[i].low
        before = words[i - 1].low if i > clause.start else ""
        if low not in listed("negation") or _exempt(words, i) or before in PREPOSITIONS:
            continue
        follows = words[i + 1].low if i + 1 < clause.end else ""
        if any(word.low.endswith("ing") for word in words[clause.start + 1 : i]):
            continue
        if i <= clause.start + 2 or (low in ("not", "never") and (follows == "to" or before == "to")):
            return (words[i],)
    return ()
