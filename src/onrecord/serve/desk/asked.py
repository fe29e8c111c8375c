"""What a request asks for: the filter and the page of it that its address names, and what a form sends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request

from onrecord.errors import FilterError
from onrecord.record import Filter

__all__ = ["Asked", "asked_of"]

_LIMITS: Final = frozenset(one.name for one in fields(Filter))
_MOST_ROWS: Final = 500
_ROWS: Final = 50
# A long list of ids for one decision fits; a file does not.
_MOST_SENT: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, as a view needs it.

    Attributes:
        path: The path of the address, without ".json".
        filter: What is looked at.
        options: What else the address says, such as the layer of a text or the order of a list ("sort").
        start: How many rows come before the page that is asked for.
        size: How many rows a page has.
        parts: What the path itself names, such as the id of a claim.
        sent: What a form sends, each name with its values.
        json: Whether a program asks.
        region: The id of the part of the page that is to be renewed; None for the whole page.
        posted: Whether something is to be changed.
    """

    path: str
    filter: Filter = field(default_factory=Filter)
    options: Mapping[str, str] = field(default_factory=dict)
    start: int = 0
    size: int = _ROWS
    parts: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    json: bool = False
    region: str | None = None
    posted: bool = False

    def value(self, name: str) -> str | None:
        """What a form sends under a name, without blanks around it; None where that is nothing."""
        found = next(iter(self.sent.get(name, ())), "").strip()
        return found or None

    def url(self, path: str | None = None, **changes: Any) -> str:
        """The address of a page under the same filter.

        Args:
            path: Its path; this page's if nothing is said. Another page keeps the filter and nothing else.
            **changes: Limits, options, "start" and "size" that differ; None takes one away. A change of what is looked at begins
                at the first row.
        """
        here = path is None or path == self.path
        query: dict[str, Any] = {**self.filter.items(), **(self.options if here else {})}
        if here and self.size != _ROWS:
            query["size"] = self.size
        if here and self.start and not set(changes) - {"start"}:
            query["start"] = self.start
        query |= changes
        written = urlencode([(name, value) for name, value in query.items() if value not in (None, "", 0)], safe=",")
        return (path or self.path) + (f"?{written}" if written else "")

    def following(self, total: int) -> str | None:
        """The address of the next rows; None where these are the last."""
        after = self.start + self.size
        return self.url(start=after) if after < total else None

    def preceding(self) -> str | None:
        """The address of the rows before; None where these are the first."""
        return self.url(start=max(self.start - self.size, 0)) if self.start else None

    def within(self, **limits: Any) -> Asked:
        """The same request with another filter, for a view that always looks at a part."""
        return replace(self, filter=replace(self.filter, **limits))


async def asked_of(request: Request) -> Asked:
    """Reads a request.

    Raises:
        FilterError: A limit or a number in the address is none, or more was sent than a form of the desk sends.
    """
    query = dict(request.query_params)
    limits = {name: value for name, value in query.items() if name in _LIMITS}
    options = {
        name: value for name, value in query.items() if name not in _LIMITS and name not in ("start", "size") and value
    }
    return Asked(
        path=request.url.path.removesuffix(".json") or "/",
        filter=Filter.of(limits),
        options=options,
        start=_number(query, "start", 0, 10_000_000, 0),
        size=_number(query, "size", 1, _MOST_ROWS, _ROWS),
        parts={name: str(value) for name, value in request.path_params.items()},
        sent=await _sent(request) if request.method == "POST" else {},
        json=request.url.path.endswith(".json"),
        region=request.headers.get("hx-target", "").rpartition("#")[2] or None,
        posted=request.method == "POST",
    )  # fmt: skip


def _number(query: Mapping[str, str], name: str, least: int, most: int, otherwise: int) -> int:
    text = query.get(name) or str(otherwise)
    if not (text.isascii() and text.isdigit() and least <= int(text[:12]) <= most):
        raise FilterError(f"{name}: {text!r} is none; give a whole number from {least:,} to {most:,}")
    return int(text)


async def _sent(request: Request) -> dict[str, tuple[str, ...]]:
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_SENT:
            raise FilterError(f"more than {_MOST_SENT:,} bytes were sent; no form of the desk sends that much")
    sent: dict[str, tuple[str, ...]] = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20_000):
        sent[name] = (*sent.get(name, ()), value)
    return sent
