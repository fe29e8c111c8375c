"""Where paragraphs and sentences begin and end. In: a text. Out: half-open ranges of code points."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st gen lt col maj capt sgt cpl brig adm rear vice gov sen rep pres sec rev fr hon messrs jr sr inc
    corp co ltd no vs etc al u.s u.n u.k e.u a.m p.m i.e e.g jan feb mar apr jun jul aug sep sept oct nov dec dept est fig
    approx ave mt ft pvt cmdr amb atty det supt insp cf""".split()
)
END = re.compile(r"([.!?…]+)([\"'”’»)\]]*)(\s+)")
LINE_BREAK = re.compile(r"[\r\n\u2028\u2029]+")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
REMEMBERED = 256
"""Texts whose paragraphs and sentences are kept: one rule after another asks for those of a report."""
WRAPPED_SHARE = 0.6
"""Share of inner lines of nearly full width from which a text counts as wrapped by hand."""


@lru_cache(REMEMBERED)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the paragraphs, without the line breaks between them.

    Each line is a paragraph, unless the text is wrapped by hand at a fixed width: then only blank lines part paragraphs.
    """
    found, start = [], 0
    for gap in (BLANK_LINE if is_wrapped(text) else LINE_BREAK).finditer(text):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    return tuple((a, b) for a, b in found if text[a:b].strip())


def is_wrapped(text: str) -> bool:
    """Whether most lines break in the middle of a sentence at about one width."""
    if len(lines := text.splitlines()) < 5:
        return False
    lines = [line.rstrip() for line in lines]
    inner = [line for line, after in pairwise(lines) if line and after]
    if len(inner) < 4:
        return False
    width = max(len(line) for line in lines)
    if not 40 <= width <= 120:
        return False
    full = sum(len(line) >= width - 25 and line[-1] not in '.!?"”' for line in inner)
    return full >= WRAPPED_SHARE * len(inner)


@lru_cache(REMEMBERED)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges of the sentences, without the blanks between them; closing marks belong to the sentence they end."""
    found = []
    for start, end in paragraphs(text):
        begin = start
        for stop in END.finditer(text, start, end):
            if _ends(text, begin, stop, end):
                found.append((begin, stop.end(2)))
                begin = stop.end()
        if text[begin:end].strip():
            found.append((begin, end))
    return tuple(found)


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : min(end, stop.end() + 3)].lstrip("\"'“‘«([—– ")
    if following and following[0].islower():
        return False
    if stop.group(1) != ".":
        return True
    before = text[begin : stop.start()].rsplit(None, 1)
    word = before[-1].lstrip("(\"'“‘").lower() if before else ""
    initial = len(word) == 1 and word.isalpha()
    return not (word in ABBREVIATIONS or initial)
