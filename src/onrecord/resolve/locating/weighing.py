"""Which place each name of a report means, weighed over the report as a whole.

Each name is first judged by itself. Then every name lends its likely places weight to their country, province and neighbourhood, and each
name is judged again by what the others lend; this is done a few times. Nothing is compared pair by pair, so a name takes no longer among many.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.reference.gazetteer import Location
from onrecord.resolve.locating.table import FEATURES, STATIC, Asked, Floats, Table, Whole, lay_out
from onrecord.resolve.locating.weights import CALIBRATION, WEIGHTS

__all__ = ["SIGNS", "Weighed", "share_out", "signs_of", "weigh"]

SIGNS: Final = (
    "bias", "share", "lead", "population", "people of a division", "main name", "country", "capital", "province", "district", "contained",
    "same country", "same province", "neighbours", "alone", "inside", "elsewhere", "people", "organisation",
)  # fmt: skip
"""What an answer is trusted by: features of the first candidate, and how the name is used."""
ROUNDS: Final = 3
HEARD: Final = 0.9
"""How much of the confidence is left where the spelling is not that of the gazetteer; not measured, no gold file has enough of them."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a name was found to mean.

    Attributes:
        candidates: Best first.
        shares: How the candidates share the probability among them.
        confidence: Calibrated probability that the first is the place meant.
        reasons: What spoke for the first.
    """

    candidates: tuple[Location, ...]
    shares: tuple[float, ...]
    confidence: float
    reasons: tuple[str, ...]


def weigh(asked: Sequence[Asked], home: str | None = None) -> list[Weighed]:
    """Finds what each name means.

    Args:
        asked: The names of one report, each once; each has at least one candidate.
        home: Country that the outlet's address gives away.
    """
    if not asked:
        return []
    table, shares = share_out(asked, home, WEIGHTS)
    order, edges = _best_first(table, shares)
    trusted = signs_of(asked, table, shares) @ np.array([CALIBRATION[name] for name in SIGNS])
    answers = []
    for k, name in enumerate(asked):
        rows = order[edges[k] : edges[k + 1]].tolist()
        answers.append(
            Weighed(
                tuple(table.rows[row] for row in rows),
                tuple(shares[rows].tolist()),
                float(1 / (1 + np.exp(-trusted[k]))) * (HEARD if name.heard else 1.0),
                _reasons(table.x[rows[0]].tolist(), len(rows), name),
            )
        )
    return answers


def share_out(asked: Sequence[Asked], home: str | None, weights: Mapping[str, float]) -> tuple[Table, Floats]:
    """The table of all candidates, and how those of each name share its probability.

    Args:
        asked: The names.
        home: Country that the outlet's address gives away.
        weights: By which the features count.
    """
    table = lay_out(asked, home)
    w = np.array([weights[name] for name in FEATURES])
    shares = _softmax(table, table.x[:, :STATIC] @ w[:STATIC])
    others = np.maximum(table.counts.sum() - table.counts, 1e-9)[table.of]
    for _ in range(ROUNDS):
        lent = shares * table.counts[table.of]
        for column, lending in enumerate(table.lendings, STATIC):
            table.x[:, column] = np.sqrt(np.clip(lending.borrowed(lent) / others, 0, 1))
        shares = _softmax(table, table.x @ w)
    return table, shares


def signs_of(asked: Sequence[Asked], table: Table, shares: Floats) -> Floats:
    """What each name's first candidate is trusted by, a row for each name."""
    order, edges = _best_first(table, shares)
    first = order[edges[:-1]]
    second = order[np.minimum(edges[:-1] + 1, len(order) - 1)]
    alone = np.diff(edges) == 1
    column = {name: table.x[first, k] for k, name in enumerate(FEATURES)}
    column["bias"] = np.ones(len(asked))
    column["share"] = shares[first]
    column["lead"] = shares[first] - np.where(alone, 0.0, shares[second])
    column["alone"] = alone.astype(float)
    column["organisation"] = np.array(["organisation" in name.kinds for name in asked], float)
    for kind in ("inside", "elsewhere", "people"):
        column[kind] = np.array([kind in name.kinds and "place" not in name.kinds for name in asked], float)
    return np.stack([column[name] for name in SIGNS], axis=1)


def _softmax(table: Table, scores: Floats) -> Floats:
    top = np.full(len(table.counts), -np.inf)
    np.maximum.at(top, table.of, scores)
    grown = np.exp(scores - top[table.of])
    return np.asarray(grown / np.bincount(table.of, grown)[table.of])


def _best_first(table: Table, shares: Floats) -> tuple[Whole, Whole]:
    """The rows of each name together, best first, and where each name's begin."""
    order = np.lexsort((-shares, table.of))
    return order, np.searchsorted(table.of[order], np.arange(len(table.counts) + 1))


def _reasons(x: Sequence[float], candidates: int, name: Asked) -> tuple[str, ...]:
    value = dict(zip(FEATURES, x, strict=True))
    told = {
        "the only place of this name": candidates == 1,
        "the gazetteer spells it otherwise": name.heard,
        "it is said what it lies in": value["contained"] > 0,
        "the report is written from there": name.dateline,
        "other places of the report lie near": value["neighbours"] > 0.3,
        "other places of the report lie in the same province": value["same province"] > 0.3,
        "other places of the report lie in the same country": value["same country"] > 0.3 and not value["country"],
        "the outlet is from this country": value["home"] > 0 and candidates > 1,
        "it has most people of all places of this name": value["most people"] > 0 and candidates > 1,
    }
    return tuple(reason for reason, holds in told.items() if holds)
