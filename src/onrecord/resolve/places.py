"""Every place in a report where somebody is named, described or pointed to, from the reader's mentions, the sources, and capitals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.record import Mention, Reading, Source
from onrecord.record.vocabulary import MentionKind
from onrecord.resolve.drafts import Place
from onrecord.resolve.layout import Layout
from onrecord.resolve.names import key, name_runs, without_titles
from onrecord.resolve.parsing import parse
from onrecord.resolve.phrases import Phrase
from onrecord.resolve.roles import roles_around, title_gender
from onrecord.resolve.segments import Known, ordinary_words
from onrecord.resolve.vocabulary import DEMONYMS

_KIND_OF_SOURCE: dict[str | None, MentionKind] = {
    "person": "person",
    "unnamed_person": "person",
    "unnamed_group": "person",
    "organisation": "organisation",
    "media": "organisation",
    "document": "document_reference",
}
_WHO = frozenset(("person", "organisation", "location", "nationality", "facility", "document_reference", "other"))
"""Kinds of mention that can be somebody; amounts, dates and weapons never join a chain here."""


def find_places(reading: Reading, layout: Layout) -> list[Place]:
    """Finds all places, in the order of the text, one for each head."""
    mentions = [m for m in reading.mentions if m.kind in _WHO]
    names = sorted((m.span.start, m.span.end, m.kind) for m in mentions if m.form == "name")
    found: dict[tuple[int, int], Place] = {}
    for statement in reading.statements:
        if statement.source is not None and (phrase := _source_phrase(layout, statement.source, names)) is not None:
            place = found.setdefault(phrase.head, Place(phrase))
            place.statements.append(statement.id)
            if len(phrase.roles) > len(place.phrase.roles):
                place.phrase = phrase
            unnamed = (statement.source.type or "").startswith("unnamed")
            place.unnamed = place.unnamed or (unnamed and phrase.form == "name")
    titles = [(r.span.start, r.span.end, p) for p in found.values() for r in p.phrase.roles if r.span is not None]
    for mention in mentions:
        phrase = _mention_phrase(layout, mention, names)
        if phrase is None:
            continue
        bearer = None
        if phrase.form == "nominal":
            bearer = next((p for a, b, p in titles if a <= phrase.head[0] and phrase.head[1] <= b), None)
        if bearer is not None:
            # "Anna Tamm, a commander on this front": the description stands for the one who is named, for nobody else.
            bearer.mentions.append(mention.id)
        else:
            found.setdefault(phrase.head, Place(phrase)).mentions.append(mention.id)
    for phrase in _capitalised(layout, found):
        found[phrase.head] = Place(phrase, found=False)
    places = sorted(found.values(), key=lambda place: (place.start, place.phrase.head[1]))
    for place in places:
        phrase = place.phrase
        if phrase.form == "name" and phrase.kind in ("person", None):
            gender = title_gender(layout, place.start) or phrase.gender
            roles = phrase.roles or roles_around(layout, *phrase.head)
            place.phrase = replace(phrase, roles=roles, gender=gender)
    return places


def _inside(names: Sequence[Known], start: int, end: int) -> list[Known]:
    first = bisect_left(names, (start,))
    last = bisect_left(names, (end,))
    return [name for name in names[first:last] if name[1] <= end]


def _source_phrase(layout: Layout, source: Source, names: Sequence[Known]) -> Phrase | None:
    parsed = [
        p for span in source.spans if (p := parse(layout, span.start, span.end, _inside(names, span.start, span.end)))
    ]
    phrase = next((p for p in parsed if p.form == "name"), parsed[0] if parsed else None)
    if phrase is None:
        return None
    kind = _KIND_OF_SOURCE.get(source.type)
    if kind is not None and (
        phrase.kind is None or (phrase.form == "name" and source.type in ("person", "media", "organisation"))
    ):
        phrase = replace(phrase, kind=kind)
    if source.type == "unnamed_group" and phrase.form == "nominal":
        phrase = replace(phrase, plural=True)
    return phrase


def _mention_phrase(layout: Layout, mention: Mention, names: Sequence[Known]) -> Phrase | None:
    start, end = mention.span.start, mention.span.end
    phrase = parse(layout, start, end, _inside(names, start, end))
    if mention.form == "name" and (phrase is None or phrase.form == "nominal"):
        return _whole_name(layout, mention) or phrase
    if mention.form == "nominal" and phrase is not None and phrase.form == "pronoun":
        return None
    if phrase is not None and phrase.kind is None and mention.kind != "other":
        phrase = replace(phrase, kind=mention.kind)
    return phrase


def _whole_name(layout: Layout, mention: Mention) -> Phrase | None:
    """What the reader calls a name, though it is not written like one."""
    words = [w for w in layout.within(mention.span.start, mention.span.end) if any(c.isalnum() for c in w.text)]
    first = without_titles(words)
    words = words[first:] if first < len(words) else words
    own = key(words)
    if not own:
        return None
    place = (words[0].start, words[-1].end)
    return Phrase("name", place, place, words=own, definite=True, kind=mention.kind)


def _capitalised(layout: Layout, found: Iterable[tuple[int, int]]) -> list[Phrase]:
    """Capitalised runs that nobody marked: they lend full names, and warn of others who could be meant."""
    taken = sorted(found)
    result = []
    for words in layout.by_sentence():
        ordinary = ordinary_words(layout, words)
        for first, last in name_runs(words, ordinary):
            start, end = words[first].start, words[last - 1].end
            at = bisect_left(taken, (start,))
            if any(a < end and start < b for a, b in taken[max(0, at - 2) : at + 6]):
                continue
            bare = first + without_titles(words[first:last])
            phrase = parse(layout, start, end) if bare < last else None
            adjective = (
                last - bare == 1 and words[bare].plain in DEMONYMS and words[bare].plain != DEMONYMS[words[bare].plain]
            )
            if phrase is not None and phrase.form == "name" and not adjective:
                result.append(phrase)
    return result
