"""What people judged, kept as ids, offsets and verdicts. In: a file of judgements and the gold files. Out: each with its document."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import Shared, iter_json
from evaluation.predict import document_of
from onrecord.errors import RecordError, SettingsError
from onrecord.record.document import Document

Json = dict[str, Any]
FOLDER = Path(__file__).with_name("judged")


def read_judged(name: str, folder: Path = FOLDER) -> list[Json]:
    """The judgements of a file, in its order."""
    return list(iter_json(folder / f"{name}.jsonl"))


def documents_of(judged: Sequence[Json], shared: Shared) -> dict[str, Document]:
    """The documents that were judged, by id, each as its gold file has it.

    Raises:
        SettingsError: a gold file is absent.
        RecordError: a document is absent, or its text is not the one that was judged.
    """
    digests = {row["document"]: row["digest"] for row in judged}
    found: dict[str, Document] = {}
    for name in sorted({row["set"] for row in judged}):
        path = shared.file(name)
        if not path.exists():
            raise SettingsError(f"{path} is absent; name the folder with EVALUATION_SHARED")
        for number, record in enumerate(iter_json(path), 1):
            if record["document"]["id"] in digests:
                document = document_of(record, f"{path.name} record {number}")
                found[document.id] = document
    for key, digest in digests.items():
        if key not in found:
            raise RecordError(f"{key}: was judged and is in none of the gold files")
        if digest_of(found[key].text) != digest:
            raise RecordError(f"{key}: its text is not the one that was judged")
    return {key: found[key] for key in digests}


def digest_of(text: str) -> str:
    """sha256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
