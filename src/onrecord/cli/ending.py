"""How a command ends: the exit statuses, the same for every command."""

from __future__ import annotations

import os
import sys
from typing import Final

__all__ = [
    "ALL_READ", "INTERRUPTED", "NOTHING_TO_READ", "NOT_BEGUN", "OUTPUT_CLOSED", "SOME_FAILED", "close_output",
]  # fmt: skip

ALL_READ: Final = 0
SOME_FAILED: Final = 1
NOT_BEGUN: Final = 2
NOTHING_TO_READ: Final = 3
INTERRUPTED: Final = 130
OUTPUT_CLOSED: Final = 141
"""What a shell shows for a program that was ended because nobody reads its output."""


def close_output() -> None:
    """Gives up standard output, which nobody reads any longer; Python would complain once more when it flushes it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
