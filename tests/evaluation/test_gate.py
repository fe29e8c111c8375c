"""What the gate says and returns, over figures that are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import gate
from evaluation.__main__ import parser_of_all, run_gate
from evaluation.figures import Figure
from evaluation.floors import Floors, WouldLower, read_floors, write_floors
from evaluation.gold import Shared, find_shared
from evaluation.measures import MEASURES
from onrecord.errors import SettingsError

MODEL, GOLD = "a" * 64, {"set.jsonl.gz": "b" * 64}


def decide(path: Path, value: float, model: str = MODEL, gold: dict[str, str] = GOLD, **wishes: object) -> int:
    measured = [Figure("linked", value, one=0.001), Figure("slice", 0.1, held=False)]
    return gate.decide(measured, model, gold, gate.Wishes(floors=path, **wishes))  # type: ignore[arg-type]


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    path = tmp_path / "floors.json"
    write_floors(Floors(1, MODEL, GOLD, {"linked": 0.7}), path)
    return path


def test_kept_passes_and_fallen_fails(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert decide(floors, 0.7) == 0
    assert "kept" in capsys.readouterr().out
    assert decide(floors, 0.69) == 1
    assert "BELOW" in capsys.readouterr().out


def test_the_gate_alone_writes_nothing(floors: Path) -> None:
    before = floors.read_bytes()
    assert decide(floors, 0.9) == 0
    assert floors.read_bytes() == before


def test_raising_writes_the_higher_floor(floors: Path) -> None:
    assert decide(floors, 0.8, raise_floors=True) == 0
    assert read_floors(floors).bounds == {"linked": 0.8}
    assert decide(floors, 0.79) == 1


def test_raising_refuses_to_lower(floors: Path) -> None:
    before = floors.read_bytes()
    with pytest.raises(WouldLower):
        decide(floors, 0.6, raise_floors=True)
    assert floors.read_bytes() == before
    assert decide(floors, 0.6, raise_floors=True, regression="a smaller model") == 0
    assert read_floors(floors).regressions[0].reason == "a smaller model"


@pytest.mark.parametrize(("model", "gold"), [("c" * 64, GOLD), (MODEL, {"set.jsonl.gz": "d" * 64})])
def test_another_model_or_gold_fails_until_it_is_pinned(
    floors: Path, model: str, gold: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert decide(floors, 0.8, model, gold) == 1
    assert "CHANGED" in capsys.readouterr().out
    before = floors.read_bytes()
    assert decide(floors, 0.8, model, gold, raise_floors=True) == 1
    assert floors.read_bytes() == before
    assert decide(floors, 0.8, model, gold, raise_floors=True, repin=True) == 0
    assert decide(floors, 0.8, model, gold) == 0


def test_pinning_does_not_lower(floors: Path) -> None:
    assert decide(floors, 0.6, "c" * 64, repin=True) == 1
    assert read_floors(floors).bounds == {"linked": 0.7}


def test_skipped_with_a_word_where_there_is_no_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = tmp_path / "shared"
    assert gate.run(Shared(absent / "gold", absent / "scorers", chosen=False), gate.Wishes()) == 0
    assert "skipped" in capsys.readouterr().out


def test_a_named_folder_that_is_absent_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVALUATION_SHARED", str(tmp_path / "typo"))
    assert gate.run(find_shared(), gate.Wishes()) == 2
    assert "typo" in capsys.readouterr().err


def test_a_folder_with_a_part_missing_is_an_error_and_no_skip(tmp_path: Path) -> None:
    assert gate.run(Shared(tmp_path / "gold", tmp_path / "scorers", chosen=False), gate.Wishes()) == 2


@pytest.mark.parametrize("words", [["--allow-regression", "why"], ["--raise", "--allow-regression", " "]])
def test_a_regression_needs_a_reason_and_raise(words: list[str]) -> None:
    with pytest.raises(SettingsError, match="--allow-regression"):
        run_gate(parser_of_all().parse_args(["gate", *words]))


def test_a_set_that_is_absent_is_skipped_and_the_others_are_held(floors: Path) -> None:
    write_floors(Floors(1, MODEL, {**GOLD, "lgl.jsonl.gz": "e" * 64}, {"linked": 0.7, "lgl place F1": 0.8}), floors)
    places = gate.Measure("lgl", "lgl", lambda _: [])
    measured = [Figure("linked", 0.7)]
    assert gate.decide(measured, MODEL, GOLD, gate.Wishes(floors=floors)) == 1
    assert gate.decide(measured, MODEL, GOLD, gate.Wishes(floors=floors), [places]) == 0
    assert gate.decide([Figure("linked", 0.5)], MODEL, GOLD, gate.Wishes(floors=floors), [places]) == 1


def test_every_floor_belongs_to_a_measure() -> None:
    prefixes = tuple(f"{measure.prefix} " for measure in MEASURES)
    assert {name for name in read_floors().bounds if not name.startswith((*prefixes, "seed "))} == set()
