"""Taking words out of a text so that every offset stays: each character becomes a black square."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache, reduce
from typing import Any, Final, TypeVar

from onrecord.record import Passage, Span
from onrecord.record.provenance import Origin

__all__ = ["SQUARE", "Mask"]

SQUARE: Final = "█"
# A shorter string would take words of other people with it; where it stands as a mention it is taken out all the same.
_SHORTEST: Final = 3
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mask:
    """What is taken out of one report.

    Attributes:
        ranges: Where in its text, from the first character to the one after the last.
        strings: What is taken out wherever it stands as whole words, in texts of any kind.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    strings: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str, ranges: Iterable[tuple[int, int]], strings: Iterable[str]) -> Mask:
        """A mask for a text: where the strings stand in it is taken out, too."""
        long = frozenset(some for string in strings if len(some := " ".join(string.split())) >= _SHORTEST)
        strung = cls((), long)
        found = [match.span() for match in strung._pattern.finditer(text)] if strung._pattern else []
        return cls(tuple(sorted({*ranges, *found})), long)

    def also(self, strings: Iterable[frozenset[str]]) -> Mask:
        """The same with the strings of other reports."""
        return Mask(self.ranges, reduce(frozenset.union, strings, self.strings))

    def text(self, text: str, start: int = 0) -> str:
        """A stretch of the report's text, beginning at an offset."""
        end = start + len(text)
        for low, high in self.ranges:
            first, last = max(low, start) - start, min(high, end) - start
            if first < last:
                text = text[:first] + SQUARE * (last - first) + text[last:]
        return text

    def words(self, words: str) -> str:
        """Words that stand elsewhere than in the report's text."""
        return self._pattern.sub(lambda match: SQUARE * len(match[0]), words) if self._pattern else words

    def over(self, value: T) -> T:
        """Anything that the report or something linked with it is made of; spans are cut by their offsets."""
        return self._over(value)  # type: ignore[no-any-return]

    def _over(self, value: Any) -> Any:
        match value:
            case None | bool() | int() | float() | Origin():
                return value
            case str():
                return self.words(value)
            case Span() | Passage():
                cut = self.text(value.text, value.start)
                return value if cut == value.text else replace(value, text=cut)
            case tuple() | list():
                made = type(value)(map(self._over, value))
                return value if all(one is other for one, other in zip(value, made, strict=True)) else made
            case Mapping():
                return {key: self._over(item) for key, item in value.items()}
            case _ if is_dataclass(value) and not isinstance(value, type):
                changed = {
                    field.name: new
                    for field in fields(value)
                    if (new := self._over(old := getattr(value, field.name))) is not old and new != old
                }
                return replace(value, **changed) if changed else value
        return value

    @property
    def _pattern(self) -> re.Pattern[str] | None:
        return _pattern_of(self.strings)


@lru_cache(maxsize=256)
def _pattern_of(strings: frozenset[str]) -> re.Pattern[str] | None:
    if not strings:
        return None
    # Headlines are often in capitals. The longest first, or half of a name would stay.
    every = {form for string in strings for form in (string, string.upper())}
    longest = sorted(every, key=lambda string: (-len(string), string))
    bodies = "|".join(r"\s+".join(map(re.escape, string.split())) for string in longest)
    return re.compile(rf"(?<!\w)(?:{bodies})(?!\w)")
