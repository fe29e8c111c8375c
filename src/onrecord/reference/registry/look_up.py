"""The registry: names to entries, offices to holders, states to what their people are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import RegistryError
from onrecord.reference.registry.entry import Entry, Holding, Period, Side
from onrecord.reference.registry.fold import fold

__all__ = ["Registry", "index_names"]

Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Registry:
    """Every actor that is known, to be asked by name. Entries are made when they are asked for.

    Attributes:
        rows: What each entry holds, by id.
        names: For each folded name the ids of those that bear it; one alone where it is nobody else's.
        described: For each folded description the ids of those that are spoken of so.
        surnames: For each folded surname the ids of the people of that name who hold or held an office.
        peoples: For each folded adjective or noun for a people, and each capital, the ISO code of the state.
        offices: For each folded title and country, the ids of the offices: "president|US".
    """

    rows: Rows
    names: Mapping[str, list[str]]
    described: Mapping[str, list[str]]
    surnames: Mapping[str, list[str]]
    peoples: Mapping[str, str]
    offices: Mapping[str, list[str]]
    _made: dict[str, Entry] = field(default_factory=dict, repr=False, compare=False)

    def get(self, name: str) -> Entry:
        """The entry with an id.

        Raises:
            RegistryError: There is none.
        """
        if name not in self._made:
            if name not in self.rows:
                raise RegistryError(
                    f"{name}: the registry has no such entry; `onrecord registry find` finds ids by name"
                )
            self._made[name] = from_row(self.rows[name])
        return self._made[name]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Everybody who bears a name; several where it is ambiguous. An acronym has to be written as one: "us" is nobody."""
        folded = fold(name)
        found = map(self.get, self.names.get(folded, ()))
        return tuple(entry for entry in found if not name.islower() or not _acronym_of(entry, folded))

    def holders(self, office: str, day: str | None) -> tuple[Entry, ...]:
        """Who can have held an office on a day (or in a month, or a year); everybody who ever did, if no day is known."""
        held = self.get(office).holdings
        fitting = (h.person for h in held if day is None or h.period.may_hold(day))
        return tuple(map(self.get, dict.fromkeys(fitting)))

    def publisher(self, name: str | None, url: str | None = None) -> Entry | None:
        """Who publishes under a name or at an address: "SANA", "sana.sy", "almanar"; None if that is not certain."""
        host = (urlsplit(url).hostname if url else None) or ""
        labels = host.split(".")
        for known in (*(".".join(labels[i:]) for i in range(len(labels) - 1)), *_in_short(name or "")):
            if len(found := self._publishers.get(known, ())) == 1:
                return self.get(next(iter(found)))
        return None

    def outlets(self, country: str | None) -> tuple[Entry, ...]:
        """The outlets of a country."""
        return tuple(map(self.get, self._outlet_ids.get(country or "", ())))

    def state_of(self, word: str) -> str | None:
        """The ISO code of the state that a name, adjective, people or capital belongs to."""
        last = fold("".join(word.split()[-1:]))
        if last and last.rpartition(" ")[2] not in self._last_words:
            return None
        return self._states.get(fold(word))

    def states(self, country: str) -> tuple[Entry, ...]:
        """The entry of the state with an ISO code, if it is known."""
        return tuple(map(self.get, self._state_ids.get(country, ())))

    @cached_property
    def _publishers(self) -> dict[str, set[str]]:
        """For each name in short of one that publishes ("almanar", "sana.sy") the ids of those that bear it."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, row in self.rows.items():
            if row["kind"] == "outlet" or "domains" in row:
                names = (
                    row["name"],
                    *(name for kept in ("aliases", "ambiguous", "domains") for name in row.get(kept, ())),
                )
                for short in (short for name in names for short in _in_short(name)):
                    found[short].add(key)
        return dict(found)

    @cached_property
    def _outlet_ids(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, row in self.rows.items():
            if row["kind"] == "outlet":
                found[str(row.get("country", ""))].append(key)
        return dict(found)

    @cached_property
    def _state_ids(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key, row in self.rows.items():
            if row["kind"] == "state" and row.get("country"):
                found[str(row["country"])].append(key)
        return dict(found)

    @cached_property
    def _states(self) -> dict[str, str]:
        named = {
            name: str(self.rows[ids[0]]["country"])
            for name, ids in self.names.items()
            if len(ids) == 1 and self.rows[ids[0]]["kind"] == "state"
        }
        return {**self.peoples, **named}

    @cached_property
    def _last_words(self) -> frozenset[str]:
        """The last words of what states are called: most names end otherwise, which tells it without folding the whole."""
        return frozenset(name.rpartition(" ")[2] for name in self._states)


def _acronym_of(entry: Entry, folded: str) -> bool:
    return any(alias.isupper() and fold(alias) == folded for alias in entry.aliases)


def _in_short(name: str) -> Iterable[str]:
    """A publisher's name as it is and as it stands in addresses, with and without its article: "al-manar" is "almanar", "manar"."""
    written = name.casefold().removeprefix("www.")
    if "." in written and " " not in written:
        yield written
        written = written.split(".")[0]
    letters = "".join(character for character in written if character.isalnum())
    for short in (letters, letters.removeprefix("the").removeprefix("al")):
        if len(short) > 1:
            yield short


def index_names(entries: Iterable[Entry]) -> dict[str, Any]:
    """The tables of a registry, as they are written to its compiled file."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    described: dict[str, dict[str, None]] = defaultdict(dict)
    surnames: dict[str, dict[str, None]] = defaultdict(dict)
    offices: dict[str, list[str]] = defaultdict(list)
    peoples: dict[str, str] = {}
    rows: dict[str, Any] = {}
    for entry in entries:
        rows[entry.id] = to_row(entry)
        for name in (entry.name, *entry.aliases, *entry.ambiguous):
            names[fold(name)][entry.id] = None
        for text in entry.described:
            described[fold(text)][entry.id] = None
        if entry.kind == "person":
            for name in (entry.name, *entry.aliases):
                surnames[fold(name).split(" ")[-1]][entry.id] = None
        if entry.kind == "office" and entry.title:
            offices[f"{fold(entry.title)}|{entry.country or ''}"].append(entry.id)
        if entry.kind == "state" and entry.country:
            for word in (*entry.people, *([entry.capital] if entry.capital else ())):
                peoples.setdefault(fold(word), entry.country)
    return {
        "rows": rows,
        "names": {name: list(ids) for name, ids in names.items()},
        "described": {name: list(ids) for name, ids in described.items()},
        "surnames": {name: list(ids) for name, ids in surnames.items()},
        "peoples": peoples,
        "offices": dict(offices),
    }


def to_row(entry: Entry) -> dict[str, Any]:
    """What an entry holds, without what is empty."""
    return {key: value for key, value in asdict(entry).items() if value not in (None, (), [])}


def from_row(row: Mapping[str, Any]) -> Entry:
    """The entry that a row holds."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    values["sides"] = tuple(Side(s["stance"], s["entry"], Period(**s["period"])) for s in row.get("sides", ()))
    values["holdings"] = tuple(
        Holding(h["office"], h["person"], Period(**h["period"])) for h in row.get("holdings", ())
    )
    return Entry(**values)
