"""Within one report: one proposition for each source and thing, and the outlet's voice only where nobody else is given the content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.settings import alike, same_time
from onrecord.link.claims.values import figure_of, of_one_scale, same_figure
from onrecord.record.vocabulary import StanceKind

_FIRST: Final[tuple[StanceKind, ...]] = ("denies", "asserts", "hedges", "predicts", "questions", "declines")
"""Of one source on one thing in one report, the first of these stands: a prediction beside an assertion gives way to it."""


def once(propositions: Sequence[Proposition]) -> tuple[Proposition, ...]:
    """Propositions of one report without what is said again.

    Args:
        propositions: All of one report, in the order of the text.

    Returns:
        Those of one source on one thing as one with several spans; the outlet's own only where nobody else says it.
    """
    groups: dict[tuple[str, str], list[Proposition]] = defaultdict(list)
    for one in propositions:
        groups[one.kind, one.theme].append(one)
    kept: list[Proposition] = []
    for (_, theme), group in groups.items():
        kept += group if theme == "said" else _state_last(_narrator_last(_by_speaker(group)))
    return tuple(sorted(_wholes(kept), key=lambda p: (p.spans[0].start, p.id)))


def _wholes(kept: Sequence[Proposition]) -> Iterator[Proposition]:
    """Marks as part of a toll what the same source tops with a larger figure for the same."""
    largest: dict[tuple[str, str, str | None, tuple[str, ...], bool, bool], float] = {}
    for one in kept:
        if one.value is not None and (figure := figure_of(one.value)) is not None:
            key = _toll(one)
            largest[key] = max(largest.get(key, 0.0), figure)
    listed = _listed(kept)
    for one in kept:
        figure = figure_of(one.value) if one.value is not None else None
        part = one.id in listed or (figure is not None and figure < largest[_toll(one)])
        yield replace(one, whole=False) if part else one


def _listed(kept: Sequence[Proposition]) -> frozenset[str]:
    """Figures that one source lists in one sentence, none of which is the sum: "two soldiers, a clerk and a driver were killed"."""
    lists: dict[tuple[str, str, tuple[str, ...]], list[Proposition]] = defaultdict(list)
    for one in kept:
        if one.value is not None and figure_of(one.value) is not None:
            lists[one.theme, one.speaker.key, one.setting.words].append(one)
    lists = {
        key: group
        for key, group in lists.items()
        if len(group) > (1 if any(figure_of(p.value) == 1 for p in group if p.value) else 2)
    }
    parts = [p for group in lists.values() for p in group]
    figures = {p.id: (p.value and figure_of(p.value)) or 0.0 for p in parts}
    tops = {
        max(group, key=lambda p: figures[p.id]).id
        for group in lists.values()
        if 2 * max(figures[p.id] for p in group) > sum(figures[p.id] for p in group)
    }
    return frozenset(figures.keys() - tops)


def _toll(one: Proposition) -> tuple[str, str, str | None, tuple[str, ...], bool, bool]:
    return one.theme, one.speaker.key, one.incident, one.setting.scenes, one.setting.aside, one.setting.long


def _by_speaker(group: Sequence[Proposition]) -> list[Proposition]:
    merged: list[Proposition] = []
    for one in group:
        for k, other in enumerate(merged):
            if other.speaker.key == one.speaker.key and _same(other, one):
                merged[k] = _joined(other, one)
                break
        else:
            merged.append(one)
    return merged


def _narrator_last(group: Sequence[Proposition]) -> list[Proposition]:
    named = [p for p in group if not p.speaker.narrator]
    kept = list(named)
    for one in group:
        if not one.speaker.narrator:
            continue
        same = [k for k, p in enumerate(kept) if not p.speaker.narrator and _same(p, one, nearly=True)]
        if not same:
            kept.append(one)
        for k in same[:1]:
            kept[k] = _joined(kept[k], one)
    return kept


def _state_last(group: Sequence[Proposition]) -> list[Proposition]:
    """Figures without those that "Russia" gives where the same report has them from a ministry of its own: these are the same words."""
    kept = [p for p in group if not _is_state(p)]
    for one in group:
        if not _is_state(one):
            continue
        same = (
            k
            for k, p in enumerate(kept)
            if one.value is not None and p.speaker.party == one.speaker.party and _same(p, one, nearly=True)
        )
        at = next(same, None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _joined(kept[at], one)
    return kept


def _is_state(one: Proposition) -> bool:
    speaker = one.speaker
    return speaker.party is not None and not speaker.narrator and speaker.party in (speaker.key, speaker.organisation)


def _same(a: Proposition, b: Proposition, nearly: bool = False) -> bool:
    """Whether two propositions of one report are about one thing, as it seems."""
    if nearly and _vaguely(a, b):
        return same_time(a.setting, b.setting)
    if nearly and a.value is not None and a.value == b.value and a.counted == b.counted and a.value.words is None:
        return same_time(a.setting, b.setting)
    if not alike(a.setting, b.setting):
        return False
    if a.value is None or b.value is None:
        return (a.value is None) == (b.value is None) and {a.stance, b.stance} != {"asserts", "denies"}
    if a.counted != b.counted and not (nearly and a.value == b.value):
        return False
    return same_figure(a.value, b.value, nearly)


def _vaguely(a: Proposition, b: Proposition) -> bool:
    """Whether one says "dozens" where the other has the figure."""
    if a.value is None or b.value is None or (a.value.words is None) == (b.value.words is None):
        return False
    return of_one_scale(a.value, b.value) and (a.counted == b.counted or None in (a.counted, b.counted))


def _joined(one: Proposition, other: Proposition) -> Proposition:
    spans = {(s.start, s.end): s for s in (*one.spans, *other.spans)}
    stance, source = min(((p.stance, p) for p in (one, other)), key=lambda pair: _FIRST.index(pair[0]))
    value = one.value
    if (
        one.value
        and other.value
        and not one.speaker.narrator
        and one.value.high is not None
        and other.value.high is None
        and other.value.low == one.value.low
    ):
        value = other.value
    return replace(
        one,
        spans=tuple(s for _, s in sorted(spans.items())),
        stance=stance,
        leans=source.leans,
        basis=source.basis,
        value=value,
        whole=one.whole and other.whole,
    )
