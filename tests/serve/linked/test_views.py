"""The pages of claims, happenings and copy families, asked as a browser and as a program asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import ClaimShown, Ledger, open_ledger
from onrecord.record import Filter, Join
from onrecord.serve.app import make_app
from onrecord.serve.desk.asked import Asked
from onrecord.serve.desk.desk import Desk
from onrecord.serve.desk.views.claim import claim, rungs_of
from onrecord.serve.desk.views.happenings import standing_of
from onrecord.serve.guard import Keys
from tests.serve.linked.claims import claim_of, in_report, said

BASE = "http://127.0.0.1:8484"


@pytest.fixture
def ledger(samples: Path) -> Iterator[Ledger]:
    with open_ledger(samples, who="tester") as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    keys = Keys()
    client = TestClient(make_app(ledger, keys, 8484), base_url=BASE)
    client.get(f"/?token={keys.token}")
    return client


def text(client: TestClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:500]
    bare = re.sub(r"<[^>]+>", " ", answer.text)
    return " ".join(bare.split())


def id_of(ledger: Ledger, words: str) -> str:
    return next(one.id for one in ledger.iter_claims() if words in one.proposition)


def test_claims_are_listed_contested_first_with_their_sides(client: TestClient) -> None:
    page = text(client, "/claims")
    assert page.index("contested Syrian Democratic Forces hold Susah") < page.index(
        "single source A village was struck"
    )
    assert "asserts 14 their spokesman (1 independent)" in page
    assert "asserts 68 / at least 68 Syrian Observatory for Human Rights (1 independent)" in page
    assert "Status single source" in page


def test_a_facet_is_an_address_and_can_be_left_again(client: TestClient) -> None:
    page = client.get("/claims").text
    assert 'href="/claims?status=contested"' in page
    chosen = client.get("/claims?status=contested").text
    assert '<a href="/claims" aria-current="true"' in chosen
    assert "5 claims" in chosen


def test_orders_and_pages_are_addresses(client: TestClient) -> None:
    assert 'href="/claims?sort=newest"' in client.get("/claims").text
    second = text(client, "/claims?size=10&start=10")
    assert "11 to 20" in second
    assert text(client, "/claims?sort=truest", 400).count("no order of claims") == 1


def test_claims_for_a_program(client: TestClient) -> None:
    first = client.get("/claims.json?size=2&status=contested").json()
    assert (first["ok"], first["total"], len(first["rows"])) == (True, 5, 2)
    rest = client.get(first["next"]).json()
    assert {row["id"] for row in rest["rows"]}.isdisjoint({row["id"] for row in first["rows"]})
    assert client.get("/claims/c999.json").json()["status"] == 404


def test_a_filter_without_anything_says_so(client: TestClient) -> None:
    for path in ("/claims", "/happenings"):
        assert "within this filter" in text(client, f"{path}?at=Atlantis")


def test_a_claim_shows_its_sides_with_their_words_and_the_way_to_them(client: TestClient, ledger: Ledger) -> None:
    id_ = id_of(ledger, "hold Susah")
    page = client.get(f"/claims/{id_}").text
    assert re.search(r'href="/reports/r\d+#char=\d+,\d+"', page)
    assert "<mark>still in control of Susah</mark>" in page or "still in control of Susah" in page
    shown = text(client, f"/claims/{id_}")
    assert "Asserts 1 independent source" in shown
    assert "Denies 3 independent sources" in shown
    assert "3 independent sources" in shown
    assert (
        "one organisation their spokesman, Lezgin Avrasor and Hozan Bermil speak for Syrian Democratic Forces" in shown
    )
    assert "if one source counted once for each report and each of its names" in shown
    assert "+1 copy" in shown
    assert "wholly taken from elsewhere" in shown
    assert "/happenings/h" in page


def test_judgements_of_pairs_are_shown(client: TestClient, ledger: Ledger) -> None:
    one, other = id_of(ledger, "hold Susah"), id_of(ledger, "hold Hajin")
    ledger.judge_pair("claims", one, other, "different", who="Asya", why="two <b>towns</b>")
    page = client.get(f"/claims/{one}").text
    assert "two &lt;b&gt;towns&lt;/b&gt;" in page
    assert "Asya" in page


def test_what_was_decided_and_not_undone_is_shown(client: TestClient, ledger: Ledger) -> None:
    id_ = id_of(ledger, "hold Susah")
    kept = ledger.judge(id_, "right", who="Asya", why="read twice")
    undone = ledger.judge(id_, "wrong", who="Boris", why="in haste")
    ledger.undo([undone.id], who="Boris")
    page = text(client, f"/claims/{id_}")
    assert "What people decided right Asya" in page
    assert "read twice" in page
    assert "in haste" not in page
    assert kept.verdict == "right"


def test_a_claim_for_a_program(client: TestClient, ledger: Ledger) -> None:
    told = client.get(f"/claims/{id_of(ledger, 'hold Susah')}.json").json()
    assert told["ok"]
    assert told["claim"]["proposition"].startswith("Syrian Democratic Forces hold Susah")
    assert told["happenings"]


def test_happenings_are_listed_with_tellers_and_tolls(client: TestClient) -> None:
    page = text(client, "/happenings?sort=reports")
    assert "Armed clash, Susah contested in 1 claim" in page
    assert "3 reports, 2 independent · killed at least 68 · injured 95 to 105" in page
    assert page.index("3 reports") < page.index("2 reports") < page.index("1 report ")
    assert client.get("/happenings.json?at=Susah").json()["total"] == 3


def test_what_is_shown_as_contested_is_what_the_filter_finds(ledger: Ledger) -> None:
    shown = [row.happening.id for row in ledger.list_happenings(Filter()).rows if row.contested]
    found = [row.happening.id for row in ledger.list_happenings(Filter(status="contested")).rows]
    assert shown == found != []


def happening_with(ledger: Ledger, reports: int) -> str:
    return next(one.id for one in ledger.iter_happenings() if len(one.incidents) == reports)


def test_a_happening_shows_tolls_tellings_and_why_they_are_one(client: TestClient, ledger: Ledger) -> None:
    id_ = happening_with(ledger, 3)
    page = client.get(f"/happenings/{id_}").text
    assert page.count('class="point"') >= 1
    assert 'class="range is-open"' in page
    assert "style=" not in page
    shown = text(client, f"/happenings/{id_}")
    assert "at least 68" in shown
    assert "can be right at once" in shown
    assert "one pair of tellings" in shown or "pairs of tellings" in shown
    assert "joined by a person" not in shown
    assert "says Syrian Observatory for Human Rights" in shown
    assert client.get(f"/happenings/{id_}.json").json()["happening"]["id"] == id_


def test_a_copy_family_shows_its_origin_and_the_passages(client: TestClient, ledger: Ledger) -> None:
    (family,) = ledger.iter_copies()
    page = text(client, f"/copies/{family.family}")
    assert "2 reports carry text of one origin" in page
    assert page.index("the others come from it") < page.index("wholly taken from elsewhere")
    assert "shared text" in page
    assert client.get(f"/copies/{family.family}.json").json()["copies"]["family"] == family.family


def test_an_id_of_something_else_is_told_apart(client: TestClient) -> None:
    assert "no happening" in text(client, "/happenings/c1", 404)
    assert "no copy family" in text(client, "/copies/c1", 404)
    assert "no id of claims" in text(client, "/claims/h1", 404)


def test_a_claim_with_500_stances_is_folded_and_can_be_unfolded() -> None:
    stances = [said(f"d{at}", f"source {at}", words="<script>alert(1)</script>") for at in range(400)]
    stances += [said(f"d{at}", "the ministry", "denies") for at in range(400, 500)]
    joins = (Join("source", tuple(range(400, 500)), "one source: the ministry"),)
    reports = {
        f"d{at}": in_report(f"r{at}", title='"><img src=x onerror=alert(1)>', publisher="<b>x</b>") for at in range(500)
    }
    shown = ClaimShown(claim_of(*stances, joins=joins, independent=401), reports, (), (), {})
    ledger: Any = SimpleNamespace(where="here", show_claim=lambda id_: shown, iter_judgements=lambda id_: iter(()))
    desk = Desk(ledger)
    folded = bytes(claim(desk, Asked("/claims/c1", parts={"id": "c1"})).body).decode()
    assert "All 400 sources of this side" in folded
    assert "99 more reports or names" in folded
    assert folded.count('class="voice"') == 13
    whole = bytes(claim(desk, Asked("/claims/c1", parts={"id": "c1"}, options={"voices": "all"})).body).decode()
    assert whole.count('class="voice"') == 401
    for page in (folded, whole):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>x" not in page


def test_the_ladder_counts_down_and_tells_what_it_would_be_otherwise() -> None:
    tally = claim_of(said("r1", "a"), said("r2", "b"), independent=2).tally
    assert tally is not None
    rungs = rungs_of(tally)
    assert [(rung.count, rung.otherwise) for rung in rungs] == [
        (2, False),
        (1, False),
        (2, False),
        (2, False),
        (3, True),
    ]
    assert max(rung.share for rung in rungs) == 100


@pytest.mark.parametrize(
    ("statuses", "reports", "contested", "words"),
    [
        ({"happened": {"r1", "r2"}}, 2, 0, "happened, say all 2"),
        ({"happened": {"r1"}}, 1, 0, "told as happened"),
        ({"happened": {"r1"}, "claimed": {"r2"}}, 2, 0, "told as happened by 1 of 2"),
        ({"happened": {"r1"}, "denied": {"r2"}}, 2, 0, "denied by some"),
        ({"denied": {"r1"}}, 1, 0, "denied only"),
        ({"planned": {"r1"}}, 1, 0, "told as planned"),
        ({}, 1, 0, "not told as a fact"),
        ({"happened": {"r1"}}, 1, 2, "contested in 2 claims"),
    ],
)
def test_how_far_those_who_tell_of_it_agree(
    statuses: dict[str, set[str]], reports: int, contested: int, words: str
) -> None:
    kept = {told: frozenset(by) for told, by in statuses.items()}
    assert standing_of(kept, reports, contested).words == words


def test_a_claim_leads_to_its_dossier_and_the_review_and_these_answer(client: TestClient, ledger: Ledger) -> None:
    id_ = id_of(ledger, "hold Susah")
    page = client.get(f"/claims/{id_}").text
    for address in (f"/export?format=dossier&amp;item={id_}", f"/review?here={id_}"):
        assert f'href="{address}"' in page
        assert client.get(address.replace("&amp;", "&")).status_code == 200
