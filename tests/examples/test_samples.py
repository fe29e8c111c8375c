"""The sample reports say truly that they are samples, and have the relations that documentation and tests build on."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
REPORTS = sorted((EXAMPLES / "reports").iterdir())


def _metadata(report: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((EXAMPLES / "metadata" / f"{report.stem}.json").read_text(encoding="utf-8"))
    return loaded


def _paragraphs(report: Path) -> list[str]:
    text = report.read_text(encoding="utf-8")
    if report.suffix == ".html":
        text = "\n".join(re.findall(r"<p>(.*?)</p>", text))
        text = html.unescape(re.sub(r"<[^>]+>", "", text))
    return [line for line in text.split("\n") if line.strip()]


def test_nothing_but_reports_lies_in_the_folder() -> None:
    assert len(REPORTS) == 6
    assert {report.suffix for report in REPORTS} == {".txt", ".html"}
    assert {report.stem for report in REPORTS} == {path.stem for path in (EXAMPLES / "metadata").iterdir()}


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_the_metadata_names_the_report_and_what_is_invented_in_it(report: Path) -> None:
    metadata = _metadata(report)
    text = html.unescape(report.read_text(encoding="utf-8"))
    assert metadata["sample"] is True
    assert metadata["report"] == f"reports/{report.name}"
    assert metadata["title"] in text
    assert metadata["publisher"].endswith("(sample)")
    assert all(metadata["invented"][kind] for kind in ("outlets", "people", "details"))
    named = [name.split(" (")[0] for name in metadata["invented"]["outlets"] + metadata["invented"]["people"]]
    assert not [name for name in named if name[0].isupper() and name not in text]


@pytest.mark.parametrize(
    "report", [report for report in REPORTS if report.suffix == ".html"], ids=lambda report: report.name
)
def test_a_web_page_says_itself_that_it_is_a_sample(report: Path) -> None:
    page = report.read_text(encoding="utf-8")
    assert '<meta name="sample" content="Sample report written for the onrecord project. Invented:' in page
    assert re.search(r"<footer>\s*<p>Sample report written for the onrecord project\.", page)


def test_the_copy_repeats_the_agency_under_another_headline_and_ends_early() -> None:
    copy = EXAMPLES / "reports" / "susah-copy.html"
    metadata = _metadata(copy)
    wire = EXAMPLES / metadata["copy_of"]
    headline, *told = _paragraphs(wire)
    kept = [paragraph for paragraph in _paragraphs(copy) if paragraph in told]
    assert kept == told[: len(kept)]
    assert len(told) / 2 < len(kept) < len(told)
    assert metadata["title"] != headline


def test_reports_that_contradict_each_other_name_each_other() -> None:
    for report in REPORTS:
        for other in _metadata(report)["contradicts"]:
            assert f"reports/{report.name}" in _metadata(EXAMPLES / other)["contradicts"]
