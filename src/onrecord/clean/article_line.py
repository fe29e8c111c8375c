"""An article in a line of JSON, each character of its text with its bytes, through every escape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.clean.body import Body
from onrecord.clean.decode import decode
from onrecord.clean.evidence import Evidence
from onrecord.clean.mapping import Decoded, Weaver
from onrecord.clean.text import read_text
from onrecord.errors import UnreadableInput

__all__ = ["read_article"]

# The keys that news collections use for each field, the one of this program first.
_KEYS = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "publisher": ("publisher",),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "published_at", "date_published", "publish_date"),
}
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n]*")


def read_article(content: bytes, name: str) -> Body:
    """Reads an article: an object with a text, and what it says of itself.

    Args:
        content: The bytes of the object.
        name: What to call it in an error.

    Raises:
        UnreadableInput: It is no such object, or its text holds no words.
    """
    line = decode(content, name)
    try:
        places = dict(_members(line.text))
        fields = {key: json.loads(line.text[start:end], strict=False) for key, (start, end) in places.items()}
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(f"{name}: is not JSON ({error}); write one article a line") from None
    if not isinstance(fields.get("text"), str):
        raise UnreadableInput(
            f'{name}: has no text; an article is {{"title", "text", "url", "publisher", "published"}}'
        )
    body = read_text(_woven(line, *places["text"]), name)
    language = fields.get("language")
    return Body(body.text, tuple(_evidence(fields)), language=language if isinstance(language, str) else None)


def _members(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The keys of an object and where their values stand."""
    decoder = json.JSONDecoder(strict=False)
    at = _skip(text, 0)
    if text[at : at + 1] != "{":
        raise ValueError("an article is an object")
    at = _skip(text, at + 1)
    while text[at : at + 1] == '"':
        key, at = decoder.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise ValueError(f"a colon is missing at character {at}")
        start = _skip(text, at + 1)
        _, end = decoder.raw_decode(text, start)
        yield key, (start, end)
        at = _skip(text, end)
        if text[at : at + 1] == "}":
            break
        at = _skip(text, at + 1)
    if text[at : at + 1] != "}" or _skip(text, at + 1) != len(text):
        raise ValueError(f"something else stands at character {at}")


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return at if match is None else match.end()


def _woven(line: Decoded, start: int, end: int) -> Decoded:
    """The characters of a string, those written as escapes standing for all of their escape."""
    weaver = Weaver(line)
    at = start + 1
    for match in _ESCAPE.finditer(line.text, at, end - 1):
        weaver.keep(at, match.start())
        weaver.stand_for(json.loads(f'"{match.group()}"'), match.start(), match.end())
        at = match.end()
    weaver.keep(at, end - 1)
    return weaver.woven()


def _evidence(fields: Mapping[str, Any]) -> Iterator[Evidence]:
    for field, keys in _KEYS.items():
        for key in keys:
            value = fields.get(key)
            if isinstance(value, list):
                value = ", ".join(item for item in value if isinstance(item, str))
            if isinstance(value, str) and value:
                yield Evidence(field, value, "field", key)
