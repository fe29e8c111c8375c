"""The ledger: reports with their bytes and readings, kept for good, found again, and shown to be what they were."""

from onrecord.ledger.adding import Added
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
    "Counts",
    "Decision",
    "Explanation",
    "Failure",
    "Feed",
    "Finding",
    "Hit",
    "Judgement",
    "Ledger",
    "LinkCounts",
    "Member",
    "Originals",
    "PairJudged",
    "PairTold",
    "Report",
    "StatementInReport",
    "Step",
    "Waiting",
    "open_ledger",
]
