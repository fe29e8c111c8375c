"""From drafts to statements: spans, form, axes, and whether it is a statement at all rather than an attitude or intention."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.calibration import confidence_of
from onrecord.read.cues import act_of, lemma_of, lexicon
from onrecord.read.drafts import ENOUGH_WORDS, Draft
from onrecord.read.forms import form_of, lost_marks
from onrecord.read.modality import judge
from onrecord.read.quotations import Quotation
from onrecord.read.roles import Piece
from onrecord.read.sources import source_type
from onrecord.read.words import words_of
from onrecord.record.ids import make_id
from onrecord.record.mention import Mention
from onrecord.record.provenance import Decision
from onrecord.record.span import Span
from onrecord.record.statement import Content, Cue, Source, Statement
from onrecord.record.vocabulary import MentionKind, StatementForm

NEEDS_CLAUSE = frozenset("continue face see find mark hit back attack place point support charge decide".split())
"""Cue lemmas that state something only before "that" or words in quotation marks."""
VOTING = frozenset("reject vote veto oppose refuse dismiss approve pass endorse".split())
LAWS = frozenset(
    "bill bills legislation amendment amendments law laws motion motions resolution resolutions nomination referendum".split()
)
HEAD_WORDS = 7
"""Words of a content within which the thing that it begins with is named."""
NO_MARKS: Sequence[tuple[int, int]] = ()
"""What is said within what was said is told in the words of the one who tells it, whatever marks stand around both."""
SAME_SPEAKER = "same:"
"""Prefix of a source's chain while it only says that the speaker of another statement goes on; resolving replaces it."""


def is_statement(text: str, draft: Draft, quotations: Sequence[Quotation]) -> bool:
    """Whether something is said or believed, rather than wanted, felt, tried or done.

    A cue that the lexicon knows, or any cue whose content is quoted or opens with "that", makes a statement.
    """
    if draft.cue is None:
        return True
    cue = words_of(text, [(draft.cue.start, draft.cue.end)])
    content = words_of(text, [(p.start, p.end) for p in draft.contents])
    act = act_of(cue, content)
    if _votes_down({lemma_of(word.low) for word in cue}, [word.low for word in content]):
        return False
    lemmas = {act.lemma, *(lemma_of(word.low) for word in cue)}
    known = " " in act.lemma or any(lemma in lexicon().acts and lemma not in NEEDS_CLAUSE for lemma in lemmas)
    quoted = any(
        q.start < p.end and p.start < q.end and len(text[q.start : q.end].split()) >= ENOUGH_WORDS
        for q in quotations
        for p in draft.contents
    )
    return known or quoted or (bool(content) and content[0].low == "that")


def _votes_down(cue: set[str], content: Sequence[str]) -> bool:
    """Whether a law is what is rejected or passed, which is an act of parliament and no denial: "rejected the bill"."""
    if not cue & VOTING or content[:1] == ["that"]:
        return False
    named = zip(content[:HEAD_WORDS], [*content[1:], ""], strict=False)
    return any(low in LAWS and following != "'s" for low, following in named)


def build(
    text: str, drafts: Sequence[Draft], quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> list[Statement]:
    """Statements in the order of the text, each with its axes and what decided them."""
    ids = [_id(draft) for draft in drafts]
    ranges = [(q.start, q.end) for q in quotations]
    actors = [m for m in mentions if m.form != "pronoun" and m.kind in ("person", "organisation")]
    found = [_statement(text, draft, ids, k, ranges, actors) for k, draft in enumerate(drafts)]
    order = sorted(range(len(found)), key=lambda k: (drafts[k].start, drafts[k].inside is not None))
    return [found[k] for k in order]


def _statement(text: str, draft: Draft, ids: Sequence[str], place: int, quotations: Sequence[tuple[int, int]],
               actors: Sequence[Mention]) -> Statement:  # fmt: skip
    source, cue = _spans(text, [draft.source]), _spans(text, [draft.cue])
    content = _spans(text, draft.contents)
    form, by_form = _form(text, source, content, NO_MARKS if draft.inside is not None else quotations)
    modality = judge(text, source, cue, content, form)
    chain = f"{SAME_SPEAKER}{ids[draft.speaker_of]}" if draft.speaker_of is not None else None
    speaker = None
    if source or chain:
        speaker = Source(
            source, chain, None, source_type(text, source, kind=_kind(draft.source, actors)) if source else None
        )
    return Statement(
        id=ids[place],
        form=form,
        source=speaker,
        cue=Cue(cue) if cue else None,
        content=Content(content),
        inside=ids[draft.inside] if draft.inside is not None else None,
        speech_act=modality.speech_act,
        certainty=modality.certainty,
        polarity=modality.polarity,
        tense=modality.tense,
        condition=modality.condition,
        hedges=modality.hedges,
        negation=modality.negation,
        verification=modality.verification,
        verification_span=modality.verification_span,
        decided_by=(*draft.decided_by, *by_form, *modality.decided_by),
        confidence=confidence_of(draft),
    )


def _form(
    text: str, source: tuple[Span, ...], content: tuple[Span, ...], quotations: Sequence[tuple[int, int]]
) -> tuple[StatementForm, list[Decision]]:
    form = form_of(text, content, quotations)
    if form == "indirect" and quotations is not NO_MARKS and (word := lost_marks(text, content, source)):
        return "direct", [Decision("form", "wording that can only be the speaker's", word)]
    return form, [Decision("form", "quotation marks")]


def _id(draft: Draft) -> str:
    return make_id("s", *(offset for piece in draft.pieces for offset in (piece.start, piece.end)))


def _spans(text: str, pieces: Sequence[Piece | None]) -> tuple[Span, ...]:
    return tuple(Span.of(text, p.start, p.end) for p in pieces if p is not None)


def _kind(source: Piece | None, actors: Sequence[Mention]) -> MentionKind | None:
    """The kind of the first person or organisation named within a source."""
    if source is None:
        return None
    inside = (m.kind for m in actors if source.start <= m.span.start and m.span.end <= source.end)
    return next(inside, None)
