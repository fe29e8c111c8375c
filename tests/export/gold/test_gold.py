"""Gold made from judgements: what is in it, what is corrected, what is left out and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.export.gold import FORMAT
from onrecord.export.gold.record import gold_of
from onrecord.export.material import Account
from onrecord.record import (
    Argument,
    Candidate,
    Chain,
    Content,
    Cue,
    Event,
    Judgement,
    Mention,
    Record,
    Source,
    Span,
    Statement,
    dumps,
    loads,
)
from onrecord.record.judgement import UNDONE
from tests.export.materials import TEXT, Kept, Made, record_of, span

SAID = "The army shelled Susah on Tuesday"


def judged(*told: tuple[Any, ...]) -> list[Judgement]:
    """Judgements like ("s1", "right") or ("s1", "corrected", {"form": "direct"}, "Bo")."""
    return [
        Judgement(f"j{at}", f"r1.1.{id_}", "r1", id_, verdict, *(rest[:1] or (None,)), *(rest[1:] or ("Ada",)), None, "2026-01-01T00:00:00Z")
        for at, (id_, verdict, *rest) in enumerate(told, 1)
    ]  # fmt: skip


def gold(*told: tuple[Any, ...], record: Record | None = None) -> Record:
    """The gold of decisions, through a file and back, which checks every span."""
    made, _ = gold_of(record or record_of(), judged(*told))
    assert made is not None
    return loads(dumps(made))


def reasons(*told: tuple[Any, ...]) -> dict[str, str]:
    return {one.id: one.reason for one in gold_of(record_of(), judged(*told))[1]}


def test_an_accepted_statement_comes_with_its_speaker_and_nothing_else() -> None:
    made = gold(("s1", "right"))
    machine = record_of()
    (one,) = made.statements
    assert (one.source, one.cue, one.content) == (
        machine.statements[0].source,
        machine.statements[0].cue,
        machine.statements[0].content,
    )
    assert (one.form, one.speech_act, one.certainty, one.polarity) == ("indirect", "state", "certain", "positive")
    assert (one.tense, one.verification, one.confidence, one.decided_by) == (None, None, None, ())
    assert [(chain.name, chain.mentions) for chain in made.chains] == [("Umm Nadir", ("m1",))]
    assert [mention.id for mention in made.mentions] == ["m1"]
    assert (made.places, made.events, made.incidents, made.times) == ((), (), (), ())


def test_it_says_that_people_judged_it_and_that_it_is_not_complete() -> None:
    made = gold(("s1", "right"), ("s1", "right", None, "Bo"))
    assert made.reader is not None
    assert made.reader.name == "people"
    assert made.reader.extra["reviewers"] == 2
    assert made.statements[0].extra == {"reviewers": 2}
    assert made.extra == {"gold": []}
    assert made.notes[0].what.startswith("judged by people")
    assert "Bo" not in dumps(made)


def test_names_of_reviewers_come_only_if_they_are_asked_for() -> None:
    made, _ = gold_of(record_of(), judged(("s1", "right"), ("s1", "right", None, "Bo")), names=True)
    assert made is not None
    assert made.reader is not None
    assert made.reader.extra["reviewers"] == ["Ada", "Bo"]


def test_values_of_a_statement_are_corrected() -> None:
    (one,) = gold(("s1", "corrected", {"form": "mixed", "speech_act": "accuse", "certainty": None})).statements
    assert (one.form, one.speech_act, one.certainty, one.polarity) == ("mixed", "accuse", None, "positive")


def test_edges_are_corrected_with_their_words() -> None:
    right = span("The army shelled Susah")
    value = {"start": right.start, "end": right.end, "text": right.text}
    assert gold(("s1", "corrected", value)).statements[0].content.spans == (right,)
    value["text"] = "The army shelled Hajin"
    assert reasons(("s1", "corrected", value))["s1"] == "the corrected words do not stand in the text"
    assert (
        reasons(("s1", "corrected", {"start": 5, "end": len(TEXT) + 1}))["s1"]
        == "the corrected words do not stand in the text"
    )


def test_what_interrupts_a_quotation_still_does() -> None:
    first, last = span("The army shelled"), span("on Tuesday and killed")
    machine = record_of()
    broken = replace(machine.statements[0], content=Content((first, last)))
    found = gold(
        ("s1", "corrected", {"end": last.end - len(" and killed")}), record=replace(machine, statements=(broken,))
    )
    assert found.statements[0].content.spans == (first, span("on Tuesday"))
    found = gold(("s1", "corrected", {"end": first.end}), record=replace(machine, statements=(broken,)))
    assert found.statements[0].content.spans == (first,)


def test_another_speaker_is_named_by_the_only_words_near_or_by_none() -> None:
    (one,) = gold(("s1", "corrected", {"speaker": "k2", "name": "Rafiq Haddad"})).statements
    assert one.source == Source((span("General Rafiq Haddad"),), "k2", "Rafiq Haddad")
    machine = record_of()
    again = Mention("m9", span("Haddad"), "person", "name", "k2")
    twice = replace(
        machine, mentions=(*machine.mentions, again),
        chains=tuple(replace(chain, mentions=("m3", "m9")) if chain.id == "k2" else chain for chain in machine.chains),
    )  # fmt: skip
    (one,) = gold(("s1", "corrected", {"speaker": "k2"}), record=twice).statements
    assert one.source == Source((), "k2", "Rafiq Haddad")


def test_a_pronoun_stays_where_only_whom_it_means_was_wrong() -> None:
    text = "Rafiq Haddad met Samir Ornby. He said nothing had happened."
    he = Span.of(text, text.index("He"), text.index("He") + 2)
    record = Record(
        replace(record_of().document, text=text),
        mentions=(Mention("m1", Span.of(text, 0, 12), "person", "name", "k1"), Mention("m2", Span.of(text, 17, 28), "person", "name", "k2"), Mention("m3", he, "person", "pronoun", "k1")),
        chains=(Chain("k1", "person", "Rafiq Haddad", ("m1", "m3")), Chain("k2", "person", "Samir Ornby", ("m2",))),
        statements=(Statement("s1", "indirect", Source((he,), "k1", "Rafiq Haddad"), Cue((Span.of(text, 33, 37),)), Content((Span.of(text, 38, 58),))),),
    )  # fmt: skip
    made = gold(("s1", "corrected", {"speaker": "k2", "name": "Samir Ornby"}), record=record)
    assert made.statements[0].source == Source((he,), "k2", "Samir Ornby")
    assert [(chain.name, chain.mentions) for chain in made.chains] == [("Samir Ornby", ("m2",))]
    assert gold(("s1", "corrected", {"speaker": None}), record=record).statements[0].source is None


def test_another_place_brings_nothing_of_the_one_that_was_wrong() -> None:
    machine = record_of()
    other = Candidate("Susah", 99, 35.0, 41.0, "IQ", "Nineveh", 0.4)
    known = replace(machine, places=(replace(machine.places[0], candidates=(other,)), *machine.places[1:]))
    (one,) = gold(("p1", "corrected", {"geonameid": 99}), record=known).places
    assert (one.geonameid, one.latitude, one.country, one.admin1, one.feature) == (99, 35.0, "IQ", "Nineveh", None)
    (one,) = gold(("p1", "corrected", {"geonameid": 12345}), record=known).places
    assert (one.name, one.geonameid, one.latitude, one.country) == ("Susah", 12345, None, None)
    (one,) = gold(("p1", "corrected", {"geonameid": None, "precision": "near"}), record=known).places
    assert (one.geonameid, one.longitude, one.precision, one.role) == (None, None, "near", "event")


def test_an_event_brings_its_time_and_an_unjudged_place_by_its_words_alone() -> None:
    made = gold(("e1", "right"))
    assert [(one.id, one.time, one.place, one.incident) for one in made.events] == [("e1", "t1", "p1", None)]
    assert made.times == record_of().times
    (place,) = made.places
    assert (place.name, place.mention, place.geonameid, place.latitude, place.extra) == ("Susah", "m4", None, None, {})
    assert made.events[0].asserted_by == ()
    assert any("s1" in note.what for note in made.notes if note.where == "e1")
    assert gold(("e1", "right"), ("s1", "right")).events[0].asserted_by == ("s1",)


def test_an_event_does_not_happen_at_a_place_that_was_rejected() -> None:
    made = gold(("e1", "right"), ("p1", "wrong"))
    assert made.events[0].place is None
    assert made.places == ()
    assert any(note.where == "e1" and "p1" in note.what for note in made.notes)


def test_an_event_is_corrected() -> None:
    value = {"type": "air_strike", "status": "happened", "place": "p2", "earliest": "2018-12-17"}
    made = gold(("e1", "corrected", value))
    (one,) = made.events
    assert (one.type, one.acled and one.acled.sub_event_type, one.status, one.place) == (
        "air_strike", "Air/drone strike", "happened", "p2",
    )  # fmt: skip
    (time,) = made.times
    assert (time.id, time.span, time.earliest, time.latest) == (
        one.time,
        span("on Tuesday"),
        "2018-12-17",
        "2018-12-18",
    )
    assert time.id != "t1"


def test_who_takes_part_comes_along() -> None:
    machine = record_of()
    army = Argument("actor", "k4", (span("The army"),))
    event = replace(machine.events[0], arguments=(army,))
    made = gold(("e1", "right"), record=replace(machine, events=(event,)))
    assert made.events[0].arguments == (army,)
    assert [(chain.id, chain.actor) for chain in made.chains] == [("k4", None)]
    assert {mention.id for mention in made.mentions} == {"m4", "m8"}


def test_a_statement_within_one_that_is_not_gold_stands_alone() -> None:
    machine = record_of()
    inner = replace(machine.statements[1], inside="s1")
    record = replace(machine, statements=(machine.statements[0], inner))
    assert gold(("s2", "right"), record=record).statements[0].inside is None
    assert gold(("s1", "right"), ("s2", "right"), record=record).statements[1].inside == "s1"


def test_what_is_no_gold_is_left_out_with_the_reason() -> None:
    found = reasons(
        ("s1", "right"), ("s1", "wrong", None, "Bo"), ("s2", "wrong"), ("p1", "unsure"), ("p2", "corrected", {"precision": "somewhere"}),
        ("e1", "corrected", {"weather": "dry"}), ("s9", "right"),
    )  # fmt: skip
    assert found == {
        "s1": "reviewers disagree", "s2": "rejected", "p1": "a reviewer could not tell",
        "p2": "a corrected value that the format does not have", "p3": "nobody judged it",
        "e1": "a field was corrected that nobody is asked about",
        "s9": "is on no statement, place or event of the newest reading",
    }  # fmt: skip
    assert gold_of(record_of(), judged(("s1", "wrong")))[0] is None


@pytest.mark.parametrize(
    ("id_", "value"),
    [
        ("s1", {"speaker": "k99"}),
        ("e1", {"place": "p99"}),
        ("e1", {"type": "parade_of_cats"}),
        ("e1", {"earliest": 5}),
        ("e1", {"earliest": "last week"}),
        ("e1", {"earliest": "2018-12-19"}),
        ("s1", "form"),
        ("s1", {"start": "0"}),
    ],
)
def test_a_correction_that_cannot_be_put_in_is_no_gold(id_: str, value: object) -> None:
    made, left = gold_of(record_of(), judged((id_, "corrected", value)))
    assert made is None
    assert id_ in {one.id for one in left}


def test_what_was_taken_back_is_no_gold() -> None:
    made, left = gold_of(record_of(), judged(("s1", "right"), ("s1", UNDONE, "j1")))
    assert made is None
    assert {one.reason for one in left} == {"nobody judged it"}


def test_a_ledger_is_written_a_record_a_line_and_everything_is_accounted_for() -> None:
    material = Made(
        records=(record_of(), record_of("sha256:d2"), record_of("sha256:d3")),
        judgements=(
            *judged(("s1", "right"), ("p1", "right"), ("s1", "right", None, "Bo")),
            replace(judged(("s1", "wrong"))[0], report_id="r3"),
        ),
    )
    kept, account = Kept(), Account()
    FORMAT.write(material, kept, account)
    (line,) = kept.files["gold.jsonl"].splitlines()
    assert [one.id for one in loads(line.decode()).statements] == ["s1"]
    assert account.written == {"report": 1, "statement": 1, "place": 1}
    assert account.reasons()["report", "nobody judged anything in it"] == 1
    assert account.reasons()["report", "nothing in it was accepted or corrected"] == 1
    # Each of the six parts of two reports, but the two that were written, and two reports.
    assert len(account.left_out) == 6 * 2 - 2 + 2


def test_an_event_of_the_whole_text_has_no_words() -> None:
    made = gold(("e9", "right"), record=replace(record_of(), events=(Event("e9", None, "shelling"),)))
    assert made.events == (Event("e9", None, "shelling", extra={"reviewers": 1}),)
