"""Figures as propositions: how many were killed, hurt, taken, how much was destroyed or fired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.force import Force
from onrecord.link.claims.found import Found
from onrecord.link.claims.sides import registry
from onrecord.link.claims.vocabulary import DEAD, GROUPS, OTHERS, PART_OF, STRIKES, TENS, VAGUE
from onrecord.link.claims.voices import voice_at
from onrecord.link.claims.words import Word, cut, iter_words, number_of, stem
from onrecord.record.claim import Slots, Value
from onrecord.record.quantity import Quantity
from onrecord.record.span import Span

_MEASURES: Final = {
    "killed": "killed", "injured": "injured", "abducted": "taken", "captured": "taken", "arrested": "arrested", "displaced": "displaced",
    "destroyed": "destroyed", "damaged": "damaged", "fired": "fired", "killed or injured": "casualties", "casualties": "casualties",
    "missing": "missing", "besieged": "besieged", "evacuated": "evacuated", "released": "released", "strength": "strength",
}  # fmt: skip
_ABOUT: Final = 0.1
"""About, some, around: a tenth more or less."""
_LIMITS: Final = {
    "at least": "at_least",
    "more than": "more_than",
    "over": "more_than",
    "about": "about",
    "around": "about",
    "some": "about",
    "nearly": "nearly",
    "almost": "nearly",
    "up to": "at_most",
    "as many as": "at_most",
}
_BEFORE: Final = re.compile(rf"\b({'|'.join(_LIMITS)})\s*$", re.IGNORECASE)
_REACH: Final = 3
_LOOSE: Final = frozenset({"members", "staff"})
"""Groups whose nouns say little of whom: "medical staff" are medics."""
_MANY: Final = 1000
"""A larger number beside a strike is a year."""
_BREAKS: Final = frozenset("of days weeks months years hours minutes day and or in on by after".split())


def figures_of(account: Account) -> Iterator[Found]:
    """The figures that a report gives."""
    for quantity in account.record.quantities:
        measure = _MEASURES.get(quantity.of or "")
        if measure is not None and quantity.unit is not None:
            yield from _figure(account, quantity, measure)
    taken = [quantity.span for quantity in account.record.quantities]
    for number in range(len(account.words)):
        yield from _counted_strikes(account, number, taken)
        yield from _parts(account, number, taken)
        yield from _unread(account, number, taken)


def value_of(low: float | None, high: float | None, modifier: str | None, words: str) -> Value | None:
    """The range that a figure stands for, after the guidelines: about is a tenth more or less, dozens keeps its words."""
    if modifier == "vague" or (low is None and high is None):
        vague = next((w for w in words.lower().split() if w in VAGUE), None)
        return Value(words=vague) if vague else None
    if modifier == "about":
        middle = (low + high) / 2 if low is not None and high is not None else (low if low is not None else high)
        if middle is None:
            return None
        if words.lower().startswith(("nearly", "almost", "close to", '"nearly')):
            return Value(-(-round(middle) * 9 // 10), round(middle))
        return Value(-(-round(middle * 10 * (1 - _ABOUT)) // 10), round(middle * 10 * (1 + _ABOUT)) // 10)
    return Value(low, high)


def group_of(words: str) -> str | None:
    """Whom a figure counts, by the last noun that says so; None for people without more."""
    found = None
    for word in re.findall(r"[a-z][a-z-]*", words.lower()):
        for group, nouns in GROUPS.items():
            if word in nouns and not (found and group in _LOOSE):
                found = group
    return found


def _figure(account: Account, quantity: Quantity, measure: str) -> Iterator[Found]:
    span = _narrowed(quantity.span)
    words = account.words[account.sentences.at(span.start)]
    before = [w.low for w in words if w.end <= span.start][-_REACH:]
    after = [w for w in words if w.start >= span.end][:_REACH]
    what = f"{quantity.unit}" if quantity.unit != "persons" else "persons"
    theme = f"{measure}:{what}"
    group = group_of(span.text)
    if group is None or group in _LOOSE:
        rest = (
            " ".join(w.low for w in words if span.end <= w.start < span.end + 30)
            if account.text[span.end : span.end + 4] == " of "
            else ""
        )
        group = group_of(rest) or group
    group = group or _nation(account, span)
    value = value_of(quantity.low, quantity.high, quantity.modifier, span.text)
    text = account.text
    wide = _with_verb(account, span, after, words)
    slots = Slots(action=measure, target=_target(span.text, group), quantity=f"{_digits(quantity)} {measure}".strip())
    if quantity.high == 0:
        yield Found(
            "occurrence",
            f"{measure}:{_target(span.text, group)}",
            (wide,),
            slots,
            force=Force("denies", basis="none at all"),
        )
        return
    if value is None:
        return
    single = quantity.low == quantity.high == 1 and span.text.lower().startswith(("a ", "an "))
    part = single or bool(set(before) & PART_OF) or bool(
        set(before[-1:] + [w.low for w in words if span.start <= w.start < span.end]) & OTHERS
    )
    voice = voice_at(account, quantity.span.start, quantity.span.end, told=True)
    yield Found("quantity", theme, (cut(text, wide.start, wide.end),), slots, voice, None, value, group, whole=not part)


def _nation(account: Account, span: Span) -> str | None:
    """Whose citizens a figure counts, where they are not those of the country that is reported on."""
    for word in iter_words(span.text):
        state = registry().state_of(word.text) if word.text[0].isupper() else None
        if state is not None and state != account.country:
            return f"of {state}"
    return None


def _narrowed(span: Span) -> Span:
    """The figure with its noun; a relative clause or an apposition after it is no part of it."""
    tokens = list(re.finditer(r"\S+", span.text))
    if len(tokens) <= 6:
        return span
    end = tokens[5].end()
    return Span(span.start, span.start + end, span.text[:end])


def _with_verb(account: Account, span: Span, after: list[Word], words: tuple[Word, ...]) -> Span:
    """The figure with the verb that says what became of them, where it stands beside it."""
    start, end = span.start, span.end
    for k, word in enumerate(after):
        if stem(word.low) in _VERBS:
            end = word.end
            break
        if word.low not in (
            "were",
            "was",
            "had",
            "been",
            "have",
            "of",
            "them",
            "people",
            "civilians",
            "in",
            "total",
            "are",
            "died",
            "or",
            "be",
        ):
            break
        if k == len(after) - 1:
            break
    before = [w for w in words if w.end <= span.start][-1:]
    if end == span.end and before and stem(before[0].low) in _VERBS:
        start = before[0].start
    return Span.of(account.text, start, end)


_VERBS: Final = frozenset(stem(word) for word in DEAD) | frozenset(
    stem(word)
    for word in "wounded injured hurt left destroyed damaged launched fired abducted kidnapped displaced struck claimed leaving captured".split()
)


def _target(words: str, group: str | None) -> str:
    kept = [w for w in re.findall(r"[A-Za-z][\w'-]*", words) if number_of(w) is None and w.lower() not in _SMALL]
    return " ".join(kept) or (group or "people")


_SMALL: Final = frozenset(
    "at least more than over about around some up to nearly almost no any of the a an other others another as many exactly only just".split()
)


def _digits(quantity: Quantity) -> str:
    figure = quantity.low if quantity.low is not None else quantity.high
    return f"{figure:g}" if figure is not None else ""


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
            limit = _LIMITS[before.group(1).lower()] if before else "exact"
            low, high = _limited(figure, limit)
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


_UNREAD: Final = re.compile(
    r"(?:(?P<limit>at least|more than|over|about|around|some|nearly|almost|up to|as many as)\s+)?(?P<figure>\d[\d,]*|[A-Za-z]+(?:-[a-z]+)?)[\"”']?\s+"
    r"(?P<noun>(?:[\w\[\]()-]+\s+){0,4}?(?P<head>[a-z]+))\b",
    re.IGNORECASE,
)
_DYING: Final = {**dict.fromkeys(DEAD, "killed"), "wounded": "injured", "injured": "injured"}
_FAR: Final = 70


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
        low, high = _limited(figure, _LIMITS.get((match.group("limit") or "").lower(), "exact"))
        of = _DYING[verb.low]
        voice = voice_at(account, first, last, told=True)
        part = bool({w.low for w in words if w.end <= first and w.start > first - 20} & PART_OF)
        wide = _with_verb(
            account, Span.of(account.text, first, last), [w for w in words if w.start >= last][:_REACH], words
        )
        yield Found(
            "quantity", f"{of}:persons", (wide,), Slots(action=of, target=match.group("noun"), quantity=f"{figure} {of}"), voice,
            value=Value(low, high), counted=group_of(match.group("noun")), whole=not part,
        )  # fmt: skip


_PEOPLE: Final = frozenset("people persons dead victims others members men".split())


def _limited(figure: int, limit: str) -> tuple[float | None, float | None]:
    if limit == "at_least":
        return figure, None
    if limit == "more_than":
        return figure + 1, None
    if limit == "at_most":
        return None, figure
    if limit == "about":
        return -(-figure * 9 // 10), figure * 11 // 10
    if limit == "nearly":
        return -(-figure * 9 // 10), figure
    return figure, figure


_PART: Final = re.compile(
    r"(?P<a>\b[\w-]+) of (?:them|whom)(?: were| are)? (?P<b>[a-z-]+)|(?:among them|including)(?: at least)? (?P<c>[\w-]+) (?P<d>[a-z-]+)",
    re.IGNORECASE,
)


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
