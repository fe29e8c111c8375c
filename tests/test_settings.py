"""Settings: defaults, then environment, then what is asked for; anything impossible is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import Settings, load_settings


def test_defaults_then_environment_then_what_is_asked_for() -> None:
    assert load_settings({}) == Settings()
    there = {"ONRECORD_THREADS": "2", "ONRECORD_PARSE_SECONDS": "1.5", "PATH": "x"}
    assert load_settings(there) == Settings(threads=2, parse_seconds=1.5)
    assert load_settings(there, threads=3, model=None) == Settings(threads=3, parse_seconds=1.5)


def test_a_folder_of_a_model_has_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="holds no manifest"):
        load_settings({"ONRECORD_MODEL": str(tmp_path)})
    (tmp_path / "manifest.json").write_text("{}")
    assert load_settings({"ONRECORD_MODEL": str(tmp_path)}).model == tmp_path


@pytest.mark.parametrize(
    ("environment", "asked", "words"),
    [
        ({"ONRECORD_THREAD": "2"}, {}, "ONRECORD_THREAD: there is no such setting; did you mean ONRECORD_THREADS"),
        ({"ONRECORD_WHATEVER": "2"}, {}, "there are ONRECORD_LEDGER, ONRECORD_ORIGINALS, ONRECORD_MODEL"),
        ({"ONRECORD_THREADS": "two"}, {}, "ONRECORD_THREADS is 'two'; it has to be a whole number"),
        ({"ONRECORD_THREADS": ""}, {}, "whole number"),
        ({"ONRECORD_MODEL": ""}, {}, "ONRECORD_MODEL is empty"),
        ({"ONRECORD_PARSE_SECONDS": "nan"}, {}, "from 0.1 to"),
        ({}, {"threads": -1}, "from 0 to"),
        ({}, {"max_bytes": 0}, "from 1 to"),
        ({}, {"threads": "2"}, "has to be a number"),
        ({}, {"speed": 1}, "speed: there is no such setting"),
    ],
)
def test_what_is_unknown_or_impossible_is_named(
    environment: dict[str, str], asked: dict[str, object], words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        load_settings(environment, **asked)
