"""The ledger: reports with their bytes and readings, kept for good, found again, and shown to be what they were."""

from onrecord.ledger.adding import Added
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.originals import Originals

__all__ = ["Added", "Ledger", "Originals", "open_ledger"]
