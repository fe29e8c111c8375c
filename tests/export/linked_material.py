"""A small material in memory, and a sink that keeps what is written, for the exports of what was linked."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.export.material import Account, Format, Head, Reported
from onrecord.record import Claim, Copies, Filter, Happening, Judgement


@dataclass
class Memory:
    """A material of what it is given."""

    reports: tuple[Reported, ...] = ()
    claims: tuple[Claim, ...] = ()
    happenings: tuple[Happening, ...] = ()
    copies: tuple[Copies, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    outside: tuple[Reported, ...] = ()
    head: Head | None = None
    filter: Filter = field(default_factory=Filter)

    def iter_reports(self) -> Iterator[Reported]:
        return iter(self.reports)

    def iter_claims(self) -> Iterator[Claim]:
        return iter(self.claims)

    def iter_happenings(self) -> Iterator[Happening]:
        return iter(self.happenings)

    def iter_copies(self) -> Iterator[Copies]:
        return iter(self.copies)

    def find_report(self, document: str) -> Reported | None:
        known = {one.record.document.id: one for one in (*self.outside, *self.reports)}
        return known.get(document)

    def iter_judgements(self) -> Iterator[Judgement]:
        return iter(self.judgements)

    def find_head(self) -> Head | None:
        return self.head


@dataclass
class Files:
    """A sink that keeps files in memory."""

    written: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        assert name not in self.written
        out = io.BytesIO()
        yield out
        self.written[name] = out.getvalue()


def given_out(format_: Format, material: Memory) -> tuple[dict[str, bytes], Account]:
    """What a format writes of a material, and its account."""
    files, account = Files(), Account()
    format_.write(material, files, account)
    return files.written, account
