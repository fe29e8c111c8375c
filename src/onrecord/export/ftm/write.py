"""Writes what of a ledger FollowTheMoney can hold without saying more than the reports do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, BinaryIO, Final

from onrecord.export.ftm.actors import actor_id_of, actor_of, schema_of
from onrecord.export.ftm.claims import actors_about, edges_of, relation_link, status_of
from onrecord.export.ftm.happenings import (
    address_of,
    blamed_in,
    event_id_of,
    event_of,
    harmed_in,
    link_of,
    may_be_blamed,
    place_id_of,
)
from onrecord.export.ftm.reports import document_id_of, document_of
from onrecord.export.json_lines import json_line
from onrecord.export.material import Account, Format, Material, Reported, Sink
from onrecord.export.public import entry_of
from onrecord.export.shelf import Shelf, Taken
from onrecord.record import Chain, Claim, Happening, Where
from onrecord.reference.registry import Entry, Registry, load_registry

__all__ = ["FORMAT", "write"]

_NO_REPORT: Final = "the reports that tell of it are not at hand"
_NOT_TIED: Final = "people and those who report are not tied to acts on a machine's word"


def write(material: Material, sink: Sink, account: Account) -> None:
    """Writes entities, one on a line; those of actors and places come last, since they name all documents that prove them."""
    with sink.file("entities.ftm.json") as out:
        _Writer(material, out, account).write()


FORMAT = Format("ftm", "FollowTheMoney entities, for Aleph", ".ftm.json", "application/x-ndjson", write)


class _Writer:
    """What is known while it is written."""

    def __init__(self, material: Material, out: BinaryIO, account: Account) -> None:
        self._material, self._out, self._account = material, out, account
        self._registry: Registry = load_registry()
        self._shelf = Shelf(material)
        self._documents: set[str] = set()
        self._actors: dict[str, dict[str, None]] = defaultdict(dict)
        self._places: dict[str, tuple[Where, dict[str, None]]] = {}
        self._events: dict[tuple[str, str], str] = {}

    def write(self) -> None:
        for report in self._material.iter_reports():
            self._report(report)
        for happening in self._material.iter_happenings():
            self._happening(happening)
        for claim in self._material.iter_claims():
            self._claim(claim)
        for where, documents in self._places.values():
            self._put("place", address_of(where, documents))
        for key, documents in self._actors.items():
            self._put("actor", actor_of(self._registry.get(key), self._registry, documents))

    def _put(self, kind: str, entity: Mapping[str, Any]) -> None:
        self._out.write(json_line(entity))
        self._account.wrote(kind)

    def _document(self, report: Reported) -> None:
        """Writes a report that others point to, once, within the filter or not."""
        if report.record.document.id not in self._documents:
            self._documents.add(report.record.document.id)
            self._put("report", document_of(report))

    def _name(self, entry: Entry, document: str) -> None:
        self._actors[entry.id][document_id_of(document)] = None

    def _report(self, report: Reported) -> None:
        if report.record.document.id in self._documents:
            self._account.leave_out("report", report.id, "its bytes are those of a report that is written")
            return
        self._document(report)
        record = report.record
        chains = {chain.id: chain for chain in record.chains}
        for chain in record.chains:
            self._chain(chain, report)
        for relation in record.relations:
            made = relation_link(record, relation, chains, self._registry)
            if isinstance(made, str):
                self._account.leave_out("relation", f"{report.id} {relation.id}", made)
            else:
                self._put("relation", made)

    def _chain(self, chain: Chain, report: Reported) -> None:
        entry = entry_of(chain, self._registry)
        if entry is not None and schema_of(entry) is not None:
            self._name(entry, report.record.document.id)
        elif chain.kind in ("person", "organisation") and chain.name:
            person = (
                "a person without a known public office"
                if chain.kind == "person"
                else "a body that is not in the registry"
            )
            self._account.leave_out("actor", f"{report.id} {chain.id}", person)

    def _taken(self, documents: list[str]) -> dict[str, Taken]:
        found = {document: self._shelf.take(document) for document in dict.fromkeys(documents)}
        taken = {document: one for document, one in found.items() if one is not None}
        for one in taken.values():
            self._document(one.report)
        return taken

    def _happening(self, happening: Happening) -> None:
        told = happening.extra.get("status")
        if told is not None:
            self._account.leave_out("happening", happening.id, f"told only as {told}")
            return
        taken = self._taken([document for document, _ in happening.incidents])
        if not taken:
            self._account.leave_out("happening", happening.id, _NO_REPORT)
            return
        id_ = event_id_of(happening)
        self._events.update(dict.fromkeys(happening.incidents, id_))
        self._place(happening, list(taken))
        harmed: dict[str, Entry] = {}
        blamed: dict[tuple[str, str], list[str]] = defaultdict(list)
        for document, one in taken.items():
            for entry in harmed_in(happening, document, one, self._registry):
                harmed[entry.id] = entry
                self._name(entry, document)
            for entry, firmly in blamed_in(happening, document, one, self._registry):
                if may_be_blamed(entry):
                    blamed[entry.id, firmly].append(document)
                    self._name(entry, document)
                else:
                    self._account.leave_out("allegation", f"{happening.id} {entry.id}", _NOT_TIED)
        self._put("happening", event_of(happening, list(taken.values()), self._registry, harmed.values()))
        for (actor, firmly), documents in blamed.items():
            proof = map(document_id_of, documents)
            self._put("allegation", link_of(self._registry.get(actor), id_, "said to have done it", firmly, proof))

    def _place(self, happening: Happening, documents: list[str]) -> None:
        place, key = happening.place, place_id_of(happening.place)
        if place is not None and key is not None:
            _, proving = self._places.setdefault(key, (place, {}))
            proving.update(dict.fromkeys(map(document_id_of, documents)))

    def _claim(self, claim: Claim) -> None:
        taken = self._taken([stance.document for stance in claim.stances])
        if not taken:
            self._account.leave_out("claim", claim.id, _NO_REPORT)
            return
        events: dict[str, dict[str, None]] = defaultdict(dict)
        for stance in claim.stances:
            one = taken.get(stance.document)
            for incident in one.incidents_at(stance.spans) if one else ():
                if event := self._events.get((stance.document, incident.id)):
                    events[stance.document][event] = None
        actors = actors_about(claim, self._registry)
        about = {document: [*events[document], *map(actor_id_of, actors)] for document in taken}
        edges = edges_of(claim, taken, about, self._registry)
        if not edges:
            self._account.leave_out("claim", claim.id, "it is about nobody and nothing that is an entity here")
            return
        for actor in actors:
            for document in taken:
                self._name(actor, document)
        self._account.wrote("claim")
        for edge in edges:
            self._put("claim edge", edge)
        if claim.kind == "responsibility":
            self._allegation(claim, events)

    def _allegation(self, claim: Claim, events: Mapping[str, Mapping[str, None]]) -> None:
        """Draws a line between who is said to have done something and what that is, unless nobody says so."""
        entries = self._registry.find(claim.slots.actor) if claim.slots.actor else ()
        if len(entries) != 1:
            self._account.leave_out("allegation", claim.id, "who is said to have done it is not in the registry")
            return
        if not may_be_blamed(entries[0]):
            self._account.leave_out("allegation", claim.id, _NOT_TIED)
            return
        if not any(stance.stance == "asserts" or stance.leans == "asserts" for stance in claim.stances):
            self._account.leave_out("allegation", claim.id, "nobody on record asserts it")
            return
        proving: dict[str, list[str]] = defaultdict(list)
        for document, found in events.items():
            for event in found:
                proving[event].append(document_id_of(document))
        for event, documents in proving.items():
            role = "said to have done it"
            link = link_of(entries[0], event, role, status_of(claim), documents, recordId=claim.id)
            self._put("allegation", link)
