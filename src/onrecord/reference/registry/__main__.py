"""Compiles the registry's files: `python -m onrecord.reference.registry`, after each change of one."""

from onrecord.reference.registry.load import COMPILED
from onrecord.reference.registry.tables import compile_registry

if __name__ == "__main__":
    COMPILED.write_text(compile_registry(), encoding="utf-8")
