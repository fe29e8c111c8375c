"""Where expressions of time stand, and of what type they are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.times import find_times
from onrecord.read.times.grammar import RULES
from onrecord.read.times.phrases import POINTING, READ, meaning_of

WORDS = (
    "the a last next this that same following early late mid end of in on at from to between and 3 5 14 31 12 2014 1915 16 99 0 0630 1,500 2.5 "
    "March May Sept. Friday Fridays spring fall week weeks month year years day days hour hours quarter half ago later earlier morning night "
    "yesterday today noon p.m. GMT century decade 1980s ' s B.C. Christmas Eve New Year every daily per more than two several hundred ½ second "
    "third 19th 1st now recently future past - – / : , . ( ) \n 2014-03-05 05/03/2014 31.12.2014 old o clock will said took"
).split(" ")


def found(text: str) -> list[str]:
    return [words.span.text for words in find_times(text)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("They fled in late 2017 and came back in mid-2018.", ["late 2017", "mid-2018"]),
        ("On Friday night the shelling stopped.", ["Friday night"]),
        ("At 8 p.m. on Tuesday it began again.", ["8 p.m. on Tuesday"]),
        ("It fell on Wednesday, Aug. 12, at dawn.", ["Wednesday, Aug. 12", "dawn"]),
        (
            "In the third quarter of 2016 and the first half of 2017.",
            ["the third quarter of 2016", "the first half of 2017"],
        ),
        ("More than two years passed; he left two days later.", ["More than two years", "two days later"]),
        ("Between 3 and 5 March 2014, and March 7-9.", ["3", "5 March 2014", "March 7", "9"]),
        ("The siege (1915-16) and the war of 1939.", ["1915", "16", "1939"]),
        ("In the 1980s, the '90s and the 19th century.", ["the 1980s", "the '90s", "the 19th century"]),
        ("A convoy passes every Friday, and shells fall daily.", ["every Friday", "daily"]),
        ("He has waited 2½ years and half an hour.", ["2½ years", "half an hour"]),
        ("In March\n5 soldiers died.", ["March"]),
    ],
)
def test_expressions_are_found_whole(text: str, spans: list[str]) -> None:
    assert found(text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "May we march on?",
        "They may march to the sea.",
        "Some 1500 soldiers came in 1500 trucks.",
        "It cost $2014 and weighed 1990 tons.",
        "The fall of the town came as a blow.",
        "A six-year-old girl and a man 40 years old.",
        "Three-quarters of the town is gone.",
        "The 24th Infantry Division crossed the 38th parallel.",
        "He drove along Highway 2010.",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_left(text: str) -> None:
    assert found(text) == []


def test_types_are_those_of_timex3() -> None:
    text = "On Monday, at noon, after three weeks, and then every month."
    assert [(words.span.text, words.type) for words in find_times(text)] == [
        ("Monday", "DATE"),
        ("noon", "TIME"),
        ("three weeks", "DURATION"),
        ("every month", "SET"),
    ]


def test_how_often_is_told_from_how_long() -> None:
    assert [words.type for words in find_times("It costs $5 a day.")] == ["SET"]
    assert [words.type for words in find_times("It took a day.")] == ["DURATION"]


def test_every_rule_is_read() -> None:
    assert set(RULES) == READ.keys() | POINTING.keys()
    assert meaning_of("no such rule", ()) is None


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_expressions_lie_apart_and_hold_the_words_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    times = find_times(text)
    assert all(text[one.span.start : one.span.end] == one.span.text for one in times)
    assert all(one.span.end <= other.span.start for one, other in pairwise(times))
    assert len({one.id for one in times}) == len(times)


@given(st.text(max_size=80))
def test_any_text_can_be_looked_through(text: str) -> None:
    assert all(one.span.text for one in find_times(text))


@pytest.mark.parametrize("word", ["one ", "two hundred and ", "hundred ", "March 3 ", "1-"])
def test_a_long_row_of_numbers_is_looked_through(word: str) -> None:
    assert len(find_times(word * 2000)) <= 2000
