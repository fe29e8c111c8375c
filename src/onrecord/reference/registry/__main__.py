"""Compiles the registry's files: `python -m onrecord.reference.registry`, after each change of one."""

import gzip

from onrecord.reference.registry.load import COMPILED
from onrecord.reference.registry.tables import compile_registry

if __name__ == "__main__":
    COMPILED.write_bytes(gzip.compress(compile_registry().encode(), mtime=0))
