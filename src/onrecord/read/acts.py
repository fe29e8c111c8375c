"""What is done by saying it, where the cue alone does not tell. In: what the cue does, the source, the main clause. Out: the act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, cast

from onrecord.read.clauses import Clause
from onrecord.read.cues import Act
from onrecord.read.modal_words import listed, phrase_at
from onrecord.read.verb_groups import PREPOSITIONS
from onrecord.read.verbs import verbs
from onrecord.read.words import Word
from onrecord.record.vocabulary import SpeechAct

FIRST: Final = frozenset("i we".split())
THIRD: Final = frozenset("it they he she".split())
#: Endings of names of peoples: "Syrian" in source and subject does not make them the same.
PEOPLES: Final = ("an", "ish", "ese", "qi", "li", "ry", "er", "ni")
QUESTION_WORDS: Final = frozenset("whether if who what which when where how why".split())
OWNERS: Final = frozenset("its our their his her my".split())
WILL: Final = frozenset("will shall would".split())


@dataclass(frozen=True, slots=True)
class Done:
    """A speech act, the rule that told it and the words it saw."""

    act: SpeechAct
    by: str
    words: tuple[Word, ...] = ()


def speech_act(told: Act, clause: Clause, source: list[Word], *, direct: bool = False) -> Done:
    """The speech act of a statement.

    Args:
        told: What the cue does.
        clause: The main clause of the content.
        source: The words of the source, to see whether the speaker is the one who acts.
        direct: Whether the content is quoted word for word: then "it" and "they" are others.
    """
    if told.name == "warn":
        return _warning(told, clause, source, direct)
    if told.name == "not_denied":
        return Done("deny", "denial not made", told.words)
    if told.name == "ask":
        infinitive = _infinitive_first(clause)
        return Done("demand", "ask with infinitive", told.words) if infinitive else Done("ask", _rule(told), told.words)
    if (
        told.lemma in ("press", "push", "request")
        and clause.start < clause.end
        and clause.words[clause.start].low in QUESTION_WORDS
    ):
        return Done("ask", "press with a question", told.words)
    if told.name == "promise" and (harm := _harm(clause, source, direct, any_subject=True)):
        return Done("threaten", "promise of harm", (*told.words, *harm))
    if told.name == "state":
        return _stated(told, clause, source, direct)
    return Done(cast(SpeechAct, told.name), _rule(told), told.words)


def _rule(told: Act) -> str:
    return f"cue {told.lemma}" if told.lemma else "default"


def _warning(told: Act, clause: Clause, source: list[Word], direct: bool) -> Done:
    if _infinitive_first(clause) and clause.group is None:
        return Done("demand", "warn with infinitive", told.words)
    if harm := _harm(clause, source, direct, any_subject=False):
        return Done("threaten", "warning of one's own harm", (*told.words, *harm))
    if wanted := _wanted(clause):
        return Done("demand", "warn with should", (*told.words, *wanted))
    group = clause.group
    if group is None or group.modal in ("will", "would", "could", "may", "might", "shall"):
        return Done("predict", _rule(told), told.words)
    ahead = clause.words[group.start : group.end + 3]
    if any(word.low in listed("future", "predicates") for word in ahead[:4]):
        return Done("predict", _rule(told), told.words)
    return Done("state", _rule(told), told.words)


def _stated(told: Act, clause: Clause, source: list[Word], direct: bool) -> Done:
    if told.lemma == "tell" and clause.group is None and _infinitive_first(clause):
        return Done("order", "tell with infinitive", told.words)
    if told.lemma == "suggest" and clause.group is None and _gerund_first(clause):
        return Done("demand", "suggest with gerund", told.words)
    if told.lemma == "claim" and clause.group is None and _attack_first(clause):
        return Done("claim_responsibility", "claim with the attack as its object", told.words)
    if untrue := described_false(told, clause):
        return Done("deny", "described as untrue", untrue)
    if silent := _declines(clause):
        return Done("decline", "not in a position to say", silent)
    if harm := _harm(clause, source, direct, any_subject=False):
        return Done("threaten", "speaker will harm", harm)
    if source and (own := _own_attack(clause, source, direct)):
        return Done("claim_responsibility", "speaker did it", own)
    if wanted := _wanted(clause):
        return Done("demand", "should, must or the like", wanted)
    if untrue := called_false(clause):
        return Done("deny", "called untrue", untrue)
    if _question(clause):
        return Done("ask", "question mark", (clause.words[clause.end],))
    return Done("state", _rule(told), told.words)


def _infinitive_first(clause: Clause) -> bool:
    """Whether "to" with a bare verb comes before any finite verb."""
    words = clause.words
    stop = clause.group.start if clause.group else clause.end
    for i in range(clause.start, min(stop, clause.start + 14) - 1):
        form = verbs().forms.get(words[i + 1].low)
        if words[i].low == "to" and (words[i + 1].low in ("be", "have") or (form is not None and form.kind == "base")):
            return clause.group is None or i <= clause.start + 1
    return False


def _gerund_first(clause: Clause) -> bool:
    first = clause.words[clause.start].low if clause.start < clause.end else ""
    return first.endswith("ing") and first in verbs().forms


def _attack_first(clause: Clause) -> bool:
    first = [word.low for word in clause.words[clause.start : min(clause.end, clause.start + 5)]]
    return (
        bool(first)
        and first[0] in ("the", "a", "an", "this", "that", "several", "two", "both")
        and any(
            word in listed("own_attack", "objects")
            or word in ("killing", "killings", "beheading", "shooting", "kidnapping", "murder")
            for word in first
        )
    )


def _subject(clause: Clause) -> list[Word]:
    """The words of the main clause before its verb, adverbs and fronted phrases included."""
    return [clause.words[i] for i in clause.before]


def _speaks_of_itself(clause: Clause, source: list[Word], direct: bool) -> bool:
    """Whether the subject is the speaker: a pronoun right before the verb, its own forces, or its name again."""
    subject = [word for word in _subject(clause) if word.is_word]
    if not subject:
        return False
    low = [word.low for word in subject]
    near = [word for word in low[-4:] if not word.endswith("ly") and word not in ("also", "had", "then", "now")]
    if not near:
        return False
    if near[-1] in FIRST or (near[-1] in THIRD and len(near) <= 3 and not direct):
        return True
    owner = next((i for i, word in enumerate(low) if word in OWNERS), None)
    if owner is not None and owner <= 1 and any(word in listed("own_attack", "forces") for word in low[owner:]):
        return True
    names = {
        word.raw for word in source if word.raw[:1].isupper() and len(word.raw) > 3 and not word.low.endswith(PEOPLES)
    }
    return len(low) <= 4 and any(word.raw in names for word in subject[-2:])


def _harm(clause: Clause, source: list[Word], direct: bool, *, any_subject: bool) -> tuple[Word, ...]:
    """The words by which the speaker will do harm."""
    words, group = clause.words, clause.group
    if (
        group is not None
        and group.modal not in WILL
        and not any(w.low == "going" for w in words[group.start : group.end])
    ):
        return ()
    phrase = _phrase(clause, "harm")
    if group is None:
        if not any_subject or not _infinitive_first(clause):
            return ()
        at = next(i for i in range(clause.start, clause.end) if words[i].low == "to")
        verb = words[at + 1]
        return (verb,) if _lemma(verb) in listed("harm") and _lemma(verb) != "hit" else phrase
    if group.negations and not phrase:
        return ()
    if not any_subject and not _speaks_of_itself(clause, source, direct):
        return phrase if phrase and words[group.start].low == "will" else ()
    head = words[min(group.head, len(words) - 1)]
    if _lemma(head) in listed("harm"):
        return (words[group.start], head)
    return phrase


def _phrase(clause: Clause, table: str) -> tuple[Word, ...]:
    for i in range(clause.start, clause.end):
        if length := phrase_at(clause.words, i, table):
            return tuple(clause.words[i : i + length])
    return ()


def _lemma(word: Word) -> str:
    form = verbs().forms.get(word.low)
    return form.lemma if form else word.low


def _own_attack(clause: Clause, source: list[Word], direct: bool) -> tuple[Word, ...]:
    """The words by which the speaker says that he did it."""
    words, group = clause.words, clause.group
    if group is None or group.modal or group.negations or not _speaks_of_itself(clause, source, direct):
        return ()
    subject = [word.low for word in _subject(clause) if word.is_word][-1:]
    if subject in (["he"], ["she"]) or (subject == ["they"] and not _several(source)):
        return ()
    head = words[group.head]
    after = [word.low for word in words[group.end : group.end + 8]]
    attacked = any(word in listed("own_attack", "objects") or word in listed("happening") for word in after)
    if head.low in ("was", "were", "is", "are") and (after[:1] == ["behind"] or after[:2] == ["responsible", "for"]):
        return (head, words[group.end]) if attacked else ()
    lemma = _lemma(head)
    if (
        lemma not in listed("own_attack")
        or words[group.start].low in ("was", "were", "is", "are")
        or "been" in [w.low for w in words[group.start : group.end]]
    ):
        return ()
    if words[group.start].low in ("has", "have") and group.tense == "present" and not group.perfect:
        return ()
    if lemma in listed("own_attack", "mild") and not any(word in listed("own_attack", "objects") for word in after):
        return ()
    return tuple(words[group.start : group.end])


def _several(source: list[Word]) -> bool:
    """Whether "they" can be the source: a name in the plural or a body of people, and no single person."""
    last = next((word for word in reversed(source) if word.is_word), None)
    return last is not None and (last.low.endswith("s") or last.low in listed("own_attack", "bodies"))


def _wanted(clause: Clause) -> tuple[Word, ...]:
    """The words of the main clause that make it a demand."""
    words, group = clause.words, clause.group
    if group is None:
        return ()
    if clause.imperative:
        return (words[group.start],)
    subject = [words[i].low for i in clause.before]
    if group.modal in ("should", "must", "ought") and not group.perfect and "i" not in subject[-1:]:
        if words[group.start - 1].low in ("what", "how", "why", "where") or (
            group.modal == "must"
            and words[min(group.head, len(words) - 1)].low == "be"
            and group.negations == ()
            and "it" in subject[-1:]
            and "remembered" not in [w.low for w in words[group.end : group.end + 2]]
        ):
            return ()
        return (words[group.start],)
    head = words[group.head]
    after = [word.low for word in words[group.end : group.end + 4]]
    if _lemma(head) == "need" and after[:1] == ["to"] and not group.negations and group.tense == "present":
        return (head, words[group.end])
    if subject[-1:] == ["it"] and head.low in ("is", "'s") and (after[:1] == ["time"] or after[:2] == ["high", "time"]):
        return (head, words[group.end])
    return ()


def called_false(clause: Clause) -> tuple[Word, ...]:
    """The words by which a report, an accusation or the like is called untrue."""
    words, group = clause.words, clause.group
    if group is None or group.modal or group.negations or words[group.head].low not in ("is", "are", "was", "were"):
        return ()
    subject = [words[i] for i in clause.before]
    if not any(word.low in listed("false", "subjects") for word in subject) or (
        any(word.low in ("it", "that", "this") for word in subject[:-1]) and len(subject) > 3
    ):
        return ()
    for i in range(group.end, min(group.end + 4, clause.end)):
        follows = words[i + 1].low if i + 1 < clause.end and words[i + 1].is_word else ""
        if words[i].low in listed("false") and (
            not follows or follows in PREPOSITIONS or follows in ("and", "or", "but")
        ):
            return (words[i],)
    return ()


def described_false(told: Act, clause: Clause) -> tuple[Word, ...]:
    """The word by which a content ("the reports as entirely untrue") is described as untrue."""
    if told.lemma not in ("describe", "call", "label", "brand", "characterise", "characterize", "declare", "term"):
        return ()
    words = [word for word in clause.words if word.is_word][-4:]
    return tuple(word for word in words if word.low in listed("false"))[:1]


def _declines(clause: Clause) -> tuple[Word, ...]:
    """The words by which the speaker says that he cannot say: "is not in a position to confirm", "could not comment"."""
    words, group = clause.words, clause.group
    if group is None:
        return (
            tuple(words[clause.start : clause.start + 2])
            if [w.low for w in words[clause.start : clause.start + 2]] == ["no", "comment"]
            else ()
        )
    subject = [words[i].low for i in clause.before if words[i].is_word]
    if not subject or subject[-1] not in FIRST | THIRD or len(subject) > 3:
        return ()
    after = [word.low for word in words[group.end : group.end + 5]]
    head = _lemma(words[group.head])
    negation = tuple(words[i] for i in group.negations[:1])
    if negation and (
        after[:4] == ["in", "a", "position", "to"]
        or (group.modal and head in ("confirm", "comment", "say", "verify", "deny", "elaborate", "discuss"))
    ):
        return negation
    if head == "have" and after[:1] == ["no"] and set(after[1:3]) & {"comment", "information", "details"}:
        return (words[group.end],)
    if (
        words[group.head].low in ("was", "is", "were", "are")
        and after[:2] == ["unable", "to"]
        and set(after[2:5]) & {"confirm", "comment", "say", "verify"}
    ):
        return (words[group.end],)
    return ()


def _question(clause: Clause) -> bool:
    """Whether the only sentence of the content ends in a question mark."""
    words = clause.words
    return (
        clause.end < len(words) and words[clause.end].raw == "?" and clause.start == 0 and len(words) <= clause.end + 2
    )
