"""Who acts and to whom, as PLOVER codes them: a country or the root of what is in none, and a sector."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from onrecord.export.acled.who import Actor, actors_of
from onrecord.record import ById, Span
from onrecord.reference.registry import Entry, Registry

__all__ = ["entities_of", "iso3"]

_ROOTS: Final = frozenset("IGO UNO EUR NGO ISM IMG MNC".split())
_ORGANISATIONS: Final = {"IGOUNO": "UNO", "IGOEEC": "EUR"}
"""Where the registry's code, which is CAMEO's, is one of PLOVER's roots."""
_SECTORS: Final = {
    "government": "GOV", "ministry": "GOV", "agency": "GOV", "office": "GOV", "armed_forces": "MIL", "armed_group": "REB",
    "party": "PTY", "outlet": "JRN", "people": "CVL", "person": "GOV",
}  # fmt: skip
_OF_CODES: Final = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY".split())
"""Sectors that a code of the registry may have behind its country; MED is another thing in CAMEO."""
_CALLED: Final = {
    "protesters": "OPP", "rioters": "CVL", "police": "COP", "armed_forces": "MIL", "communal_militia": "UAF", "armed_group": "UAF",
    "civilians": "CVL",
}  # fmt: skip
_REBELS: Final = re.compile(r"\b(?:rebels?|insurgents?|separatists?)\b", re.IGNORECASE)
_OF_THEIR_OWN: Final = {"XK": "KOS"}
"""Countries that PLOVER codes otherwise than ISO 3166-1."""

Entity = dict[str, Any]


def entities_of(
    named: Iterable[tuple[str | None, tuple[Span, ...]]],
    country: str | None,
    parts: ById,
    registry: Registry,
    *,
    does: bool = False,
) -> list[Entity]:
    """The entities that some words mean, each once; nobody for things, places and people whose side is not known.

    Args:
        named: Chain and words of each.
        country: ISO code of the country where it was, to which people without a name belong.
        parts: The record's parts.
        registry: Who they are.
        does: Whether they act.
    """
    found: dict[tuple[object, ...], Entity] = {}
    for one in named:
        known = parts.chains.get(one[0] or "")
        words = " … ".join(" ".join(span.text.split()) for span in one[1]) or (known.name if known else None) or ""
        if known is not None and known.actor in registry.rows:
            entities = list(_known(registry.get(str(known.actor)), words, registry))
        else:
            actors = actors_of(one, country, parts, registry, does=does)
            entities = [entity for actor in actors for entity in _entities(actor, words, country, registry)]
        for entity in entities:
            found.setdefault((entity["code"], entity.get("sector"), entity.get("identifier_text")), entity)
    once = {(entity["code"], entity.get("sector"), entity["entity_text"]): entity for entity in found.values()}
    return list(once.values())


def iso3(country: str | None, registry: Registry) -> str | None:
    """The code of three letters of a country."""
    if country in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[country]
    return next((state.code for state in registry.states(country or "")), None)


def _entities(actor: Actor, words: str, country: str | None, registry: Registry) -> Iterable[Entity]:
    if actor.entry is not None:
        yield from _known(registry.get(actor.entry), words, registry)
    elif actor.called is not None and (code := iso3(country, registry)):
        yield {"code": code, "sector": _sector(actor), "entity_text": words}


def _known(entry: Entry, words: str, registry: Registry) -> Iterable[Entity]:
    code, sector = _coded(entry, registry)
    if code is not None:
        entity = {
            "code": code, "sector": sector, "entity_text": words, "identifier_text": entry.name, "identifier_id": entry.wikidata,
        }  # fmt: skip
        yield {key: value for key, value in entity.items() if value}


def _coded(entry: Entry, registry: Registry) -> tuple[str | None, str | None]:
    written = entry.code or ""
    behind = written[3:6]
    sector = behind if behind in _OF_CODES else _SECTORS.get(entry.kind)
    if entry.kind == "monitor":
        return "NGO", None
    if written[:6] in _ORGANISATIONS:
        return _ORGANISATIONS[written[:6]], None
    if written[:3] in _ROOTS:
        return written[:3], sector
    return iso3(entry.country, registry), sector


def _sector(actor: Actor) -> str:
    if actor.called == "armed_group" and _REBELS.search(actor.words):
        return "REB"
    return _CALLED[str(actor.called)]
