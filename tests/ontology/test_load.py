"""The ontology as it is loaded, and its files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.errors import OntologyError
from onrecord.ontology import SCHEMES, EventType, load, load_ontology
from onrecord.ontology.load import COMPILED
from onrecord.ontology.written import compile_ontology

ONTOLOGY = load_ontology()


def test_what_ships_was_compiled_from_the_files() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_ontology()


def test_a_type_says_what_other_schemes_call_it() -> None:
    kind = ONTOLOGY.types["air_strike"]
    assert kind.acled == ("Explosions/Remote violence", "Air/drone strike")
    assert (kind.plover, kind.muc, kind.violent) == (("ASSAULT", "aerial"), "attack", True)


@pytest.mark.parametrize("kind", ONTOLOGY.types.values(), ids=lambda kind: kind.id)
def test_each_scheme_has_a_code_or_the_reason_why_there_is_none(kind: EventType) -> None:
    coded = {scheme for scheme in SCHEMES if getattr(kind, scheme)}
    assert coded | kind.unmapped.keys() == set(SCHEMES)
    assert not coded & kind.unmapped.keys()


def test_definition_example_and_counter_example_are_three_different_texts() -> None:
    texts = [text for kind in ONTOLOGY.types.values() for text in (kind.definition, kind.example, kind.counter_example)]
    assert len(set(texts)) == len(texts) == 3 * len(ONTOLOGY.types)


def test_a_counter_example_is_something_else_that_is_known() -> None:
    first = {kind.id: re.split(r"[, ]", kind.instead)[0] for kind in ONTOLOGY.types.values()}
    assert {own: told for own, told in first.items() if told not in {*ONTOLOGY.types, "no", "this"} - {own}} == {}


def test_an_unknown_type_is_named_in_the_error() -> None:
    with pytest.raises(OntologyError, match="'air_raid' is no type of event"):
        ONTOLOGY.get_type("air_raid")


def test_a_damaged_file_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "compiled.json"
    damaged.write_text('{"types": []', encoding="utf-8")
    monkeypatch.setattr(load, "COMPILED", damaged)
    load_ontology.cache_clear()
    with pytest.raises(OntologyError, match="missing or damaged"):
        load_ontology()
    load_ontology.cache_clear()
