"""When an expression of time is: its value, its days, and what they were worked out from."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.times import find_times
from onrecord.record import Dateline, Document, Note, Reading, TimeExpression
from onrecord.record.codec import from_json, to_json
from onrecord.resolve import resolve
from onrecord.resolve.times import resolve_times

WORDS = (
    "the a last next this that same following early late mid end of in on at from to between and 3 5 14 31 12 0 2014 1915 16 99 0630 March "
    "February May Sept. Friday spring winter week weeks month year years day days quarter half ago later earlier morning night yesterday "
    "now noon p.m. century 1980s B.C. Christmas every two - – / , . ( ) \n 2014-13-05 31/12/2014 will said took recently"
).split(" ")


def dated(
    text: str, published: str | None = "2018-12-20", dateline: str | None = None
) -> tuple[list[TimeExpression], list[Note]]:
    document = Document(
        "sha256:0", text, published=published, dateline=Dateline("HAJIN", dateline) if dateline else None
    )
    times, notes = resolve_times(Reading(document, times=find_times(text)))
    return list(times), list(notes)


def values(text: str, published: str | None = "2018-12-20") -> list[str | None]:
    return [time.value for time in dated(text, published)[0]]


def days(text: str, published: str | None = "2018-12-20") -> tuple[str | None, str | None, str | None]:
    time = dated(text, published)[0][0]
    return time.earliest, time.latest, time.precision


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # 20 December 2018 was a Thursday.
        ("The convoy left on Monday.", "2018-12-17"),
        ("The talks will begin on Monday.", "2018-12-24"),
        ("It fell on Thursday.", "2018-12-20"),
        ("It fell last Thursday.", "2018-12-13"),
        ("They meet next Thursday.", "2018-12-27"),
        ("Rebels took the town in March.", "2018-03"),
        ("The army will return in March.", "2019-03"),
        ("The dividend is payable Jan. 2.", "2019-01-02"),
        ("The bridge fell two years ago.", "2016"),
        ("It fell three weeks ago.", "2018-W48"),
        ("It began last week.", "2018-W50"),
        ("It began last month.", "2018-11"),
        ("He came yesterday evening.", "2018-12-19TEV"),
        ("Guns were heard overnight.", "2018-12-19TNI"),
        ("They left the day before yesterday.", "2018-12-18"),
        ("It was held on Christmas Eve 2015.", "2015-12-24"),
        ("It was signed on 14-Jun-2018.", "2018-06-14"),
        ("It was signed on 25.12.2015.", "2015-12-25"),
        ("It was founded in 264 B.C.", "BC0264"),
        ("In the 1980s it was quiet.", "198"),
        ("In the 19th century it was quiet.", "18"),
        ("The third quarter of 2016 was calm.", "2016-Q3"),
        ("He waited more than two years.", "P2Y"),
        ("He waited 2½ years.", "P2Y6M"),
        ("He waited half an hour.", "PT30M"),
        ("He waited several weeks.", "PXW"),
        ("Crowds gather every Friday.", "XXXX-WXX-5"),
        ("It is now calm.", "PRESENT_REF"),
        ("It began at 5:30 p.m. on Tuesday.", "2018-12-18T17:30"),
        ("Nothing was the same after 9/11.", "2001-09-11"),
        ("It began at 0630 GMT on Saturday.", "2018-12-15T06:30"),
        ("It began two nights ago.", "2018-12-18TNI"),
        ("On May Day they marched.", "2018-05-01"),
        ("The march was on Independence Day.", None),
        ("BOGOTA, 8 DEC 89 (DPA): A BOMB WENT OFF.", "1989-12-08"),
        ("April and June 1955 were quiet.", "1955-04"),
        ("The meeting will be held on Friday.", "2018-12-21"),
        ("It was bought from Sept. 14 to Thursday.", "2018-09-14"),
    ],
)
def test_values_are_worked_out_from_the_day_of_publication(text: str, value: str) -> None:
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fled in late 2017.", ("2017-10-01", "2017-12-31", "season")),
        ("It began in mid-2018.", ("2018-05-01", "2018-08-31", "season")),
        ("It began in early March 2014.", ("2014-03-01", "2014-03-10", "month")),
        ("It began in the late 1990s.", ("1996-01-01", "1999-12-31", "longer")),
        ("It began in spring 2011.", ("2011-03-01", "2011-05-31", "season")),
        ("It lasted through winter 2011.", ("2011-01-01", "2012-02-29", "year")),
        ("It was cold last winter.", ("2017-12-01", "2018-02-28", "season")),
        ("It happened last weekend.", ("2018-12-15", "2018-12-16", "days")),
        ("It happened last week.", ("2018-12-10", "2018-12-16", "week")),
        ("It happened in 2016.", ("2016-01-01", "2016-12-31", "year")),
        ("Over the past three years it was calm.", ("2015-12-20", "2018-12-20", "longer")),
        ("It was founded in 264 B.C.", (None, None, "none")),
    ],
)
def test_fuzzy_words_keep_their_width(text: str, expected: tuple[str, str, str]) -> None:
    assert days(text) == expected


def test_times_are_those_of_a_report_that_is_resolved() -> None:
    text = "They fled in late 2017."
    record = resolve(Reading(Document("sha256:0", text), times=find_times(text)))
    assert [(t.span.text, t.earliest) for t in record.times if t.span] == [("late 2017", "2017-10-01")]
    assert from_json(to_json(record)).times == record.times


def test_what_is_told_holds_on_every_day_or_on_some() -> None:
    times, _ = dated("Since 2014 the town is held. It was hit in 2016. For the past two weeks it was calm.")
    assert [t.extra["holds"] for t in times] == ["every_day", "some_day", "every_day"]


def test_what_goes_on_from_another_expression_names_it() -> None:
    times, _ = dated("The town fell on 3 March 2014. The next day they left. That same year the war ended.")
    assert [(t.value, t.derivation, t.anchor.text if t.anchor else None) for t in times] == [
        ("2014-03-03", "written", None),
        ("2014-03-04", "anchored", "3 March 2014"),
        ("2014", "anchored", "The next day"),
    ]


def test_the_next_day_after_nothing_stays_open() -> None:
    (time,), _ = dated("The next day they left.")
    assert (time.value, time.earliest, time.derivation) == (None, None, "unanchored")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted from 3 to 5 March 2014.", ["2014-03-03", "2014-03-05"]),
        ("It lasted between March 3-5, 2014 and later.", ["2014-03-03", "2014-03-05"]),
        ("The siege (1915-16) was long.", ["1915", "1916"]),
        ("It lasted from 28 December to 2 January 2017.", ["2016-12-28", "2017-01-02"]),
        ("It ran from Monday to Friday.", ["2018-12-17", "2018-12-21"]),
        ("The war (264-241 BC) was long.", ["BC0264", "BC0241"]),
    ],
)
def test_the_ends_of_a_range_complete_each_other(text: str, expected: list[str]) -> None:
    times, notes = dated(text)
    assert [t.value for t in times[:2]] == expected
    assert [t.extra.get("range") for t in times[:2]] == ["begin", "end"]
    assert not notes


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It fell on 31 February 2015.", "28 days"),
        ("It fell on February 30.", "29 days"),
        ("It fell in the year 0.", "no year 0"),
        ("It lasted from 2016 to 2014.", "ends before it begins"),
        ("It was signed on 05/03/2014.", "cannot be told apart"),
        ("It was signed on 2014-13-05.", "no month 13"),
        ("It began at 24:80 on 3 March 2014.", "no time"),
    ],
)
def test_impossible_dates_stay_open_with_a_note(text: str, why: str) -> None:
    times, notes = dated(text)
    assert {(t.value, t.earliest, t.latest) for t in times} == {(None, None, None)}
    assert notes
    assert all(why in note.what for note in notes)


def test_without_a_day_of_publication_none_is_invented() -> None:
    text = "They were driven out in late 2017. The operation was launched in mid-2018. On Friday it went on. As of now it is calm."
    times, notes = dated(text, None)
    late, mid, friday, now = times
    assert (late.earliest, mid.earliest) == ("2017-10-01", "2018-05-01")
    assert (friday.value, friday.earliest, friday.derivation) == ("XXXX-WXX-5", None, "unanchored")
    assert (now.value, now.earliest, now.latest, now.anchor) == ("PRESENT_REF", "2018-05-01", None, mid.span)
    assert [note.where for note in notes] == ["document.published"]
    assert "2018-05-01 or later" in notes[0].what


def test_what_lies_ahead_bounds_nothing() -> None:
    times, notes = dated("Elections will be held in 2030. It is calm now.", None)
    assert times[1].earliest is None
    assert not notes


@pytest.mark.parametrize(
    ("published", "dateline", "value"),
    [
        ("2018-10-29", "Oct. 28, 2018", "2018-10-28"),
        ("2018-10-29", "28 October", "2018-10-28"),
        ("2019-01-02", "Dec. 31", "2018-12-31"),
        (None, "Oct. 28, 2018", "2018-10-28"),
        (None, "Oct. 28", None),
        ("2018-10-29", "Oct. 28, 2008", "2018-10-29"),
        ("2018-10-29", "Feb. 31", "2018-10-29"),
        ("the other day", None, None),
    ],
)
def test_a_report_is_told_from_its_dateline(published: str | None, dateline: str | None, value: str | None) -> None:
    (time,), _ = dated("Two people died today.", published, dateline)
    assert time.value == value


def test_a_history_goes_on_from_date_to_date() -> None:
    text = (
        "War broke out in August 1914. In October the front froze. In January the generals met. "
        "A study of 2004 doubts it. By 3 March the army was gone. In 1916 and 1917 it was quiet. In 1918 it ended."
    )
    assert values(text, "2010-05-01")[:5] == ["1914-08", "1914-10", "1915-01", "2004", "1915-03-03"]


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(["2018-12-20", "2016-02-29", None]))
def test_days_are_in_order_and_nothing_open_has_any(words: list[str], published: str | None) -> None:
    times, _ = dated(" ".join(words), published)
    for time in times:
        if time.earliest and time.latest:
            assert date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest)
            assert time.precision != "none"
        if time.latest is None:
            assert time.precision == "none"
        if time.derivation == "unanchored":
            assert time.latest is None
