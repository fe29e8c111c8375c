"""Violent events in reports that tell of none are counted, and judgements hold only for the texts that were judged."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from evaluation.__main__ import parser_of_all
from evaluation.alarms import VERDICTS, alarms_of, rate
from evaluation.gold import Shared
from evaluation.judgements import digest_of, documents_of, read_judged
from onrecord.errors import RecordError, SettingsError
from onrecord.record.document import Document
from onrecord.record.event import Event
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.record.vocabulary import EventStatus
from tests.evaluation.fakes import gold

TEXT = "The bank won its battle for the harbour before the clash of the brass bands."


def event(words: str, kind: str | None, status: EventStatus | None) -> Event:
    start = TEXT.index(words)
    return Event(words, Span.of(TEXT, start, start + len(words)), kind, status=status)


def test_only_violence_that_is_put_forward_as_real_is_an_alarm() -> None:
    events = (
        event("won", "agreement", "happened"),
        event("battle", "armed_clash", "happened"),
        event("clash", "armed_clash", "planned"),
        event("brass", None, "happened"),
        Event("whole", None, "armed_clash", status="happened"),
    )
    (alarm,) = alarms_of(Record(Document("sha256:0", TEXT), events=events))
    assert (alarm.start, alarm.end, alarm.type, alarm.status) == (17, 23, "armed_clash", "happened")
    assert alarm.words == TEXT[: 23 + 45].strip()
    assert rate([alarm], 40) == 0.5


def test_two_hundred_peaceful_reports_are_kept_by_id_and_without_text() -> None:
    judged = read_judged("peaceful")
    assert Counter(row["verdict"] for row in judged)["peaceful"] >= 200
    assert {row["verdict"] for row in judged} == set(VERDICTS)
    assert all(set(row) == {"set", "document", "digest", "verdict"} for row in judged)
    assert len({row["document"] for row in judged}) == len(judged)


def shared(folder: Path) -> Shared:
    with gzip.open(folder / "own.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(record) + "\n" for record in gold())
    return Shared(folder, folder, chosen=True)


def judgement(number: int, **changed: str) -> dict[str, str]:
    record = gold()[number]["document"]
    return {"set": "own", "document": record["id"], "digest": digest_of(record["text"]), **changed}


def test_judgements_are_joined_with_their_documents(tmp_path: Path) -> None:
    found = documents_of([judgement(1), judgement(0)], shared(tmp_path))
    assert [document.text for document in found.values()] == [gold()[k]["document"]["text"] for k in (1, 0)]


def test_another_text_is_not_what_was_judged(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="not the one that was judged"):
        documents_of([judgement(0, digest="0" * 64)], shared(tmp_path))
    with pytest.raises(RecordError, match="in none of the gold files"):
        documents_of([judgement(0, document="sha256:unknown")], shared(tmp_path))
    with pytest.raises(SettingsError, match="absent"):
        documents_of([judgement(0, set="elsewhere")], shared(tmp_path))


def test_the_command_takes_kinds_of_reports() -> None:
    assert parser_of_all().parse_args(["alarms", "--of", "crime", "peaceful"]).of == ["crime", "peaceful"]
