"""The child process of the jail. A script by itself: it starts with the standard library only.

It reads its orders from standard input and answers on what was standard output; anything that a parser prints goes
nowhere. A message is eight bytes of length and as many bytes; an order is a JSON message, then the content as it is.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import json
import os
import struct
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

# Windows has no such limits: there the parent's clock is the only one.
LIMITED = importlib.util.find_spec("resource") is not None


def _read(stream: BinaryIO) -> bytes | None:
    head = stream.read(8)
    if len(head) < 8:
        return None
    (length,) = struct.unpack(">Q", head)
    body = stream.read(length)
    return body if len(body) == length else None


def _write(stream: BinaryIO, body: bytes) -> None:
    stream.write(struct.pack(">Q", len(body)))
    stream.write(body)
    stream.flush()


def _limit_memory(most: int) -> None:
    if not LIMITED:
        return
    import resource  # noqa: PLC0415

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Some systems refuse a limit on the address space; the clock still holds there.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time(seconds: float) -> None:
    if not LIMITED:
        return
    import resource  # noqa: PLC0415

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _load(name: str) -> Callable[[bytes, dict[str, Any]], dict[str, Any]]:
    module, _, function = name.partition(":")
    loaded: Callable[[bytes, dict[str, Any]], dict[str, Any]] = getattr(importlib.import_module(module), function)
    return loaded


def _answer(
    function: Callable[[bytes, dict[str, Any]], dict[str, Any]], content: bytes, order: dict[str, Any]
) -> bytes:
    try:
        answer = {"answer": function(content, order["arguments"])}
        return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    except MemoryError:
        return b'{"error":"ParserMemory","message":null}'
    except RecursionError:
        return b'{"error":"RecursionError","message":null}'
    except Exception as error:  # noqa: BLE001 (a parser of foreign bytes may raise anything)
        # The parent decides what it makes of a name: it knows a closed list of them.
        failure = {"error": type(error).__name__, "message": str(error)[:2000]}
        return json.dumps(failure).encode()


def main() -> None:
    """Serves orders until there are no more."""
    orders = sys.stdin.buffer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    first = _read(orders)
    if first is None:
        return
    start = json.loads(first)
    sys.path[:] = start["path"]
    _limit_memory(start["memory"])
    function = _load(start["function"])
    _write(answers, b'{"ready":true}')
    while (order := _read(orders)) is not None:
        content = _read(orders)
        if content is None:
            return
        asked = json.loads(order)
        _limit_time(asked["seconds"])
        _write(answers, _answer(function, content, asked))


if __name__ == "__main__":
    main()
