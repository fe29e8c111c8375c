"""How many independent sources stand behind a claim, and what that comes to: a plain count, until the room for counting has its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.values import apart
from onrecord.record.claim import Join, Stance, Tally
from onrecord.record.vocabulary import ClaimStatus

Row = tuple[Stance, Proposition]
_COUNTED: Final = frozenset({"asserts", "denies", "hedges"})


def tally_of(rows: Sequence[Row], families: Mapping[str, Sequence[str]]) -> tuple[Tally, ClaimStatus, str]:
    """Count the independent sources of a claim.

    Args:
        rows: Its stances, each with its proposition.
        families: The copy families of each report.

    Returns:
        The tally, the status, and why.
    """
    counted = [k for k, (stance, _) in enumerate(rows) if stance.stance in _COUNTED]
    home = {k: k for k in counted}
    joins: list[Join] = []
    for name, keys in _keys(rows, counted, families).items():
        kind, why = name.split("|", 1)
        if len(keys) > 1:
            joins.append(Join(kind, tuple(keys), why))
            first = home[keys[0]]
            merged = {home[k] for k in keys}
            home = {k: first if h in merged else h for k, h in home.items()}
    components = sorted(set(home.values()))
    documents = list(dict.fromkeys(rows[k][0].document for k in counted))
    unnamed = sum(all(rows[k][1].speaker.unnamed for k in counted if home[k] == c) for c in components)
    tally = Tally(
        reports=len(documents),
        copy_families=len({min(families.get(d, (d,)), default=d) for d in documents}),
        sources=len({rows[k][1].speaker.key for k in counted if not rows[k][1].narrated}),
        independent=len(components),
        parties=len({rows[k][1].speaker.party for k in counted if rows[k][1].speaker.party}),
        unnamed=unnamed,
        joins=tuple(joins),
    )
    status, why = _status(rows, counted, home, len(components), len(documents))
    return tally, status, why


def _keys(rows: Sequence[Row], counted: Sequence[int], families: Mapping[str, Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for k in counted:
        stance, one = rows[k]
        found.setdefault(f"source|{one.speaker.key}", []).append(k)
        if one.speaker.organisation:
            found.setdefault(f"organisation|{one.speaker.organisation}", []).append(k)
        if one.narrated or one.speaker.unnamed:
            for family in families.get(stance.document, ()):
                found.setdefault(f"copies|{family}", []).append(k)
    return found


def _status(
    rows: Sequence[Row], counted: Sequence[int], home: Mapping[int, int], components: int, documents: int
) -> tuple[ClaimStatus, str]:
    sides = {k: _side(rows[k][0]) for k in counted}
    asserting = {home[k] for k in counted if sides[k] == "asserts"}
    denying = {home[k] for k in counted if sides[k] == "denies"}
    if asserting and denying and len(asserting | denying) > 1:
        return "contested", "one asserts what another denies"
    figures = [
        (home[k], value)
        for k in counted
        if (value := rows[k][0].value) is not None and not rows[k][0].superseded and value.of is None
    ]
    for i, (one, a) in enumerate(figures):
        for other, b in figures[i + 1 :]:
            if one != other and apart(a, b):
                return "contested", "the figures do not meet"
    if denying and not asserting:
        return "denied_only", "only denials are on record"
    if components > 1:
        return "corroborated", f"{components} independent sources, none of which opposes"
    if documents > 1:
        return "repeated_not_corroborated", f"one source in {documents} reports"
    return "single_source", "one source in one report"


def _side(stance: Stance) -> str:
    return stance.leans or "asserts" if stance.stance == "hedges" else stance.stance
