"""Text of strangers made safe to show: characters that steer a terminal or the direction of a line become visible marks."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["ascii_only", "flat", "unseen_in", "visible"]

_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# The joiners are spelling in Persian, Arabic and Indian scripts.
_KEPT: Final = frozenset("\n\t\u200c\u200d")
_ASCII: Final = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "--", "…": "...",
        "·": "|", "•": "*", "›": ">", "‹": "<", "→": "->", "└": "`", "─": "-", "⟨": "<", "⟩": ">", "\u00a0": " ",
    }
)  # fmt: skip


def unseen_in(text: str) -> dict[str, str]:
    """Finds the characters that show nothing of themselves and may change how the text around them is shown.

    Returns:
        Each such character with its name as a person looks it up: "U+202E".
    """
    found = (character for character in set(text) if unicodedata.category(character) in _CATEGORIES)
    return {character: f"U+{ord(character):04X}" for character in found if character not in _KEPT}


def visible(text: str) -> str:
    """Shows every unseen character as a mark such as ⟨U+202E⟩; line breaks and tabs stay."""
    if text.isprintable():
        return text
    return text.translate({ord(character): f"⟨{name}⟩" for character, name in unseen_in(text).items()})


def flat(text: str) -> str:
    """The text on one line: line breaks, tabs and rows of blanks become one blank, unseen characters become marks."""
    return visible(re.sub(r"[\n\t \u00a0]+", " ", text).strip(" "))


def ascii_only(text: str) -> str:
    """For an output that takes ASCII alone: typographic marks by their ASCII kin, the rest by its code point."""
    plain = text.translate(_ASCII)
    return plain if plain.isascii() else plain.encode("ascii", "backslashreplace").decode("ascii")
