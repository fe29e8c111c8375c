"""Whom somebody speaks for, by what the report says of him. In: words. Out: an actor of the registry, or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.link.sources.beside import source_spoken_of
from onrecord.link.sources.bodies import key_of, organisation_of, party_of
from onrecord.link.sources.names import organisation_key
from onrecord.link.sources.setting import NO_STATE, Setting, words_of
from onrecord.link.sources.vocabulary import (
    BELONGING,
    FIGURES,
    HEADING,
    LOCAL_OFFICES,
    PARTS,
    PLATFORMS,
    SOURCES,
    SPEAKING,
    SPOKESPEOPLE,
    STATE_OFFICES,
)
from onrecord.record import Chain, Place, Span
from onrecord.reference.registry import Entry, fold

__all__ = ["Behind", "Told", "behind_entry", "behind_holder", "behind_person", "own_words"]

_RELATIVE: Final = re.compile(r"(?:,\s*)?\b(?:who|whose|whom|which|that)\s+(\w+)")
_CARRIED: Final = re.compile(r"\s+(?:carried|published|quoted|cited|broadcast|relayed|reported)\s+(?:by|in|on)\b")
"""Who passes it on does not say it: "a statement carried by the agency"."""
_OF: Final = re.compile(r"\b(?:of|for|at|with|from|in|to|heads|leads|runs|commands)\s+(.*)", re.DOTALL)


_OF_NAME: Final = re.compile(
    r"\b(?:of|for|at|with|from)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}?((?:[A-Z][\w'’-]+\s+)+[A-Z][\w'’-]+)"
)
"""The name of a body that the reader did not take for one: "press officer of the River Guard"."""
_OF_IT: Final = re.compile(r"\b(?:of|for|at|with|from)\s+(?:the\s+)?$")
_CIVIL: Final = frozenset({"outlet", "monitor", "organisation"})
_FORCES: Final = frozenset({"armed_group", "armed_forces", "coalition"})
Told = Sequence[tuple[str, Sequence[Span]]]
"""What a report calls somebody, with where it stands."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind somebody.

    Attributes:
        organisation: Key of the body that is counted.
        organisation_name: How to call it.
        party: Key of the government or group.
        party_name: How to call it.
        named: Whether that is enough to know the source by.
    """

    organisation: str | None = None
    organisation_name: str | None = None
    party: str | None = None
    party_name: str | None = None
    named: bool = False


def behind_entry(setting: Setting, entry: Entry, *, named: bool = True) -> Behind:
    """Who stands behind an actor of the registry, the actor itself included."""
    body = organisation_of(setting.registry, entry, setting.day)
    party = party_of(setting.registry, entry, setting.day)
    return Behind(
        key_of(body) if body else None,
        body.name if body else None,
        key_of(party) if party else None,
        party.name if party else None,
        named,
    )


def behind_person(setting: Setting, chain: Chain | None, told: Told) -> Behind:
    """Who stands behind a person or people, by titles and descriptions.

    Args:
        setting: The report.
        chain: The chain of the person, if it is known.
        told: What the report says of him: the words of the source and his roles, with their spans.
    """
    for text, spans in ((own_words(text), spans) for text, spans in told):
        words = {word.casefold().removesuffix("'s").removesuffix("’s") for word in words_of(text)}
        if (behind := _behind(setting, chain, text, words, spans)) is not None:
            return behind
    for group in (setting.by_id.chains.get(one) for one in (chain.member_of if chain else ())):
        if (entry := setting.actor(group)) is not None:
            return behind_entry(setting, entry)
    spoken = {word.casefold() for text, _ in told for word in words_of(own_words(text))}
    return _only_force(setting) if spoken & SPOKESPEOPLE else Behind()


def behind_holder(setting: Setting, entry: Entry, told: Told) -> Behind:
    """Who stands behind a holder of an office; after his time, what the report calls him counts."""
    behind = behind_entry(setting, entry)
    if behind.organisation is not None:
        return behind
    called = f" {fold(' '.join(text for text, _ in told))} "
    offices = [setting.registry.get(holding.office) for holding in entry.holdings]
    fitting = {o.id: o for o in offices if o.title and f" {fold(o.title)} " in called}
    return behind_entry(setting, next(iter(fitting.values()))) if len(fitting) == 1 else behind


def _behind(setting: Setting, chain: Chain | None, text: str, words: set[str], spans: Sequence[Span]) -> Behind | None:
    speaks, belongs = bool(words & (SPEAKING | FIGURES)), bool(words & BELONGING)
    if (local := words & LOCAL_OFFICES) and (place := setting.place_in(spans)) is not None:
        return _local_office(setting, f"{min(local)} of {place.name}", place)
    if speaks or belongs or words & (SOURCES | PARTS):
        body = _body(setting, text, spans, words)
        if body is not None and (not belongs or body.kind in _CIVIL or _OF.search(text)):
            return behind_entry(setting, body, named=speaks or not belongs)
    if (organisation := _organisation_in(setting, chain, spans, anywhere=speaks)) is None:
        unread = _OF_NAME.search(text) if speaks else None
        if unread is None or setting.place_in(spans) is not None or setting.registry.state_of(unread[1]):
            return None
        return Behind(organisation_key(unread[1]), unread[1], named=True)
    if (entry := setting.actor(organisation)) is not None:
        return behind_entry(setting, entry, named=speaks)
    name = str(organisation.name)
    return Behind(organisation_key(name), name, named=speaks)


def _body(setting: Setting, text: str, spans: Sequence[Span], words: set[str]) -> Entry | None:
    """The body that a description names, or the state that an official is of."""
    if (body := setting.body_in(text)) is not None or words & BELONGING:
        return body
    if words & SOURCES and len(words) < 3 and spans:
        body = setting.body_in(source_spoken_of(setting, min(spans)))
    if body is None and words & SPEAKING:
        body = setting.office_in(text) or setting.ministry_in(text)
        body = body or (None if NO_STATE.search(text) else setting.government(setting.state_in(text)))
    if body is None and words & STATE_OFFICES:
        place = setting.place_in(spans)
        body = setting.government((place.country if place else None) or setting.country)
    return body


def _local_office(setting: Setting, office: str, place: Place) -> Behind:
    """A governor or a mayor serves the state where he is; named or not, he is the same one."""
    government = setting.government(place.country or setting.country)
    party = behind_entry(setting, government) if government else Behind()
    return Behind(f"office:{fold(office)}", office, party.party, party.party_name, named=True)


def own_words(text: str) -> str:
    """A description without what is told of him beside: "a man who fled from the group" is no more than a man."""
    for relative in _RELATIVE.finditer(text):
        if relative[1].casefold() not in HEADING:
            return text[: relative.start()]
    return _CARRIED.split(text)[0]


def _organisation_in(setting: Setting, own: Chain | None, spans: Sequence[Span], *, anywhere: bool) -> Chain | None:
    """An organisation that stands within a description: anywhere, or after "of", "at" and the like only."""
    for mention in setting.record.mentions:
        if mention.kind != "organisation" or mention.form != "name" or not any(s.covers(mention.span) for s in spans):
            continue
        chain = setting.by_id.chains.get(mention.chain or "")
        before = setting.record.document.text[max(0, mention.span.start - 12) : mention.span.start]
        if chain is None or chain == own or not chain.name or chain.name.casefold() in PLATFORMS:
            continue
        if anywhere or _OF_IT.search(before):
            return chain
    return None


def _only_force(setting: Setting) -> Behind:
    """A spokesman of nobody speaks for whom the report's other spokesmen do, or for the only force or group that it quotes."""
    quoted = {statement.source.chain for statement in setting.record.statements if statement.source is not None}
    spoken_for, forces = {}, {}
    for name in quoted - {None}:
        entry = setting.actor(setting.by_id.chains.get(str(name)))
        if entry is not None and entry.kind in _FORCES:
            forces[entry.id] = entry
        for text, _ in setting.told.get(str(name), ()):
            if SPOKESPEOPLE & set(words_of(own_words(text.casefold()))) and (body := setting.body_in(own_words(text))):
                spoken_for[body.id] = body
    known = spoken_for or forces
    return behind_entry(setting, next(iter(known.values()))) if len(known) == 1 else Behind()
