"""A statement in the making: what the model proposed, and what the rules of quotation marks completed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.read.paragraphs import paragraphs, sentences
from onrecord.read.patterns import tag_of
from onrecord.read.quotations import Quotation
from onrecord.read.roles import Piece, Proposal
from onrecord.record.provenance import Decision
from onrecord.record.span import Span

ENOUGH_WORDS = 4
"""Words from which a quotation without a cue is taken for speech; below that marks are mostly scare quotes and titles."""
MARKS = "\"'“”„«»‘’`"


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its axes are judged.

    Attributes:
        cue: The cue, or None where a quotation goes on without one.
        source: The words that name who speaks, or None.
        contents: What is said, in the order of the text.
        links: Probabilities of the model for the link to the source and the weakest link to a content.
        speaker_of: Place, in the list of drafts, of the statement whose speaker goes on speaking here.
        inside: Place of the statement that this one stands within.
        decided_by: Rules that changed what the model proposed.
        learnt: Whether the model proposed it; a rule's draft has no probability.
    """

    cue: Piece | None
    source: Piece | None
    contents: tuple[Piece, ...]
    links: tuple[float, float] = (1.0, 1.0)
    speaker_of: int | None = None
    inside: int | None = None
    decided_by: tuple[Decision, ...] = ()
    learnt: bool = True

    @property
    def start(self) -> int:
        """Offset of the first word of any part."""
        return min(piece.start for piece in self.pieces)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All parts."""
        return (*((self.cue,) if self.cue else ()), *((self.source,) if self.source else ()), *self.contents)


def from_proposals(proposals: Sequence[Proposal]) -> list[Draft]:
    """What the model proposed, unchanged."""
    return [Draft(p.cue, p.source, p.contents, (p.source_link, p.content_link)) for p in proposals]


def complete(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """Completes contents by their quotation marks, and adds quotations that go on without a cue.

    Args:
        text: The text that was read.
        drafts: What the model proposed, in the order of the text.
        quotations: The quotations of the text.

    Returns:
        Drafts in the order of the text; the given ones keep their place in the list, new ones come after them.
    """
    found = list(drafts)
    for quotation in quotations:
        owner = _owner(quotation, found)
        if owner is not None:
            found[owner] = _filled(text, found[owner], quotation, found)
        elif _is_speech(text, quotation, found):
            piece = Piece(_from(text, quotation, found), quotation.end, 1.0)
            _add(text, piece, found, quotation)
    return _rejoined(text, found)


def _rejoined(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """What goes on without a cue, in a paragraph where somebody has been quoted before it, is more of that."""
    bounds = paragraphs(text)
    found = list(drafts)
    gone: set[int] = set()
    for k, draft in enumerate(found):
        if draft.speaker_of is None:
            continue
        here = _paragraph(bounds, draft.start)
        said = [
            j
            for j, d in enumerate(found)
            if d.cue is not None and _paragraph(bounds, d.cue.start) == here and _quoted(text, d, draft.start)
        ]
        if said:
            last = max(said, key=lambda j: found[j].contents[-1].end)
            joined = replace(found[last], contents=(*found[last].contents, *draft.contents))
            found[last] = replace(joined, decided_by=(*joined.decided_by, *draft.decided_by[1:]))
            gone.add(k)
    return _without(found, gone)


def _without(drafts: Sequence[Draft], gone: set[int]) -> list[Draft]:
    """The drafts that stay; places that point to others are counted anew."""
    place = {k: n for n, k in enumerate(k for k in range(len(drafts)) if k not in gone)}
    return [
        replace(d, speaker_of=None if d.speaker_of is None else place.get(d.speaker_of))
        for k, d in enumerate(drafts)
        if k not in gone
    ]


def by_paragraph(text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """Parts a quotation that goes on over paragraphs: each later paragraph is a statement of the same speaker without a cue.

    Unless somebody else is named right behind the quotation: then the model has linked it wrongly.
    """
    bounds = paragraphs(text)
    found = list(drafts)
    for place, draft in enumerate(drafts):
        if draft.cue is None or len(draft.contents) < 2:
            continue
        home = _paragraph(bounds, draft.cue.start)
        near = tuple(p for p in draft.contents if _paragraph(bounds, p.start) <= home)
        later: dict[int, list[Piece]] = {}
        for piece in draft.contents:
            if (number := _paragraph(bounds, piece.start)) > home:
                later.setdefault(number, []).append(piece)
        if not near or not later:
            continue
        found[place] = replace(draft, contents=near)
        for pieces in later.values():
            span = Span.of(text, pieces[0].start, pieces[-1].end)
            rule = (Decision("source", "the quotation goes on in a new paragraph", span),)
            going_on = Draft(None, None, tuple(pieces), draft.links, place, draft.inside, rule)
            marks = [q for q in quotations if any(q.start < p.end <= q.end for p in pieces)]
            tagged = (_tagged(text, tuple(pieces), found, quotation) for quotation in marks)
            found.append(next((draft for draft in tagged if draft), going_on))
    return found


def _paragraph(bounds: Sequence[tuple[int, int]], offset: int) -> int:
    return sum(start <= offset for start, _ in bounds)


def _covered(quotation: Quotation, pieces: Sequence[Piece]) -> int:
    start, end = quotation.start, quotation.end
    return sum(min(p.end, end) - max(p.start, start) for p in pieces if p.start < end and start < p.end)


def _owner(quotation: Quotation, drafts: Sequence[Draft]) -> int | None:
    """The draft that most of the quotation belongs to already."""
    shares = [_covered(quotation, d.contents) for d in drafts]
    best = max(range(len(shares)), key=shares.__getitem__, default=None)
    return best if best is not None and shares[best] > 0 else None


def _filled(text: str, draft: Draft, quotation: Quotation, drafts: Sequence[Draft]) -> Draft:
    """Adds to a content the sentences and marks of its quotation that the model left out, if nobody else has them."""
    taken = [p for d in drafts for p in d.pieces]
    if not quotation.opened:
        return _reaching_back(text, draft, quotation, drafts)
    if not quotation.closed:
        return draft
    contents = list(draft.contents)
    changed = False
    for start, end in _stretches(text, quotation):
        if any(p.start < end and start < p.end for p in taken):
            for k, piece in enumerate(contents):
                if piece.start < end and start < piece.end:
                    grown = _with_marks(text, piece, quotation, taken)
                    changed |= grown != piece
                    contents[k] = grown
        elif _covered(quotation, draft.contents) * 2 > quotation.end - quotation.start:
            contents.append(Piece(start, end, 1.0))
            changed = True
    if not changed:
        return draft
    span = Span.of(text, quotation.start, quotation.end)
    rule = Decision("content", "quotation marks balance", span)
    return replace(draft, contents=tuple(sorted(contents, key=lambda p: p.start)), decided_by=(*draft.decided_by, rule))


def _reaching_back(text: str, draft: Draft, quotation: Quotation, drafts: Sequence[Draft]) -> Draft:
    """A quotation that lost its opening mark reaches back to the last words that somebody else has in its paragraph."""
    rest = tuple(p for p in draft.contents if p.end <= quotation.start or p.start >= quotation.end)
    own = [p for p in draft.contents if p not in rest]
    others = [replace(draft, contents=rest)] if rest or draft.cue else []
    others += [d for d in drafts if d is not draft]
    start = _from(text, quotation, others)
    if start >= min(p.start for p in own) and quotation.end <= max(p.end for p in own):
        return draft
    piece = Piece(min(start, own[0].start), quotation.end, min(p.confidence for p in own))
    rule = Decision("content", "the closing mark has lost its opening one", Span.of(text, piece.start, piece.end))
    contents = tuple(sorted((*rest, piece), key=lambda p: p.start))
    return replace(draft, contents=contents, decided_by=(*draft.decided_by, rule))


def _with_marks(text: str, piece: Piece, quotation: Quotation, taken: Sequence[Piece]) -> Piece:
    """Stretches a piece over the mark that stands directly beside it."""
    start, end = piece.start, piece.end
    if quotation.start < start and not text[quotation.start : start].strip(MARKS + " \n"):
        start = quotation.start
    if end < quotation.end and not text[end : quotation.end].strip(MARKS + " .,!?…\n"):
        end = quotation.end
    clash = any(
        p is not piece and p.start < end and start < p.end
        for p in taken
        if (p.start, p.end) != (piece.start, piece.end)
    )
    return piece if clash else Piece(start, end, piece.confidence)


def _stretches(text: str, quotation: Quotation) -> list[tuple[int, int]]:
    """The sentences of a quotation, its marks with the first and last."""
    inner = sentences(text[quotation.start : quotation.end])
    return [(quotation.start + a, quotation.start + b) for a, b in inner]


def _is_speech(text: str, quotation: Quotation, drafts: Sequence[Draft]) -> bool:
    """Whether a quotation that nobody claims is speech: long enough, and a sentence of its own."""
    words = text[quotation.inner_start : quotation.inner_end].split()
    if len(words) < ENOUGH_WORDS or any(_covered(quotation, d.pieces) for d in drafts):
        return False
    first = words[0].lstrip("([… .")
    before = text[: quotation.start].rstrip(" \t")
    own = not before or before[-1] in ".!?…:,;\n" + MARKS
    last = text[quotation.inner_end - 1 : quotation.end + 1]
    return own and (first[:1].isupper() or not quotation.opened) and any(c in ".!?…," for c in last)


def _from(text: str, quotation: Quotation, drafts: Sequence[Draft]) -> int:
    """Where a quotation begins; one that lost its opening mark reaches back to the last words that somebody else has."""
    if quotation.opened:
        return quotation.start
    bound = next((a for a, b in paragraphs(text) if a <= quotation.start < b), quotation.start)
    ends = [p.end for d in drafts for p in d.pieces if bound <= p.end <= quotation.start]
    if not ends:
        return quotation.start
    start = max(ends)
    return start + len(re.match(r"[\s.,;:!?…]*", text[start : quotation.end]).group())  # type: ignore[union-attr]


def _add(text: str, piece: Piece, drafts: list[Draft], quotation: Quotation) -> None:
    """Adds a quotation that the model gave to nobody, to the draft that it goes on with or as one of its own.

    Its speaker is who stands right behind it, else whoever was quoted last, in this paragraph or the one before, else nobody.
    """
    if tagged := _tagged(text, (piece,), drafts, quotation):
        drafts.append(tagged)
        return
    span = Span.of(text, piece.start, piece.end)
    bounds = paragraphs(text)
    before = max(((d.contents[-1].end, k) for k, d in enumerate(drafts) if _quoted(text, d, piece.start)), default=None)
    here = _paragraph(bounds, piece.start)
    if before is None or here - _paragraph(bounds, before[0]) > 1:
        drafts.append(
            Draft(None, None, (piece,), decided_by=(Decision("content", "a quotation without cue or source", span),))
        )
        return
    spoken = drafts[before[1]]
    rule = "the one quoted before goes on" if quotation.opened else "the closing mark has lost its opening one"
    if spoken.cue is not None and _paragraph(bounds, spoken.cue.start) == here:
        decided = (*spoken.decided_by, Decision("content", rule, span))
        drafts[before[1]] = replace(spoken, contents=(*spoken.contents, piece), decided_by=decided)
        return
    speaker = before[1] if spoken.speaker_of is None else spoken.speaker_of
    drafts.append(Draft(None, None, (piece,), speaker_of=speaker, decided_by=(Decision("source", rule, span),)))


def _quoted(text: str, draft: Draft, offset: int) -> bool:
    """Whether a draft before an offset has words in quotation marks."""
    ends = (c for p in draft.contents for c in (text[p.start], text[p.end - 1]))
    return draft.contents[-1].end <= offset and any(c in MARKS for c in ends)


def _tagged(text: str, pieces: tuple[Piece, ...], drafts: Sequence[Draft], quotation: Quotation) -> Draft | None:
    """A quotation whose speaker stands right behind it, though the model saw no cue there."""
    tag = tag_of(text, quotation)
    if tag is None or any(p.start < tag[1][1] and tag[0][0] < p.end for d in drafts for p in d.pieces):
        return None
    source, cue = (Piece(*part, 0.5) for part in tag)
    rule = Decision("source", "named right behind the quotation", Span.of(text, source.start, source.end))
    return Draft(cue, source, pieces, decided_by=(rule,), learnt=False)
