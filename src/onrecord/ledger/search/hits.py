"""Finding: the database proposes sentences, and each is looked at here, so that both databases give the same hits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, select, text

from onrecord.errors import LedgerError
from onrecord.ledger.parts import EVENTS, STATEMENT_SPANS, STATEMENTS
from onrecord.ledger.search.fold import fold, fold_with_offsets
from onrecord.ledger.search.index import SENTENCES, TRIGRAMS, WORDS
from onrecord.ledger.search.terms import Term, terms_of
from onrecord.ledger.tables import REPORTS
from onrecord.record.span import Span

_PARTS: Final = ("source", "cue", "content")
_AT_ONCE: Final = 100


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for. What is None does not matter.

    Attributes:
        words: Words and "phrases", all of which have to stand in one sentence; `shell*` stands for any ending.
        speaker: Part of the name of the one who speaks.
        publisher: Part of the name of the outlet.
        since: ISO date; published then or later.
        until: ISO date; published then or before.
        form: Form of the statement that the words stand in.
        speech_act: Its speech act.
        certainty: Its certainty.
        event: Type of an event that the sentence tells of.
        status: What that event is told as.
    """

    words: str
    speaker: str | None = None
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    form: str | None = None
    speech_act: str | None = None
    certainty: str | None = None
    event: str | None = None
    status: str | None = None

    def asks_for_statement(self) -> bool:
        """Whether only words within some statements are wanted."""
        return any(value is not None for value in (self.speaker, self.form, self.speech_act, self.certainty))


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence in which the words stand.

    Attributes:
        report_id: The report.
        title: Its headline.
        publisher: The outlet.
        published: ISO date of publication.
        sentence: The sentence, as a span of the text; for a hit in the headline, of the headline.
        words: Where the words stand, in the same text.
        in_title: Whether it is the headline.
        statement_id: The statement that the words stand in: the innermost, if there are several.
        speaker: Who speaks there.
        part: The part of the statement that they stand in: source, cue or content.
        form: Whether it is quoted word for word.
        speech_act: What is done by saying it.
        certainty: How sure the speaker is.
    """

    report_id: str
    title: str | None
    publisher: str | None
    published: str | None
    sentence: Span
    words: tuple[Span, ...]
    in_title: bool = False
    statement_id: str | None = None
    speaker: str | None = None
    part: str | None = None
    form: str | None = None
    speech_act: str | None = None
    certainty: str | None = None


def find(
    connection: Connection, sought: Sought, limits: Sequence[ColumnElement[bool]] = ()
) -> Generator[Hit, None, None]:
    """Finds sentences, those of the newest reports first.

    Args:
        connection: A transaction.
        sought: What is looked for.
        limits: What else the reports have to meet, as conditions on REPORTS.

    Raises:
        LedgerError: There is no word to look for.
    """
    terms = terms_of(sought.words)
    if not terms:
        raise LedgerError(f"{sought.words!r}: holds nothing to look for; give at least one word")
    meets = list(_meets(connection, sought))
    query = _query(connection, sought, terms, meets).where(*limits)
    with connection.execute(query, execution_options={"yield_per": _AT_ONCE}) as proposed:
        for some in proposed.scalars().partitions():
            located = [(row, spans) for row in _sentences(connection, some) if (spans := _locate(row, terms))]
            statements = _statements(connection, meets, [row.id for row, _ in located])
            for row, spans in located:
                if hit := _hit(row, spans, statements[row.id], sought):
                    yield hit


def _query(
    connection: Connection, sought: Sought, terms: Sequence[Term], meets: Sequence[ColumnElement[bool]]
) -> Select[Any]:
    where: list[ColumnElement[bool]] = list(_proposed(connection.dialect.name, terms))
    if sought.publisher is not None:
        where.append(REPORTS.c.publisher.in_(_called(connection, REPORTS.c.publisher, sought.publisher)))
    if sought.since is not None:
        where.append(REPORTS.c.published >= sought.since)
    if sought.until is not None:
        where.append(func.substr(REPORTS.c.published, 1, len(sought.until)) <= sought.until)
    if sought.asks_for_statement():
        where.append(_in_statement(meets))
    if sought.event is not None or sought.status is not None:
        where.append(_tells_of(sought))
    joined = select(SENTENCES.c.id).join(REPORTS, REPORTS.c.id == SENTENCES.c.report).where(*where)
    return joined.order_by(REPORTS.c.published.desc().nulls_last(), REPORTS.c.number.desc(), SENTENCES.c.position)


def _sentences(connection: Connection, ids: Sequence[int]) -> list[Any]:
    """Sentences with their reports, in the order of the ids; only these few are looked at as text."""
    columns = (
        SENTENCES.c.id, SENTENCES.c.report, SENTENCES.c.start_offset, SENTENCES.c.text,
        REPORTS.c.title, REPORTS.c.publisher, REPORTS.c.published,
    )  # fmt: skip
    joined = select(*columns).join(REPORTS, REPORTS.c.id == SENTENCES.c.report).where(SENTENCES.c.id.in_(ids))
    found = {row.id: row for row in connection.execute(joined)}
    return [found[id_] for id_ in ids]


def _proposed(dialect: str, terms: Sequence[Term]) -> Iterator[ColumnElement[bool]]:
    """Conditions that all sentences with the terms meet, and few others."""
    if dialect != "sqlite":
        for term in terms:
            yield SENTENCES.c.folded.contains(term.folded, autoescape=True)
        return
    words = [f"{_quoted(term.folded)}{' *' if term.any_ending else ''}" for term in terms if term.is_of_words]
    trigrams = [_quoted(term.folded) for term in terms if not term.is_of_words and len(term.folded) > 2]
    for table, wanted in ((WORDS, words), (TRIGRAMS, trigrams)):
        if wanted:
            matching = text(f"SELECT rowid FROM {table} WHERE {table} MATCH :sought_in_{table}")  # noqa: S608
            bound = matching.bindparams(**{f"sought_in_{table}": " AND ".join(wanted)})
            yield SENTENCES.c.id.in_(bound.columns(SENTENCES.c.id))
    for term in terms:
        if not term.is_of_words and len(term.folded) <= 2:
            yield func.instr(SENTENCES.c.folded, term.folded) > 0


def _quoted(words: str) -> str:
    """Words as FTS5 takes them for nothing but words."""
    escaped = words.replace('"', '""')
    return f'"{escaped}"'


def _called(connection: Connection, column: ColumnElement[Any], part: str) -> list[str]:
    """The values of a column that hold a part of a name, whatever case and accents."""
    wanted = " ".join(fold(part).split())
    return [value for value in connection.scalars(select(column).distinct()) if value and wanted in fold(value)]


def _meets(connection: Connection, sought: Sought) -> Iterator[ColumnElement[bool]]:
    """What the wanted statements have."""
    for column, value in (
        (STATEMENTS.c.form, sought.form),
        (STATEMENTS.c.speech_act, sought.speech_act),
        (STATEMENTS.c.certainty, sought.certainty),
    ):
        if value is not None:
            yield column == value
    if sought.speaker is not None:
        yield STATEMENTS.c.speaker.in_(_called(connection, STATEMENTS.c.speaker, sought.speaker))


def _overlap() -> ColumnElement[bool]:
    return and_(
        STATEMENT_SPANS.c.part.in_(_PARTS),
        STATEMENT_SPANS.c.start_offset < SENTENCES.c.end_offset,
        STATEMENT_SPANS.c.end_offset > SENTENCES.c.start_offset,
    )


def _in_statement(meets: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    """That a wanted statement has a part in the sentence."""
    return exists().where(
        STATEMENT_SPANS.c.reading == REPORTS.c.latest_reading,
        STATEMENTS.c.id == STATEMENT_SPANS.c.statement,
        _overlap(),
        *meets,
    )


def _tells_of(sought: Sought) -> ColumnElement[bool]:
    """That the sentence holds the words for a wanted event."""
    wanted = ((EVENTS.c.type, sought.event), (EVENTS.c.status, sought.status))
    return exists().where(
        EVENTS.c.reading == REPORTS.c.latest_reading,
        EVENTS.c.start_offset < SENTENCES.c.end_offset,
        EVENTS.c.end_offset > SENTENCES.c.start_offset,
        *(column == value for column, value in wanted if value is not None),
    )


def _statements(
    connection: Connection, meets: Sequence[ColumnElement[bool]], sentences: Sequence[int]
) -> dict[int, list[Any]]:
    """The parts of wanted statements in each sentence."""
    found: dict[int, list[Any]] = defaultdict(list)
    if not sentences:
        return found
    spans, said = STATEMENT_SPANS.c, STATEMENTS.c
    query = (
        select(
            SENTENCES.c.id.label("sentence"), spans.start_offset, spans.end_offset, spans.part, said.id,
            said.speaker, said.form, said.speech_act, said.certainty,
        )
        .join(REPORTS, REPORTS.c.id == SENTENCES.c.report)
        .join(STATEMENT_SPANS, and_(spans.reading == REPORTS.c.latest_reading, _overlap()))
        .join(STATEMENTS, said.id == spans.statement)
        .where(SENTENCES.c.id.in_(sentences), *meets)
        .order_by(spans.start_offset, spans.end_offset, said.id)
    )  # fmt: skip
    for row in connection.execute(query):
        found[row.sentence].append(row)
    return found


def _locate(row: Any, terms: Sequence[Term]) -> list[Span]:
    """Where the terms stand in the text; nothing if one of them does not."""
    folded, offsets = fold_with_offsets(row.text)
    start = row.start_offset or 0
    spans: set[tuple[int, int]] = set()
    for term in terms:
        places = [(offsets[begin], offsets[end - 1] + 1) for begin, end in term.places_in(folded)]
        if not places:
            return []
        spans.update(places)
    return [Span(start + begin, start + end, row.text[begin:end]) for begin, end in sorted(spans)]


def _hit(row: Any, spans: Sequence[Span], statements: Sequence[Any], sought: Sought) -> Hit | None:
    around = [
        part
        for part in statements
        if any(part.start_offset < span.end and span.start < part.end_offset for span in spans)
    ]
    if not around and sought.asks_for_statement():
        return None
    start = row.start_offset or 0
    hit = (
        row.report, row.title, row.publisher, row.published, Span(start, start + len(row.text), row.text), tuple(spans),
        row.start_offset is None,
    )  # fmt: skip
    if not around:
        return Hit(*hit)
    inner = min(around, key=lambda part: part.end_offset - part.start_offset)
    return Hit(*hit, inner.id, inner.speaker, inner.part, inner.form, inner.speech_act, inner.certainty)
