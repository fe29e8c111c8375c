"""From a reading to a record: who is the same as whom within one report, by which name each source goes, and where places lie."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from onrecord.record import Chain, Mention, Note, Reading, Record, Source, Span, Statement, make_id
from onrecord.record.written import as_written
from onrecord.reference.gazetteer import Gazetteer, open_gazetteer
from onrecord.reference.registry import Registry, load_registry
from onrecord.resolve.actors import link_actors
from onrecord.resolve.coreference import CAREFUL, Care, chain_mentions
from onrecord.resolve.drafts import Draft, Place
from onrecord.resolve.events import tie_events
from onrecord.resolve.incidents import merge_incidents
from onrecord.resolve.layout import Layout, lay_out
from onrecord.resolve.locating import locate
from onrecord.resolve.naming import join_names
from onrecord.resolve.places import find_places
from onrecord.resolve.pointing import point
from onrecord.resolve.relations import say_relations
from onrecord.resolve.scene import Scene, set_scene
from onrecord.resolve.states import hold_states
from onrecord.resolve.times import resolve_times
from onrecord.resolve.titles import display_name
from onrecord.resolve.types import settle_types

SAME = "same:"
"""A source's `chain` may say "same:<statement id>": the speaker of that statement goes on."""
LIKELY = 0.4
"""Chance from which on a filler of an incident is shown: wrong ones are worse than missing ones here."""
_POINTING = frozenset(("this", "that", "these", "those"))


def resolve(
    reading: Reading,
    registry: Registry | None = None,
    gazetteer: Gazetteer | None = None,
    care: Care = CAREFUL,
    least: float = LIKELY,
) -> Record:
    """Tells who is who within one report.

    Args:
        reading: What the reader found. Its links may be empty: the rules work without them.
        registry: Who the actors are; the registry that ships if none is given.
        gazetteer: Where places are looked up; None is the one that ships with onrecord.
        care: How sure a joining has to be where no rule has settled it.
        least: How likely it has to be that somebody or something took part in violence, where the words alone do not tell.

    Returns:
        The record. Every source that is certain has its chain and its name; pronouns and descriptions that could be of several are
        left open, each with a note. Each chain's `extra["why"]` gives the reason of every joining.
    """
    if reading.cased is not None:
        return _as_usually_written(reading, reading.cased, registry, gazetteer, care, least)
    layout = lay_out(reading.document.text)
    things = [m for m in reading.mentions if _is_thing(m)]
    if things:
        reading = replace(reading, mentions=tuple(m for m in reading.mentions if not _is_thing(m)))
    places = find_places(reading, layout)
    drafts = join_names([p for p in places if p.phrase.form == "name"], layout)
    scene = set_scene(reading, layout, places, drafts, same_speaker(reading.statements))
    for place in places:
        if place.found and place not in scene.owner:
            point(scene, place)
    record = link_actors(_record(reading, scene, places), layout, registry or load_registry())
    record = say_relations(chain_mentions(record, layout, things, reading.links, care), layout)
    record = locate(record, gazetteer or open_gazetteer())
    record = tie_events(record, registry or load_registry(), layout, reading.sites)
    fillers = [filler for filler in reading.fillers if filler.confidence >= least]
    return hold_states(merge_incidents(record, fillers, layout))


def _as_usually_written(
    reading: Reading, cased: str, registry: Registry | None, gazetteer: Gazetteer | None, care: Care, least: float
) -> Record:
    """Resolves a report in capitals in its usual case, by which names are told; its record holds the words as written."""
    usual = replace(reading, document=replace(reading.document, text=cased), cased=None)
    record = resolve(as_written(usual, cased), registry, gazetteer, care, least)
    return replace(as_written(record, reading.document.text), document=reading.document)


def _is_thing(mention: Mention) -> bool:
    """Whether a mention describes what is nobody and nowhere: "the plan", and "this" and "that" for whatever it may be."""
    return mention.kind == "other" and (mention.form == "nominal" or mention.span.text.lower() in _POINTING)


def same_speaker(statements: tuple[Statement, ...]) -> dict[str, str]:
    """For each statement that goes on with an earlier one's speaker, the id of the first in that row."""
    hints: dict[str, str] = {}
    for s in statements:
        chain = s.source.chain if s.source else None
        if chain is not None and chain.startswith(SAME):
            hints[s.id] = chain.removeprefix(SAME)
    first: dict[str, str] = {}
    for start, before in hints.items():
        seen, at = {start}, before
        while at in hints and at not in seen:
            seen.add(at)
            at = hints[at]
        if at not in hints:
            first[start] = at
    return first


def _record(reading: Reading, scene: Scene, places: list[Place]) -> Record:
    mentions, chain_of = _mentions(reading, scene, places)
    members: dict[Draft, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.id)):
        if (draft := chain_of.get(mention.id)) is not None:
            members[draft].append(mention)
    # Something described once, that neither speaks nor bears a name, is no chain.
    worth = {d for d, found in members.items() if len(found) > 1 or d.names or any(p.statements for p in d.places)}
    ids = {d: make_id("c", found[0].id) for d, found in members.items() if d in worth}
    chain_of = {mid: d for mid, d in chain_of.items() if d in worth}
    chains = tuple(_chain(draft, ids[draft], found, scene.layout) for draft, found in members.items() if draft in worth)
    kept = tuple(
        m if m.chain == (own := ids.get(chain_of[m.id]) if m.id in chain_of else None) else replace(m, chain=own)
        for m in mentions
    )
    speakers = {scene.owner[place] for place in scene.sources.values() if place in scene.owner}
    names = {draft: display_name(draft, scene.layout) for draft in speakers}
    statements = settle_types([_with_speaker(s, scene, ids, names) for s in reading.statements])
    notes = [
        Note(f"statement {sid}", f"who speaks stays open: {what}")
        for place, what in scene.notes
        for sid in place.statements
    ]
    times, undated = resolve_times(reading)
    return Record(
        document=reading.document,
        mentions=kept,
        chains=chains,
        times=times,
        statements=statements,
        events=reading.events,
        quantities=reading.quantities,
        reader=reading.reader,
        notes=(*reading.notes, *notes, *undated),
    )


def _mentions(reading: Reading, scene: Scene, places: list[Place]) -> tuple[list[Mention], dict[str, Draft]]:
    """The reader's mentions, and one more for every source, and every name of a source, that it did not mark."""
    mentions = list(reading.mentions)
    used = {m.id for m in mentions}
    chain_of: dict[str, Draft] = {}
    spoke = {draft for place, draft in scene.owner.items() if place.found}
    for place in places:
        draft = scene.owner.get(place)
        if not place.mentions and (place.statements or draft in spoke):
            mention = _made(place, draft, scene.layout, used)
            mentions.append(mention)
            place.mentions.append(mention.id)
        if draft is not None and (place.found or draft in spoke):
            chain_of.update(dict.fromkeys(place.mentions, draft))
    if len(mentions) > len(reading.mentions):
        mentions.sort(key=lambda m: (m.span.start, -m.span.end))
    return mentions, chain_of


def _made(place: Place, draft: Draft | None, layout: Layout, used: set[str]) -> Mention:
    phrase = place.phrase
    start, end = phrase.head if phrase.form == "name" else phrase.core
    number, mid = 0, make_id("m", start, end)
    while mid in used:
        number += 1
        mid = make_id("m", start, end, number)
    used.add(mid)
    kind = phrase.kind or (draft.kind if draft else None) or "other"
    return Mention(mid, Span.of(layout.text, start, end), kind, "nominal" if phrase.form == "joint" else phrase.form)


def _chain(draft: Draft, cid: str, mentions: list[Mention], layout: Layout) -> Chain:
    first = {mid: why for place, why in draft.why for mid in place.mentions[:1]}
    reasons = [{"mention": m.id, "why": first[m.id]} for m in mentions if m.id in first]
    return Chain(
        id=cid,
        kind=draft.kind or "other",
        name=display_name(draft, layout) if draft.names else None,
        mentions=tuple(m.id for m in mentions),
        roles=tuple(sorted(draft.roles, key=lambda role: role.span.start if role.span else 0)),
        extra={"why": reasons},
    )


def _with_speaker(statement: Statement, scene: Scene, ids: dict[Draft, str], names: dict[Draft, str]) -> Statement:
    if statement.source is None:
        return statement
    place = scene.sources.get(statement.id)
    draft = scene.owner.get(place) if place else None
    name = names[draft] if draft else None
    source: Source = replace(statement.source, chain=ids.get(draft) if draft else None, name=name)
    return replace(statement, source=source)
