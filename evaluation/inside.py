"""What a reader has found before it becomes a reading: the spans of one layer, and statements in the making.

The only place of the evaluation that knows how `onrecord.read.reader.Reader` goes about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.agreement import agreed
from onrecord.read.decode import Found, best_spans
from onrecord.read.drafts import Draft, from_proposals
from onrecord.read.reader import Reader
from onrecord.read.roles import propose


def layer_spans(reader: Reader, texts: Sequence[str], layer: str) -> list[list[tuple[int, int, str, float]]]:
    """Spans of one layer for each text: start and end in code points, kind, and confidence as the model gives it."""
    units = [reader.encode(text) for text in texts]
    outputs = reader.bundle.session.run(units)
    layers = best_spans([o[layer] for o in outputs], [u.breaks for u in units], reader.chains[layer])

    if layer == "names":
        layers = [agreed(*part) for part in zip(texts, units, layers, strict=True)]

    def place(k: int, span: Found) -> tuple[int, int, str, float]:
        return int(units[k].starts[span.start]), int(units[k].ends[span.end - 1]), span.kind, span.confidence

    return [[place(k, span) for span in spans] for k, spans in enumerate(layers)]


def drafts_of(reader: Reader, texts: Sequence[str]) -> list[list[Draft]]:
    """For each text what the model proposed."""
    units = [reader.encode(text) for text in texts]
    outputs = reader.bundle.session.run(units)
    layers = best_spans([o["roles"] for o in outputs], [u.breaks for u in units], reader.chains["roles"])
    parts = zip(texts, units, outputs, layers, strict=True)
    return [
        from_proposals(propose(text, own, output["links"], spans, reader.roles)) for text, own, output, spans in parts
    ]
