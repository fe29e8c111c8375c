"""Who is the same as whom within one report."""

from onrecord.resolve.chains import resolve

__all__ = ["resolve"]
