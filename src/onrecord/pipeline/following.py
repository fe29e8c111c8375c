"""Feeds that a ledger follows: what is new in them is found, and how far each was seen is written down."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.fetch import Found
from onrecord.ledger import Ledger

__all__ = ["refresh_feeds"]


def refresh_feeds(ledger: Ledger, *, most_bytes: int, dry: bool = False) -> Iterator[Found]:
    raise NotImplementedError
