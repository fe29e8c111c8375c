"""Who speaks, so that the same one is known again in another report."""

from __future__ import annotations

import pytest

from onrecord.link.sources import Speaker, speaker_of, speakers_in
from onrecord.record import Mention, Place, Record, Statement
from onrecord.record.vocabulary import SourceType
from tests.link.sources.reports import chain, report, said, span


def only(record: Record) -> Speaker:
    return speaker_of(record, record.statements[0])


def told(source: str, type: SourceType = "official", country: str | None = None) -> Speaker:  # noqa: A002
    text = f"{source} said that the bridge had fallen."
    return only(report(text, said(text, source, "said", "the bridge had fallen", type=type), country=country))


def test_the_outlets_own_voice() -> None:
    own = speaker_of(report("The bridge fell."), None)
    assert (own.key, own.narrator, own.party) == ("narrator:evening star", True, None)
    state = speaker_of(report("The bridge fell.", publisher="sana.sy"), None)
    assert (state.key, state.organisation, state.party) == ("narrator:sana", "actor:sana", "actor:syria-government")
    group = speaker_of(report("The bridge fell.", publisher="Al Masirah"), None)
    assert (group.key, group.organisation, group.party) == ("narrator:al-masirah", "actor:houthis", "actor:houthis")
    assert speaker_of(report("The bridge fell.", publisher="Reuters"), None).party is None
    assert speaker_of(report("The bridge fell.", publisher=None), None).key == "narrator:sha256:d"


def test_a_holder_of_an_office_is_one_however_he_is_called() -> None:
    text = "President Donald Trump said the war was won. The US president added that all was well."
    trump = chain("t", "person", "Donald Trump", "donald-trump")
    record = report(
        text,
        said(text, "President Donald Trump", "said", "the war was won", type="official", chain="t", key="s1"),
        said(text, "The US president", "added", "all was well", type="official", chain="t", key="s2"),
        chains=[trump],
    )
    spoken = speakers_in(record)
    assert spoken["s1"] == spoken["s2"]
    assert spoken["s1"][0].key == "actor:donald-trump"
    assert spoken["s1"][0].organisation == spoken["s1"][0].party == "actor:united-states-government"


@pytest.mark.parametrize(
    ("source", "organisation", "party"),
    [
        ("US officials", "united-states-government", "united-states-government"),
        ("A Pentagon spokesman", "united-states-defence-ministry", "united-states-government"),
        ("Officials of the Ukrainian General Staff", "ukraine-armed-forces", "ukraine-government"),
        ("A spokesman for the Rapid Support Forces", "rapid-support-forces", "rapid-support-forces"),
        ("An official of the Syrian Observatory for Human Rights", "sohr", None),
        ("Syrias army spokesman", "syria-armed-forces", "syria-government"),
        ("The French foreign minister", "france-foreign-ministry", "france-government"),
        ("A commander of the Arakan Army", "arakan-army", "arakan-army"),
        ("The group's Amaq agency", "islamic-state", "islamic-state"),
        ("The Colombian army's commander", "colombia-armed-forces", "colombia-government"),
    ],
)
def test_who_stands_behind_somebody(source: str, organisation: str, party: str | None) -> None:
    speaker = told(source)
    assert speaker.key.startswith("unnamed:sha256:d:") or speaker.key.startswith("actor:")
    assert (speaker.body, speaker.party) == (f"actor:{organisation}", f"actor:{party}" if party else None)
    assert not speaker.unnamed


@pytest.mark.parametrize(
    "source",
    ["A resident", "Activists in the town", "A rebel military source", "A man who had fled from the Islamic State"],
)
def test_a_description_alone_is_known_within_its_report_only(source: str) -> None:
    speaker = told(source, "unnamed_person", "SY")
    assert speaker.key.startswith("unnamed:sha256:d:")
    assert (speaker.unnamed, speaker.organisation, speaker.party) == (True, None, None)


def test_what_is_the_states_by_the_country_of_the_report() -> None:
    assert told("A military source", "unnamed_person", "ML").organisation == "actor:mali-armed-forces"
    assert told("State television", "media", "SY").key == "actor:syria-state-television"
    assert told("State television", "media").unnamed
    assert told("Syria's state news agency", "media").key == "actor:sana"


def test_a_capital_speaks_as_its_government() -> None:
    text = "Khartoum said that the bridge had fallen."
    record = report(
        text,
        said(text, "Khartoum", "said", "the bridge had fallen", type="official", chain="k"),
        chains=[chain("k", "location", "Khartoum")],
    )
    assert only(record).key == "actor:sudan-government"


def test_a_named_person_is_the_same_in_another_spelling_and_a_surname_is_not() -> None:
    def named(name: str) -> Speaker:
        text = f"{name}, a farmer, said that the bridge had fallen."
        statement = said(text, name, "said", "the bridge had fallen", chain="c")
        return only(report(text, statement, chains=[chain("c", "person", name)]))

    assert named("Lezgin Avrasor").key == named("Lezgin Avrasour").key == "name:lizgin avrasur"
    assert named("Avrasor").key == "name:avrasur@sha256:d"
    assert named("Abu Omar").key == "name:abu umar@sha256:d"
    assert not named("Avrasor").unnamed


def test_a_named_spokesman_speaks_for_his_body_throughout() -> None:
    text = "Anna Tamm, a spokeswoman for the Syrian Democratic Forces, said the town was free. Tamm added that mines were left."
    record = report(
        text,
        said(
            text,
            "Anna Tamm, a spokeswoman for the Syrian Democratic Forces",
            "said",
            "the town was free",
            chain="c",
            key="s1",
        ),
        said(text, "Tamm added"[:4], "added", "mines were left", chain="c", key="s2"),
        chains=[chain("c", "person", "Anna Tamm")],
    )
    spoken = speakers_in(record)
    assert spoken["s1"] == spoken["s2"]
    assert spoken["s1"][0].organisation == "actor:syrian-democratic-forces"


def test_a_governor_is_one_named_or_not() -> None:
    def governor(words: str, name: str | None) -> Speaker:
        text = f"{words} said that the bridge had fallen."
        homs = Mention("m", span(text, "Homs"), "location", "name")
        place = Place("p", "m", "Homs", country="SY")
        statement = said(text, words, "said", "the bridge had fallen", type="official", chain="c")
        return only(report(text, statement, chains=[chain("c", "person", name)], mentions=[homs], places=[place]))

    named, unnamed = governor("Homs Governor Adam Tell", "Adam Tell"), governor("The governor of Homs", None)
    assert named.key != unnamed.key
    assert named.organisation == unnamed.organisation == "office:governor of homs"
    assert named.party == unnamed.party == "actor:syria-government"


def test_an_armed_organisation_that_nobody_knows_is_a_party() -> None:
    def organisation(words: str, name: str) -> Speaker:
        text = f"{words} said that the bridge had fallen."
        statement = said(text, words, "said", "the bridge had fallen", type="organisation", chain="c")
        return only(report(text, statement, chains=[chain("c", "organisation", name)]))

    assert organisation("The rebel River Guard", "River Guard").party == "name:river guard"
    assert organisation("The charity Lantern Relief", "Lantern Relief").party is None


def test_the_innermost_speaks_and_i_is_who_is_quoted() -> None:
    text = "The ministry said the army denies it. He said I think so."
    ministry = said(text, "The ministry", "said", "the army denies it", type="official", key="outer")
    army = said(text, "the army", "denies", "it", type="official", inside="outer", key="inner")
    he = said(text, "He", "said", "I think so", chain="c", key="he")
    own = said(text, "I", "think", "so", inside="he", key="own")
    spoken = speakers_in(
        report(text, ministry, army, he, own, chains=[chain("c", "person", "Adam Tell")], country="SY")
    )
    assert spoken["inner"][0].key != spoken["outer"][0].key
    assert spoken["own"] == spoken["he"]


def test_statements_within_each_other_in_a_circle_end() -> None:
    text = "I said we said so."
    one = said(text, "I", "said", "we said so", inside="b", key="a")
    other = said(text, "we", "said", "so", inside="a", key="b")
    assert set(speakers_in(report(text, one, other))) == {"a", "b", "narrator"}


def test_an_outlet_cites() -> None:
    text = "Reuters, citing SANA, said that the bridge had fallen."
    record = report(text, said(text, "Reuters", "said", "the bridge had fallen", type="media"))
    assert only(record).cites == ("actor:sana",)
    text = "A resident told Reuters that the bridge had fallen."
    record = report(text, said(text, "A resident", "told", "the bridge had fallen"))
    assert only(record).cites == ("actor:reuters",)


def test_an_outlet_has_it_from_whom_it_quotes() -> None:
    text = "SANA reported that the Syrian army said the bridge had fallen."
    outer = said(text, "SANA", "reported", "the Syrian army said the bridge had fallen", type="media", key="o")
    inner = said(text, "the Syrian army", "said", "the bridge had fallen", type="official", inside="o", key="i")
    spoken = speakers_in(report(text, outer, inner))
    assert spoken["o"][0].cites == ("actor:syria-armed-forces",)
    assert spoken["i"][0].cites == ()


def test_whom_a_groups_outlet_quotes_without_a_name_is_no_second_source() -> None:
    text = "Activists said that the bridge had fallen."
    statement = said(text, "Activists", "said", "the bridge had fallen", type="unnamed_group")
    spoken = speakers_in(report(text, statement, publisher="etilaf.org"))
    assert spoken["narrator"][0].cites == (spoken["s"][0].key,)
    assert speakers_in(report(text, statement, publisher="Reuters"))["narrator"][0].cites == ()


def test_two_bodies_that_say_it_together_are_two() -> None:
    text = "The United Nations and the Syrian Observatory said that the bridge had fallen."
    words = "The United Nations and the Syrian Observatory"
    spoken = speakers_in(report(text, said(text, words, "said", "the bridge had fallen", type="organisation")))
    assert [speaker.key for speaker in spoken["s"]] == ["actor:united-nations", "actor:sohr"]


def test_a_source_that_was_not_found_but_is_named_by_its_cue() -> None:
    text = "According to Reuters the bridge had fallen."
    statement: Statement = said(text, None, "According to Reuters", "the bridge had fallen")
    assert only(report(text, statement)).key == "actor:reuters"
    text = "It is said that the bridge had fallen."
    nobody = only(report(text, said(text, None, "said", "the bridge had fallen")))
    assert (nobody.key, nobody.unnamed) == ("unnamed:sha256:d:s", True)


def test_the_statement_is_its_issuers() -> None:
    text = "The Malian army denied the raid. The statement said that nobody had died."
    record = report(
        text,
        said(text, "The Malian army", "denied", "the raid", type="official", key="s1"),
        said(text, "The statement", "said", "nobody had died", type="document", key="s2"),
    )
    assert speakers_in(record)["s2"] == speakers_in(record)["s1"]


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("the Observatory's latest toll", "actor:sohr"),
        ("Syrian Observatory for Human Rights hit", "actor:sohr"),
        ("Tellouan Russia", "actor:russia-government"),
        ("local council activist Nadia Okol", "name:nadia ukul"),
        ("former Syrian Observatory for Human Rights critic", None),
    ],
)
def test_a_name_within_words_that_were_read_too_wide(source: str, key: str | None) -> None:
    text = f"Shells fell on Tellouan, {source} said."
    places = (Place("p-t", None, "Tellouan", country="SY"),)
    record = report(text, said(text, source, "said", "Shells fell"), places=places, country="SY")
    speaker = speaker_of(record, record.statements[0])
    assert {speaker.key, speaker.organisation} >= {key} if key else speaker.unnamed


def test_a_body_beside_people_who_say_the_same_is_two_sources() -> None:
    text = "Shells fell, Human Rights Watch and residents said."
    record = report(text, said(text, "Human Rights Watch and residents", "said", "Shells fell", type="organisation"))
    assert [(s.unnamed, s.name) for s in speakers_in(record)["s"]] == [
        (False, "Human Rights Watch"),
        (True, "residents"),
    ]
