"""Who speaks in a statement, across reports. In: a record. Out: a `Speaker` for each statement, and for the outlet's own voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from onrecord.link.sources.bodies import key_of
from onrecord.link.sources.citing import cited_in, told_to
from onrecord.link.sources.descriptions import Behind, Told, behind_entry, behind_holder, behind_person, own_words
from onrecord.link.sources.names import name_key, organisation_key
from onrecord.link.sources.setting import Setting, words_of
from onrecord.link.sources.speaker import Speaker
from onrecord.link.sources.vocabulary import ARMED, SELF, STATEMENTS
from onrecord.record import NARRATOR, Chain, Record, Source, Statement
from onrecord.record.vocabulary import SourceType
from onrecord.reference.registry import Entry, Registry, fold, load_registry

__all__ = ["narrator_of", "speaker_of", "speakers_in"]

_TITLED: Final = re.compile(r"\[the ([\w -]+)\]$|^[Tt]he ([\w-]+)$")
_AND: Final = re.compile(r"\s+(?:and|as well as)\s+")


def speaker_of(record: Record, statement: Statement | None, registry: Registry | None = None) -> Speaker:
    """The ultimate source of a statement; of several that say it together, the first.

    Args:
        record: The report.
        statement: One of its statements. What stands within another is said by the one within; None is the outlet's own voice.
        registry: Who is known; the registry that ships if it is left out.
    """
    setting = Setting.of(record, registry or load_registry())
    return _speakers(setting, statement)[0] if statement is not None else narrator_of(record, setting.registry)


def speakers_in(record: Record, registry: Registry | None = None) -> Mapping[str, tuple[Speaker, ...]]:
    """All who speak in a report: for the id of each statement its sources, and for "narrator" the outlet itself."""
    setting = Setting.of(record, registry or load_registry())
    spoken = {statement.id: _speakers(setting, statement) for statement in record.statements}
    return {**spoken, NARRATOR: (narrator_of(record, setting.registry),)}


def narrator_of(record: Record, registry: Registry) -> Speaker:
    """The outlet's own voice: of a state's or a party's outlet, with its party."""
    document = record.document
    host = urlsplit(document.url).hostname if document.url else None
    entry = registry.publisher(document.publisher, document.url)
    if entry is None:
        name = document.publisher or host
        return Speaker(f"narrator:{fold(name) if name else document.id}", name or "the report", None)
    behind = behind_entry(Setting.of(record, registry), entry)
    return Speaker(
        f"narrator:{entry.id}",
        entry.name,
        None,
        behind.organisation,
        behind.party,
        organisation_name=behind.organisation_name,
        party_name=behind.party_name,
    )


def _speakers(setting: Setting, statement: Statement) -> tuple[Speaker, ...]:
    source = statement.source
    if source is None:
        return (_nobody(setting, statement),)
    words = " ".join(span.text for span in source.spans)
    outer = setting.by_id.statements.get(statement.inside or "")
    if outer is not None and words.casefold() in SELF:
        return _speakers(setting, outer)
    if source.type == "document" and (issuer := _issuer(setting, statement, words)) is not None:
        return (issuer,)
    together = _together(setting, source, words)
    return together or (_with_citations(setting, statement, _speaker(setting, source, words)),)


def _nobody(setting: Setting, statement: Statement) -> Speaker:
    return Speaker(
        f"unnamed:{setting.record.document.id}:{statement.id}", "somebody unnamed", "unnamed_person", unnamed=True
    )


def _issuer(setting: Setting, statement: Statement, words: str) -> Speaker | None:
    """Who issued "the statement": the last body that spoke before it."""
    if not {word.casefold() for word in words_of(words)} & STATEMENTS or setting.body_in(words) is not None:
        return None
    start = statement.content.spans[0].start if statement.content.spans else 0
    before = [
        other
        for other in setting.record.statements
        if other.source is not None
        and other.source.type in ("official", "organisation")
        and other.content.spans
        and other.content.spans[0].start < start
    ]
    last = max(before, key=lambda other: other.content.spans[0].start, default=None)
    return _speakers(setting, last)[0] if last is not None else None


def _together(setting: Setting, source: Source, words: str) -> tuple[Speaker, ...]:
    """Two bodies that say it together: "the ministry and the army"."""
    chain = setting.by_id.chains.get(source.chain or "")
    if (chain is not None and chain.actor) or not _AND.search(words):
        return ()
    entries = [setting.body_in(part) for part in _AND.split(own_words(words))]
    known = {entry.id: entry for entry in entries if entry is not None}
    if len(known) < 2 or len(known) < len(entries):
        return ()
    return tuple(_of_entry(setting, entry, entry.name, source.type or "organisation") for entry in known.values())


def _with_citations(setting: Setting, statement: Statement, speaker: Speaker) -> Speaker:
    if speaker.type == "media":
        inner = (s for s in setting.record.statements if s.inside == statement.id and s.source is not None)
        within = (other.key for one in inner for other in _speakers(setting, one))
        cites = (*cited_in(setting, statement), *within)
    else:
        cites = told_to(setting, statement) if speaker.unnamed else ()
    others = tuple(dict.fromkeys(key for key in cites if key not in (speaker.key, speaker.body)))
    return replace(speaker, cites=others) if others else speaker


def _speaker(setting: Setting, source: Source, words: str) -> Speaker:
    chain = setting.by_id.chains.get(source.chain or "") or _of_title(setting, words)
    name = source.name or (chain.name if chain else None) or words
    kind = source.type or "unnamed_person"
    told = (setting.told.get(chain.id) if chain else None) or ((words, source.spans),)
    if (entry := _entry(setting, source, chain, name)) is not None:
        return _of_entry(setting, entry, name, kind, told)
    if chain is not None and chain.kind == "organisation" and chain.name:
        return _unknown_organisation(chain.name, kind, told)
    behind = behind_person(setting, chain, told)
    if chain is not None and chain.kind == "person" and chain.name:
        return _made(name_key(chain.name, setting.record.document.id), chain.name, kind, behind, unnamed=False)
    key = f"unnamed:{setting.record.document.id}:{chain.id if chain else fold(words)}"
    return _made(key, name, kind, behind, unnamed=not behind.named)


def _of_title(setting: Setting, words: str) -> Chain | None:
    """The only one of the report who has the title that stands for him: "He [the president]"."""
    title = _TITLED.search(words)
    if title is None:
        return None
    asked = fold(title[1] or title[2])
    fitting = [c for c in setting.record.chains if any(fold(role.text).endswith(asked) for role in c.roles)]
    return fitting[0] if len(fitting) == 1 else None


def _entry(setting: Setting, source: Source, chain: Chain | None, name: str) -> Entry | None:
    """The actor of the registry that the source is."""
    if (entry := setting.actor(chain)) is not None:
        return entry if entry.kind != "people" else None
    if source.type == "media":
        return setting.find(name) or setting.body_in(name)
    if chain is None or chain.kind in ("organisation", "location"):
        if source.type in ("official", "organisation", None) and (found := setting.find(name)):
            return found
        if source.type == "official":
            return setting.government(setting.registry.state_of(name))
    return None


def _of_entry(setting: Setting, entry: Entry, name: str, kind: SourceType, told: Told = ()) -> Speaker:
    if entry.kind == "state":
        entry = setting.government(entry.country) or entry
    behind = behind_holder(setting, entry, told) if entry.kind == "person" else behind_entry(setting, entry)
    return _made(key_of(entry), entry.name if entry.kind in ("person", "outlet") else name, kind, behind, unnamed=False)


def _unknown_organisation(name: str, kind: SourceType, told: Told) -> Speaker:
    """An organisation that the registry does not have; an armed one is a party."""
    key = organisation_key(name)
    called = " ".join([name, *(own_words(text) for text, _ in told)])
    armed = {word.casefold() for word in words_of(called)} & ARMED
    return Speaker(key, name, kind, party=key if armed else None, party_name=name if armed else None)


def _made(key: str, name: str, kind: SourceType, behind: Behind, *, unnamed: bool) -> Speaker:
    own = behind.organisation == key
    return Speaker(
        key,
        name,
        kind,
        None if own else behind.organisation,
        behind.party,
        unnamed,
        organisation_name=None if own else behind.organisation_name,
        party_name=behind.party_name,
    )
