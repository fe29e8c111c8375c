"""When that was: expressions of time with their value, their days and what they were worked out from."""

from onrecord.resolve.times.dates import resolve_times

__all__ = ["resolve_times"]
