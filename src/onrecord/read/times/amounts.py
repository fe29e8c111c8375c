"""How much and of what: "more than two years", "2 1/2 hours". In: words. Out: a number, a unit, a TIMEX3 duration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.read.times.letters import Token
from onrecord.read.times.lexicon import NUMERIC

CLOCK_UNITS: Final = {"H": "H", "MIN": "M", "S": "S"}
"""Units that TIMEX3 writes behind a T."""
BOUNDS: Final = {
    ("more", "than"): "MORE_THAN",
    ("over",): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("fewer", "than"): "LESS_THAN",
    ("under",): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("nearly",): "LESS_THAN",
    ("almost",): "LESS_THAN",
    ("about",): "APPROX",
    ("around",): "APPROX",
    ("approximately",): "APPROX",
    ("roughly",): "APPROX",
    ("some",): "APPROX",
}


def number_in(tokens: Sequence[Token]) -> float | None:
    """The number that some words give.

    Returns:
        None where it is vague ("several", "dozens of") or where there is none.
    """
    total, current, seen = 0.0, 0.0, False
    for at, token in enumerate(tokens):
        word = token.means
        if token.kind in ("several", "units", "unit") or word in ("hundreds", "thousands"):
            if word == "couple":
                return 2
            if token.kind == "several":
                return 12 if word == "dozen" and current in (0, 1) else None
            break
        if token.kind == "half" and seen:
            return total + current + 0.5
        if token.kind == "slash" and at and at + 1 < len(tokens):
            return _fraction(tokens, at)
        if token.kind in NUMERIC and isinstance(word, int | float):
            current, seen = current + word, True
        elif word in ("hundred", "thousand"):
            scale = 100 if word == "hundred" else 1000
            current, seen = max(current, 1) * scale, True
            total, current = total + current, 0.0
        elif token.kind == "a" and not seen:
            current, seen = 1.0, True
            if at + 1 < len(tokens) and tokens[at + 1].means in ("hundred", "thousand", "couple"):
                current = 0.0
        elif token.kind == "and":
            continue
    return total + current if seen else None


def _fraction(tokens: Sequence[Token], slash: int) -> float | None:
    above, below = tokens[slash - 1].means, tokens[slash + 1].means
    whole = tokens[slash - 2].means if slash > 1 and tokens[slash - 2].kind in NUMERIC else 0
    if isinstance(above, int) and isinstance(below, int) and isinstance(whole, int | float) and below:
        return whole + above / below
    return None


def bound_of(tokens: Sequence[Token]) -> str | None:
    """The TIMEX3 modifier of an amount: MORE_THAN of "over a year"."""
    words = tuple(str(token.means) for token in tokens[:2])
    if tokens and any(token.means == "or" for token in tokens) and tokens[-1].means == "so":
        return "APPROX"
    return BOUNDS.get(words) or BOUNDS.get(words[:1])


HALVES: Final = {"Y": "P6M", "H": "PT30M", "D": "PT12H", "M": "P2W", "MIN": "PT30S"}
IN_SMALLER: Final = {"2W": ("W", 2), "DE": ("Y", 10), "CE": ("Y", 100), "Q": ("M", 3)}
"""Units that are counted in smaller ones where a number is said: two decades are P20Y."""


def duration(number: float | None, unit: str) -> str:
    """The TIMEX3 value of an amount: P2Y, PT1H, PXD."""
    unit = "D" if unit == "NI" else unit
    if number is not None and unit in IN_SMALLER:
        unit, scale = IN_SMALLER[unit]
        number *= scale
    if number == 0.5 and unit in HALVES:
        return HALVES[unit]
    mark, letter = ("T", CLOCK_UNITS[unit]) if unit in CLOCK_UNITS else ("", unit.removeprefix("2"))
    if number is not None and number % 1 == 0.5 and unit in ("Y", "H"):
        return f"P{mark}{int(number)}{letter}{'6M' if unit == 'Y' else '30M'}"
    shown = "X" if number is None else f"{number:g}"
    return f"P{mark}{shown}{letter}"
