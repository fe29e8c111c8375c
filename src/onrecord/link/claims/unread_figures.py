"""Figures that were not read as quantities: strikes that are counted, people beside a word for dying, parts of a toll."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.figures_in_words import LIMITS, group_of, limited, with_verb
from onrecord.link.claims.found import Found
from onrecord.link.claims.vocabulary import DEAD, PART_OF, STRIKES, TENS
from onrecord.link.claims.voices import voice_at
from onrecord.link.claims.words import cut, number_of
from onrecord.record.claim import Slots, Value
from onrecord.record.span import Span

_BEFORE: Final = re.compile(rf"\b({'|'.join(LIMITS)})\s*$", re.IGNORECASE)
_REACH: Final = 3
_MANY: Final = 1000
"""A larger number beside a strike is a year."""
_BREAKS: Final = frozenset("of days weeks months years hours minutes day and or in on by after".split())
_UNREAD: Final = re.compile(
    r"(?:(?P<limit>at least|more than|over|about|around|some|nearly|almost|up to|as many as)\s+)?(?P<figure>\d[\d,]*|[A-Za-z]+(?:-[a-z]+)?)[\"”']?\s+"
    r"(?P<noun>(?:[\w\[\]()-]+\s+){0,4}?(?P<head>[a-z]+))\b",
    re.IGNORECASE,
)
_DYING: Final = {**dict.fromkeys(DEAD, "killed"), "wounded": "injured", "injured": "injured"}
_FAR: Final = 70
_PEOPLE: Final = frozenset("people persons dead victims others members men".split())
_PART: Final = re.compile(
    r"(?P<a>\b[\w-]+) of (?:them|whom)(?: were| are)? (?P<b>[a-z-]+)|(?:among them|including)(?: at least)? (?P<c>[\w-]+) (?P<d>[a-z-]+)",
    re.IGNORECASE,
)


def unread_figures_of(account: Account, taken: list[Span]) -> Iterator[Found]:
    """The figures that no quantity of the record covers.

    Args:
        account: The report.
        taken: The spans of its quantities.
    """
    for number in range(len(account.words)):
        yield from _counted_strikes(account, number, taken)
        yield from _parts(account, number, taken)
        yield from _unread(account, number, taken)


def _counted_strikes(account: Account, number: int, taken: list[Span]) -> Iterator[Found]:
    """How many strikes there were, which is no quantity of the record."""
    words = account.words[number]
    for k in range(len(words)):
        figure, word = number_of(words[k].text), words[k]
        if figure is None or not 2 <= figure < _MANY:
            continue
        if k and words[k - 1].low in TENS and figure < 10:
            figure, word = TENS[words[k - 1].low] + figure, words[k - 1]
        for noun in words[k + 1 : k + 4]:
            if noun.low in _BREAKS:
                break
            what = next((name for name, nouns in STRIKES.items() if noun.low in nouns), None)
            if what is None or any(s.start <= word.start < s.end for s in taken):
                continue
            before = _BEFORE.search(account.text[max(0, word.start - 12) : word.start])
            limit = LIMITS[before.group(1).lower()] if before else "exact"
            low, high = limited(figure, limit)
            start = word.start - len(before.group()) if before else word.start
            verb = next(
                (
                    w
                    for w in words[k + 1 : k + 7]
                    if w.start > noun.start and w.low in ("hit", "struck", "targeted", "reported")
                ),
                noun,
            )
            yield Found(
                "quantity", f"number:{what}", (cut(account.text, start, max(noun.end, verb.end)),),
                Slots(action="strike", quantity=f"{figure} {noun.low}"), value=Value(low, high),
            )  # fmt: skip
            break


def _unread(account: Account, number: int, taken: list[Span]) -> Iterator[Found]:
    """Figures of people beside a word for dying that were not read as quantities."""
    words = account.words[number]
    verbs = [w for w in words if w.low in _DYING]
    start = account.sentences.starts[number]
    for match in _UNREAD.finditer(account.sentences.words(number)) if verbs else ():
        figure, head = number_of(match.group("figure")), match.group("head")
        first, last = start + match.start(), start + match.end()
        if figure is None or figure < 1 or (group_of(head) is None and head.lower() not in _PEOPLE):
            continue
        if any(s.start < last and first < s.end for s in taken):
            continue
        verb = min(verbs, key=lambda w: min(abs(w.start - last), abs(first - w.end)))
        if min(abs(verb.start - last), abs(first - verb.end)) > _FAR:
            continue
        low, high = limited(figure, LIMITS.get((match.group("limit") or "").lower(), "exact"))
        of = _DYING[verb.low]
        voice = voice_at(account, first, last, told=True)
        part = bool({w.low for w in words if w.end <= first and w.start > first - 20} & PART_OF)
        wide = with_verb(
            account.text, Span.of(account.text, first, last), [w for w in words if w.start >= last][:_REACH], words
        )
        yield Found(
            "quantity", f"{of}:persons", (wide,), Slots(action=of, target=match.group("noun"), quantity=f"{figure} {of}"), voice,
            value=Value(low, high), counted=group_of(match.group("noun")), whole=not part,
        )  # fmt: skip


def _parts(account: Account, number: int, taken: list[Span]) -> Iterator[Found]:
    """Parts of a toll that are told without a noun of their own: "seven of them children"."""
    start = account.sentences.starts[number]
    text = account.sentences.words(number)
    killed = [
        q
        for q in account.record.quantities
        if q.of in ("killed", "injured") and account.sentences.at(q.span.start) == number
    ]
    if not killed:
        return
    for match in _PART.finditer(text):
        figure, noun = (
            (match.group("a"), match.group("b")) if match.group("a") else (match.group("c"), match.group("d"))
        )
        group, count = group_of(noun), number_of(figure)
        first = start + match.start("a" if match.group("a") else "c")
        if group is None or count is None or any(s.start <= first < s.end for s in taken):
            continue
        of = killed[0].of or "killed"
        yield Found(
            "quantity", f"{of}:persons", (cut(account.text, start + match.start(), start + match.end()),),
            Slots(action=of, target=noun, quantity=f"{count} {of}"), value=Value(count, count), counted=group, whole=False,
        )  # fmt: skip
