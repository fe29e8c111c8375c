"""Checking a ledger: everything that it holds against what it must be. Nothing is repaired."""

from onrecord.ledger.verify.checks import verify
from onrecord.ledger.verify.finding import Finding

__all__ = ["Finding", "verify"]
