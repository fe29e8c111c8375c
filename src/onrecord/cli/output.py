"""The two streams of a run: results on standard output, everything about the run on standard error."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Final, cast

from rich.console import Console, RenderableType
from rich.text import Text

from onrecord.wording.visible import ascii_only, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Output", "open_output"]

_NARROWEST: Final = 20
# Longer lines are hard to follow with the eye.
_WIDEST: Final = 160


@dataclass(slots=True)
class Output:
    """Where a run writes.

    Attributes:
        results: Console of the results; nothing but results is ever written there.
        messages: Console of everything else.
    """

    results: Console
    messages: Console
    _raw: TextIOWrapper = field(repr=False)

    def show(self, part: RenderableType) -> None:
        """Prints a result for a person."""
        if self.results.is_terminal:
            self.results.print(part)
            return
        with self.results.capture() as captured:
            self.results.print(part)
        # In a file, blanks up to the width of a terminal are of no use.
        self.results.file.write("\n".join(row.rstrip() for row in captured.get().split("\n")))
        self.results.file.flush()

    def entry(self, part: Text | str) -> None:
        """Prints one entry of a list for a person; it is not cut into lines, so that programs can search it line by line."""
        if self.results.is_terminal:
            self.results.print(part, soft_wrap=True)
        else:
            self.line(str(part))

    def line(self, text: str) -> None:
        """Writes one line of a result for a program, as UTF-8 whatever the locale, and at once."""
        self._raw.flush()
        self._raw.buffer.write(text.encode("utf-8") + b"\n")
        self._raw.buffer.flush()

    def say(self, text: str, style: str | None = None) -> None:
        """Tells something about the run."""
        self.messages.print(visible(text), style=style, soft_wrap=True)

    def say_all(self, lines: Iterable[str]) -> None:
        """Tells several things about the run, a line each."""
        for line in lines:
            self.say(line)


class _Ascii:
    """A stream that takes ASCII alone, spared what it cannot take."""

    def __init__(self, stream: TextIOWrapper) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(ascii_only(text))
        return len(text)

    def flush(self) -> None:
        self._stream.flush()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    @property
    def encoding(self) -> str:
        return "ascii"


def open_output() -> Output:
    """Looks at the streams of this process: are they terminals, how wide, what characters can they show."""
    width = min(max(shutil.get_terminal_size((100, 40)).columns, _NARROWEST), _WIDEST)
    results, messages = cast(TextIOWrapper, sys.stdout), cast(TextIOWrapper, sys.stderr)
    return Output(_console(results, width), _console(messages, width), results)


def _console(stream: TextIOWrapper, width: int) -> Console:
    # Height has to be given too, or rich takes 80 columns for every terminal that it thinks is dumb.
    return Console(
        file=_fitting(stream), width=width, height=40, markup=False, highlight=False, emoji=False, soft_wrap=False
    )


def _fitting(stream: TextIOWrapper) -> IO[str]:
    if (stream.encoding or "ascii").lower().replace("-", "").startswith("utf"):
        return stream
    return _Ascii(stream)  # type: ignore[return-value]
