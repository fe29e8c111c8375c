"""Text of strangers made safe to show on a terminal, also on one that takes ASCII alone."""

from __future__ import annotations

from typing import Final

from onrecord.wording.visible import flat, unseen_in, visible

__all__ = ["ascii_only", "flat", "unseen_in", "visible"]

_ASCII: Final = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "--", "…": "...",
        "·": "|", "•": "*", "›": ">", "‹": "<", "→": "->", "└": "`", "─": "-", "⟨": "<", "⟩": ">", "\u00a0": " ",
    }
)  # fmt: skip


def ascii_only(text: str) -> str:
    """For an output that takes ASCII alone: typographic marks by their ASCII kin, the rest by its code point."""
    plain = text.translate(_ASCII)
    return plain if plain.isascii() else plain.encode("ascii", "backslashreplace").decode("ascii")
