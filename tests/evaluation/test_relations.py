"""Relations and chains are measured in the corpora's own terms."""

from __future__ import annotations

from evaluation.chains import as_gum
from evaluation.relations import from_gold_mentions, keys, score, with_relations
from onrecord.record import to_json
from tests.resolve.test_actors import read

REPORT = "[org:The River Guard] attacked [org:the Hill Front]. [org:Blue Oars] slept."


def test_relations_bear_the_names_of_the_corpus() -> None:
    record = to_json(with_relations(read(REPORT)))
    found = {("FightingAgainst", (0, 15), (25, 39))}
    assert keys(record, "type") == found
    assert from_gold_mentions(record) == found


def test_what_is_right_given_and_wanted_is_counted_by_type() -> None:
    gold = to_json(with_relations(read(REPORT)))
    wrong = ("FightingAgainst", (25, 39), (0, 15))
    table = score([gold], [{*keys(gold, "type"), wrong}])
    assert table["FightingAgainst"] == {"precision": 0.5, "recall": 1.0, "f1": 2 / 3, "gold": 1}
    assert table["InChargeOf"]["f1"] == 0


def test_a_name_begins_at_its_article_and_counts_once() -> None:
    record = as_gum(read("It was the [org:Hill Front]. Nobody liked [org:the Hill Front]."))
    spans = {m.id: m.span.text for m in record.mentions}
    assert [[spans[m] for m in chain.mentions] for chain in record.chains] == [["the Hill Front", "the Hill Front"]]
