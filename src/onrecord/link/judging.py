"""People's judgements of pairs: the newest on a pair counts, it outranks the machine's, and a circle of them is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.link.shelf import Pair, paired

__all__ = ["circles", "judged_likenesses"]


def judged_likenesses(pairs: Mapping[Pair, Likeness], judged: Sequence[PairJudgement]) -> dict[Pair, Likeness]:
    """The machine's judgements, with people's in their place.

    Args:
        pairs: The machine's.
        judged: People's, the newest last. One that says "not judged" takes an earlier one back.
    """
    combined = dict(pairs)
    for pair, one in _newest(judged).items():
        if one.verdict != "not_judged":
            why = f"{one.who} judged it: {one.why}" if one.why else f"{one.who} judged it"
            machine = pairs.get(pair)
            details = machine.details if machine is not None and machine.verdict == one.verdict else {}
            combined[pair] = Likeness(one.verdict, None, (why,), details)
    return combined


def circles(judged: Sequence[PairJudgement]) -> dict[Pair, str]:
    """Tells of judgements that cannot all hold: two are different, and the same by way of others.

    Returns:
        For each such pair a note.
    """
    newest = _newest(judged)
    top: dict[str, str] = {}

    def top_of(id_: str) -> str:
        while top.setdefault(id_, id_) != id_:
            id_ = top[id_]
        return id_

    for pair, one in newest.items():
        if one.verdict == "same":
            top[top_of(pair[0])] = top_of(pair[1])
    return {
        pair: f"people's judgements go in a circle: {pair[0]} and {pair[1]} are different by {one.who}, and the same by way of others; "
        "they are kept apart"
        for pair, one in newest.items()
        if one.verdict == "different" and top_of(pair[0]) == top_of(pair[1])
    }


def _newest(judged: Iterable[PairJudgement]) -> dict[Pair, PairJudgement]:
    return {paired(one.a, one.b): one for one in judged}
