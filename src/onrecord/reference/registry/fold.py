"""Names brought to one form, so that one name in two spellings is found once."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["fold", "slug"]

_JOINED: Final = re.compile(r"\b(?:al|el|ad|ar|as|ash|at|ez|es|az|an)[-\s](?=\w{3})")
_SPELLINGS: Final = {
    "defense": "defence",
    "organization": "organisation",
    "organizations": "organisations",
    "center": "centre",
    "labor": "labour",
    "program": "programme",
    "mohammed": "muhammad",
    "mohammad": "muhammad",
    "mohamed": "muhammad",
    "hezbollah": "hizbullah",
    "hizbollah": "hizbullah",
    "hizballah": "hizbullah",
    "zelenskyy": "zelensky",
    "zelenskiy": "zelensky",
}


@lru_cache(20_000)
def fold(name: str) -> str:
    """A name without case, accents, marks, articles and possessive: "The al-Nuṣra Front’s" is "nusra front"."""
    text = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"['’]s$|['’](?=$|\s)", "", " ".join(text.split()))
    text = re.sub(r"['’‘`ʿʾ.\"“”]", "", text)
    text = _JOINED.sub("", text.removeprefix("the "))
    text = re.sub(r"[\s\-‐–/&,()]+", " ", text.replace("&", " and ")).strip()
    return " ".join(_SPELLINGS.get(word, word) for word in text.split())


def slug(name: str) -> str:
    """An id made of a name: "donald-trump"."""
    text = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "").replace("'", ""))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")
