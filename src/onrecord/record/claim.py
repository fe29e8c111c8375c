"""A claim: one proposition, who asserts it, who denies it, and how many of them are independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record.span import Span
from onrecord.record.vocabulary import ClaimKind, ClaimStatus, StanceKind


@dataclass(frozen=True, slots=True)
class Slots:
    """What a proposition is about. A slot that is not said is None.

    Attributes:
        actor: Who did it, or of whom it holds.
        action: What was done, or what holds.
        target: To whom or to what.
        place: Where.
        time: When, an ISO date or the words.
        quantity: How many of what.
    """

    actor: str | None = None
    action: str | None = None
    target: str | None = None
    place: str | None = None
    time: str | None = None
    quantity: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure that a source gives.

    Attributes:
        low: At least so many.
        high: At most so many.
        words: The words, where they are no figure ("dozens").
        of: What is counted, where that is not what the claim counts.
    """

    low: float | None = None
    high: float | None = None
    words: str | None = None
    of: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Stance:
    """How one source in one report stands to a claim.

    Attributes:
        document: Id of the report.
        statement: Id of the statement, "narrator" for the outlet's own voice, or None.
        source: Who speaks, or "narrator".
        spans: The words.
        stance: How the source stands to the claim.
        value: The figure that it gives.
        basis: What decided the stance: a rule, slots, or the pair of sentences.
        confidence: Calibrated probability (0-1).
        organisation: Who stands behind the source and is counted, where its name is another.
        unnamed: Whether the source is known by description only.
        leans: For a hedge, the side that it leans to.
        superseded: Whether the same source later gave another figure.
        own_text: Whether these are the outlet's own words in a report that is otherwise a copy.
    """

    document: str
    statement: str | None
    spans: tuple[Span, ...]
    stance: StanceKind
    source: str | None = None
    value: Value | None = None
    basis: str | None = None
    confidence: float | None = None
    organisation: str | None = None
    unnamed: bool | None = None
    leans: StanceKind | None = None
    superseded: bool | None = None
    own_text: bool | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Join:
    """Why two or more stances count as one source.

    Attributes:
        kind: copies (one copy family), source (one ultimate source), organisation, or citation (one cites the other).
        stances: Which stances of the claim, from 0.
        why: The reason, in words.
    """

    kind: str
    stances: tuple[int, ...]
    why: str
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many stand behind a claim, over the stances that assert, deny or hedge.

    Attributes:
        reports: How many reports.
        copy_families: The fewest copy families and single reports that cover them.
        sources: How many ultimate sources; narrators are not counted.
        independent: How many independent sources: connected components of the joins.
        parties: How many governments, armed and political groups speak.
        unnamed: How many of the independent ones rest on unnamed sources only.
        without: The number of independent ones without each kind of join (copies, source with organisation, citation).
        joins: Every join with its reason.
    """

    reports: int
    copy_families: int
    sources: int
    independent: int
    parties: int
    unnamed: int
    without: Mapping[str, int] = field(default_factory=dict, hash=False)
    joins: tuple[Join, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition and how the sources stand to it.

    Attributes:
        id: Its id.
        proposition: In plain words, affirmative.
        kind: What kind of proposition.
        slots: What it is about.
        stances: How each source in each report stands to it.
        tally: How many stand behind it.
        status: What the stances and the tally come to.
        why: The status in words.
    """

    id: str
    proposition: str
    kind: ClaimKind | None
    slots: Slots
    stances: tuple[Stance, ...]
    tally: Tally | None = None
    status: ClaimStatus | None = None
    why: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
