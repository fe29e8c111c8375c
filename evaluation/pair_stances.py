"""Whether the comparison of sentences tells a denial of a claim from a second report of it, on claims marked by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from evaluation.gold import iter_json
from onrecord.link.pairs import Compares

_BORDER = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


def pairs_of_claims(gold: Path, whole: bool) -> Iterator[tuple[str, str, bool]]:
    """Words of two reports on one claim, and whether the one asserts and the other denies it; both assert it otherwise.

    Args:
        gold: The folder of the gold files.
        whole: Take the sentence that the words stand in, which often holds the denial that they lack.
    """
    texts = {r["document"]["id"]: r["document"]["text"] for r in iter_json(gold / "fa-kes-open.jsonl.gz")}
    for group in iter_json(gold / "claims-open.jsonl.gz"):
        for claim in group["claims"]:
            told = [s for s in claim["stances"] if s["stance"] in ("asserts", "denies") and s["spans"]]
            for one, other in combinations(told, 2):
                kinds = {one["stance"], other["stance"]}
                if kinds != {"denies"}:
                    a, b = (_words(texts[s["document"]], s["spans"][0], whole) for s in (one, other))
                    yield a, b, len(kinds) == 2


def _words(text: str, span: dict[str, int], whole: bool) -> str:
    if not whole:
        return text[span["start"] : span["end"]]
    begin = max((m.end() for m in _BORDER.finditer(text, 0, span["start"])), default=0)
    end = next((m.start() for m in _BORDER.finditer(text, span["end"])), len(text))
    return text[begin:end]


def area(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Area under the ROC curve: how often a pair of the right kind scores above one of the other; half counts for a draw."""
    yes = [score for score, own in zip(scores, right, strict=True) if own]
    no = [score for score, own in zip(scores, right, strict=True) if not own]
    won = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    return won / (len(yes) * len(no)) if yes and no else 0.5


def lines(gold: Path, comparer: Compares) -> Iterator[str]:
    """The area for the words marked and for their sentences, by how likely they are opposed in either direction."""
    for whole, name in ((False, "words marked"), (True, "their sentences")):
        found = list(pairs_of_claims(gold, whole))
        both = comparer.compare_many([p for a, b, _ in found for p in ((a, b), (b, a))])
        scores = [max(one.opposed, other.opposed) for one, other in zip(both[::2], both[1::2], strict=True)]
        right = [denied for _, _, denied in found]
        yield f"claims, {name}: {sum(right)} pairs asserted and denied, {len(right) - sum(right)} asserted twice; AUC {area(scores, right):.3f}"
