"""How far stated probabilities are from what came true. In: probabilities and outcomes. Out: calibration error, and a table."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

MASS_BINS, WIDTH_BINS = 10, 15
DRAWS, SEED = 200, 20240229


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements of like confidence."""

    low: float
    high: float
    count: int
    stated: float
    right: float


def bins_of_mass(stated: Floats, right: Bools, bins: int = MASS_BINS) -> list[Bin]:
    """Bins with equally many statements each, by confidence."""
    order = np.argsort(stated, kind="stable")
    return [_bin(stated[part], right[part]) for part in np.array_split(order, bins) if len(part)]


def bins_of_width(stated: Floats, right: Bools, bins: int = WIDTH_BINS) -> list[Bin]:
    """Bins of equal width over 0 to 1; empty ones are left out."""
    number = np.minimum((stated * bins).astype(int), bins - 1)
    return [_bin(stated[number == k], right[number == k]) for k in range(bins) if (number == k).any()]


def expected_error(bins: list[Bin]) -> float:
    """Mean distance of stated probability and share that was right, weighted by how many statements a bin has."""
    total = sum(b.count for b in bins)
    return sum(b.count * abs(b.stated - b.right) for b in bins) / total if total else 0.0


def by_chance(stated: Floats, bins: int = MASS_BINS) -> float:
    """The error in bins of equal mass that probabilities without any fault would show at this sample size, on average."""
    random = np.random.default_rng(SEED)
    draws = [expected_error(bins_of_mass(stated, random.random(len(stated)) < stated, bins)) for _ in range(DRAWS)]
    return float(np.mean(draws))


def brier(stated: Floats, right: Bools) -> float:
    """Mean squared distance of stated probability and outcome."""
    return float(np.mean((stated - right) ** 2)) if len(stated) else 0.0


def table(bins: list[Bin]) -> str:
    """The reliability figure as text: what was stated, what was right, and a bar of the latter with a mark at the former."""
    lines = ["stated          n   mean  right"]
    for b in bins:
        bar = ["#" if k < round(40 * b.right) else "." for k in range(41)]
        bar[round(40 * b.stated)] = "|"
        lines.append(f"{b.low:.3f}-{b.high:.3f} {b.count:5d}  {b.stated:.3f}  {b.right:.3f}  {''.join(bar)}")
    return "\n".join(lines)


def _bin(stated: Floats, right: Bools) -> Bin:
    return Bin(float(stated.min()), float(stated.max()), len(stated), float(stated.mean()), float(right.mean()))
