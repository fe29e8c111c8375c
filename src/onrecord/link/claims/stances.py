"""From the propositions of a claim to its stances: one for each source in each report, later figures in the place of earlier ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.sides import rivals
from onrecord.record.claim import Stance, Value
from onrecord.record.vocabulary import StanceKind

_ORDER: Final[tuple[StanceKind, ...]] = ("asserts", "denies", "hedges", "predicts", "questions", "declines")
_SIDES: Final = frozenset({"asserts", "denies"})


def stances_of(members: Sequence[Proposition], theme: str) -> tuple[tuple[Stance, Proposition], ...]:
    """The stances of a claim, in the order of reports and text.

    Args:
        members: Its propositions.
        theme: What the claim is about. Of a place that is said to be held, who says that another holds it denies it.

    Returns:
        Each stance with the proposition whose speaker it has. A source that contradicts itself in one report has two.
    """
    groups: dict[tuple[str, str], list[Proposition]] = defaultdict(list)
    for one in members:
        groups[one.document, one.speaker.key].append(_turned(one, theme))
    rows: list[tuple[Stance, Proposition]] = []
    for group in groups.values():
        sides = sorted({p.stance for p in group} & _SIDES)
        if len(sides) == 2:
            rows += [_stance([p for p in group if p.stance == side]) for side in sides]
        else:
            rows.append(_stance(group))
    rows.sort(key=lambda row: (row[1].published or "", row[0].document, row[0].spans[0].start))
    return _superseded(rows)


def _turned(one: Proposition, theme: str) -> Proposition:
    if one.theme == theme or not rivals(one.theme, theme):
        return one
    other: Mapping[StanceKind, StanceKind] = {"asserts": "denies", "denies": "questions"}
    leans: StanceKind | None = "denies" if one.stance == "hedges" else None
    return replace(
        one, stance=other.get(one.stance, one.stance), leans=leans, basis="slots: another is said to hold it"
    )


def _stance(group: Sequence[Proposition]) -> tuple[Stance, Proposition]:
    first = min(group, key=lambda p: (_ORDER.index(p.stance), p.spans[0].start))
    same = [p for p in group if p.stance == first.stance]
    spans = {(s.start, s.end): s for p in same for s in p.spans}
    valued = [p.value for p in same if p.value is not None]
    speaker = first.speaker
    stance = Stance(
        document=first.document,
        statement=first.statement,
        spans=tuple(span for _, span in sorted(spans.items())),
        stance=first.stance,
        source=speaker.name,
        value=_latest(valued),
        basis=first.basis,
        organisation=speaker.organisation_name,
        unnamed=speaker.unnamed or None,
        leans=first.leans if first.stance == "hedges" else None,
    )
    return stance, first


def _latest(values: Sequence[Value]) -> Value | None:
    """Of one source the latest figure counts; said once as "at least" and once plainly, "at least" holds."""
    if not values:
        return None
    last = values[-1]
    open_ended = [v for v in values if v.low == last.low and v.high is None and v.low is not None]
    return open_ended[0] if open_ended else last


def _superseded(rows: Sequence[tuple[Stance, Proposition]]) -> tuple[tuple[Stance, Proposition], ...]:
    """Marks the figures that their source replaced in a later report."""
    newest: dict[str, tuple[str, float]] = {}
    for stance, one in rows:
        figure = _figure(stance.value)
        if figure is not None and not one.speaker.unnamed and not one.speaker.narrator:
            key = (one.published or "", figure)
            newest[one.speaker.key] = max(newest.get(one.speaker.key, key), key)
    marked: list[tuple[Stance, Proposition]] = []
    for stance, one in rows:
        figure, last = _figure(stance.value), newest.get(one.speaker.key)
        old = (
            figure is not None
            and last is not None
            and not one.speaker.unnamed
            and not one.speaker.narrator
            and figure != last[1]
        )
        marked.append((replace(stance, superseded=True) if old else stance, one))
    return tuple(marked)


def _figure(value: Value | None) -> float | None:
    return None if value is None else value.low if value.low is not None else value.high
