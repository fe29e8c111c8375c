"""A report or a ledger as rows in the manner of ACLED, with what a coder would check, and what is in no row and why."""

from onrecord.export.acled.cells import csv_head, csv_line
from onrecord.export.acled.code import code
from onrecord.export.acled.row import COLUMNS, AcledRow, Check, Coded, CodedRow, LeftOut
from onrecord.export.acled.write import FORMAT

__all__ = ["COLUMNS", "FORMAT", "AcledRow", "Check", "Coded", "CodedRow", "LeftOut", "code", "csv_head", "csv_line"]
