"""Actors as entities: bodies, and people with a public office. Whoever is in no registry is none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from onrecord.export.ftm.entity import entity, proofs
from onrecord.reference.registry import Entry, Registry

__all__ = ["actor_id_of", "actor_of", "schema_of"]

_SCHEMAS: Final = {
    "state": "PublicBody",
    "government": "PublicBody",
    "armed_forces": "PublicBody",
    "ministry": "PublicBody",
    "agency": "PublicBody",
    "armed_group": "Organization",
    "party": "Organization",
    "coalition": "Organization",
    "organisation": "Organization",
    "monitor": "Organization",
    "outlet": "Organization",
    "office": "Position",
    "person": "Person",
}
_NO_CODE: Final = frozenset({"XS"})
"""Countries that FollowTheMoney has no code for, by ours."""


def actor_id_of(entry: Entry) -> str:
    """The id of an actor's entity, the same in every ledger."""
    return f"actor-{entry.id}"


def schema_of(entry: Entry) -> str | None:
    """What an actor is in FollowTheMoney; None for a people, which is nobody who acts."""
    return _SCHEMAS.get(entry.kind)


def actor_of(entry: Entry, registry: Registry, documents: Iterable[str]) -> dict[str, Any]:
    """An actor as an entity.

    Args:
        entry: The actor; one that `schema_of` knows.
        registry: Where its offices stand.
        documents: Ids of the documents that name it.
    """
    named = list(documents)
    schema = schema_of(entry) or "Organization"
    offices = [registry.get(holding.office).name for holding in entry.holdings] if schema == "Person" else ()
    told = f"{entry.kind.replace('_', ' ')}; named in {len(named)} report{'' if len(named) == 1 else 's'}"
    kept = proofs(named)
    if len(kept) < len(named):
        told += f", of which the first {len(kept)} are given"
    properties = {
        "name": entry.name,
        "alias": entry.aliases,
        "country": entry.country.lower() if entry.country and entry.country not in _NO_CODE else None,
        "wikidataId": entry.wikidata,
        "position": offices,
        "summary": told,
        "keywords": entry.kind.replace("_", " "),
        "proof": kept,
    }
    return entity(actor_id_of(entry), schema, properties)
