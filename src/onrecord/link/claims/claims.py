"""Claims: what several reports say of one thing, who asserts it and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.link.claims.gather import gather
from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.stances import stances_of
from onrecord.link.claims.wording import leading, sentence_of, slots_of
from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.link.tally import Counted, count
from onrecord.record.claim import Claim
from onrecord.record.ids import make_id

__all__ = ["claims_of", "grouped"]


def claims_of(
    propositions: Sequence[Proposition],
    likenesses: Mapping[tuple[str, str], Likeness],
    families: Mapping[str, Sequence[str]],
    judged: Sequence[PairJudgement] = (),
) -> tuple[Claim, ...]:
    """Gather propositions into claims.

    Args:
        propositions: What reports put forward.
        likenesses: The judgement of the pairs that share a blocking key, by their ids.
        families: For each copy family the ids of its reports.
        judged: A person's judgements of pairs, which outrank the machine's.

    Returns:
        The claims with their stances, tally and status, in the order of their first propositions.
    """
    return tuple(claim for _, claim in grouped(propositions, likenesses, families, judged))


def grouped(
    propositions: Sequence[Proposition],
    likenesses: Mapping[tuple[str, str], Likeness],
    families: Mapping[str, Sequence[str]],
    judged: Sequence[PairJudgement] = (),
) -> Iterator[tuple[tuple[str, ...], Claim]]:
    """As `claims_of`, each claim with the ids of its propositions. What stands only against other accounts makes no claim."""
    for group in gather(propositions, likenesses, judged):
        if not all(p.counter for p in group):
            yield tuple(p.id for p in group), claim_of(group, families)


def claim_of(group: Sequence[Proposition], families: Mapping[str, Sequence[str]]) -> Claim:
    """The claim that propositions about one thing make. Of several who are said to hold a place it is about the one most name."""
    lead = leading(group)
    own = [p for p in group if p.theme == lead.theme]
    rows = stances_of(group, lead.theme)
    slots = slots_of(own, lead)
    counted = [
        Counted(stance, one.speaker, one.published, evidence=one.spans[0] if one.spans else None)
        for stance, one in rows
    ]
    outcome = count(counted, families)
    return Claim(
        id=make_id("c", lead.id, group[0].id),
        proposition=sentence_of(lead, slots),
        kind=lead.kind,
        slots=slots,
        stances=tuple(stance for stance, _ in rows),
        tally=outcome.tally,
        status=outcome.status,
        why=outcome.why,
    )
