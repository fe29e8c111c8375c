"""Claims, and pairs that may be one, as a reviewer sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, get_args

from onrecord.errors import NotInLedger
from onrecord.ledger import Explanation, Ledger, Member, Waiting
from onrecord.record import Claim, Happening, Span, Stance
from onrecord.record.vocabulary import StanceKind
from onrecord.serve.desk.reviewing.item import Field, Item, Quoted, quoted
from onrecord.serve.desk.shown import days, many, plain, type_name
from onrecord.wording.sides import sides_of

__all__ = ["claim_item", "join_item"]

_VOICES: Final = 12
_BESIDE: Final = 3


def claim_item(ledger: Ledger, waiting: Waiting) -> Item:
    """A claim: whether its sides say what they are said to say, and whether all of them speak of the same thing."""
    explained = ledger.explain(waiting.id)
    claim = _claim(explained)
    counting, rest = sides_of(claim)
    facts = [("Status", plain(claim.status) or "nobody asserts it"), ("Why", claim.why or "")]
    facts += [(side.name.capitalize(), ", ".join(voice.who for voice in side.voices)) for side in (*counting, *rest)]
    voices = list(_voices(claim, ledger))[:_VOICES]
    fields = [
        Field(f"stance:{at}", f"{who} ({report})", stance.stance, _STANCES) for at, stance, who, report in voices
    ]  # fmt: skip
    first, *others = explained.members
    fields += [Field(f"apart:{one.id}", f"“{_words(one)}” ({one.report_id})", "", _APART) for one in others[:_VOICES]]
    return Item(
        waiting, f"Is this so: “{claim.proposition}” is {plain(claim.status) or 'asserted by nobody'}?",
        "Yes, the sides are right", "No such claim", tuple((name, value) for name, value in facts if value),
        tuple(_beside(ledger, explained.members, _VOICES // 2)), (), tuple(fields), url=f"/claims/{waiting.id}",
        extra={"first": first.id},
    )  # fmt: skip


def join_item(ledger: Ledger, waiting: Waiting) -> Item:
    """Two claims or happenings: whether they are one."""
    one, other = (ledger.explain(id_) for id_ in _objects(ledger, waiting))
    noun = "claim" if one.kind == "claims" else "happening"
    pair = set(waiting.id.split())
    told = next((found for found in one.pairs if {found.a, found.b} == pair), None)
    facts = [("One", _told(one.linked)), ("Other", _told(other.linked))]
    facts += [("What speaks for and against", "; ".join(told.why))] if told and told.why else []
    members = [member for explained in (one, other) for member in explained.members if member.id in pair]
    return Item(
        waiting, f"Are these one {noun}?", "One and the same", "Two different ones", tuple(facts),
        tuple(_beside(ledger, members, 2)), url=f"/{one.kind}/{one.id}",
        extra={"kind": one.kind, "pair": tuple(sorted(pair)), "other": f"/{other.kind}/{other.id}"},
    )  # fmt: skip


_STANCES: Final = tuple((value, value) for value in get_args(StanceKind))
_APART: Final = (("", "speaks of the same"), ("apart", "speaks of something else"))


def _claim(explained: Explanation) -> Claim:
    if not isinstance(explained.linked, Claim):
        raise NotInLedger(f"{explained.id}: is no claim")
    return explained.linked


def _objects(ledger: Ledger, waiting: Waiting) -> tuple[str, ...]:
    if waiting.objects:
        return waiting.objects
    found = ledger.objects_of(waiting.id.split())
    if len(set(found)) != 2:
        raise NotInLedger(f"{waiting.id}: are no longer two; they were linked anew")
    return found


def _voices(claim: Claim, ledger: Ledger) -> Iterator[tuple[int, Stance, str, str]]:
    reports = ledger.report_ids()
    for at, stance in enumerate(claim.stances):
        yield at, stance, stance.source or "nobody named", reports.get(stance.document, "a report")


def _told(linked: object) -> str:
    if isinstance(linked, Claim):
        return linked.proposition
    if isinstance(linked, Happening):
        where = linked.place.name if linked.place else None
        when = days(linked.time.earliest, linked.time.latest) if linked.time else ""
        told = many(len({document for document, _ in linked.incidents}), "report")
        return " · ".join(filter(None, (type_name(linked.type), where or "no place", when or "no date", told)))
    return ""


def _words(member: Member) -> str:
    spans: list[dict[str, Any]] = member.item.get("spans") or []
    return " ".join(" … ".join(str(span["text"]) for span in spans).split())[:160]


def _beside(ledger: Ledger, members: Iterable[Member], most: int) -> Iterator[Quoted]:
    """The words of the first few members, each in its report."""
    for member in list(members)[:most]:
        report = ledger.get_report(member.report_id)
        record = ledger.get_record(member.report_id)
        spans = [Span(one["start"], one["end"], one["text"]) for one in member.item.get("spans") or ()]
        if not spans:
            incident = member.item.get("incident")
            spans = [event.trigger for event in record.events if event.incident == incident and event.trigger]
        marks = [(span, "content") for span in spans[:_BESIDE] if span.start - spans[0].start < 600]
        found = quoted(record.document.text, marks, (report.id, report.title, report.publisher, report.published))
        if found is not None:
            yield found
