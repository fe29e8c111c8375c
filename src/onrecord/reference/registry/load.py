"""The registry that ships, as it was compiled, with what the user adds or overrides."""

from __future__ import annotations

import gzip
import json
from functools import lru_cache
from pathlib import Path
from typing import Final

from onrecord.errors import RegistryError
from onrecord.reference.registry.look_up import Registry

__all__ = ["COMPILED", "load_registry"]

COMPILED: Final = Path(__file__).parent / "compiled.json.gz"


@lru_cache(4)
def load_registry(own: Path | None = None) -> Registry:
    """The registry that ships, with a user's file on top.

    Args:
        own: A registry file. An entry with a new id is added; under an id that is known, the keys that it gives replace those
            that were there.

    Raises:
        RegistryError: The file is wrong; the message names file, entry and key.
    """
    if own is not None:
        # Nothing but a file of one's own needs YAML, which takes longer to import than the registry to load.
        from onrecord.reference.registry.tables import compile_with  # noqa: PLC0415

        return Registry(**compile_with(own))
    try:
        return Registry(**json.loads(gzip.decompress(COMPILED.read_bytes())))
    except (OSError, EOFError, ValueError, TypeError) as e:
        raise RegistryError(f"{COMPILED}: is missing or damaged ({e}); install onrecord again") from e
