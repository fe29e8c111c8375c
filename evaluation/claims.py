"""Claims and copies for the reports of a gold file. In: its groups, of which only the documents' ids are looked at. Out: lines.

All reports are linked as one ledger, as `onrecord link` does it; which group a report stands in is not used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import iter_json, write_lines
from evaluation.predict import PRODUCT, Reads, document_of, predict
from onrecord.errors import InputError
from onrecord.link.linker import link_records
from onrecord.record import linked_to_json
from onrecord.record.codec import loads
from onrecord.record.record import Record

CLAIMS = "claims"
"""The task, which links the reports of a file instead of reading one after the other."""
REPORTS = "fa-kes*.jsonl.gz"
"""Files beside the gold file that hold the reports which its groups name."""


def predict_claims(gold: Path, out: Path, reader: Reads, reports: Path | None = None) -> int:
    """Reads the reports that a gold file names, links them, and writes claims and copies; returns how many reports there were."""
    wanted = [str(document) for group in iter_json(gold) for document in group["documents"]]
    files = [reports] if reports else sorted(gold.parent.glob(REPORTS))
    records = list(read_wanted(wanted, files, reader))
    write_lines(out, (json.dumps(line, ensure_ascii=False) for line in lines_of(records)))
    return len(records)


def read_wanted(wanted: Sequence[str], files: Sequence[Path], reader: Reads) -> Iterator[Record]:
    """The records of the reports with these ids: as they stand in the files if they have records, else read now.

    Raises:
        InputError: A report is in none of the files.
    """
    asked = set(wanted)
    found: dict[str, dict[str, Any]] = {}
    for line in (line for file in files for line in iter_json(file)):
        if line["document"]["id"] in asked:
            found.setdefault(line["document"]["id"], line)
    if missing := [key for key in wanted if key not in found]:
        looked = ", ".join(map(str, files)) or f"no file is called {REPORTS} beside the gold file"
        raise InputError(
            f"{looked}: {len(missing)} of {len(wanted)} reports are not there, the first is {missing[0]}; name their file with --reports"
        )
    ready = {key: loads(json.dumps(line)) for key, line in found.items() if line.get("reader")}
    rest = [document_of(found[key], key) for key in dict.fromkeys(wanted) if key not in ready]
    yield from ready.values()
    yield from predict("modality", rest, reader, PRODUCT)


def lines_of(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Copies and claims of reports that are linked as one ledger, as JSON."""
    linked = link_records(records)
    yield from map(linked_to_json, linked.copies)
    yield from map(linked_to_json, linked.claims)
