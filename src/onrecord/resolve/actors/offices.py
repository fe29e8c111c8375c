"""Who is meant by an office: "the Syrian president" on a day. Without a day, only an office that one alone has held."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.record import Mention
from onrecord.reference.registry import Entry, Registry, fold
from onrecord.resolve.actors.choice import Choice
from onrecord.resolve.actors.circumstances import Circumstances
from onrecord.resolve.layout import Layout
from onrecord.resolve.parsing import parse
from onrecord.resolve.vocabulary import DETERMINERS

LONGEST = 3
"""Words of the longest adjective of a state: "Central African"."""


def find_holder(
    mention: Mention, layout: Layout, registry: Registry, here: Circumstances, named: Mapping[str, Entry]
) -> Choice | None:
    """Who held the office that a description names, or None where it names none.

    Args:
        mention: The description.
        layout: The report.
        registry: Who there is.
        here: Where and when the report is set.
        named: Entries that the report names, by id: "the president" is rather one of them than the president of its country.
    """
    phrase = parse(layout, mention.span.start, mention.span.end)
    if phrase is None or phrase.form != "nominal" or phrase.plural:
        return None
    text = layout.text[slice(*phrase.core)]
    title, state = split_office(text, registry)
    stated = state is not None
    if not stated and phrase.definite and (fitting := [e for e in named.values() if _titled(e, title, registry)]):
        if len(fitting) == 1:
            return Choice(fitting[0], f"the only {title} that the report names")
        return Choice(None, f"the report names several who held the office of {title}", tuple(e.id for e in fitting))
    if not (phrase.definite or stated) or (state := state or here.own_in(layout.sentence(mention.span.start))) is None:
        return None
    offices = registry.offices.get(f"{title}|{state}", ())
    if len(offices) != 1:
        return None
    office = registry.get(offices[0])
    holders = registry.holders(office.id, here.day)
    if len(holders) == 1:
        when = f"on {here.day}" if here.day else "as the only one on record"
        return Choice(holders[0], f"held the office of {office.name} {when}", stated=stated)
    why = f"{office.name}: {len(holders)} held the office" + ("" if here.day else ", and the report has no date")
    return Choice(None, why, tuple(entry.id for entry in holders), stated)


def _titled(entry: Entry, title: str, registry: Registry) -> bool:
    return any(fold(registry.get(h.office).title or "") == title for h in entry.holdings if entry.kind == "person")


def split_office(text: str, registry: Registry) -> tuple[str, str | None]:
    """The folded title and the state in "Syrian president", "president of Syria" or "Syria's president"."""
    words = [word for word in text.replace("’s ", " ").replace("'s ", " ").split() if word.lower() not in DETERMINERS]
    for length in range(min(LONGEST, len(words) - 1), 0, -1):
        if (state := registry.state_of(" ".join(words[:length]))) is not None:
            return fold(" ".join(words[length:])), state
        before = words[-length - 1].lower()
        if before == "of" and (state := registry.state_of(" ".join(words[-length:]))) is not None:
            return fold(" ".join(words[: -length - 1])), state
    return fold(" ".join(words)), None
