"""Records to JSON and back, without loss. What is read is checked: version, types, vocabularies, the words of spans."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Any, NoReturn, TypeVar, cast

from onrecord.errors import RecordError, SchemaVersionError, SpanError
from onrecord.record.claim import Claim
from onrecord.record.copies import Copies
from onrecord.record.happening import Happening
from onrecord.record.record import SCHEMA, Record
from onrecord.record.shape import choices_of, is_object, item_of, keeps_extra, slots_of, values_of
from onrecord.record.span import Span

# A place within a record, innermost first: it is only spelt out when something is wrong there.
Path = tuple[Any, "str | int"] | None
Decoder = Callable[[object, Path, "_Page"], Any]

_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
# Characters that end a line for some readers though JSON lets them stand in a string.
_LINE_ENDS = {end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
_PLAIN = frozenset({str, int, float, bool, type(None)})


@dataclass(frozen=True, slots=True)
class _Page:
    """What a decoder needs besides the value: the text that spans point into, how to name the record, how strict to be."""

    text: str | None
    name: str
    lenient: bool


Linked = Copies | Happening | Claim
"""What is said of several reports together."""
L = TypeVar("L", Copies, Happening, Claim)


def to_json(record: Record) -> dict[str, Any]:
    """Turn a record into JSON values.

    Args:
        record: The record.

    Returns:
        An object with every field of the format; unknown values are None, and fields kept in `extra` stand where they stood.

    Raises:
        RecordError: Something in `extra` has the name of a field that has a value.
    """
    return {"schema": SCHEMA, **_encode(record)}


def from_json(value: object, *, name: str = "record", lenient: bool = False) -> Record:
    """Turn JSON values into a record.

    Fields that this version of the format does not know are kept in `extra`. A field that is missing counts as unknown.

    Args:
        value: What `json.loads` gave.
        name: How error messages name the record ("reports.jsonl line 41").
        lenient: For files that only lean on the format: a missing version is taken for this one, and a label or value
            that the format does not have is kept in `extra`, where the field itself may be null.

    Returns:
        The record.

    Raises:
        SchemaVersionError: It names another version of the format, or none.
        SpanError: A span does not hold the words that stand there.
        RecordError: Anything else is not as the format has it.
    """
    if not isinstance(value, dict):
        raise RecordError(f"{name}: is {_kind(value)}, a record is an object; write one record a line")
    _check_version(value, name, lenient=lenient)
    document = value.get("document")
    text = document.get("text") if isinstance(document, dict) else None
    page = _Page(text if isinstance(text, str) else "", name, lenient)
    return cast(Record, _object(Record)({key: item for key, item in value.items() if key != "schema"}, None, page))


def dumps(record: Record) -> str:
    """Write a record as one line of JSON, without the line's end.

    Args:
        record: The record.

    Returns:
        A line that holds no character that any reader takes for the end of a line.

    Raises:
        RecordError: It holds something that JSON or UTF-8 has no way to write.
    """
    try:
        line = json.dumps(to_json(record), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        line.encode()
    except (ValueError, TypeError) as error:
        raise RecordError(f"record {record.document.id}: cannot be written as JSON: {error}") from error
    for end, escape in _LINE_ENDS.items():
        line = line.replace(end, escape)
    return line


def loads(line: str, *, name: str = "record", lenient: bool = False) -> Record:
    """Read a record from one line of JSON.

    Args:
        line: The line.
        name: How error messages name the record.
        lenient: See `from_json`.

    Returns:
        The record.

    Raises:
        RecordError: It is not JSON, or not a record; see `from_json`.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{name}: is not JSON: {error}; write one record a line") from error
    return from_json(value, name=name, lenient=lenient)


def linked_to_json(linked: Linked) -> dict[str, Any]:
    """Turn copies, a happening or a claim into JSON values; see `to_json`."""
    return {"schema": SCHEMA, **_encode(linked)}


def linked_from_json(kind: type[L], value: Mapping[str, object], *, name: str = "line") -> L:
    """Turn JSON values into copies, a happening or a claim.

    The words of its spans are taken as they stand, since the texts that they come from are not at hand.

    Args:
        kind: Which of the three.
        value: What `json.loads` gave.
        name: How error messages name it.

    Raises:
        SchemaVersionError: It names another version of the format, or none.
        RecordError: Anything else is not as the format has it.
    """
    _check_version(value, name, lenient=False)
    known = {key: item for key, item in value.items() if key != "schema"}
    return cast(L, _object(cast(Any, kind))(known, None, _Page(None, name, lenient=False)))


def _check_version(value: Mapping[str, object], name: str, *, lenient: bool) -> None:
    version = value.get("schema")
    if version == SCHEMA or (lenient and version is None):
        return
    if version is None:
        raise SchemaVersionError(f'{name}: names no version of the format; a record starts with "schema": "{SCHEMA}"')
    raise SchemaVersionError(
        f"{name}: is written in version {version!r} of the format, this onrecord reads {SCHEMA!r}; "
        "update onrecord, or write the record anew"
    )


def _encode(value: Any) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_encode(item) for item in value]
    if kind is Span:
        return {"start": value.start, "end": value.end, "text": value.text}
    return _encode_object(value, kind) if is_object(kind) else value


def _encode_object(value: Any, kind: type) -> dict[str, Any]:
    out = {key: _encode(getattr(value, slot.name)) for key, slot in slots_of(kind).items()}
    for key, item in value.extra.items() if keeps_extra(kind) else ():
        if out.get(key) is not None:
            raise RecordError(f"{kind.__name__}.extra holds {key!r}, which the format has a field for; set the field")
        out[key] = item
    return out


@cache
def _decoder(hint: object) -> Decoder:
    """Build what reads a value of one type."""
    if hint is Span:
        return _span
    if is_object(hint):
        return _object(hint)
    if choices := choices_of(hint):
        return _choice(choices)
    if (item := item_of(hint)) is not None:
        return _list(item)
    if (each := values_of(hint)) is not None:
        return _mapping(each)
    return {str: _string, int: _integer, float: _number, bool: _truth, tuple[str, str]: _names}.get(
        cast(type, hint), _pair
    )


@cache
def _object(kind: type) -> Decoder:
    """Build what reads an object of one type."""
    slots, extra_kept = slots_of(kind), keeps_extra(kind)
    decoders: dict[str, Decoder] = {key: _decoder(slot.hint) for key, slot in slots.items()}

    def decode(value: object, path: Path, page: _Page) -> Any:
        if not isinstance(value, dict):
            _fail(page, path, f"is {_kind(value)}, an object is needed")
        extra = {key: item for key, item in value.items() if key not in slots}
        if extra and not extra_kept:
            _fail(page, path, f"has the field {min(extra)!r}, which the format does not know here; leave it out")
        known: dict[str, Any] = {}
        for key, slot in slots.items():
            given = value.get(key)
            if given is None and (slot.nullable or key not in value):
                if slot.required:
                    _fail(page, path, f"has no {key!r}; add it")
                known[slot.name] = None if slot.nullable else ()
            elif page.lenient and slot.nullable and _foreign(given, slot.hint):
                known[slot.name], extra[key] = None, given
            else:
                known[slot.name] = decoders[key](given, (path, key), page)
        return kind(**known, extra=extra) if extra_kept else kind(**known)

    return decode


def _foreign(value: object, hint: object) -> bool:
    """Tell whether a string stands where the format has another word, or an object."""
    choices = choices_of(hint)
    return isinstance(value, str) and (value not in choices if choices else is_object(hint))


def _span(value: object, path: Path, page: _Page) -> Span:
    if not isinstance(value, dict) or value.keys() != {"start", "end", "text"}:
        _fail(page, path, "is not a span; a span has start, end and text, and nothing else")
    start, end = (_integer(value[key], (path, key), page) for key in ("start", "end"))
    words = _string(value["text"], (path, "text"), page)
    if page.text is None:
        return Span(start, end, words)
    if not 0 <= start <= end <= len(page.text):
        _fail(page, path, f"span {start}-{end} lies outside the text, which has {len(page.text)} characters", SpanError)
    if page.text[start:end] != words:
        found = page.text[start:end]
        problem = (
            f"span {start}-{end} reads {words!r}, the text there is {found!r}; was the text changed after reading?"
        )
        _fail(page, path, problem, SpanError)
    return Span(start, end, words)


def _list(item: object) -> Decoder:
    decode = _decoder(item)

    def decode_all(value: object, path: Path, page: _Page) -> tuple[Any, ...]:
        if not isinstance(value, list):
            _fail(page, path, f"is {_kind(value)}, a list is needed")
        return tuple(decode(given, (path, at), page) for at, given in enumerate(value))

    return decode_all


def _choice(choices: tuple[str, ...]) -> Decoder:
    def decode(value: object, path: Path, page: _Page) -> str:
        if not isinstance(value, str) or value not in choices:
            _fail(page, path, f"is {value!r}, which is none of {', '.join(choices)}")
        return value

    return decode


def _string(value: object, path: Path, page: _Page) -> str:
    if not isinstance(value, str):
        _fail(page, path, f"is {_kind(value)}, a string is needed")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            _fail(page, path, f"holds half a surrogate pair at character {error.start}; decode the text anew")
    return value


def _integer(value: object, path: Path, page: _Page) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        _fail(page, path, f"is {_kind(value)}, a whole number is needed")
    return value


def _number(value: object, path: Path, page: _Page) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not isfinite(value):
        _fail(page, path, f"is {_kind(value)}, a number is needed")
    return value


def _truth(value: object, path: Path, page: _Page) -> bool:
    if not isinstance(value, bool):
        _fail(page, path, f"is {_kind(value)}, true or false is needed")
    return value


def _names(value: object, path: Path, page: _Page) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        _fail(page, path, "is not a pair of strings")
    return _string(value[0], (path, 0), page), _string(value[1], (path, 1), page)


def _mapping(each: object) -> Decoder:
    decode = _decoder(each)

    def decode_all(value: object, path: Path, page: _Page) -> dict[str, Any]:
        if not isinstance(value, dict):
            _fail(page, path, f"is {_kind(value)}, an object is needed")
        return {key: decode(given, (path, key), page) for key, given in value.items()}

    return decode_all


def _pair(value: object, path: Path, page: _Page) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        _fail(page, path, "is not a pair of whole numbers")
    return _integer(value[0], (path, 0), page), _integer(value[1], (path, 1), page)


def _kind(value: object) -> str:
    return _KINDS.get(type(value), repr(value))


def _fail(page: _Page, path: Path, problem: str, error: type[RecordError] = RecordError) -> NoReturn:
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(f"[{step}]" if isinstance(step, int) else f".{step}")
    spelt = "".join(reversed(steps)).removeprefix(".")
    raise error(f"{page.name}: {spelt}: {problem}" if spelt else f"{page.name}: {problem}")
