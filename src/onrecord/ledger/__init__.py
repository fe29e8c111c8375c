"""The ledger: reports with their bytes and readings, kept for good, found again, and shown to be what they were."""

from onrecord.ledger.adding import Added
from onrecord.ledger.browsing.claims import ClaimShown
from onrecord.ledger.browsing.happenings import HappeningListed, HappeningShown
from onrecord.ledger.browsing.listed import Facets, Listed
from onrecord.ledger.browsing.telling import InReport, independent_tellers
from onrecord.ledger.browsing.tellings import TakingPart, Telling
from onrecord.ledger.custody import Step
from onrecord.ledger.failing import Failure
from onrecord.ledger.feeds import Feed
from onrecord.ledger.judging.rows import Decision
from onrecord.ledger.judging.waiting import Waiting
from onrecord.ledger.ledger import Ledger, open_ledger
from onrecord.ledger.linking import Explanation, LinkCounts, Member, PairJudged
from onrecord.ledger.linking.explaining import PairTold
from onrecord.ledger.listing import Counts, Report, StatementInReport
from onrecord.ledger.originals import Originals
from onrecord.ledger.search import Hit
from onrecord.ledger.verify import Finding
from onrecord.record.judgement import Judgement

__all__ = [
    "Added",
    "ClaimShown",
    "Counts",
    "Decision",
    "Explanation",
    "Facets",
    "Failure",
    "Feed",
    "Finding",
    "HappeningListed",
    "HappeningShown",
    "Hit",
    "InReport",
    "Judgement",
    "Ledger",
    "LinkCounts",
    "Listed",
    "Member",
    "Originals",
    "PairJudged",
    "PairTold",
    "Report",
    "StatementInReport",
    "Step",
    "TakingPart",
    "Telling",
    "Waiting",
    "independent_tellers",
    "open_ledger",
]
