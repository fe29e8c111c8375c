"""How far a run has come: a bar on a terminal with rate and time left, nothing in a pipe."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from onrecord.cli.output import Output
from onrecord.wording.visible import flat

__all__ = ["progress"]

# How many reports these hold is known only when they have been gone through.
_SEVERAL: Final = re.compile(r"\.(jsonl?(\.gz)?|warc(\.gz|\.zst)?)$", re.IGNORECASE)


class _Rate(ProgressColumn):
    """Reports a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:.1f}/s", style="progress.data.speed")


@contextlib.contextmanager
def progress(
    output: Output, paths: Sequence[str] | int | None, *, results: bool, quiet: bool, doing: str
) -> Iterator[Callable[[str], None]]:
    """A bar on a terminal, below the results if they go there too; nothing in a pipe, or where lines of JSON would be torn.

    Args:
        output: The streams of the run.
        paths: What was asked for, or how much that is; None where nobody knows.
        results: Whether results for a person are printed.
        quiet: Show nothing.
        doing: What is done, in a word.

    Yields:
        What has to be called with the name of each thing that is done.
    """
    console = _console(output, results=results)
    known = console is not None and not quiet and paths is not None
    expected = paths if isinstance(paths, int) else _expected(paths) if known and paths is not None else None
    if console is None or quiet or expected == 1:
        yield lambda _: None
        return
    columns = (
        TextColumn(doing), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )  # fmt: skip
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bar:
        task = bar.add_task("", total=expected)
        yield lambda name: bar.update(task, advance=1, description=flat(name)[-40:])


def _console(output: Output, *, results: bool) -> Console | None:
    if output.results.is_terminal:
        return output.results if results else None
    return output.messages if output.messages.is_terminal else None


def _expected(paths: Sequence[str]) -> int | None:
    """How many things will be found, or None where only going through them tells."""
    count = 0
    for path in paths:
        if path == "-" or _SEVERAL.search(path):
            return None
        if not os.path.isdir(path):  # noqa: PTH112 (as the path came)
            count += 1
            continue
        for _, folders, names in os.walk(path):
            if any(map(_SEVERAL.search, names)):
                return None
            shown = [folder for folder in folders if not folder.startswith(".")]
            count += len(names) + len(folders) - len(shown)
            folders[:] = shown
    return count
