"""By which name a chain goes: the fullest proper name without title, else the description without its article."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.resolve.drafts import Draft
from onrecord.resolve.layout import Layout
from onrecord.resolve.names import plain
from onrecord.resolve.vocabulary import DEMONYMS

_AREA = re.compile(
    r"( (?:in|from) )the (?:(?:north|south|east|west|central|rural|wider|greater)[\w-]* )*([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
    r" (?:province|governorate|district|region|area|city)$"
)
"""How a description says where somebody is, with more words than it takes: "in the northeastern Hasaka province"."""


def display_name(draft: Draft, layout: Layout) -> str:
    """What an analyst would call somebody: "Jane Smith" for "Prime Minister Jane Smith", "resident" for "a resident"."""
    named = [place for place in draft.places if place.phrase.form == "name"]
    # What the reader marked comes first: a run of capitals may hold words of its neighbours.
    marked = [place for place in named if place.found and len(place.phrase.words) > 1]
    named = marked or named
    if named:
        texts = Counter(_words(layout.text[slice(*place.phrase.head)]) for place in named)
        best = max(
            named,
            key=lambda place: (
                len(place.phrase.words),
                texts[_words(layout.text[slice(*place.phrase.head)])],
                -place.start,
            ),
        )
        return _words(layout.text[slice(*best.phrase.head)])
    described = [place for place in draft.places if place.phrase.form in ("nominal", "joint")] or draft.places
    start, end = described[0].phrase.core
    text = _AREA.sub(r"\1\2", _words(layout.text[start:end]))
    first = text.split(" ")[0]
    opens = layout.opens_sentence(start) or layout.opens_sentence(described[0].phrase.core[0] - len("The "))
    proper = (
        first in layout.inner
        or not first[1:].islower()
        or first.lower() in DEMONYMS
        or plain(first) in described[0].phrase.names
        or described[0].phrase.form == "joint"
    )
    return text[:1].lower() + text[1:] if opens and not proper else text


def _words(text: str) -> str:
    return " ".join(text.split())
