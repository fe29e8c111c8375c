"""Finds quantities. In: a text with its statements. Out: quantities with their range, unit and who gives them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.quantity import Quantity
from onrecord.record.statement import Statement


def find_quantities(text: str, statements: Sequence[Statement]) -> tuple[Quantity, ...]:
    """Quantities in the order of the text.

    Args:
        text: The text that was read.
        statements: What is said in it: a number within a content is that source's.
    """
    del text, statements
    return ()
