"""Functions that the jail's tests have called in the child."""

from __future__ import annotations

import os
import signal
import threading
import time
from typing import Any

from onrecord.errors import RefusedInput


def echo(content: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    print("noise on standard output")  # noqa: T201
    return {"length": len(content), "sum": sum(content), "pid": os.getpid(), **arguments}


def refuse(content: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    raise RefusedInput("a.html: refused, save it again")


def fail(content: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    raise KeyError("inner")


def act(content: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    """Does what the content names, so that one child can be good and bad in turn."""
    what = content.decode()
    if what == "sleep":
        time.sleep(60)
    elif what == "spin":
        while True:
            pass
    elif what == "hoard":
        return {"length": len(bytearray(2_000_000_000))}
    elif what == "die":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif what == "exit":
        os._exit(3)
    elif what == "talk":
        return {"text": "x" * 3_000_000}
    elif what == "recurse":
        return act(content, arguments)
    elif what == "threads":
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    return {"pid": os.getpid()}


def archive(content: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    """Reads an archive, and does what the host of an address names."""
    from onrecord.fetch.warc import to_answer

    answer = to_answer(content, arguments)
    for _, value in answer.get("headers", ()):
        if value.startswith("http://"):
            act(value.split("/")[2].encode(), arguments)
    return answer


def wrong(content: bytes, arguments: dict[str, Any]) -> Any:
    return ["not", "an", "object"]
