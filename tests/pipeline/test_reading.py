"""The steps in order: batches, order, and one bad report that costs only itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

import pytest

from onrecord.clean import Cleaned
from onrecord.clean.report import clean
from onrecord.errors import ModelError, UnreadableInput
from onrecord.fetch import Failed as NotFetched
from onrecord.fetch import Found, Given
from onrecord.pipeline import Failed, Skipped, Steps, Succeeded, open_jail, read_in_parts, read_reports, steps_of
from onrecord.pipeline import reading as pipeline
from onrecord.record import Document, Note, Reading
from onrecord.record.original import Original
from tests.cli.fakes import FakeReader


def text(name: str, words: str = "Mayor Brun said it is so.") -> Original:
    return Original.of(words.encode(), "text/plain", name)


def steps(reader: FakeReader, **values: int) -> Steps:
    return Steps(clean, reader.read_many, **values)


def test_every_report_goes_through_all_steps() -> None:
    (outcome,) = read_reports([text("a.txt")], steps(FakeReader()))
    assert isinstance(outcome, Succeeded)
    assert outcome.name == "a.txt"
    (statement,) = outcome.record.statements
    assert statement.source
    assert statement.source.name == "Brun"
    assert outcome.record.document.origin
    assert outcome.record.reader
    assert outcome.record.reader.name == "fake"


def test_outcomes_stand_in_the_order_of_what_was_found_and_one_fault_costs_one_report() -> None:
    found: list[Found] = [
        text("1"),
        Skipped("2", "hidden"),
        text("3", "FAULT lies here"),
        NotFetched("4", UnreadableInput("4: cannot be opened; check the path")),
        text("5", "\x00\x01\x02\x03" * 50),
        Given(Document("own", "Captain Orr denied it."), "6"),
    ]
    outcomes = list(read_reports(found, steps(FakeReader())))
    assert [(type(outcome), outcome.name) for outcome in outcomes] == [
        (Succeeded, "1"), (Skipped, "2"), (Failed, "3"), (Failed, "4"), (Failed, "5"), (Succeeded, "6"),
    ]  # fmt: skip
    reasons = {outcome.name: (outcome.error, outcome.reason) for outcome in outcomes if isinstance(outcome, Failed)}
    assert reasons["3"][0] == "ValueError"
    assert "fault in onrecord" in reasons["3"][1]
    assert reasons["4"] == ("UnreadableInput", "cannot be opened; check the path")
    assert reasons["5"][0] == "UnreadableInput"


def test_reports_are_read_a_few_at_a_time_and_come_out_as_they_go() -> None:
    reader, drawn = FakeReader(), []

    def found() -> Iterator[Found]:
        for k in range(20):
            drawn.append(k)
            yield text(str(k))

    outcomes = read_reports(found(), steps(reader))
    next(outcomes)
    assert len(drawn) <= pipeline.BATCH_REPORTS * (pipeline.AHEAD + 1)
    assert [outcome.name for outcome in outcomes] == [str(k) for k in range(1, 20)]
    assert sorted(reader.batches) == [4, 8, 8]


def test_how_often_python_looks_for_cycles_is_as_before_when_all_is_read() -> None:
    before = gc.get_threshold()
    reading_on = read_reports([text(str(k)) for k in range(30)], steps(FakeReader()))
    next(reading_on)
    assert gc.get_threshold()[0] > before[0]
    list(read_reports([text("another")], steps(FakeReader())))
    reading_on.close()  # type: ignore[attr-defined]
    assert gc.get_threshold() == before


def test_long_reports_make_small_batches() -> None:
    reader = FakeReader()
    long = "Nothing is said in it. " * 1200
    assert len(list(read_reports([text(str(k), long) for k in range(5)], steps(reader)))) == 5
    assert sorted(reader.batches) == [1, 2, 2]


@pytest.mark.parametrize("between", ["\n\n", "\n", ". ", " ; "])
def test_a_long_text_is_read_in_parts_and_loses_nothing(between: str) -> None:
    sentences = [f"Mayor Brun said that gate {k} is open" for k in range(300)]
    document = Document("own", between.join(sentences) + ".")
    whole = read_in_parts(document, FakeReader().read_many, len(document.text))
    reader = FakeReader()
    reading = read_in_parts(document, reader.read_many, 1000)
    assert len(reader.batches) > 10
    assert reading.document is document
    if between != " ; ":  # The fake ends a statement at the end of a sentence or line.
        assert reading.statements == whole.statements
        assert len(reading.statements) == 300
    assert all(document.text[s.start : s.end] == s.text for one in reading.statements for s in one.content.spans)
    assert f"read in {len(reader.batches)} parts" in reading.notes[0].what


def test_nothing_that_a_part_holds_is_left_out() -> None:
    """Whatever a reading has several of is taken from every part, also what is added to the format later."""
    document = Document("own", "Gate one is open. " * 100)

    def read(documents: Sequence[Document]) -> list[Reading]:
        many = {part.name: (object(),) for part in fields(Reading) if part.default == () and part.name != "notes"}
        return [Reading(documents[0], **many)]  # type: ignore[arg-type]

    reading = read_in_parts(document, read, 600)
    counts = {part.name: len(getattr(reading, part.name)) for part in fields(Reading) if part.default == ()}
    assert len(set(counts.values()) - {counts["notes"]}) == 1
    assert min(counts[name] for name in counts if name != "notes") > 1


def test_a_long_text_without_a_blank_is_read_too() -> None:
    reading = read_in_parts(Document("own", "x" * 2500), FakeReader().read_many, 1000)
    assert reading.statements == ()


def test_a_report_longer_than_a_batch_goes_through_all_steps() -> None:
    reader = FakeReader()
    long = "\n\n".join(f"Mayor Brun said that gate {k} is open." for k in range(2500))
    outcomes = list(read_reports([text("a"), text("long", long), text("b")], steps(reader)))
    assert [len(outcome.record.statements) for outcome in outcomes if isinstance(outcome, Succeeded)] == [1, 2500, 1]
    assert reader.batches == [1, 1, 1, 1]


def test_a_text_longer_than_allowed_is_named_and_not_read() -> None:
    reader = FakeReader()
    outcomes = list(read_reports([text("long.txt", "many words " * 100), text("b")], steps(reader, max_characters=900)))
    assert isinstance(outcomes[0], Failed)
    assert isinstance(outcomes[1], Succeeded)
    assert outcomes[0].error == "TooLarge"
    assert "1,100 characters, 900 are read at most" in outcomes[0].reason
    assert "ONRECORD_MAX_CHARACTERS" in outcomes[0].reason


def test_a_given_text_is_not_touched() -> None:
    words = "  By Orla Finn\r\n\r\nMayor Brun said it is so.\ufeff "
    document = Document("own", words, publisher="Post", extra={"corpus": "ours"})
    (outcome,) = read_reports([Given(document, "x line 1")], steps(FakeReader()))
    assert isinstance(outcome, Succeeded)
    assert replace(outcome.record.document, language=None) == document


def test_notes_of_cleaning_and_of_reading_are_kept() -> None:
    def noted(original: Original) -> Cleaned:
        return replace(clean(original), notes=(Note("document.text", "odd byte"),))

    def read(documents: Sequence[Document]) -> list[Reading]:
        return [Reading(document, notes=(Note("x", "not understood"),)) for document in documents]

    (outcome,) = read_reports([text("a")], Steps(noted, read))
    assert isinstance(outcome, Succeeded)
    assert [note.what for note in outcome.record.notes] == ["odd byte", "not understood"]


def test_a_reader_that_is_broken_stops_the_run() -> None:
    def broken(documents: Sequence[Document]) -> list[Reading]:
        raise ModelError("weights are gone")

    with pytest.raises(ModelError, match="weights are gone"):
        list(read_reports([text("a")], Steps(clean, broken)))


def test_parsing_happens_in_a_child_process() -> None:
    with open_jail() as jail:
        assert jail.pid is None
        (outcome,) = read_reports([text("a")], steps_of(jail, FakeReader()))
        assert jail.pid is not None
    assert isinstance(outcome, Succeeded)
    assert outcome == next(read_reports([text("a")], steps(FakeReader())))
