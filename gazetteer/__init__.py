"""Builds the gazetteer that ships with onrecord; nothing here is part of the installed package."""
