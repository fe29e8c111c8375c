"""The desk as an application: which address is answered by which view, behind the guard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from onrecord.errors import ExportError, FilterError, LedgerError, LedgerLocked, LedgerReadOnly, NotInLedger, Purged
from onrecord.ledger import Ledger
from onrecord.serve.desk.desk import STATIC, Desk
from onrecord.serve.desk.views import VIEWS
from onrecord.serve.guard import Guard, Keys
from onrecord.serve.static import Static

__all__ = ["make_app"]

_STATUS: Final = {
    NotInLedger: 404, Purged: 410, FilterError: 400, ExportError: 400, LedgerReadOnly: 409, LedgerLocked: 503, LedgerError: 500,
}  # fmt: skip


def make_app(ledger: Ledger, keys: Keys, port: int) -> Starlette:
    """Makes the desk of a ledger.

    Args:
        ledger: The ledger.
        keys: What opens the desk.
        port: The port that it answers on; requests for another one are refused.
    """
    desk = Desk(ledger)
    routes = [Route(path, desk.route(view), methods=list(methods)) for path, view, methods in VIEWS]
    return Starlette(
        routes=[*routes, Mount("/static", Static(directory=STATIC))],
        middleware=[Middleware(Guard, keys=keys, port=port)],
        exception_handlers={error: _tell(desk) for error in (*_STATUS, HTTPException, Exception)},
    )


def _tell(desk: Desk) -> Callable[[Request, Exception], Response]:
    def tell(request: Request, error: Exception) -> Response:
        if isinstance(error, HTTPException):
            return desk.error(request, error.status_code, error.detail)
        status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
        message = str(error) if status != 500 or isinstance(error, LedgerError) else _FAULT
        return desk.error(request, status, message)

    return tell


_FAULT: Final = (
    "Something went wrong here; the ledger was not changed. The terminal in which the desk runs says what it was."
)
