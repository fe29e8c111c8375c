"""Labels statements in openly licensed texts by rules, since no openly licensed corpus marks them. In: a text. Out: a sample.

Four patterns, one sentence at a time: "according to X, Y" and "Y, according to X"; "X said (that) Y"; "Y, X said" and
"Y," said X. What no pattern fits stays unlabelled, so a reader that learns from this is careful rather than complete.
"""

from __future__ import annotations

import re
from typing import Any

from onrecord.read.cues import lemma_of, lexicon
from onrecord.read.nested import VAGUE
from onrecord.read.paragraphs import sentences
from training.corpora import Sample, Spans

WORD = re.compile(r"[^\W\d_][\w’'-]*")
ACCORDING = re.compile(r"\b[Aa]ccording to\b")
CLAUSE = re.compile(r"[,;:—–(]|\b(?:and|but|while|as|that|which|who|because|when|if)\b")
NOT_A_SOURCE = frozenset(
    "to is was are were be been being has have had not will would can could may might must should".split()
)
LONGEST_SOURCE = 12
LEAST_CONTENT = 3
AUXILIARIES = re.compile(r"(?:\b(?:has|have|had|also|later|then|earlier)\s+)+$")
Range = tuple[int, int]


def sample(record: dict[str, Any], layers: dict[str, Spans]) -> Sample:
    """A text with statements found by rules, beside layers that its corpus marks."""
    text = record["document"]["text"]
    spans: Spans = []
    sources: list[tuple[int, int | None]] = []
    contents: list[tuple[int, int]] = []
    for start, end in sentences(text):
        parts = _statement(text, start, end)
        if parts is None:
            continue
        source, cue, content = (len(spans), len(spans) + 1, len(spans) + 2)
        spans += [(*part, role) for part, role in zip(parts, ("source", "cue", "content"), strict=True)]
        sources.append((cue, source))
        contents.append((content, cue))
    return Sample(record["document"]["name"], text, {**layers, "roles": spans}, sources, contents)


def _statement(text: str, start: int, end: int) -> tuple[Range, Range, Range] | None:
    """Source, cue and content of a sentence, or None where no pattern fits."""
    if found := ACCORDING.search(text, start, end):
        return _according(text, start, end, found.span())
    for word in WORD.finditer(text, start, end):
        lemma = lemma_of(word.group().lower())
        if lemma in lexicon().acts and lemma not in VAGUE and not word.group()[0].isupper():
            cue = (word.start() - len(_auxiliary(text, start, word.start())), word.end())
            return _before(text, start, end, cue) or _after(text, start, end, cue)
    return None


def _auxiliary(text: str, start: int, offset: int) -> str:
    found = AUXILIARIES.search(text[start:offset])
    return found.group() if found else ""


def _according(text: str, start: int, end: int, cue: Range) -> tuple[Range, Range, Range] | None:
    comma = text.find(",", cue[1], end)
    if not text[start : cue[0]].strip():
        return _whole(text, (cue[1], comma), cue, (comma + 1, end)) if comma > 0 else None
    return _whole(text, (cue[1], comma if comma > 0 else end), cue, (start, cue[0]))


def _before(text: str, start: int, end: int, cue: Range) -> tuple[Range, Range, Range] | None:
    """X said (that) Y; and Y, X said."""
    breaks = [m.end() for m in CLAUSE.finditer(text, start, cue[0])]
    begin = breaks[-1] if breaks else start
    behind = text[cue[1] : end].strip(' .,"”')
    if len(behind.split()) >= LEAST_CONTENT:
        said = behind.startswith(("that ", "“", '"')) or lemma_of(
            text[cue[0] : cue[1]].rsplit(maxsplit=1)[-1].lower()
        ) in (
            "say",
            "add",
            "believe",
        )
        return _whole(text, (begin, cue[0]), cue, (cue[1], end)) if said else None
    if breaks and text[begin - 1] == ",":
        return _whole(text, (begin, cue[0]), cue, (start, begin))
    return None


def _after(text: str, start: int, end: int, cue: Range) -> tuple[Range, Range, Range] | None:
    """Y, said X."""
    if text[start : cue[0]].rstrip().endswith((",", "”", '"')):
        return _whole(text, (cue[1], end), cue, (start, cue[0]))
    return None


def _whole(text: str, source: Range, cue: Range, content: Range) -> tuple[Range, Range, Range] | None:
    source, content = _trimmed(text, *source), _trimmed(text, *content)
    words = WORD.findall(text[slice(*source)])
    said = text[slice(*content)].split()
    if (
        not 0 < len(words) <= LONGEST_SOURCE
        or any(w.lower() in NOT_A_SOURCE for w in words)
        or len(said) < LEAST_CONTENT
    ):
        return None
    return source, cue, content


def _trimmed(text: str, start: int, end: int) -> Range:
    while start < end and text[start] in " ,.\n\t":
        start += 1
    while start < end and text[end - 1] in " ,.\n\t":
        end -= 1
    return start, end
