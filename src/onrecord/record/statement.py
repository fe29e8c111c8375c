"""A statement: who is said to have said what, in which words, how surely, and within whose account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.provenance import Decision
from onrecord.record.span import Span
from onrecord.record.vocabulary import Certainty, Polarity, SourceType, SpeechAct, StatementForm, Tense, Verification


@dataclass(frozen=True, slots=True)
class Source:
    """The one who speaks; never the outlet, unless the outlet itself is quoted.

    Attributes:
        spans: The words that name the source at this statement.
        chain: Id of the chain that the source belongs to, if it is certain.
        name: The fullest name that the report gives.
        type: What kind of source it is.
    """

    spans: tuple[Span, ...]
    chain: str | None = None
    name: str | None = None
    type: SourceType | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that tell that something is being said ("said", "according to", "the claim").

    Attributes:
        spans: The words, in the order of the text.
    """

    spans: tuple[Span, ...]
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Content:
    """What is being said.

    Attributes:
        spans: The words, several when the quotation is broken up, in the order of the text.
    """

    spans: tuple[Span, ...]
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that somebody is said to have said. A field that is not known is None.

    Attributes:
        id: Its id within the record.
        form: Whether it is quoted word for word.
        source: Who speaks, or None if nobody is named.
        cue: The words that tell that something is said, or None.
        content: What is said.
        inside: Id of the statement that this one stands within.
        speech_act: What is done by saying it.
        certainty: How sure the speaker is, by the words of the report.
        polarity: Whether it is said to be so, or not to be so.
        tense: When it holds, seen from the moment of speaking.
        condition: The words of a condition that it hangs on.
        hedges: The words that weaken it.
        negation: The words that negate it.
        verification: Whether the report says that it checked it.
        verification_span: The words that say so.
        decided_by: Which rule or model decided which field, by which words.
        confidence: Calibrated probability (0-1) that this is a statement with these parts.
    """

    id: str
    form: StatementForm | None
    source: Source | None
    cue: Cue | None
    content: Content
    inside: str | None = None
    speech_act: SpeechAct | None = "state"
    certainty: Certainty | None = "certain"
    polarity: Polarity | None = "positive"
    tense: Tense | None = "none"
    condition: Span | None = None
    hedges: tuple[Span, ...] = ()
    negation: tuple[Span, ...] = ()
    verification: Verification | None = "none"
    verification_span: Span | None = None
    decided_by: tuple[Decision, ...] = ()
    confidence: float | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
