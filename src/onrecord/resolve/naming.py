"""Names brought together: full and short names, acronyms, spelling variants. One candidate left, or none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from onrecord.resolve.drafts import Draft, Place
from onrecord.resolve.families import grouped, join_short_names, sole
from onrecord.resolve.given_names import GIVEN_NAMES
from onrecord.resolve.layout import Layout
from onrecord.resolve.names import head_word, is_acronym, spelling, stands_for
from onrecord.resolve.vocabulary import DEMONYMS, NAME_LINKS

_AGENCIES = frozenset("ap afp reuters upi dpa efe tass sana rt xinhua anadolu photo file pool video ar".split())
_BRACKET = re.compile(r"\s?[(\[]\s?(?:the |or |aka )?([A-Za-z][A-Za-z.&-]{1,9})[)\]]")
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_FORCES = frozenset(("army", "forces", "force", "front", "union", "party", "state"))
"""Organisations whose other words tell enemies apart: the Syrian Army and the Free Syrian Army."""


def join_names(places: Sequence[Place], layout: Layout) -> list[Draft]:
    """Puts all places that name somebody into drafts."""
    exact: dict[tuple[str, ...], Draft] = {}
    whole = {_core(place.phrase.words) for place in places}
    for place in places:
        words = _core(place.phrase.words)
        if (
            len(words) > 2
            and words[1:] in whole
            and words[0] not in GIVEN_NAMES
            and place.phrase.kind in ("person", None)
        ):
            words = words[1:]  # "Rival Jane Smith" in a report on Jane Smith
            place.phrase = replace(place.phrase, words=words, kind="person")
        if place.unnamed or not words:
            continue
        draft = exact.setdefault(words, Draft())
        draft.add(place, "the same name" if draft.places else "named", layout)
    _possessives(exact, layout)
    drafts = list(exact.items())
    persons = [
        (words, d)
        for words, d in drafts
        if (d.kind in ("person", None) and not is_acronym(_written(d, layout)))
        or (len(words) == 1 and d.kinds["person"] and _in_full(words[0], whole))
    ]
    gone = _full_persons(persons, layout)
    gone |= _acronyms([(w, d) for w, d in drafts if d not in gone], layout)
    gone |= _organisations([(w, d) for w, d in drafts if d not in gone and d.kind in ("organisation", None)], layout)
    join_short_names([(w, d) for w, d in persons if d not in gone], layout)
    kept = [d for _, d in drafts if d.places]
    for draft in kept:
        if draft.gender is None and draft.kind in ("person", None) and all(len(name) == 1 for name in draft.names):
            draft.gender = GIVEN_NAMES.get(draft.names[0][0])
    return sorted(kept, key=lambda d: d.starts[0])


def _in_full(surname: str, names: Collection[tuple[str, ...]]) -> bool:
    """Whether somebody of that surname is named with a first name, so that the reader may be wrong about the surname alone."""
    return any(len(words) > 1 and words[-1] == surname and words[0] in GIVEN_NAMES for words in names)


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    if _GENERATIONS.isdisjoint(words):
        return words
    return tuple(word for word in words if word not in _GENERATIONS) or words


def _written(draft: Draft, layout: Layout) -> str:
    start, end = draft.places[0].phrase.head
    return layout.text[start:end]


def _merge(into: Draft, other: Draft, why: str, layout: Layout) -> None:
    for place in list(other.places):
        into.add(place, why, layout)
    other.places.clear()
    other.starts.clear()


def _possessives(exact: dict[tuple[str, ...], Draft], layout: Layout) -> None:
    """Names that lost an apostrophe: "Syrias" where the report names Syria, too."""
    for words in list(exact):
        last = words[-1]
        stem = (*words[:-1], last[:-1])
        people = last in DEMONYMS or (last[:-1] in DEMONYMS and DEMONYMS[last[:-1]] != last[:-1])
        people = people or last.endswith(("ans", "ats", "ists"))
        if last.endswith("s") and len(last) > 3 and not people and stem in exact:
            lost = exact.pop(words)
            for place in lost.places:
                start, end = place.phrase.head
                place.phrase = replace(place.phrase, words=stem, head=(start, end - 1))
            _merge(exact[stem], lost, "the same name, its apostrophe lost", layout)


def _full_persons(persons: Sequence[tuple[tuple[str, ...], Draft]], layout: Layout) -> set[Draft]:
    """Full names of one person: with and without middle names, with an initial, in two spellings."""
    gone: set[Draft] = set()
    full = sorted(((w, d) for w, d in persons if len(w) > 1), key=lambda pair: -len(pair[0]))
    ends = grouped(full, lambda w: (spelling(w[0]), spelling(w[-1])))
    surnames = grouped(full, lambda w: spelling(w[-1]))
    for words, draft in full:
        first, last = spelling(words[0]), spelling(words[-1])
        same = [d for d in ends[first, last] if d is not draft and d not in gone and _more(d, draft)]
        if not same and len(words[0]) == 1:
            same = [d for d in surnames[last] if d is not draft and d not in gone and d.names[0][0][:1] == words[0]]
        if (target := sole(same)) is not None and not _sexes_differ(target, draft):
            _merge(target, draft, "the same first and last name", layout)
            gone.add(draft)
    return gone


def _more(one: Draft, other: Draft) -> bool:
    """Whether the first has the fuller name, or as full a one earlier in the report."""
    mine, theirs = len(one.names[0]), len(other.names[0])
    return mine > theirs or (mine == theirs and one.starts[0] < other.starts[0])


def _sexes_differ(one: Draft, other: Draft) -> bool:
    return one.gender is not None and other.gender is not None and one.gender != other.gender


def _acronyms(drafts: Sequence[tuple[tuple[str, ...], Draft]], layout: Layout) -> set[Draft]:
    """Acronyms: given in brackets after the name, or made of its first letters."""
    gone: set[Draft] = set()
    bracketed: dict[str, list[Draft]] = defaultdict(list)
    long = [(w, d) for w, d in drafts if len(w) > 1 and d.kind != "person"]
    for _, draft in long:
        for place in draft.places:
            match = _BRACKET.match(layout.text, place.phrase.head[1])
            if match and is_acronym(match[1]) and match[1].lower() not in _AGENCIES:
                bracketed[match[1].replace(".", "").casefold()].append(draft)
    for words, draft in drafts:
        text = _written(draft, layout)
        if len(words) != 1 or not is_acronym(text):
            continue
        given = bracketed.get(text.replace(".", "").casefold(), [])
        target = sole(given)
        why = "the acronym that is given in brackets"
        if target is None and not given:
            target = sole(d for _, d in long if stands_for(text, _written(d, layout).split()))
            why = "the acronym of the only name with these first letters"
        if target is not None and target is not draft:
            _merge(target, draft, why, layout)
            gone.add(draft)
    return gone


def _organisations(drafts: Sequence[tuple[tuple[str, ...], Draft]], layout: Layout) -> set[Draft]:
    """Short names of organisations: "the Observatory", "the Foreign Ministry", where only one has all these words."""
    gone: set[Draft] = set()
    longer = sorted(((w, d) for w, d in drafts if d.kind == "organisation"), key=lambda pair: -len(pair[0]))
    words_of = _by_word(longer)
    for words, draft in sorted(longer, key=lambda pair: len(pair[0])):
        content = [w for w in words if w not in NAME_LINKS]
        rare = min((words_of[w] for w in content), key=len, default=[])
        target = sole(
            d
            for w, d in rare
            if d is not draft and d not in gone and _short_of(words, w, d.starts[0] < draft.starts[0])
        )
        if target is not None:
            _merge(target, draft, "the only organisation with these words in its name", layout)
            gone.add(draft)
    return gone


def _by_word(pairs: Iterable[tuple[tuple[str, ...], Draft]]) -> dict[str, list[tuple[tuple[str, ...], Draft]]]:
    table: dict[str, list[tuple[tuple[str, ...], Draft]]] = defaultdict(list)
    for words, draft in pairs:
        for word in set(words):
            table[word].append((words, draft))
    return table


def _short_of(short: tuple[str, ...], long: tuple[str, ...], earlier: bool) -> bool:
    mine, theirs = set(short) - NAME_LINKS, set(long) - NAME_LINKS
    if not mine <= theirs or (mine == theirs and not earlier):
        return False
    head = head_word(long)
    if head not in mine and head_word(short) != head:
        return False
    extra = theirs - mine - {head}
    return len(mine) == 1 or head not in _FORCES or all(word in DEMONYMS for word in extra)
