"""Who speaks, across reports: the ultimate source of a statement, who stands behind it, on whose side it is, whom it cites."""

from onrecord.link.sources.speaker import Speaker

__all__ = ["Speaker"]
