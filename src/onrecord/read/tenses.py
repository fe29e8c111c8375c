"""When it is said to be. In: the act, the cue and the main clause of a content. Out: the tense, and the words that told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.read.clauses import Clause
from onrecord.read.cues import Act
from onrecord.read.modal_words import listed
from onrecord.read.verb_groups import Group
from onrecord.read.verbs import participle, regular_past, verbs
from onrecord.read.words import Word
from onrecord.record.vocabulary import Tense

AHEAD: Final = frozenset({"demand", "order", "threaten", "promise", "predict"})
LOOKING_BACK: Final = frozenset({"accuse", "deny", "confirm", "admit", "claim_responsibility"})


@dataclass(frozen=True, slots=True)
class Timed:
    """A tense, the rule that told it and the words it saw."""

    tense: Tense
    by: str
    words: tuple[Word, ...] = ()


def tense_of(act: str, told: Act, clause: Clause, conditional: bool, direct: bool) -> Timed:
    """The tense of a content.

    Args:
        act: The speech act: a demand, an order, a threat, a promise and a prediction lie ahead.
        told: What the cue does.
        clause: The main clause of the content.
        conditional: Whether it hangs on a condition.
        direct: Whether the content is quoted word for word.
    """
    if act in AHEAD:
        return Timed("future", f"act {act}", told.words)
    if clause.group is not None:
        return _finite(clause, clause.group, conditional)
    return _bare(act, told, clause, direct)


def _finite(clause: Clause, group: Group, conditional: bool) -> Timed:
    words = tuple(clause.words[group.start : group.end])
    if group.modal is not None:
        return _modal(clause, group, conditional, words)
    if group.perfect or group.tense == "past":
        ahead = _ahead(clause, group)
        if ahead is not None and not group.perfect:
            return Timed("future", "predicate that looks ahead", (*words, ahead))
        return Timed("past", "verb group", words)
    ahead = _ahead(clause, group)
    if ahead is not None:
        return Timed("future", "predicate that looks ahead", (*words, ahead))
    return Timed("present", "verb group", words)


def _modal(clause: Clause, group: Group, conditional: bool, words: tuple[Word, ...]) -> Timed:
    if group.perfect:
        return Timed("past", "modal with perfect", words)
    if group.modal in ("will", "shall"):
        return Timed("future", "modal", words)
    if group.modal == "would":
        return Timed("present", "conditional would", words) if conditional else Timed("future", "modal", words)
    if group.modal in ("should", "must", "ought"):
        return Timed("future", "modal", words)
    if group.modal == "can":
        return Timed("present", "modal", words)
    if group.modal == "could" and group.negations:
        return Timed("past", "could not", words)
    head = clause.words[group.head].low
    return Timed("present" if head in verbs().stative else "future", "modal", words)


def _ahead(clause: Clause, group: Group) -> Word | None:
    """A word by which the verb group looks ahead: "is going to", "are set to", "plans to"."""
    words = clause.words
    head = words[group.head]
    form = verbs().forms.get(head.low)
    lemma = form.lemma if form else head.low
    follows = [word.low for word in words[group.end : group.end + 3]]
    if lemma in listed("future", "verbs") and "to" in follows[:1]:
        return head
    if words[group.start].low not in ("is", "are", "am", "was", "were"):
        return None
    if head.low in listed("future", "predicates") and follows[:1] == ["to"]:
        return head
    if group.head == group.start and follows[:1] == ["to"]:
        return words[group.end]
    predicate = follows[:1] and follows[0] in listed("future", "predicates")
    if predicate and follows[1:2] == ["to"]:
        return words[group.end]
    if follows[:1] == ["likely"] or head.low == "likely":
        return words[group.end] if follows[:1] == ["likely"] else head
    return None


def _bare(act: str, told: Act, clause: Clause, direct: bool) -> Timed:
    """A content without a finite verb: an infinitive, a participle, a noun."""
    words = clause.words[clause.start : clause.end]
    plain = [word for word in words if word.is_word]
    low = [word.low for word in plain]
    backward = act in LOOKING_BACK and low[:1] != ["to"]
    for i, word in enumerate(low[:12]):
        if (
            backward
            or _happens(word)
            or (i < 11 and word.endswith("ing") and word in verbs().forms and told.name == "state")
        ):
            break
        if word == "to" and low[i + 1 : i + 2] and (low[i + 1] in ("be", "have") or _base(low[i + 1])):
            return _infinitive(told, plain, i)
    opening = low[:1] and low[0].endswith("ing")
    if told.lemma in listed("future", "wishes") or (opening and told.lemma in listed("future", "cues")):
        return Timed("future", "cue that looks ahead", told.words)
    if act in LOOKING_BACK:
        return Timed("past", f"noun or participle after {act}", told.words)
    if told.lemma in listed("describing"):
        return Timed("present", "description", told.words)
    running = next((word for word in plain if word.low.endswith("ing") and len(word.low) > 5), None)
    if direct and running is not None:
        return Timed("present", "participle in direct speech", (running,))
    done = next((word for word in plain if regular_past(word.low) or participle(word.low)), None)
    happening = next((word for word in plain if _happens(word.low)), None)
    seen = happening or done or running
    if seen is not None:
        return Timed("past", "noun or participle for what happens", (seen,))
    return Timed("none", "no verb", ())


def _infinitive(told: Act, plain: list[Word], i: int) -> Timed:
    words = tuple(plain[i : i + 2])
    if plain[i + 1].low == "have":
        return Timed("past", "perfect infinitive", words)
    if plain[i + 1].low == "be" and told.lemma not in listed("future", "cues"):
        return Timed("present", "infinitive", words)
    return Timed("future", "infinitive", words)


def _happens(low: str) -> bool:
    known = listed("happening")
    return low in known or (low.endswith("s") and low[:-1] in known)


def _base(low: str) -> bool:
    form = verbs().forms.get(low)
    return form is not None and form.kind == "base"
