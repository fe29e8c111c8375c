"""Records of what people accepted and corrected, to train readers with and to look at."""

from onrecord.export.gold.write import FORMAT

__all__ = ["FORMAT"]
