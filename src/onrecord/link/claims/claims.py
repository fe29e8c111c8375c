"""Claims: what several reports say of one thing, who asserts it and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.link.claims.gather import gather
from onrecord.link.claims.proposition import Proposition
from onrecord.link.claims.standing import tally_of
from onrecord.link.claims.stances import stances_of
from onrecord.link.claims.wording import sentence_of, slots_of
from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.record.claim import Claim
from onrecord.record.ids import make_id


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
        families: The copy families of each report, by its id; a report without any may be left out.
        judged: A person's judgements of pairs, which outrank the machine's.

    Returns:
        The claims with their stances, tally and status, in the order of their first propositions.
    """
    claims = [claim for group in gather(propositions, likenesses, judged) for claim in claims_in(group, families)]
    return tuple({claim.id: claim for claim in claims}.values())


def claims_in(group: Sequence[Proposition], families: Mapping[str, Sequence[str]]) -> Iterator[Claim]:
    """The claims of a group that `gather` gave: one, or for a place one for each who is said to hold it."""
    if all(p.counter for p in group):
        return
    holders = list(dict.fromkeys(p.theme for p in group)) if group[0].kind == "control" else [None]
    for holder in holders:
        own = [p for p in group if holder is None or p.theme == holder]
        rows = stances_of(group, holder)
        slots = slots_of(own)
        tally, status, why = tally_of(rows, families)
        yield Claim(
            id=make_id("c", own[0].id, holder),
            proposition=sentence_of(own, slots),
            kind=group[0].kind,
            slots=slots,
            stances=tuple(stance for stance, _ in rows),
            tally=tally,
            status=status,
            why=why,
        )
