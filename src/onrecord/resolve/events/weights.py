"""What `places` counts by: fitted by `python -m training.event_places`, and kept as numbers that can be read."""

from __future__ import annotations

from typing import Final

BIAS: Final = 1.58
WEIGHTS: Final = {
    "an organisation": -0.62,
    "another event between": -0.62,
    "before a noun": -0.13,
    "before the trigger": -0.87,
    "breaks": -0.53,
    "breaks before": 0.63,
    "contains": -1.11,
    "country": -1.58,
    "did not happen": -0.56,
    "distance": -0.42,
    "elsewhere": -0.86,
    "event without type": -0.03,
    "in": 1.26,
    "marks": -0.32,
    "near": 0.76,
    "of": 1.01,
    "of who speaks": -0.38,
    "opens the sentence": 1.42,
    "owner": -1.07,
    "right before": -0.12,
    "right behind": 0.74,
    "towards": -0.01,
    "within the actor": -0.76,
    "within the target": 0.98,
    "within the victim": 0.05,
}
LEAST: Final = 0.3
"""Log-odds below which no place is named."""
NETWORK: Final = 0.5
"""What the log-odds that the network gives a place against none count beside these."""
