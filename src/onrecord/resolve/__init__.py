"""Who is the same as whom within one report, and where its places lie."""

from onrecord.resolve.chains import resolve

__all__ = ["resolve"]
