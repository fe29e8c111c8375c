"""The words of a text that tell something. In: text. Out: stems, and names."""

from __future__ import annotations

import re
from typing import Final

from onrecord.link.stems import stem
from onrecord.reference.gazetteer.fold import fold

_WORD: Final = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
SMALL: Final = frozenset(
    "the a an and or but of in on at to from by for with as is are was were be been being it its this that these those he she they them "
    "his her their who which what when where while after before during into over under about against between through than then "
    "there here not no nor so if because also have has had do does did will would could should may might can more most other some any "
    "all both each few such only own same too very just up down out off again further once near around since until amid among along "
    "we our us you your i me my him said say says told according had one two three".split()
)
"""Words that tell nothing of what happened."""


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as they are written."""
    return tuple(_WORD.findall(text))


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words that tell something, each once, in the order of the text."""
    kept = (word for word in words_of(text) if len(word) > 1 and word.casefold() not in SMALL)
    return tuple(dict.fromkeys(stem(fold(word)) for word in kept))


def names_in(text: str) -> tuple[str, ...]:
    """The stems of words with a capital that do not open a sentence, each once."""
    found = []
    for hit in _WORD.finditer(text):
        word = hit.group()
        opens = not text[: hit.start()].rstrip("\"'“‘( ") or text[: hit.start()].rstrip("\"'“‘( ")[-1] in ".!?:\n"
        if word[0].isupper() and not opens and word.casefold() not in SMALL and len(word) > 1:
            found.append(stem(fold(word)))
    return tuple(dict.fromkeys(found))
