"""How far those who reviewed agree, two by two, and what they disagree on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from starlette.responses import Response

from onrecord.ledger import Ledger, PairJudged
from onrecord.record import Judgement
from onrecord.record.judgement import answers_of
from onrecord.review.agreement import (
    Agreement,
    Counted,
    Disagreement,
    agreements_of,
    alpha_of,
    counted,
    disagreements_of,
)
from onrecord.serve.answers import rows_as_json
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk

__all__ = ["AgreementPage", "Row", "agreement"]


@dataclass(frozen=True, slots=True)
class Row:
    """Something on which reviewers disagree.

    Attributes:
        id: By what id it is reviewed.
        url: Where it can be looked at and decided on again.
        words: It in a few words; "" where it has none.
        answers: What each says.
    """

    id: str
    url: str
    words: str
    answers: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """What the page shows.

    Attributes:
        reviewers: How much each reviewer decided on, the most first.
        pairs: How far two of them agree.
        counted: What is agreed, what is not, and what only one decided on.
        alpha: Krippendorff's alpha over all of them; None where it is not defined.
        rows: What they disagree on, as far as this page of the list goes.
        total: How much they disagree on.
    """

    reviewers: Mapping[str, int]
    pairs: tuple[Agreement, ...]
    counted: Counted
    alpha: float | None
    rows: tuple[Row, ...]
    total: int


def agreement(desk: Desk, asked: Asked) -> Response:
    """Compares what reviewers decided within the filter."""
    within = desk.ledger.within(asked.filter)
    judged = [*within.iter_judgements(), *map(_as_judgement, within.iter_pairs_judged())]
    things = answers_of(judged)
    shared = {thing: answers for thing, answers in things.items() if len(answers) > 1}
    # An id of a part stands in every judgement on it; those of one thing differ only by the reading.
    ids = {next(reversed(answers.values())).object_id: thing for thing, answers in shared.items()}
    contents = {ids[id_]: found for id_, found in desk.ledger.contents_of(ids).items()}
    pairs = agreements_of(shared, contents, desk.ledger.lengths_of({report for report, _, _ in contents.values()}))
    apart = disagreements_of(shared)
    rows = _rows(desk.ledger, asked, apart[asked.start : asked.start + asked.size])
    if asked.json:
        following = asked.following(len(apart))
        return rows_as_json(
            [asdict(row) for row in rows], following and following.replace("?", ".json?", 1), total=len(apart),
            counted=asdict(counted(things)), alpha=alpha_of(things), pairs=[_as_json(one) for one in pairs],
        )  # fmt: skip
    reviewers = dict(Counter(who for answers in things.values() for who in answers).most_common())
    page = AgreementPage(reviewers, tuple(pairs), counted(things), alpha_of(things), tuple(rows), len(apart))
    return desk.page(asked, "agreement.html", page)


def _as_judgement(pair: PairJudged) -> Judgement:
    """A judgement on a pair as one on the two together; it stands in the queue under both ids."""
    return Judgement(pair.id, f"{pair.a} {pair.b}", "", None, pair.verdict, None, pair.who, pair.why, pair.at)


def _rows(ledger: Ledger, asked: Asked, apart: list[Disagreement]) -> list[Row]:
    ids = [_id(ledger, one.answers[-1]) for one in apart]
    words = ledger.words_of(ids)
    return [Row(id_, _url(asked, id_), words.get(id_, ""), one.answers) for id_, one in zip(ids, apart, strict=True)]


def _url(asked: Asked, id_: str) -> str:
    """Where something is looked at: in the queue, or where it is shown, for what is in no queue."""
    if re.fullmatch(r"r\d+(\.\d+)?", id_):
        return asked.url(f"/reports/{id_.partition('.')[0]}")
    return asked.url(f"/happenings/{id_}") if re.fullmatch(r"h\d+", id_) else asked.url("/review", here=id_)


def _id(ledger: Ledger, judgement: Judgement) -> str:
    """What it is called in the queue: a claim is judged by one of the items that it was made from."""
    id_ = judgement.object_id
    if judgement.record_id is not None or " " in id_ or id_.startswith("r"):
        return id_
    return next(iter(ledger.objects_of([id_])), id_)


def _as_json(one: Agreement) -> dict[str, Any]:
    scores = {name: score.f1 if (score := getattr(one, name)) else None for name in ("exact", "overlap")}
    return {**asdict(one), "share": one.share, "f1_exact": scores["exact"], "f1_overlap": scores["overlap"]}
