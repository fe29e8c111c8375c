"""What is in the repository: no paths of one machine, no registry's address in a lock, commands that exist."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home|tmp|Users|opt)/[\w.]")
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def tracked() -> list[Path]:
    """Every file that is or will be in the repository."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    result = subprocess.run(listed, cwd=ROOT, capture_output=True, check=False)
    if result.returncode:
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in result.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_path_of_one_machine() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in MACHINE_PATH.finditer(text)]
    assert not found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^[\w.\[\]-]+==.*(?:\n    .*)*", text, re.MULTILINE)
    assert len(entries) > 30
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"^\s*-|://", re.sub(r"^    --hash=sha256:.*$", "", text, flags=re.MULTILINE), re.MULTILINE)
    assert not re.search(r"^(torch|transformers)==", text, re.MULTILINE)


def test_the_locks_agree() -> None:
    core, dev = (dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS)
    assert core.items() <= dev.items()


def test_the_locks_fit_the_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    lost = [line for line in wanted if not re.search(rf"^{re.split('[][><=]', line)[0]}==", locked, re.MULTILINE)]
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"^(?:\$ )?make ([a-z]+)|`make ([a-z]+)`", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert {first or second for first, second in named} <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_command_names_exists(page: Path) -> None:
    commands = re.findall(r"^(?:\$ )?(?:onrecord|python3?|make) .*$", page.read_text(encoding="utf-8"), re.MULTILINE)
    paths = [part for command in commands for part in command.split("#")[0].split() if re.match(r"[a-z]+/", part)]
    assert not [path for path in paths if not (ROOT / path).exists()]
