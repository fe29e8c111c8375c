"""The lists that close a page: what people decided, and the reports with their hashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.export.dossier.page import Sources, foreign
from onrecord.export.html.markup import in_text
from onrecord.export.shelf import Taken
from onrecord.record import Judgement
from onrecord.record.original import Capture

__all__ = ["judgement_list", "report_list"]


def judgement_list(sources: Sources, id_: str, parts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What people decided about a claim or a happening, and about what it rests on.

    Args:
        sources: What the page is made from.
        id_: The claim or the happening.
        parts: Document and id within its record of what it rests on.
    """
    resting = {(taken.report.id, part) for document, part in parts if (taken := sources.take(document)) is not None}
    judged = [one for one in sources.judgements if one.object_id == id_ or (one.report_id, one.record_id) in resting]
    yield "<h2>What people decided</h2>\n"
    if not judged:
        yield '<p class="soft">No judgement of a person on this, or on the words that it rests on, was given.</p>\n'
        return
    yield f'<ol class="judged">{"".join(map(_judged, judged))}</ol>\n'


def _judged(one: Judgement) -> str:
    value: Any = one.value
    told = f": {foreign(str(value))}" if value is not None else ""
    why = f"<br>{foreign(one.why)}" if one.why else "<br>no reason was given"
    return (
        f"<li><strong>{foreign(one.verdict)}</strong>{told}, of {foreign(one.object_id)}{why}"
        f'<br><span class="soft">{foreign(one.who)}, {foreign(one.at)}</span></li>'
    )


def report_list(sources: Sources, documents: Iterable[str]) -> Iterator[str]:
    """Each report that is quoted, with its hash, how it was taken, and its address as words."""
    yield '<h2>Reports</h2>\n<ol class="reports">'
    for document in dict.fromkeys(documents):
        taken = sources.take(document)
        if taken is None:
            yield f'<li>a report that is not at hand<br><span class="hash">{in_text(document)}</span></li>'
        else:
            yield f"<li>{'<br>'.join(_report(taken, sources))}</li>"
    yield "</ol>\n"


def _report(taken: Taken, sources: Sources) -> Iterator[str]:
    report, document = taken.report, taken.report.record.document
    yield f"<strong>report {in_text(report.id)}</strong> {foreign(document.title or 'without a headline')}"
    facts = [document.publisher, f"by {document.byline}" if document.byline else None, document.published]
    facts += [f"credited to {document.credit}" if document.credit else None]
    if any(facts):
        yield " · ".join(foreign(fact) for fact in facts if fact)
    if document.url:
        yield f"address: {foreign(document.url)}"
    yield from (f"taken: {foreign(how)}" for how in dict.fromkeys(map(_captured, report.captures)))
    yield f"added to the ledger: {in_text(report.added)}, reading {in_text(report.reading)}"
    family = sources.copies.get(document.id)
    if family is not None:
        how = family.derivation.get(document.id)
        told = f", {how} taken from elsewhere" if how in ("wholly", "partially") else ""
        yield f"one of {len(family.reports)} reports of copy family {in_text(family.family)}{told}"
    yield f'<span class="hash">sha256 {in_text(report.sha256)}</span>'


def _captured(capture: Capture) -> str:
    told = [capture.way, capture.at, capture.final_url or capture.url]
    told.append(f"status {capture.status}" if capture.status is not None else None)
    told.append("not whole" if capture.whole is False else None)
    return ", ".join(filter(None, told))
