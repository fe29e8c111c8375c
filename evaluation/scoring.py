"""The scorers that lie beside the gold files: loaded from their folder, so that figures are theirs by definition."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.errors import SettingsError

Json = dict[str, Any]
PACKAGE = "scorers"


@dataclass(frozen=True, slots=True)
class Scorers:
    """The scorers of one folder."""

    folder: Path

    def module(self, name: str) -> ModuleType:
        """One scorer.

        Raises:
            SettingsError: the folder has no such scorer, or something is not installed that it needs.
        """
        _load(self.folder)
        try:
            return importlib.import_module(f"{PACKAGE}.{name}")
        except ModuleNotFoundError as e:
            raise SettingsError(
                f"{self.folder}: the scorer {name} needs {e.name}, which is not there; install numpy and scipy"
            ) from e

    def score(self, name: str, gold: Sequence[Json], predicted: Sequence[Json], **options: Any) -> Json:
        """What a scorer says of predictions."""
        result: Json = self.module(name).score(list(gold), list(predicted), **options)
        return result

    def linked(self, gold: Json, predicted: Json) -> dict[int, int]:
        """For one document, which gold statement each predicted one is linked to: place in gold by place in predicted."""
        attribution, text = self.module("attribution"), gold["document"]["text"]
        sides = [attribution.read(record, text) for record in (gold, predicted)]
        fit: Callable[[Any, Any], float] = partial(attribution.fit, attribution.links)
        pairs = self.module("matching").one_to_one(*sides, fit)
        return {p: g for g, p in pairs.items()}

    def seed(self, folder: Path, record: Json) -> Json:
        """How the record of the seed report stands to the ledger expected of it."""
        module = self.module("seed_ledger")
        expected = module.json.loads((folder / "expected-ledger.json").read_text(encoding="utf-8"))
        report = (folder / expected["report"]).read_text(encoding="utf-8")
        result: Json = module.compare(module.moved_to(expected, record["document"]["text"], report), record)
        return result


def _load(folder: Path) -> None:
    """Makes the folder importable as `scorers`; one folder for the life of the process."""
    first = folder / "__init__.py"
    loaded = sys.modules.get(PACKAGE)
    if loaded is not None and Path(loaded.__file__ or "") == first.resolve():
        return
    if loaded is not None:
        raise SettingsError(
            f"{folder}: scorers of another folder are loaded already ({loaded.__file__}); use one folder a run"
        )
    spec = importlib.util.spec_from_file_location(
        PACKAGE, first.resolve(), submodule_search_locations=[str(folder.resolve())]
    )
    if not first.is_file() or spec is None or spec.loader is None:
        raise SettingsError(f"{folder}: no scorers lie there; name their folder with --scorers")
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    spec.loader.exec_module(module)
