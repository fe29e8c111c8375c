"""What Datasette needs to show a ledger well: titles, descriptions, labels and facets, as `metadata.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from onrecord.ledger import search
from onrecord.ledger.tables import METADATA
from onrecord.ledger.views import VIEWS

_LABELS: Final = {
    "reports": "title",
    "captures": "name",
    "chains": "name",
    "mentions": "text",
    "places": "name",
    "times": "text",
    "statements": "label",
    "events": "trigger_words",
    "incidents": "type",
    "quantities": "text",
    "states": "text",
    "relations": "text",
    "sentences": "text",
    "failures": "name",
    "happenings": "type",
    "claims": "proposition",
    "stances": "text",
}
_FACETS: Final = {
    "reports": ("publisher", "language"),
    "captures": ("way",),
    "readings": ("reader", "reader_version"),
    "statements": ("speaker_type", "form", "speech_act", "certainty"),
    "mentions": ("kind", "form"),
    "chains": ("kind",),
    "events": ("type", "status"),
    "incidents": ("type", "stage"),
    "states": ("kind",),
    "relations": ("kind",),
    "places": ("role", "country"),
    "custody": ("action", "who"),
    "judgements": ("verdict", "who"),
    "failures": ("error",),
    "who_said_what": ("publisher", "speaker_type", "form", "speech_act", "certainty"),
    "denials": ("publisher", "speaker"),
    "what_happened": ("type", "status", "country"),
    "what_holds": ("kind", "holder"),
    "figures": ("about", "status"),
    "open_failures": ("error",),
    "happenings": ("type", "country"),
    "claims": ("status", "kind"),
    "stances": ("stance", "source"),
    "pair_judgements": ("kind", "verdict", "who"),
    "link_items": ("kind",),
    "contested_claims": ("stance", "publisher"),
    "who_tells_of_it": ("type", "publisher"),
    "judged_pairs": ("kind", "verdict"),
}
_SORTED: Final = {"reports": "published", "custody": "sequence", "who_said_what": "published", "denials": "published"}
_LARGE: Final = {"records": 20, "sentences": 50, "link_items": 20}


def metadata_of(database: str) -> dict[str, Any]:
    """Describes a ledger for Datasette.

    Args:
        database: The name under which Datasette knows it: the file's name without its ending.
    """
    tables: dict[str, Any] = {}
    for table in METADATA.tables.values():
        columns = {column.name: column.comment for column in table.columns if column.comment}
        tables[table.name] = _described(table.name, table.comment or "", columns)
    tables[search.SENTENCES.name] |= {"fts_table": search.WORDS, "fts_pk": "id"}
    tables |= {name: _described(name, view.about, {}) for name, view in VIEWS.items()}
    return {
        "title": "onrecord ledger",
        "description": "Reports on an armed conflict, and who is said to have said what. A machine read them: look at the words.",
        "databases": {database: {"tables": tables}},
    }


def to_yaml(value: Mapping[str, Any]) -> str:
    """Writes nested objects and lists of words as YAML."""
    return "".join(f"{line}\n" for line in _lines(value, 0))


def _described(name: str, about: str, columns: Mapping[str, str]) -> dict[str, Any]:
    described: dict[str, Any] = {"description": about}
    if name in _LABELS:
        described["label_column"] = _LABELS[name]
    if name in _FACETS:
        described["facets"] = list(_FACETS[name])
    if name in _SORTED:
        described["sort_desc"] = _SORTED[name]
    if name in _LARGE:
        described["size"] = _LARGE[name]
    if columns:
        described["columns"] = dict(columns)
    return described


def _lines(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    blank = "  " * depth
    for key, item in value.items():
        if isinstance(item, Mapping):
            yield f"{blank}{json.dumps(key)}:"
            yield from _lines(item, depth + 1)
        else:
            # Strings, numbers and lists of JSON are YAML as they are.
            yield f"{blank}{json.dumps(key)}: {json.dumps(item, ensure_ascii=False)}"
