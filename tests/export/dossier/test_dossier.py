"""A dossier: everything that a claim or a happening rests on, in its exact words, with where it stands."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from onrecord.export.dossier import FORMAT, dossier_of
from onrecord.export.dossier.ranges import range_table
from onrecord.record import Span, Stance
from tests.export.linked_material import FIRST, OTHER, SECOND, TEXT, Memory, at, given_out, material


def page_of(id_: str, of: Memory | None = None) -> str:
    page = dossier_of(of or material(), id_)
    assert page is not None
    return page


def words_in(page: str) -> str:
    """What a page says, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main>")[2]).split())


def test_a_claim_has_its_proposition_its_status_with_why_and_says_who_made_it() -> None:
    page = page_of("c1")
    assert (
        '<h1><bdi dir="auto">Syrian army carried out the shelling at Elmstead on 23 December 2018.</bdi></h1>' in page
    )
    assert "contested : asserted by Selma Ornby, denied by Syrian army" in words_in(page)
    assert "Machine output, not checked." in page
    assert "Nothing here is called true" in page


def test_sides_stand_face_to_face_with_words_report_outlet_date_hash_and_offsets() -> None:
    page = page_of("c1")
    asserts, denies = re.findall(r"<section><h3>(asserts|denies).*?</section>", page, re.DOTALL)
    assert (asserts, denies) == ("asserts", "denies")
    words = at(TEXT, "The Syrian army shelled")
    assert f"<mark>{words.text}</mark> Elmstead on Sunday, 23 December</blockquote>" in page
    assert f"characters {words.start}–{words.end}" in page
    assert "report r1 · The Ferry Post · 2018-12-24" in words_in(page)
    denied = at(OTHER, "denied that it had shelled")
    assert f"<mark>{denied.text}</mark>" in page
    assert f"characters {denied.start}–{denied.end}" in page
    for sha256 in ("a1" * 32, "b2" * 32):
        assert page.count(f"sha256 {sha256}") >= 2


def test_joins_are_unfolded_and_copies_are_named() -> None:
    page = words_in(page_of("c1"))
    assert "2 reports share one text (copy family cf1)" in page
    assert "Selma Ornby in report r1 · The Ferry Post · 2018-12-24 , which the others come from" in page
    assert "Syrian army in report r2 · SANA · 2018-12-25 , wholly taken from elsewhere" in page
    assert "one of 2 reports of copy family cf1, wholly taken from elsewhere" in page


def test_what_people_decided_of_it_and_of_its_words_is_there_with_who_when_and_why() -> None:
    page = words_in(page_of("c1"))
    assert "wrong , of c1 the crater points elsewhere Ada Quill , 2019-01-02T08:00:00Z" in page
    assert "right , of r1.1.s1 no reason was given" in page
    assert "no list of names" not in page
    assert "No judgement of a person on this" in words_in(page_of("c3"))


def test_reports_have_capture_and_address_as_words_and_nothing_leads_outside() -> None:
    page = page_of("c1")
    assert "taken: url, 2018-12-24T09:00:00Z, https://ferry.example/shells, status 200" in words_in(page)
    assert "by Orla Finn" in page
    files, _ = given_out(FORMAT, material())
    for content in files.values():
        text = content.decode()
        assert not re.search(r"\s(?:src|srcset|action|poster|data)=", text)
        assert all(re.fullmatch(r"[ch]\d+\.html", link) for link in re.findall(r'href="([^"]*)"', text))


def test_the_foot_has_the_state_of_the_ledger_and_the_day() -> None:
    page = words_in(page_of("c1"))
    assert "row 41 of its custody log, written 2019-01-02T08:02:00Z" in page
    assert "d4" * 32 in page
    assert re.search(r"Made by onrecord \S+ on \d{4}-\d\d-\d\d\.", page)
    assert "gave no row of its custody log" in page_of("c1", material(head=None))


def test_the_policy_allows_the_style_sheet_of_the_page_and_nothing_else() -> None:
    page = page_of("c1")
    (sheet,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in page
    assert "<script" not in page
    assert 'style="' not in page
    assert "@page" in sheet


def test_a_happening_has_place_days_tellings_with_who_says_so_and_the_toll_of_each_source() -> None:
    page = page_of("h1")
    words = words_in(page)
    assert "when 2018-12-23 (day)" in words
    assert "where Elmstead; SY; precision: settlement; 35.5, 40.25" in words
    assert "by Syrian army (so it is claimed)" in words
    assert "target: Hezbollah" in words
    assert "<mark>shelled</mark>" in page
    assert "told as: happened · according to Selma Ornby" in words
    assert "told as: denied · told as not so · according to Syrian army" in words
    assert "Killed, on an axis from 0 to 99" in words
    assert "12 Selma Ornby report r1" in words
    assert "24 to 99 monitor report r1" in words
    assert "told only as planned" in words_in(page_of("h2"))


def test_a_wide_place_is_no_point() -> None:
    shelling, *_ = material().happenings
    assert shelling.place
    wide = replace(shelling, place=replace(shelling.place, precision="province"))
    assert "35.5, 40.25 is the middle of it, not where it was" in words_in(page_of("h1", material(happenings=(wide,))))


def test_there_is_a_page_for_each_and_an_index_that_says_what_was_asked_for() -> None:
    files, account = given_out(FORMAT, material())
    assert [*files] == ["c1.html", "c2.html", "c3.html", "h1.html", "h2.html", "index.html"]
    assert account.written == {"claim": 3, "happening": 2}
    index = files["index.html"].decode()
    assert re.findall(r'href="([^"]*)"', index) == ["c1.html", "c2.html", "c3.html", "h1.html", "h2.html"]
    assert "The whole ledger." in index
    limited = material(filter=type(material().filter)(at="<b>Elm"))
    assert '>at: <bdi dir="auto">&lt;b&gt;Elm</bdi><' in given_out(FORMAT, limited)[0]["index.html"].decode()
    assert dossier_of(material(), "c99") is None
    assert page_of("c2") == files["c2.html"].decode()


def test_words_whose_report_is_gone_are_counted_and_named() -> None:
    files, account = given_out(FORMAT, material(reports=material().reports[:1]))
    assert account.reasons() == {
        ("statement", "its report is not at hand"): 2,
        ("incident", "its report is not at hand"): 2,
    }
    assert SECOND in files["c1.html"].decode()


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("A first line\nhe said it", "said", "he <mark>said</mark> it"),
        ("<b>&amp;\u202e said", "said", '&lt;b&gt;&amp;amp;<span class="u">U+202E</span> <mark>said</mark>'),
        ("قال المتحدث إن الجسر آمن", "الجسر", "قال المتحدث إن <mark>الجسر</mark> آمن"),
        ("w " * 200 + "said" + " w" * 200, "said", "w <mark>said</mark> w"),
    ],
)
def test_the_words_are_exact_and_what_stands_around_them_is_of_their_line(text: str, words: str, shown: str) -> None:
    first = material().reports[0]
    record = replace(first.record, document=replace(first.record.document, text=text), statements=())
    start = text.index(words)
    stance = Stance(FIRST, None, (Span(start, start + len(words), words),), "asserts", "X")
    claim = replace(material().claims[2], stances=(stance,))
    page = page_of("c3", material(reports=(replace(first, record=record),), claims=(claim,)))
    (quoted,) = re.findall(r'<blockquote dir="auto">(.*?)</blockquote>', page, re.DOTALL)
    assert shown in quoted
    assert "A first line" not in quoted
    assert ("[…]" in quoted) == (len(text) > 400)


def test_figures_far_apart_stand_on_a_logarithmic_axis_and_open_ones_are_open() -> None:
    near = "".join(range_table("Killed", [("A", "r1", 3, 5), ("A", "r1", 3, 5), ("B", "r2", 4, None)]))
    assert "an axis from 0 to 5" in near
    assert near.count("<tr>") == 2
    assert near.count('class="open"') == 1
    assert "a logarithmic axis from 0 to 300,001" in "".join(
        range_table("K", [("A", "r1", 3, 3), ("B", "r2", 300_001, None)])
    )
    assert "an axis from 0 to 1<" in "".join(range_table("Killed", [("A", "r1", 0, 0)]))
