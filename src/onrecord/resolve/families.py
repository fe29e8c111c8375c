"""Bare surnames and first names, given to those who are named in full. In: drafts of persons. Out: the same, each bare name where it is certain whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from onrecord.resolve.drafts import Draft, Place
from onrecord.resolve.layout import Layout
from onrecord.resolve.names import spelling

NEAR = 2
"""Sentences within which somebody of the same surname, named in full, makes a bare surname doubtful."""
FULL = 3
"""Words of a full name, as far as capitals alone tell."""
SETTLED = 2
"""Times that a bare surname was somebody's, after which it stays so: relatives go by their full or first names."""
_LOCATIVE = frozenset(("in", "at", "near", "outside", "around", "across", "from"))
"""Prepositions after which a word that the reader takes for a place's name is one, though somebody bears it too."""


def sole(candidates: Iterable[Draft]) -> Draft | None:
    """The only candidate, None if there are several or none."""
    found = list(dict.fromkeys(candidates))
    return found[0] if len(found) == 1 else None


def grouped(
    pairs: Iterable[tuple[tuple[str, ...], Draft]], of: Callable[[tuple[str, ...]], object]
) -> dict[object, list[Draft]]:
    """Drafts by what a function tells of their names."""
    table: dict[object, list[Draft]] = defaultdict(list)
    for words, draft in pairs:
        table[of(words)].append(draft)
    return table


def join_short_names(persons: Sequence[tuple[tuple[str, ...], Draft]], layout: Layout) -> None:
    """Surnames and first names alone, each place by itself, for a report may name two of a family."""
    # A longer row of capitals that the reader left alone is a headline more often than somebody's name.
    full = [(w, d) for w, d in persons if len(w) > 1 and (len(w) <= FULL or any(p.found for p in d.places))]
    by_last, by_first = grouped(full, lambda w: w[-1]), grouped(full, lambda w: w[0])
    by_sound, first_sound = grouped(full, lambda w: spelling(w[-1])), grouped(full, lambda w: spelling(w[0]))
    bare = [(w, d) for w, d in persons if len(w) == 1 and d.places]
    # First names first: they tell who of a family is spoken of most, and so whose the surname is.
    for words, draft in sorted(bare, key=lambda pair: pair[0][0] in by_last):
        name = words[0]
        tables: tuple[tuple[list[Draft], str], ...] = (
            (by_last.get(name, []), "the surname of"),
            (by_first.get(name, []), "the first name of"),
            (by_sound.get(spelling(name), []), "another spelling of the surname of"),
            (first_sound.get(spelling(name), []), "another spelling of the first name of"),
        )
        for family, why in tables:
            if family:
                _place_by_place(draft, family, why, layout)
                break


def _place_by_place(short: Draft, family: Sequence[Draft], why: str, layout: Layout) -> None:
    usual: Draft | None = None
    settled = 0
    told = _personal(short)
    family = [d for d in dict.fromkeys(family) if told or _personal(d)]
    for place in list(short.places):
        fitting = [d for d in family if _may_be(place, d, layout)]
        earlier = [d for d in fitting if d.starts and d.starts[0] < place.start] or fitting
        target = sole(earlier) or (_foremost(earlier, place) if usual is None else None)
        if target is None and usual in earlier and usual is not None:
            target = usual if settled >= SETTLED or not _another_near(place, usual, earlier, layout) else None
        if target is None:
            continue
        usual = usual or target
        settled += target is usual
        at = short.places.index(place)
        del short.places[at], short.starts[at]
        target.add(place, f"{why} the only one it can be", layout)


def _foremost(family: Sequence[Draft], place: Place) -> Draft | None:
    """The one of a family who is named at least twice as often as any other: in all the report, or before a place."""
    for counts in (
        [len(d.places) for d in family],
        [sum(start < place.start for start in d.starts) for d in family],
    ):
        first, second = sorted(counts, reverse=True)[:2] if len(counts) > 1 else (0, 0)
        if first >= 2 * second > 0:
            return family[counts.index(first)]
    return None


def _personal(draft: Draft) -> bool:
    """Whether anything but its capitals says that this is somebody: kind, title, or that he or she speaks."""
    return draft.kind == "person" or any(place.statements or place.phrase.roles for place in draft.places)


def _may_be(place: Place, draft: Draft, layout: Layout) -> bool:
    phrase = place.phrase
    if phrase.kind not in (None, "person") and draft.kind == "person":
        before = layout.before(place.start, 1)
        if len(draft.names[0]) < 2 or (before and before[0].plain in _LOCATIVE):
            return False
    return phrase.gender is None or draft.gender is None or phrase.gender == draft.gender


def _another_near(place: Place, usual: Draft, family: Sequence[Draft], layout: Layout) -> bool:
    """Whether another of the name was spoken of more recently, and not long ago."""
    mine = usual.before(place.start)
    for other in family:
        last = other.before(place.start) if other is not usual else None
        if (
            last
            and (mine is None or last.start > mine.start)
            and layout.sentence(place.start) - layout.sentence(last.start) <= NEAR
        ):
            return True
    return False
