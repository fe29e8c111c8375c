"""Whose statements may be shown together: those of public bodies, and of officials by their office; never those of a private person.

A person is never followed from report to report, only the office that somebody held on the day of the report. What is not certain
to be a body is left out, with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from onrecord.ledger.browsing.speakers import Said
from onrecord.reference.registry import Entry, Registry, fold
from onrecord.resolve.given_names import GIVEN_NAMES
from onrecord.wording.visible import flat

__all__ = ["REASONS", "Voice", "dated_actors", "names_to_check", "voices_of"]

REASONS: Final = {
    "private": "people of whom no public office is known",
    "no_office": "officials whose office is not known",
    "once": "bodies that the registry does not know and that one report alone names",
    "unnamed": "people and groups without a name",
    "document": "documents, footage and pictures",
    "nobody": "nobody named",
}
"""Why statements are in nobody's list."""
_BODIES: Final = frozenset({"organisation", "media"})
_UNNAMED: Final = frozenset({"unnamed_person", "unnamed_group"})
_DOCUMENTS: Final = frozenset({"document", "imagery"})
_BY_NAME: Final = "~"


@dataclass(frozen=True, slots=True)
class Voice:
    """A body or an office that speaks, in however many reports and under however many names.

    Attributes:
        id: Its id in the registry; "~" and its folded name where the registry does not know it.
        name: What it is called.
        kind: What it is: a kind of the registry, or "not in the registry".
    """

    id: str
    name: str
    kind: str


def dated_actors(registry: Registry) -> frozenset[str]:
    """The people of the registry: whose voice theirs is depends on the day."""
    return frozenset(key for key, row in registry.rows.items() if row["kind"] == "person")


def names_to_check(saids: Iterable[Said]) -> set[str]:
    """Names that would be taken for a body's and are nobody's in the registry: they have to be looked up in the reports first."""
    found: set[str] = set()
    for said in saids:
        if said.speaker and said.actor is None and said.type in _BODIES:
            found.add(said.speaker)
        if said.organisation:
            found.add(said.organisation)
    return found


def voices_of(
    registry: Registry, saids: Iterable[Said], people: Collection[str], reports: Mapping[str, int]
) -> Mapping[Said, Voice | str]:
    """Whose voice each is, or why it is nobody's.

    Args:
        registry: Who is known.
        saids: Those who speak, as the reports name them.
        people: Names that are a person's in some report.
        reports: How many reports each name stands in.

    Returns:
        A voice, or one of `REASONS`.
    """
    found: dict[Said, Voice | str] = {}
    names: dict[str, str] = {}
    spread = Counter[str]()
    for name, count in reports.items():
        spread[fold(name)] += count
    for said in saids:
        voice = _voice(registry, said, people, spread)
        if isinstance(voice, Voice) and voice.id.startswith(_BY_NAME):
            # Of several spellings the first is shown for all.
            voice = replace(voice, name=names.setdefault(voice.id, voice.name))
        found[said] = voice
    return found


def _voice(registry: Registry, said: Said, people: Collection[str], spread: Mapping[str, int]) -> Voice | str:
    if said.speaker is None:
        return "nobody"
    entry = _known(registry, said)
    if entry is not None:
        return _of_entry(registry, entry, said.day)
    is_known = said.organisation is not None and said.organisation not in people
    if is_known and said.type not in _UNNAMED and (behind := _behind(registry, said.organisation or "")):
        return behind
    if said.type not in _BODIES or said.kind not in ("organisation", "nationality"):
        return _reason(said)
    # A reader that errs takes a person for a body, but seldom twice.
    if said.speaker in people or said.speaker.split(" ")[0].casefold() in GIVEN_NAMES:
        return "private"
    return _by_name(said.speaker) if spread[fold(said.speaker)] > 1 else "once"


def _known(registry: Registry, said: Said) -> Entry | None:
    """The entry of a speaker: by its own name where that is one alone, or else as the report's chain was resolved."""
    named = [entry for entry in registry.find(said.speaker or "") if entry.kind != "people"]
    if len(named) == 1:
        return named[0]
    if said.actor not in registry.rows or said.actor is None:
        return None
    entry = registry.get(said.actor)
    # An outlet that speaks is media; where it is taken for something else, the chain is likelier to be wrong.
    doubtful = entry.kind == "outlet" and said.type != "media"
    return None if doubtful or entry.kind == "people" else entry


def _of_entry(registry: Registry, entry: Entry, day: str | None) -> Voice | str:
    if entry.kind != "person":
        return Voice(entry.id, entry.name, entry.kind)
    if day is None:
        return "no_office"
    offices = {held.office for held in entry.holdings if held.period.may_hold(day)}
    if len(offices) != 1:
        return "no_office" if offices else "private"
    office = registry.get(offices.pop())
    return Voice(office.id, office.name, office.kind)


def _behind(registry: Registry, organisation: str) -> Voice | None:
    known = [entry for entry in registry.find(organisation) if entry.kind not in ("people", "person")]
    if len(known) == 1:
        return Voice(known[0].id, known[0].name, known[0].kind)
    named = _by_name(organisation)
    return named if isinstance(named, Voice) else None


def _by_name(name: str) -> Voice | str:
    """A body that the registry does not know; without a capital letter it is a description, not a name."""
    folded = fold(name)
    if not folded or name == name.lower() != name.upper():
        return "unnamed"
    return Voice(_BY_NAME + folded.replace("/", " "), flat(name), "not in the registry")


def _reason(said: Said) -> str:
    if said.type in _DOCUMENTS:
        return "document"
    if said.type == "official":
        return "no_office"
    return "private" if said.type == "person" else "unnamed"
