"""Bytes to canonical text, with a map from every offset back to them."""

from onrecord.clean.answer import FUNCTION, Cleaned, from_answer

__all__ = ["FUNCTION", "Cleaned", "from_answer"]
