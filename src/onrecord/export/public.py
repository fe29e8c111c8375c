"""Who may be named in files for other programs: bodies, and people who hold a public office. Nobody else becomes an entity there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from onrecord.record import ById, Chain, SourceToll, Stance
from onrecord.reference.registry import Entry, Registry

__all__ = ["UNNAMED", "Speaker", "Speakers", "entry_of"]

UNNAMED: Final = "a person without a known public office"
"""What stands for the name of a private person."""

Kind = Literal["person", "body", "description", "private"]
_KINDS: Final[dict[str | None, Kind]] = {
    "organisation": "body",
    "media": "body",
    "document": "description",
    "imagery": "description",
    "unnamed_person": "description",
    "unnamed_group": "description",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something, as far as they may be named.

    Attributes:
        name: The name of a body or of a person with a public office, words that describe somebody, or `UNNAMED`.
        kind: Which of these it is.
    """

    name: str
    kind: Kind


def entry_of(chain: Chain | None, registry: Registry) -> Entry | None:
    """Who in the registry a chain is, if it is certain."""
    actor = chain.actor if chain is not None else None
    return registry.get(actor) if actor is not None and actor in registry.rows else None


class Speakers:
    """Names those who speak in a report as far as they may be named.

    Args:
        parts: The parts of the report.
        registry: The actors that are known.
    """

    def __init__(self, parts: ById, registry: Registry) -> None:
        self._parts, self._registry = parts, registry

    def of(self, told: Stance | SourceToll, outlet: str | None = None) -> Speaker:
        """Who says it. For a private person who speaks for a body it is the body.

        Args:
            told: What is said.
            outlet: The outlet of the report, which speaks where nobody else does.
        """
        name = told.source
        if name is None or name == "narrator":
            return Speaker(outlet, "body") if outlet else Speaker("the report itself", "description")
        # "The monitor" is a name that several bear, and here a description of one of them.
        if isinstance(told, Stance) and told.unnamed and name[:1].islower():
            return Speaker(name, "description")
        if entries := self._registry.find(name):
            return Speaker(name, "person" if all(entry.kind == "person" for entry in entries) else "body")
        body = told.organisation if isinstance(told, Stance) else None
        if name in (body, outlet):
            return Speaker(name, "body")
        kind = self._kind(told.statement)
        if kind != "private":
            return Speaker(name, kind)
        # A key of the registry is no name.
        return Speaker(body, "body") if body and ":" not in body else Speaker(UNNAMED, "private")

    def _kind(self, statement: str | None) -> Kind:
        found = self._parts.statements.get(statement or "")
        if found is None or found.source is None:
            return "private"
        chain = self._parts.chains.get(found.source.chain or "")
        if chain is None:
            return _KINDS.get(found.source.type, "private")
        if chain.actor in self._registry.rows:
            return "body"
        mentions = [self._parts.mentions[key] for key in chain.mentions if key in self._parts.mentions]
        named = [mention for mention in mentions if mention.form == "name"]
        # A chain can be called a body of which one mention names a person: then it names nobody here.
        if any(mention.kind == "person" for mention in named):
            return "private"
        if chain.kind == "organisation":
            return "body" if named else "description"
        return "private" if named else _KINDS.get(found.source.type, "private")
