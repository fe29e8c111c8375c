"""The script that keeps the output shown in the documentation real."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_regenerate", ROOT / "docs" / "regenerate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


regenerate = _load()

PAGE = """# Title

<!-- output of: onrecord read one.txt -->
```text
old
```

Words between.

<!-- output of: onrecord --help | first 2 lines -->
```
old
older
```

```text
an ordinary block
```
"""


def _echo(command: str) -> str:
    return f"1 {command}  \n2\n3\n\n"


def test_each_block_gets_the_output_of_its_own_command() -> None:
    new = regenerate.renewed(PAGE, _echo)
    assert "```text\n1 onrecord read one.txt\n2\n3\n```\n\nWords between." in new
    assert "```\n1 onrecord --help\n2\n…\n```" in new
    assert "```text\nan ordinary block\n```" in new
    assert "old" not in new


def test_a_second_run_changes_nothing() -> None:
    once = regenerate.renewed(PAGE, _echo)
    assert regenerate.renewed(once, _echo) == once


def test_match_leaves_the_other_blocks_alone() -> None:
    new = regenerate.renewed(PAGE, _echo, match="--help")
    assert "```text\nold\n```" in new
    assert "1 onrecord --help" in new


def test_output_that_holds_a_fence_does_not_end_the_block() -> None:
    new = regenerate.renewed(PAGE, lambda command: "```\ninside\n```\n")
    assert "````text\n```\ninside\n```\n````" in new
    assert regenerate.renewed(new, lambda command: "```\ninside\n```\n") == new


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<!-- output of: onrecord read a -->\n\n```\nx\n```\n", "no fenced block"),
        ("<!-- output of: onrecord read a -->", "no fenced block"),
        ("<!-- output of: onrecord read a -->\n```\nx\n", "not closed"),
    ],
)
def test_a_malformed_block_is_named(page: str, words: str) -> None:
    with pytest.raises(regenerate.BlockError, match=words):
        regenerate.renewed(page, _echo)


def test_nothing_but_onrecord_is_run() -> None:
    with pytest.raises(regenerate.BlockError, match="only onrecord"):
        regenerate.run("rm -r somewhere", Path("onrecord.db"))


def test_check_reports_a_stale_page_and_leaves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "README.md"
    page.write_text(PAGE, encoding="utf-8")
    monkeypatch.setattr(regenerate, "ROOT", tmp_path)
    monkeypatch.setattr(regenerate, "run", lambda command, ledger: _echo(command))
    assert regenerate.main(["--check"]) == 1
    assert page.read_text(encoding="utf-8") == PAGE
    assert regenerate.main([]) == 0
    assert regenerate.main(["--check"]) == 0
