"""Folding: the form in which words are compared, without case, accents and vowel points; each character leads back to the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_TATWEEL: Final = "\u0640"
# Letters that have a stroke or no dot, which Unicode does not count as accents.
_STROKES: Final = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe"})
# Marks by their canonical class: points of Hebrew and Arabic, accents above and below. Signs that make another letter
# (the vowels of Thai and Hindi, the voicing of Japanese) have other classes and stay.
_POINTS: Final = range(10, 37)
_ACCENTS: Final = 200
_HANGUL: Final = range(0xAC00, 0xD7A4)


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """Folds one character, to none, one or several."""
    if ord(character) in _HANGUL:
        return character
    folded = unicodedata.normalize("NFKD", character).casefold().translate(_STROKES)
    kept = [c for c in unicodedata.normalize("NFKD", folded) if c != _TATWEEL and not _is_accent(c)]
    return "".join(kept)


def fold(text: str) -> str:
    """Folds a text."""
    if text.isascii():
        return text.lower()
    return "".join(map(fold_character, text))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Folds a text, and tells for each folded character which character of the text it came from."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    pieces, offsets = [], []
    for at, character in enumerate(text):
        folded = fold_character(character)
        pieces.append(folded)
        offsets.extend([at] * len(folded))
    return "".join(pieces), offsets


def _is_accent(character: str) -> bool:
    kind = unicodedata.combining(character)
    return kind in _POINTS or kind >= _ACCENTS
