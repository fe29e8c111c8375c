"""Claims in plain sentences: counts in words stay words, and no figure is surer than it was said."""

from __future__ import annotations

from onrecord.record import Claim
from onrecord.record.vocabulary import Modifier
from tests.link.claims.reports import Report
from tests.link.claims.test_claims import claims


def claim_of(words: str, low: float, high: float | None, modifier: Modifier = "exact", noun: str = "") -> Claim:
    report = Report(f"An air strike hit Tellouan on Sunday. The Lindal Committee said that {words} were killed.")
    report.says("Lindal Committee", "said", f"that {words} were killed")
    report.counts(words, low, high, modifier=modifier)
    report.happens("air strike", place="Tellouan", day="2031-05-04")
    found = [claim for claim in claims(report.record()) if claim.kind == "quantity" and noun in claim.proposition]
    assert len(found) == 1
    return found[0]


def test_a_count_in_words_stays_words() -> None:
    claim = claim_of("dozens of villagers", 24, 99, "vague")
    assert claim.proposition == "Dozens of villagers were killed at Tellouan on 4 May 2031."
    assert (claim.slots.quantity, claim.slots.target) == ("dozens killed", "villagers")


def test_a_lower_bound_is_told_as_one() -> None:
    assert claim_of("at least nine people", 9, None, "at_least").proposition.startswith("At least 9 people were killed")
    assert claim_of("more than 300 people", 301, None, "more_than").proposition.startswith("More than 300 people were")


def test_one_was_and_several_were() -> None:
    assert claim_of("one civilian", 1, 1).proposition == "1 civilian was killed at Tellouan on 4 May 2031."
    assert claim_of("nine people", 9, 9).proposition == "9 people were killed at Tellouan on 4 May 2031."
    assert claim_of("one person", 1, 1).proposition == "1 person was killed at Tellouan on 4 May 2031."


def test_an_act_is_what_can_be_carried_out() -> None:
    report = Report("Russian warplanes attacked Tellouan with gas on Sunday, it is said.")
    report.happens("attacked", "chemical_weapon", place="Tellouan", day="2031-05-04")
    sentences = [claim.proposition for claim in claims(report.record()) if claim.kind == "responsibility"]
    assert sentences == ["Russia carried out the chemical attack at Tellouan on 4 May 2031."]
