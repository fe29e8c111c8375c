"""The page of a claim: its sides face to face, how they were counted, what people decided, the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from onrecord.export.dossier.lists import judgement_list, report_list
from onrecord.export.dossier.page import Sources, foot, foreign, page_head
from onrecord.export.dossier.quotation import quotation, report_words
from onrecord.export.dossier.ranges import Given, range_table
from onrecord.export.html.markup import in_text, of_many
from onrecord.record import NARRATOR, Claim, Join, Stance, Tally
from onrecord.wording.sides import Side, Voice, sides_of

__all__ = ["claim_page"]

_WARNING: Final = (
    "Machine output, not checked. A program read the reports, put the claim into words, gave it its place and date, sorted the words under "
    "it and counted. It errs in all of these. Nothing here is called true; read the words."
)
_WITHOUT: Final = {
    "copies": "if copies counted as sources of their own",
    "source": "if each name counted, whoever stands behind it",
    "citation": "if who cites another counted",
}


def claim_page(claim: Claim, sources: Sources) -> Iterator[str]:
    """Writes the page of a claim, piece by piece."""
    yield page_head(f"{claim.id}: {claim.proposition}")
    kind = f" (kind: {in_text(claim.kind)})" if claim.kind else ""
    yield f'<p class="brand">Claim {in_text(claim.id)}{kind} · dossier</p>\n<h1>{foreign(claim.proposition)}</h1>\n'
    status = (claim.status or "neither asserted nor denied").replace("_", " ")
    yield f'<p><span class="status">{in_text(status)}</span>{f": {foreign(claim.why)}" if claim.why else ""}</p>\n'
    yield f'<p class="warning">{_WARNING}</p>\n'
    counting, rest = sides_of(claim)
    yield "<h2>Who says what</h2>\n"
    yield from _sides(claim, counting, sources)
    if rest:
        yield "<h2>Said without taking a side</h2>\n"
        yield from _sides(claim, rest, sources)
    given = list(_figures(claim, sources))
    if given:
        yield "<h2>Figures</h2>\n"
        yield from range_table("Figures as each source gives them", given)
    if claim.tally:
        yield from _tally(claim, claim.tally, sources)
    yield from judgement_list(sources, claim.id, [(one.document, one.statement or "") for one in claim.stances])
    yield from report_list(sources, [stance.document for stance in claim.stances])
    yield from foot(sources)


def _sides(claim: Claim, sides: Sequence[Side], sources: Sources) -> Iterator[str]:
    yield '<div class="sides">'
    for side in sides:
        counted = (
            f' <span class="soft">{of_many(side.independent, "independent source")}</span>' if side.independent else ""
        )
        yield f"<section><h3>{in_text(side.name)}{counted}</h3>\n"
        for voice in side.voices:
            yield from _voice(claim, voice, sources)
        yield "</section>"
    yield "</div>\n"


def _voice(claim: Claim, voice: Voice, sources: Sources) -> Iterator[str]:
    first = claim.stances[voice.stances[0]]
    yield f'<div class="voice"><h4 class="who">{_who(first)}</h4>\n'
    for at in voice.stances:
        stance = claim.stances[at]
        taken = sources.take(stance.document)
        if taken is None:
            sources.account.leave_out("statement", f"{claim.id} {at}", "its report is not at hand")
            yield f'<p class="soft">words in a report that is not at hand: {in_text(stance.document)}</p>'
            continue
        yield quotation(taken, stance.spans, stance.statement, list(_how(stance)))
    yield "</div>"


def _who(stance: Stance) -> str:
    who = stance.source or "nobody named"
    body = stance.organisation
    told = foreign(who) + (" in its own voice" if stance.statement == NARRATOR and who == body else "")
    # A key of the registry is no name.
    return f"{told} ({foreign(body)})" if body and body != who and ":" not in body else told


def _how(stance: Stance) -> Iterator[str]:
    yield in_text(stance.stance)
    if stance.leans:
        yield f"leans to: {in_text(stance.leans)}"
    if stance.basis:
        yield f"why: {foreign(stance.basis)}"
    if stance.unnamed:
        yield "known by description only"
    if stance.superseded:
        yield "gave another figure later"
    if stance.confidence is not None:
        yield f"probability {stance.confidence:.2f}"


def _figures(claim: Claim, sources: Sources) -> Iterator[Given]:
    for stance in claim.stances:
        value = stance.value
        taken = sources.take(stance.document)
        if value is not None and taken is not None and (value.low is not None or value.high is not None):
            of = f" {value.of}" if value.of else ""
            yield f"{stance.source or 'nobody named'}{of}", f"report {taken.report.id}", value.low, value.high


def _tally(claim: Claim, tally: Tally, sources: Sources) -> Iterator[str]:
    yield "<h2>How it was counted</h2>\n<table><tbody>"
    rows = [("independent sources", tally.independent)]
    rows += [
        (_WITHOUT.get(kind, f"without {kind}"), many)
        for kind, many in tally.without.items()
        if many != tally.independent
    ]
    rows += [
        ("reports", tally.reports),
        ("texts, copies taken for one", tally.copy_families),
        ("named sources", tally.sources),
    ]
    rows += [("parties: governments, armed and political groups", tally.parties)]
    rows += [("known by description or in an outlet's own voice only", tally.unnamed)]
    yield "".join(f"<tr><th>{in_text(name)}</th><td>{many:,}</td></tr>" for name, many in rows)
    yield "</tbody></table>\n"
    if tally.joins:
        yield '<h3>Taken for one source</h3>\n<ol class="joins">'
        for join in tally.joins:
            yield f"<li>{foreign(join.why)}<ul>{''.join(_joined(claim, join, sources))}</ul></li>"
        yield "</ol>\n"


def _joined(claim: Claim, join: Join, sources: Sources) -> Iterator[str]:
    for at in join.stances:
        stance = claim.stances[at]
        taken = sources.take(stance.document)
        where = report_words(taken) if taken else in_text(stance.document)
        yield f"<li>{_who(stance)} in {where}{_copied(stance, join, sources)}</li>"


def _copied(stance: Stance, join: Join, sources: Sources) -> str:
    family = sources.copies.get(stance.document) if join.kind == "copies" else None
    if family is None:
        return ""
    if family.root == stance.document:
        return ", which the others come from"
    how = family.derivation.get(stance.document)
    return f", {in_text(how)} taken from elsewhere" if how in ("wholly", "partially") else ""
