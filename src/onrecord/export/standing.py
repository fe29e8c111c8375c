"""How a happening stands: what the claims that rest on its words come to. No row of it is surer than these."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.material import Material
from onrecord.record import Happening

__all__ = ["Standing", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the claims on a happening come to.

    Attributes:
        statuses: Statuses of the claims that it happened, each once; of the other claims, where there are none of these.
        independent: The most independent sources of a claim that it happened, and no more than reports tell of it; None where no
            such claim is counted.
        contested: Whether one of all its claims is contested.
        claims: Ids of all its claims.
    """

    statuses: tuple[str, ...] = ()
    independent: int | None = None
    contested: bool = False
    claims: tuple[str, ...] = ()


def standing_of(happening: Happening, material: Material) -> Standing:
    """Looks at every claim on a happening, within the filter or not."""
    claims = list(material.iter_claims_on(happening))
    that_it_was = [claim for claim in claims if claim.kind == "occurrence"]
    statuses = dict.fromkeys(claim.status for claim in that_it_was or claims if claim.status)
    counts = [claim.tally.independent for claim in that_it_was if claim.tally]
    telling = len({document for document, _ in happening.incidents})
    return Standing(
        tuple(statuses),
        min(max(counts), telling) if counts else None,
        any(claim.status == "contested" for claim in claims),
        tuple(claim.id for claim in claims),
    )
