"""What somebody looks for: words and "phrases", each to be found as a whole word or, in some scripts, anywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from onrecord.ledger.rows import shown
from onrecord.ledger.search.fold import fold

_PIECE: Final = re.compile(r'"([^"]*)"|[“„«]([^”“»"]*)[”“»"]|(\S+)')
_SPACED: Final = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "DIGIT")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase.

    Attributes:
        folded: Its folded form; blanks in a phrase are single.
        left: Whether it has to begin where a word begins.
        right: Whether it has to end where a word ends.
        any_ending: Whether its last word may go on.
    """

    folded: str
    left: bool
    right: bool
    any_ending: bool = False

    @property
    def is_of_words(self) -> bool:
        """Whether an index of words finds it."""
        return self.left and (self.right or self.any_ending)

    @property
    def pattern(self) -> str:
        """A regular expression for it in a folded text; Python and PostgreSQL both take it."""
        body = r"\s+".join(re.escape(word) for word in self.folded.split(" "))
        end = r"\w*" if self.any_ending else r"(?!\w)" if self.right else ""
        return (r"(?<!\w)" if self.left else "") + body + end

    def places_in(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a folded text."""
        for match in _pattern(self).finditer(folded):
            yield match.span()


def terms_of(words: str) -> tuple[Term, ...]:
    """Takes apart what somebody typed; nothing in it is an operator but quotation marks and an asterisk after a word.

    Words of Latin, Greek, Cyrillic, Armenian and Georgian script are found as whole words, `shell*` with any ending. Words of
    other scripts are found anywhere, since those write words together, or put small words in front.
    """
    whole = (shown(words) or "").encode("utf-8", "replace").decode()
    found = [_term(match) for match in _PIECE.finditer(whole)]
    terms = [term for term in found if term]
    # A lone dash between words is not looked for, but it can be if it is all there is.
    worded = [term for term in terms if any(map(is_letter, term.folded))]
    return tuple(dict.fromkeys(worded or terms))


def _term(match: re.Match[str]) -> Term | None:
    phrase = match[1] if match[1] is not None else match[2]
    if phrase is not None:
        folded = " ".join(fold(phrase).split())
        return Term(folded, _is_spaced(folded[0]), _is_spaced(folded[-1])) if folded else None
    any_ending = match[3].endswith("*") and len(match[3]) > 1
    folded = fold(match[3].rstrip("*") if any_ending else match[3]).strip()
    folded = _trimmed(folded) if any(map(is_letter, folded)) else folded
    if not folded:
        return None
    last = _is_spaced(folded[-1])
    return Term(folded, _is_spaced(folded[0]), last and not any_ending, last and any_ending)


def is_letter(character: str) -> bool:
    """Whether a character is part of a word."""
    return unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Co"


def _trimmed(folded: str) -> str:
    """A word without the commas and quotation marks around it."""
    start, end = 0, len(folded)
    while not is_letter(folded[start]):
        start += 1
    while not is_letter(folded[end - 1]):
        end -= 1
    return folded[start:end]


def _is_spaced(character: str) -> bool:
    return is_letter(character) and unicodedata.name(character, "").split(" ")[0] in _SPACED


@lru_cache(maxsize=64)
def _pattern(term: Term) -> re.Pattern[str]:
    return re.compile(term.pattern)
