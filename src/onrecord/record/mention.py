"""A mention: words that name, describe or point to something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import MentionForm, MentionKind


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name, describe or point to something.

    Attributes:
        id: Its id within the record.
        span: The words.
        kind: What kind of thing it is.
        form: Whether it is a name, a description (nominal) or a pronoun.
        chain: Id of the chain of mentions of the same thing, if it is certain.
        confidence: Calibrated probability (0-1) of span and kind.
    """

    id: str
    span: Span
    kind: MentionKind
    form: MentionForm | None = None
    chain: str | None = None
    confidence: float | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
