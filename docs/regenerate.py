"""Puts the real output of onrecord into the documentation, or checks that what stands there is still real.

A block of output is a fenced block right after a comment that names the command:

    <!-- output of: onrecord read examples/reports/susah-wire.txt -->
    ```text
    …
    ```

The commands of a page run in the order of the page, with a ledger of their own (ONRECORD_LEDGER) that is thrown away afterwards.
The comment may end in `| first 20 lines`. Only `onrecord` is run, never a shell. What a command writes to standard error is left out.

docs/reference/ontology.md is made as a whole, from the files of the ontology.

    python docs/regenerate.py                      runs every command and rewrites the blocks
    python docs/regenerate.py --check              rewrites nothing; exit status 1 if a block is stale
    python docs/regenerate.py --match=--help       only the commands that contain these words

Exit status: 0 all blocks are real, 1 some are stale (with --check), 2 a command failed or a block is malformed.
"""

import argparse
import difflib
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord.ontology.page import ontology_page

__all__ = ["Block", "BlockError", "blocks", "main", "renewed", "run"]

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 100

# Pages that are made as a whole.
_MADE = {ROOT / "docs" / "reference" / "ontology.md": ontology_page}

# Not `-m onrecord`, since help would then print that as the name of the program.
_PROGRAM = "import sys; sys.argv[0] = 'onrecord'; from onrecord.cli.main import main; main()"

_COMMENT = re.compile(r"^<!-- output of: (?P<command>.+?)(?: \| first (?P<lines>\d+) lines?)? -->$")
# What fills a ledger runs even if only other commands are wanted, since they may find something in it.
_FILLS = re.compile(r"onrecord (add|follow|link) (?!--help)")
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<language>\w*)$")


class BlockError(Exception):
    """A block of output is malformed, or its command cannot be run."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of output in a page.

    Attributes:
        command: The command line as it stands in the comment.
        lines: How many lines of its output are shown, or None for all.
        start: Index of the line that opens the fence.
        end: Index of the line that closes it.
    """

    command: str
    lines: int | None
    start: int
    end: int


def blocks(page: str) -> Iterator[Block]:
    """Finds the blocks of output in a page of Markdown, in order.

    Raises:
        BlockError: A comment is not followed by a fenced block, or the block is not closed.
    """
    rows = page.split("\n")
    for at, row in enumerate(rows):
        comment = _COMMENT.match(row)
        if comment is None:
            continue
        opening = _FENCE.match(rows[at + 1]) if at + 1 < len(rows) else None
        if opening is None:
            raise BlockError(f"line {at + 1}: no fenced block follows {row!r}; add one right below it")
        for end in range(at + 2, len(rows)):
            if rows[end] == opening["fence"]:
                break
        else:
            raise BlockError(f"line {at + 2}: the block is not closed; end it with {opening['fence']!r}")
        lines = int(comment["lines"]) if comment["lines"] else None
        yield Block(comment["command"], lines, at + 1, end)


def run(command: str, ledger: Path) -> str:
    """Runs one onrecord command at a fixed width and without colours, and returns what it prints.

    Args:
        command: The command line.
        ledger: The ledger that it uses if it uses one.

    Raises:
        BlockError: The command is not an onrecord command, or it failed.
    """
    words = shlex.split(command)
    if not words or words[0] != "onrecord":
        raise BlockError(f"{command!r} is not run: only onrecord commands are")
    paths = [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    # Settings of whoever runs this must not show in the documentation.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")} | {
        "ONRECORD_LEDGER": str(ledger),
        "COLUMNS": str(WIDTH),
        "LINES": "100",
        "TERMINAL_WIDTH": str(WIDTH),
        "NO_COLOR": "1",
        "TERM": "dumb",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": os.pathsep.join(path for path in paths if path),
    }
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *words[1:]],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise BlockError(f"{command!r} ended with status {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout


def _shown(output: str, lines: int | None) -> list[str]:
    """The lines of an output as a page shows them: no blanks at line ends, none before or after."""
    rows = [row.rstrip() for row in output.strip("\n").split("\n")]
    if lines is not None and len(rows) > lines:
        return [*rows[:lines], "…"]
    return rows


def renewed(page: str, output_of: Callable[[str], str], match: str = "") -> str:
    """Returns the page with the output of each of its commands put in afresh.

    Args:
        page: A page of Markdown.
        output_of: Gives the output of a command line.
        match: Only commands that contain this are run; the other blocks stay.

    Raises:
        BlockError: A block is malformed, or its command cannot be run.
    """
    rows = page.split("\n")
    wanted = [block for block in blocks(page) if match in block.command or _FILLS.match(block.command)]
    outputs = [output_of(block.command) for block in wanted]
    for block, output in reversed(list(zip(wanted, outputs, strict=True))):
        body = _shown(output, block.lines)
        longest = max((len(ticks) for row in body for ticks in re.findall(r"^`{3,}", row)), default=0)
        fence = "`" * max(3, longest + 1)
        language = _FENCE.match(rows[block.start])
        assert language is not None
        rows[block.start : block.end + 1] = [fence + language["language"], *body, fence]
    return "\n".join(rows)


def _pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _afresh(path: Path, page: str, match: str) -> str:
    if path in _MADE:
        return _MADE[path]()
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "onrecord.db"
        return renewed(page, lambda command: run(command, ledger), match)


def main(arguments: list[str] | None = None) -> int:
    """Renews or checks every page; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit status 1 if a block is stale")
    parser.add_argument("--match", default="", metavar="WORDS", help="only commands that contain these words")
    chosen = parser.parse_args(arguments)
    stale = 0
    for path in _pages():
        name = path.relative_to(ROOT)
        page = path.read_text(encoding="utf-8")
        try:
            new = _afresh(path, page, chosen.match)
        except BlockError as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 2
        if new == page:
            continue
        stale += 1
        if chosen.check:
            difference = difflib.unified_diff(
                page.split("\n"), new.split("\n"), str(name), f"{name}, afresh", lineterm=""
            )
            print("\n".join(difference))
        else:
            path.write_text(new, encoding="utf-8")
            print(f"renewed {name}")
    if chosen.check and stale:
        print(f"{stale} page(s) show output that is no longer real; run: python docs/regenerate.py", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
