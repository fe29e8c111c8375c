"""The gazetteer of the package: packed where it is installed, unpacked once where it can be read quickly."""

from __future__ import annotations

import lzma
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from onrecord.errors import GazetteerError

__all__ = ["PACKED", "unpacked"]

PACKED: Final = Path(__file__).with_name("places.sqlite.xz")


def unpacked(packed: Path = PACKED) -> Path:
    """Where the gazetteer lies unpacked; the first time, it is unpacked (a second or two), which a terminal is told.

    It goes into the user's cache (XDG_CACHE_HOME, else ~/.cache), or, where that cannot be written, into a folder of the user's own
    among the temporary files.

    Raises:
        GazetteerError: The package is incomplete, or there is no place for it.
    """
    if not packed.is_file():
        raise GazetteerError(f"{packed}: the gazetteer is missing; install onrecord anew")
    name = f"places-{_check(packed)}.sqlite"
    tried: list[str] = []
    for folder in _folders():
        path = folder / name
        if path.is_file() and path.stat().st_uid == os.getuid():
            return path
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if folder.stat().st_uid != os.getuid():
                continue
            _unpack(packed, path)
        except OSError as error:
            tried.append(f"{folder} ({error.strerror or error})")
            continue
        return path
    raise GazetteerError(
        f"the gazetteer cannot be unpacked: {', '.join(tried)}; set XDG_CACHE_HOME to a folder with 40 MB of space"
    )


def _check(packed: Path) -> str:
    """What tells this file from another of the same length: the end of an xz file has its sizes and checks in it."""
    with packed.open("rb") as file:
        file.seek(-min(64, packed.stat().st_size), os.SEEK_END)
        return sha256(file.read()).hexdigest()[:16]


def _folders() -> Iterator[Path]:
    cache = os.environ.get("XDG_CACHE_HOME")
    yield (Path(cache) if cache else Path("~/.cache").expanduser()) / "onrecord"
    yield Path(tempfile.gettempdir()) / f"onrecord-{os.getuid()}"


def _unpack(packed: Path, path: Path) -> None:
    if sys.stderr.isatty():
        sys.stderr.write("onrecord: unpacking the gazetteer, which is done once\n")
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
    try:
        with os.fdopen(handle, "wb") as out, lzma.open(packed) as content:
            shutil.copyfileobj(content, out, 1 << 20)
        Path(part).replace(path)
    except (lzma.LZMAError, EOFError) as error:
        raise GazetteerError(f"{packed}: is damaged ({error}); install onrecord anew") from error
    finally:
        Path(part).unlink(missing_ok=True)
