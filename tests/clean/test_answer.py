"""What a child answers is checked before it is believed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.clean import from_answer
from onrecord.clean.report import clean, to_answer
from onrecord.errors import RecordError
from onrecord.record.original import Original

CONTENT = "BEIRUT, Jan 3 (Reuters) - “No,” the army said on Monday.\r\nIt denied that the town had fallen.".encode()
ORIGINAL = Original.of(CONTENT, "text/plain", "a.txt")


def answer() -> dict[str, Any]:
    given = to_answer(CONTENT, {"media_type": "text/plain", "name": "a.txt"})
    parsed: dict[str, Any] = json.loads(json.dumps(given))
    return parsed


def test_an_answer_says_what_cleaning_gave() -> None:
    assert from_answer(answer(), ORIGINAL) == clean(ORIGINAL)


def spoil_text(given: dict[str, Any]) -> None:
    given["record"]["document"]["text"] += "x"


def spoil_span(given: dict[str, Any]) -> None:
    given["record"]["document"]["removed"][0]["span"]["text"] = "something else"


def spoil_id(given: dict[str, Any]) -> None:
    given["record"]["document"]["id"] = "sha256:" + "0" * 64


def spoil_run(given: dict[str, Any]) -> None:
    given["byte"][-1] = len(CONTENT)


def spoil_count(given: dict[str, Any]) -> None:
    given["count"][0] = True


def spoil_columns(given: dict[str, Any]) -> None:
    given["width"].pop()


def spoil_length(given: dict[str, Any]) -> None:
    given["length"] += 1


def spoil_record(given: dict[str, Any]) -> None:
    given["record"] = None


@pytest.mark.parametrize(
    "spoil",
    [spoil_text, spoil_span, spoil_id, spoil_run, spoil_count, spoil_columns, spoil_length, spoil_record],
)
def test_a_spoilt_answer_is_refused(spoil: Any) -> None:
    given = answer()
    spoil(given)
    with pytest.raises(RecordError, match=r"a\.txt"):
        from_answer(given, ORIGINAL)
