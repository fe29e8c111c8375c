"""In what mode something is said. In: the spans of a statement. Out: its axes, each with the words and the rule that decided it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.read.acts import speech_act
from onrecord.read.certainty import certainty_of, polarity_of
from onrecord.read.clauses import main_clause
from onrecord.read.conditions import condition_of
from onrecord.read.cues import act_of
from onrecord.read.forms import form_of
from onrecord.read.tenses import tense_of
from onrecord.read.verification import verification_of
from onrecord.read.words import Word, words_of
from onrecord.record.provenance import Decision
from onrecord.record.span import Span
from onrecord.record.vocabulary import Certainty, Polarity, SpeechAct, Tense, Verification

__all__ = ["Modality", "form_of", "judge"]

#: How many characters may stand between two words of one decision.
NEAR = 30


@dataclass(frozen=True, slots=True)
class Modality:
    """The axes of a statement; see `onrecord.record.statement.Statement` for what each means.

    Attributes:
        speech_act: What is done by saying it.
        certainty: How sure the speaker is.
        polarity: Whether it is said to be so, or not to be so.
        tense: When it holds.
        condition: The words of a condition.
        hedges: The words that weaken it.
        negation: The words that negate it.
        verification: Whether the report says that it checked it.
        verification_span: The words that say so.
        decided_by: For every axis the rule and the words that decided it; "default" where nothing did.
    """

    speech_act: SpeechAct = "state"
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    tense: Tense = "none"
    condition: Span | None = None
    hedges: tuple[Span, ...] = ()
    negation: tuple[Span, ...] = ()
    verification: Verification = "none"
    verification_span: Span | None = None
    decided_by: tuple[Decision, ...] = ()


def judge(
    text: str, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...], form: str | None = None
) -> Modality:
    """Decide the axes of a statement whose parts are known.

    Args:
        text: The whole text of the report.
        source: The spans of the source; none if nobody is named.
        cue: The spans of the cue; none if there is no cue.
        content: The spans of the content.
        form: "direct", "indirect" or "mixed", if known.

    Returns:
        The axes, with the rule and the words behind each in `decided_by`.
    """
    speaker, told_by, said = (words_of(text, _stretches(text, spans)) for spans in (source, cue, content))
    clause = main_clause(said)
    told = act_of(told_by, said)
    done = speech_act(told, clause, speaker, direct=form == "direct")
    condition = condition_of(clause)
    sure = certainty_of(done.act, told, clause, told_by)
    untrue = done.words if done.act == "deny" and told.name == "state" else ()
    sign = polarity_of(told, clause, told_by, sure, untrue)
    timed = tense_of(done.act, told, clause, condition is not None, form == "direct")
    verification, note = verification_of(text, source, cue, content)
    hanging = None if condition is None else Span.of(text, condition[0].start, condition[1].end)
    decided = (
        _decision(text, "speech_act", done.by, done.words),
        _decision(text, "certainty", sure.by, sure.words),
        _decision(text, "polarity", sign.by, sign.words),
        _decision(text, "tense", timed.by, timed.words),
        Decision("condition", "default" if hanging is None else "if-clause", hanging),
        Decision("verification", "default" if note is None else "note on checking", note),
    )
    return Modality(
        speech_act=done.act,
        certainty=sure.certainty,
        polarity=sign.polarity,
        tense=timed.tense,
        condition=hanging,
        hedges=_spans(text, sure.words),
        negation=_spans(text, sign.words),
        verification=verification,
        verification_span=note,
        decided_by=decided,
    )


def _stretches(text: str, spans: Iterable[Span]) -> list[tuple[int, int]]:
    """The spans in the order of the text, overlapping ones as one, so that no word is read twice."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((max(0, span.start), min(len(text), span.end)) for span in spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _decision(text: str, field: str, by: str, words: tuple[Word, ...]) -> Decision:
    """A decision with the stretch from its first to its last word; far-apart words are not joined."""
    if not words:
        return Decision(field, by)
    ordered = sorted(words, key=lambda word: word.start)
    near = [ordered[0]]
    for word in ordered[1:]:
        if word.start - near[-1].end > NEAR:
            break
        near.append(word)
    return Decision(field, by, Span.of(text, near[0].start, near[-1].end))


def _spans(text: str, words: Iterable[Word]) -> tuple[Span, ...]:
    """Words as spans in their order; neighbours are joined."""
    found: list[tuple[int, int]] = []
    for word in sorted(words, key=lambda word: word.start):
        if found and text[found[-1][1] : word.start] in ("", " "):
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
    return tuple(Span.of(text, start, end) for start, end in found)
