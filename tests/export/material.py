"""What is given out, and where it goes, in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.export.material import Reported
from onrecord.record import Claim, Copies, Filter, Happening, Judgement, Record

__all__ = ["Files", "Held", "reported"]


def reported(record: Record, number: int = 1) -> Reported:
    """A report of a ledger with this reading."""
    return Reported(f"r{number}", f"r{number}.1", f"{number:064x}", f"2019-01-0{number}T08:00:00Z", record)


@dataclass
class Held:
    """Reports and what was linked, as an export gets them."""

    reports: Sequence[Reported] = ()
    claims: Sequence[Claim] = ()
    happenings: Sequence[Happening] = ()
    copies: Sequence[Copies] = ()
    filter: Filter = field(default_factory=Filter)

    def iter_reports(self) -> Iterator[Reported]:
        return iter(self.reports)

    def iter_claims(self) -> Iterator[Claim]:
        return iter(sorted(self.claims, key=lambda claim: claim.status != "contested"))

    def iter_happenings(self) -> Iterator[Happening]:
        return iter(self.happenings)

    def iter_copies(self) -> Iterator[Copies]:
        return iter(self.copies)

    def iter_claims_on(self, happening: Happening) -> Iterator[Claim]:
        documents = {document for document, _ in happening.incidents}
        return (claim for claim in self.claims if documents & {stance.document for stance in claim.stances})

    def find_report(self, document: str) -> Reported | None:
        return next((one for one in self.reports if one.record.document.id == document), None)

    def iter_judgements(self) -> Iterator[Judgement]:
        return iter(())


@dataclass
class Files:
    """Files by their names."""

    written: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        page = io.BytesIO()
        yield page
        self.written[name] = page.getvalue()

    def text(self, name: str) -> str:
        return self.written[name].decode()
