"""How far reviewers agree, as the desk shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import Ledger, open_ledger
from onrecord.record import Filter
from onrecord.serve.app import make_app
from onrecord.serve.guard import Keys

PORT = 8484


@pytest.fixture
def ledger(samples: Path) -> Iterator[Ledger]:
    with open_ledger(samples, who="Ada") as opened:
        yield opened


@pytest.fixture
def client(ledger: Ledger) -> TestClient:
    keys = Keys()
    asking = TestClient(make_app(ledger, keys, PORT), base_url=f"http://127.0.0.1:{PORT}")
    asking.get(f"/?token={keys.token}")
    return asking


def test_one_reviewer_is_told_how_a_second_one_comes(client: TestClient, ledger: Ledger) -> None:
    assert "Nobody has decided on anything" in client.get("/review/agreement").text
    ledger.judge("r1.1.s1", "right")
    page = client.get("/review/agreement").text
    assert "Only one reviewer" in page
    assert "onrecord desk --who NAME" in page


def test_two_reviewers_who_met_on_nothing(client: TestClient, ledger: Ledger) -> None:
    ledger.judge("r1.1.s1", "right")
    ledger.judge("r1.1.s2", "right", who="Bo")
    assert "No two of them have decided on the same thing" in client.get("/review/agreement").text


def test_what_two_reviewers_decided_is_compared(client: TestClient, ledger: Ledger) -> None:
    words = ledger.get_statement("r1.1.s1").statement.content.spans
    start, end = words[0].start, words[-1].end
    text = ledger.get_record("r1").document.text[start : end - 1]
    ledger.judge("r1.1.s1", "right")
    ledger.judge("r1.1.s1", "corrected", {"start": start, "end": end - 1, "text": text}, who="Bo", why="<b>no stop</b>")
    for who in ("Ada", "Bo"):
        ledger.judge("r1.1.s2", "right", who=who)
    answer = client.get("/review/agreement.json").json()
    assert answer["counted"] == {"agreed": 1, "disagreed": 1, "by_one": 0}
    (pair,) = answer["pairs"]
    assert (pair["one"], pair["other"], pair["both"], pair["same"], pair["statements"]) == ("Ada", "Bo", 2, 1, 2)
    assert (pair["f1_exact"], pair["f1_overlap"]) == (0.5, 1.0)
    assert 0.9 < pair["unitising"] < 1
    (row,) = answer["rows"]
    assert (row["id"], row["url"]) == ("r1.1.s1", "/review?here=r1.1.s1")
    assert [(one["who"], one["verdict"]) for one in row["answers"]] == [("Ada", "right"), ("Bo", "corrected")]
    page = client.get("/review/agreement").text
    assert f"end: {end - 1}" in page
    assert "&lt;b&gt;no stop" in page
    queue = client.get(row["url"])
    assert 'value="r1.1.s1"' in queue.text


def test_claims_and_joins_are_compared_by_the_ids_of_the_queue(client: TestClient, ledger: Ledger) -> None:
    (claim, *_) = ledger.list_waiting(Filter(), kinds=["claim"])
    ledger.judge(claim.id, "right")
    ledger.judge(claim.id, "wrong", who="Bo")
    one, other = [member.id for member in ledger.explain(claim.id).members[:2]]
    ledger.judge_pair("claims", one, other, "same")
    ledger.judge_pair("claims", other, one, "different", who="Bo")
    rows = client.get("/review/agreement.json").json()["rows"]
    assert [row["id"] for row in rows] == [claim.id, " ".join(sorted((one, other)))]
    assert rows[0]["words"] == claim.words
    assert [answer["verdict"] for answer in rows[1]["answers"]] == ["same", "different"]


def test_what_was_taken_back_does_not_count(client: TestClient, ledger: Ledger) -> None:
    ledger.judge("r1.1.s1", "right")
    made = ledger.judge("r1.1.s1", "wrong", who="Bo")
    ledger.undo([made.id], who="Bo")
    ledger.undo([ledger.judge_pair("claims", "c1", "c2", "same", who="Bo").id], who="Bo")
    assert client.get("/review/agreement.json").json()["counted"] == {"agreed": 0, "disagreed": 0, "by_one": 1}


def test_the_filter_holds(client: TestClient, ledger: Ledger) -> None:
    for who in ("Ada", "Bo"):
        ledger.judge("r1.1.s1", "right", who=who)
        ledger.judge("r2.1.s1", "right", who=who)
    assert client.get("/review/agreement.json?report=r2").json()["counted"]["agreed"] == 1
    assert client.get("/review/agreement.json").json()["counted"]["agreed"] == 2
