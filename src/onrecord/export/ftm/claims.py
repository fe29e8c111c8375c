"""Claims as edges between the reports in which they stand and what they are about, never as facts about anybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.export.ftm.actors import actor_id_of, schema_of
from onrecord.export.ftm.entity import entity
from onrecord.export.ftm.reports import document_id_of
from onrecord.export.public import Speakers, entry_of
from onrecord.export.shelf import Taken
from onrecord.record import Claim, Record, Relation, make_id
from onrecord.reference.registry import Entry, Registry

__all__ = ["actors_about", "edges_of", "relation_link", "status_of"]

Told = Mapping[str, list[str]]
"""For each document what its sources do: "asserts: Reuters"."""


def status_of(claim: Claim) -> str:
    """The status of a claim in words, with whose it is."""
    return f"{(claim.status or 'neither asserted nor denied').replace('_', ' ')} (counted by a machine)"


def actors_about(claim: Claim, registry: Registry) -> list[Entry]:
    """Whom a claim is about, as far as its words name one actor of the registry and no other."""
    found: dict[str, Entry] = {}
    for name in (claim.slots.actor, claim.slots.target):
        entries = registry.find(name) if name else ()
        if len(entries) == 1 and schema_of(entries[0]) is not None:
            found[entries[0].id] = entries[0]
    return list(found.values())


def told_in(claim: Claim, taken: Mapping[str, Taken], registry: Registry) -> Told:
    """What the sources of each report do with a claim."""
    told: dict[str, list[str]] = defaultdict(list)
    for stance in claim.stances:
        report = taken.get(stance.document)
        if report is not None:
            who = Speakers(report.parts, registry).of(stance, report.outlet)
            told[stance.document].append(f"{stance.stance}: {who.name}")
    return told


def edges_of(
    claim: Claim, taken: Mapping[str, Taken], about: Mapping[str, Iterable[str]], registry: Registry
) -> list[dict[str, Any]]:
    """An edge from each report in which a claim stands to each entity that it is about.

    Args:
        claim: The claim.
        taken: The reports by the ids of their documents.
        about: For each document the ids of the entities that the claim is about there.
        registry: The actors that are known.
    """
    told = told_in(claim, taken, registry)
    return [
        _edge(claim, taken[document], said, target)
        for document, said in told.items()
        for target in about.get(document, ())
    ]


def _edge(claim: Claim, taken: Taken, said: list[str], target: str) -> dict[str, Any]:
    report, tally = taken.report.record.document, claim.tally
    counts = f" Independent sources: {tally.independent}, reports: {tally.reports}." if tally else ""
    return entity(
        make_id("claim", report.id, target, claim.id, claim.proposition),
        "Documentation",
        {
            "document": document_id_of(report.id),
            "entity": target,
            "role": "; ".join(dict.fromkeys(said)),
            "status": status_of(claim),
            "summary": f"Machine-read and not checked. Claim: {claim.proposition}{counts}",
            "date": report.published,
            "recordId": claim.id,
            "publisher": report.publisher,
            "proof": document_id_of(report.id),
        },
    )


def relation_link(
    record: Record, relation: Relation, chains: Mapping[str, Any], registry: Registry
) -> dict[str, Any] | str:
    """What a report says of two actors, as a link that only says that somebody said so; the reason where there is none."""
    ends = [entry_of(chains.get(chain or ""), registry) for chain in (relation.source_chain, relation.target_chain)]
    if relation.kind is None:
        return "its kind is not known"
    known = [entry for entry in ends if entry is not None and schema_of(entry) is not None]
    if len(known) < len(ends):
        return "one of the two is not in the registry"
    if known[0].id == known[1].id:
        return "both ends are one actor"
    document = document_id_of(record.document.id)
    return entity(
        make_id("relation", record.document.id, relation.id),
        "UnknownLink",
        {
            "subject": actor_id_of(known[0]),
            "object": actor_id_of(known[1]),
            "role": f"{relation.kind.replace('_', ' ')}, as one report words it",
            "status": "read by a machine, not checked",
            "summary": f"“{relation.span.text}”" if relation.span else None,
            "date": record.document.published,
            "publisher": record.document.publisher,
            "proof": document,
        },
    )
