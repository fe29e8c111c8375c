"""Descriptions without a name: "the jihadist group" where the report names one, "the Syrian army", "the coalition"."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.record import Mention
from onrecord.reference.registry import Entry, Registry, fold
from onrecord.resolve.actors.ambiguous import choose
from onrecord.resolve.actors.choice import Choice
from onrecord.resolve.actors.circumstances import Circumstances
from onrecord.resolve.layout import Layout
from onrecord.resolve.parsing import parse
from onrecord.resolve.vocabulary import DEFINITE, POSSESSIVES


def find_described(
    mention: Mention, layout: Layout, registry: Registry, here: Circumstances, named: Mapping[str, Entry], alone: bool
) -> Choice | None:
    """Who is meant by a description.

    Args:
        mention: The description.
        layout: The report.
        registry: Who there is.
        here: Where and when the report is set.
        named: Entries that the report names, by id.
        alone: Whether the chain of the description has no name of its own.

    Returns:
        The entry, an open choice, or None where the description tells nothing.
    """
    phrase = parse(layout, mention.span.start, mention.span.end)
    if phrase is None or phrase.form != "nominal":
        return None
    words = [w.text for w in layout.within(mention.span.start, phrase.head[1])]
    definite = bool(words) and words[0].lower() in DEFINITE - POSSESSIVES
    text = " ".join(words[1:] if definite else words)
    found = registry.find(text) if alone else ()
    # "A monitor" is no Al-Monitor: an outlet's name is written as one.
    found = tuple(e for e in found if e.kind != "person" and not (e.kind == "outlet" and text.islower()))
    if len(found) == 1:
        return Choice(found[0], f"a name of {found[0].name}")
    if not definite:
        return None
    if found:
        return choose(found, here, here.own_in(layout.sentence(mention.span.start)), named)
    parts = fold(text).split(" ")
    for first in range(len(parts) - 1 if len(parts) > 1 else 1):
        fitting = [key for key in registry.described.get(" ".join(parts[first:]), ()) if key in named]
        if len(fitting) == 1:
            entry = named[fitting[0]]
            return Choice(entry, f"the only one here that is spoken of so: {entry.name}")
        if fitting:
            return Choice(None, "several here are spoken of so", tuple(fitting))
    return None
