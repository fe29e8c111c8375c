"""A child process for parsers of foreign bytes: it can be killed, and its time, memory and answers are limited."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from onrecord import errors
from onrecord.errors import InputError, ParserMemory, ParserTimeout, TooLarge, UnreadableInput

__all__ = ["Jail"]

_CHILD = Path(__file__).with_name("child.py")
_CHUNK = 1 << 16
_NAMED = {name: getattr(errors, name) for name in errors.__all__ if issubclass(getattr(errors, name), InputError)}
_MIB = 1 << 20


class Jail:
    """Runs one function on one piece of content after another in a child process.

    The child is started when it is first needed, serves many calls, and is replaced after it was killed or died. It is a
    new Python process, not a fork, so threads and locks of this one do not matter. One call runs at a time.

    Args:
        function: What to call, "package.module:name"; it gets the content and the arguments and returns JSON values.
        seconds: Time on the clock, and on the processor, for one call.
        memory: Bytes of address space that the child may have.
        output: Bytes that an answer may have.
    """

    def __init__(
        self, function: str, *, seconds: float = 30.0, memory: int = 900 * _MIB, output: int = 128 * _MIB
    ) -> None:
        self._function = function
        self._seconds = seconds
        self._memory = memory
        self._output = output
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the jail itself; its child is started by the first call."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child."""
        self.close()

    @property
    def pid(self) -> int | None:
        """Process id of the child, or None while there is none."""
        return None if self._child is None else self._child.pid

    def call(self, content: bytes, arguments: Mapping[str, Any], name: str) -> dict[str, Any]:
        """Calls the function in the child.

        Args:
            content: The foreign bytes.
            arguments: JSON values.
            name: What to call the content in an error.

        Returns:
            The function's answer, which is data and has to be checked.

        Raises:
            InputError: The function raised one, ran past its time, wanted too much memory, or the child died.
        """
        order = json.dumps({"arguments": dict(arguments), "seconds": self._seconds}).encode()
        try:
            # The start has a time of its own: on a busy machine it must not be charged to a harmless report.
            child = self._alive(time.monotonic() + self._seconds)
            deadline = time.monotonic() + self._seconds
            answer = json.loads(self._exchange(child, _message(order) + _message(content), deadline))
        except _TooLong:
            self._end()
            raise ParserTimeout(
                f"{name}: it took longer than {self._seconds:g} seconds to parse, so parsing was stopped; "
                "cut the file down, or give its text as a .txt file"
            ) from None
        except _TooMuch:
            self._end()
            raise TooLarge(
                f"{name}: parsing it gave more than {self._output // _MIB} MB, which is not taken; cut the file in two"
            ) from None
        except (_Died, ValueError) as reason:
            raise self._death(name, str(reason)) from None
        except BaseException:
            # Whatever interrupted the exchange, an answer to this call must not be taken for one to the next.
            self._end()
            raise
        return self._outcome(answer, name)

    def close(self) -> None:
        """Ends the child, if there is one."""
        self._end()

    def _outcome(self, answer: object, name: str) -> dict[str, Any]:
        if isinstance(answer, dict) and isinstance(answer.get("answer"), dict):
            return dict(answer["answer"])
        kind, message = (answer.get("error"), answer.get("message")) if isinstance(answer, dict) else (None, None)
        if kind == "ParserMemory" and message is None:
            self._end()
            raise _memory(name, self._memory)
        if kind in _NAMED:
            raise _NAMED[kind](str(message))
        # A parser that failed in a way of its own may have left anything behind.
        self._end()
        raise UnreadableInput(
            f"{name}: the parser failed ({kind}: {str(message)[:200]}); give the report's text as a .txt file"
        )

    def _alive(self, deadline: float) -> subprocess.Popen[bytes]:
        if self._child is not None and self._child.poll() is None:
            return self._child
        self._end()
        environment = dict(os.environ)
        # Arithmetic libraries reserve address space for each thread that they might start.
        for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
            environment[variable] = "1"
        environment["MALLOC_ARENA_MAX"] = "2"
        self._child = subprocess.Popen(  # noqa: S603 (this Python, and a script of this package)
            [sys.executable, "-P", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        start = {"path": sys.path, "memory": self._memory, "function": self._function}
        if not json.loads(self._exchange(self._child, _message(json.dumps(start).encode()), deadline)).get("ready"):
            raise _Died("it did not start")
        return self._child

    def _exchange(self, child: subprocess.Popen[bytes], message: bytes, deadline: float) -> bytes:
        """Sends a message and waits for the answer; both at once, so that neither side waits for the other."""
        assert child.stdin is not None
        assert child.stdout is not None
        view = memoryview(message)
        received = bytearray()
        os.set_blocking(child.stdin.fileno(), False)
        with selectors.DefaultSelector() as ready:
            ready.register(child.stdin, selectors.EVENT_WRITE)
            ready.register(child.stdout, selectors.EVENT_READ)
            while True:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise _TooLong
                for key, _ in ready.select(left):
                    if key.fileobj is child.stdin:
                        view = _send(child.stdin.fileno(), view)
                        if not view:
                            ready.unregister(child.stdin)
                        continue
                    piece = os.read(child.stdout.fileno(), _CHUNK)
                    if not piece:
                        raise _Died("it ended without an answer")
                    received += piece
                    length = struct.unpack(">Q", received[:8])[0] if len(received) >= 8 else 0
                    if length > self._output:
                        raise _TooMuch
                    if len(received) >= 8 and len(received) == 8 + length:
                        return bytes(received[8:])

    def _death(self, name: str, reason: str) -> InputError:
        """The error for a child that ended by itself; the next call starts another."""
        code = self._end()
        if code == -signal.SIGXCPU:
            return ParserTimeout(
                f"{name}: it took more than {self._seconds:g} seconds of the processor to parse, so parsing was stopped; "
                "cut the file down, or give its text as a .txt file"
            )
        if code is not None and code < 0:
            reason = f"it was ended by signal {-code}"
        return UnreadableInput(
            f"{name}: the parser's process died ({reason}); try again, or give the report's text as a .txt file"
        )

    def _end(self) -> int | None:
        child, self._child = self._child, None
        if child is None:
            return None
        # A child that ended by itself may need a moment until its exit status is there.
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(0.2 if child.stdout is not None and child.poll() is None and _closed(child) else 0)
        if child.poll() is None:
            child.kill()
        code = child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        return code


class _TooLong(Exception):
    pass


class _TooMuch(Exception):
    pass


class _Died(Exception):
    pass


def _memory(name: str, most: int) -> ParserMemory:
    return ParserMemory(
        f"{name}: it takes more than {most // _MIB} MB of memory to parse, so parsing was stopped; "
        "cut the file down, or give its text as a .txt file"
    )


def _message(body: bytes) -> bytes:
    return struct.pack(">Q", len(body)) + body


def _send(target: int, view: memoryview) -> memoryview:
    try:
        return view[os.write(target, view[: 1 << 20]) :]
    except BlockingIOError:
        return view
    except BrokenPipeError:
        raise _Died("it ended before it had read everything") from None


def _closed(child: subprocess.Popen[bytes]) -> bool:
    """Whether the child has closed its output, as a process does that is about to end."""
    assert child.stdout is not None
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        return bool(ready.select(0))
