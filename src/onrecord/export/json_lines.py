"""Objects as lines of JSON, for every format that is made of them."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["json_line"]


def json_line(value: Any) -> bytes:
    """An object on one line, in UTF-8; halves of surrogate pairs, which have no UTF-8, stand as escapes."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"
    try:
        return line.encode("utf-8")
    except UnicodeEncodeError:
        return (json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")) + "\n").encode("ascii")
