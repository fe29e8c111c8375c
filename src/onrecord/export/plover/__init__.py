"""A ledger as records in the manner of PLOVER."""

from onrecord.export.plover.write import FORMAT

__all__ = ["FORMAT"]
