"""Why something was linked, for a person or a program: its parts, how pairs of them were judged, and how it was counted."""

from __future__ import annotations

import json as json_
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.claims import claim_part, report_words
from onrecord.cli.happenings import happening_part
from onrecord.cli.linking import Outlets, outlets_of
from onrecord.cli.output import Output
from onrecord.ledger import Explanation, Ledger, PairTold
from onrecord.record import Claim, Copies, Happening, Passage, linked_to_json
from onrecord.wording.visible import flat

__all__ = ["explain"]

_PAIRS: Final = 40
_WORDS: Final = 160
_KINDS: Final = {
    "copies": "counted as if no copies were known",
    "source": "counted as if the same source in two reports were two",
    "organisation": "counted as if bodies behind sources did not matter",
    "citation": "counted as if nobody cited another",
}


def explain(ledger: Ledger, output: Output, id_: str, *, json: bool) -> int:
    """Explains it and returns the exit status.

    Args:
        ledger: The ledger.
        output: The streams of the run.
        id_: A claim, a happening or a copy family.
        json: Print JSON.

    Raises:
        LedgerError: There is nothing of this id.
    """
    told = ledger.explain(id_)
    if json:
        output.line(json_.dumps(_values(told), ensure_ascii=False))
        return 0
    outlets = outlets_of(ledger)
    linked = told.linked
    parts: list[RenderableType] = []
    if isinstance(linked, Claim):
        parts += [claim_part(linked, outlets, output.results), *_section("how it is counted", _tally(linked, outlets))]
    elif isinstance(linked, Happening):
        parts += [happening_part(linked, outlets, output.results)]
        parts += _section("why", [flat(linked.why)] if linked.why else [])
    else:
        parts += [_family(linked, outlets), *_section("what they share", _evidence(linked, outlets))]
    parts += _section("made from", (_member(one.id, one.item, one.report_id) for one in told.members))
    parts += _section("pairs that were judged", _pairs(told))
    parts += _section("what people judged", (_judged(one) for one in map(asdict, told.judged)))
    parts += _section("notes", map(flat, map(str, _notes(linked))))
    output.show(Group(*parts))
    return 0


def _values(told: Explanation) -> dict[str, Any]:
    values = asdict(told)
    return {"id": told.id, "kind": told.kind, "linked": linked_to_json(told.linked)} | {
        part: values[part] for part in ("members", "pairs", "judged")
    }


def _section(title: str, lines: Any) -> Iterator[RenderableType]:
    shown = [Padding(Text(line), (0, 0, 0, 6)) for line in lines]
    if shown:
        yield Text(f"    {title}", style="underline")
        yield from shown
        yield Text()


def _tally(claim: Claim, outlets: Outlets) -> Iterator[str]:
    tally = claim.tally
    if tally is None:
        return
    yield (
        f"{tally.reports} reports, {tally.copy_families} texts, {tally.sources} sources, {tally.parties} parties: "
        f"{tally.independent} independent, of which {tally.unnamed} without a name"
    )
    for kind, count in tally.without.items():
        yield f"{count} {_KINDS.get(kind, f'without {kind}')}"
    for join in tally.joins:
        named = dict.fromkeys(_named(claim, at, outlets) for at in join.stances if at < len(claim.stances))
        yield f"one by {flat(join.kind)}: {flat(join.why)} — {', '.join(named)}"


def _named(claim: Claim, at: int, outlets: Outlets) -> str:
    stance = claim.stances[at]
    report = outlets(stance.document)
    who = "the report itself" if stance.statement == "narrator" else flat(stance.source or "nobody named")
    return f"{who} in {report.id if report else flat(stance.document)}"


def _family(copies: Copies, outlets: Outlets) -> Group:
    head = Text(f"{copies.family:>4}  {len(copies.reports)} reports with text of one origin", style="bold")
    lines = [Text(f"      {report_words(one, outlets)} · {_taken(copies, one)}") for one in copies.reports]
    return Group(head, *lines, Text())


def _taken(copies: Copies, document: str) -> str:
    if document == copies.root:
        return "the others come from it"
    derivation = copies.derivation.get(document)
    return f"{derivation} taken from elsewhere" if derivation else "how much is taken from elsewhere is not known"


def _evidence(copies: Copies, outlets: Outlets) -> Iterator[str]:
    for piece in copies.evidence:
        yield f"{flat(piece.kind)}: {' = '.join(_passage(span, outlets) for span in piece.spans) or flat(str(dict(piece.extra)))}"


def _passage(span: Passage, outlets: Outlets) -> str:
    report = outlets(span.document)
    words = flat(span.text)
    return f"{report.id if report else flat(span.document)} “{words[:_WORDS]}{'…' if len(words) > _WORDS else ''}”"


def _member(id_: str, item: Mapping[str, Any], report: str) -> str:
    spans = item.get("spans") or ()
    words = " … ".join(flat(str(span.get("text", ""))) for span in spans if isinstance(span, Mapping))
    facts = [
        flat(str(item[key])).replace("_", " ")
        for key in ("type", "kind", "theme", "stance", "earliest")
        if item.get(key)
    ]
    return f"{id_} in {report}: {' · '.join(dict.fromkeys(facts))}" + (f" “{words[:_WORDS]}”" if words else "")


def _pairs(told: Explanation) -> Iterator[str]:
    inside = {member.id: member.report_id for member in told.members}
    ordered = sorted(told.pairs, key=lambda pair: (not (pair.a in inside and pair.b in inside), pair.verdict != "same"))
    for pair in ordered[:_PAIRS]:
        yield _pair(pair, inside)
    if len(ordered) > _PAIRS:
        yield f"and {len(ordered) - _PAIRS} more; --json has them all"


def _pair(pair: PairTold, inside: Mapping[str, str]) -> str:
    one, other = (f"{id_} ({inside[id_]})" if id_ in inside else f"{id_} (elsewhere)" for id_ in (pair.a, pair.b))
    score = "" if pair.score is None else f" {pair.score:.2f}"
    return f"{one}, {other}: {pair.verdict}{score}" + (f": {', '.join(map(flat, pair.why))}" if pair.why else "")


def _judged(one: Mapping[str, Any]) -> str:
    reason = f": {flat(one['why'])}" if one["why"] else ""
    return f"{one['a']}, {one['b']}: {one['verdict']} by {flat(one['who'])} on {one['at'][:10]}{reason}"


def _notes(linked: Claim | Happening | Copies) -> list[object]:
    notes = linked.extra.get("notes")
    return list(notes) if isinstance(notes, list) else []
