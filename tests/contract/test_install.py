"""What an installation brings: importing is quick and needs the standard library only, and the whole stays small."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import distribution
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import onrecord

PACKAGE = Path(onrecord.__file__).parent
MEGABYTE = 1_000_000
LIMIT_OF_THE_INSTALLATION = 300 * MEGABYTE
LIMIT_OF_THE_PACKAGE = 50 * MEGABYTE


@pytest.mark.parametrize("module", ["onrecord", "onrecord.record", "onrecord.record.schema", "onrecord.errors"])
def test_importing_needs_the_standard_library_only(module: str) -> None:
    asked = (
        f"import sys; before = set(sys.modules); import {module}; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before} - sys.stdlib_module_names))"
    )
    result = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["onrecord"]


def core_distributions() -> set[str]:
    """The names of everything that an installation without extras brings."""
    found: set[str] = set()
    queue = ["onrecord"]
    while queue:
        name = re.sub(r"[-_.]+", "-", queue.pop()).lower()
        if name in found:
            continue
        found.add(name)
        for line in distribution(name).requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(requirement.name)
    return found


def size_of(name: str) -> int:
    """The bytes that a distribution takes, with the compiled modules that there are."""
    files = {Path(str(file.locate())) for file in distribution(name).files or ()}
    files |= {Path(cache_from_source(str(path))) for path in files if path.suffix == ".py"}
    return sum(path.stat().st_size for path in files if path.is_file())


def size_of_package() -> int:
    """The bytes that our own package takes."""
    return sum(path.stat().st_size for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc")


def test_the_core_installation_stays_under_300_megabytes() -> None:
    sizes = {name: size_of(name) for name in core_distributions() - {"onrecord"}} | {"onrecord": size_of_package()}
    largest = sorted(sizes, key=lambda name: sizes[name], reverse=True)[:5]
    assert sizes["numpy"] > MEGABYTE, "sizes are not measured"
    assert sum(sizes.values()) < LIMIT_OF_THE_INSTALLATION, {name: sizes[name] for name in largest}


def test_our_own_package_stays_small() -> None:
    assert size_of_package() < LIMIT_OF_THE_PACKAGE


@pytest.mark.parametrize("name", ["torch", "transformers", "scipy", "pytest", "hypothesis"])
def test_the_core_brings_nothing_of_training_or_testing(name: str) -> None:
    assert name not in core_distributions()


def test_every_data_file_is_shipped() -> None:
    patterns = re.search(r"^onrecord = (\[.*\])$", (PACKAGE.parents[1] / "pyproject.toml").read_text(), re.MULTILINE)
    assert patterns, "pyproject.toml names no package data"
    shipped = {Path(pattern).suffix for pattern in re.findall(r'"([^"]+)"', patterns[1])}
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.suffix for path in files if path.name != "py.typed"} <= shipped | {".py"}
