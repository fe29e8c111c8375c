"""A ledger as rows in the manner of UCDP's Georeferenced Event Dataset."""

from onrecord.export.ucdp.row import COLUMNS, UcdpRow
from onrecord.export.ucdp.write import FORMAT

__all__ = ["COLUMNS", "FORMAT", "UcdpRow"]
