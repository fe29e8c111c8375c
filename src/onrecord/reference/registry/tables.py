"""From registry files to the tables of a registry. Only what a user adds, or what was changed, is compiled: YAML takes long to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from onrecord.errors import RegistryError
from onrecord.reference.registry.expand import expand
from onrecord.reference.registry.fold import fold
from onrecord.reference.registry.look_up import index_names
from onrecord.reference.registry.schema import Raw, check_links, parse_file

__all__ = ["compile_registry", "compile_with"]

_FOLDER: Final = Path(__file__).parent
_BODIES: Final = _FOLDER / "bodies.yaml"
_ENTRIES: Final = _FOLDER / "entries"


def compile_registry() -> str:
    """The text of the compiled file, made of the files that ship."""
    return json.dumps(_compile(_shipped()), ensure_ascii=False, separators=(",", ":")) + "\n"


def compile_with(own: Path) -> dict[str, Any]:
    """The tables of what ships with a user's file on top.

    Raises:
        RegistryError: The file is wrong; the message names file, entry and key.
    """
    return _compile([*_shipped(), own])


def _shipped() -> list[Path]:
    return sorted(_ENTRIES.glob("*.yaml"))


def _compile(paths: Sequence[Path]) -> dict[str, Any]:
    written: dict[str, Raw] = {}
    files: dict[str, str] = {}
    for path in paths:
        for raw in parse_file(path):
            name = str(raw["id"])
            if name in written and path.parent == _ENTRIES:
                raise RegistryError(f"{path}: entry {name}: id: stands in {files[name]} already; merge the two")
            written[name] = written.get(name, {}) | raw
            files[name] = str(path)
    bodies = parse_file(_BODIES)
    known = _with_bodies(written, bodies)
    check_links(known, {name: files.get(name, str(_BODIES)) for name in known})
    _check_names(written, files)
    return index_names(expand(written, bodies).values())


def _with_bodies(written: Mapping[str, Raw], bodies: Sequence[Raw]) -> dict[str, Raw]:
    """All that can be referred to: written entries, and the bodies of the states."""
    own: dict[str, Raw] = {}
    for name, raw in written.items():
        if raw.get("kind") == "state":
            own |= {f"{name}-{body['id']}": {"name": "", "kind": body["kind"]} for body in bodies}
    return {name: own.get(name, {}) | written.get(name, {}) for name in (*own, *written)}


def _check_names(written: Mapping[str, Raw], files: Mapping[str, str]) -> None:
    """Refuses a name that two entries claim as theirs alone."""
    owner: dict[str, str] = {}
    shared = {fold(name) for raw in written.values() for name in _names(raw, "ambiguous")}
    for name, raw in written.items():
        for key, alias in (("name", raw.get("name")), *(("aliases", alias) for alias in _names(raw, "aliases"))):
            if alias is None or (folded := fold(str(alias))) in shared:
                continue
            other = owner.setdefault(folded, name)
            if other != name:
                raise RegistryError(
                    f"{files[name]}: entry {name}: {key}: {alias!r} is a name of {other} already; "
                    "write it under ambiguous in both, or take it out of one"
                )


def _names(raw: Raw, key: str) -> Iterable[str]:
    found = raw.get(key, [])
    assert isinstance(found, list)
    return found
