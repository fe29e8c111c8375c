"""How likely a statement is right: the model's probabilities, calibrated on open development data."""

from __future__ import annotations

import math

from onrecord.read.drafts import Draft

WEIGHTS = (-3.1142, 0.1721, 0.3575, 0.1943, -0.0709, 0.1518, 0.0687)
"""Bias, then weights of `features`; fitted by `python -m evaluation calibrate`, and to be fitted again for every model."""
EDGE = 1e-4


def features(draft: Draft) -> tuple[float, ...] | None:
    """What the calibration weighs, or None for a draft without a cue.

    Log-odds of the tags of the cue, of the weakest content and of the source (0 without one); 1 without a source, else 0; log-odds of
    the link to the source or to nobody, and of the weakest link to a content.
    """
    if draft.cue is None:
        return None
    content = min(p.confidence for p in draft.contents)
    source = _log_odds(draft.source.confidence) if draft.source else 0.0
    links = (_log_odds(p) for p in draft.links)
    return (_log_odds(draft.cue.confidence), _log_odds(content), source, float(draft.source is None), *links)


def confidence_of(draft: Draft) -> float | None:
    """Probability (0-1) that somebody who reads the report finds this statement, with this source and most of this content.

    None for what a rule found, and for a quotation that goes on without a cue: there is no gold to say how often that is right.
    """
    told = features(draft) if draft.learnt else None
    if told is None:
        return None
    return round(1 / (1 + math.exp(-(WEIGHTS[0] + sum(w * x for w, x in zip(WEIGHTS[1:], told, strict=True))))), 4)


def _log_odds(p: float) -> float:
    p = min(max(p, EDGE), 1 - EDGE)
    return math.log(p / (1 - p))
