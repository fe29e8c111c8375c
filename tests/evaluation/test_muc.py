"""What MUC asks for, out of the incidents of a record."""

from __future__ import annotations

from dataclasses import replace

from evaluation.muc import as_muc
from onrecord.record import Document, Event, Incident, Mention, Participant, Perpetrator, Place, Record, Span

TEXT = "In Sela, rebels of the River Front burned a bus; Omar Diro, the driver, was hurt."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


BURNED = Event("e0", at("burned"), "looting_or_property_destruction", status="happened")
RECORD = Record(
    Document("sha256:0", TEXT, published="1990-02-04"),
    mentions=(Mention("m0", at("Omar Diro"), "person", "name"),),
    places=(Place("p0", "m1", "Sela town", country="PE", precision="settlement"),),
    events=(BURNED,),
    incidents=(
        Incident(
            "i0",
            "looting_or_property_destruction",
            "accomplished",
            ("e0",),
            "p0",
            perpetrators=(
                Perpetrator((at("rebels"),), None, "individual", "fact", {"confidence": 0.9}),
                Perpetrator((at("River Front"),), None, "organisation", "fact", {"confidence": 0.9}),
            ),
            targets=(Participant((at("bus"),), None, {"confidence": 0.1}),),
            victims=(Participant((at("driver"), at("Omar Diro")), None, {"confidence": 0.9}),),
        ),
    ),
)


def test_type_place_and_day_are_those_of_muc() -> None:
    found = as_muc(RECORD, marked=True)
    (incident,) = found.incidents
    assert incident.type == "arson"
    assert next(p.name for p in found.places if p.id == incident.place) == "Sela"
    assert next(t.latest for t in found.times if t.id == incident.time) == "1990-02-04"


def test_each_participant_has_its_best_words_alone() -> None:
    (incident,) = as_muc(RECORD, marked=True).incidents
    assert [[s.text for s in victim.spans] for victim in incident.victims] == [["Omar Diro"]]
    assert [p.blame for p in incident.perpetrators] == [None, "fact"]
    assert incident.targets == ()


def test_what_rules_found_counts_where_the_reader_marks_nothing() -> None:
    (incident,) = as_muc(RECORD, marked=False).incidents
    assert [target.spans[0].text for target in incident.targets] == ["bus"]


def test_fighting_and_what_nobody_took_part_in_is_left_out() -> None:
    bare = replace(RECORD.incidents[0], perpetrators=(), targets=(), victims=())
    clash = replace(RECORD.incidents[0], type="armed_clash", targets=(), victims=())
    assert as_muc(replace(RECORD, incidents=(bare, clash)), marked=True).incidents == ()
