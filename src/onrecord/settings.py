"""What can be set: defaults, then the environment (ONRECORD_*), then what the caller asks for. Steps get plain values."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final, get_type_hints

from onrecord.errors import SettingsError

__all__ = ["Settings", "load_settings"]

PREFIX: Final = "ONRECORD_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. The environment variable of `max_bytes` is ONRECORD_MAX_BYTES, and so on.

    Attributes:
        ledger: File of the ledger, or the address of a PostgreSQL database.
        originals: Folder of the ledger's originals; None is beside the ledger.
        model: Folder of the trained reader; None is the one that ships with onrecord.
        registry: A registry file of one's own, on top of the one that ships.
        gazetteer: The user's own gazetteer; None is none beside the one that ships with onrecord.
        threads: Processor threads of the reader; 0 lets it take what there is.
        max_bytes: The most bytes that a file may have.
        max_characters: The most characters that the text of one report may have.
        parse_seconds: How long the parser of one file may take.
        parse_megabytes: How much memory the parser may have.

    Raises:
        SettingsError: A value is impossible.
    """

    ledger: str = "onrecord.db"
    originals: Path | None = None
    model: Path | None = None
    registry: Path | None = None
    gazetteer: Path | None = None
    threads: int = 0
    max_bytes: int = 20_000_000
    max_characters: int = 200_000
    parse_seconds: float = 30.0
    parse_megabytes: int = 900

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.model is not None and not (self.model / "manifest.json").is_file():
            raise SettingsError(
                f"model: {self.model} holds no manifest.json; give the folder of a reader, or leave it out to use the one "
                "that ships with onrecord"
            )
        if self.registry is not None and not self.registry.is_file():
            raise SettingsError(f"registry: {self.registry} is no file; give a registry file, or leave it out")
        _check_range("threads", self.threads, 0, 1024)
        _check_range("max_bytes", self.max_bytes, 1, 1 << 40)
        _check_range("max_characters", self.max_characters, 1, 1 << 40)
        _check_range("parse_seconds", self.parse_seconds, 0.1, 86_400)
        _check_range("parse_megabytes", self.parse_megabytes, 200, 1 << 20)


def load_settings(environment: Mapping[str, str] | None = None, **asked: object) -> Settings:
    """Puts the settings together.

    Args:
        environment: Environment variables; those of this process if none are given.
        **asked: What the caller asks for, by the names of `Settings`; None leaves a setting as it is.

    Raises:
        SettingsError: A setting does not exist or has an impossible value; the message says where it was set.
    """
    kinds = get_type_hints(Settings)
    values: dict[str, object] = {}
    for variable, text in sorted((os.environ if environment is None else environment).items()):
        if variable.startswith(PREFIX):
            name = variable.removeprefix(PREFIX).lower()
            if name not in kinds or variable != variable.upper():
                raise SettingsError(f"{variable}: there is no such setting{_hint(variable)}")
            values[name] = _value(variable, text, kinds[name])
    for name, value in asked.items():
        if name not in kinds:
            raise SettingsError(f"{name}: there is no such setting{_hint(PREFIX + name.upper())}")
        if value is not None:
            values[name] = value
    return Settings(**values)  # type: ignore[arg-type]


def _value(variable: str, text: str, kind: object) -> object:
    if kind not in (int, float):
        if not text:
            raise SettingsError(f"{variable} is empty; give a value, or unset it")
        return text if kind is str else Path(text)
    try:
        return int(text) if kind is int else float(text)
    except ValueError:
        wanted = "a whole number" if kind is int else "a number"
        raise SettingsError(f"{variable} is {text!r}; it has to be {wanted}") from None


def _check_range(name: str, value: object, low: float, high: float) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
        raise SettingsError(
            f"{name} is {value!r}; it has to be a number from {low:,} to {high:,} "
            f"(it is set by --{name} or {PREFIX}{name.upper()})"
        )


def _hint(variable: str) -> str:
    known = {field.name.upper(): PREFIX + field.name.upper() for field in fields(Settings)}
    near = difflib.get_close_matches(variable.upper().removeprefix(PREFIX), known, 1)
    return f"; did you mean {known[near[0]]}?" if near else f"; there are {', '.join(known.values())}"
