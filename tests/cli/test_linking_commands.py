"""What was linked, for people and programs: the commands as processes, and the sides of a claim."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.ledger import open_ledger
from onrecord.pipeline.linking import link_ledger
from onrecord.record import Claim, Happening, Join, Slots, Span, Stance, Tally, Value, dumps, linked_from_json
from onrecord.record.original import Original
from onrecord.wording.sides import sides_of
from tests.cli.test_run import onrecord
from tests.link.fake_rooms import FAKES, record_of

SHELLING = "Shelling in Susah: Observatory says it."
TEXTS = (SHELLING, "Shelling in Susah: Army denies it.", "Raid in Hajin: Mayor says it.", SHELLING)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_ledger(tmp_path / "onrecord.db", create=True) as ledger:
        for at, text in enumerate(TEXTS):
            some = record_of(f"d{at}", text)
            ledger.add(Original.of(dumps(some).encode(), "application/json", f"{at}"), some)
        assert len(list(link_ledger(ledger, FAKES))) == len(TEXTS)
    return tmp_path


def test_a_claim_stands_with_its_sides_words_and_reports(folder: Path) -> None:
    done = onrecord("claims", "--contested", cwd=folder, COLUMNS="100")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert "c1  Shelling in Susah" in shown
    heads = next(line for line in shown.splitlines() if "asserts" in line)
    assert "denies" in heads
    words = next(line for line in shown.splitlines() if "Observatory says" in line)
    assert "“Shelling in Susah: Army denies”" in words
    assert "r1 Post 2019-01-14, r4 Post 2019-01-14" in shown
    assert "Raid" not in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_claims_and_happenings_as_json_are_those_of_the_format(folder: Path) -> None:
    lines = onrecord("claims", "--json", cwd=folder).stdout.splitlines()
    claims = [linked_from_json(Claim, json.loads(line)) for line in lines]
    assert [claim.status for claim in claims] == ["contested", "single_source"]
    told = onrecord("happenings", "--json", "--at", "Susah", cwd=folder)
    assert told.returncode == 3
    (happening,) = (
        linked_from_json(Happening, json.loads(line))
        for line in onrecord("happenings", "--json", "--limit", "1", cwd=folder).stdout.splitlines()
    )
    assert {document for document, _ in happening.incidents} == {"d0", "d1", "d3"}


def test_filters_and_their_limits(folder: Path) -> None:
    assert b"c2" in onrecord("claims", "--about", "mayor", cwd=folder).stdout
    assert onrecord("claims", "--about", "nobody", cwd=folder).returncode == 3
    some = onrecord("claims", "--limit", "1", cwd=folder)
    assert b"only the first 1 are shown" in some.stderr
    assert b"c2" not in some.stdout


def test_linking_ends_with_the_account(folder: Path) -> None:
    done = onrecord("link", "--json", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == b""
    account = json.loads(done.stderr.decode().splitlines()[-1])
    assert account["reports"] == account["linked"] + account["already_linked"] + len(account["failed"])
    assert account["already_linked"] == 4
    assert account["claims"] == {"contested": 1, "single_source": 1}
    assert b"4 reports: linked 0, already linked 4, failed 0" in done.stderr


def test_an_empty_ledger_has_nothing_to_link(tmp_path: Path) -> None:
    open_ledger(tmp_path / "onrecord.db", create=True).close()
    assert onrecord("link", cwd=tmp_path).returncode == 3
    assert onrecord("claims", cwd=tmp_path).returncode == 3
    assert onrecord("happenings", "--ledger", "none.db", cwd=tmp_path).returncode == 2


def test_what_is_not_linked_yet_is_told(folder: Path) -> None:
    with open_ledger(folder / "onrecord.db") as ledger:
        some = record_of("new", SHELLING)
        ledger.add(Original.of(dumps(some).encode(), "application/json", "new"), some)
    assert b"1 reports are not linked yet" in onrecord("claims", cwd=folder).stderr


@pytest.mark.parametrize(
    ("id_", "words"), [("c1", "Observatory in r1"), ("h1", "told in r1"), ("cf1", "2 reports with text")]
)
def test_everything_explains_itself(folder: Path, id_: str, words: str) -> None:
    done = onrecord("explain", id_, cwd=folder, COLUMNS="100")
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert words in shown or id_ == "c1"
    assert "made from" in shown
    assert "same 0.90: as told" in shown
    told = json.loads(onrecord("explain", id_, "--json", cwd=folder).stdout)
    assert told["id"] == id_
    assert told["members"]
    assert {pair["verdict"] for pair in told["pairs"]} == {"same"}


def test_what_is_not_there_is_named(folder: Path) -> None:
    for id_, words in (("c9", b"nothing of this id"), ("x1", b"is no id of")):
        done = onrecord("explain", id_, cwd=folder)
        assert done.returncode == 2
        assert words in done.stderr


def stance(document: str, source: str, low: float | None = None, kind: str = "asserts", **more: object) -> Stance:
    value = None if low is None else Value(low, low)
    return Stance(document, None, (Span(0, 3, "abc"),), kind, source=source, value=value, **more)  # type: ignore[arg-type]


def claim(*stances: Stance, joins: tuple[Join, ...] = ()) -> Claim:
    return Claim("c1", "p", "quantity", Slots(), stances, Tally(1, 1, 1, 1, 0, 0, joins=joins), "contested")


def test_figures_that_do_not_meet_are_sides() -> None:
    counting, rest = sides_of(
        claim(stance("a", "X", 14), stance("b", "Y", 68), stance("c", "Z", 14), stance("d", "W", kind="questions"))
    )
    assert [(side.name, [voice.who for voice in side.voices]) for side in counting] == [
        ("asserts 14", ["X", "Z"]),
        ("asserts 68", ["Y"]),
    ]
    assert [side.name for side in rest] == ["questions"]


def test_a_hedge_stands_on_the_side_that_it_leans_to_and_joins_are_counted_once() -> None:
    join = Join("source", (0, 1), "one monitor")
    counting, _ = sides_of(
        claim(
            stance("a", "X"), stance("b", "X"), stance("c", "Y", kind="hedges", leans="denies"),
            stance("d", "Z", kind="denies"), joins=(join,),
        )
    )  # fmt: skip
    assert [(side.name, side.independent, len(side.voices)) for side in counting] == [
        ("asserts", 1, 1),
        ("denies", 2, 2),
    ]


def test_sources_without_a_name_are_never_taken_for_one() -> None:
    counting, _ = sides_of(claim(stance("a", "a resident", unnamed=True), stance("b", "a resident", unnamed=True)))
    assert len(counting[0].voices) == 2
