"""Names, descriptions and pronouns. In: the network's scores. Out: mentions with kind and form, and scores of antecedents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from onrecord.read.decode import Found
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
Ints = NDArray[np.int64]

PERSONS = frozenset("he him his himself she her hers herself i me my mine myself".split())
GROUPS = frozenset("we us our ours ourselves they them their theirs themselves".split())
PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(PERSONS | GROUPS))})\b", re.IGNORECASE)
FARTHEST = 40
"""Earlier mentions that are looked at for an antecedent, as in training."""
HOPELESS = -4.0
"""Log-odds below which an antecedent is not worth telling of."""


def find_mentions(text: str, units: Units, layers: Mapping[str, Sequence[Found]], forms: Floats) -> list[Mention]:
    """Mentions of a text in order; a longer one may hold a shorter one: "the mayor of Homs", "Homs".

    Names come from the layer that was trained on newswire; what it has no kind for, and descriptions, from the layers that were
    trained on war reports, on longest phrases, and on phrases within those; pronouns that point to people or groups are a closed list.

    Args:
        text: The text that was read.
        units: Its words.
        layers: Spans of the layers `names`, `war`, `phrases` and, where the model has it, `inner`.
        forms: The network's output of that name, float32 (words, 2 * forms).
    """
    found: dict[Range, Mention] = {}
    starts, ends = units.starts.tolist(), units.ends.tolist()

    def add(span: Found, form: str) -> None:
        if (span.start, span.end) in found:
            return
        start, end = starts[span.start], ends[span.end - 1]
        found[span.start, span.end] = Mention(
            make_id("m", start, end),
            Span.of(text, start, end),
            cast(MentionKind, span.kind),
            cast(MentionForm, form),
            confidence=round(span.confidence, 4),
        )

    named = np.zeros(len(units) + 1, bool)
    for span in layers["names"]:
        named[span.start : span.end] = True
        add(span, "name")
    bare = {span.end: span.start for span in layers["names"]}
    other = [s for s in layers["war"] if s.kind not in NAME_KINDS and not named[s.start : s.end].any()]
    for span, form in zip(other, _forms(forms, other), strict=True):
        add(span, form)
    phrases = [*layers["phrases"], *layers.get("inner", ())]
    for span, form in zip(phrases, _forms(forms, phrases), strict=True):
        long = form == "pronoun" and span.end - span.start > 1
        # Of names the bare one stands already; "the Kurdish YPG" is told of as well, "the town of Hajin" describes.
        if form == "name" and not (span.end in bare and _is_written_as_name(text, units, span.start, bare[span.end])):
            continue
        if not long and (span.start, span.end) not in found:
            add(span, form)
    for word in PRONOUN.finditer(text):
        k = bisect_left(starts, word.start())
        if k < len(units) and starts[k] == word.start() and (k, k + 1) not in found:
            kind = "person" if word.group().lower() in PERSONS else "other"
            add(Found(kind, k, k + 1, 1.0), "pronoun")
    return [found[key] for key in sorted(found)]


def find_antecedents(
    text: str, units: Units, vectors: Floats, mentions: Sequence[Mention], sources: Sequence[Span], scorer: PairScorer
) -> list[Antecedent]:
    """Scores of earlier mentions for each pronoun, and for each description among the sources.

    Args:
        text: The text that was read.
        units: Its words.
        vectors: The network's output `antecedents`, float32 (words, width).
        mentions: Mentions in the order of the text.
        sources: Spans of sources: of descriptions only who speaks is looked for.
        scorer: The scorer of antecedents.

    Returns:
        Log-odds of each pair against having no antecedent, but for the hopeless.
    """
    edges = np.array([(mention.span.start, mention.span.end) for mention in mentions]).reshape(-1, 2)
    first, last = (np.searchsorted(units.starts, edges[:, side]).tolist() for side in (0, 1))
    spans = list(zip(first, last, strict=True))
    speaks = np.zeros(len(text) + 1, bool)
    for span in sources:
        speaks[span.start : span.end] = True
    asking = [k for k, m in enumerate(mentions) if m.form == "pronoun" or (m.form != "name" and speaks[m.span.start])]
    known = np.array(spans, np.int64).reshape(-1, 2)
    one, other = _before(known, asking)
    if not len(one):
        return []
    linker = Linker(vectors, landmarks(units, text))
    nobody = linker.score(scorer, known[asking], np.array([NOBODY] * len(asking)), spans)
    against = np.zeros(len(mentions))
    against[asking] = nobody
    scores = linker.score(scorer, known[one], known[other], spans) - against[one]
    told = np.flatnonzero(scores > HOPELESS)
    return [
        Antecedent(mentions[k].id, mentions[j].id, round(score, 4))
        for k, j, score in zip(one[told].tolist(), other[told].tolist(), scores[told].tolist(), strict=True)
    ]


def _before(spans: Ints, asking: Sequence[int]) -> tuple[Ints, Ints]:
    """Pairs int64 (pairs,) of those that ask and those of the FARTHEST before each that end before it begins."""
    one = np.repeat(np.array(asking, np.int64), FARTHEST)
    other = one - np.tile(np.arange(FARTHEST, 0, -1), len(asking))
    there = other >= 0
    one, other = one[there], other[there]
    apart = spans[other, 1] <= spans[one, 0]
    return one[apart], other[apart]


def _is_written_as_name(text: str, units: Units, start: int, end: int) -> bool:
    """Whether some words bear capitals as those of a name do, and are more than an article."""
    words = [text[units.starts[k] : units.ends[k]] for k in range(start, end)]
    return all(word[:1].isupper() or word == "the" for word in words) and any(word.lower() != "the" for word in words)


def _forms(scores: Floats, spans: Sequence[Found]) -> list[str]:
    if not spans:
        return []
    first, last = np.array([(span.start, span.end - 1) for span in spans]).T
    best = (scores[first, : len(FORMS)] + scores[last, len(FORMS) :]).argmax(1)
    return [FORMS[k] for k in best.tolist()]
