"""Entries in full: the bodies that every state has, holders as people, codes. In: written entries. Out: `Entry` by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, cast

from onrecord.reference.registry.entry import SIDES, Entry, Holding, Period, Side
from onrecord.reference.registry.fold import fold, slug
from onrecord.reference.registry.schema import Raw

__all__ = ["expand", "holders"]

_CODES: Final = {
    "government": "GOV",
    "armed_forces": "MIL",
    "ministry": "GOV",
    "agency": "GOV",
    "office": "GOV",
    "armed_group": "REB",
    "party": "PTY",
    "outlet": "MED",
    "monitor": "NGO",
    "people": "CVL",
}
"""What follows the country in a code that nobody wrote."""


def expand(written: Mapping[str, Raw], bodies: Sequence[Raw]) -> dict[str, Entry]:
    """All entries, made of those that are written.

    Args:
        written: Entries by id.
        bodies: What every state has. An entry that is written under the same id replaces it.
    """
    states = {str(raw["country"]): raw for raw in written.values() if raw.get("kind") == "state" and "country" in raw}
    bodied: dict[str, Raw] = {}
    taken = {fold(name) for raw in written.values() for name in (_text(raw, "name"), *_texts(raw, "aliases"))}
    for state in states.values():
        bodied |= {str(raw["id"]): raw for raw in _bodies_of(state, bodies, taken)}
    full = dict(bodied)
    for name, raw in written.items():
        full[name] = full.get(name, {}) | raw
        for key in ("aliases", "ambiguous") if name in bodied else ():
            # What every state has keeps its usual names beside those of its own.
            full[name][key] = list(dict.fromkeys([*_texts(bodied[name], key), *_texts(raw, key)]))
    entries = {name: _entry(raw, states) for name, raw in full.items()}
    return entries | holders(full, set(entries))


def _bodies_of(state: Raw, bodies: Sequence[Raw], taken: set[str]) -> Iterable[Raw]:
    own = str(state["id"])
    # "American troops" are "US troops", too.
    adjectives = [*_texts(state, "people")[:1], *(a for a in _texts(state, "aliases") if a.isascii() and a.isupper())]
    for body in bodies:
        raw: Raw = {
            "id": f"{own}-{body['id']}",
            "name": str(body["name"]).format(name=state["name"]),
            "kind": body["kind"],
            "country": state["country"],
            "code": f"{state.get('code', '')}{body['code']}",
            "parent": f"{own}-{body['parent']}" if "parent" in body else own,
        }
        names = [
            alias.format(name=state["name"], people=adjective)
            for alias in _texts(body, "aliases")
            for adjective in (adjectives if "{people}" in alias else [""])
        ]
        # A name that somebody wrote belongs to the entry where it is written.
        raw["aliases"] = [alias for alias in dict.fromkeys(names) if fold(alias) not in taken]
        raw["ambiguous"] = _texts(body, "ambiguous")
        yield raw


def _entry(raw: Raw, states: Mapping[str, Raw]) -> Entry:
    country = cast("str | None", raw.get("country"))
    code = cast("str | None", raw.get("code"))
    if code is None and country is not None and country in states and str(raw["kind"]) in _CODES:
        code = f"{states[country].get('code', '')}{_CODES[str(raw['kind'])]}"
    return Entry(
        id=str(raw["id"]),
        name=_text(raw, "name"),
        kind=str(raw["kind"]),
        country=country,
        aliases=tuple(_texts(raw, "aliases")),
        ambiguous=tuple(_texts(raw, "ambiguous")),
        described=tuple(_texts(raw, "described")),
        people=tuple(_texts(raw, "people")),
        capital=cast("str | None", raw.get("capital")),
        title=cast("str | None", raw.get("title")),
        parent=cast("str | None", raw.get("parent")),
        sides=tuple(
            Side(stance, row[stance], _period(row)) for row in _rows(raw, "sides") for stance in SIDES if stance in row
        ),
        holdings=tuple(Holding(str(raw["id"]), slug(str(row["name"])), _period(row)) for row in _rows(raw, "holders")),
        wikidata=cast("str | None", raw.get("wikidata")),
        code=code,
        domains=tuple(_texts(raw, "domains")),
    )


def holders(written: Mapping[str, Raw], taken: set[str]) -> dict[str, Entry]:
    """An entry for each who holds an office, with all the offices that he or she held.

    Args:
        written: Entries by id.
        taken: Ids that no holder may have.
    """
    held: dict[str, list[Holding]] = defaultdict(list)
    names: dict[str, dict[str, None]] = defaultdict(dict)
    countries: dict[str, list[str | None]] = defaultdict(list)
    for raw in written.values():
        for row in _rows(raw, "holders"):
            own = slug(str(row["name"]))
            held[own].append(Holding(str(raw["id"]), own, _period(row)))
            names[own] |= dict.fromkeys([str(row["name"]), *cast("list[str]", row.get("also", []))])
            countries[own].append(cast("str | None", raw.get("country")))
    return {
        own: Entry(own, next(iter(found)), "person", countries[own][0], tuple(found)[1:], holdings=tuple(held[own]))
        for own, found in names.items()
        if own not in taken
    }


def _text(raw: Raw, key: str) -> str:
    return str(raw.get(key, ""))


def _texts(raw: Raw, key: str) -> list[str]:
    return cast("list[str]", raw.get(key, []))


def _rows(raw: Raw, key: str) -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", raw.get(key, []))


def _period(row: Mapping[str, str]) -> Period:
    return Period(row.get("from"), row.get("until"))
