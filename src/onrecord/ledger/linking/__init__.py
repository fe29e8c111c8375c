"""What linking keeps in a ledger: items of reports, how pairs stand, and copies, happenings and claims made from them."""

from onrecord.ledger.linking.explaining import Explanation, Member, explain
from onrecord.ledger.linking.forgetting import forget
from onrecord.ledger.linking.judging import PairJudged, judge_pair
from onrecord.ledger.linking.listing import LinkCounts, Sought, count_linked, iter_claims, iter_copies, iter_happenings
from onrecord.ledger.linking.page import Page, Unlinked, iter_unlinked

__all__ = [
    "Explanation",
    "LinkCounts",
    "Member",
    "Page",
    "PairJudged",
    "Sought",
    "Unlinked",
    "count_linked",
    "explain",
    "forget",
    "iter_claims",
    "iter_copies",
    "iter_happenings",
    "iter_unlinked",
    "judge_pair",
]
