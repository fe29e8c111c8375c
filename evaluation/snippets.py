"""The main event of a snippet, as CASE-2021 types a few sentences by one. In: snippets. Out: records with that event marked `main`.

The product types words, and a snippet holds several; which is meant is told by the network's view of the whole, and what the
words say is weighed in.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.ontology import load_ontology
from onrecord.read.events.scores import Weighing
from onrecord.read.labels import SUB_EVENTS
from onrecord.read.reader import Reader
from onrecord.record.document import Document
from onrecord.record.event import Acled, Event
from onrecord.record.record import Record

NONE = "none"
WORDS = 4.0
"""How much more likely, as log-odds, a type is made by a word that tells of it as having happened. By cross-validation on the open third of CASE-2021
anything from 3 to 8 does equally well."""
DOUBT = 0.5
"""The share of that which a word has that tells of it as planned, feared or denied."""
FLOOR = 1e-4
SHARPNESS = 0.7
"""Brings the sum of both down to how often it is right, by the same cross-validation."""


def with_main(documents: Sequence[Document], records: Sequence[Record], reader: Reader) -> list[Record]:
    """Records whose main event is marked, or added where no word tells of it."""
    units = [reader.encode(document.text) for document in documents]
    outputs = reader.bundle.session.run(units)
    found = []
    for document, record, own, output in zip(documents, records, units, outputs, strict=True):
        seen = Weighing(document.text, own, output["events"]).sub_events(reader.singles["sub_event"])
        found.append(marked(record, dict(zip(SUB_EVENTS, seen.tolist(), strict=True))))
    return found


def marked(record: Record, chances: Mapping[str, float]) -> Record:
    """The record with its main event marked.

    Args:
        record: What the product reads in the snippet.
        chances: What the network says of the snippet as a whole, by type.
    """
    said: dict[str, float] = defaultdict(float)
    for event in record.events:
        sure = 1.0 if event.status in ("happened", "ongoing") else DOUBT
        said[event.type or NONE] = max(said[event.type or NONE], sure)
    weight = {k: (max(chances[k], FLOOR) * math.exp(WORDS * said.get(k, 0.0))) ** SHARPNESS for k in SUB_EVENTS}
    best = max(SUB_EVENTS, key=weight.__getitem__)
    known = None if best == NONE else load_ontology().types[best]
    acled = Acled(*known.acled) if known and known.acled else None
    told = [e for e in record.events if e.type == best]
    event = told[0] if told else Event("main", None, type=best, acled=acled)
    event = replace(
        event, confidence=round(weight[best] / sum(weight.values()), 4), extra={**event.extra, "main": True}
    )
    return replace(record, events=(event, *(e for e in record.events if e.id != event.id)))
