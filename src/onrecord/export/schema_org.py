"""Claims in the vocabulary of schema.org, as JSON-LD; a rating only where a person gave one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from onrecord.export.json_lines import json_line
from onrecord.export.material import Account, Format, Material, Sink
from onrecord.export.public import Speaker, Speakers
from onrecord.export.shelf import Shelf, Taken
from onrecord.record import Claim, Judgement, Stance
from onrecord.reference.registry import load_registry
from onrecord.version import __version__

__all__ = ["FORMAT", "write"]

_RATINGS: Final = frozenset({"right", "wrong"})
_HEAD: Final = b'{"@context":"https://schema.org","@graph":[\n'


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes a claim for each claim, and a review for each rating of one by a person, as one graph."""
    shelf, judged = Shelf(material), _judged(material, account)
    with sink.file("claims.jsonld") as out:
        out.write(_HEAD)
        comma = b""
        for claim in material.iter_claims():
            taken = {stance.document: shelf.take(stance.document) for stance in claim.stances}
            known = {document: one for document, one in taken.items() if one is not None}
            if not known:
                account.leave_out("claim", claim.id, "the reports in which it stands are not at hand")
                continue
            out.write(comma + json_line(_claim(claim, known)).rstrip(b"\n"))
            comma = b",\n"
            account.wrote("claim")
            for judgement in judged.pop(claim.id, ()):
                out.write(comma + json_line(_review(claim, judgement)).rstrip(b"\n"))
                account.wrote("review")
        out.write(b"\n]}\n")
    for one in (one for many in judged.values() for one in many):
        account.leave_out("judgement", one.id, "it rates no claim that is given out")


FORMAT = Format("schema-org", "schema.org claims and reviews", ".jsonld", "application/ld+json", write)


def _judged(material: Material, account: Account) -> dict[str, list[Judgement]]:
    """Ratings by what they rate. "Right" of a statement means that it was read rightly, which rates no claim."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in material.iter_judgements():
        if one.verdict not in _RATINGS:
            account.leave_out("judgement", one.id, "it says neither right nor wrong")
        elif not one.why:
            account.leave_out("judgement", one.id, "it gives no reason")
        else:
            found[one.object_id].append(one)
    return found


def _claim_id(claim: Claim) -> str:
    return f"urn:onrecord:claim:{claim.id}"


def _claim(claim: Claim, taken: dict[str, Taken]) -> dict[str, Any]:
    told = [stance for stance in claim.stances if stance.document in taken]
    asserting = [stance for stance in told if stance.stance == "asserts" or stance.leans == "asserts"]
    first = _first(asserting, taken)
    value: dict[str, Any] = {
        "@type": "Claim",
        "@id": _claim_id(claim),
        "name": claim.proposition,
        "text": claim.proposition,
        "claimInterpreter": {"@type": "Organization", "name": f"onrecord {__version__}, a program"},
        "keywords": ["machine output", f"status: {claim.status or 'neither asserted nor denied'}".replace("_", " ")],
        "author": list(_authors(asserting, taken)),
        "appearance": [_quotation(claim, stance, taken[stance.document]) for stance in told],
    }
    if claim.tally:
        counted = (
            f"independent sources: {claim.tally.independent}, reports: {claim.tally.reports}, as a machine counts them"
        )
        value["description"] = counted
    if first is not None:
        value["firstAppearance"] = {"@id": _report_id(taken[first.document])}
    return {key: kept for key, kept in value.items() if kept not in (None, [])}


def _first(asserting: list[Stance], taken: dict[str, Taken]) -> Stance | None:
    """Where it stands first; None unless all that assert it are dated."""
    dates = [taken[stance.document].report.record.document.published for stance in asserting]
    if not dates or None in dates:
        return None
    return min(asserting, key=lambda stance: str(taken[stance.document].report.record.document.published))


def _authors(asserting: list[Stance], taken: dict[str, Taken]) -> Iterator[dict[str, Any]]:
    """Who asserts it, each once: bodies, and people with a public office."""
    speakers = dict.fromkeys(_speaker(stance, taken[stance.document]) for stance in asserting)
    yield from filter(None, map(_somebody, speakers))


def _speaker(stance: Stance, taken: Taken) -> Speaker:
    return Speakers(taken.parts, load_registry()).of(stance, taken.outlet)


def _somebody(speaker: Speaker) -> dict[str, Any] | None:
    if speaker.kind == "person":
        return {"@type": "Person", "name": speaker.name}
    return {"@type": "Organization", "name": speaker.name} if speaker.kind == "body" else None


def _report_id(taken: Taken) -> str:
    return f"urn:{taken.report.record.document.id}"


def _quotation(claim: Claim, stance: Stance, taken: Taken) -> dict[str, Any]:
    """The words of one source in one report, with what it does with the claim."""
    document = taken.report.record.document
    speaker = _speaker(stance, taken)
    report = {
        "@type": "Article",
        "@id": _report_id(taken),
        "headline": document.title,
        "url": document.url,
        "datePublished": document.published,
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
        "identifier": f"sha256:{taken.report.sha256}",
    }
    value = {
        "@type": "Quotation",
        "text": " … ".join(span.text for span in stance.spans),
        "keywords": [f"stance: {stance.stance}"],
        "spokenByCharacter": _somebody(speaker),
        "creditText": speaker.name if speaker.kind == "description" else None,
        "interpretedAsClaim": {"@id": _claim_id(claim)},
        "isPartOf": {key: kept for key, kept in report.items() if kept is not None},
    }
    return {key: kept for key, kept in value.items() if kept is not None}


def _review(claim: Claim, judgement: Judgement) -> dict[str, Any]:
    """What a person says of a claim, in that person's words."""
    return {
        "@type": "ClaimReview",
        "@id": f"urn:onrecord:judgement:{judgement.id}",
        "claimReviewed": claim.proposition,
        "itemReviewed": {"@id": _claim_id(claim)},
        "author": {"@type": "Person", "name": judgement.who},
        "datePublished": judgement.at,
        "reviewRating": {"@type": "Rating", "alternateName": judgement.verdict, "ratingExplanation": judgement.why},
    }
