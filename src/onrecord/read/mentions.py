"""Names, descriptions and pronouns. In: the network's scores. Out: mentions with kind and form, and scores of antecedents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.read.decode import Chain, Found, best_spans
from onrecord.read.encode import Units
from onrecord.read.labels import FORMS, NAME_KINDS
from onrecord.read.pairs import PairScorer, landmarks
from onrecord.read.roles import NOBODY, Linker, Range
from onrecord.record.ids import make_id
from onrecord.record.mention import Mention
from onrecord.record.reading import Antecedent
from onrecord.record.span import Span
from onrecord.record.vocabulary import MentionForm, MentionKind

Floats = NDArray[np.float32]

PERSONS = frozenset("he him his himself she her hers herself i me my mine myself".split())
GROUPS = frozenset("we us our ours ourselves they them their theirs themselves".split())
FARTHEST = 40
"""Earlier mentions that are looked at for an antecedent, as in training."""


def find_mentions(text: str, units: Units, outputs: Mapping[str, Floats], chains: Mapping[str, Chain]) -> list[Mention]:
    """Mentions of a text in order; a longer one may hold a shorter one.

    Names come from the layer that was trained on newswire; what it has no kind for, and descriptions, from the layers that were
    trained on war reports and on longest phrases; pronouns that point to people or groups are a closed list.
    """
    found: dict[Range, Mention] = {}

    def add(span: Found, form: str) -> None:
        start, end = int(units.starts[span.start]), int(units.ends[span.end - 1])
        mention = Mention(
            make_id("m", start, end), Span.of(text, start, end), cast(MentionKind, span.kind), cast(MentionForm, form),
            confidence=round(span.confidence, 4),
        )  # fmt: skip
        found.setdefault((span.start, span.end), mention)

    names = best_spans(outputs["names"], units.breaks, chains["names"])
    for span in names:
        add(span, "name")
    for span in best_spans(outputs["war"], units.breaks, chains["war"]):
        if span.kind not in NAME_KINDS and not any(_touches(span, name) for name in names):
            add(span, _form(outputs["forms"], span))
    for span in best_spans(outputs["phrases"], units.breaks, chains["phrases"]):
        form = _form(outputs["forms"], span)
        if form != "name" and not any((span.start, span.end) == (name.start, name.end) for name in names):
            add(span, form)
    for k in range(len(units)):
        word = text[units.starts[k] : units.ends[k]].lower()
        if (word in PERSONS or word in GROUPS) and (k, k + 1) not in found:
            add(Found("person" if word in PERSONS else "other", k, k + 1, 1.0), "pronoun")
    return [found[key] for key in sorted(found)]


def find_antecedents(text: str, units: Units, outputs: Mapping[str, Floats], mentions: Sequence[Mention],
                     scorer: PairScorer) -> list[Antecedent]:  # fmt: skip
    """Scores of earlier mentions for each pronoun and description, as log-odds against having no antecedent."""
    linker = Linker(outputs["antecedents"], landmarks(units, text))
    spans = [_words(units, mention.span) for mention in mentions]
    one, other, pairs = [], [], []
    for k, mention in enumerate(mentions):
        if mention.form == "name":
            continue
        for j in range(max(0, k - FARTHEST), k):
            if spans[j][1] <= spans[k][0]:
                one.append(spans[k])
                other.append(spans[j])
                pairs.append((k, j))
    if not pairs:
        return []
    asking = sorted({k for k, _ in pairs})
    nobody = linker.score(scorer, np.array([spans[k] for k in asking]), np.array([NOBODY] * len(asking)), spans)
    against = dict(zip(asking, nobody.tolist(), strict=True))
    scores = linker.score(scorer, np.array(one), np.array(other), spans)
    return [
        Antecedent(mentions[k].id, mentions[j].id, round(score - against[k], 4))
        for (k, j), score in zip(pairs, scores.tolist(), strict=True)
    ]


def _touches(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _form(scores: Floats, span: Found) -> str:
    return FORMS[int((scores[span.start, : len(FORMS)] + scores[span.end - 1, len(FORMS) :]).argmax())]


def _words(units: Units, span: Span) -> Range:
    return int(np.searchsorted(units.starts, span.start)), int(np.searchsorted(units.starts, span.end))
