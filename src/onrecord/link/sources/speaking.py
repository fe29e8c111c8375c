"""Who speaks in a statement, across reports. In: a record. Out: a `Speaker` for each statement, and for the outlet's own voice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from onrecord.link.sources.actors import actor_of, without_brackets
from onrecord.link.sources.beside import named_by_cue, spoken_before
from onrecord.link.sources.bodies import key_of
from onrecord.link.sources.citing import cited_in, told_to
from onrecord.link.sources.descriptions import Behind, Told, behind_entry, behind_holder, behind_person, own_words
from onrecord.link.sources.names import name_key, organisation_key
from onrecord.link.sources.setting import Setting, words_of
from onrecord.link.sources.speaker import Speaker
from onrecord.link.sources.vocabulary import ARMED, MEDIA, PEOPLE, SELF, STATEMENTS, TITLES
from onrecord.link.sources.within import body_within, person_within
from onrecord.record import NARRATOR, Chain, Record, Source, Statement
from onrecord.record.vocabulary import SourceType
from onrecord.reference.registry import Entry, Registry, fold, load_registry

__all__ = ["speaker_of", "speakers_in"]

_TITLED: Final = re.compile(r"\[the ([\w -]+)\]$|^[Tt]he ([\w-]+)$")
_AND: Final = re.compile(r"\s+(?:and|as well as)\s+")


def speaker_of(record: Record, statement: Statement | None, registry: Registry | None = None) -> Speaker:
    """The ultimate source of a statement; of several that say it together, the first. Ask `speakers_in` for all of a report.

    Args:
        record: The report.
        statement: One of its statements. What stands within another is said by the one within; None is the outlet's own voice.
        registry: Who is known; the registry that ships if it is left out.
    """
    return speakers_in(record, registry)[NARRATOR if statement is None else statement.id][0]


def speakers_in(record: Record, registry: Registry | None = None) -> Mapping[str, tuple[Speaker, ...]]:
    """All who speak in a report: for the id of each statement its sources, and for "narrator" the outlet itself."""
    setting = Setting.of(record, registry or load_registry())
    narrator = _narrator(setting)
    spoken = {statement.id: _speakers(setting, statement) for statement in record.statements}
    spoken[NARRATOR] = (narrator,)
    if narrator.organisation is None or narrator.organisation != narrator.party:
        return spoken
    # Whom a group's own outlet quotes without a name, is known through the group alone.
    anonymous = tuple(dict.fromkeys(s.key for speakers in spoken.values() for s in speakers if s.unnamed))
    return {
        name: tuple(replace(s, cites=(*s.cites, *anonymous)) if s.body == narrator.body else s for s in speakers)
        for name, speakers in spoken.items()
    }


def _narrator(setting: Setting) -> Speaker:
    """The outlet's own voice: of a state's or a party's outlet, with its party."""
    document = setting.record.document
    host = urlsplit(document.url).hostname if document.url else None
    entry = setting.registry.publisher(document.publisher, document.url)
    if entry is None:
        name = document.publisher or host
        return Speaker(f"narrator:{fold(name) if name else document.id}", name or "the report", None)
    behind = behind_entry(setting, entry)
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
        if (entry := named_by_cue(setting, statement)) is not None:
            return (_of_entry(setting, entry, entry.name, "media" if entry.kind == "outlet" else "organisation"),)
        return (_nobody(setting, statement),)
    words = " ".join(span.text for span in source.spans)
    if (outer := _outer(setting, statement, words)) is not None:
        return _speakers(setting, outer)
    if (last := _speaking_on(setting, statement, source, words)) is not None:
        return _speakers(setting, last)
    together = _together(setting, source, words)
    return together or (_with_citations(setting, statement, _speaker(setting, source, words)),)


def _nobody(setting: Setting, statement: Statement) -> Speaker:
    key = f"unnamed:{setting.record.document.id}:{statement.id}"
    return Speaker(key, "somebody unnamed", "unnamed_person", unnamed=True)


def _outer(setting: Setting, statement: Statement, words: str) -> Statement | None:
    """Within a quotation, "I" is who is quoted."""
    seen = {statement.id}
    outer = setting.by_id.statements.get(statement.inside or "")
    while words.casefold() in SELF and outer is not None and outer.id not in seen:
        seen.add(outer.id)
        words = " ".join(span.text for span in outer.source.spans) if outer.source else ""
        if words.casefold() not in SELF:
            return outer
        outer = setting.by_id.statements.get(outer.inside or "")
    return None


def _speaking_on(setting: Setting, statement: Statement, source: Source, words: str) -> Statement | None:
    """The statement of the body that "it" is, or that issued "the statement"; None where the source says itself who it is."""
    chain = setting.by_id.chains.get(source.chain or "")
    told = setting.told.get(chain.id, ()) if chain is not None and chain.name is None and chain.actor is None else ()
    called = [own_words(text) for text, _ in told] or [own_words(words)]
    issued = any(set(words_of(text.casefold())) & STATEMENTS for text in called)
    if (chain is None and words.casefold() == "it") or (issued and not any(map(setting.body_in, called))):
        last = spoken_before(setting, statement)
        while last is not None and last.source is not None and last.source.type not in _BODIES:
            last = spoken_before(setting, last)
        return last
    return None


_BODIES: Final = ("official", "organisation", "media")


def _together(setting: Setting, source: Source, words: str) -> tuple[Speaker, ...]:
    """Two bodies that say it together: "the ministry and the army"."""
    chain = setting.by_id.chains.get(source.chain or "")
    name = without_brackets(source.name or words)
    if (chain is not None and chain.actor) or not _AND.search(words) or setting.find(name) is not None:
        return ()
    parts = [part for part in _AND.split(own_words(words)) if part]
    known = [_one_of_them(setting, part, source.type or "organisation") for part in parts]
    if not any(known):
        return ()
    described = [
        one or _described(setting, part) for one, part in zip(known, parts, strict=True) if one or _speaks(part)
    ]
    speakers = {speaker.key: speaker for speaker in described}
    return tuple(speakers.values()) if len(speakers) > 1 and len(described) == len(parts) else ()


def _speaks(words: str) -> bool:
    """Whether part of a list is people or a body of its own, no more words of a name before it."""
    return (
        bool({word.casefold() for word in words_of(words)} & (PEOPLE | MEDIA)) or words.rsplit(maxsplit=1)[-1].isupper()
    )


def _described(setting: Setting, words: str) -> Speaker:
    key = f"unnamed:{setting.record.document.id}:{fold(words)}"
    return Speaker(key, words, "unnamed_group", unnamed=True)


def _one_of_them(setting: Setting, words: str, kind: SourceType) -> Speaker | None:
    """A body that the registry has, a state, or an organisation that the report names elsewhere, too."""
    entry = setting.body_in(words) or setting.government(setting.registry.state_of(words))
    if entry is not None:
        return _of_entry(setting, entry, entry.name, kind)
    named = (c for c in setting.record.chains if c.kind == "organisation" and c.name and fold(c.name) == fold(words))
    chain = next(named, None)
    return _unknown_organisation(str(chain.name), kind, ((words, ()),)) if chain is not None else None


def _with_citations(setting: Setting, statement: Statement, speaker: Speaker) -> Speaker:
    if speaker.type == "media":
        inner = [s.source for s in setting.record.statements if s.inside == statement.id and s.source is not None]
        within = (_speaker(setting, s, " ".join(span.text for span in s.spans)).key for s in inner)
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
    if (entry := actor_of(setting, source, chain, name)) is not None:
        return _of_entry(setting, entry, name, kind, told)
    if chain is not None and chain.kind == "organisation" and chain.name and not _a_person(chain.name, told):
        return _unknown_organisation(chain.name, kind, told)
    unnamed = chain is None or not chain.name or chain.kind not in ("person", "organisation")
    if unnamed and (body := body_within(setting, words)) is not None:
        return _of_entry(setting, body, body.name, kind, told)
    if unnamed and (person := person_within(setting, words)) is not None:
        return _person(setting, *person, kind, told)
    behind = behind_person(setting, chain, told)
    if chain is not None and chain.name and chain.kind in ("person", "organisation") and fold(chain.name) not in MEDIA:
        return _made(name_key(chain.name, setting.record.document.id), chain.name, kind, behind, unnamed=False)
    key = f"unnamed:{setting.record.document.id}:{chain.id if chain else fold(words)}"
    return _made(key, name, kind, behind, unnamed=not behind.named)


def _person(setting: Setting, name: str, chain: Chain | None, kind: SourceType, told: Told) -> Speaker:
    """Somebody whose name stands within a description."""
    if (entry := setting.actor(chain)) is not None:
        return _of_entry(setting, entry, name, kind, told)
    behind = behind_person(setting, chain, told)
    return _made(name_key(name, setting.record.document.id), name, kind, behind, unnamed=False)


def _a_person(name: str, told: Told) -> bool:
    """Whether what was read as an organisation is none: it bears a title, or is no more than "TV"."""
    called = {word.casefold() for text, _ in told for word in words_of(own_words(text))}
    return fold(name) in MEDIA or bool((called - {word.casefold() for word in words_of(name)}) & TITLES)


def _of_title(setting: Setting, words: str) -> Chain | None:
    """The only one of the report who has the title that stands for him: "He [the president]"."""
    title = _TITLED.search(words)
    if title is None:
        return None
    asked = fold(title[1] or title[2])
    fitting = [c for c in setting.record.chains if any(fold(role.text).endswith(asked) for role in c.roles)]
    return fitting[0] if len(fitting) == 1 else None


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
