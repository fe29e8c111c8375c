"""The ontology that ships, as it was compiled."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from onrecord.errors import OntologyError
from onrecord.ontology.event_type import EventType

__all__ = ["COMPILED", "Ontology", "load_ontology"]

COMPILED: Final = Path(__file__).parent / "compiled.json"


@dataclass(frozen=True, slots=True)
class Ontology:
    """The types of event that there are, and the schemes that they are mapped to.

    Attributes:
        types: The types by id.
        families: The title of each family of types.
        schemes: The table of each scheme, by the name of its file in `crosswalk/`.
    """

    types: Mapping[str, EventType]
    families: Mapping[str, str]
    schemes: Mapping[str, Mapping[str, Any]]

    def get_type(self, event_type_id: str) -> EventType:
        """The type with an id.

        Raises:
            OntologyError: There is none.
        """
        try:
            return self.types[event_type_id]
        except KeyError:
            raise OntologyError(
                f"{event_type_id!r} is no type of event; see docs/reference/ontology.md for those that there are"
            ) from None


@lru_cache(1)
def load_ontology() -> Ontology:
    """The ontology that ships.

    Raises:
        OntologyError: Its file is missing or damaged.
    """
    try:
        tables = json.loads(COMPILED.read_text(encoding="utf-8"))
        types = {row["id"]: _type(row) for row in tables["types"]}
        return Ontology(types, tables["families"], tables["schemes"])
    except (OSError, ValueError, TypeError, KeyError) as e:
        raise OntologyError(f"{COMPILED}: is missing or damaged ({e}); install onrecord again") from e


def _type(row: dict[str, Any]) -> EventType:
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return EventType(**fields)
