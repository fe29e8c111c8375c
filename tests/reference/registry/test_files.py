"""Registry files: what is wrong is named by file, entry and key; what a user adds lies on top of what ships."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from onrecord.errors import RegistryError
from onrecord.reference.registry import load_registry
from onrecord.reference.registry.load import COMPILED
from onrecord.reference.registry.tables import compile_registry


def written(folder: Path, *entries: str) -> Path:
    path = folder / "own.yaml"
    path.write_text("entries:\n" + "\n".join(f"  - {entry}" for entry in entries), encoding="utf-8")
    return path


def test_the_compiled_file_is_current() -> None:
    kept = gzip.decompress(COMPILED.read_bytes()).decode()
    assert kept == compile_registry(), "run python -m onrecord.reference.registry"


GUARD = "{id: river-guard, name: River Guard, kind: armed_group, country: SY"
WRONG = {
    "a loop of parents": (
        [
            "{id: a-one, name: A One, kind: party, parent: b-two}",
            "{id: b-two, name: B Two, kind: party, parent: a-one}",
        ],
        r"entry a-one: parent: runs in a circle \(a-one > b-two > a-one\)",
    ),
    "its own parent": (
        ["{id: a-one, name: A One, kind: party, parent: a-one}"],
        "entry a-one: parent: runs in a circle",
    ),
    "a duplicate alias": (
        [GUARD + ", aliases: [RVG]}", "{id: other-guard, name: Other Guard, kind: party, aliases: [rvg]}"],
        "entry other-guard: aliases: 'rvg' is a name of river-guard already; write it under ambiguous in both",
    ),
    "an alias of an entry that ships": (
        [GUARD + ", aliases: [Da'esh]}"],
        "entry river-guard: aliases: .* is a name of islamic-state",
    ),
    "31 February": (
        ["{id: chief-guard, name: Chief, kind: office, holders: [{name: Anna Tamm, from: 2019-02-31}]}"],
        "entry chief-guard: holders: from: '2019-02-31' is no date; write 2017, 2017-10 or 2017-10-17",
    ),
    "year 0": ([GUARD + ", sides: [{with: hamas, from: 0000}]}"], "sides: from: '0000' is no date"),
    "ends before it begins": (
        [GUARD + ", sides: [{against: hamas, from: 2019-05, until: 2018}]}"],
        "entry river-guard: sides: until: 2018 is before from: 2019-05",
    ),
    "an address for a domain": (
        ["{id: a-one, name: A One, kind: outlet, domains: [https://a.example/news]}"],
        "entry a-one: domains: .* is no domain; write it as in example.org, without www",
    ),
    "an unknown key": (
        [GUARD + ", alias: [RVG]}"],
        "entry river-guard: alias: there is no such key; did you mean aliases",
    ),
    "an unknown key of a row": (
        [GUARD + ", sides: [{with: hamas, since: 2018}]}"],
        "sides: since: there is no such key",
    ),
    "an unknown kind": (
        ["{id: a-one, name: A One, kind: gang}"],
        "entry a-one: kind: 'gang' is none; it is one of state,",
    ),
    "a private person": (["{id: anna-tamm, name: Anna Tamm, kind: person}"], "people stand as holders"),
    "a holder of no office": ([GUARD + ", holders: [{name: Anna Tamm}]}"], "holders: only an office has holders"),
    "an unknown parent": ([GUARD + ", parent: hamaz}"], "parent: hamaz is no entry; did you mean hamas"),
    "an unknown country": (
        ["{id: a-one, name: A One, kind: party, country: ZZ}"],
        "country: no state in the registry has ZZ",
    ),
    "a key twice": ([GUARD + ", name: Guard}"], "the key 'name' stands twice"),
    "an id twice": ([GUARD + "}", GUARD + "}"], "entry river-guard: id: stands twice in this file"),
    "no name": (["{id: a-one, kind: party}"], "entry a-one: name: is missing"),
    "an odd Wikidata id": ([GUARD + ", wikidata: 142}"], "wikidata: '142' is not a Wikidata id such as Q142"),
    "no YAML": (["{id: a-one"], "is not YAML"),
}


@pytest.mark.parametrize(("entries", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(tmp_path: Path, entries: list[str], words: str) -> None:
    path = written(tmp_path, *entries)
    with pytest.raises(RegistryError, match=words) as caught:
        load_registry(path)
    assert str(caught.value).startswith(str(path))


@pytest.mark.parametrize("content", ["", "[]", "entries: 4", "- {id: a-one}", "entries: [7]"])
def test_what_has_another_shape_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RegistryError, match=r"own\.yaml"):
        load_registry(path)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="cannot be read"):
        load_registry(tmp_path / "none.yaml")
    (tmp_path / "odd.yaml").write_bytes(b"entries: \xff\xfe")
    with pytest.raises(RegistryError, match="in UTF-8"):
        load_registry(tmp_path / "odd.yaml")


def test_an_entry_is_added_and_one_that_ships_is_overridden(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        GUARD + ", aliases: [RVG, حرس النهر], parent: syrian-democratic-forces}",
        "{id: hamas, described: [the movement in Gaza]}",
    )
    registry = load_registry(path)
    assert [entry.id for entry in registry.find("حَرَس النهر")] == ["river-guard"]
    assert registry.get("river-guard").code == "SYRREB"
    assert registry.get("hamas").described == ("the movement in Gaza",)
    assert registry.get("hamas").name == "Hamas"
    assert [entry.id for entry in registry.find("SDF")] == ["syrian-democratic-forces"]


def test_a_name_under_ambiguous_belongs_to_nobody_alone(tmp_path: Path) -> None:
    path = written(tmp_path, GUARD + ", ambiguous: [SDF]}")
    assert {entry.id for entry in load_registry(path).find("SDF")} == {"river-guard", "syrian-democratic-forces"}


def test_norway_is_no_truth_value(tmp_path: Path) -> None:
    registry = load_registry(written(tmp_path, "{id: fjord-watch, name: Fjord Watch, kind: monitor, country: NO}"))
    assert registry.get("fjord-watch").country == "NO"
