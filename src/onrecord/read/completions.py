"""Rules that complete what the model proposed for a report as a whole. In: drafts. Out: drafts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.drafts import Draft
from onrecord.read.paragraphs import sentences
from onrecord.read.patterns import Match, according_to, before_aside, counted, imagery, reported_by_nobody, reportedly
from onrecord.read.quotations import Quotation
from onrecord.read.roles import Piece
from onrecord.record.provenance import Decision
from onrecord.record.span import Span

LEAST_CHARACTERS = 8
UNSURE = 0.5
"""Probability of a part that a pattern found: not known, and never shown."""


def without_asides(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """Ends a content that is not quoted before the report's own comment on it (", something he had denied")."""
    return [_without_aside(text, draft, quotations) for draft in drafts]


def _without_aside(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    last = draft.contents[-1]
    end = before_aside(text, last.start, last.end)
    quoted = any(q.start < end < q.end for q in quotations)
    if (
        draft.cue is None
        or quoted
        or last.start < draft.cue.start
        or not LEAST_CHARACTERS <= end - last.start < last.end - last.start
    ):
        return draft
    rule = Decision("content", "ends before the report's comment", Span.of(text, end, last.end))
    return replace(draft, contents=(*draft.contents[:-1], replace(last, end=end)), decided_by=(*draft.decided_by, rule))


def within_sentences(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """Ends a content that is not quoted with the sentence of its cue: what follows is the report's own account again."""
    bounds = sentences(text)
    starts = [start for start, _ in bounds]
    found = []
    for draft in drafts:
        home = bounds[bisect_right(starts, draft.cue.start) - 1] if draft.cue and bounds else None
        found.append(_within_sentence(text, draft, home, quotations) if home else draft)
    return found


def _within_sentence(text: str, draft: Draft, home: tuple[int, int], quotations: Sequence[Quotation]) -> Draft:
    kept = []
    for piece in draft.contents:
        if any(q.start < piece.end and piece.start < q.end for q in quotations):
            kept.append(piece)
            continue
        start, end = max(piece.start, home[0]), min(piece.end, home[1])
        while start < end and text[end - 1] in ".!? ":
            end -= 1
        if end - start >= LEAST_CHARACTERS or (start, end) == (piece.start, piece.end):
            kept.append(replace(piece, start=start, end=end))
    if not kept or tuple(kept) == draft.contents:
        return draft
    rule = Decision("content", "ends with the sentence of its cue", Span.of(text, *home))
    return replace(draft, contents=tuple(kept), decided_by=(*draft.decided_by, rule))


def with_patterns(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Adds what patterns find in sentences where the model saw nothing: "according to", footage that shows, "reportedly"."""
    found = list(drafts)
    taken = [p for d in drafts for p in d.pieces]
    for start, end in sentences(text):
        told = [m for m in counted(text, start, end) if not _overlaps(m, taken)]
        found += [from_match(text, match) for match in told]
        if told:
            continue
        if any(start < p.end and p.start < end for p in taken):
            continue
        matches = [pattern(text, start, end) for pattern in (according_to, imagery, reportedly)]
        found += [from_match(text, match) for match in (*matches, *reported_by_nobody(text, start, end)) if match][:1]
    return found


def _overlaps(match: Match, taken: Sequence[Piece]) -> bool:
    first, last = (match.source or match.cue)[0], match.contents[-1][1]
    return any(first < piece.end and piece.start < last for piece in taken)


def from_match(text: str, match: Match, inside: int | None = None) -> Draft:
    """A draft from what a pattern found."""
    field = "cue" if inside is None else "inside"
    rule = Decision(field, f"pattern: {match.by}", Span.of(text, *match.cue))
    source = Piece(*match.source, UNSURE) if match.source else None
    contents = tuple(Piece(*part, UNSURE) for part in match.contents)
    return Draft(Piece(*match.cue, UNSURE), source, contents, inside=inside, decided_by=(rule,), learnt=False)
