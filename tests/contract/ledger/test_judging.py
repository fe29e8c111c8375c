"""What reviewers decided, as it is compared: pairs, the words of statements, on either database."""

from __future__ import annotations

import pytest

from onrecord.ledger import Ledger
from onrecord.pipeline.linking import link_ledger
from onrecord.record import Filter, dumps
from onrecord.record.original import Original
from tests.cli.records import statement
from tests.link.fake_rooms import FAKES, record_of

TEXTS = (
    "Shelling in Susah: Observatory says it.",
    "Shelling in Susah: Army denies it.",
    "Raid in Hajin: Mayor says it.",
)


@pytest.fixture
def war(ledger: Ledger) -> Ledger:
    """Three reports with a statement each, linked; the one of the first is broken up."""
    for at, text in enumerate(TEXTS):
        what = ("Shelling", "Susah") if at == 0 else (text.partition(":")[0],)
        said = statement(text, f"s-{at}", None, None, *what)
        record = record_of(f"d{at}", text)
        record = type(record)(record.document, statements=(said,), reader=record.reader)
        ledger.add(Original.of(dumps(record).encode(), "application/json", f"{at}"), record)
    list(link_ledger(ledger, FAKES))
    return ledger


def test_the_words_of_a_statement_reach_from_its_first_to_its_last(war: Ledger) -> None:
    found = war.contents_of(["r1.1.s1", "r2.1.s1", "r2.1.p1", "c1"])
    assert found == {
        "r1.1.s1": ("r1", 0, len("Shelling in Susah")),
        "r2.1.s1": ("r2", 0, len("Shelling in Susah")),
    }


def test_a_text_is_as_long_as_its_sentences(war: Ledger) -> None:
    assert war.lengths_of(["r1", "r3"]) == {"r1": len(TEXTS[0]), "r3": len(TEXTS[2])}
    assert war.lengths_of([]) == {}


def test_things_are_told_in_a_few_words(war: Ledger) -> None:
    found = war.words_of(["r1", "c1", "r1.1.s1", "nothing"])
    assert found["r1"] == "Report d0"
    assert found["c1"] == next(iter(war.iter_claims())).proposition
    assert "nothing" not in found


def test_what_each_says_now_of_a_pair(war: Ledger) -> None:
    war.judge_pair("claims", "c1", "c2", "same", who="Ada")
    war.judge_pair("claims", "c2", "c1", "different", who="Ada", why="two acts")
    war.judge_pair("claims", "c1", "c2", "unsure", who="Bo")
    taken = war.judge_pair("copies", "r1", "r3", "same", who="Bo")
    war.undo([taken.id], who="Bo")
    found = [(one.kind, one.verdict, one.who, one.why) for one in war.within().iter_pairs_judged()]
    assert found == [("claims", "different", "Ada", "two acts"), ("claims", "unsure", "Bo", None)]
    assert len(list(war.within(Filter(report="r3")).iter_pairs_judged())) == 2
    assert not list(war.within(Filter(publisher="nobody")).iter_pairs_judged())
