"""How a report opens: headline, byline, dateline and the agency that it was taken from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.clean.lines import Line
from onrecord.clean.rules import AGENCIES, OUTLET_WORD
from onrecord.record import Dateline

__all__ = ["Opening", "find_byline", "find_date", "find_opening", "find_title"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_DATE = rf"(?P<date>{_DAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?)"
_PLAIN_DATE = _DATE.replace("?P<date>", "?P<after>")
_CAPS = r"[A-Z][A-Z’'.-]*[A-Z](?:[ /-](?:AL-|EL-)?[A-Z][A-Z’'.-]*[A-Z.]){0,4}"
_WORDS = r"[A-Z][\w’'.-]*(?:[ -][A-Za-z][\w’'.-]*){0,4}"
_REGION = rf"(?:, ?(?!{_MONTH} \d)[A-Z][\w’'. -]{{1,30}}?)"
_AGENCY = r"\((?P<agency>[A-Za-z][\w .&/’'-]{1,40})\)"
_KNOWN = rf"\((?P<agency>{AGENCIES})\)"
_DASH = r"(?:\s*[–—―]\s*|\s+-{1,3}\s+|\s*-{2,3}\s*|-\s+)"
# Named, so that a test can ask for each; the first that matches decides.
_DATELINES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("bare_agency", rf"(?P<agency>{AGENCIES})\s?(?:[–—]|--|-(?=\s))\s*"),
        (
            "caps_place",
            rf"(?P<place>{_CAPS}{_REGION}{{0,2}})(?:,? {_DATE})?(?:,? {_AGENCY})?{_DASH}(?:{_PLAIN_DATE}: )?",
        ),
        ("caps_place_dated", rf"(?P<place>{_CAPS}{_REGION}{{0,2}}),? {_DATE}(?: {_AGENCY})?\s*:\s+"),
        ("caps_place_agency", rf"(?P<place>{_CAPS}{_REGION}{{0,2}})(?:,? {_DATE})? {_KNOWN}:?\s+"),
        ("place_in_brackets", rf"(?P<place>{_CAPS} \([A-Z][\w ]{{2,20}}\)) {_KNOWN}(?:{_DASH}|:?\s+)"),
        ("place_comma_agency", rf"(?P<place>{_WORDS}{_REGION}?), (?P<agency>{AGENCIES})(?:{_DASH}|:\s+)"),
        ("place_and_caps_country", rf"(?P<place>{_WORDS}{_REGION}?, [A-Z]{{4,}})(?:{_DASH}|[ \t\xa0]{{2,}})"),
        ("place_dated", rf"(?P<place>{_WORDS}{_REGION}{{0,2}}),? {_DATE}(?:,? {_AGENCY})?(?:{_DASH}|:\s+)"),
        ("outlet_dated", rf"(?P<place>[a-z][\w’'.-]* [A-Z][\w’'.-]*), {_DATE}(?:{_DASH}|:\s+)"),
        ("place_agency", rf"(?P<place>{_WORDS}{_REGION}{{0,2}}) {_KNOWN}(?:{_DASH}|:\s+)"),
        ("agency", rf"{_KNOWN}(?:{_DASH}|:?\s+)"),
    )
)
# Words in capitals that open a line and are no place.
_NO_PLACE = re.compile(
    r"(?:By .*|BREAKING|EXCLUSIVE|UPDATED?|WATCH|VIDEO|ANALYSIS|OPINION|COMMENT(?:ARY)?|LIVE|FILE|NEWS|URGENT|ALERT|FACTBOX"
    r"|TIMELINE|EXPLAINER|INTERVIEW|CORRECT(?:ED|ION)|NATO|ISIS|ISIL|IS|UN|US|USA|EU|UK|SDF|YPG|PKK|OPINION|REVIEW|PHOTOS?"
    r"|FACT CHECK|READ|MORE|Q|A|TV|PM|MP|OP-ED|EDITORIAL|SPECIAL|REPORT|FEATURE|PROFILE|GLANCE)\b[^,]*"
)
_BYLINE = re.compile(
    r"(?i:by)\s+(?P<name>(?:[A-Z][\w’'.-]*|de|al|el|van|von|bin|and|&|,)(?:,? (?:[A-Z][\w’'.-]*|de|al|el|van|von|bin|and|&)"
    r"){0,8})(?:\s*[,|/–—-].{0,60}| in [A-Z][\w’'., -]{2,40}| for [A-Z][\w’' -]{2,40})?"
)
# A line that is nothing but a date with its year; when a report was changed is not when it was published.
_DATE_LINE = re.compile(
    rf"(?:(?:first |originally )?(?:published|posted|date|issued)(?: on| at)?\s*:?\s*)?"
    rf"(?P<when>{_DAY}(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}),? \d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:(?:,| at| -|T)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{1,4}|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
_OUTLET = re.compile(OUTLET_WORD + r"|\b(?:TODAY|NEWS|PRESS|MEDIA|TIMES|DAILY|AGENCY)\b")
_LINES_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Opening:
    """Dateline and agency credit at the head of the first paragraph.

    Attributes:
        start: Where they begin.
        end: Where the report's own words begin.
        dateline: Place and date, if one was found.
        credit: The agency, if one was found.
        rule: Name of the rule that found it.
    """

    start: int
    end: int
    dateline: Dateline | None
    credit: str | None
    rule: str


def find_title(lines: Sequence[Line]) -> str | None:
    """The headline: a first line that is no sentence and stands apart from what follows.

    Args:
        lines: All lines of the text that are no furniture.
    """
    if len(lines) < 2 or lines[0].number > 3:
        return None
    first, second = lines[0], lines[1]
    if len(first.text) > 160 or first.text[-1] in ".,:;…" or first.text.endswith(('."', ".”", ',"', ",”")):
        return None
    if len(first.text.split()) < 2 or _find_in(first) is not None:
        return None
    # A sentence inside, or a second line that goes on in the middle of one: a paragraph that was broken up.
    if re.search(r"[^\W\d_]{3}\. [A-Z]", first.text) or first.text[-1] in "([-–—" or second.text[0].islower():
        return None
    apart = second.number > first.number + 1 or len(second.text) > 1.3 * len(first.text)
    return first.text if apart else None


def find_byline(lines: Sequence[Line]) -> tuple[Line, str] | None:
    """The line that says who wrote the report, and the name in it.

    Args:
        lines: All lines of the text that are no furniture.
    """
    for line in lines[:_LINES_AHEAD]:
        match = _BYLINE.fullmatch(line.text) if len(line.text) <= 120 else None
        if match is not None and line.text[-1] not in ".:?!":
            return line, match.group("name")
    return None


def find_date(lines: Sequence[Line]) -> tuple[Line, str] | None:
    """The line among the first that gives the date of publication, and the date in it.

    Args:
        lines: All lines of the text.
    """
    for line in lines[:_LINES_AHEAD]:
        match = _DATE_LINE.fullmatch(line.text) if len(line.text) <= 80 else None
        if match is not None:
            return line, match.group("when")
    return None


def find_opening(lines: Sequence[Line]) -> Opening | None:
    """Dateline and agency at the head of one of the first lines.

    Args:
        lines: All lines of the text that are no furniture.
    """
    return next((found for line in lines[:_LINES_AHEAD] if (found := _find_in(line)) is not None), None)


def _find_in(line: Line) -> Opening | None:
    head = line.text[:160]
    for name, pattern in _DATELINES:
        match = pattern.match(head)
        # What follows must be the report's words, which begin as a sentence does.
        if match is None or not re.match(r"[A-Z0-9\"“‘'«(\[]", line.text[match.end() :]):
            continue
        parts = match.groupdict()
        place, date, agency = parts.get("place"), parts.get("date") or parts.get("after"), parts.get("agency")
        if place is not None and _NO_PLACE.fullmatch(place):
            continue
        if place is not None and (_OUTLET.search(place) or re.fullmatch(AGENCIES, place)):
            place, agency = None, agency or place
        dateline = Dateline(place, date) if place or date else None
        return Opening(line.start, line.start + match.end(), dateline, agency, name)
    return None
