"""The steps in order: original → clean → read → resolve → record. The only place that knows all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from onrecord.clean import Cleaned, from_answer
from onrecord.clean.answer import FUNCTION
from onrecord.clean.language import identify
from onrecord.errors import ModelError, OnrecordError, TooLarge
from onrecord.fetch.jail import Jail
from onrecord.record.document import Document
from onrecord.record.original import Original
from onrecord.record.reading import Reading
from onrecord.record.record import Record
from onrecord.resolve import resolve

__all__ = ["Failed", "Given", "Outcome", "Reads", "Steps", "Succeeded", "open_jail", "read_reports", "steps_of"]

# Batches keep the network busy; more gains nothing, and what is waiting has to be held in memory.
BATCH_REPORTS: Final = 8
BATCH_CHARACTERS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Given:
    """A report to be read.

    Attributes:
        name: What a person calls it: a path, or "reports.jsonl line 3".
        report: Its bytes; or its text as it stands, which is not cleaned; or why there is neither.
    """

    name: str
    report: Original | Document | OnrecordError


@dataclass(frozen=True, slots=True)
class Succeeded:
    """A report that was read.

    Attributes:
        name: What it was called when it was given.
        record: What it says.
    """

    name: str
    record: Record


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read.

    Attributes:
        name: What it was called when it was given.
        error: The kind of error, a name of `onrecord.errors`, or of Python for a fault in onrecord.
        reason: The cause and what to do.
    """

    name: str
    error: str
    reason: str


Outcome = Succeeded | Failed


class Reads(Protocol):
    """A reader, whatever stands behind it."""

    def read_many(self, documents: Sequence[Document]) -> Sequence[Reading]:
        """Reads several reports at once; the readings stand in the order of the documents."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What is done with each report, as functions without memory.

    Attributes:
        clean: Bytes to text.
        read: Texts to what they say.
        resolve: What one says to who that is.
        max_characters: The most characters that a text may have to be read.
    """

    clean: Callable[[Original], Cleaned]
    read: Callable[[Sequence[Document]], Sequence[Reading]]
    resolve: Callable[[Reading], Record] = resolve
    max_characters: int = 1_000_000


def open_jail(seconds: float = 30.0, megabytes: int = 900) -> Jail:
    """Prepares the child process that parses foreign bytes; it starts with the first report and has to be closed."""
    return Jail(FUNCTION, seconds=seconds, memory=megabytes << 20)


def steps_of(jail: Jail, reader: Reads, max_characters: int = 1_000_000) -> Steps:
    """The steps as they are: parsing in the jail, reading by the reader."""

    def clean(original: Original) -> Cleaned:
        arguments = {"media_type": original.media_type, "name": original.name}
        return from_answer(jail.call(original.content, arguments, original.name), original)

    return Steps(clean, reader.read_many, max_characters=max_characters)


def read_reports(reports: Iterable[Given], steps: Steps) -> Iterator[Outcome]:
    """Reads reports, a few at a time, and never holds more than those few.

    Args:
        reports: The reports; an iterator is drawn from as it goes.
        steps: What is done with each.

    Yields:
        For each report, in their order, its record, or why it could not be read. One bad report never stops the rest.

    Raises:
        ModelError: The reader itself is at fault, so no report can be read.
    """
    waiting: list[tuple[str, Cleaned | Failed]] = []
    characters = 0
    for given in reports:
        prepared = _prepare(given, steps)
        waiting.append((given.name, prepared))
        characters += len(prepared.document.text) if isinstance(prepared, Cleaned) else 0
        if not characters or characters >= BATCH_CHARACTERS or len(waiting) >= BATCH_REPORTS:
            yield from _finish(waiting, steps)
            waiting, characters = [], 0
    yield from _finish(waiting, steps)


def _prepare(given: Given, steps: Steps) -> Cleaned | Failed:
    try:
        if isinstance(given.report, OnrecordError):
            return _failed(given.name, given.report)
        cleaned = steps.clean(given.report) if isinstance(given.report, Original) else _as_it_stands(given.report)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 (the reason is recorded, and the other reports go on)
        return _failed(given.name, error)
    length = len(cleaned.document.text)
    if length > steps.max_characters:
        reason = (
            f"its text has {length:,} characters, {steps.max_characters:,} are read at most; "
            "cut it into single reports, or raise ONRECORD_MAX_CHARACTERS"
        )
        return _failed(given.name, TooLarge(reason))
    return cleaned


def _as_it_stands(document: Document) -> Cleaned:
    """A text that somebody else has cleaned: nothing in it is touched, only its language is told if nobody has."""
    return Cleaned(document if document.language else replace(document, language=identify(document.text)))


def _finish(waiting: Sequence[tuple[str, Cleaned | Failed]], steps: Steps) -> Iterator[Outcome]:
    cleaned = [prepared for _, prepared in waiting if isinstance(prepared, Cleaned)]
    readings = iter(_readings([report.document for report in cleaned], steps))
    for name, prepared in waiting:
        yield prepared if isinstance(prepared, Failed) else _record(name, prepared, next(readings), steps)


def _readings(documents: Sequence[Document], steps: Steps) -> Sequence[Reading | Exception]:
    """Reads a batch; if that fails, each report by itself, so that only the one at fault is lost."""
    if not documents:
        return []
    try:
        return steps.read(documents)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 (goes on with each report by itself, and is recorded there)
        if len(documents) == 1:
            return [error]
    return [reading for document in documents for reading in _readings([document], steps)]


def _record(name: str, cleaned: Cleaned, reading: Reading | Exception, steps: Steps) -> Outcome:
    if isinstance(reading, Exception):
        return _failed(name, reading)
    try:
        return Succeeded(name, steps.resolve(replace(reading, notes=(*cleaned.notes, *reading.notes))))
    except Exception as error:  # noqa: BLE001 (the reason is recorded, and the other reports go on)
        return _failed(name, error)


def _failed(name: str, error: Exception) -> Failed:
    kind = type(error).__name__
    if isinstance(error, OnrecordError):
        # The list of what failed names each report by itself.
        return Failed(name, kind, str(error).removeprefix(f"{name}: "))
    detail = " ".join(str(error).split())[:300]
    return Failed(
        name, kind, f"onrecord failed on it ({detail or kind}); this is a fault in onrecord, please report it"
    )
