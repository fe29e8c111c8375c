"""The rows of claims and happenings and of what people decided, with the names of the reports beside their ids."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from onrecord.export.standing import Standing
from onrecord.export.tables.all import CLAIMS, HAPPENINGS, HARMS, JUDGEMENTS, STANCES, TELLINGS, TOLLS
from onrecord.export.tables.reports import placed, standing_cells
from onrecord.export.tables.shape import Row, Table
from onrecord.record import Claim, Happening, Judgement

__all__ = ["Names", "rows_of_claim", "rows_of_happening", "rows_of_judgement"]

Names = Callable[[str], Row]
"""Says what the report of a document is called."""


def rows_of_claim(claim: Claim, names: Names) -> Iterator[tuple[Table, Row]]:
    """Makes the rows of a claim and of the stances on it."""
    slots, tally = claim.slots, claim.tally
    counts = {} if tally is None else {
        "n_independent": tally.independent, "n_reports": tally.reports, "n_texts": tally.copy_families,
        "n_sources": tally.sources, "n_parties": tally.parties, "n_unnamed": tally.unnamed,
    }  # fmt: skip
    yield CLAIMS, {
        "claim": claim.id, "proposition": claim.proposition, "kind": claim.kind, "status": claim.status, "actor": slots.actor,
        "action": slots.action, "target": slots.target, "place": slots.place, "time": slots.time,
        "quantity": slots.quantity, **counts, "why": claim.why,
    }  # fmt: skip
    for stance in claim.stances:
        value = stance.value
        first = stance.spans[0] if stance.spans else None
        yield STANCES, {
            "claim": claim.id, "proposition": claim.proposition, "claim_status": claim.status, **names(stance.document),
            "statement": stance.statement, "source": stance.source, "organisation": stance.organisation,
            "unnamed": stance.unnamed, "stance": stance.stance, "leans": stance.leans, "low": value.low if value else None,
            "high": value.high if value else None, "figure": value.words if value else None, "superseded": stance.superseded,
            "own_text": stance.own_text, "words": " … ".join(span.text for span in stance.spans) or None,
            "basis": stance.basis, "confidence": stance.confidence, "start_offset": first.start if first else None,
            "end_offset": stance.spans[-1].end if first else None,
        }  # fmt: skip


def rows_of_happening(happening: Happening, standing: Standing, names: Names) -> Iterator[tuple[Table, Row]]:
    """Makes the rows of a happening, of its tellings and of its figures."""
    time = happening.time
    what: Row = {"happening": happening.id, "type": happening.type}
    yield HAPPENINGS, {
        **what, **placed(happening.place), "earliest": time.earliest if time else None,
        "latest": time.latest if time else None, "date_precision": time.precision if time else None,
        "n_reports": len({document for document, _ in happening.incidents}), **standing_cells(standing),
        "why": happening.why,
    }  # fmt: skip
    for document, incident in happening.incidents:
        yield TELLINGS, {**what, **names(document), "document": document, "incident": incident}
    for told in happening.toll:
        for harm in HARMS:
            if (count := getattr(told.toll, harm)) is not None:
                yield TOLLS, {
                    **what, **names(told.document), "incident": told.incident, "source": told.source,
                    "statement": told.statement, "harm": harm, "low": count.low, "high": count.high,
                }  # fmt: skip


def rows_of_judgement(judgement: Judgement, names: Names) -> Iterator[tuple[Table, Row]]:
    """Makes the row of a judgement."""
    value = None if judgement.value is None else json.dumps(judgement.value, ensure_ascii=False)
    yield JUDGEMENTS, {
        "judgement": judgement.id, "object": judgement.object_id, "record_id": judgement.record_id, **names(judgement.report_id),
        "verdict": judgement.verdict, "value": value, "who": judgement.who, "why": judgement.why, "at": judgement.at,
    }  # fmt: skip
