"""Gold files in the format load, and are written back with nothing lost. Runs where EVALUATION_GOLD names their folder."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from onrecord.record import from_json, to_json

FOLDER = os.environ.get("EVALUATION_GOLD", "")
FILES = [
    "polnear-dev",
    "war-reports-open",
    "re3d-open",
    "gum-dev",
    "wikiwars",
    "lgl",
    "muc4-dev",
    "event-location-train",
    "worldwide-dev",
    "rams-dev",
    "uds-ih2-dev",
]


def differences(given: object, back: object, path: str = "record") -> Iterator[str]:
    """What was lost or changed; a field that was added as unknown is no difference."""
    if isinstance(given, dict) and isinstance(back, dict):
        for key in given.keys() | back.keys():
            if key not in back or (key not in given and back[key] not in (None, [])):
                yield f"{path}.{key}"
            elif key in given:
                yield from differences(given[key], back[key], f"{path}.{key}")
    elif isinstance(given, list) and isinstance(back, list) and len(given) == len(back):
        for at, pair in enumerate(zip(given, back, strict=True)):
            yield from differences(*pair, f"{path}[{at}]")
    elif given != back or type(given) is not type(back):
        yield path


@pytest.mark.skipif(not FOLDER, reason="EVALUATION_GOLD is not set")
@pytest.mark.parametrize("name", FILES)
def test_a_gold_file_survives(name: str) -> None:
    with gzip.open(Path(FOLDER) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, 300):
            value = json.loads(line)
            assert not list(differences(value, to_json(from_json(value, lenient=True))))
