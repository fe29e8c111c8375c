"""The trained reader on disk: verifies that the files are those that this code was written for, or refuses by name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.runtime.session import Session
from onrecord.runtime.wordpiece import WordPieces

Floats = NDArray[np.float32]

FILES = ("network.onnx", "heads.npz", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Bundle:
    """A verified reader.

    Attributes:
        name: Name of the model.
        version: Its version.
        sha256: Digest of the network file.
        session: The loaded network.
        tokenizer: Cuts text into word pieces, without truncation or padding.
        heads: Small weights that run in numpy, float32, by name.
        manifest: The rest of what the model says of itself.
    """

    name: str
    version: str
    sha256: str
    session: Session
    tokenizer: WordPieces
    heads: Mapping[str, Floats]
    manifest: Mapping[str, Any]


def load_bundle(folder: Path, expected: Mapping[str, Any], threads: int = 0) -> Bundle:
    """Loads a reader after checking every file's sha256 and every label.

    Args:
        folder: Where `manifest.json` and the files that it names lie.
        expected: Entries that the manifest must have, such as layers and outputs: what the calling code was written for.
        threads: Threads of the network; 0 lets onnxruntime choose.

    Raises:
        ModelError: a file is missing or changed, or the model was made for another version of the code.
    """
    manifest = _manifest(folder / "manifest.json")
    for key, wanted in expected.items():
        have = manifest.get(key)
        if have != json.loads(json.dumps(wanted)):
            raise ModelError(
                f"{folder}: the model's {key} are {have}, this version of onrecord wants {wanted}; use the model it came with"
            )
    contents = {name: _verified(folder / name, manifest["files"].get(name)) for name in FILES}
    with np.load(folder / "heads.npz", allow_pickle=False) as arrays:
        heads = {name: np.asarray(arrays[name], np.float32) for name in arrays.files}
    session = Session(contents["network.onnx"], manifest["outputs"], manifest["features"], threads)
    return Bundle(
        manifest["name"], manifest["version"], manifest["files"]["network.onnx"], session,
        WordPieces.from_file(folder / "tokenizer.json"), heads, manifest,
    )  # fmt: skip


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        raise ModelError(f"{path}: cannot be read ({e}); the reader's model is missing, install onrecord again") from e
    return manifest


def _verified(path: Path, wanted: str | None) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as e:
        raise ModelError(f"{path}: cannot be read ({e}); the reader's model is missing, install onrecord again") from e
    have = hashlib.sha256(content).hexdigest()
    if have != wanted:
        raise ModelError(
            f"{path}: sha256 is {have}, the manifest says {wanted}; the file was changed, install onrecord again"
        )
    return content
