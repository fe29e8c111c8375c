"""What is counted: a stance with the one who takes it. And what comes of counting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from onrecord.link.sources.speaker import Speaker
from onrecord.record import Span, Stance, Tally
from onrecord.record.vocabulary import ClaimStatus

__all__ = ["Counted", "Outcome", "Side"]

Side = Literal["asserts", "denies"]
_COUNTING: Final = frozenset({"asserts", "denies", "hedges"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A stance on a claim, with what tells whether it is independent of others.

    Attributes:
        stance: How the source stands to the claim.
        speaker: The source.
        published: ISO date of the report.
        copied: Whether its words are part of what the report shares with the others of its copy family.
        evidence: The sentence that the stance was taken from, which tells one of several unnamed sources of a family from another.
    """

    stance: Stance
    speaker: Speaker
    published: str | None = None
    copied: bool = True
    evidence: Span | None = None

    @property
    def counts(self) -> bool:
        """Whether it corroborates or contests; who predicts, asks or declines does neither."""
        return self.stance.stance in _COUNTING

    @property
    def side(self) -> Side | None:
        """The side that it is on; of a hedge, the side that it leans to, if that is known."""
        taken = self.stance.leans if self.stance.stance == "hedges" else self.stance.stance
        return taken if taken in ("asserts", "denies") else None

    @property
    def words(self) -> str:
        """The words that it rests on."""
        return self.evidence.text if self.evidence else " ".join(span.text for span in self.stance.spans)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the stances on a claim come to.

    Attributes:
        tally: How many stand behind it.
        status: What that comes to; None if nobody asserts or denies it.
        why: The same in a sentence.
    """

    tally: Tally
    status: ClaimStatus | None
    why: str
