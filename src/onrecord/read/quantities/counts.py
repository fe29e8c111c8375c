"""What is counted. In: the words of a sentence. Out: each number with the noun phrase that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from onrecord.read.quantities.numbers import MANY, PLAIN, SCALES, Amount, amount_at
from onrecord.read.quantities.vocabulary import (
    ADJECTIVES,
    BY_PEOPLE,
    MEMBERS,
    NOUNS,
    SINGLE,
    TIMES_AND_MEASURES,
    TO_PEOPLE,
    TO_THINGS,
    Counted,
)
from onrecord.read.times.lexicon import MONTHS, SHORT_MONTHS
from onrecord.read.verb_groups import BE, DO, HAVE, MODALS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIMES
from onrecord.read.words import Word

FARTHEST: Final = 7
"""Words behind a number in which its noun is looked for."""
STOPS: Final = (
    BE | HAVE | DO | MODALS | (PREPOSITIONS - {"of"}) | RELATIVES | SUBORDINATORS | TIMES
    | frozenset("""but that so when he she it they we i the a an this these those his her their its to not left leaving mostly mainly largely primarily
        many several dozens scores hundreds thousands said says""".split())
)  # fmt: skip
GLUED: Final = frozenset("$ £ € ¥ # / : °".split())
"""Marks before a number that make it money, a rank, a clock or a score."""
NUMBERED: Final = frozenset(
    """article articles resolution section chapter page pages aged age number no no. nos. paragraph clause channel flight route highway km
    verse unit room boeing airbus item phase level grade group class block sector zone area camp figure table vol volume fc""".split()
)
"""Words before a number that make it a name."""
NONE_OF: Final = frozenset("no zero nobody none".split())
KILLED_OR_INJURED: Final = "killed or injured"
BEGINNINGS: Final = PLAIN.keys() | MANY.keys() | NONE_OF | {"a", "an", "another", "half", "any"}
"""Words that a number may begin with."""
UNKNOWN: Final = Counted("persons", "people")
"""What is counted by a noun that the vocabulary lacks, if something is told of it that is told of people."""
DEMONYM: Final = re.compile(
    r"^[A-Z].*(?:ans|ese|[^s]is|ites|Turks|Kurds|Arabs|Serbs|Croats|Jews|Muslims|Christians|Greeks|Poles|Brits|Finns|Swedes|Sunnis|Hutus|Tutsis)$"
)
"""Names of peoples."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts.

    Attributes:
        amount: How many.
        end: Index after the last word of the noun phrase.
        counted: What the noun counts; None where there is no noun that is known.
        noun: The noun in lower case, "" where there is none.
        of: What is told of them.
        who: Which people.
        part: Whether the words make it a part of another number.
        begin: Index of the first word, those that limit the number included.
        added: Whether the words make them others than those counted before.
    """

    amount: Amount
    end: int
    counted: Counted | None
    noun: str = ""
    of: str | None = None
    who: str | None = None
    part: bool = False
    begin: int = 0
    added: bool = False

    @property
    def start(self) -> int:
        """Index of the first word of the number."""
        return self.amount.start


def find_counts(text: str, words: Sequence[Word], low: Sequence[str]) -> Iterator[Count]:
    """Numbers of people and things in a sentence, in its order; what is told of them is still open."""
    i = 0
    while i < len(words):
        count = _count_at(text, words, low, i)
        if count is None:
            i += 1
            continue
        yield count
        i = max(count.end, i + 1)


def _count_at(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Count | None:
    word = low[i]
    if not (word[0].isdigit() or word in BEGINNINGS or ("-" in word and word.split("-")[0] in PLAIN)):
        return None
    before = low[i - 1] if i else ""
    near = i > 0 and words[i - 1].end == words[i].start
    if word[0].isdigit() and (before in GLUED or before in NUMBERED or (near and before in ("-", "–", ".", "'", "’"))):
        return None
    amount = amount_at(text, words, low, i) or _article(text, words, low, i)
    if amount is None or low[max(0, i - 2) : i] == ["all", "but"] or (word[0].isdigit() and _dated(amount, words, low)):
        return None
    end = amount.end
    if end < len(low) and (low[end] in TIMES_AND_MEASURES or low[end] in ("-", "th", "st", "nd", "rd", "/", ":")):
        return _strong(amount, words, low)
    begin = i
    while begin and words[begin - 1].start >= amount.first:
        begin -= 1
    return replace(_with_noun(amount, words, low), begin=begin)


def _dated(amount: Amount, words: Sequence[Word], low: Sequence[str]) -> bool:
    """Whether a number is a day or a year: "on May 5 rebels …", "in 2014 militants …"."""
    i = amount.start
    before = low[i - 1] if i else ""
    month = low[i - 2] if before == "." and i > 1 else before
    if month in MONTHS or month in SHORT_MONTHS:
        return True
    if before == "," and low[amount.end : amount.end + 1] == [","]:  # the age of somebody named
        return True
    year = amount.end == i + 1 and words[i].raw.isdecimal() and len(words[i].raw) == 4 and words[i].raw[:2] in ("19", "20")
    limited = amount.first < words[i].start and before not in ("about", "around", "some", "over", "all")
    told = before in TO_PEOPLE or before in ("of", "left", "leaving", "lives", "least", "than")
    return year and not limited and not told


def _article(text: str, words: Sequence[Word], low: Sequence[str], i: int) -> Amount | None:
    """One of "a soldier", none of "no soldiers"."""
    word, behind = low[i], low[i + 1] if i + 1 < len(low) else ""
    number = 0 if word in NONE_OF or _none_before(low, i) else 1 if word in ("a", "an", "another") else None
    if number is None or (number and behind[:1].isdigit()) or (number and behind.split("-")[0] in PLAIN.keys() | MANY.keys() | SCALES.keys()):
        return None
    end = i + 2 if word == "no" and behind in ("one", "-") else i + 1
    return Amount(i, end, number, number, "exact", words[i].start, bare=True)


def _none_before(low: Sequence[str], i: int) -> bool:
    """Whether "any" means none: "did not cause any casualties", "without any losses"."""
    return low[i] == "any" and any(word in ("not", "without", "never", "nor") for word in low[max(0, i - 4) : i])


def _strong(amount: Amount, words: Sequence[Word], low: Sequence[str]) -> Count | None:
    """The 800-strong force, the 12-member team."""
    end = amount.end
    if tuple(low[end : end + 1]) == ("-",) and low[end + 1 : end + 2] in (["strong"], ["member"], ["man"]):
        return Count(amount, end + 2, Counted("persons", "fighters"), "strong", "strength")
    return None


def _with_noun(amount: Amount, words: Sequence[Word], low: Sequence[str]) -> Count:
    """The count with the noun behind the number: the last known one in a row of words that may stand before a noun."""
    of_several = low[amount.end : amount.end + 1] == ["of"]
    names = SINGLE if amount.low == 1 and amount.high in (1, None) and not of_several else NOUNS
    best, end, other = None, amount.end, None
    adjective: str | None = None
    k = amount.end
    while k < len(low) and k < amount.end + FARTHEST:
        word = low[k]
        if word == "(" and ")" in low[k : k + 4]:
            k += low[k : k + 4].index(")") + 1
            continue
        if word == "of" and not amount.bare and best is None and other is None:
            k += 1 + (low[k + 1 : k + 2] in (["the"], ["his"], ["their"], ["its"], ["our"], ["those"]))
            continue
        if word == "of" or not words[k].is_word or word in STOPS or word[0].isdigit():
            break
        if word in ("and", "or"):
            if best is not None and best.of is not None and low[k + 1 : k + 2] in (["wounded"], ["injured"], ["dead"]):
                adjective = KILLED_OR_INJURED
            elif best is not None or not _goes_on(low, k):
                break
        elif word in names or (amount.high == 0 and word in SINGLE):
            if best is not None and best.of is None and (names.get(word) or SINGLE[word]).of is not None and _verb(low, k):
                break
            adjective = adjective or (best.of if best else None)
            best, end = names.get(word) or SINGLE[word], k + 1
        elif best is None and _verb(low, k) and _attributive(low, k, names):
            adjective = adjective or _state(low[k])
        elif best is not None or (other is not None and (_verb(low, k))):
            break
        elif _verb(low, k) and k == amount.end:
            break
        elif word.endswith("s") or words[k].raw[:1].isupper():
            other = k + 1
        k += 1
    if best is not None:
        noun = low[end - 1]
        if best.unit not in ("persons", "families"):
            adjective = None
        return Count(amount, end, best, noun, adjective, _who(best, low[amount.end : end]))
    if other is not None and amount.low != 1 and not amount.bare:
        noun = low[other - 1]
        if DEMONYM.search(words[other - 1].raw):
            return Count(amount, other, UNKNOWN, noun, who="people")
        return Count(amount, other, None, noun) if noun.endswith(("s", "i", "ese", "ish", "ch")) else Count(amount, amount.end, None)
    return Count(amount, amount.end, None)


def _goes_on(low: Sequence[str], k: int) -> bool:
    """Whether a noun follows soon behind "and": "88 rebel and regime forces"."""
    for word in low[k + 1 : k + 4]:
        if word in NOUNS:
            return True
        if word in STOPS or word in TO_PEOPLE:
            return False
    return False


def _attributive(low: Sequence[str], k: int, names: Mapping[str, Counted]) -> bool:
    """Whether a participle stands before the noun: "26 displaced people"."""
    behind = low[k + 1 : k + 3]
    return any(word in names and names[word].unit == "persons" for word in behind) or (
        behind[:1] in (["and"], ["or"]) and any(_verb(low, j) and _attributive(low, j, names) for j in (k + 2,) if j < len(low))
    )


def _state(word: str) -> str | None:
    return ADJECTIVES.get(word) or TO_PEOPLE.get(word, BY_PEOPLE.get(word, (None, "")))[0]


def _verb(low: Sequence[str], k: int) -> bool:
    """Whether a word is a verb of what is told of those counted: "12 wounded", "30 were killed"."""
    word = low[k]
    return word in ADJECTIVES or any(table.get(word, ("", "base"))[1] not in ("base", "third") for table in (TO_PEOPLE, BY_PEOPLE, TO_THINGS))


def _who(counted: Counted, phrase: Sequence[str]) -> str | None:
    """Which people: by the noun, or where it says little by a noun before it ("police officers", "members of the army")."""
    if counted.unit != "persons":
        return None
    if phrase[-1] not in MEMBERS and counted.who != "people" and phrase[-1] not in ("officers", "officials", "workers", "forces"):
        return counted.who
    for word in phrase[:-1]:
        known = NOUNS.get(word) or SINGLE.get(word)
        if known is not None and known.who not in (None, "people"):
            return known.who
    return counted.who
