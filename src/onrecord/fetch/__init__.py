"""Bytes as they came: from files, folders, standard input and files of records, and the jail that parsers run in."""

from onrecord.fetch.files import MOST_BYTES, STANDARD_INPUT, Failed, Found, Skipped, iter_inputs
from onrecord.fetch.jail import Jail
from onrecord.fetch.records import Given

__all__ = ["MOST_BYTES", "STANDARD_INPUT", "Failed", "Found", "Given", "Jail", "Skipped", "iter_inputs"]
