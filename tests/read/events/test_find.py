"""Events in sentences written for these tests: what is one, of what type, whether it happened, and who says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.ontology import load_ontology
from onrecord.read.events import find_events
from onrecord.read.events.lexicon import lexicon
from onrecord.record import Content, Event, Mention, Source, Span, Statement
from onrecord.record.vocabulary import SpeechAct

WAR = (
    " Rebels and soldiers have fought over the province, and dozens of fighters and civilians were killed by shelling."
)


def found(text: str, *statements: Statement, names: dict[str, str] | None = None) -> tuple[Event, ...]:
    mentions = [
        Mention(f"m{k}", span(text, name), kind, "name")  # type: ignore[arg-type]
        for k, (name, kind) in enumerate((names or {}).items())
    ]
    return find_events(text, statements, mentions)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def said(text: str, words: str, act: SpeechAct = "state", sid: str = "s1", inside: str | None = None) -> Statement:
    return Statement(sid, "indirect", None, None, Content((span(text, words),)), inside=inside, speech_act=act)


def only(text: str, *statements: Statement, trigger: str | None = None, names: dict[str, str] | None = None) -> Event:
    events = found(text, *statements, names=names)
    if trigger is not None:
        events = tuple(e for e in events if e.trigger is not None and e.trigger.text == trigger)
    assert len(events) == 1, [(e.trigger and e.trigger.text, e.type) for e in events]
    return events[0]


@pytest.mark.parametrize(
    ("text", "type_id"),
    [
        ("Government warplanes carried out an air strike on the market.", "air_strike"),
        ("A drone attacked a convoy of soldiers near the bridge.", "air_strike"),
        ("Rebels attacked the barracks with rockets.", "shelling"),
        ("Militants struck the base with mortars at dawn.", "shelling"),
        ("A suicide attacker blew himself up outside the barracks.", "suicide_bomb"),
        ("A car bomb exploded near the checkpoint, wounding soldiers.", "remote_explosive"),
        ("A soldier stepped on a landmine.", "remote_explosive"),
        ("Gunmen hurled a grenade at the patrol post.", "grenade"),
        ("Army helicopters dropped barrels of chlorine on the town.", "chemical_weapon"),
        ("Soldiers clashed with insurgents for hours.", "armed_clash"),
        ("The army recaptured the town from the rebels.", "government_regains_territory"),
        ("The Taliban seized control of the district.", "non_state_actor_overtakes_territory"),
        ("Militants kidnapped three aid workers.", "abduction"),
        ("Gunmen raped women who had fled the village.", "sexual_violence"),
        ("Police fired tear gas at protesters outside the palace.", "protest_with_intervention"),
        ("Thousands marched through the streets.", "peaceful_protest"),
        ("Protesters hurled stones at police.", "violent_demonstration"),
        ("Soldiers arrested four activists.", "arrests"),
        ("The rebels released two hostages.", "release"),
        ("The troops withdrew from the frontline.", "withdrawal"),
        ("Both sides signed a peace deal.", "agreement"),
        ("A ceasefire came into force between the army and the rebels.", "ceasefire"),
        ("The army found a mass grave.", "mass_grave_found"),
        ("Security forces seized rifles and ammunition.", "disrupted_weapons_use"),
        ("Air defences intercepted two missiles.", "disrupted_weapons_use"),
        ("The council imposed sanctions on the general.", "sanctions"),
        ("Thousands of families fled their homes because of the fighting.", "displacement"),
        ("Rebels besieged the town for a year.", "siege"),
        ("The minister resigned.", "resignation"),
    ],
)
def test_the_words_tell_the_type(text: str, type_id: str) -> None:
    assert type_id in [event.type for event in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The striker shot on goal and the visitors attacked the defence until the final whistle of the league match.",
        "The supermarkets fought a price war, and shares in the chain hit a record.",
        "The film bombed at the box office although it captured the mood of a generation.",
        "The minister came under fire from critics over the budget.",
        "She died of a heart attack after a long battle with cancer.",
        "Train drivers went into the second day of their strike over wages.",
        "The team captured the title and destroyed its rivals in the battle for the championship.",
    ],
)
def test_war_words_in_peace_are_no_violence(text: str) -> None:
    about = (
        text
        + " The evening was warm, the crowd was large, and everybody went home late after a long and happy day in the old town."
        * 3
    )
    violent = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots")
    assert [e.type for e in found(about) if e.acled and e.acled.event_type in violent and e.status == "happened"] == []


@pytest.mark.parametrize(
    "text",
    [
        "They lead an alliance fighting for a secular state." + WAR,
        "To the army's soldiers it is a generational battle." + WAR,
    ],
)
def test_what_a_side_stands_for_is_no_fight(text: str) -> None:
    assert not [e for e in found(text) if e.trigger and e.trigger.end < text.index(".")]


def test_a_description_is_no_event() -> None:
    assert [
        e.type for e in found("Aid reached the liberated areas." + WAR) if e.trigger and e.trigger.text == "liberated"
    ] == []


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Rebels attacked the base.", "attacked", "happened"),
        ("The army is bombing the town.", "bombing", "ongoing"),
        ("Clashes between rebels and soldiers are still raging.", "Clashes", "ongoing"),
        ("Rebels tried to storm the base.", "storm", "attempted"),
        ("The army will attack the rebels.", "attack", "planned"),
        ("The army plans to launch an offensive against the rebels.", "launch an offensive", "planned"),
        ("The general threatened to bomb the rebels.", "bomb", "threatened"),
        ("The envoy called for the withdrawal of all troops.", "withdrawal", "demanded"),
        ("If rebels attack the base, the road is lost.", "attack", "hypothetical"),
        ("Soldiers guarded the road for fear of an ambush by rebels.", "ambush", "hypothetical"),
        ("The rebels could attack the base.", "attack", "hypothetical"),
        ("The army did not attack the rebels.", "attack", "denied"),
        ("Inspectors looked at the alleged chemical attack.", "chemical attack", "claimed"),
        ("He accused the army of bombing the rebels.", "bombing", "claimed"),
    ],
)
def test_the_words_around_it_tell_whether_it_happened(text: str, trigger: str, status: str) -> None:
    event = only(text + WAR, trigger=trigger)
    assert event.status == status
    assert event.polarity == ("negative" if status == "denied" else "positive")


def test_an_event_is_told_by_the_innermost_statement_around_it() -> None:
    text = "The monitor said residents reported that rebels attacked the base."
    outer = said(text, "residents reported that rebels attacked the base")
    inner = said(text, "rebels attacked the base", sid="s2", inside="s1")
    assert only(text, outer, inner, trigger="attacked").asserted_by == ("s2",)
    assert only(text, trigger="attacked").asserted_by == ("narrator",)


def test_what_a_denial_holds_is_denied() -> None:
    text = "The army denied that its warplanes had bombed the hospital."
    event = only(text, said(text, "its warplanes had bombed the hospital", "deny"), trigger="bombed")
    assert (event.status, event.polarity, event.asserted_by) == ("denied", "negative", ("s1",))


def test_a_denial_tells_of_nothing_that_it_takes_for_granted() -> None:
    content = "its warplanes or those of any of its allies had been over the road on the evening of the incident, in which 18 trucks were destroyed by missiles"
    text = f"A spokesman said the army denied that {content}."
    outer = said(text, f"the army denied that {content}")
    event = only(text, outer, said(text, content, "deny", sid="s2", inside="s1"), trigger="destroyed")
    assert (event.status, event.asserted_by) == ("happened", ("s1",))


def test_the_word_of_a_denial_is_not_taken_for_a_second_one() -> None:
    text = "The deputies rejected the peace deal with the rebels."
    event = only(text, said(text, "the peace deal with the rebels", "deny"), trigger="peace deal")
    assert event.status == "denied"


def test_a_negation_in_what_is_added_to_a_denial_is_no_second_one() -> None:
    content = "the army had been anywhere near the town on that evening or on any of the days before it, adding that it has not bombed a town"
    text = f"A source denied that {content}." + WAR
    assert only(text, said(text, content, "deny"), trigger="bombed").status == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "The president vetoed a bill on the war.",
        "Lawmakers opposed the amendment that the government wanted.",
        "The president signed a bill on veterans into law.",
        "The president vetoed the measure, which would have sent arms to the rebels.",
        "The presidential veto was the first of his term, the government said.",
    ],
)
def test_making_laws_is_no_event_of_a_conflict(text: str) -> None:
    assert not [event for event in found(text) if event.type in ("negotiation_refused", "agreement")]


def test_a_veto_of_the_council_is_a_refusal() -> None:
    event = only("One government vetoed a Security Council resolution on the truce.", trigger="vetoed")
    assert event.type == "negotiation_refused"


def test_what_may_have_been_is_less_certain() -> None:
    assert only("Rebels probably attacked the base." + WAR, trigger="attacked").certainty == "probable"


def test_the_word_for_the_act_goes_before_the_word_for_the_harm() -> None:
    event = only("An air strike on the village killed five people and wounded ten.")
    assert event.trigger is not None
    assert event.trigger.text == "air strike"
    assert [other["text"] for other in event.extra["other_triggers"]] == ["killed", "wounded"]  # type: ignore[attr-defined]


def test_two_voices_tell_two_events() -> None:
    text = "The army shelled the town while the rebels said soldiers had shelled the camp."
    events = found(text, said(text, "soldiers had shelled the camp"))
    assert [event.asserted_by for event in events if event.type == "shelling"] == [("narrator",), ("s1",)]


def test_the_attack_is_what_was_told_before() -> None:
    events = found("A car bomb exploded near the base, killing soldiers. The attack was the worst in years.")
    assert [event.type for event in events] == ["remote_explosive", "remote_explosive"]


def test_what_a_war_cost_is_no_event_of_its_own_type() -> None:
    assert only("The war has killed thousands of soldiers and rebels.").type is None


def test_an_earlier_year_is_background() -> None:
    event = only("Rebels seized the town in 2014." + WAR, trigger="seized")
    assert event.extra["background"] is True


def test_what_has_come_to_thousands_since_then_is_background() -> None:
    text = "The war began with protests. Since then, thousands have been killed by soldiers."
    assert only(text, trigger="killed").extra.get("background") is True


def test_arguments_have_their_words() -> None:
    event = only("Three soldiers were wounded by rebels.", trigger="wounded")
    assert {(a.role, a.spans[0].text) for a in event.arguments} == {("victim", "Three soldiers"), ("actor", "rebels")}
    event = only("Rebels attacked the barracks with rockets.", trigger="attacked")
    roles = {(a.role, a.spans[0].text) for a in event.arguments}
    assert roles == {("actor", "Rebels"), ("target", "the barracks"), ("instrument", "rockets")}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels continued the bombardment of the hospital.", "bombardment", ("target", "the hospital")),
        ("The bombardment of Arda by rebels went on.", "bombardment", ("target", "Arda")),
        ("The offensive of the rebels began.", "offensive", ("actor", "the rebels")),
        ("The army denied bombing the rebels.", "bombing", ("actor", "The army")),
        ("The ministry denied its warplanes had bombed the rebels.", "bombed", ("actor", "its warplanes")),
        ("Strikes by the coalition hit Arda, said rebels.", "Strikes", ("actor", "the coalition")),
        ("Rebel casualties were high.", "casualties", ("victim", "Rebel")),
        ("Villagers accused the army on Monday of bombing the school.", "bombing", ("actor", "the army")),
        ("The army was accused of bombing the school.", "bombing", ("actor", "The army")),
        ("Rebels blamed the army, which holds the hill, for the raid on the mill.", "raid", ("actor", "the army")),
        ("Two soldiers were charged with the murder of the teacher.", "murder", ("actor", "Two soldiers")),
        ("The general ordered soldiers to attack the rebels.", "attack", ("actor", "soldiers")),
        ("The raid on the mill was blamed on the rebels.", "raid", ("actor", "the rebels")),
        ("Two raids were claimed by the rebels.", "raids", ("actor", "the rebels")),
        ("Villagers say they repelled an attack of the rebels.", "repelled", ("actor", "they")),
        ("Thousands of families fled the fighting between rebels and soldiers.", "fled", ("victim", "Thousands of families")),
    ],
)  # fmt: skip
def test_who_did_it_and_to_whom(text: str, trigger: str, expected: tuple[str, str]) -> None:
    names = {"Arda": "location"} if "Arda" in text else {}
    event = only(text + WAR, trigger=trigger, names=names)
    assert expected in {(a.role, a.spans[0].text) for a in event.arguments}
    assert len([a for a in event.arguments if a.spans[0].text == expected[1]]) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "wrong"),
    [
        ("The attack on the rebels was confirmed by the general.", "attack", "the general"),
        ("Rebels attacked on Monday evening.", "attacked", "evening"),
        ("The coalition said air strikes hit the town.", "air strikes", "coalition"),
        ("The army last month attacked the rebels.", "attacked", "The army last month"),
        ("Two states vetoed a draft that condemned the rebels.", "condemned", "Two states vetoed a draft"),
        (
            "Soldiers have pushed the rebels from the hill in an offensive.",
            "offensive",
            "pushed the rebels from the hill",
        ),
        ("Villagers say they repelled the rebels.", "repelled", "Villagers say"),
        ("Villagers accused the army of shelling the school.", "shelling", "Villagers"),
        ("The general ordered soldiers to attack the rebels.", "attack", "The general"),
        ("Rebels attacked adding that they would stay.", "attacked", "adding that they"),
    ],
)
def test_what_takes_no_part_is_no_argument(text: str, trigger: str, wrong: str) -> None:
    event = only(text, trigger=trigger)
    assert wrong not in {span.text for a in event.arguments for span in a.spans}


def test_a_number_behind_over_is_an_object() -> None:
    event = only("The army killed over 40 fighters.", trigger="killed")
    assert {(a.role, a.spans[0].text) for a in event.arguments} == {("actor", "The army"), ("target", "40 fighters")}


def test_whoever_kills_on_his_own_does_not_finish_what_was_told_before() -> None:
    text = "The army shelled a market, killing soldiers. Gunmen killed two farmers."
    assert [e.type for e in found(text)] == ["shelling", "attack"]


def test_every_act_of_a_sentence_has_its_light_verb() -> None:
    text = "After airstrikes, the army launched an attack on the rebels."
    others = [o["text"] for e in found(text) for o in e.extra.get("other_triggers", ())]  # type: ignore[attr-defined]
    assert "launched" in others


def test_what_a_report_has_corrected_is_only_claimed() -> None:
    text = "An earlier version of this report said that rebels attacked the base."
    source = Source((span(text, "An earlier version of this report"),), None, None, None)
    statement = replace(said(text, "that rebels attacked the base"), source=source)
    event = only(text, statement, trigger="attacked")
    assert (event.status, event.certainty) == ("claimed", "unspecified")


def test_a_report_that_is_withdrawn_is_no_withdrawal_of_troops() -> None:
    assert not [e for e in found("The army withdrew its report on the rebels.") if e.type == "withdrawal"]


def test_a_judge_has_the_last_word() -> None:
    assert find_events("Rebels attacked the base.", (), (), judge=lambda _, __: None) == ()


def test_spans_are_those_of_the_text_and_ids_differ() -> None:
    text = (
        "Rebels attacked the base. Soldiers fired rockets at the hill, and shelling killed two men near the mosque."
        + WAR
    )
    events = found(text)
    assert all(e.trigger and text[e.trigger.start : e.trigger.end] == e.trigger.text for e in events)
    assert all(text[s.start : s.end] == s.text for e in events for a in e.arguments for s in a.spans)
    assert len({event.id for event in events}) == len(events) > 2


def test_a_group_that_is_called_a_state_can_act() -> None:
    event = only(
        "Islamic State has retaken Susah." + WAR,
        trigger="retaken",
        names={"Islamic State": "location", "Susah": "location"},
    )
    assert [(a.role, a.spans[0].text) for a in event.arguments] == [("actor", "Islamic State"), ("target", "Susah")]


def test_text_in_capitals_is_read_alike() -> None:
    text = "REBELS ATTACKED THE BARRACKS WITH ROCKETS."
    assert [event.type for event in found(text)] == [event.type for event in found(text.lower())] == ["shelling"]


def test_nothing_is_found_where_nothing_is_told() -> None:
    assert found("") == found("The orchard blossomed early.") == ()


def test_the_lexicon_names_only_types_that_the_ontology_has() -> None:
    types = load_ontology().types
    acts = {pattern.act.type for patterns in lexicon().patterns.values() for pattern in patterns}
    assert {t for t in acts if t is not None} <= types.keys()
    assert {kind.type for kind in lexicon().kinds} | {row[0] for row in lexicon().demonstrations} <= types.keys()
