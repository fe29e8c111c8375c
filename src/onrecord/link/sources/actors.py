"""Which actor of the registry a source is: the one that its chain is, a body of its name, the holder of an office, a state's outlet."""

from __future__ import annotations

import re
from typing import Final

from onrecord.link.sources.beside import named_before
from onrecord.link.sources.descriptions import own_words
from onrecord.link.sources.names import only_part_of_a_name
from onrecord.link.sources.setting import Setting
from onrecord.record import Chain, Source
from onrecord.reference.registry import Entry, fold

__all__ = ["actor_of", "without_brackets"]

_BRACKETED: Final = re.compile(r"\s*\([^)]*\)")


def without_brackets(name: str) -> str:
    """A name without its short form: "World Food Programme (WFP)"."""
    return _BRACKETED.sub("", name)


def actor_of(setting: Setting, source: Source, chain: Chain | None, name: str) -> Entry | None:
    """The actor of the registry that the source is."""
    told = setting.told.get(chain.id, ()) if chain else ()
    called = [name, *(own_words(text) for text, _ in told)]
    known = setting.actor(chain)
    if known is None or known.kind == "state":
        outlet = next((found for text in called if (found := setting.state_media_in(text))), None)
        if outlet is not None and (source.type == "media" or chain is None or chain.kind != "person" or not chain.name):
            return outlet
    if known is not None:
        people = known.kind == "people" or (known.kind == "state" and name in known.people)
        return None if people else known
    if source.type == "media":
        own = setting.find(name) or setting.body_in(name)
        spans = [s for _, spans in told for s in spans] or source.spans
        return own or (None if chain and chain.name else named_before(setting, spans))
    if (found := _holder(setting, chain) or _body(setting, source, chain, name)) is not None:
        return found
    capital = chain is None or chain.kind == "location"
    return setting.government(setting.registry.state_of(name)) if source.type == "official" or capital else None


def _body(setting: Setting, source: Source, chain: Chain | None, name: str) -> Entry | None:
    """The body of that name; one that was read as a person only if it is known as a group."""
    found = (
        setting.find(without_brackets(name)) if source.type in ("official", "organisation", "person", None) else None
    )
    if chain is None or chain.kind in ("organisation", "location"):
        return found
    return found if found is not None and found.kind == "armed_group" and chain.name == name else None


def _holder(setting: Setting, chain: Chain | None) -> Entry | None:
    """Somebody of that name who held an office of a country that the report tells of; by surname only of a body that it tells of."""
    if chain is None or chain.name is None or chain.kind not in ("person", "organisation"):
        return None
    people = [entry for entry in setting.registry.find(chain.name) if entry.kind == "person"]
    countries = {setting.registry.get(actor).country for actor in setting.actors} | {setting.country}
    found = [entry for entry in people if entry.country in countries]
    if not people and only_part_of_a_name(chain.name):
        folded = fold(chain.name)
        alike = map(setting.registry.get, setting.registry.surnames.get(folded.split(" ")[-1], ()))
        found = [e for e in alike if fold(e.name).endswith(folded) and _bodies_of(setting, e) & setting.actors]
    return found[0] if len(found) == 1 else None


def _bodies_of(setting: Setting, person: Entry) -> set[str | None]:
    offices = (h.office for h in person.holdings if setting.day is None or h.period.may_hold(setting.day))
    return {setting.registry.get(office).parent for office in offices}
