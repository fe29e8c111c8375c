"""The steps in order: original → clean → read → resolve → record. The only place that knows all of them."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Protocol

from onrecord.clean import Cleaned, arguments_of, from_answer
from onrecord.clean.answer import FUNCTION
from onrecord.clean.language import identify
from onrecord.errors import ModelError, OnrecordError, TooLarge
from onrecord.fetch import MOST_BYTES, Found, Given, Jail, Skipped, iter_inputs
from onrecord.fetch import Failed as NotFetched
from onrecord.record.document import Document, Removed
from onrecord.record.original import Original
from onrecord.record.provenance import Note, Reader
from onrecord.record.reading import Reading
from onrecord.record.record import Record
from onrecord.record.span import Span
from onrecord.reference.gazetteer import open_gazetteer
from onrecord.reference.registry import load_registry
from onrecord.resolve import resolve

__all__ = [
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "Failed",
    "Found",
    "Outcome",
    "Reads",
    "Skipped",
    "Steps",
    "Succeeded",
    "iter_inputs",
    "open_jail",
    "read_in_parts",
    "read_reports",
    "steps_of",
]

# Batches keep the network busy; larger ones gain nothing. Three of 60,000 characters at a time take about 350 MB.
BATCH_REPORTS: Final = 8
BATCH_CHARACTERS: Final = 60_000
MOST_CHARACTERS: Final = 200_000
# Batches that are read while the one before them is handed on: where the rules of two run at the same time, the network has the third.
AHEAD: Final = 3
# New objects after which Python looks for cycles while reports are read: readings are many objects without any.
NEW_OBJECTS: Final = 100_000


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
        cause: The error itself.
    """

    name: str
    error: str
    reason: str
    cause: Exception = field(repr=False, compare=False)


Outcome = Succeeded | Skipped | Failed
"""What became of something that was found; Skipped is what was passed over on purpose."""


Batch = list[tuple[str, Cleaned | Skipped | Failed]]
"""Names and what became of them so far, in the order in which they were found."""


class Reads(Protocol):
    """A reader, whatever stands behind it."""

    @property
    def identity(self) -> Reader:
        """Name, version and hash of the weights: what tells its readings from those of others."""

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
    max_characters: int = MOST_CHARACTERS


def open_jail(seconds: float = 30.0, megabytes: int = 900) -> Jail:
    """Prepares the child process that parses foreign bytes; it starts with the first report and has to be closed."""
    return Jail(FUNCTION, seconds=seconds, memory=megabytes << 20)


def steps_of(
    jail: Jail,
    reader: Reads,
    max_characters: int = MOST_CHARACTERS,
    registry: Path | None = None,
    gazetteer: Path | None = None,
) -> Steps:
    """The steps as they are: parsing in the jail, reading by the reader, actors from the registry, places from the gazetteer.

    Args:
        jail: Parses foreign bytes.
        reader: Reads texts.
        max_characters: The most characters that a text may have.
        registry: A user's registry file, on top of the one that ships.
        gazetteer: A user's own gazetteer, looked into beside the one that ships.

    Raises:
        RegistryError: The registry file is wrong.
        GazetteerError: The user's own gazetteer is missing, or is none.
    """
    actors, places = load_registry(registry), open_gazetteer(gazetteer)

    def clean(original: Original) -> Cleaned:
        return from_answer(jail.call(original.content, arguments_of(original), original.name), original)

    return Steps(clean, reader.read_many, partial(resolve, registry=actors, gazetteer=places), max_characters)


def read_reports(found: Iterable[Found], steps: Steps) -> Iterator[Outcome]:
    """Reads reports, a few at a time, and never holds more than those few.

    Args:
        found: What `iter_inputs` found; an iterator is drawn from as it goes.
        steps: What is done with each report.

    Yields:
        For everything that was found, in that order, its record, or why there is none. One bad report never stops the rest.

    Raises:
        ModelError: The reader itself is at fault, so no report can be read.
    """
    ahead: deque[tuple[Batch, Future[Sequence[Reading | Exception]]]] = deque()
    with _few_collections(), ThreadPoolExecutor(AHEAD, "onrecord-read") as pool:
        try:
            for batch in _batches(found, steps):
                documents = [prepared.document for _, prepared in batch if isinstance(prepared, Cleaned)]
                ahead.append((batch, pool.submit(_readings, documents, steps)))
                while len(ahead) > AHEAD:
                    yield from _finish(*ahead.popleft(), steps)
            while ahead:
                yield from _finish(*ahead.popleft(), steps)
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Lets Python look for cycles less often, unless whoever calls has set that already; it takes a tenth of the time otherwise."""
    before = gc.get_threshold()
    raised = (NEW_OBJECTS, *before[1:])
    if 0 < before[0] < NEW_OBJECTS:
        gc.set_threshold(*raised)
    try:
        yield
    finally:
        if 0 < before[0] < NEW_OBJECTS and gc.get_threshold() == raised:
            gc.set_threshold(*before)


def _batches(found: Iterable[Found], steps: Steps) -> Iterator[Batch]:
    """Cleaned reports by the few that are read at once; what is not read keeps its place among them."""
    waiting: Batch = []
    characters = 0
    for item in found:
        prepared = _prepare(item, steps)
        length = len(prepared.document.text) if isinstance(prepared, Cleaned) else 0
        if waiting and characters + length > BATCH_CHARACTERS:
            yield waiting
            waiting, characters = [], 0
        waiting.append((item.name, prepared))
        characters += length
        if not characters or len(waiting) >= BATCH_REPORTS:
            yield waiting
            waiting, characters = [], 0
    if waiting:
        yield waiting


def _prepare(item: Found, steps: Steps) -> Cleaned | Skipped | Failed:
    if isinstance(item, Skipped):
        return item
    if isinstance(item, NotFetched):
        return _failed(item.name, item.error)
    try:
        cleaned = _as_it_stands(item.document) if isinstance(item, Given) else steps.clean(item)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 (the reason is recorded, and the other reports go on)
        return _failed(item.name, error)
    length = len(cleaned.document.text)
    if length > steps.max_characters:
        reason = (
            f"{item.name}: its text has {length:,} characters, {steps.max_characters:,} are read at most; "
            "cut it into single reports, or raise ONRECORD_MAX_CHARACTERS"
        )
        return _failed(item.name, TooLarge(reason))
    return cleaned


def _as_it_stands(document: Document) -> Cleaned:
    """A text that somebody else has cleaned: nothing in it is touched, only its language is told if nobody has."""
    return Cleaned(document if document.language else replace(document, language=identify(document.text)))


def _finish(batch: Batch, read: Future[Sequence[Reading | Exception]], steps: Steps) -> Iterator[Outcome]:
    readings = iter(read.result())
    for name, prepared in batch:
        yield _record(name, prepared, next(readings), steps) if isinstance(prepared, Cleaned) else prepared


def _readings(documents: Sequence[Document], steps: Steps) -> Sequence[Reading | Exception]:
    """Reads a batch; if that fails, each report by itself, so that only the one at fault is lost."""
    if not documents:
        return []
    try:
        if len(documents) == 1 and len(documents[0].text) > BATCH_CHARACTERS:
            return [read_in_parts(documents[0], steps.read)]
        return steps.read(documents)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 (goes on with each report by itself, and is recorded there)
        if len(documents) == 1:
            return [error]
    return [reading for document in documents for reading in _readings([document], steps)]


def read_in_parts(
    document: Document, read: Callable[[Sequence[Document]], Sequence[Reading]], most: int = BATCH_CHARACTERS
) -> Reading:
    """Reads a long text part by part, so that the memory it takes does not grow with it.

    In each part all the rest is blanked out: every offset stays what it was, and nothing has to be moved afterwards.

    Args:
        document: The report.
        read: Reads documents.
        most: The most characters of a part.

    Returns:
        One reading. What a pronoun stands for is not looked for beyond its part, which a note says.
    """
    text = document.text
    edges = [0, *_edges(text, most), len(text)]
    readings: list[Reading] = []
    for start, end in pairwise(edges):
        if any(map(str.isalnum, text[start:end])):
            rest = (Span.of(text, 0, start), Span.of(text, end, len(text)))
            removed = (*document.removed, *(Removed(span, "another part") for span in rest))
            readings += read([replace(document, removed=removed)])
    said = Note(
        "document.text",
        f"the text is long and was read in {len(readings)} parts; what goes over the edge of a part may be missed",
    )
    first = readings[0] if readings else Reading(document)
    joined: dict[str, Any] = {
        part.name: tuple(one for reading in readings for one in getattr(reading, part.name))
        for part in fields(Reading)
        if isinstance(getattr(first, part.name), tuple)
    }
    joined["notes"] = (said, *dict.fromkeys(joined["notes"]))
    return replace(first, document=document, **joined)


def _edges(text: str, most: int) -> Iterator[int]:
    """Where a long text is cut: after a paragraph if there is one, else after a line, a sentence, or a word."""
    start = 0
    while len(text) - start > most:
        ends = (text.rfind(mark, start + 1, start + most) + len(mark) for mark in ("\n\n", "\n", ". ", " "))
        start = next((end for end in ends if end > start + most // 2), start + most)
        yield start


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
        return Failed(name, kind, str(error).removeprefix(f"{name}: "), error)
    detail = " ".join(str(error).split())[:300]
    reason = f"onrecord failed on it ({detail or kind}); this is a fault in onrecord, please report it"
    return Failed(name, kind, reason, error)
