"""The condition of a content. In: its main clause. Out: the words of an if-clause that the main clause hangs on."""

from __future__ import annotations

from onrecord.read.clauses import Clause
from onrecord.read.modal_words import phrase_at
from onrecord.read.verb_groups import PREPOSITIONS, RELATIVES
from onrecord.read.verbs import participle
from onrecord.read.words import Word

MARKS = frozenset(", ; : – — -- ( ) [ ]".split())
NEEDLESS_OF_VERB = frozenset("so necessary needed required possible true provoked attacked asked".split())
SUBJECTS = frozenset("i he she it we they you there this that the a an his her its our their these those".split())


def condition_of(clause: Clause) -> tuple[Word, Word] | None:
    """First and last word of the first condition in the sentence of the main clause.

    "Even if", "as if" and an "if" that means "whether" are none; nor is one inside a relative clause or within brackets.
    """
    words, depth = clause.words, 0
    for i in range(clause.start, clause.end):
        low = words[i].low
        depth += (low in "([{") - (low in ")]}") if len(low) == 1 else 0
        length = 0 if depth else phrase_at(words, i, "conditions")
        if length and i + length < clause.end and words[i + length].low in MARKS:
            continue
        if not length or _whether(clause, i) or _exception(words, i, clause):
            continue
        end = _end(clause, i, i + length)
        if end - i - length >= 1:
            return words[i], words[end - 1]
    return None


def _exception(words: list[Word], i: int, clause: Clause) -> bool:
    return bool(
        phrase_at(words, i, "conditions", "exceptions")
        or (i > clause.start and phrase_at(words, i - 1, "conditions", "exceptions"))
        or (i > clause.start + 1 and phrase_at(words, i - 2, "conditions", "exceptions") > 2)
        or any(word.low in RELATIVES for word in words[max(clause.start, i - 6) : i])
    )


def _whether(clause: Clause, i: int) -> bool:
    """A content that is nothing but an if-clause tells what is asked; "provided" with a thing after it is a verb."""
    words = clause.words
    if words[i].low == "if" and i == clause.start and clause.group is None:
        return True
    if words[i].low == "provided" and (
        i + 1 >= clause.end
        or words[i + 1].low not in SUBJECTS
        or (words[i + 1].low != "that" and i > clause.start and words[i - 1].low != ",")
    ):
        return True
    return words[i].low == "assuming" and i > clause.start and words[i - 1].low not in MARKS


def _end(clause: Clause, i: int, after: int) -> int:
    """Behind the last word of the clause: at a comma, or before the subject of the main verb, or at the end of the sentence."""
    words, group = clause.words, clause.group
    if _participle_alone(words, after, clause.end):
        return after + 1
    stop = next((j for j in range(after, clause.end) if words[j].low in MARKS and j > after), clause.end)
    if group is not None and i < group.start < stop:
        return max(_subject_start(clause, after, group.start), after)
    return stop


def _participle_alone(words: list[Word], i: int, end: int) -> bool:
    """Whether nothing hangs on a participle after "if": "if verified"."""
    if i + 1 >= end or not participle(words[i].low):
        return False
    follows = words[i + 1].low
    return follows not in PREPOSITIONS and follows not in SUBJECTS and not follows.endswith("ly")


def _subject_start(clause: Clause, after: int, verb: int) -> int:
    """Where the subject of the main verb begins, seen from the verb: at a pronoun or a determiner."""
    words = clause.words
    for j in range(verb - 1, after, -1):
        if words[j].low in SUBJECTS:
            return j
    return verb
