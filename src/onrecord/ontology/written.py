"""The files of the ontology. In: YAML. Out: the text of the compiled file. YAML takes longer to import than the rest to load."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from onrecord.errors import OntologyError
from onrecord.ontology.event_type import SCHEMES

__all__ = ["compile_ontology"]

_FOLDER: Final = Path(__file__).parent
_TEXTS: Final = ("id", "name", "definition", "example", "counter_example")
_KEYS: Final = {*_TEXTS, *SCHEMES, "violent"}


def compile_ontology() -> str:
    """The text of the compiled file, made of the files that ship.

    Raises:
        OntologyError: A file is wrong; the message names file, type and key.
    """
    schemes = {path.stem: _content(path) for path in sorted((_FOLDER / "crosswalk").glob("*.yaml"))}
    types = [row for path in sorted((_FOLDER / "types").glob("*.yaml")) for row in _types(path)]
    ids = [row["id"] for row in types]
    if twice := {name for name in ids if ids.count(name) > 1}:
        raise OntologyError(f"{_FOLDER / 'types'}: {', '.join(sorted(twice))}: stands twice; merge the two")
    return json.dumps({"types": types, "schemes": schemes}, ensure_ascii=False, indent=0) + "\n"


def _content(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _types(path: Path) -> Iterator[dict[str, Any]]:
    for raw in _content(path)["types"]:
        where = f"{path.name}: type {raw.get('id')}"
        for key in raw.keys() ^ _KEYS:
            if key != "violent" or key not in _KEYS:
                raise OntologyError(f"{where}: {key}: is {'missing' if key in _KEYS else 'no key'}")
        yield _type(where, path.stem, raw)


def _type(where: str, family: str, raw: dict[str, Any]) -> dict[str, Any]:
    for key in _TEXTS:
        if not isinstance(raw[key], str) or not raw[key].strip():
            raise OntologyError(f"{where}: {key}: has to be a text")
    row = {key: raw[key].strip() for key in _TEXTS} | {"family": family, "violent": raw.get("violent", False)}
    unmapped = {}
    for scheme in SCHEMES:
        if isinstance(raw[scheme], dict):
            unmapped[scheme] = raw[scheme]["none"]
        else:
            row[scheme] = raw[scheme]
    return row | {"unmapped": unmapped}
