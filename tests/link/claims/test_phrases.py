"""Words of claims: amounts that are no surer than they were said, nouns, acts, verbs that fit."""

from __future__ import annotations

import pytest

from onrecord.link.claims.phrases import a, act_of, amount_of, is_plural, noun_of
from onrecord.ontology import load_ontology
from onrecord.record.claim import Value


@pytest.mark.parametrize(
    ("value", "words", "digits", "amount"),
    [
        (Value(14, 14), "fourteen fighters", "14", "14"),
        (Value(58, None), "at least 58 people", "58", "at least 58"),
        (Value(301, None), "more than 300 people", "301", "more than 300"),
        (Value(None, 100), "up to 100 people", "100", "at most 100"),
        (Value(72, 88), "some 80 people", "80", "about 80"),
        (Value(5, 8), "five to eight people", "5", "about 5"),
        (Value(3, 8), "three to eight people", "2", "3 to 8"),
        (Value(words="dozens"), "Dozens of people have been killed", "24", "dozens of"),
        (Value(words="tens"), "tens of thousands of residents", "20", "tens of thousands of"),
        (Value(words="scores"), "people died", "40", "scores of"),
    ],
)
def test_an_amount_is_no_surer_than_it_was_said(value: Value, words: str, digits: str, amount: str) -> None:
    assert amount_of(value, words, digits) == amount


@pytest.mark.parametrize(
    ("target", "noun"),
    [
        ("dozens people", "people"),
        ("hundreds civilians", "civilians"),
        ("Hundreds Iranian militants", "Iranian militants"),
        ("them children", "children"),
        ("its fighters", "fighters"),
        ("dozens and", "people"),
        ("lives", "people"),
        ("total Daesh terrorists", "Daesh terrorists"),
        ("People", "people"),
        ("rebel fighters", "rebel fighters"),
        (None, "people"),
    ],
)
def test_what_is_counted_has_no_words_of_the_figure(target: str | None, noun: str) -> None:
    assert noun_of(target) == noun


def test_only_acts_are_carried_out() -> None:
    acts = {type_: act_of(type_) for type_ in load_ontology().types}
    assert acts["chemical_weapon"] == "chemical attack"
    assert acts["suicide_bomb"] == "suicide bombing"
    assert acts["shelling"] == "shelling"
    assert act_of(None) == act_of("of no ontology") == "attack"
    assert not [act for act in acts.values() if "_" in act or act.endswith(("begins", "weapon"))]


@pytest.mark.parametrize("name", ["Rebels", "Syrian Democratic Forces", "Armed Forces of Syria"])
def test_several_hold_a_place(name: str) -> None:
    assert is_plural(name)


@pytest.mark.parametrize(
    "name", ["United States", "Islamic State", "Hamas", "United Nations", "Government of Syria", ""]
)
def test_one_holds_a_place(name: str) -> None:
    assert not is_plural(name)


@pytest.mark.parametrize(
    ("noun", "phrase"),
    [
        ("village", "a village"),
        ("apartment", "an apartment"),
        ("university", "a university"),
        ("villages", "villages"),
        ("bus", "a bus"),
        ("headquarters", "a headquarters"),
    ],
)
def test_a_noun_has_its_article(noun: str, phrase: str) -> None:
    assert a(noun) == phrase
