"""How names are made alike: by letters (`fold`), and by sound for names that come from another script (`sound`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

__all__ = ["ARTICLES", "fold", "keys_of", "sound"]

ARTICLES: Final = frozenset(
    "al el ul ar er ur as es us ash esh ush ad ed ud adh at et ut ath an en un az ez uz aj ej il".split()
)
"""The Arabic article, as it is written before the letters that it becomes one with."""
SHORT: Final = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}

_DROPPED = "'’‘ʼʻʿʾ`´′.·ـ“”\"()!?"
_ALIKE = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ŋ": "n", "ħ": "h",
    "ة": "ه", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ھ": "ه", "ٱ": "ا", "ё": "е", "&": " and ",
}  # fmt: skip
_LETTERS = str.maketrans({**dict.fromkeys(_DROPPED), **dict.fromkeys("-‐‑–—_/,;:", " "), **_ALIKE})
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670ˌˈ\ud800-\udfff]")
_GLIDE = re.compile(r"[aeiou]+[wy](?![aeiou])[aeiou]*|[aeiouwy]*[aeiou]+")
_Y = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])y")
_ENDING = re.compile(r"(?:ah?|h)\b")
_DOUBLE = re.compile(r"(.)\1+")
_SOUNDS = (
    ("kh", "x"),
    ("gh", "g"),
    ("sh", "c"),
    ("tch", "c"),
    ("ch", "c"),
    ("dh", "z"),
    ("th", "t"),
    ("ph", "f"),
    ("q", "k"),
    ("dj", "j"),
    ("zh", "j"),
)


@lru_cache(1 << 16)
def fold(name: str) -> str:
    """A name without case, accents, apostrophes, hyphens and full stops; words that have a usual short form in that form.

    "Hajīn" and "Hajin" become one, so do "Deir-ez-Zor" and "deir ez Zor", and the spellings of one Arabic or Cyrillic name.
    """
    if not name.isascii():
        name = _MARKS.sub("", unicodedata.normalize("NFKD", name))
    words = name.casefold().translate(_LETTERS).split()
    if len(words) > 1:
        words = [SHORT.get(word, word) for word in words]
        if words[0] == "the":
            del words[0]
    return " ".join(words)


def sound(folded: str) -> str | None:
    """What is left of a folded Latin name when it is written down by ear: its consonants, and where vowels stand.

    "Deir ez-Zor", "Deir al-Zour" and "Dayr az Zawr" become one. Many other names do, too: what is found by it has to fit otherwise.

    Returns:
        The key; None if too little is left of the name to tell it from others.
    """
    if not folded.isascii():
        return None
    words = folded.split()
    kept = " ".join(
        word for k, word in enumerate(words) if word not in ARTICLES or len(words) == 1 or (k and len(word) > 3)
    )
    for written, one in _SOUNDS:
        kept = kept.replace(written, one)
    kept = _DOUBLE.sub(r"\1", _GLIDE.sub("a", _Y.sub("i", kept)))
    kept = _ENDING.sub("", kept)
    letters = kept.replace(" ", "")
    return f"~{kept}" if sum(letter != "a" for letter in letters) >= 3 else None


def keys_of(names: Iterable[str], by_sound: bool) -> set[str]:
    """The keys under which a place of these names is found."""
    folded = {key for key in map(fold, names) if len(key) > 1}
    return folded | {key for key in map(sound, folded) if key} if by_sound else folded
