"""What a report is said to be: which words decide, in which order, and what is noted when they contradict each other."""

from __future__ import annotations

import pytest

from onrecord.clean import Cleaned
from onrecord.clean.dates import iso_date
from onrecord.clean.report import clean
from onrecord.record.original import Capture, Original, Stated

BODY = (
    "<p>The army said on Monday that it had taken the town after weeks of fighting near the river.</p>"
    "<p>Residents said that they had fled over the river, and that shells had hit the market twice that day.</p>"
)
LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], '
    '"headline": "Town taken", "datePublished": "2018-11-12T10:00:00Z", "author": [{"name": "Mona Writer"}, '
    '{"@id": "x"}], "publisher": {"name": "Example News"}, "url": "https://example.org/a"}]}</script>'
)


def page(head: str = "", before: str = "") -> bytes:
    return (
        f"<html><head>{head}<title>A title</title></head><body><article>{before}{BODY}</article></body></html>".encode()
    )


def cleaned(content: bytes, media_type: str = "text/html", *stated: Stated, capture: Capture | None = None) -> Cleaned:
    return clean(Original.of(content, media_type, "x", stated, capture))


def decision(found: Cleaned, field: str) -> tuple[str, str | None]:
    (one,) = [one for one in found.document.decisions if one.field == field]
    return one.by, one.words if one.span is None else one.span.text


@pytest.mark.parametrize(
    ("head", "before", "by", "words"),
    [
        (LINKED, "", "JSON-LD datePublished", "2018-11-12T10:00:00Z"),
        (
            '<meta property="article:published_time" content="2018-11-12">',
            "",
            "meta article:published_time",
            "2018-11-12",
        ),
        ('<meta name="DC.date.issued" content="20181112">', "", "meta dc.date.issued", "20181112"),
        ("", '<span itemprop="datePublished" content="2018-11-12">x</span>', "microdata datePublished", "2018-11-12"),
        ("", '<time datetime="2018-11-12T10:00">Monday</time>', "time element", "2018-11-12T10:00"),
        (
            "",
            '<time class="published" datetime="2018-11-12">x</time><time datetime="2018-01-01">y</time>',
            "time element",
            "2018-11-12",
        ),
    ],
)
def test_the_date_of_a_page_and_its_evidence(head: str, before: str, by: str, words: str) -> None:
    found = cleaned(page(head, before))
    assert found.document.published == "2018-11-12"
    assert decision(found, "published") == (by, words)


def test_what_a_page_links_to_itself_decides_everything() -> None:
    found = cleaned(page(LINKED + '<meta property="og:site_name" content="Other"><meta name="author" content="Other">'))
    document = found.document
    assert (document.title, document.byline, document.publisher) == ("Town taken", "Mona Writer", "Example News")
    assert decision(found, "publisher") == ("JSON-LD publisher", "Example News")


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 5_000, '{"@type": 5}', '"x"', '{"@type": "NewsArticle", "headline": 7}', "[" + "1," * 90_000 + "1]"],
)
def test_what_is_no_linked_data_is_passed_over(script: str) -> None:
    found = cleaned(
        page(f'<script type="application/ld+json">{script}</script><meta name="date" content="2018-11-12">')
    )
    assert found.document.published == "2018-11-12"


TEXT = "Town taken, army says\n\n{head}The army said on Monday that it had taken the town after weeks of fighting."


@pytest.mark.parametrize(
    ("head", "published", "words"),
    [
        ("BEIRUT, Nov. 12, 2018 (Reuters) - ", "2018-11-12", "Nov. 12, 2018"),
        ("BEIRUT, Nov 12 (Reuters) - ", None, None),
        ("Published: 12 November 2018\n\n", "2018-11-12", "12 November 2018"),
        ("Monday, November 12, 2018 10:15 GMT\n\n", "2018-11-12", "Monday, November 12, 2018"),
        ("Updated: 12 November 2018\n\n", None, None),
        ("2018-11-12\n\n", "2018-11-12", "2018-11-12"),
    ],
)
def test_the_date_of_a_text_stands_in_its_opening(head: str, published: str | None, words: str | None) -> None:
    found = cleaned(TEXT.format(head=head).encode(), "text/plain")
    assert found.document.published == published
    if words is not None:
        assert decision(found, "published")[1] == words


def test_title_byline_credit_and_dateline_of_a_text_have_their_words() -> None:
    head = "By Mona Writer\n\nBEIRUT (Reuters) - "
    found = cleaned(TEXT.format(head=head).encode(), "text/plain")
    assert decision(found, "title") == ("opening headline", "Town taken, army says")
    assert decision(found, "byline") == ("opening byline", "Mona Writer")
    assert decision(found, "credit") == ("opening caps_place", "Reuters")
    assert decision(found, "dateline") == ("opening caps_place", "BEIRUT (Reuters) - ")


def test_what_is_stated_beside_fills_what_the_report_does_not_say() -> None:
    feed = Stated(
        "feed entry",
        "https://example.org/b",
        "Feed title",
        "Example News",
        "Sam Scribe",
        "Tue, 13 Nov 2018 08:00:00 GMT",
    )
    archive = Stated("archive header", url="https://example.org/2018/11/14/a")
    found = cleaned(TEXT.format(head="").encode(), "text/plain", archive, feed)
    document = found.document
    assert (document.title, document.publisher, document.byline) == (
        "Town taken, army says",
        "Example News",
        "Sam Scribe",
    )
    assert (document.url, document.published) == ("https://example.org/2018/11/14/a", "2018-11-13")
    assert decision(found, "published")[0] == "feed entry"


def test_a_page_may_not_choose_its_own_address() -> None:
    told = Stated("response header", url="https://example.org/real")
    found = cleaned(page('<link rel="canonical" href="https://other.example/x">'), "text/html", told)
    assert found.document.url == "https://example.org/real"
    assert cleaned(page('<link rel="canonical" href="https://example.org/x">')).document.url == "https://example.org/x"


def test_a_headline_ends_before_the_name_of_the_site() -> None:
    head = '<meta property="og:title" content="Town taken | Example News"><meta property="og:site_name" content="Example News">'
    assert cleaned(page(head)).document.title == "Town taken"


def test_dates_that_contradict_each_other_are_noted() -> None:
    head = '<meta property="article:published_time" content="2018-11-12">'
    feed = Stated("feed entry", published="Tue, 20 Nov 2018 08:00:00 GMT")
    found = cleaned(page(head), "text/html", feed)
    assert found.document.published == "2018-11-12"
    said = [note.what for note in found.notes if note.where == "document.published"]
    assert said == ["meta article:published_time says 2018-11-12, feed entry says 2018-11-20; the first is taken"]
    near = cleaned(page(head), "text/html", Stated("feed entry", published="2018-11-13"))
    assert [note for note in near.notes if note.where == "document.published"] == []


def test_a_date_that_can_be_read_in_two_ways_is_none() -> None:
    found = cleaned(TEXT.format(head="").encode(), "text/plain", Stated("feed entry", published="11/12/2018"))
    assert found.document.published is None
    assert any("'11/12/2018', which is no date that can be told" in note.what for note in found.notes)


def test_the_header_of_an_answer_names_the_encoding() -> None:
    content = (
        "<p>L’armée a déclaré lundi qu’elle avait pris la ville, mais des habitants ont dit le contraire.</p>".encode(
            "cp1251", "ignore"
        )
    )
    russian = "<p>Армия заявила в понедельник, что взяла город после недель боёв у реки.</p>".encode("koi8-r")
    capture = Capture("url", headers=(("Content-Type", 'text/html; charset="koi8-r"'),))
    assert "Армия" in cleaned(russian, "text/html", capture=capture).document.text
    assert cleaned(
        content, "text/html", capture=Capture("url", headers=(("content-type", "text/html; charset=utf-7"),))
    )


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2018-11-12", "2018-11-12"),
        ("2018-11-12T23:59:00-05:00", "2018-11-12"),
        ("2018-11-12 10:00", "2018-11-12"),
        ("2018/11/12", "2018-11-12"),
        ("20181112", "2018-11-12"),
        ("20181112T101500Z", "2018-11-12"),
        ("20181112101500", "2018-11-12"),
        ("Mon, 12 Nov 2018 10:15:00 GMT", "2018-11-12"),
        ("12 Nov 18 10:15:00 GMT", None),
        ("November 12, 2018", "2018-11-12"),
        ("Nov. 12th 2018, 10:15", "2018-11-12"),
        ("12 November, 2018", "2018-11-12"),
        ("12-Nov-2018", "2018-11-12"),
        ("11/12/2018", None),
        ("2018-13-12", None),
        ("2018-02-30", None),
        ("2018-11", None),
        ("Nov 12", None),
        ("0001-01-01", None),
        ("yesterday", None),
        ("1542017700", None),
        ("", None),
        ("Mon, 99 Foo 2018 99:99:99", None),
        ("x" * 5_000, None),
    ],
)
def test_dates_as_they_are_written(words: str, date: str | None) -> None:
    assert iso_date(words) == date
