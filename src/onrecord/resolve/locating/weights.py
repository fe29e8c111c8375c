"""What `weighing` counts by: fitted by `python -m training.places`, and kept as numbers that can be read."""

from __future__ import annotations

from typing import Final

WEIGHTS: Final = {
    "population": 4.0,
    "people of a division": 2.57,
    "country": 0.94,
    "capital": 0.96,
    "province": 1.91,
    "district": 0.75,
    "namesake": -0.5,
    "region": -1.17,
    "nature": 0.81,
    "main name": 1.38,
    "most people": 0.41,
    "contained": 2.5,
    "not contained": -2.5,
    "home": 1.67,
    "same country": 1.87,
    "same province": 3.77,
    "neighbours": 2.34,
}
CALIBRATION: Final = {
    "bias": -2.31,
    "share": 0.77,
    "lead": 1.29,
    "population": 1.01,
    "people of a division": 1.03,
    "main name": 0.63,
    "country": 1.14,
    "capital": 0.23,
    "province": 0.66,
    "district": -0.02,
    "contained": 0.99,
    "same country": 0.45,
    "same province": 1.15,
    "neighbours": 0.1,
    "alone": 0.53,
    "inside": -0.94,
    "elsewhere": 0.14,
    "people": 0.78,
    "organisation": -0.02,
}
LEAST: Final = 0.6
"""Confidence below which there is no answer."""
