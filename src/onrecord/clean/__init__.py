"""Bytes to canonical text, with a map from every offset back to them."""

from onrecord.clean.answer import from_answer, to_answer
from onrecord.clean.report import Cleaned, clean

__all__ = ["Cleaned", "clean", "from_answer", "to_answer"]
