"""Panels of statements, and of those who are named: mentions, and who or what these are."""

from __future__ import annotations

from onrecord.record import Statement
from onrecord.serve.desk.text.making import NOT_SHOWN, Link, Making, Panel, decided, fact, plain
from onrecord.wording.visible import flat

__all__ = ["chain_panel", "mention_panel", "statement_panel"]


def statement_panel(making: Making) -> Panel:
    """Who said what, how surely, and by which words each of that was decided."""
    said: Statement = making.part
    row = next(row for row in making.rows if row.statement is said)
    why = decided(said.decided_by)
    source = said.source
    inner = [Link(f"{one.who} ({one.number})", f"s{one.number}") for one in making.rows if one.inside == row.number]
    record, keys = making.record, making.keys
    numbers = [
        Link(flat(q.span.text), keys.find("q", q.id), q.span) for q in record.quantities if q.statement == said.id
    ]
    holds = [Link(plain(s.kind), keys.find("st", s.id), s.span) for s in record.states if said.id in s.asserted_by]
    facts = (
        fact("Who", Link(row.who, keys.find("c", source.chain) if source else ""), why.get("source", "")),
        fact("Named here as", row.words),
        fact("Kind of source", plain(source.type) if source else None),
        fact("Cue", row.cue, why.get("cue", "")),
        fact("Does", plain(said.speech_act), why.get("speech_act", "")),
        fact("Form", said.form, why.get("form", "")),
        fact("Certainty", said.certainty, why.get("certainty", "")),
        fact("Polarity", said.polarity, why.get("polarity", "")),
        fact("Tense", said.tense, why.get("tense", "")),
        fact("On condition", said.condition.text if said.condition else None, why.get("condition", "")),
        fact("Verification", plain(said.verification), why.get("verification", "")),
        fact("Hedges", [span.text for span in said.hedges]),
        fact("Negation", [span.text for span in said.negation]),
        fact("Stands within", Link(f"statement {row.inside}", f"s{row.inside}") if row.inside is not None else None),
        fact("Holds statements of", inner),
        fact("Tells of", making.events(e.id for e in record.events if said.id in e.asserted_by)),
        fact("Numbers", numbers),
        fact("What holds", holds),
    )
    spans = [*said.content.spans, *(source.spans if source else ()), *(said.cue.spans if said.cue else ())]
    return making.panel(row.what, facts, spans, confidence=said.confidence)


def mention_panel(making: Making) -> Panel:
    """What kind of thing some words mention, and who or what that is."""
    mention, record = making.part, making.record
    within = {one: chain.id for chain in reversed(record.chains) for one in chain.mentions}
    chain = mention.chain or within.get(mention.id)
    masked = mention.kind == "comms_identifier"
    places = [place.id for place in record.places if place.mention == mention.id]
    facts = (
        fact("Who or what", making.chain(chain) if chain else None),
        fact("Kind", plain(mention.kind)),
        fact("Form", mention.form),
        fact("Place", [link for place in places for link in making.place(place)]),
    )
    title = NOT_SHOWN if masked else flat(mention.span.text)
    return making.panel(title, facts, [mention.span], confidence=mention.confidence, masked=masked)


def chain_panel(making: Making) -> Panel:
    """Who or what it is, all mentions of it, what it says and takes part in."""
    chain, record, keys = making.part, making.record, making.keys
    mentions = [making.parts.mentions[id_] for id_ in chain.mentions if id_ in making.parts.mentions]
    says = [
        Link(f"{row.number}: {row.what[:80]}", f"s{row.number}")
        for row in making.rows
        if row.statement.source and row.statement.source.chain == chain.id
    ]
    does = {e.id: e for e in record.events for each in e.arguments if each.chain == chain.id}
    roles = [Link(flat(role.text), "", role.span) for role in chain.roles]
    masked = chain.kind == "comms_identifier"
    facts = (
        fact("Kind", plain(chain.kind)),
        fact("In the registry as", chain.actor),
        fact("Is said to be", roles),
        fact("Part of", making.chains(chain.member_of)),
        fact("Allied with", making.chains(chain.allied_with)),
        fact("Against", making.chains(chain.opposed_to)),
        fact("Place", making.place(chain.place)),
        fact("Says", says),
        fact("Takes part in", making.events(does)),
        fact(
            "All mentions", [] if masked else [Link(flat(m.span.text), keys.find("m", m.id), m.span) for m in mentions]
        ),
    )
    described = next((mention.span.text for mention in mentions if mention.form != "pronoun"), "not named")
    name = NOT_SHOWN if masked else flat(chain.name or described)
    return making.panel(name, facts, [mention.span for mention in mentions], masked=masked)
