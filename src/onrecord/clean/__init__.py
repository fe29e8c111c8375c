"""Bytes to canonical text, with a map from every offset back to them."""

from onrecord.clean.answer import FUNCTION, Cleaned, arguments_of, from_answer

__all__ = ["FUNCTION", "Cleaned", "arguments_of", "from_answer"]
