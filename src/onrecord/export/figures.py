"""Numbers and ranges as words."""

from __future__ import annotations

__all__ = ["figure"]


def figure(low: float | None, high: float | None) -> str:
    """A number or a range: "14", "200 to 999", "at least 3"; "" for none."""
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"at least {low:,.15g}" if high is None else f"at most {high:,.15g}"
    return f"{low:,.15g}" if low == high else f"{low:,.15g} to {high:,.15g}"
