"""Predictions keep the document as it is, follow the corpus's marking, and see nothing of the annotations."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import iter_json, write_lines
from evaluation.predict import BATCH, TASKS, document_of, predict, predict_file
from onrecord.errors import InputError, RecordError
from tests.evaluation.fakes import TEXTS, SaidReader, gold


def written(path: Path, records: list[dict[str, Any]]) -> Path:
    write_lines(path, map(json.dumps, records))
    return path


@pytest.mark.parametrize("task", TASKS)
def test_id_and_text_stay_and_every_document_has_an_answer(task: str, tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl", gold())
    assert predict_file(task, path, tmp_path / "out.jsonl", SaidReader()) == len(TEXTS)
    answers = list(iter_json(tmp_path / "out.jsonl"))
    assert [a["document"]["id"] for a in answers] == [r["document"]["id"] for r in gold()]
    assert [a["document"]["text"] for a in answers] == list(TEXTS)
    assert answers[0]["document"]["publisher"] == "Own"


@pytest.mark.parametrize("task", TASKS)
def test_nothing_of_the_annotations_is_looked_at(task: str, tmp_path: Path) -> None:
    full = gold()
    for record in full:
        record["document"]["removed"] = [{"span": span_of_all(record), "why": "caption"}]
        record["document"]["labels"] = {"topic": "secret"}
        record["mentions"] = [{"id": "m", "span": "not even a span", "kind": "no such kind"}]
    bare = [
        {"document": {key: r["document"][key] for key in ("id", "text", "name", "corpus", "publisher")}} for r in full
    ]
    outputs = []
    for name, records in (("full", full), ("bare", bare)):
        path = written(tmp_path / f"{name}.jsonl", records)
        predict_file(task, path, tmp_path / f"{name}.out", SaidReader())
        outputs.append((tmp_path / f"{name}.out").read_bytes())
    assert outputs[0] == outputs[1]
    assert b"secret" not in outputs[0]


def span_of_all(record: dict[str, Any]) -> dict[str, Any]:
    text = record["document"]["text"]
    return {"start": 0, "end": len(text), "text": text}


@pytest.mark.parametrize(
    ("task", "corpus", "attitudes"),
    [
        ("attribution", "polnear", True),
        ("attribution", "unheard-of", True),
        ("attribution", "fa-kes", False),
        ("modality", "polnear", False),
    ],
)
def test_the_corpus_decides_whose_marking_is_followed(task: str, corpus: str, attitudes: bool) -> None:
    reader = SaidReader()
    list(predict(task, [document_of(record, "own") for record in gold(corpus)], reader))
    assert [asked for _, asked in reader.asked] == [attitudes]


def test_a_chosen_scheme_goes_before_the_corpus() -> None:
    reader = SaidReader()
    list(predict("attribution", [document_of(record, "own") for record in gold()], reader, "product"))
    assert [asked for _, asked in reader.asked] == [False]


def test_mixed_corpora_stay_in_order_and_no_batch_is_larger_than_allowed() -> None:
    documents = [
        document_of(record, "own") for k in range(BATCH) for record in (gold("polnear")[k % 3], gold("fa-kes")[0])
    ]
    reader = SaidReader()
    found = [record.document for record in predict("attribution", documents, reader)]
    assert found == documents
    assert max(len(asked) for asked, _ in reader.asked) <= BATCH
    assert {attitudes for _, attitudes in reader.asked} == {True, False}


def test_documents_are_read_as_they_come() -> None:
    drawn = []

    def coming() -> Any:
        for k in range(3 * BATCH):
            drawn.append(k)
            yield document_of(gold()[0], "own")

    next(predict("modality", coming(), SaidReader()))
    assert len(drawn) <= BATCH + 1


def test_gzip_goes_by_the_name(tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl.gz", gold())
    assert path.read_bytes()[:2] == b"\x1f\x8b"
    predict_file("modality", path, tmp_path / "out.jsonl.gz", SaidReader())
    with gzip.open(tmp_path / "out.jsonl.gz", "rt", encoding="utf-8") as lines:
        assert len(lines.readlines()) == len(TEXTS)


def test_a_run_that_fails_leaves_no_file(tmp_path: Path) -> None:
    path = written(tmp_path / "gold.jsonl", [*gold(), {"document": {"id": "x"}}])
    with pytest.raises(RecordError, match="record 4"):
        predict_file("modality", path, tmp_path / "out.jsonl", SaidReader())
    assert [p.name for p in tmp_path.iterdir()] == ["gold.jsonl"]


@pytest.mark.parametrize(("content", "error"), [("{", RecordError), ("[]", RecordError)])
def test_a_broken_line_is_named(tmp_path: Path, content: str, error: type[Exception]) -> None:
    (tmp_path / "gold.jsonl").write_text(f"\n{content}\n", encoding="utf-8")
    with pytest.raises(error, match="line 2"):
        list(iter_json(tmp_path / "gold.jsonl"))


def test_a_file_that_is_not_there_or_not_gzipped_is_named(tmp_path: Path) -> None:
    (tmp_path / "plain.gz").write_text("{}", encoding="utf-8")
    for name in ("absent.jsonl", "plain.gz"):
        with pytest.raises(InputError, match=name):
            list(iter_json(tmp_path / name))
