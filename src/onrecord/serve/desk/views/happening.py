"""One happening: who tells it how, what they agree on, and the toll by source on one axis."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from starlette.responses import JSONResponse, Response

from onrecord.ledger import Explanation, HappeningShown, InReport, PairTold, Telling, independent_tellers
from onrecord.record import Claim, Happening, Judgement, Span
from onrecord.record.codec import linked_to_json
from onrecord.record.judgement import in_force
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.comparing import Aspect, compared, place_words
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.quoting import Piece, quoted
from onrecord.serve.desk.tolls import Axis, axes_of
from onrecord.serve.desk.views.happenings import Standing, standing_of, where_words

__all__ = ["HappeningPage", "TellingShown", "happening"]

_COLUMNS: Final = 4
"""Up to so many tellings stand in columns; of more, each value is listed with those who have it."""
_SENTENCES: Final = 3
_PAIRS: Final = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that tells of it.

    Attributes:
        pieces: The sentence with the words for the event marked.
        spans: Where these stand.
        voices: Who says so; None is the report itself.
        status: What it is told as.
    """

    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]
    voices: tuple[str | None, ...]
    status: str | None


@dataclass(frozen=True, slots=True)
class TellingShown:
    """A telling as the page shows it.

    Attributes:
        telling: The telling.
        where: The place as the report has it.
        sentences: The first sentences that tell of it.
        more: How many further sentences do.
    """

    telling: Telling
    where: str
    sentences: tuple[Sentence, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HappeningPage:
    """What the page of a happening shows.

    Attributes:
        happening: The happening.
        where: Where it was.
        standing: How far those who tell of it agree that it happened.
        reports: How many reports tell of it.
        tellers: How many of these are independent.
        axes: The toll by source, an axis for each harm.
        aspects: The tellings side by side.
        columns: Whether each telling has a column of its own.
        tellings: The tellings of this page.
        total: How many there are in all.
        by_document: The reports by the ids of their documents.
        labels: What all the tellings are called, in their order.
        claims: The claims about it, contested ones first.
        beside: Claims that its reports put forward where they tell of it.
        judgements: What people decided about it.
        explained: Why the tellings are taken for one event.
        pairs: The judgements of pairs, those first that joined.
    """

    happening: Happening
    where: str
    standing: Standing
    reports: int
    tellers: int
    axes: tuple[Axis, ...]
    aspects: tuple[Aspect, ...]
    columns: bool
    tellings: tuple[TellingShown, ...]
    total: int
    by_document: dict[str, InReport]
    labels: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]
    beside: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    explained: Explanation
    pairs: tuple[PairTold, ...]


def happening(desk: Desk, asked: Asked) -> Response:
    """Shows it."""
    id_ = asked.parts["id"]
    shown = desk.ledger.show_happening(id_)
    if asked.json:
        return JSONResponse(
            {"ok": True, "happening": linked_to_json(shown.happening), "claims": [claim.id for claim in shown.claims]}
        )
    return desk.page(asked, "happening.html", _page(asked, shown, in_force(desk.ledger.iter_judgements(id_))))


def _page(asked: Asked, shown: HappeningShown, judgements: tuple[Judgement, ...]) -> HappeningPage:
    told = shown.happening
    reports = {one.report.document: one.report for one in shown.tellings}
    contested = sum(claim.status == "contested" for claim in shown.claims)
    part = shown.tellings[asked.start : asked.start + asked.size]
    return HappeningPage(
        happening=told,
        where=where_words(told),
        standing=standing_of(_statuses(shown.tellings), len(reports), contested),
        reports=len(reports),
        tellers=independent_tellers(reports.values()),
        axes=axes_of(told.toll),
        aspects=compared(shown.tellings, told.toll),
        columns=len(shown.tellings) <= _COLUMNS,
        tellings=tuple(map(_shown, part)),
        total=len(shown.tellings),
        by_document=reports,
        labels=tuple(
            (one.report.publisher or one.report.title or one.report.id, one.report.id) for one in shown.tellings
        ),
        claims=shown.claims,
        beside=shown.beside,
        judgements=judgements,
        explained=shown.explained,
        pairs=_pairs(shown.explained),
    )


def _statuses(tellings: tuple[Telling, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in tellings:
        for words in one.words:
            if words.status:
                found[words.status].add(one.report.id)
    return {status: frozenset(by) for status, by in found.items()}


def _shown(telling: Telling) -> TellingShown:
    """A telling with its first sentences; words of one sentence are shown in it together."""
    sentences: dict[tuple[int | None, str | None], list[int]] = {}
    for at, words in enumerate(telling.words):
        sentences.setdefault((words.offset, words.status), []).append(at)
    first = [_sentence(telling, ats) for ats in [*sentences.values()][:_SENTENCES]]
    return TellingShown(telling, place_words(telling), tuple(first), max(len(sentences) - _SENTENCES, 0))


def _sentence(telling: Telling, ats: list[int]) -> Sentence:
    some = [telling.words[at] for at in ats]
    spans = tuple(Span(one.start, one.end, one.text) for one in some)
    voices = dict.fromkeys(voice for one in some for voice in one.voices)
    return Sentence(quoted(spans, some[0].sentence, some[0].offset), spans, tuple(voices), some[0].status)


def _pairs(explained: Explanation) -> tuple[PairTold, ...]:
    inside = {member.id for member in explained.members}
    ordered = sorted(explained.pairs, key=lambda pair: (not {pair.a, pair.b} <= inside, pair.verdict != "same"))
    return tuple(ordered[:_PAIRS])
