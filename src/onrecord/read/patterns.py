"""Readable patterns for what the model may miss: who is named beside a quotation, and nouns that report ("claims by X that …").

In: a text. Out: parts of a statement. Only words that the lexicon of cues knows count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.read.cues import lemma_of, lexicon
from onrecord.read.quotations import Quotation

Range = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
TAG_END = re.compile(r"[.!?;:]\s|[.!?;:]$|\n|[\"“«]")
LONGEST_SOURCE = 16
NOUNS = (
    "claims? denials? accusations? allegations? reports? announcements? statements? warnings? threats? suggestions? assertions? "
    "promises? pledges? demands? calls? beliefs? insistence assurances? declarations? predictions? rumou?rs? suspicions? testimony "
    "acknowledg(?:e)?ments? confirmations? admissions? vows? complaints? charges?"
)
NOUN = "(?P<cue>" + "|".join(NOUNS.split()) + ")"
NAMED = r"(?P<source>(?:(?!\b(?:that|by)\b)[^,;:.!?\"“”]){2,90}?)"
OWNER = r"(?P<source>(?:(?:the|an?|his|her|its|their|our|my)\s+)?(?:[A-Z][\w.-]*\s+){0,5}[A-Z][\w.-]*[’']s?|\b(?:his|her|its|their))"
CLAUSE = r"(?P<content>[^;:.!?\"“”\n]{6,}?)(?=\s*(?:[;:.!?\"“”\n]|,\s+(?:but|and|which|who|while|although|though|as|according|said)\b|$))"
REPORTING_NOUNS = (
    (
        "noun by source that content",
        re.compile(rf"\b{NOUN}\s+(?:made\s+)?(?:by|from)\s+{NAMED}\s+that\s+{CLAUSE}", re.IGNORECASE),
    ),
    (
        "source's noun that content",
        re.compile(rf"{OWNER}\s+(?:[a-z]+\s+){{0,2}}{NOUN}\s+(?:that|about|of|on)\s+{CLAUSE}"),
    ),
    ("noun that content", re.compile(rf"(?P<source>)\b{NOUN}\s+that\s+{CLAUSE}", re.IGNORECASE)),
)
CONTRAST = re.compile(r",\s+but\b")


@dataclass(frozen=True, slots=True)
class Match:
    """Parts of a statement that a pattern found, half-open ranges of code points; `by` names the pattern."""

    source: Range | None
    cue: Range
    content: Range
    by: str


def tag_of(text: str, quotation: Quotation) -> tuple[Range, Range] | None:
    """Source and cue that stand directly behind a quotation ("…," the mayor said / said the mayor), or None."""
    if not quotation.closed:
        return None
    stop = TAG_END.search(text, quotation.end)
    start, end = quotation.end, stop.start() if stop else len(text)
    if text[start:end].lstrip(" ").startswith((",", ".")):
        return None
    words = list(islice(WORD.finditer(text, start, end), LONGEST_SOURCE + 1))
    cues = [k for k, m in enumerate(words) if _is_cue(m.group())]
    if not cues or len(words) < 2:
        return None
    k = cues[0]
    named = (words[1].start(), words[-1].end()) if k == 0 else (words[0].start(), words[k - 1].end())
    if k and text[words[k].end() : end].strip(" ,"):
        return None
    return named, words[k].span()


def reporting_nouns(text: str, start: int, end: int) -> Iterator[Match]:
    """Statements that a noun reports within a stretch of text, no two with the same noun."""
    seen: set[Range] = set()
    for name, pattern in REPORTING_NOUNS:
        for found in pattern.finditer(text, start, end):
            if found.span("cue") in seen:
                continue
            seen.add(found.span("cue"))
            source = _without_possessive(text, *found.span("source")) if found.group("source") else None
            yield Match(source, found.span("cue"), found.span("content"), name)


def before_contrast(text: str, start: int, end: int) -> int:
    """Where a report of another one's words ends: before ", but", by which the one who quotes takes over again."""
    found = CONTRAST.search(text, start, end)
    return found.start() if found else end


def _is_cue(word: str) -> bool:
    return word.islower() and lemma_of(word) in lexicon().acts


def _without_possessive(text: str, start: int, end: int) -> Range:
    found = re.search(r"[’']s?$", text[start:end])
    return start, end - len(found.group()) if found else end
