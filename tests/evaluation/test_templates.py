"""Stage and blame on incidents that are paired as the scorer pairs them."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.gold import find_shared
from evaluation.scoring import Scorers
from evaluation.templates import shares

SHARED = find_shared()
needs_scorers = pytest.mark.skipif(
    not SHARED.scorers.is_dir(),
    reason="the scorers are not part of this repository; EVALUATION_SHARED names their folder",
)


def template(stage: str, **blamed: str) -> dict[str, Any]:
    perpetrators = [
        {"kind": "organisation", "spans": [{"start": 0, "end": 1, "text": name.replace("_", " ")}], "blame": blame}
        for name, blame in blamed.items()
    ]
    return {
        "document": {"id": "sha256:0", "text": "x"},
        "incidents": [{"id": "i0", "type": "bombing", "stage": stage, "perpetrators": perpetrators}],
    }


@needs_scorers
def test_blame_is_asked_by_three_readings() -> None:
    pytest.importorskip("scipy", reason="the scorers need scipy")
    scorers = Scorers(SHARED.scorers)
    gold = template("accomplished", river_front="suspected", hill_army="fact", mill_guard="claimed")
    found = shares([gold], [template("attempted", river_front="suspected", army="possible")], scorers)
    assert (found.paired, found.stages) == (1, 0)
    assert dict(found.asked) == {"equal": 1, "within": 2, "all": 3}
    assert (found.right["equal"], found.right["within"], found.right["all"]) == (1, 1, 1)
