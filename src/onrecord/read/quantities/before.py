"""What the words before a number tell of those counted: "killing 12", "the deaths of 12", "the toll rose to 12"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.quantities.counts import Count
from onrecord.read.quantities.verbs import form_of, is_noun, is_passive, joined
from onrecord.read.quantities.vocabulary import BY_PEOPLE, COUNTED_AS, EVENTS_OF, TO_PEOPLE
from onrecord.read.verb_groups import PREPOSITIONS, RELATIVES, SUBORDINATORS, Sentence

FARTHEST: Final = 16
"""Words before a number in which its verb is looked for."""
TOLL_AWAY: Final = 24
"""Words before a number in which a toll is looked for."""
ENDS: Final = frozenset(". ; : ! ?".split())
LIGHT: Final = frozenset(
    """the a an of all another as many some also far reportedly at least about up to over more than nearly almost around fewer less only just
    total estimated between both further additional no his her their its our other local untold , down dead""".split()
)
"""Words between a verb and the number of those that it is done to."""
PASSABLE: Final = frozenset("of including among with as over than around about up between under near along".split())
"""Prepositions behind which the object of a verb may go on."""
ALONG: Final = frozenset("along together including among alongside well".split())
"""What makes those behind a passive verb share what it says: "was killed along with", "as well as"."""
BEFORE_TOLL: Final = frozenset(
    """to at of is was reached passed topped exceeded than over surpassed stands least about nearly some around as""".split()
)
"""Words that stand between a toll and its number."""


def directly_before(sentence: Sentence, count: Count, floor: int) -> str | None:
    """What the active verb right before a number says.

    Args:
        sentence: The sentence.
        count: The number.
        floor: Index after the phrase of the number before.
    """
    k = count.begin - 1
    if k < max(floor, 0) or (form := form_of(count, sentence.low[k])) is None or is_noun(sentence.low, k):
        return None
    return _done(sentence, k, form, (), count)


def before(sentence: Sentence, count: Count, floor: int) -> str | None:
    """What the nearest verb or noun before says: "killed the mayor and two guards", "the death of at least three".

    Args:
        sentence: The sentence.
        count: The number.
        floor: Index after the phrase of the number before.
    """
    low, gap = sentence.low, list[str]()
    for k in range(count.begin - 1, max(floor, count.begin - FARTHEST) - 1, -1):
        word = low[k]
        if word in EVENTS_OF and gap[-1:] == ["of"] and (word != "loss" or count.counted is not None):
            return EVENTS_OF[word]
        if (form := form_of(count, word)) is not None and not is_noun(low, k):
            return _done(sentence, k, form, gap, count)
        if (phrase := _phrase(low, k, gap, count)) is not None:
            return phrase
        if _breaks(sentence, k):
            return None
        gap.append(word)
    return None


def _phrase(low: Sequence[str], k: int, gap: Sequence[str], count: Count) -> str | None:
    """What is told in more than one word: "lost 40 men", "shot dead two guards", "took 12 hostage"."""
    word, prior = low[k], low[k - 1] if k else ""
    if word in ("lost", "losing", "lose") and count.counted is not None and LIGHT.issuperset(gap):
        return "killed" if count.counted.unit == "persons" else "destroyed"
    if word == "dead" and prior == "shot":
        return "killed"
    if word in ("hostage", "captive", "prisoner") and prior in ("took", "taking", "taken", "takes"):
        return "captured" if word == "prisoner" else "abducted"
    return None


def _breaks(sentence: Sentence, k: int) -> bool:
    """Whether a verb before a word cannot be of those behind it."""
    word = sentence.low[k]
    if word in ENDS or word in SUBORDINATORS or word in RELATIVES or word in ("that", "but"):
        return word != "as"
    if word in PREPOSITIONS and word not in PASSABLE:
        return True
    return word not in ("as", "more") and sentence.group_at(k) is not None


def _done(sentence: Sentence, k: int, form: tuple[str, str], gap: Sequence[str], count: Count) -> str | None:
    """What a verb does to those counted behind it; a passive one only to those that go along ("was killed along with three guards").

    Args:
        sentence: The sentence.
        k: Index of the verb.
        form: What it says, and in which form.
        gap: The words between the two, the last one first.
        count: The number.
    """
    of, kind = form
    low = sentence.low
    along = not ALONG.isdisjoint(gap)
    if low[k] in BY_PEOPLE and low[k] not in TO_PEOPLE:
        return None
    if "with" in gap and not along:
        return None
    if "participle" in kind and is_passive(low, k):
        return of if along else None
    if gap and gap[-1] in (",", "and", "or", "but"):
        return None
    if kind == "gerund" and gap and gap[-1] == "of":
        return of
    if kind != "gerund" and "near" in gap:
        return None
    # A long way from the verb only a list leads: "killed the mayor, his wife and two guards".
    heavy = [word for word in gap if word not in LIGHT]
    leads = not heavy or gap[0] in ("and", ",") or (along and LIGHT.issuperset(gap[:2]))
    if not leads and (count.counted is None or not all(word.endswith("ly") for word in heavy)):
        return None
    return joined(low, k, of)


def toll_before(sentence: Sentence, count: Count) -> str | None:
    """What a toll that has come to a number counts: "the death toll rose to 45", "among the dead were 22 children"."""
    window = list(sentence.low[max(0, count.start - TOLL_AWAY) : count.start])
    if len(window) > 1 and window[-1] in ("were", "was", "are") and window[-2] in COUNTED_AS:
        return "killed" if window[-2] == "victims" else COUNTED_AS[window[-2]]
    if not window or window[-1] not in BEFORE_TOLL:
        return None
    if "toll" in window:
        at = len(window) - 1 - window[::-1].index("toll")
        broken = any(word in ENDS or word in ("from", "that") for word in window[at:]) and "to" not in window[-2:]
        return None if broken else "casualties" if window[at - 1 : at] == ["casualty"] else "killed"
    for at in range(len(window) - 3, -1, -1):
        if window[at : at + 2] == ["number", "of"]:
            named = next((word for word in window[at + 2 : at + 5] if word in COUNTED_AS), None)
            return COUNTED_AS[named] if named else None
    return None
