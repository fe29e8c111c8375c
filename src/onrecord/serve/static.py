"""Scripts, styles and pictures of the desk; what comes from others lies compressed in the package and is sent so."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

__all__ = ["Static"]

_TYPES: Final = {
    ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".json": "application/json",
}  # fmt: skip


class Static(StaticFiles):
    """Files of a folder; for `name`, `name.gz` is sent where only that is there. Every browser can read it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answers one request."""
        answer = await self._found(path, scope)
        # Kept by the browser, and asked for again only by whether it changed: the map has a megabyte of script.
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer

    async def _found(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            kind = _TYPES.get(Path(path).suffix)
            if error.status_code != 404 or kind is None:
                raise
            answer = await super().get_response(f"{path}.gz", scope)
            answer.headers["Content-Encoding"] = "gzip"
            answer.headers["Content-Type"] = f"{kind}; charset=utf-8"
            return answer
