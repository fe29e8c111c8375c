"""The reference names every setting with its default and every way in which a report can fail."""

import re
from dataclasses import fields
from pathlib import Path

from onrecord import errors
from onrecord.settings import PREFIX, Settings

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


def _default(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or "none"
    return f"{value:,g}" if isinstance(value, float) else f"{value:,}"


def test_every_setting_stands_there_with_its_default() -> None:
    told = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (\S+) \|", PAGE, re.MULTILINE))
    defaults = Settings()
    assert told == {field.name.upper(): _default(getattr(defaults, field.name)) for field in fields(Settings)}


def test_every_error_of_an_input_stands_there() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))
    kinds = {name for name in errors.__all__ if issubclass(getattr(errors, name), errors.InputError)}
    assert told >= kinds - {"InputError"}
