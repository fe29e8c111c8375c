"""What is searched: the sentences of each report's newest reading, folded, and the indexes over them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Connection, Integer, Table, Text, delete, func, select

from onrecord.ledger.connect import insert_rows
from onrecord.ledger.rows import shown
from onrecord.ledger.search.fold import fold
from onrecord.ledger.search.sentences import sentences_of
from onrecord.ledger.tables import METADATA, to
from onrecord.record.document import Document

WORDS: Final = "sentence_words"
TRIGRAMS: Final = "sentence_trigrams"

SENTENCES: Final = Table(
    "sentences",
    METADATA,
    Column(
        "id", Integer, primary_key=True, autoincrement=False, comment="A number; it changes when a report is read anew."
    ),
    Column("report", Text, to("reports.id"), nullable=False, index=True, comment="The report."),
    Column("position", Integer, nullable=False, comment="Which of the report's; 0 is its title."),
    Column("start_offset", Integer, comment="Offset of the first character, in code points; none for the title."),
    Column("end_offset", Integer, comment="Offset after the last character."),
    Column("text", Text, nullable=False, comment="The sentence."),
    Column(
        "folded", Text, nullable=False, comment="The sentence without case and accents, in which words are looked for."
    ),
    comment="The sentences of each report's newest reading.",
)

# Marks belong to words, or Hindi would fall apart at its vowels. Folding is done before, alike for both databases.
_SQLITE: Final = (
    f"""CREATE VIRTUAL TABLE {WORDS} USING fts5(folded, content='sentences', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")""",
    f"""CREATE VIRTUAL TABLE {TRIGRAMS} USING fts5(folded, content='sentences', content_rowid='id',
        tokenize="trigram case_sensitive 1")""",
)
_POSTGRES: Final = (
    """DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX ix_sentences_trigrams ON sentences USING gin (folded gin_trgm_ops);
    EXCEPTION WHEN OTHERS THEN
        RAISE NOTICE 'without pg_trgm, every sentence is looked at';
    END $$""",
)
DDL: Final = {"sqlite": _SQLITE, "postgresql": _POSTGRES}
"""What makes the indexes, by database."""

Sentence = tuple[int, int | None, int | None, str, str]


def rows_of_text(document: Document) -> list[Sentence]:
    """The sentences of a report: position, start, end, words, folded words."""
    # A headline that the text opens with would be found twice.
    title = document.title if document.title and document.title not in document.text else ""
    stretches: list[tuple[int | None, int | None, str]] = [(None, None, title)]
    stretches += [(start, end, document.text[start:end]) for start, end in sentences_of(document.text)]
    shown_stretches = [(start, end, shown(words) or "") for start, end, words in stretches]
    return [
        (position, start, end, words, " ".join(fold(words).split()))
        for position, (start, end, words) in enumerate(shown_stretches)
        if words
    ]


def index_text(connection: Connection, report: str, document: Document) -> None:
    """Makes a report's newest reading the one that is found."""
    unindex(connection, report)
    first = int(connection.scalar(select(func.coalesce(func.max(SENTENCES.c.id), 0))) or 0) + 1
    sentences = rows_of_text(document)
    insert_rows(connection, SENTENCES, [(first + at, report, *row) for at, row in enumerate(sentences)])
    if connection.dialect.name == "sqlite":
        folded = [(first + at, row[-1]) for at, row in enumerate(sentences)]
        for table in (WORDS, TRIGRAMS) if folded else ():
            connection.exec_driver_sql(f"INSERT INTO {table} (rowid, folded) VALUES (?, ?)", folded)  # noqa: S608


def unindex(connection: Connection, report: str) -> None:
    """Takes a report out of what is found."""
    if connection.dialect.name == "sqlite":
        for table in (WORDS, TRIGRAMS):
            gone = "SELECT 'delete', id, folded FROM sentences WHERE report = ?"
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}, rowid, folded) {gone}", (report,))
    connection.execute(delete(SENTENCES).where(SENTENCES.c.report == report))


def rebuild(connection: Connection) -> None:
    """Makes the indexes anew, so that nothing of what was taken out is left in them."""
    if connection.dialect.name == "sqlite":
        for table in (WORDS, TRIGRAMS):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608
