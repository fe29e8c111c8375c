"""The ontology as it is loaded, and its files."""

from __future__ import annotations

from onrecord.ontology import load_ontology
from onrecord.ontology.load import COMPILED
from onrecord.ontology.written import compile_ontology


def test_what_ships_was_compiled_from_the_files() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_ontology()


def test_a_type_says_what_other_schemes_call_it() -> None:
    kind = load_ontology().types["air_strike"]
    assert kind.acled == ("Explosions/Remote violence", "Air/drone strike")
    assert (kind.plover, kind.muc, kind.violent) == (("ASSAULT", "aerial"), "attack", True)
