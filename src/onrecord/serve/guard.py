"""The door of the desk: who may ask, from where, and what a page may do. One person, on one machine."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.serve.answers import refusal

__all__ = ["POLICY", "Guard", "Keys"]

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "worker-src 'self' blob:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
"""What a page of the desk may load: nothing from anywhere else, and no script or style that stands in the page itself."""
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
_UNSAFE: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


@dataclass(slots=True)
class Keys:
    """The token of the address that the program prints, which opens once, and the cookie that it is changed for.

    Attributes:
        token: Opens the desk once.
        session: What the browser shows from then on; it ends with the program.
    """

    token: str | None = field(default_factory=lambda: secrets.token_urlsafe(24))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def take(self, token: str) -> bool:
        """Whether this token opens the desk; it does so once."""
        if self.token is None or not hmac.compare_digest(self.token.encode(), token.encode("utf-8", "replace")):
            return False
        self.token = None
        return True

    def knows(self, session: str) -> bool:
        """Whether this cookie was given by this program."""
        return hmac.compare_digest(self.session.encode(), session.encode("utf-8", "replace"))


class Guard:
    """Lets through what comes from this desk's own pages in the browser that opened it, and gives each answer its policy."""

    def __init__(self, app: ASGIApp, keys: Keys, port: int) -> None:
        self._app, self._keys, self._port = app, keys, port
        self._cookie = f"onrecord_{port}"
        self._hosts = {f"{host}:{port}" for host in _LOOPBACK}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._stop(scope) or self._open(scope)
        await (answer or self._app)(scope, receive, send_guarded)

    def _stop(self, scope: Scope) -> Response | None:
        """A refusal of what no page of the desk would ask."""
        headers = Headers(scope=scope)
        if headers.get("host", "") not in self._hosts:
            return refusal(
                scope, 421, "The desk answers on this machine only. Open the address that the program printed."
            )
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        own = {f"http://{host}" for host in self._hosts}
        # A browser says itself where a change comes from; one that does not names at least the page.
        if scope["method"] in _UNSAFE and site != "same-origin" and (site is not None or origin not in own):
            return refusal(scope, 403, "This change was not asked for by a page of the desk, so it was not made.")
        if site in ("cross-site", "same-site") and headers.get("sec-fetch-dest") != "document":
            return refusal(scope, 403, "Another page asked for this. The desk answers its own pages only.")
        return None

    def _open(self, scope: Scope) -> Response | None:
        """Changes the token for the cookie; refuses who has neither. None for who has the cookie."""
        query = parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)
        token = next((value for name, value in query if name == "token"), None)
        known = any(map(self._keys.knows, _cookies(scope, self._cookie)))
        if token is not None:
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            away = RedirectResponse(scope["path"] + (f"?{rest}" if rest else ""), 303)
            if self._keys.take(token):
                away.set_cookie(self._cookie, self._keys.session, httponly=True, samesite="strict", path="/")
                return away
            return away if known else refusal(scope, 403, _USED)
        return None if known else refusal(scope, 403, _CLOSED)


_CLOSED: Final = "The desk is open in the browser that was given its address. Start `onrecord desk` and open the address that it prints."
_USED: Final = "This address was used already: it opens the desk once. Start `onrecord desk` again to get a new one."


def _cookies(scope: Scope, name: str) -> Iterable[str]:
    for header in Headers(scope=scope).getlist("cookie"):
        try:
            jar: SimpleCookie = SimpleCookie(header)
        except CookieError:
            continue
        if name in jar:
            yield jar[name].value
