"""Reports, search and speakers, as a browser without script and a program get them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.record import (
    Chain,
    Content,
    Document,
    Event,
    Mention,
    Note,
    Reader,
    Record,
    Source,
    Span,
    Statement,
)  # fmt: skip
from onrecord.record.original import Original
from onrecord.serve.app import make_app
from onrecord.serve.desk.originals import POLICY
from onrecord.serve.guard import Keys

BASE = "http://127.0.0.1:8484"
HOSTILE = """<img src=x onerror="alert(1)">'"><i onerror=x>"""
HOSTILE_PAGES = [
    "/reports", "/reports/r1", "/reports/r1?part=e1&layers=statements,mentions,events", "/reports/r1?part=s1", "/reports/r1?part=c1",
    "/search?words=shelled", "/search?words=shelled&speaker=%3Ci+onerror%3D%22x%3Cimg", "/reports?publisher=%22+onerror%3Cimg",
    "/reports/%22%20onerror%3Cimg", "/reports/r1?part=%22+onerror%3Cimg", "/reports/r1?layers=%3Cimg+onerror%3E",
]  # fmt: skip


@pytest.fixture
def client(samples: Path) -> TestClient:
    keys = Keys()
    made = TestClient(make_app(open_ledger(samples), keys, 8484), base_url=BASE)
    made.get(f"/?token={keys.token}")
    return made


def test_the_list_has_every_report_with_its_counts(client: TestClient) -> None:
    got = client.get("/reports.json").json()
    assert (got["ok"], got["total"], got["next"]) == (True, 6, None)
    hajin = next(row for row in got["rows"] if "Hajin has changed hands" in row["title"])
    assert (hajin["statements"], hajin["published"]) == (15, "2018-12-22")
    assert all(row["happenings"] for row in got["rows"])


def test_the_list_goes_on_and_narrows(client: TestClient) -> None:
    first = client.get("/reports.json?size=4&sort=oldest").json()
    rest = client.get(first["next"]).json()
    assert [len(first["rows"]), len(rest["rows"]), rest["next"]] == [4, 2, None]
    dates = [row["published"] for row in first["rows"] + rest["rows"]]
    assert dates == sorted(dates)
    assert client.get("/reports.json?since=2018-12&until=2018-12").json()["total"] == 1
    assert client.get("/reports.json?publisher=Meridian").json()["total"] == 1
    assert "No reports within this filter" in client.get("/reports?publisher=nobody").text


def test_the_facets_are_addresses(client: TestClient) -> None:
    page = client.get("/reports").text
    assert "?publisher=Meridian+Post+%28sample%29" in page
    assert "since=2018-12&amp;until=2018-12" in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/reports?sort=size", 400), ("/reports/r99", 404), ("/reports/r1.9", 404), ("/reports/x", 404), ("/reports/r1?layers=x", 400),
        ("/reports/r99/original", 404), ("/speakers/nobody", 404), ("/speakers?sort=x", 400), ("/search?words=%22%22", 400),
        ("/reports/r1?size=0", 400),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_a_report_ties_source_cue_and_content_together(client: TestClient) -> None:
    page = client.get("/reports/r6").text
    # He speaks in two statements, and stands in the text once.
    assert 'class="m source" data-of="s5 s6">Avrasor</span>' in page
    assert 'class="m cue" data-of="s5">denied</span>' in page
    assert '<span class="m content" data-of="s5">that any fighter had been </span>' in page
    assert "Lezgin Avrasor" in page
    assert "denies" in page


def test_a_value_is_an_address_and_so_is_a_statement(client: TestClient) -> None:
    by_option = client.get("/reports/r6?part=s5").text
    by_id = client.get("/reports/r6.1.s5").text
    for page in (by_option, by_id):
        assert "<bdi>cue deny “denied”</bdi>" in page
        assert "r6.1.s5" in page
        assert "cue lit" in page
    assert "There is no s99 in r6.1" in client.get("/reports/r6.1.s99").text


def test_only_the_panel_is_renewed_where_it_is_asked_for(client: TestClient) -> None:
    part = client.get("/reports/r6?part=s5", headers={"HX-Target": "aside#panel"}).text
    assert part.strip().startswith("<aside")
    assert "that any fighter" in part
    assert "<main" not in part


def test_layers_are_chosen_by_the_address_or_by_a_form(client: TestClient) -> None:
    assert "m event" not in client.get("/reports/r6?layers=statements").text.partition('class="side"')[0]
    none = client.get("/reports/r6?layers=none").text.partition('class="side"')[0]
    assert 'class="m source' not in none
    chosen = client.get("/reports/r6?choose=1&layer-places=places&layer-times=times&part=p1", follow_redirects=False)
    assert (chosen.status_code, chosen.headers["location"]) == (303, "/reports/r6?part=p1&layers=places,times")


def test_what_the_reader_passed_over_is_told_with_its_reason(client: TestClient) -> None:
    page = client.get("/reports/r2").text
    assert 'class="m gone"' in page
    assert ">caption</a>" in page


def test_the_original_is_behind_a_click_and_does_nothing(client: TestClient) -> None:
    assert "<iframe" not in client.get("/reports/r1").text
    assert (
        '<iframe sandbox title="The original of this report" src="/reports/r1.1/original">'
        in client.get("/reports/r1?original=1").text
    )
    answer = client.get("/reports/r1/original")
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    saved = client.get("/reports/r1/original?save=1")
    assert "attachment" in saved.headers["content-disposition"]
    assert b"<script" in saved.content or b"<link" in saved.content or b"<meta" in saved.content


def test_a_program_gets_the_record(client: TestClient) -> None:
    got = client.get("/reports/r6.json").json()
    assert got["reading"] == "r6.1"
    assert got["rows"][0]["schema"] == "onrecord/1"


def test_search_marks_the_words_and_says_who_speaks(client: TestClient) -> None:
    page = client.get("/search?words=prisoner").text
    assert "<mark>prisoner</mark>" in page
    assert "Lezgin Avrasor" in page
    got = client.get("/search.json?words=prisoner").json()
    assert got["total"] == len(got["rows"]) > 0


def test_search_narrows_by_what_is_done_and_by_who_speaks(client: TestClient) -> None:
    every = client.get("/search.json?words=the").json()["total"]
    denied = client.get("/search.json?words=the&act=deny").json()
    assert 0 < denied["total"] < every
    assert {row["speech_act"] for row in denied["rows"]} == {"deny"}
    force = client.get("/search.json?words=the&by=syrian-democratic-forces").json()
    assert 0 < force["total"] < every
    assert client.get("/search.json?words=the&publisher=Meridian").json()["total"] < every


def test_search_without_words_says_how(client: TestClient) -> None:
    page = client.get("/search").text
    assert "shell*" in page
    assert "Quotation marks keep words together" in page
    assert "No sentence has all of these words" in client.get("/search?words=zzzz").text


def test_a_hit_leads_to_its_words(client: TestClient) -> None:
    row = client.get("/search.json?words=prisoner").json()["rows"][0]
    text = client.get(f"/reports/{row['report_id']}.json").json()["rows"][0]["document"]["text"]
    word = row["words"][0]
    assert text[word["start"] : word["end"]] == word["text"] == "prisoner"
    assert f"#char={word['start']},{word['end']}" in client.get("/search?words=prisoner").text


def test_speakers_are_bodies_and_offices_with_what_is_left_out_counted(client: TestClient) -> None:
    got = client.get("/speakers.json").json()
    ids = {row["id"]: row for row in got["rows"]}
    assert {"syrian-democratic-forces", "us-president", "sohr"} <= set(ids)
    assert not any("Avrasor" in row["name"] or "Umm Tirsal" in row["name"] for row in got["rows"])
    assert ids["syrian-democratic-forces"]["denied"] > 0
    page = client.get("/speakers").text
    assert "people of whom no public office is known" in page
    counted = sum(row["statements"] for row in got["rows"])
    assert f"{counted} statements are counted above" in page


def test_one_speaker_is_told_in_the_order_of_time(client: TestClient) -> None:
    got = client.get("/speakers/us-president.json").json()
    dates = [row["published"] for row in got["rows"]]
    assert dates == sorted(dates, reverse=True)
    assert {row["speaker"] for row in got["rows"]} == {"Donald Trump"}
    page = client.get("/speakers/us-president").text
    assert "President of the United States" in page
    assert 'href="/reports/r' in page


def test_the_name_of_a_private_person_opens_nothing(client: TestClient) -> None:
    for name in ("Umm Tirsal", "~umm tirsal", "Lezgin Avrasor", "~lezgin avrasor", "donald-trump"):
        assert client.get(f"/speakers/{name}").status_code == 404


@pytest.mark.parametrize("address", HOSTILE_PAGES)
def test_nothing_of_a_report_is_taken_as_markup(tmp_path: Path, address: str) -> None:
    text = f"{HOSTILE} said that {HOSTILE} had shelled {HOSTILE}."
    name = Span.of(text, 0, len(HOSTILE))
    said = Statement(
        "s", "indirect", Source((name,), "c", HOSTILE, "organisation"), None, Content((Span.of(text, 50, 80),))
    )
    record = Record(
        Document("sha256:0", text, title=HOSTILE, publisher=HOSTILE, byline=HOSTILE, url=HOSTILE, published="2018-11-05"),
        mentions=(Mention("m", name, "organisation", "name", "c"),),
        chains=(Chain("c", "organisation", HOSTILE, ("m",)),),
        events=(Event("e", name, "shelling", status="planned", extra={"why": HOSTILE}),),
        statements=(said,), notes=(Note(HOSTILE, HOSTILE),), reader=Reader(HOSTILE, "1"),
    )  # fmt: skip
    content = text.encode()
    original = Original(hashlib.sha256(content).hexdigest(), content, "text/plain", HOSTILE, (), None)
    keys = Keys()
    with open_ledger(tmp_path / "hostile.db", create=True) as ledger:
        ledger.add(original, record)
        client = TestClient(make_app(ledger, keys, 8484), base_url=BASE)
        client.get(f"/?token={keys.token}")
        page = client.get(address)
    assert page.status_code in (200, 400, 404)
    assert "onerror" in page.text
    assert "<img" not in page.text
    assert '" onerror' not in page.text


@pytest.mark.parametrize("address", ["/reports", "/search?words=a", "/speakers", "/search"])
def test_an_empty_ledger_says_what_to_do(tmp_path: Path, address: str) -> None:
    keys = Keys()
    app = make_app(open_ledger(tmp_path / "none.db", create=True), keys, 8484)
    empty = TestClient(app, base_url=BASE)
    empty.get(f"/?token={keys.token}")
    answer = empty.get(address)
    assert answer.status_code == 200
    assert "No " in answer.text or "shell*" in answer.text
