"""What is marked in a text, by which rule; and what looks like it and must not be."""

from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.clean.furniture import find_furniture
from onrecord.clean.rules import RULES

BEFORE = "The army said on Monday that it had taken the town."
AFTER = "Residents gave another account of what had happened."

MARKED = [
    ("photo_credit", "credit", "(photo credit: NORTHERN WIRE)"),
    ("photo_credit", "credit", "Photo: Dana Okoro/The Ledger"),
    ("photo_credit", "credit", "Photograph by Dana Okoro"),
    ("agency_photo", "credit", "AFP/Getty Images"),
    ("agency_photo", "credit", "Reuters/Dana Okoro"),
    ("captioned_photo", "caption", "Smoke over the market [Photo: Dana Okoro]"),
    ("captioned_photo", "caption", "A tank crew rests near the bridge. (Image courtesy of the Ledger)"),
    ("caption_by_photographer", "caption", "Smoke over the market (AP Photo/Dana Okoro)"),
    ("file_photo", "caption", "FILE PHOTO: Smoke rises over the market on Sunday."),
    ("name_and_outlet", "caption", "Dana Okoro (The Northern Wire)"),
    ("doubled_line", "caption", "Dana Okoro (Ledger)Dana Okoro (Ledger)"),
    ("source_line", "credit", "Source: Northern Wire"),
    ("sign_off", "credit", "(Reporting by Dana Okoro; Editing by Ilse Brandt)"),
    ("with_agencies", "credit", "With reporting from Northern Wire and the Ledger"),
    ("agency_alone", "credit", "AFP"),
    ("agency_alone", "credit", "(AP, Reuters)"),
    ("contributed", "credit", "Dana Okoro in Beirut contributed to this report."),
    ("first_published", "credit", "This article was first published by the Ledger."),
    ("more_stories", "boilerplate", "For more stories, visit www.ledger.example"),
    ("follow", "boilerplate", "Follow us on Twitter @ledger"),
    ("subscribe", "boilerplate", "Subscribe to our newsletter"),
    ("subscribe", "boilerplate", "Click here for the whole list"),
    ("read_more", "boilerplate", "READ MORE: Bridge reopens"),
    ("read_more", "boilerplate", "Read also"),
    ("related", "boilerplate", "Related articles"),
    ("buttons", "boilerplate", "Tags: Syria, war"),
    ("copyright", "boilerplate", "© 2018 The Ledger"),
    ("rights", "boilerplate", "The Ledger. All rights reserved."),
    ("terms", "boilerplate", "Terms of Use | Privacy Policy | Contact us"),
    ("stamp", "boilerplate", "Last updated: 4 May 2018, 10:15 GMT"),
    ("advertisement", "advertisement", "ADVERTISEMENT"),
    ("goes_on_below", "advertisement", "Story continues below advertisement"),
    ("correction", "correction", "Correction: The bridge was closed on Sunday, not on Monday."),
    ("editors_note", "correction", "Editor’s note: An earlier version gave the wrong date."),
    ("earlier_version", "correction", "An earlier version of this article misstated the name of the bridge."),
    ("has_been_corrected", "correction", "This story has been corrected to give the right name."),
]


@pytest.mark.parametrize(("rule", "why", "line"), MARKED)
def test_a_line_of_furniture_is_marked_whole(rule: str, why: str, line: str) -> None:
    text = f"{BEFORE}\n{line}\n{AFTER}"
    (mark,) = find_furniture(text).marks
    assert (mark.rule, mark.why, text[mark.start : mark.end]) == (rule, why, line)


def test_every_rule_has_an_example() -> None:
    assert {rule.name for rule in RULES} <= {rule for rule, _, _ in MARKED}


@pytest.mark.parametrize(
    "line",
    [
        "“Follow us,” the soldier said, and posted it on Twitter.",
        "For more than a year, visitors could see the bridge from here.",
        "The photo was taken by a resident, the monitor said.",
        "He asked residents to register at the town hall before Friday, when the list closes, the mayor said.",
        "Read the agreement and then decide, he told them.",
        "Copyright law was not discussed, the minister said.",
        "The spokesman (Reuters had reported his arrest) was seen in public.",
        "More than forty people died, the monitor said (AFP).",
        "An updated list of the missing was published on Monday.",
        "Corrections officers were among the dead.",
        "The corrections were small.",
        "Source after source told the paper that the town had fallen.",
        "Editor’s note: The minister has repeatedly denied that the prison exists.",
        "“All rights reserved for us, none for them,” he said.",
        "Image is everything, said the general.",
        "Reporting from the town is forbidden, the army said.",
        "Watch for mines, the engineer warned.",
        "By Monday evening the town had fallen.",
        "Forty died in the raid (source: hospital records), which the army denies.",
        "Dana Okoro (centre) denies it.",
        "Yes.",
        "CLINTON: I never said that.",
    ],
)
def test_a_line_that_tells_something_is_left(line: str) -> None:
    assert find_furniture(f"{BEFORE}\n{line}\n{AFTER}").marks == ()


def test_a_caption_and_its_repetitions() -> None:
    text = f"{BEFORE}\nA guard at the dam (photo credit: LEDGER)\nA guard at the dam\n(photo credit: LEDGER)\n{AFTER}"
    marks = find_furniture(text).marks
    assert [(mark.why, text[mark.start : mark.end]) for mark in marks] == [
        ("caption", "A guard at the dam (photo credit: LEDGER)"),
        ("caption", "A guard at the dam"),
        ("credit", "(photo credit: LEDGER)"),
    ]


def test_a_line_said_again_is_marked_the_second_time() -> None:
    text = f"{BEFORE}\n{AFTER}\n{BEFORE}\n"
    (mark,) = find_furniture(text).marks
    assert (mark.start, mark.why) == (text.rindex(BEFORE), "repeated")


def test_short_answers_may_be_said_twice() -> None:
    assert find_furniture(f"{BEFORE}\n“No.”\n{AFTER}\n“No.”").marks == ()


def test_a_sentence_doubled_on_its_line_is_kept_once() -> None:
    text = f"{AFTER}\n{BEFORE} {BEFORE}"
    (mark,) = find_furniture(text).marks
    assert (text[mark.start : mark.end], mark.end, mark.why) == (BEFORE, len(text), "repeated")


def test_a_photo_note_inside_a_line() -> None:
    text = f"{BEFORE} (Photo: Dana Okoro) {AFTER}"
    (mark,) = find_furniture(text).marks
    assert text[mark.start : mark.end] == "(Photo: Dana Okoro)"


def test_the_source_of_a_whole_report_at_its_end() -> None:
    text = f"{BEFORE} {AFTER} (Source: Northern Wire)"
    (mark,) = find_furniture(text).marks
    assert (text[mark.start : mark.end], mark.why) == ("(Source: Northern Wire)", "credit")


def test_marks_are_in_order_and_apart() -> None:
    text = "\n".join([line for _, _, line in MARKED] * 2)
    marks = find_furniture(text).marks
    assert all(first.end <= second.start for first, second in pairwise(marks))
    assert all(text[mark.start : mark.end].strip() for mark in marks)
