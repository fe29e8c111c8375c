"""How a happening stands: what the claims that rest on its words come to. No row of it is surer than these."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.material import Material
from onrecord.record import Claim, Happening

__all__ = ["Standing", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the claims on a happening come to.

    Attributes:
        statuses: Statuses of the claims that it happened, each once. A claim that several reports corroborate says so of a happening
            only if several of them tell of it.
        independent: The most independent sources of such a claim, and no more than reports that make the claim tell of the happening;
            None where there is no such claim.
        contested: Whether any claim on it is contested: that it happened, who did it, how many died.
        claims: Ids of all claims on it.
    """

    statuses: tuple[str, ...] = ()
    independent: int | None = None
    contested: bool = False
    claims: tuple[str, ...] = ()


def standing_of(happening: Happening, material: Material) -> Standing:
    """Looks at every claim on a happening, within the filter or not."""
    claims = list(material.iter_claims_on(happening))
    telling = {document for document, _ in happening.incidents}
    that_it_was = [(claim, _sharing(claim, telling)) for claim in claims if claim.kind == "occurrence"]
    carried = [(claim, most) for claim, most in that_it_was if claim.status != "corroborated" or most > 1]
    counts = [min(claim.tally.independent, most) for claim, most in carried if claim.tally]
    return Standing(
        tuple(dict.fromkeys(claim.status for claim, _ in carried if claim.status)),
        max(counts, default=None),
        any(claim.status == "contested" for claim in claims),
        tuple(claim.id for claim in claims),
    )


def _sharing(claim: Claim, telling: set[str]) -> int:
    """How many of the reports that tell of a happening make a claim."""
    return len({stance.document for stance in claim.stances} & telling)
