"""The desk of one ledger: calls views, and makes pages of what they return."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

import onrecord
from onrecord.ledger import Ledger
from onrecord.serve.answers import error_as_json, rows_as_json, wants_json
from onrecord.serve.desk.asked import Asked, asked_of
from onrecord.serve.desk.shown import SHOWN

__all__ = ["STATIC", "Desk", "View"]

STATIC: Final = Path(__file__).parent / "static"
_TEMPLATES: Final = Path(__file__).parent / "templates"
_LOG: Final = logging.getLogger("onrecord.serve")


class Desk:
    """A ledger with the pages that show it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._templates = Environment(
            loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._templates.filters |= SHOWN
        self._templates.globals |= {"version": onrecord.__version__, "where": ledger.where}

    def route(self, view: View) -> Callable[[Request], Awaitable[Response]]:
        """Makes an endpoint of a view; views may wait for the database, so each runs in a thread."""

        async def answer(request: Request) -> Response:
            asked = await asked_of(request)
            return await run_in_threadpool(view, self, asked)

        return answer

    def page(self, asked: Asked, template: str, page: Any, *, status: int = 200) -> Response:
        """A page, or the region of it that the request names.

        Args:
            asked: The request.
            template: Name of the template.
            page: What it shows: a frozen dataclass of the view. The template knows it as `page`.
            status: The status of the answer.
        """
        made = self._templates.get_template(template)
        if asked.region and asked.region in made.blocks:
            context = made.new_context({"asked": asked, "page": page})
            return HTMLResponse("".join(made.blocks[asked.region](context)), status)
        return HTMLResponse(made.render(asked=asked, page=page), status)

    def listing(self, asked: Asked, template: str, page: Any, rows: list[Any], total: int) -> Response:
        """A page with a list, or for a program its rows.

        Args:
            asked: The request.
            template: See `page`.
            page: See `page`.
            rows: The rows of this page of the list as JSON values.
            total: How many there are.
        """
        if asked.json:
            following = asked.following(total)
            path, _, query = (following or "").partition("?")
            return rows_as_json(rows, f"{path}.json?{query}" if following else None, total=total)
        return self.page(asked, template, page)

    def done(self, asked: Asked, url: str) -> Response:
        """After something was changed: on to a page that shows it."""
        if asked.json:
            return rows_as_json([], None, url=url)
        return RedirectResponse(url, 303)

    def error(self, request: Request, status: int, message: str) -> Response:
        """What went wrong, in the shape that the one who asked can read."""
        if status >= 500:
            _LOG.exception("%s %s", request.method, request.url.path)
        if wants_json(request.scope):
            return error_as_json(status, message)
        asked = Asked(request.url.path)
        return self.page(asked, "error.html", {"status": status, "message": message}, status=status)


View = Callable[[Desk, Asked], Response]
"""Answers one request: the desk and what is asked in, the answer out."""
