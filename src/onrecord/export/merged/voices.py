"""Who tells of an event, and how many of them are independent of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.export.merged.events import Telling
from onrecord.export.merged.families import Families
from onrecord.record import NARRATOR, Statement
from onrecord.reference.registry import Registry, fold

__all__ = ["Voice", "independent", "voice_of", "voices_of"]

_UNNAMED: Final = frozenset({"unnamed_person", "unnamed_group"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who tells something.

    Attributes:
        name: What the report calls it; of the report's own voice, the outlet.
        keys: Two voices that share one of these are not independent.
        narrator: Whether it is the report's own voice.
    """

    name: str
    keys: frozenset[str]
    narrator: bool = False


def voice_of(statement: Statement | None, telling: Telling, families: Families, registry: Registry) -> Voice:
    """The voice of a statement, or of the report itself where there is none.

    The outlet's own voice is one in all its reports, and in all copies of a text. A source without a name is another one in each
    report, but the same in the copies. Whoever holds an office speaks as the body that the office belongs to.
    """
    parts, document = telling.parts, telling.reported.record.document
    copies = families.keys(document.id) or frozenset({document.id})
    if statement is None:
        outlet = document.publisher or document.credit
        own = {f"outlet:{fold(outlet)}"} if outlet else set()
        return Voice(
            outlet or f"the report {telling.reported.id}", frozenset({f"text:{key}" for key in copies} | own), True
        )
    name = " ".join((parts.speaker(statement) or "nobody named").split())
    source = statement.source
    chain = parts.chains.get((source.chain if source else None) or "")
    if chain is not None and chain.actor in registry.rows:
        return Voice(name, frozenset({f"actor:{_body(str(chain.actor), registry)}"}))
    if source is None or source.type in _UNNAMED:
        return Voice(name, frozenset(f"unnamed:{key}:{fold(name)}" for key in copies))
    return Voice(name, frozenset({f"name:{fold(name)}"}))


def voices_of(telling: Telling, families: Families, registry: Registry) -> tuple[Voice, ...]:
    """Who tells of an event in one report, each once."""
    found: dict[Voice, None] = {}
    for key in (key for event in telling.events for key in event.asserted_by or (NARRATOR,)):
        found[voice_of(telling.parts.statements.get(key), telling, families, registry)] = None
    return tuple(found or {voice_of(None, telling, families, registry): None})


def independent(voices: Iterable[Voice]) -> tuple[tuple[Voice, ...], ...]:
    """The voices in groups that hang together; each group is one independent source."""
    groups: list[tuple[set[str], list[Voice]]] = []
    for voice in dict.fromkeys(voices):
        keys, members = set(voice.keys), [voice]
        apart: list[tuple[set[str], list[Voice]]] = []
        for known, those in groups:
            if known.isdisjoint(keys):
                apart.append((known, those))
            else:
                keys, members = known | keys, [*those, *members]
        groups = [*apart, (keys, members)]
    return tuple(tuple(members) for _, members in groups)


def named(voices: Sequence[Voice], most: int = 6) -> str:
    """Their names, each once."""
    names = list(dict.fromkeys(voice.name for voice in voices))
    return ", ".join(names[:most]) + (f" and {len(names) - most} others" if len(names) > most else "")


def _body(actor: str, registry: Registry) -> str:
    """The body that somebody speaks for: of an office what it belongs to, of its holder the same."""
    entry = registry.get(actor)
    if entry.kind == "person" and len({one.office for one in entry.holdings}) == 1:
        entry = registry.get(entry.holdings[0].office)
    if entry.kind == "office" and entry.parent in registry.rows:
        return str(entry.parent)
    return entry.id
