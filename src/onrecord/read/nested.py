"""Statements within statements: A says that B says. In: drafts. Out: the drafts that stand inside a content of theirs.

No corpus to learn from marks these, so what is said is read once more on its own, as if it were a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.read.cues import lemma_of, lexicon
from onrecord.read.drafts import MARKS, Draft
from onrecord.read.paragraphs import sentences
from onrecord.read.patterns import before_contrast, reporting_nouns
from onrecord.read.roles import Piece, Proposal
from onrecord.record.provenance import Decision
from onrecord.record.span import Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
VAGUE = frozenset(
    """call show find back place give hit mark make see add list sign vote share post read open move draw mean use name picture
    place point point rank rate order support hold cover cite define detail display express issue light run send set serve
    answer record review vow weigh figure file bill bet state attack comment invite concern continue question favor favour charge
    represent present account require release put push correct protest encourage address locate relate commitment defend prove decide
    interrupt communicate demonstrate determine advertise appeal regard deem learn speak remark note count reflect broadcast""".split()
)
"""Cue lemmas that mean something else so often that they are no reason for a second reading."""
OPENING = re.compile(r"that\s+")
LEAST_WORDS = 5
LEAST_CHARACTERS = 8
SURE = 0.55
"""Least probability of cue and content tags: without context the model is bolder than it should be."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of content to be read again: of draft number `of`, from `start` to `end` in the text."""

    of: int
    start: int
    end: int


def stretches(text: str, drafts: Sequence[Draft]) -> list[Stretch]:
    """The sentences of contents in which some word may be a cue; sentences that follow each other are read together."""
    found: list[Stretch] = []
    for k, draft in enumerate(drafts):
        for start, end in _joined(text, draft.contents):
            for a, b in sentences(text[start:end]):
                bare = _bare(text, start + a, start + b)
                words = [m.group().lower() for m in WORD.finditer(text, *bare)]
                if len(words) < LEAST_WORDS or not any(_may_be_cue(word) for word in words):
                    continue
                if found and found[-1].of == k and not text[found[-1].end : bare[0]].strip(" .!?…" + MARKS):
                    found[-1] = replace(found[-1], end=bare[1])
                else:
                    found.append(Stretch(k, *bare))
    return found


def within(
    text: str,
    drafts: Sequence[Draft],
    parts: Sequence[Stretch],
    proposals: Sequence[Sequence[Proposal]],
    is_statement: Callable[[Draft], bool],
) -> list[Draft]:
    """The given drafts, and those inside them.

    Args:
        text: The text that was read.
        drafts: Drafts that stand in no other.
        parts: What was read again.
        proposals: What the model proposed for each, in offsets of the part.
        is_statement: Whether a draft is a statement rather than an attitude or intention.
    """
    found = list(drafts)
    for part, inner in zip(parts, proposals, strict=True):
        own: list[Draft] = []
        for proposal in inner:
            draft = _cut_at_contrast(text, _moved(proposal, part))
            if _belongs(draft, drafts[part.of], part) and is_statement(draft):
                own.append(
                    replace(draft, inside=part.of, decided_by=(Decision("inside", "read again within what was said"),))
                )
        found += own
        found += _nouns(text, part, [*own, *drafts])
    return found


def _nouns(text: str, part: Stretch, known: Sequence[Draft]) -> list[Draft]:
    """Statements that nouns report, where nobody has found them."""
    taken = {(d.cue.start, d.cue.end) for d in known if d.cue}
    found = []
    for match in reporting_nouns(text, part.start, part.end):
        if match.cue in taken:
            continue
        rule = Decision("inside", f"pattern: {match.by}", Span.of(text, *match.cue))
        source = Piece(*match.source, 0.5) if match.source else None
        found.append(
            Draft(Piece(*match.cue, 0.5), source, (Piece(*match.content, 0.5),), inside=part.of, decided_by=(rule,))
        )
    return found


def _cut_at_contrast(text: str, draft: Draft) -> Draft:
    """What another one is said to have said ends before ", but": there the one who quotes takes over again."""
    if draft.cue is None:
        return draft
    last = draft.contents[-1]
    end = before_contrast(text, last.start, last.end)
    if last.start < draft.cue.end or end - last.start < LEAST_CHARACTERS:
        return draft
    return replace(draft, contents=(*draft.contents[:-1], replace(last, end=end)))


def _may_be_cue(word: str) -> bool:
    lemma = lemma_of(word)
    return lemma in lexicon().acts and lemma not in VAGUE


def _joined(text: str, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda p: p.start):
        if found and not text[found[-1][1] : piece.start].strip():
            found[-1] = (found[-1][0], piece.end)
        else:
            found.append((piece.start, piece.end))
    return found


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    found = OPENING.match(text, start, end)
    return (found.end() if found else start), end


def _moved(proposal: Proposal, part: Stretch) -> Draft:
    def move(piece: Piece) -> Piece:
        return Piece(piece.start + part.start, piece.end + part.start, piece.confidence)

    source = move(proposal.source) if proposal.source else None
    contents = tuple(move(p) for p in proposal.contents)
    return Draft(move(proposal.cue), source, contents, (proposal.source_link, proposal.content_link))


def _belongs(draft: Draft, outer: Draft, part: Stretch) -> bool:
    """Whether it is sure enough, and not the outer statement found again."""
    size = sum(p.end - p.start for p in draft.contents)
    sure = draft.cue is not None and draft.cue.confidence >= SURE and min(p.confidence for p in draft.contents) >= SURE
    same = outer.cue is not None and draft.cue is not None and outer.cue.start == draft.cue.start
    return sure and not same and size <= 0.97 * (part.end - part.start)
