from __future__ import annotations

from itertools import combinations

import pytest

from onrecord.link.claims import Proposition, claims_of, compare, keys_of, propositions_of
from onrecord.link.likeness import Likeness, PairJudgement
from onrecord.record import Claim, Record
from tests.link.claims.reports import Report

STRIKE = "An air strike hit the grain market of Tellouan on Sunday, residents of the market district say. "


def claims(*records: Record, judged: tuple[PairJudgement, ...] = ()) -> tuple[Claim, ...]:
    propositions = [p for record in records for p in propositions_of(record)]
    return claims_of(propositions, likenesses(propositions), {}, judged)


def likenesses(propositions: list[Proposition]) -> dict[tuple[str, str], Likeness]:
    return {(a.id, b.id): compare(a, b) for a, b in combinations(propositions, 2) if keys_of(a) & keys_of(b)}


def toll(
    publisher: str, source: str, figure: str, number: float, published: str = "2031-05-04", actor: str | None = None
) -> Record:
    report = Report(f"{STRIKE}The {source} said that {figure} people were killed.", publisher, published)
    report.says(source, "said", f"that {figure} people were killed", actor=actor)
    report.counts(f"{figure} people", number, number)
    report.happens("air strike", place="Tellouan", day="2031-05-04")
    return report.record()


def of_kind(found: tuple[Claim, ...], kind: str, word: str = "") -> Claim:
    fitting = [c for c in found if c.kind == kind and word in c.proposition]
    assert len(fitting) == 1, [c.proposition for c in found]
    return fitting[0]


def test_figures_that_do_not_meet_are_contested() -> None:
    claim = of_kind(
        claims(toll("Post", "Lindal Committee", "nine", 9), toll("Echo", "Harbour Union", "ten", 10)), "quantity"
    )
    assert claim.status == "contested"
    assert [(s.source, s.value and s.value.low) for s in claim.stances] == [
        ("Lindal Committee", 9),
        ("Harbour Union", 10),
    ] or {s.source for s in claim.stances} == {"Lindal Committee", "Harbour Union"}
    assert claim.tally is not None
    assert claim.tally.independent == 2


def test_a_later_figure_of_one_source_supersedes() -> None:
    found = claims(
        toll("Post", "Lindal Committee", "nine", 9), toll("Echo", "Lindal Committee", "twelve", 12, "2031-05-05")
    )
    claim = of_kind(found, "quantity")
    assert claim.status != "contested"
    assert {s.value.low: s.superseded for s in claim.stances if s.value} == {9: True, 12: None}


def test_other_days_are_other_claims() -> None:
    late = Report(f"{STRIKE}The Harbour Union said that ten people were killed.", "Echo", "2031-08-20")
    late.says("Harbour Union", "said", "that ten people were killed")
    late.counts("ten people", 10, 10)
    late.happens("air strike", place="Tellouan", day="2031-08-19")
    found = claims(toll("Post", "Lindal Committee", "nine", 9), late.record())
    assert len([c for c in found if c.kind == "quantity"]) == 2


def fifty_dead(publisher: str, town: str, north: float, day: str = "2031-05-04", street: str | None = None) -> Record:
    """The same dead in the same words; the sentence with the figure names a street that no map has, or the town."""
    report = Report(
        f"Car bombs went off in {town} on Sunday. The blasts in {street or town} left fifty people dead.",
        publisher,
        day,
    )
    report.lies(town, north, 36.0)
    if street:
        report.lies(street)
    report.counts("fifty people", 50, 50)
    report.happens("bombs", "remote_explosive", day=day)
    return report.record()


@pytest.mark.parametrize("street", [None, "Mill Street"])
def test_what_was_in_two_towns_corroborates_nothing(street: str | None) -> None:
    apart = claims(fifty_dead("Post", "Tellouan", 34.7), fifty_dead("Echo", "Harrasta", 33.5, street=street))
    assert [c.status for c in apart if c.kind == "quantity"] == ["single_source"] * 2
    beside = claims(fifty_dead("Post", "Tellouan", 34.7), fifty_dead("Echo", "Harrasta", 34.8, street=street))
    assert of_kind(beside, "quantity").status == "corroborated"


def test_days_that_are_far_apart_are_not_joined_by_those_between() -> None:
    days = ["2031-05-04", "2031-05-06", "2031-05-08", "2031-05-10", "2031-05-12"]
    found = claims(*(fifty_dead(f"Outlet {day}", "Tellouan", 34.7, day) for day in days))
    published = {s.document: f for f, c in enumerate(found) for s in c.stances}
    assert len(published) == len(days)
    assert len([c for c in found if c.kind == "quantity"]) > 1


def test_the_outlet_is_no_source_of_what_somebody_is_said_to_have_said() -> None:
    report = Report(
        "Air strikes killed nine people in Tellouan on Sunday. The Lindal Committee said that nine people were killed there."
    )
    report.says("Lindal Committee", "said", "that nine people were killed there")
    report.counts("nine people", 9, 9)
    report.happens("Air strikes", place="Tellouan")
    second = report.text.index("nine people", 30)
    quantity = report.parts["quantities"][0]
    from dataclasses import replace

    from onrecord.record import Span

    report.parts["quantities"].append(replace(quantity, id="q2", span=Span.of(report.text, second, second + 11)))  # type: ignore[type-var]
    found = [p for p in propositions_of(report.record()) if p.kind == "quantity"]
    assert [p.speaker.name for p in found] == ["Lindal Committee"]
    assert len(found[0].spans) == 2


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Russian warplanes bombed the market, the Lindal Committee said.", "asserts"),
        ("The Lindal Committee said that suspected Russian warplanes bombed the market.", "hedges"),
        ("The Lindal Committee said that Russian or Syrian warplanes bombed the market.", "questions"),
        ("The Lindal Committee said it was not clear whether Russian warplanes bombed the market.", "questions"),
    ],
)
def test_who_did_it_is_put_forward_with_its_force(sentence: str, stance: str) -> None:
    report = Report(sentence)
    report.says(
        "Lindal Committee",
        "said",
        next(
            s
            for s in (sentence.split(", the", maxsplit=1)[0], sentence.partition("said ")[2].rstrip("."))
            if s and "Lindal" not in s
        ),
    )
    report.happens("bombed", place=None)
    blamed = [p for p in propositions_of(report.record()) if p.theme == "blame:russia"]
    assert [p.stance for p in blamed] == [stance]


def test_a_denial_meets_the_accusation() -> None:
    accusing = Report(f"{STRIKE}The Lindal Committee blamed Russian warplanes for the attack.", "Post")
    accusing.says("Lindal Committee", "blamed", "Russian warplanes for the attack", act="accuse")
    accusing.happens("air strike", place="Tellouan")
    denying = Report(f"{STRIKE}Moscow denied any involvement in the attack.", "Echo")
    denying.says(
        "Moscow",
        "denied",
        "any involvement in the attack",
        act="deny",
        polarity="negative",
        kind="official",
        actor="russia",
    )
    denying.happens("air strike", place="Tellouan")
    claim = of_kind(claims(accusing.record(), denying.record()), "responsibility", "Russia")
    assert claim.status == "contested"
    assert sorted(s.stance for s in claim.stances) == ["asserts", "denies"]


def test_who_stands_accused_denies_it_in_any_words() -> None:
    report = Report(
        f"{STRIKE}The Lindal Committee accused Belgium of the attack. Brussels denied that its aircraft were in the area on that day."
    )
    report.says("Lindal Committee", "accused", "Belgium of the attack", act="accuse")
    report.says(
        "Brussels", "denied", "that its aircraft were in the area", act="deny", kind="official", actor="belgium"
    )
    report.happens("air strike", place="Tellouan")
    claim = of_kind(claims(report.record()), "responsibility", "Belgium")
    assert claim.status == "contested"


def test_what_is_denied_is_claimed_affirmatively() -> None:
    report = Report("The mayor denied that any guard had been taken prisoner.")
    report.says("mayor", "denied", "that any guard had been taken prisoner", act="deny", kind="official")
    (claim,) = claims(report.record())
    assert (claim.proposition, claim.status) == ("A guard had been taken prisoner.", "denied_only")


def test_the_whole_town_is_the_one_that_was_named() -> None:
    report = Report("The Syrian army left Tellouan on Sunday. ISIS seized the whole town.")
    report.lies("Tellouan")
    held = [p for p in propositions_of(report.record()) if p.kind == "control"]
    assert [(p.slots.actor, p.slots.place, p.stance) for p in held][-1] == ("Islamic State", "Tellouan", "asserts")


def test_one_of_the_dead_is_no_other_account_of_how_many_died() -> None:
    text = f"{STRIKE}The army said that two cooks, a clerk and a driver were killed."
    report = Report(text, "Echo")
    report.says("army", "said", "that two cooks, a clerk and a driver were killed")
    report.counts("two cooks", 2, 2)
    report.counts("a clerk", 1, 1)
    report.counts("a driver", 1, 1)
    report.happens("air strike", place="Tellouan", day="2031-05-04")
    found = claims(toll("Post", "Lindal Committee", "sixteen", 16), report.record())
    assert all(claim.status != "contested" for claim in found)


def test_no_comment_is_no_denial() -> None:
    report = Report(f"{STRIKE}Moscow declined to comment on the attack.")
    report.says("Moscow", "declined", "to comment on the attack", act="decline", kind="official", actor="russia")
    report.happens("air strike", place="Tellouan")
    assert not [p for p in propositions_of(report.record()) if p.stance == "denies"]


def test_none_at_all_denies_that_there_were_any() -> None:
    report = Report("The ministry said that no Russian servicemen died in the attack on Tellouan.")
    report.says("ministry", "said", "that no Russian servicemen died in the attack on Tellouan", kind="official")
    report.counts("no Russian servicemen", 0, 0)
    report.happens("attack", place="Tellouan")
    (claim,) = (c for c in claims(report.record()) if "servicemen" in c.proposition)
    assert (claim.status, claim.proposition.startswith("Russian servicemen")) == ("denied_only", True)


def test_a_beaten_side_is_contested_by_who_says_that_it_is_not_so() -> None:
    text = 'The president says that the Islamic State has been defeated. "He says that ISIS has been defeated, but that is not true," Ravin Tellor answered.'
    report = Report(text)
    report.says("president", "says", "that the Islamic State has been defeated", kind="official")
    outer = report.says(
        "Ravin Tellor", "answered", "He says that ISIS has been defeated, but that is not true", kind="person"
    )
    report.says(
        "He", "says that ISIS".split(maxsplit=1)[0], "that ISIS has been defeated", kind="official", inside=outer
    )
    claim = of_kind(claims(report.record()), "status")
    assert claim.proposition == "Islamic State has been defeated."
    assert {(s.source, s.stance) for s in claim.stances} >= {("president", "asserts"), ("Ravin Tellor", "denies")}


def test_who_holds_a_town_is_one_claim_with_two_sides() -> None:
    one = Report("The Syrian army captured Tellouan on Sunday.", "Post")
    one.lies("Tellouan")
    other = Report("ISIS controls Tellouan, the Lindal Committee said.", "Echo")
    other.lies("Tellouan")
    other.says("Lindal Committee", "said", "ISIS controls Tellouan")
    claim = of_kind(claims(one.record(), other.record()), "control")
    assert claim.status == "contested"
    assert sorted(s.stance for s in claim.stances) == ["asserts", "denies"]


def test_a_person_keeps_two_apart() -> None:
    records = toll("Post", "Lindal Committee", "nine", 9), toll("Echo", "Harbour Union", "ten", 10)
    a, b = (next(p for p in propositions_of(r) if p.kind == "quantity") for r in records)
    judged = PairJudgement(
        "claims", min(a.id, b.id), max(a.id, b.id), "different", "reader", None, "2031-05-06T00:00:00Z"
    )
    assert len([c for c in claims(*records, judged=(judged,)) if c.kind == "quantity"]) == 2


def test_a_source_that_contradicts_itself_contests_nothing() -> None:
    report = Report(
        f"{STRIKE}The Lindal Committee said that nine people were killed. The committee added that twelve people were killed."
    )
    report.says("Lindal Committee", "said", "that nine people were killed")
    report.counts("nine people", 9, 9)
    report.counts("twelve people", 12, 12)
    report.happens("air strike", place="Tellouan")
    assert all(c.status != "contested" or len({s.source for s in c.stances}) > 1 for c in claims(report.record()))


def test_a_report_without_anything_puts_nothing_forward() -> None:
    assert propositions_of(Report("", published=None).record()) == ()
    assert claims() == ()


def test_a_report_without_dates_is_compared_by_what_it_tells() -> None:
    one, other = (
        Report(f"{STRIKE}At least {n} people were killed.", p, None) for n, p in (("nine", "Post"), ("ten", "Echo"))
    )
    for report, number in ((one, 9), (other, 10)):
        report.counts(f"{'nine' if number == 9 else 'ten'} people", number, number)
        report.happens("air strike", place="Tellouan")
    assert all(p.setting.earliest is None for r in (one, other) for p in propositions_of(r.record()))
    assert of_kind(claims(one.record(), other.record()), "quantity").status == "contested"


def test_five_hundred_statements_stay_bounded() -> None:
    text = " ".join(
        f"Speaker{k} Lindal said that the {k} bridges over the river near Tellouan would soon reopen."
        for k in range(500)
    )
    report = Report(text)
    for k in range(500):
        report.says(
            f"Speaker{k} Lindal",
            "said",
            f"that the {k} bridges over the river near Tellouan would soon reopen",
            kind="person",
        )
    found = propositions_of(report.record())
    assert 0 < len(found) <= 60
    assert len({p.id for p in found}) == len(found)


def test_ids_are_the_same_in_every_run() -> None:
    assert [p.id for p in propositions_of(toll("Post", "Lindal Committee", "nine", 9))] == [
        p.id for p in propositions_of(toll("Post", "Lindal Committee", "nine", 9))
    ]


@pytest.mark.parametrize(
    ("sentence", "blamed"),
    [
        ("Russian warplanes bombed the market.", ["blame:russia"]),
        ("Russian forces used chlorine gas in the market district.", ["blame:russia"]),
        ("Nine Russian soldiers had been killed in the attack.", []),
        ("Russia launched its air campaign three years ago.", []),
        ("Activists reported previous raids by Russian warplanes.", []),
        ("BEIRUT Air strikes hit the market.", []),
    ],
)
def test_only_who_struck_now_is_blamed(sentence: str, blamed: list[str]) -> None:
    report = Report(f"An explosion hit Tellouan. {sentence}")
    report.happens("explosion", "remote_explosive", place="Tellouan")
    assert [p.theme for p in propositions_of(report.record()) if p.kind == "responsibility"] == blamed


@pytest.mark.parametrize(
    ("sentence", "struck"),
    [
        ("Jets bombed a medical centre in the town of Tellouan.", ["struck:hospital"]),
        ("One rocket hit the gate of the school.", ["struck:school"]),
        ("Shells hit a village.", ["struck:village"]),
        ("The army targeted fighters but did not mention a school.", []),
    ],
)
def test_what_was_struck_and_not_where(sentence: str, struck: list[str]) -> None:
    report = Report(sentence)
    report.happens(next(w for w in sentence.split() if w in ("bombed", "hit", "targeted")), place=None)
    assert [p.theme for p in propositions_of(report.record()) if p.theme.startswith("struck")] == struck


def test_a_state_and_its_ministry_in_one_report_are_one_voice() -> None:
    report = Report(
        "Russia said that six people were killed. The Russian defence ministry said that six men were killed."
    )
    report.says("Russia", "said", "that six people were killed", kind="official", actor="russia-government")
    report.says(
        "The Russian defence ministry",
        "said",
        "that six men were killed",
        kind="official",
        actor="russia-defence-ministry",
    )
    report.counts("six people", 6, 6)
    report.counts("six men", 6, 6)
    report.happens("killed", place=None)
    found = [p for p in propositions_of(report.record()) if p.kind == "quantity"]
    assert [(p.speaker.key, len(p.spans)) for p in found] == [("actor:russia-defence-ministry", 2)]


def test_what_stands_behind_a_caption_is_not_said_in_it() -> None:
    report = Report(
        "A picture by the Lindal Agency shows a street (file photo) Air strikes killed nine people in Tellouan."
    )
    report.says("the Lindal Agency", "shows", "a street (file photo) Air strikes killed nine people in Tellouan")
    report.counts("nine people", 9, 9)
    report.happens("Air strikes", place="Tellouan")
    assert [p.speaker.narrator for p in propositions_of(report.record()) if p.kind == "quantity"] == [True]
