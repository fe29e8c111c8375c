"""Answers: a page for a person, JSON for a program, and one shape for everything that goes wrong."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Scope

__all__ = ["error_as_json", "refusal", "rows_as_json", "wants_json"]

_PAGE: Final = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    '<meta name="color-scheme" content="light dark"><title>onrecord</title></head>'
    "<body><main><h1>onrecord</h1><p>{message}</p></main></body></html>"
)


def wants_json(scope: Scope) -> bool:
    """Whether a program asks: the path of the page with .json behind it."""
    return str(scope["path"]).endswith(".json")


def rows_as_json(rows: list[Any], following: str | None = None, **more: Any) -> Response:
    """Rows for a program.

    Args:
        rows: The rows, as JSON values.
        following: What to ask for to get the next ones; None where there are none.
        **more: What else is known, such as counts.
    """
    return JSONResponse({"ok": True, "rows": rows, "next": following, **more})


def error_as_json(status: int, message: str) -> Response:
    """What went wrong, for a program: the same shape on every route."""
    return JSONResponse({"ok": False, "error": message, "errors": [message], "status": status}, status)


def refusal(scope: Scope, status: int, message: str) -> Response:
    """What is not answered, and why; it needs nothing of the desk."""
    if wants_json(scope):
        return error_as_json(status, message)
    return HTMLResponse(_PAGE.format(message=escape(message)), status)
