"""What was not done in a run, each by name and reason: the end of every account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.pipeline import Failed, Skipped
from onrecord.wording.visible import flat

__all__ = ["as_values", "lines_of"]


def lines_of(skipped: Sequence[Skipped], failed: Sequence[Failed]) -> Iterator[str]:
    """Tells it to a person, a line each."""
    for passed in skipped:
        yield f"  skipped {flat(passed.name)}: {flat(passed.reason)}"
    for item in failed:
        yield f"  failed  {flat(item.name)}: {item.error}: {flat(item.reason)}"


def as_values(skipped: Sequence[Skipped], failed: Sequence[Failed]) -> dict[str, list[dict[str, str]]]:
    """Tells it to a program, as JSON values."""
    return {
        "skipped": [{"name": item.name, "reason": item.reason} for item in skipped],
        "failed": [{"name": item.name, "error": item.error, "reason": item.reason} for item in failed],
    }
