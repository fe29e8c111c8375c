"""How one sentence stands to another: agrees, contradicts, unrelated, with the reasons. In: sentences. Out: `PairScore`."""

from onrecord.link.pairs.scorer import Compares, PairComparer, PairLabel, PairScore, load_pairs
from onrecord.link.pairs.stance import StanceLabel, StanceScore, StanceScorer, load_stance

__all__ = [
    "Compares", "PairComparer", "PairLabel", "PairScore", "StanceLabel", "StanceScore", "StanceScorer", "load_pairs", "load_stance",
]  # fmt: skip
