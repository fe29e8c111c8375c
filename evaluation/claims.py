"""Claims and copies for the reports of a gold file. In: its groups, of which only the documents' ids are looked at. Out: lines.

All reports are linked as one ledger; which group a report stands in is not used.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from evaluation.gold import iter_json, write_lines
from evaluation.predict import PRODUCT, Reads, document_of, predict
from onrecord.errors import InputError
from onrecord.link.claims import Proposition, claims_of, compare, keys_of, propositions_of
from onrecord.link.copies import families, find_matches, sketch_of
from onrecord.link.likeness import Likeness
from onrecord.record import linked_to_json
from onrecord.record.claim import Claim
from onrecord.record.codec import loads
from onrecord.record.copies import Copies
from onrecord.record.record import Record

CLAIMS = "claims"
"""The task, which links the reports of a file instead of reading one after the other."""
REPORTS = "fa-kes-open.jsonl.gz"
"""The reports whose ids the open groups name, beside the gold file."""
CROWD = 400
"""A blocking key that more propositions share tells nothing."""


def predict_claims(gold: Path, out: Path, reader: Reads, reports: Path | None = None) -> int:
    """Reads the reports that a gold file names, links them, and writes claims and copies; returns how many reports there were."""
    wanted = [str(document) for group in iter_json(gold) for document in group["documents"]]
    records = list(read_wanted(wanted, reports or gold.parent / REPORTS, reader))
    write_lines(out, (json.dumps(line, ensure_ascii=False) for line in lines_of(records)))
    return len(records)


def read_wanted(wanted: Sequence[str], reports: Path, reader: Reads) -> Iterator[Record]:
    """The records of the reports with these ids: as they stand in the file if it has records of this reader's, else read now."""
    found: dict[str, dict[str, Any]] = {}
    for line in iter_json(reports):
        key = line["document"]["id"]
        if key in set(wanted):
            found.setdefault(key, line)
    missing = [key for key in wanted if key not in found]
    if missing:
        raise InputError(
            f"{reports}: {len(missing)} of {len(wanted)} reports are not in it, the first is {missing[0]}; name another with --reports"
        )
    ready = {key: loads(json.dumps(line)) for key, line in found.items() if line.get("reader")}
    rest = [document_of(found[key], key) for key in dict.fromkeys(wanted) if key not in ready]
    yield from ready.values()
    yield from predict("modality", rest, reader, PRODUCT)


def lines_of(records: Sequence[Record]) -> Iterator[dict[str, Any]]:
    """Copies and claims of reports that are linked as one ledger, as JSON."""
    copied = copies_of(records)
    yield from map(linked_to_json, copied)
    yield from map(linked_to_json, link(records, {family.family: family.reports for family in copied}))


def link(records: Iterable[Record], families: Mapping[str, Sequence[str]]) -> tuple[Claim, ...]:
    """The claims of reports."""
    propositions = [p for record in records for p in propositions_of(record)]
    return claims_of(propositions, likenesses_of(propositions), families)


def likenesses_of(propositions: Sequence[Proposition]) -> dict[tuple[str, str], Likeness]:
    """The pairs that share a blocking key, compared."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for k, proposition in enumerate(propositions):
        for key in keys_of(proposition):
            blocks[key].append(k)
    pairs = {pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)}
    found = {}
    for a, b in sorted(pairs):
        one, other = propositions[a], propositions[b]
        found[one.id, other.id] = compare(one, other)
    return found


def copies_of(records: Sequence[Record]) -> tuple[Copies, ...]:
    """Families of reports that share text."""
    return families(find_matches(records), [sketch_of(record) for record in records])
