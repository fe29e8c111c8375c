"""Figures as propositions: how many were killed, hurt, taken, how much was destroyed or fired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.link.claims.account import Account
from onrecord.link.claims.figures_in_words import LOOSE, group_of, value_of, with_verb
from onrecord.link.claims.force import Force
from onrecord.link.claims.found import Found
from onrecord.link.claims.sides import registry
from onrecord.link.claims.unread_figures import unread_figures_of
from onrecord.link.claims.vocabulary import OTHERS, PART_OF
from onrecord.link.claims.voices import voice_at
from onrecord.link.claims.words import cut, iter_words, number_of
from onrecord.record.claim import Slots
from onrecord.record.quantity import Quantity
from onrecord.record.span import Span

_REACH: Final = 3
_MEASURES: Final = {
    "killed": "killed", "injured": "injured", "abducted": "taken", "captured": "taken", "arrested": "arrested", "displaced": "displaced",
    "destroyed": "destroyed", "damaged": "damaged", "fired": "fired", "killed or injured": "casualties", "casualties": "casualties",
    "missing": "missing", "besieged": "besieged", "evacuated": "evacuated", "released": "released", "strength": "strength",
}  # fmt: skip


def figures_of(account: Account) -> Iterator[Found]:
    """The figures that a report gives."""
    for quantity in account.record.quantities:
        measure = _MEASURES.get(quantity.of or "")
        if measure is not None and quantity.unit is not None:
            yield from _figure(account, quantity, measure)
    yield from unread_figures_of(account, [quantity.span for quantity in account.record.quantities])


def _figure(account: Account, quantity: Quantity, measure: str) -> Iterator[Found]:
    span = _narrowed(quantity.span)
    words = account.words[account.sentences.at(span.start)]
    before = [w.low for w in words if w.end <= span.start][-_REACH:]
    after = [w for w in words if w.start >= span.end][:_REACH]
    what = f"{quantity.unit}" if quantity.unit != "persons" else "persons"
    theme = f"{measure}:{what}"
    group = group_of(span.text)
    if group is None or group in LOOSE:
        rest = (
            " ".join(w.low for w in words if span.end <= w.start < span.end + 30)
            if account.text[span.end : span.end + 4] == " of "
            else ""
        )
        group = group_of(rest) or group
    group = group or _nation(account, span)
    value = value_of(quantity.low, quantity.high, quantity.modifier, span.text)
    text = account.text
    wide = with_verb(account.text, span, after, words)
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
    part = (
        single
        or bool(set(before) & PART_OF)
        or bool(set(before[-1:] + [w.low for w in words if span.start <= w.start < span.end]) & OTHERS)
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


def _target(words: str, group: str | None) -> str:
    kept = [w for w in re.findall(r"[A-Za-z][\w'-]*", words) if number_of(w) is None and w.lower() not in _SMALL]
    return " ".join(kept) or (group or "people")


_SMALL: Final = frozenset(
    "at least more than over about around some up to nearly almost no any of the a an other others another as many exactly only just "
    "hundred thousand million billion killed dead injured wounded".split()
)


def _digits(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if quantity.modifier == "about" and low is not None and high is not None:
        return f"{(low + high) / 2:,.10g}"
    figure = low if low is not None else high
    return f"{figure:,.10g}" if figure is not None else ""
