"""The files of the ontology. In: YAML. Out: the text of the compiled file. YAML takes longer to import than the rest to load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import yaml

from onrecord.errors import OntologyError
from onrecord.ontology.event_type import SCHEMES

__all__ = ["compile_ontology"]

_FOLDER: Final = Path(__file__).parent
_TEXTS: Final = ("id", "name", "definition", "example", "counter_example", "instead")
_FAMILIES: Final = (
    "battles explosions violence_against_civilians violence_of_other_kinds demonstrations strategic_developments "
    "campaigns people_and_law politics"
).split()
"""The order in which they are listed."""


def compile_ontology() -> str:
    """The text of the compiled file, made of the files that ship.

    Raises:
        OntologyError: A file is wrong; the message names file, type and key.
    """
    written = {family: _content(_FOLDER / "types" / f"{family}.yaml") for family in _FAMILIES}
    types = [_type(family, raw, content) for family, content in written.items() for raw in content["types"]]
    ids = [row["id"] for row in types]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise OntologyError(f"{_FOLDER / 'types'}: {', '.join(sorted(twice))}: stands twice; merge the two")
    tables = {
        "types": types,
        "families": {family: content["title"] for family, content in written.items()},
        "schemes": {path.stem: _content(path) for path in sorted((_FOLDER / "crosswalk").glob("*.yaml"))},
    }
    return json.dumps(tables, ensure_ascii=False, indent=1) + "\n"


def _content(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _type(family: str, raw: dict[str, Any], content: dict[str, Any]) -> dict[str, Any]:
    """A type with all its keys: where it says nothing of a scheme, the reason of its family holds."""
    where = f"{family}.yaml: type {raw.get('id')}"
    for key in raw.keys() - {*_TEXTS, *SCHEMES, "violent"}:
        raise OntologyError(f"{where}: {key}: there is no such key")
    for key in _TEXTS:
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            raise OntologyError(f"{where}: {key}: has to be a text")
    row = {key: raw[key].strip() for key in _TEXTS} | {"family": family, "violent": raw.get("violent", False)}
    unmapped = {}
    for scheme in SCHEMES:
        code = raw.get(scheme, {"none": content.get("unmapped", {}).get(scheme)})
        if not isinstance(code, dict):
            row[scheme] = code
        elif isinstance(code.get("none"), str):
            unmapped[scheme] = code["none"]
        else:
            raise OntologyError(f"{where}: {scheme}: has to have a code, or none with the reason")
    return row | {"unmapped": unmapped}
