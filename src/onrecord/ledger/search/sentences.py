"""Sentences, near enough for showing where a word stands; in any script, and never longer than a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 1_000
_CLOSING: Final = "\"'”’»›)\\]」』"
# A full stop ends a sentence where a blank and something other than a small letter follows, but not after an initial or a
# title or the name of a month; those of Chinese, Japanese, Hindi and Burmese do so by themselves.
_SHORT: Final = (
    "Mr Mrs Ms Dr Gen Col Maj Capt Lt Sgt St Brig Prof Rev Adm Sen Gov Rep Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No"
).split()
_NOT_SHORT: Final = "".join(rf"(?<!\b{short}\.)" for short in _SHORT)
_END: Final = re.compile(
    rf"\.(?<!\b[^\W\d_]\.){_NOT_SHORT}[{_CLOSING}]*\s+(?![a-zа-я])"
    rf"|[!?…؟۔][{_CLOSING}]*\s+(?![a-zа-я])|[。！？।॥။][{_CLOSING}]*|\n+"
)


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Cuts a text into sentences.

    Yields:
        Where each begins and ends, blanks around it left out. All that is not blank is in one of them.
    """
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        yield from _pieces(text, start, end)
        start = end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence without the blanks around it; one that is too long is cut between words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut + 1
        yield start, cut
        start = cut
    if start < end:
        yield start, end
