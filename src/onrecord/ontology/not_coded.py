"""That a scheme has no code for something, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["NotCoded", "untold"]


@dataclass(frozen=True, slots=True)
class NotCoded:
    """No code. It is to be counted and named with its reason, never dropped in silence.

    Attributes:
        reason: Why, in words for the one who reads the export.
    """

    reason: str


def untold(status: str | None, polarity: str | None) -> str | None:
    """What keeps an event from having happened, by the keys of `not_coded` in the schemes; None if nothing does.

    What is claimed has been told, if at a distance, and is coded as what happened is; who tells it stands in `asserted_by`.

    Args:
        status: The status of the event.
        polarity: Its polarity.
    """
    if status == "denied":
        return "denied"
    if polarity == "negative":
        return "negative"
    if status is None:
        return "none"
    return None if status in {"happened", "ongoing", "claimed"} else status
