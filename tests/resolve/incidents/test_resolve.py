"""Mentions of one happening make one incident, two happenings two, with who took part, where, when and how sure the blame is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.record import (
    Argument,
    Chain,
    Document,
    Event,
    Filler,
    Mention,
    Place,
    Quantity,
    Record,
    Span,
    TimeExpression,
)
from onrecord.record.reading import FillerRole
from onrecord.record.vocabulary import EventStatus
from onrecord.resolve.incidents import merge_incidents
from onrecord.resolve.incidents.sameness import same_place


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def event(
    text: str, words: str, kind: str | None, nth: int = 0, status: EventStatus = "happened", **more: object
) -> Event:
    trigger = span(text, words, nth)
    return Event(f"e{trigger.start}", trigger, kind, status=status, **more)  # type: ignore[arg-type]


def filler(text: str, words: str, role: FillerRole, nth: int = 0) -> Filler:
    return Filler(span(text, words, nth), role, 0.9)


def record(text: str, *events: Event, **more: object) -> Record:
    return Record(Document("sha256:0", text), events=events, **more)  # type: ignore[arg-type]


def test_the_attack_that_is_spoken_of_again_is_the_same() -> None:
    text = "A car bomb went off in Tal Asan on Monday. The attack wounded two guards."
    merged = merge_incidents(
        record(text, event(text, "went off", "remote_explosive"), event(text, "attack", "unspecified_violence"))
    )
    (incident,) = merged.incidents
    assert incident.type == "remote_explosive"
    assert incident.stage == "accomplished"
    assert {e.incident for e in merged.events} == {incident.id}


def test_that_an_offensive_began_is_not_the_fighting_that_goes_on() -> None:
    text = "The army launched an operation to take Tal Asan in May. The fighting was hard, and clashes go on near Tal Asan."
    place = Place("p0", "m0", "Tal Asan", geonameid=1, country="SY", precision="settlement")
    merged = merge_incidents(
        record(
            text,
            event(text, "launched an operation", "offensive_begins", place="p0"),
            event(text, "fighting", "armed_clash", place="p0"),
            event(text, "clashes", "armed_clash", status="ongoing", place="p0"),
            places=(place,),
        )
    )
    assert [(incident.type, len(incident.events)) for incident in merged.incidents] == [
        ("offensive_begins", 1),
        ("armed_clash", 2),
    ]


def by(chain: str, text: str, words: str) -> tuple[Argument, ...]:
    return (Argument("actor", chain, (span(text, words),)),)


def test_attacks_by_two_sides_stay_two_unless_it_is_the_attack_that_is_spoken_of() -> None:
    text = "The army shelled the hills. Days went by. Rebels shelled the camp. The shelling went on."
    told = [
        event(text, "shelled", "shelling", arguments=by("c1", text, "army")),
        event(text, "shelled", "shelling", 1, arguments=by("c2", text, "Rebels")),
        event(text, "shelling", "shelling"),
    ]
    merged = merge_incidents(record(text, *told))
    assert [len(incident.events) for incident in merged.incidents] == [1, 2]


def test_another_named_place_that_nothing_joins_is_rather_another_happening() -> None:
    text = "Shells fell on Tal Asan. It rained. Nobody spoke. Shells fell on Bir Hadi."
    places = (
        Place("p0", "m0", "Tal Asan", geonameid=1, country="SY", precision="settlement"),
        Place("p1", "m1", "Bir Hadi", precision="none"),
    )
    told = [event(text, "fell", "shelling", nth, place=f"p{nth}") for nth in range(2)]
    assert len(merge_incidents(record(text, *told, places=places)).incidents) == 2


def test_a_city_that_is_called_like_its_province_does_not_hold_the_villages() -> None:
    village = Place("p0", "m0", "Bir Hadi", geonameid=1, country="SY", admin1="Arda", precision="settlement")
    city = Place("p1", "m1", "Arda", geonameid=2, country="SY", admin1="Arda", precision="settlement")
    assert same_place(village, city) is None
    assert same_place(village, replace(city, precision="province")) is True


def test_an_article_does_not_point_back_over_half_a_report() -> None:
    text = "A clash broke out near the mill. " + "The council met. " * 14 + "The battle will be remembered."
    told = [event(text, "clash", "armed_clash"), event(text, "battle", "armed_clash")]
    assert len(merge_incidents(record(text, *told)).incidents) == 2


@pytest.mark.parametrize("words", ["operation", "offensive"])
def test_the_offensive_that_is_spoken_of_again_is_the_one_that_began(words: str) -> None:
    text = f"The army launched an {words} on Tal Asan. The {words} left forty dead. A clash broke out in Bir Hadi."
    merged = merge_incidents(
        record(
            text,
            event(text, f"launched an {words}", "offensive_begins"),
            event(text, words, "armed_clash", 1),
            event(text, "clash", "armed_clash"),
        )
    )
    assert [(incident.type, len(incident.events)) for incident in merged.incidents] == [
        ("offensive_begins", 2),
        ("armed_clash", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rockets hit Tal Asan. Meanwhile, another rocket hit Bir Hadi.",
        "Rockets hit Tal Asan. A rocket also hit Bir Hadi.",
    ],
)
def test_two_attacks_stay_two(text: str) -> None:
    places = tuple(
        Place(f"p{k}", f"m{k}", name, latitude=1.0, longitude=1.0, geonameid=k, country="SY", precision="settlement")
        for k, name in enumerate(("Tal Asan", "Bir Hadi"))
    )
    told = [event(text, "hit", "shelling", nth, place=f"p{nth}") for nth in range(2)]
    merged = merge_incidents(record(text, *told, places=places))
    assert [incident.place for incident in merged.incidents] == ["p0", "p1"]


def test_other_days_are_other_happenings() -> None:
    text = "Gunmen attacked the mill on Monday. Gunmen attacked the mill on Friday."
    days = tuple(
        TimeExpression(f"t{k}", span(text, word), "DATE", day, day, day, "day")
        for k, (word, day) in enumerate((("Monday", "2021-03-01"), ("Friday", "2021-03-05")))
    )
    told = [event(text, "attacked", "attack", nth, time=f"t{nth}") for nth in range(2)]
    assert len(merge_incidents(record(text, *told, times=days)).incidents) == 2


def test_what_is_only_demanded_or_denied_is_no_incident_and_a_threat_says_so() -> None:
    text = "They threatened to shell the port. He demanded a strike. They denied the raid."
    merged = merge_incidents(
        record(
            text,
            event(text, "shell", "shelling", status="threatened"),
            event(text, "strike", "air_strike", status="demanded"),
            event(text, "raid", "attack", status="denied"),
        )
    )
    assert [incident.stage for incident in merged.incidents] == ["threatened"]


def test_several_earlier_attacks_are_no_incident() -> None:
    text = "The group was blamed for several earlier attacks."
    assert not merge_incidents(record(text, event(text, "attacks", "attack"))).incidents


def test_fillers_go_to_the_incident_that_is_told_of_beside_them() -> None:
    text = (
        "Members of the River Front kidnapped a teacher in Tal Asan. In Bir Hadi, another group bombed a bank with dynamite. "
        "The teacher is still missing."
    )
    fillers = [
        filler(text, "River Front", "perpetrator_organisation"),
        filler(text, "teacher", "victim"),
        filler(text, "bank", "target"),
        filler(text, "dynamite", "weapon"),
        filler(text, "teacher", "victim", 1),
    ]
    merged = merge_incidents(
        record(text, event(text, "kidnapped", "abduction"), event(text, "bombed", "remote_explosive")), fillers
    )
    kidnapping, bombing = merged.incidents
    (front,) = kidnapping.perpetrators
    assert (front.kind, front.blame, front.spans[0].text) == ("organisation", "fact", "River Front")
    assert [victim.spans[0].text for victim in kidnapping.victims] == ["teacher"]
    assert [target.spans[0].text for target in bombing.targets] == ["bank"]
    assert [weapon.spans[0].text for weapon in bombing.instruments] == ["dynamite"]
    assert kidnapping.victims[0].extra["confidence"] == 0.9


def test_words_of_one_chain_are_one_participant() -> None:
    text = "Colonel Abdi Noor was shot by rebels. Noor, 51, died."
    names = [span(text, "Abdi Noor"), span(text, "Noor", 1)]
    mentions = tuple(Mention(f"m{k}", name, "person", "name", "c0") for k, name in enumerate(names))
    chain = Chain("c0", "person", "Abdi Noor", ("m0", "m1"))
    merged = merge_incidents(
        record(text, event(text, "shot", "attack"), mentions=mentions, chains=(chain,)),
        [Filler(name, "victim", 0.8) for name in names],
    )
    (victim,) = merged.incidents[0].victims
    assert victim.chain == "c0"
    assert [s.text for s in victim.spans] == ["Abdi Noor", "Noor"]


def test_participants_that_no_event_tells_of_still_make_an_incident() -> None:
    text = "Who is behind the end of the mayor?"
    (incident,) = merge_incidents(record(text), [filler(text, "mayor", "victim")]).incidents
    assert incident.events == ()
    assert incident.type == "unspecified_violence"


def test_a_killing_of_unknown_kind_counts_where_its_victim_is_marked() -> None:
    text = "The judge was murdered."
    plain = record(text, event(text, "murdered", None))
    assert not merge_incidents(plain).incidents
    (incident,) = merge_incidents(plain, [filler(text, "judge", "victim")]).incidents
    assert incident.events == (plain.events[0].id,)


def test_the_toll_is_that_of_its_quantities() -> None:
    text = "A shell killed three people."
    three = Quantity("q0", span(text, "three"), 3, 3, "exact", "persons", "killed")
    (incident,) = merge_incidents(
        record(text, event(text, "killed", "shelling", quantities=("q0",)), quantities=(three,))
    ).incidents
    assert incident.toll is not None
    assert incident.toll.killed is not None
    assert (incident.toll.killed.low, incident.toll.killed.high) == (3, 3)


def test_items_of_a_list_are_other_happenings_even_on_one_day() -> None:
    text = "Of the week:\n3 May: Gunmen attacked the mill.\n3 May: Gunmen attacked a shop.\n- Gunmen attacked a van."
    told = [event(text, "attacked", "attack", nth) for nth in range(3)]
    assert len(merge_incidents(record(text, *told)).incidents) == 3
    assert len(merge_incidents(record(text.replace("\n", " "), *told)).incidents) == 1


def test_two_ways_of_violence_side_by_side_are_two() -> None:
    text = "Gunmen attacked the mill, and bombs from the air fell."
    told = [event(text, "attacked", "armed_clash"), event(text, "fell", "shelling")]
    assert len(merge_incidents(record(text, *told)).incidents) == 2


def test_a_mention_far_off_that_nothing_ties_is_another_happening() -> None:
    text = "Shells hit a mill." + " It rained." * 7 + " Shells hit a shop."
    told = [event(text, "hit", "shelling", nth) for nth in range(2)]
    assert len(merge_incidents(record(text, *told)).incidents) == 2


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("three farmers", "two farmers", 2), ("Northern Union Army", "NUA", 1)],
)
def test_initials_are_those_of_names(one: str, other: str, number: int) -> None:
    text = f"Shells hit {one} and {other}."
    fillers = [filler(text, words, "victim") for words in (one, other)]
    (incident,) = merge_incidents(record(text, event(text, "hit", "shelling")), fillers).incidents
    assert len(incident.victims) == number
