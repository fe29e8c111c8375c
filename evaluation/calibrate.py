"""Fits the confidence of statements on half of the documents and tests it on the other half, both ways round."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.gold import Shared, iter_json
from evaluation.inside import drafts_of
from evaluation.predict import BATCH, document_of
from evaluation.reliability import bins_of_mass, bins_of_width, brier, by_chance, expected_error, table
from evaluation.scoring import Scorers
from onrecord.read.calibration import features
from onrecord.read.drafts import Draft
from onrecord.read.quotations import find_quotations
from onrecord.read.reader import Reader
from onrecord.read.roles import Piece
from onrecord.read.statements import is_statement

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Json = dict[str, Any]

RIDGE = 1e-2
"""Keeps weights of features that go together from growing against each other; larger values changed no figure."""
STEPS = 50
SMALLEST = 1e-4


@dataclass(frozen=True, slots=True)
class Judged:
    """Drafts of a file with whether they are right.

    Attributes:
        told: float64 (drafts, features), what the calibration weighs.
        right: bool (drafts,), linked to a gold statement.
        kept: bool (drafts,), whether the product puts the draft forward.
        half: bool (drafts,), which half its document belongs to.
    """

    told: Floats
    right: Bools
    kept: Bools
    half: Bools


def run(reader: Reader, gold: Path, shared: Shared) -> int:
    """Prints how calibrated the confidence is, and the weights to set."""
    judged = judge(reader, gold, Scorers(shared.scorers))
    print(
        f"{len(judged.right)} drafts with a cue, {judged.right.mean():.3f} of them linked; {judged.kept.sum()} are kept as statements\n"
    )
    stated = crossed(judged)
    for name, part in (("all", np.ones(len(stated), bool)), ("kept as statements", judged.kept)):
        print(summary(f"fitted on one half, tested on the other: {name}", stated[part], judged.right[part]))
    for half in (False, True):
        part = judged.half == half
        print(summary(f"  half {int(half) + 1} alone", stated[part], judged.right[part]))
    print("\n" + table(bins_of_mass(stated, judged.right)) + "\n")
    weights = fit(judged.told, judged.right)
    print("src/onrecord/read/calibration.py, fitted on all:")
    print(f"WEIGHTS = ({', '.join(f'{w:.4f}' for w in weights)})")
    return 0


def summary(name: str, stated: Floats, right: Bools) -> str:
    """One line: the calibration error in both kinds of bins, and what chance alone would show."""
    mass, width = expected_error(bins_of_mass(stated, right)), expected_error(bins_of_width(stated, right))
    return (f"{name}: ECE {mass:.4f} in 10 bins of equal mass, {width:.4f} in 15 of equal width "
            f"(a faultless one would show {by_chance(stated):.4f} of the former); Brier {brier(stated, right):.4f}, n = {len(right)}")  # fmt: skip


def judge(reader: Reader, gold: Path, scorers: Scorers) -> Judged:
    """Reads a file and says of each draft what the calibration weighs and whether it is right."""
    records = list(iter_json(gold))
    documents = [document_of(record, f"{gold.name} record {k}") for k, record in enumerate(records, 1)]
    told, right, kept, half = [], [], [], []
    found = [
        own
        for k in range(0, len(documents), BATCH)
        for own in drafts_of(reader, [d.text for d in documents[k : k + BATCH]])
    ]
    for record, document, drafts in zip(records, documents, found, strict=True):
        quotations = find_quotations(document.text)
        linked = scorers.linked(record, {"statements": [_plain(draft) for draft in drafts]})
        for k, draft in enumerate(drafts):
            weighed = features(draft)
            if weighed is not None:
                told.append(weighed)
                right.append(k in linked)
                kept.append(is_statement(document.text, draft, quotations))
                half.append(zlib.crc32(document.id.encode()) % 2 == 1)
    return Judged(np.array(told), np.array(right), np.array(kept), np.array(half))


def fit(told: Floats, right: Bools) -> Floats:
    """Weights float64 (1 + features,) of a logistic regression, by Newton's method; the bias first."""
    rows = np.column_stack([np.ones(len(told)), told])
    ridge = RIDGE * np.eye(rows.shape[1])
    ridge[0, 0] = 0
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        stated = _logistic(rows @ weights)
        slope = rows.T @ (stated - right) + ridge @ weights
        curve = (rows * (stated * (1 - stated))[:, None]).T @ rows + ridge + 1e-9 * np.eye(len(ridge))
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if np.abs(step).max() < SMALLEST:
            break
    return weights


def apply(weights: Floats, told: Floats) -> Floats:
    """Probabilities float64 (drafts,)."""
    return _logistic(weights[0] + told @ weights[1:])


def crossed(judged: Judged) -> Floats:
    """For each draft the probability that the other half's fit gives it."""
    stated = np.zeros(len(judged.right))
    for half in (False, True):
        there, here = judged.half != half, judged.half == half
        stated[here] = apply(fit(judged.told[there], judged.right[there]), judged.told[here])
    return stated


def _logistic(x: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return result


def _plain(draft: Draft) -> Json:
    def spans(*pieces: Piece | None) -> Json:
        return {"spans": [{"start": p.start, "end": p.end} for p in pieces if p is not None]}

    return {"source": spans(draft.source), "cue": spans(draft.cue), "content": spans(*draft.contents)}
