"""Registry files. In: YAML. Out: what each entry says, with every fault named by file, entry and key."""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from onrecord.errors import RegistryError
from onrecord.reference.registry.entry import KINDS, SIDES

__all__ = ["Raw", "check_links", "parse_file"]

Raw = dict[str, object]
"""An entry as it is written: texts, lists of texts, and lists of mappings of texts."""

_TEXTS: Final = frozenset("id name kind country capital title parent wikidata code".split())
_LISTS: Final = frozenset("aliases ambiguous described people domains".split())
_TABLES: Final = {
    "sides": frozenset("with against from until".split()),
    "holders": frozenset("name also from until".split()),
}
_KEYS: Final = sorted(_TEXTS | _LISTS | _TABLES.keys())
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN: Final = re.compile(r"(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_PATTERNS: Final = {
    "id": (_ID, "small letters, digits and hyphens"),
    "parent": (_ID, "the id of an entry"),
    "country": (re.compile(r"[A-Z]{2}"), "an ISO 3166-1 code of two capitals"),
    "wikidata": (re.compile(r"Q[1-9][0-9]*"), "a Wikidata id such as Q142"),
    "code": (re.compile(r"[A-Z]{3,15}"), "three to fifteen capitals, such as SYRREB"),
}


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Texts, lists and mappings only: nothing is executed, and "NO" stays Norway. A key may stand once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Mapping[Hashable, object]:
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} stands twice", node.start_mark)
        found: Mapping[Hashable, object] = super().construct_mapping(node, deep)
        return found


def parse_file(path: Path) -> list[Raw]:
    """Reads a registry file and checks each of its entries by itself.

    Raises:
        RegistryError: It cannot be read, or an entry is wrong; the message names file, entry and key.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 (a loader that makes texts only)
    except (OSError, UnicodeDecodeError) as e:
        raise RegistryError(f"{path}: cannot be read ({e}); give a registry file in YAML, in UTF-8") from e
    except yaml.YAMLError as e:
        raise RegistryError(f"{path}: is not YAML ({' '.join(str(e).split())}); mend it there") from e
    if not isinstance(content, dict) or set(content) != {"entries"} or not isinstance(content["entries"], list):
        raise RegistryError(f"{path}: has to hold one key, entries, with a list; see docs/how-to/your-own-registry.md")
    entries = [_checked(path, number, entry) for number, entry in enumerate(content["entries"], 1)]
    seen: set[object] = set()
    for entry in entries:
        if entry["id"] in seen:
            raise RegistryError(f"{path}: entry {entry['id']}: id: stands twice in this file; merge the two")
        seen.add(entry["id"])
    return entries


def _checked(path: Path, number: int, entry: object) -> Raw:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise RegistryError(f"{path}: entry {number}: has to be a mapping with an id")
    where = f"{path}: entry {entry['id']}"
    for key, value in entry.items():
        _check_key(where, key, value)
    if entry.get("kind", "state") not in KINDS or entry.get("kind") == "person":
        kinds = ", ".join(kind for kind in KINDS if kind != "person")
        raise RegistryError(f"{where}: kind: {entry['kind']!r} is none; it is one of {kinds} (people stand as holders)")
    if "holders" in entry and "kind" in entry and entry["kind"] != "office":
        raise RegistryError(f"{where}: holders: only an office has holders; its kind is {entry['kind']}")
    return entry


def _check_key(where: str, key: object, value: object) -> None:
    if key in _TEXTS:
        if not isinstance(value, str) or not value.strip():
            raise RegistryError(f"{where}: {key}: has to be a text")
        pattern, wanted = _PATTERNS.get(str(key), (None, ""))
        if pattern is not None and not pattern.fullmatch(value):
            raise RegistryError(f"{where}: {key}: {value!r} is not {wanted}")
    elif key in _LISTS:
        _check_texts(where, str(key), value)
    elif key in _TABLES:
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise RegistryError(f"{where}: {key}: has to be a list of mappings")
        for row in value:
            _check_row(where, str(key), row)
    else:
        near = difflib.get_close_matches(str(key), _KEYS, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(_KEYS)}"
        raise RegistryError(f"{where}: {key}: there is no such key; {hint}")


def _check_texts(where: str, key: str, value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise RegistryError(f"{where}: {key}: has to be a list of texts")
    for text in value if key == "domains" else ():
        if not _DOMAIN.fullmatch(text):
            raise RegistryError(f"{where}: {key}: {text!r} is no domain; write it as in example.org, without www")


def _check_row(where: str, key: str, row: Mapping[str, object]) -> None:
    for name in row.keys() - _TABLES[key]:
        raise RegistryError(
            f"{where}: {key}: {name}: there is no such key; there are {', '.join(sorted(_TABLES[key]))}"
        )
    if key == "sides" and len(row.keys() & set(SIDES)) != 1:
        raise RegistryError(f"{where}: sides: each has either with or against, and the id of an entry")
    if key == "holders" and not isinstance(row.get("name"), str):
        raise RegistryError(f"{where}: holders: each has a name")
    if "also" in row:
        _check_texts(where, f"{key}: also", row["also"])
    since, until = (_date(where, f"{key}: {name}", row.get(name)) for name in ("from", "until"))
    if since and until and since[: len(until)] > until[: len(since)]:
        raise RegistryError(f"{where}: {key}: until: {until} is before from: {since}")


def _date(where: str, key: str, value: object) -> str | None:
    if value is None:
        return None
    text = str(value)
    try:
        if not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", text):
            raise ValueError  # noqa: TRY301
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        raise RegistryError(f"{where}: {key}: {text!r} is no date; write 2017, 2017-10 or 2017-10-17") from None
    return text


def check_links(entries: Mapping[str, Raw], files: Mapping[str, str]) -> None:
    """Checks what entries say of one another.

    Args:
        entries: All entries, by id.
        files: For each id the file that it stands in, for the message.

    Raises:
        RegistryError: A parent or a side is unknown, parents run in a circle, a name or a kind is missing, or a country is unknown.
    """
    countries = {entry.get("country") for entry in entries.values() if entry.get("kind") == "state"}
    for name, entry in entries.items():
        where = f"{files[name]}: entry {name}"
        for key in ("name", "kind"):
            if key not in entry:
                raise RegistryError(f"{where}: {key}: is missing")
        if (country := entry.get("country")) is not None and country not in countries:
            raise RegistryError(
                f"{where}: country: no state in the registry has {country}; add the state, or mend the code"
            )
        for key, other in [("parent", entry.get("parent")), *(("sides", other) for other in _sides(entry))]:
            if other is not None and other not in entries:
                near = difflib.get_close_matches(str(other), entries, 1)
                raise RegistryError(
                    f"{where}: {key}: {other} is no entry" + (f"; did you mean {near[0]}?" if near else "")
                )
        _check_circle(where, name, entries)


def _sides(entry: Raw) -> Iterable[object]:
    rows = entry.get("sides", [])
    assert isinstance(rows, Sequence)
    return [row[stance] for row in rows for stance in SIDES if stance in row]


def _check_circle(where: str, start: str, entries: Mapping[str, Raw]) -> None:
    way = [start]
    while (parent := entries[way[-1]].get("parent")) is not None and parent in entries:
        if parent in way:
            raise RegistryError(
                f"{where}: parent: runs in a circle ({' > '.join([*way, str(parent)])}); cut it somewhere"
            )
        way.append(str(parent))
