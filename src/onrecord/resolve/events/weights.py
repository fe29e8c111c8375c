"""What `places` counts by: fitted by `python -m training.event_places`, and kept as numbers that can be read."""

from __future__ import annotations

from typing import Final

BIAS: Final = 0.62
WEIGHTS: Final = {
    "an organisation": -0.88,
    "another event between": -0.08,
    "before a noun": -0.39,
    "before the trigger": -0.22,
    "breaks": -0.55,
    "breaks before": 0.34,
    "called a town": 0.93,
    "contains": -0.18,
    "country": -1.65,
    "did not happen": -0.36,
    "distance": -0.41,
    "elsewhere": -0.56,
    "event without type": -0.08,
    "in": 1.03,
    "in a country": 0.25,
    "in a wider one": -0.12,
    "marks": -0.25,
    "near": 0.62,
    "of": 0.65,
    "of who speaks": -0.11,
    "opens the sentence": 0.92,
    "owner": -0.75,
    "part of it": -0.15,
    "right before": -0.43,
    "right behind": 0.59,
    "the first behind": 0.93,
    "the last before": -0.3,
    "the only place": 0.77,
    "towards": -0.25,
    "within the actor": -0.7,
    "within the target": 0.81,
    "within the victim": -0.22,
}
LEAST: Final = 1.0
"""Log-odds below which no place is named."""
NETWORK: Final = 1.0
"""What the log-odds that the network gives a place against none count beside these. Both chosen on what was held out: `--network` shows it."""
