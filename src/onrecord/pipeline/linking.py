"""Reports of a ledger linked with each other, a few at a time: what is linked stays so, whenever the program is stopped."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from onrecord.errors import NotInLedger
from onrecord.ledger import Ledger
from onrecord.ledger.linking import Page, Unlinked
from onrecord.link.likeness import Likeness, PairJudgement, Verdict
from onrecord.link.linker import BATCH, VERSION, Prepared, link, prepare
from onrecord.link.rooms import ROOMS, Rooms
from onrecord.link.shelf import Kind, Made, Pair, paired
from onrecord.record.record import Record

__all__ = ["VERSION", "LinkedReport", "NotLinked", "link_ledger"]

# Records that are compared with each other again and again; one takes about a megabyte.
_RECORDS: Final = 100


@dataclass(frozen=True, slots=True)
class LinkedReport:
    """A report that is linked with the others.

    Attributes:
        report: Its id in the ledger.
        notes: What is to be said of it, and of what it was linked together with.
    """

    report: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotLinked:
    """A report that could not be linked.

    Attributes:
        report: Its id in the ledger.
        reason: The cause and what to do.
    """

    report: str
    reason: str


def link_ledger(ledger: Ledger, rooms: Rooms = ROOMS) -> Iterator[LinkedReport | NotLinked]:
    """Links all reports of a ledger that are not linked yet, and makes anew what judgements and purges have touched.

    A report is linked when this yields it. A run that was stopped at any point is simply started again.

    Args:
        ledger: The ledger.
        rooms: How reports are linked.

    Yields:
        For each report, in the order in which they were added, what became of it.

    Raises:
        LedgerError: The ledger cannot be written.
    """
    records = _Records(ledger)
    failed: set[str] = set()
    with ledger.linking(VERSION) as page:
        page.forget_others()
        # What people judged and what purges left behind is taken up even where no report waits.
        link(_PageShelf(page, records), [], rooms)
    while waiting := [one for one in ledger.iter_unlinked(VERSION) if one.report not in failed]:
        for at in range(0, len(waiting), BATCH):
            done = list(_link_some(ledger, waiting[at : at + BATCH], records, rooms))
            failed.update(one.report for one in done if isinstance(one, NotLinked))
            yield from done


def _link_some(
    ledger: Ledger, waiting: Sequence[Unlinked], records: _Records, rooms: Rooms
) -> Iterator[LinkedReport | NotLinked]:
    """Links a few reports in one transaction."""
    prepared: list[tuple[Unlinked, Prepared]] = []
    for one in waiting:
        try:
            prepared.append((one, prepare(records.of_reading(one.reading), rooms)))
        except NotInLedger:
            # It was purged, or read anew, a moment ago.
            continue
        except Exception as error:  # noqa: BLE001 (the reason is told, and the other reports go on)
            yield NotLinked(
                one.report, f"onrecord failed on it ({error!r}); this is a fault in onrecord, please report it"
            )
    with ledger.linking(VERSION) as page:
        still = page.still_unlinked([one.report for one, _ in prepared])
        taken = [(one, each) for one, each in prepared if still.get(one.report) == one.reading]
        said: dict[str, tuple[str, ...]] = {}
        fresh: list[Prepared] = []
        for one, each in taken:
            same = page.take(one.report, one.reading, each.document)
            if same is None:
                records.know(each.document, one.reading)
                fresh.append(each)
            said[one.report] = () if same is None else (f"is of the same document as {same}, which stands for both",)
        notes = [f"{note.where}: {note.what}" for note in link(_PageShelf(page, records), fresh, rooms)]
    for at, (report, told) in enumerate(said.items()):
        yield LinkedReport(report, (*told, *notes) if at == len(said) - 1 else told)


class _Records:
    """Records of a ledger, the last few of which are kept at hand."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: OrderedDict[str, Record] = OrderedDict()
        self._readings: dict[str, str] = {}

    def of_reading(self, reading: str) -> Record:
        """What was read."""
        if reading not in self._kept:
            self._kept[reading] = self._ledger.get_record(reading)
        self._kept.move_to_end(reading)
        while len(self._kept) > _RECORDS:
            self._kept.popitem(last=False)
        return self._kept[reading]

    def know(self, document: str, reading: str) -> None:
        """Remembers which reading of a document counts."""
        self._readings[document] = reading

    def of_document(self, document: str, page: Page) -> Record:
        """What was read in a report that is linked."""
        if document not in self._readings:
            self._readings[document] = page.reading_of(document)
        return self.of_reading(self._readings[document])


class _PageShelf:
    """A transaction of a ledger as the linker takes it."""

    def __init__(self, page: Page, records: _Records) -> None:
        self._page, self._records = page, records
        self.put_items, self.put_keys = page.put_items, page.put_keys
        self.owners, self.items, self.items_of = page.owners, page.items, page.items_of
        self.objects_of, self.members = page.objects_of, page.members
        self.stale, self.next_id = page.stale, page.next_id

    def get_record(self, document: str) -> Record:
        """What was read in a report."""
        return self._records.of_document(document, self._page)

    def put_pairs(self, kind: Kind, pairs: Mapping[Pair, Likeness]) -> None:
        """Keeps the machine's judgements of pairs."""
        self._page.put_pairs(
            kind,
            (
                (*pair, one.verdict, one.score, _json(list(one.why)), _json(dict(one.details)))
                for pair, one in pairs.items()
            ),
        )

    def pairs_among(self, kind: Kind, ids: Collection[str]) -> Mapping[Pair, Likeness]:
        """The machine's judgements of pairs of which both items are among these."""
        return {
            paired(a, b): Likeness(cast(Verdict, verdict), score, tuple(json.loads(why)), json.loads(details))
            for a, b, verdict, score, why, details in self._page.pairs_among(kind, ids)
        }

    def judgements(self, kind: Kind, ids: Collection[str]) -> Sequence[PairJudgement]:
        """People's judgements of pairs of which both items are among these, the newest last."""
        return [
            PairJudgement(kind, *paired(a, b), cast(Verdict, verdict), who, why, at)
            for a, b, verdict, who, why, at in self._page.judgements(kind, ids)
        ]

    def replace(self, kind: Kind, gone: Mapping[str, str | None], made: Sequence[Made], loose: Collection[str]) -> None:
        """Puts objects in the place of what was there."""
        self._page.replace(kind, gone, [(each.id, each.linked, each.members) for each in made], loose)

    def forget(self, documents: Collection[str]) -> None:
        """Takes all items of reports away."""
        self._page.forget(documents)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
