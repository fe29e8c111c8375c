"""What people decide: the part of `Ledger` that belongs to judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from onrecord.errors import LedgerError
from onrecord.ledger.connect import Store
from onrecord.ledger.custody import Log
from onrecord.ledger.judging import marked, rows
from onrecord.ledger.judging.rows import Decision
from onrecord.ledger.judging.waiting import KINDS, Kind, Waiting, iter_waiting, worth
from onrecord.ledger.linking.judging import PairJudged, last_pair, take_back
from onrecord.ledger.tables import CUSTODY
from onrecord.record.filter import Filter
from onrecord.record.judgement import Judgement

__all__ = ["Judgings"]


class Judgings:
    """Judgements, how they are taken back, and what waits for one. A ledger is one of these."""

    _store: Store
    _who: str

    def _log(self, connection: Connection, at: datetime | None = None, who: str | None = None) -> Log:
        raise NotImplementedError

    @property
    def who(self) -> str:
        """Who writes, unless somebody else is named."""
        return self._who

    def judge(
        self,
        object_id: str,
        verdict: str,
        value: Any = None,
        *,
        who: str | None = None,
        why: str | None = None,
        at: datetime | None = None,
    ) -> Judgement:
        """Writes down what somebody decided; nothing ever overwrites it.

        Args:
            object_id: A report, a reading or a part of one; or a claim, a happening or a copy family, which is found again by this
                judgement when it is made anew.
            verdict: What was found: "right", "wrong", "corrected", "unsure", or what the project uses.
            value: The value that is right; anything that JSON can write.
            who: Who judges; by default who opened the ledger.
            why: The reason.
            at: When; now, if nothing is said.

        Raises:
            NotInLedger: There is nothing of this id.
        """
        return self.judge_many([Decision(object_id, verdict, value, why)], who=who, at=at)[0]

    def judge_many(
        self, decisions: Sequence[Decision], *, who: str | None = None, at: datetime | None = None
    ) -> list[Judgement]:
        """Writes several decisions down in one transaction: all of them or none; see `judge`."""
        with self._store.writing() as connection:
            return rows.judge(connection, decisions, self._log(connection, at, who))

    def undo(
        self, ids: Iterable[str], *, who: str | None = None, why: str | None = None, at: datetime | None = None
    ) -> list[Judgement | PairJudged]:
        """Takes judgements back, each by another row; an undoing can be undone in the same way.

        Args:
            ids: Judgements (j5) and judgements of pairs (pj2).
            who: Who takes them back: who made them; by default who opened the ledger.
            why: The reason.
            at: When; now, if nothing is said.

        Raises:
            NotInLedger: There is no such judgement.
            LedgerError: It was made by somebody else, or does not count any more.
        """
        with self._store.writing() as connection:
            log = self._log(connection, at, who)
            return [
                take_back(connection, id_, why, log)
                if id_.startswith("pj")
                else rows.undo(connection, [id_], why, log)[0]
                for id_ in ids
            ]

    def undo_last(self, *, who: str | None = None) -> list[Judgement | PairJudged]:
        """Takes the newest judgement of somebody back that still counts; nothing, if there is none."""
        with self._store.writing() as connection:
            return self._again(connection, self._log(connection, None, who), undone=False)

    def redo_last(self, *, who: str | None = None) -> list[Judgement | PairJudged]:
        """Puts back what somebody took back last, unless they decided something since."""
        with self._store.writing() as connection:
            return self._again(connection, self._log(connection, None, who), undone=True)

    def iter_judgements(self, object_id: str | None = None) -> Iterator[Judgement]:
        """Judgements in order, those that were undone among them; `record.judgement.in_force` leaves these out.

        Args:
            object_id: A report, for all in it; a part, for those on it whichever reading they were made on; a claim or a happening;
                or None for all.
        """
        with self._store.reading() as connection:
            yield from rows.iter_judgements(connection, object_id)

    def standing(self, object_ids: Iterable[str]) -> dict[str, tuple[Judgement, ...]]:
        """The judgements in force on each of some things; what nobody judged is left out."""
        with self._store.reading() as connection:
            return rows.standing(connection, object_ids)

    def contents_of(self, statement_ids: Iterable[str]) -> dict[str, tuple[str, int, int]]:
        """The report of each statement, and where its words begin and end; what is no statement is left out."""
        with self._store.reading() as connection:
            return marked.contents_of(connection, statement_ids)

    def lengths_of(self, report_ids: Iterable[str]) -> dict[str, int]:
        """How long the text of each report is."""
        with self._store.reading() as connection:
            return marked.lengths_of(connection, report_ids)

    def words_of(self, ids: Iterable[str]) -> dict[str, str]:
        """Statements, places, events, claims and reports in a few words; what has none is left out."""
        with self._store.reading() as connection:
            return marked.words_of(connection, ids)

    def list_waiting(
        self, within: Filter, *, kinds: Iterable[Kind] = KINDS, who: str | None = None, most: int = 50
    ) -> list[Waiting]:
        """What waits for a decision by somebody, what is most worth it first.

        Args:
            within: What is looked at.
            kinds: Of which kinds.
            who: Who reviews; what they judged waits no longer. By default who opened the ledger.
            most: The most of each kind.
        """
        with self._store.reading() as connection:
            found = [one for kind in kinds for one in iter_waiting(connection, kind, within, who or self._who, most)]
        return sorted(found, key=worth)

    def _again(self, connection: Connection, log: Log, *, undone: bool) -> list[Judgement | PairJudged]:
        """Takes back the newest of what can be taken back: judgements and those of pairs are one row of decisions."""
        single = (rows.last_undone if undone else rows.last)(connection, log.who)
        pair = last_pair(connection, log.who)
        if pair is not None and (pair.verdict == "not_judged") != undone:
            pair = None
        if single is None and pair is None:
            return []
        if pair is not None and (single is None or _step(connection, pair.id) > _step(connection, single.id)):
            try:
                return [take_back(connection, pair.id, None, log)]
            except LedgerError:
                if single is None:
                    raise
        assert single is not None
        return list(rows.undo(connection, [single.id], None, log))


def _step(connection: Connection, id_: str) -> int:
    """Where a judgement stands in the custody log, which has the order of everything."""
    row = CUSTODY.c
    asked = select(row.sequence).where(row.object == id_, row.action.in_(("judge", "judge_pair"))).limit(1)
    return int(connection.scalar(asked) or 0)
