"""Panels of what is told: places, times, events, numbers, states, relations, and what was passed over."""

from __future__ import annotations

from typing import Any

from onrecord.serve.desk.text.making import Link, Making, Panel, days, fact, plain, quoted, type_name
from onrecord.wording.circumstances import figure
from onrecord.wording.visible import flat

__all__ = [
    "event_panel",
    "place_panel",
    "quantity_panel",
    "relation_panel",
    "removed_panel",
    "state_panel",
    "time_panel",
]


def place_panel(making: Making) -> Panel:
    """Where on earth a place is, why, and what else its name could mean."""
    place = making.part
    mention = making.parts.mentions.get(place.mention or "")
    position = None
    if place.latitude is not None and place.longitude is not None:
        position = f"{place.latitude:.4f}, {place.longitude:.4f}"
    facts = (
        fact("Words", Link(flat(mention.span.text), making.keys.find("m", mention.id), mention.span) if mention else None),
        fact("How precise", plain(place.precision)),
        fact("Part here", {"event": "something happened there", "reporting": "it was written there",
                            "mentioned": "only named"}.get(place.role or "")),
        fact("Lies in", ", ".join(filter(None, (place.admin1, place.country)))),
        fact("Position", position or "not found on the map"),
        fact("GeoNames", f"{place.geonameid} ({place.feature})" if place.geonameid else None),
    )  # fmt: skip
    return making.panel(
        flat(place.name or "?"), facts, [mention.span if mention else None], why=flat(place.why or ""),
        confidence=place.confidence, candidates=place.candidates, chosen=place.geonameid,
    )  # fmt: skip


def time_panel(making: Making) -> Panel:
    """Which days a time can mean, and what that was worked out from."""
    time = making.part
    anchor = f"from “{flat(time.anchor.text)}”" if time.anchor else "from the day of publication"
    derived = {
        "written": "written out",
        "anchored": f"worked out {anchor}",
        "unanchored": "nothing to work it out from",
    }
    facts = (
        fact("Days that it can mean", days(time.earliest, time.latest)),
        fact("How precise", plain(time.precision)),
        fact("Worked out", derived.get(time.derivation or ""), time.derivation or ""),
        fact("Type", time.type),
        fact("Value", time.value),
    )
    return making.panel(
        flat(time.span.text) if time.span else "known from beside the text", facts, [time.span, time.anchor]
    )


def event_panel(making: Making) -> Panel:
    """What happened, as what it is told and by whom, with all who take part."""
    event = making.part
    acled, plover = event.acled, event.plover
    taking = [
        fact(plain(role).capitalize(), [making.chain(a.chain, a.spans) for a in event.arguments if a.role == role])
        for role in dict.fromkeys(argument.role for argument in event.arguments)
    ]
    quantities = [making.parts.quantities[id_] for id_ in event.quantities if id_ in making.parts.quantities]
    incident = next((one for one in making.record.incidents if event.id in one.events), None)
    others = [id_ for id_ in incident.events if id_ != event.id] if incident else []
    facts = (
        fact("Told as", plain(event.status)),
        fact("Certainty", event.certainty),
        fact("Polarity", event.polarity),
        fact("According to", making.told_by(event.asserted_by)),
        *taking,
        fact("Where", making.place(event.place)),
        fact("When", making.time(event.time)),
        fact("Numbers", [Link(flat(q.span.text), making.keys.find("q", q.id), q.span) for q in quantities]),
        fact("The same, told again", making.events(others)),
        fact("ACLED", " / ".join(filter(None, (acled.event_type, acled.sub_event_type))) if acled else None),
        fact("PLOVER", " / ".join(filter(None, (plover.event, plover.mode))) if plover else None),
    )
    spans = [event.trigger, *(span for argument in event.arguments for span in argument.spans)]
    title = f"{type_name(event.type)}{quoted(event.trigger)}"
    return making.panel(title, facts, spans, why=flat(str(event.extra.get("why") or "")), confidence=event.confidence)


def quantity_panel(making: Making) -> Panel:
    """How many of what, and who gives the number."""
    quantity = making.part
    belongs = [event.id for event in making.record.events if quantity.id in event.quantities]
    facts = (
        fact("Figure", figure(quantity.low, quantity.high)),
        fact("Limited by the words", plain(quantity.modifier)),
        fact("Counts", plain(quantity.unit)),
        fact("What about them", quantity.of),
        fact("Given by", making.teller(quantity.statement) if quantity.statement else None),
        fact("Belongs to", making.events(belongs)),
    )
    return making.panel(flat(quantity.span.text), facts, [quantity.span])


def state_panel(making: Making) -> Panel:
    """What holds, of whom, and who says so."""
    state = making.part
    holder: Any = making.chain(state.holder) if state.holder else state.extra.get("holder_words")
    facts = (
        fact("What holds", plain(state.kind)),
        fact("Of whom", holder),
        fact("Where", making.place(state.place)),
        fact("When", making.time(state.time)),
        fact("How many", figure(state.low, state.high)),
        fact("Certainty", state.certainty),
        fact("Polarity", state.polarity),
        fact("According to", making.told_by(state.asserted_by)),
    )
    return making.panel(flat(state.span.text) if state.span else plain(state.kind), facts, [state.span])


def relation_panel(making: Making) -> Panel:
    """What is said of two actors."""
    relation, mentions = making.part, making.parts.mentions
    ends = [mentions.get(relation.source), mentions.get(relation.target)]
    links = [Link(flat(m.span.text), making.keys.find("m", m.id), m.span) if m else Link("?") for m in ends]
    facts = (
        fact("Of", [links[0], making.chain(relation.source_chain)] if relation.source_chain else links[0]),
        fact("What", plain(relation.kind)),
        fact("To", [links[1], making.chain(relation.target_chain)] if relation.target_chain else links[1]),
    )
    title = f"{links[0].text} {plain(relation.kind)} {links[1].text}"
    return making.panel(title, facts, [relation.span, *(m.span for m in ends if m)])


def removed_panel(making: Making) -> Panel:
    """What was passed over, and why."""
    gone = making.part
    where = f"{gone.bytes[0]:,} to {gone.bytes[1]:,}" if gone.bytes else None
    facts = (fact("Taken for", gone.why), fact("Bytes of the original", where))
    return making.panel(flat(gone.span.text)[:200] if gone.span else gone.why, facts, [gone.span])
