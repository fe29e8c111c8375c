"""Headline, byline, dateline and agency."""

from __future__ import annotations

import pytest

from onrecord.clean.furniture import find_furniture

BODY = "The army said on Monday that it had taken the town after weeks of fighting."


@pytest.mark.parametrize(
    ("rule", "head", "place", "date", "credit"),
    [
        ("caps_place", "DAMASCUS, Syria (AP) — ", "DAMASCUS, Syria", None, "AP"),
        ("caps_place", "BEIRUT, Jan 3 (Reuters) - ", "BEIRUT", "Jan 3", "Reuters"),
        ("caps_place", "DEIR EZ-ZOR, Syria, Oct. 28, 2018 (TRPS) — ", "DEIR EZ-ZOR, Syria", "Oct. 28, 2018", "TRPS"),
        ("caps_place", "CAIRO – 26 July 2022: ", "CAIRO", "26 July 2022", None),
        ("caps_place", "WASHINGTON -- ", "WASHINGTON", None, None),
        ("caps_place_dated", "KUWAIT CITY, July 25: ", "KUWAIT CITY", "July 25", None),
        ("caps_place_agency", "ATLANTA (AP) ", "ATLANTA", None, "AP"),
        ("place_in_brackets", "DEIR EZ-ZOR (Syria) (AFP) – ", "DEIR EZ-ZOR (Syria)", None, "AFP"),
        ("place_comma_agency", "Moscow, SANA- ", "Moscow", None, "SANA"),
        ("place_and_caps_country", "Qamishli Province, SYRIA  ", "Qamishli Province, SYRIA", None, None),
        ("place_and_caps_country", "Erbil, IRAQ – ", "Erbil, IRAQ", None, None),
        ("place_dated", "Beirut, 3 May – ", "Beirut", "3 May", None),
        ("place_dated", "Cairo, Egypt, Apr 21 2022 (IPS) - ", "Cairo, Egypt", "Apr 21 2022", "IPS"),
        ("outlet_dated", "northern News, 26 June - ", None, "26 June", "northern News"),
        ("place_agency", "Beirut (AFP) – ", "Beirut", None, "AFP"),
        ("agency", "(Reuters) - ", None, None, "Reuters"),
        ("bare_agency", "AP — ", None, None, "AP"),
    ],
)
def test_dateline_and_agency(rule: str, head: str, place: str | None, date: str | None, credit: str | None) -> None:
    text = f"Town taken, army says\n\n{head}{BODY}\n"
    found = find_furniture(text)
    (mark,) = found.marks
    assert (mark.rule, text[mark.start : mark.end]) == (rule, head)
    assert found.credit == credit
    assert (found.dateline and found.dateline.place, found.dateline and found.dateline.date) == (place, date)
    assert mark.why == ("credit" if place is None and date is None else "dateline")


@pytest.mark.parametrize(
    "paragraph",
    [
        "BREAKING - The army said that it had taken the town.",
        "ISIS – The group claimed that it had taken the town.",
        "TRUMP: We have won.",
        "Some of them - The Lions, as they are called - denied it.",
        "He said: The town has fallen.",
        "The AP reported that the town had fallen.",
        "NATO-led forces withdrew, their spokesman said.",
    ],
)
def test_what_only_looks_like_a_dateline(paragraph: str) -> None:
    found = find_furniture(f"Town taken, army says\n\n{paragraph}\n")
    assert (found.dateline, found.credit, found.marks) == (None, None, ())


def test_the_headline_is_named_and_stays() -> None:
    found = find_furniture(f"Town taken, army says\n\n{BODY}\n{BODY.replace('army', 'mayor')}\n")
    assert (found.title, found.marks) == ("Town taken, army says", ())


def test_a_headline_that_is_repeated_is_marked_the_second_time() -> None:
    text = f"Town taken\n\nTown taken\n{BODY}\n"
    (mark,) = find_furniture(text).marks
    assert (mark.start, mark.end, mark.why) == (12, 22, "repeated")


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{BODY} It gave no figures.",
        f"BEIRUT — {BODY}\n\nMore fighting was reported.",
        f"The town was taken by the army, which said\nso on Monday. {BODY}",
        "Yes\n\nNo",
        "",
    ],
)
def test_no_headline_is_guessed(text: str) -> None:
    assert find_furniture(text).title is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Dana Okoro", "Dana Okoro"),
        ("By Dana Okoro and Ilse Brandt", "Dana Okoro and Ilse Brandt"),
        ("By Dana Okoro, The Ledger", "Dana Okoro, The Ledger"),
        ("BY DANA OKORO in Beirut", "DANA OKORO"),
    ],
)
def test_byline(line: str, byline: str) -> None:
    text = f"Town taken, army says\n{line}\n\n{BODY}\n"
    found = find_furniture(text)
    (mark,) = found.marks
    assert (found.byline, mark.why, text[mark.start : mark.end]) == (byline, "byline", line)
