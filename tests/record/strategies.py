"""Hypothesis strategies for any record, made from the types themselves, so that a new field is covered at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from hypothesis import strategies as st

from onrecord.record import Document, Record, Span
from onrecord.record.shape import Slot, choices_of, is_object, item_of, keeps_extra, slots_of

# What goes wrong first: astral characters, combining marks with nothing under them, joiners, line ends, controls.
AWKWARD = "😀𐎀\u0301\u0338\u200d\u202e\ufeff\u2028\x85\x0b\x00\r\n\t\"\\'“”«»<&é"
CHARACTERS = st.one_of(st.sampled_from(AWKWARD), st.characters(exclude_categories=["Cs"]))
TEXTS = st.text(CHARACTERS, max_size=40)
NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False))
JSON_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, NUMBERS),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(TEXTS, inner, max_size=2)),
    max_leaves=3,
)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Any span of a text."""
    start = draw(st.integers(0, len(text)))
    return Span.of(text, start, draw(st.integers(start, len(text))))


def extras(kind: type) -> st.SearchStrategy[dict[str, Any]]:
    """Fields that the format does not know for this type."""
    taken = {*slots_of(kind), "schema"}
    return st.one_of(st.just({}), st.dictionaries(TEXTS.filter(lambda key: key not in taken), JSON_VALUES, max_size=2))


def values(hint: object, text: str) -> st.SearchStrategy[Any]:
    """Any value of a type of the record, with spans into a text."""
    if hint is Span:
        return spans(text)
    if is_object(hint):
        return objects(hint, text)
    if choices := choices_of(hint):
        return st.sampled_from(choices)
    if (item := item_of(hint)) is not None:
        return st.lists(values(item, text), max_size=2).map(tuple)
    simple: dict[object, st.SearchStrategy[Any]] = {str: TEXTS, int: st.integers(), float: NUMBERS}
    return simple.get(hint, st.tuples(st.integers(), st.integers()))


def objects(kind: type, text: str) -> st.SearchStrategy[Any]:
    """Any object of one of the record's types, with spans into a text."""

    def of(slot: Slot) -> st.SearchStrategy[Any]:
        if kind is Document and slot.name == "text":
            return st.just(text)
        some = values(slot.hint, text)
        return st.one_of(st.none(), some) if slot.nullable else some

    fields = {slot.name: of(slot) for slot in slots_of(kind).values()}
    if keeps_extra(kind):
        fields["extra"] = extras(kind)
    return st.builds(kind, **fields)


def records() -> st.SearchStrategy[Record]:
    """Any record."""
    of_record: Callable[[str], st.SearchStrategy[Record]] = partial(objects, Record)
    return TEXTS.flatmap(of_record)
