"""Statements within statements: A says that B says. In: drafts. Out: the drafts that stand inside a content of theirs.

No corpus to learn from marks these, so what is said is read once more on its own, as if it were a report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.read.completions import from_match
from onrecord.read.cues import lemma_of, lexicon
from onrecord.read.drafts import MARKS, Draft
from onrecord.read.paragraphs import sentences
from onrecord.read.patterns import (
    Match,
    before_contrast,
    imagery,
    relative_clauses,
    reported_by_nobody,
    reported_clause,
    reporting_nouns,
)
from onrecord.read.roles import Piece, Proposal
from onrecord.record.provenance import Decision

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
VAGUE = frozenset(
    """call show find back place give hit mark make see add list sign vote share post read open move draw mean use name picture
    place point point rank rate order support hold cover cite define detail display express issue light run send set serve
    answer record review vow weigh figure file bill bet state attack comment invite concern continue question favor favour charge
    represent present account require release put push correct protest encourage address locate relate commitment defend prove decide
    interrupt communicate demonstrate determine advertise appeal regard deem learn speak remark note count reflect broadcast""".split()
)
"""Cue lemmas that mean something else so often that they are no reason for a second reading."""
SELDOM = frozenset(
    """project threat establish blast ban command commit mandate expose voice cast credit nominate champion contest celebrate leak
    undertake spell compare flag update press introduce prohibit lobby""".split()
)
"""Cue lemmas that say something within what was said so seldom that patterns alone look for it."""
ARTICLES = frozenset("a an the".split())
OPENING = re.compile(r"that\s+")
TO_COME = ("will ", "to ", "would ", "should ", "must ", "can ", "could ", "may ", "might ")
IMAGERY_WORDS = frozenset(
    "video videos footage picture pictures photo photos photograph photographs image images".split()
)
LEAST_WORDS = 6
LEAST_CHARACTERS = 8
SURE = 0.55
"""Least probability of cue and content tags: without context the model is bolder than it should be."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of content in which something may be said: of draft number `of`, from `start` to `end` in the text.

    `plain` tells that the network need not read it again: patterns account for every word that is likely to be a cue.
    """

    of: int
    start: int
    end: int
    plain: bool = False


def stretches(text: str, drafts: Sequence[Draft]) -> list[Stretch]:
    """The sentences of contents in which some word may be a cue; sentences that follow each other are read together."""
    found: list[Stretch] = []
    for of, draft in enumerate(drafts):
        for start, end in _joined(text, draft.contents):
            for a, b in sentences(text[start:end]):
                bare = _bare(text, start + a, start + b)
                words = list(WORD.finditer(text, *bare))
                low = [m.group().lower() for m in words]
                cues = [k for k, word in enumerate(low) if _may_be_cue(word)]
                shown = not IMAGERY_WORDS.isdisjoint(low)
                if len(words) < LEAST_WORDS or not (cues or shown):
                    continue
                likely = [words[n].span() for n in cues if _is_likely(low[n], low[n - 1] if n else "")]
                plain = (bool(cues) and not likely) or _accounted_for(text, bare, likely)
                part = Stretch(of, *bare, plain)
                before = found[-1] if found else None
                if before and before.of == of and not text[before.end : part.start].strip(" .!?…" + MARKS):
                    found[-1] = replace(before, end=part.end, plain=before.plain and part.plain)
                else:
                    found.append(part)
    return found


def _accounted_for(text: str, sentence: tuple[int, int], cues: Sequence[tuple[int, int]]) -> bool:
    clause = reported_clause(text, *sentence)
    return clause is not None and all(clause.cue[0] <= a and b <= clause.cue[1] for a, b in cues)


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
        proposals: What the model proposed for each, in offsets of the part; nothing where it did not read.
        is_statement: Whether a draft is a statement rather than an attitude or intention.
    """
    found = list(drafts)
    for part, inner in zip(parts, proposals, strict=True):
        own = _by_pattern(text, part, relative_clauses(text, part.start, part.end), drafts)
        for proposal in inner:
            draft = _cut_at_contrast(text, _moved(proposal, part))
            known = any(_same_cue(draft, d) for d in own)
            if (
                not known
                and _belongs(draft, drafts[part.of], part)
                and is_statement(draft)
                and not _unsaid(text, draft)
            ):
                rule = Decision("inside", "read again within what was said")
                own.append(replace(draft, inside=part.of, decided_by=(rule,)))
        own += _by_pattern(text, part, _matches(text, part), [*own, *drafts])
        found += _innermost(own, len(found))
    return found


def _matches(text: str, part: Stretch) -> Iterator[Match]:
    """What patterns find in a stretch and in each of its sentences."""
    yield from reporting_nouns(text, part.start, part.end)
    yield from reported_by_nobody(text, part.start, part.end)
    for start, end in sentences(text[part.start : part.end]):
        for pattern in (reported_clause, imagery):
            if clause := pattern(text, part.start + start, part.start + end):
                yield clause


def _by_pattern(text: str, part: Stretch, matches: Iterable[Match], known: Sequence[Draft]) -> list[Draft]:
    """Drafts of what patterns found, where nobody has found it before."""
    found: list[Draft] = []
    for match in matches:
        draft = _cut_at_contrast(text, from_match(text, match, part.of))
        if not any(_same_cue(draft, d) for d in (*known, *found)):
            found.append(draft)
    return found


def _same_cue(one: Draft, other: Draft) -> bool:
    return (
        one.cue is not None
        and other.cue is not None
        and one.cue.start < other.cue.end
        and other.cue.start < one.cue.end
    )


def _innermost(own: Sequence[Draft], before: int) -> list[Draft]:
    """Statements of one stretch, each inside the smallest content that holds all of it; `before` drafts stand ahead of them."""
    found = []
    for draft in own:
        holders = [(_size(d), before + k) for k, d in enumerate(own) if d is not draft and _holds(d, draft)]
        found.append(replace(draft, inside=min(holders)[1]) if holders else draft)
    return found


def _size(draft: Draft) -> int:
    return sum(p.end - p.start for p in draft.contents)


def _holds(outer: Draft, inner: Draft) -> bool:
    start, end = min(p.start for p in inner.pieces), max(p.end for p in inner.pieces)
    return any(p.start <= start and end <= p.end for p in outer.contents)


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


def _is_likely(word: str, before: str) -> bool:
    """Whether a word that may be a cue is likely to be one; a participle behind an article is none: "a suspected strike"."""
    return lemma_of(word) not in SELDOM and not (before in ARTICLES and word.endswith("ed"))


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


def _unsaid(text: str, draft: Draft) -> bool:
    """Whether nothing has been said: the one spoken to is the source ("you have to remember"), or it is still to come."""
    source = text[draft.source.start : draft.source.end].lower() if draft.source else ""
    cue = text[draft.cue.start : draft.cue.end].lower() if draft.cue else ""
    return source in ("you", "anyone", "everyone") or cue.startswith(TO_COME)


def _belongs(draft: Draft, outer: Draft, part: Stretch) -> bool:
    """Whether it is sure enough, and not the outer statement found again."""
    size = sum(p.end - p.start for p in draft.contents)
    sure = draft.cue is not None and draft.cue.confidence >= SURE and min(p.confidence for p in draft.contents) >= SURE
    same = outer.cue is not None and draft.cue is not None and outer.cue.start == draft.cue.start
    return sure and not same and size <= 0.97 * (part.end - part.start)
