"""Whom somebody speaks for, by what the report says of him. In: words. Out: an actor of the registry, or a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.link.sources.bodies import key_of, organisation_of, party_of
from onrecord.link.sources.names import organisation_key
from onrecord.link.sources.setting import Setting, words_of
from onrecord.link.sources.vocabulary import BELONGING, HEADING, SOURCES, SPEAKING, SPOKESPEOPLE, STATE_OFFICES
from onrecord.record import Chain, Span
from onrecord.reference.registry import Entry, fold

__all__ = ["Behind", "Told", "behind_entry", "behind_holder", "behind_person", "own_words"]

_RELATIVE: Final = re.compile(r"(?:,\s*)?\b(?:who|whose|whom|which|that)\s+(\w+)")
_OF: Final = re.compile(r"\b(?:of|for|at|with|from|in|to|heads|leads|runs|commands)\s+(.*)", re.DOTALL)


_OF_IT: Final = re.compile(r"\b(?:of|for|at|with|from)\s+(?:the\s+)?$")
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
    speaks, belongs = bool(words & SPEAKING), bool(words & BELONGING)
    if speaks or words & SOURCES or (belongs and _OF.search(text)):
        body = setting.body_in(text)
        if body is None and not belongs:
            body = _of_state(setting, text, words, spans, speaks=speaks)
        if body is not None:
            return behind_entry(setting, body, named=speaks)
    if (organisation := _organisation_in(setting, chain, spans, anywhere=speaks)) is None:
        return None
    if (entry := setting.actor(organisation)) is not None:
        return behind_entry(setting, entry, named=speaks)
    name = str(organisation.name)
    return Behind(organisation_key(name), name, named=speaks)


def own_words(text: str) -> str:
    """A description without what is told of him beside: "a man who fled from the group" is no more than a man."""
    for relative in _RELATIVE.finditer(text):
        if relative[1].casefold() not in HEADING:
            return text[: relative.start()]
    return text


def _of_state(setting: Setting, text: str, words: set[str], spans: Sequence[Span], *, speaks: bool) -> Entry | None:
    """The government of the state that officials are of; that of the country that he is in for a governor."""
    if words & STATE_OFFICES:
        return setting.government(setting.state_in(text) or setting.country_at(spans))
    return setting.government(setting.state_in(text)) if speaks else None


def _organisation_in(setting: Setting, own: Chain | None, spans: Sequence[Span], *, anywhere: bool) -> Chain | None:
    """An organisation that stands within a description: anywhere, or after "of", "at" and the like only."""
    for mention in setting.record.mentions:
        if mention.kind != "organisation" or mention.form != "name" or not any(s.covers(mention.span) for s in spans):
            continue
        chain = setting.by_id.chains.get(mention.chain or "")
        before = setting.record.document.text[max(0, mention.span.start - 12) : mention.span.start]
        if chain is not None and chain != own and chain.name and (anywhere or _OF_IT.search(before)):
            return chain
    return None


def _only_force(setting: Setting) -> Behind:
    """A spokesman of nobody speaks for whom the report's other spokesmen do, or for the only force or group that it quotes."""
    spoken_for = {}
    forces = {}
    for name, told in setting.told.items():
        chain = setting.by_id.chains.get(name)
        if (entry := setting.actor(chain)) is not None and entry.kind in _FORCES:
            forces[entry.id] = entry
        for text in (own_words(text) for text, _ in told):
            if {word.casefold() for word in words_of(text)} & SPOKESPEOPLE and (body := setting.body_in(text)):
                spoken_for[body.id] = body
    known = spoken_for or forces
    return behind_entry(setting, next(iter(known.values()))) if len(known) == 1 else Behind()
