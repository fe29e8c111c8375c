"""The door of the desk: one browser, on this machine, and pages that may load nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.ledger import open_ledger
from onrecord.serve.app import make_app
from onrecord.serve.guard import POLICY, Keys

BASE = "http://127.0.0.1:8484"


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def client(samples: Path, keys: Keys) -> TestClient:
    return TestClient(make_app(open_ledger(samples), keys, 8484), base_url=BASE)


def test_nobody_gets_in_without_the_token(client: TestClient) -> None:
    for path in ("/", "/claims", "/claims.json", "/static/desk.js"):
        assert client.get(path).status_code == 403


def test_the_token_opens_once_and_is_taken_out_of_the_address(client: TestClient, keys: Keys) -> None:
    first = client.get(f"/?about=SDF&token={keys.token}", follow_redirects=False)
    token = first.headers["location"]
    assert (first.status_code, token) == (303, "/?about=SDF")
    assert "HttpOnly" in first.headers["set-cookie"]
    assert "SameSite=strict" in first.headers["set-cookie"]
    assert client.get("/").status_code == 200


def test_a_used_token_opens_nothing_for_another_browser(samples: Path) -> None:
    keys = Keys()
    app = make_app(open_ledger(samples), keys, 8484)
    token = keys.token
    assert TestClient(app, base_url=BASE).get(f"/?token={token}").status_code == 200
    other = TestClient(app, base_url=BASE).get(f"/?token={token}")
    assert other.status_code == 403
    assert "already" in other.text


@pytest.mark.parametrize(
    "host", ["evil.example:8484", "127.0.0.1:80", "127.0.0.1", "127.0.0.1.evil.example:8484", "0.0.0.0:8484", ""]
)
def test_another_host_is_refused(client: TestClient, keys: Keys, host: str) -> None:
    assert client.get(f"/?token={keys.token}", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "origin": "http://evil.example"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:9000"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {},
    ],
)
def test_a_change_that_no_page_of_the_desk_asked_for_is_refused(
    client: TestClient, keys: Keys, headers: dict[str, str]
) -> None:
    client.get(f"/?token={keys.token}")
    assert client.post("/", headers=headers).status_code == 403


def test_every_answer_has_the_policy(client: TestClient, keys: Keys) -> None:
    client.get(f"/?token={keys.token}")
    for path in ("/", "/static/desk.css", "/nothing", "/nothing.json"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == POLICY, path
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


def test_what_goes_wrong_has_one_shape_for_programs(client: TestClient, keys: Keys) -> None:
    client.get(f"/?token={keys.token}")
    answer = client.get("/nothing.json")
    assert answer.status_code == 404
    assert answer.json() == {"ok": False, "error": "Not Found", "errors": ["Not Found"], "status": 404}
