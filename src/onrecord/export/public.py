"""Who may be named in files for other programs: bodies, and people who hold a public office. Nobody else becomes an entity there."""

from __future__ import annotations

from typing import Final

from onrecord.record import ById, Chain, SourceToll, Stance
from onrecord.reference.registry import Entry, Registry

__all__ = ["UNNAMED", "Speakers", "entry_of"]

UNNAMED: Final = "a person without a known public office"
"""What stands for the name of a private person."""
_NO_PERSON: Final = frozenset({"organisation", "media", "document", "imagery", "unnamed_person", "unnamed_group"})


def entry_of(chain: Chain | None, registry: Registry) -> Entry | None:
    """Who in the registry a chain is, if it is certain."""
    actor = chain.actor if chain is not None else None
    return registry.get(actor) if actor is not None and actor in registry.rows else None


class Speakers:
    """Names those who speak in a report as far as they may be named.

    Args:
        parts: The parts of the report; None where it is not at hand.
        registry: The actors that are known.
    """

    def __init__(self, parts: ById | None, registry: Registry) -> None:
        self._parts, self._registry = parts, registry

    def of(self, told: Stance | SourceToll, outlet: str | None = None) -> str:
        """Who says it: a body, somebody with a public office, a description, the body that a person speaks for, or `UNNAMED`.

        Args:
            told: What is said.
            outlet: The outlet of the report, which speaks where nobody else does.
        """
        name = told.source
        body = told.organisation if isinstance(told, Stance) else None
        if name in (None, "narrator"):
            return outlet or "the report itself"
        assert name is not None
        described = isinstance(told, Stance) and told.unnamed
        if described or name in (body, outlet) or self._registry.find(name) or self._is_no_person(told.statement):
            return name
        # A key of the registry is no name.
        return body if body and ":" not in body else UNNAMED

    def _is_no_person(self, statement: str | None) -> bool:
        found = self._parts.statements.get(statement or "") if self._parts else None
        if self._parts is None or found is None or found.source is None:
            return False
        chain = self._parts.chains.get(found.source.chain or "")
        if chain is not None:
            return chain.kind == "organisation" or chain.actor in self._registry.rows
        return found.source.type in _NO_PERSON
