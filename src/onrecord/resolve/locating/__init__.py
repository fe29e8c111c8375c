"""Where the places of a report lie on earth."""

from onrecord.resolve.locating.locate import locate

__all__ = ["locate"]
