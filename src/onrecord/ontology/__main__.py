"""Compiles the files of the ontology: `python -m onrecord.ontology`, after each change of one."""

from onrecord.ontology.load import COMPILED
from onrecord.ontology.written import compile_ontology

if __name__ == "__main__":
    COMPILED.write_text(compile_ontology(), encoding="utf-8")
