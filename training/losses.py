"""What the network is trained to do: tags of each layer, and which span belongs to which."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from onrecord.read.labels import FORMS, ROOTS, SCALES, SUB_EVENTS
from onrecord.read.pairs import features, near_words
from training.network import Network
from training.windows import Batch, Window, batch, words

WEIGHTS = {
    "roles": 1.0,
    "names": 1.0,
    "war": 1.0,
    "phrases": 0.5,
    "inner": 0.5,
    "fillers": 1.0,
    "links": 0.15,
    "antecedents": 0.15,
    "forms": 0.1,
    "factuality": 0.3,
    "place_of_event": 0.15,
    "sub_event": 0.15,
    "root": 0.15,
}
"""How much each loss counts; layers are per word, the rest per decision."""

NOBODY = (-1, -1)
FARTHEST = 80
"""Earlier mentions that are looked at for an antecedent."""


def loss(network: Network, group: Batch) -> Tensor:
    """The weighted sum of all losses that the corpus of the batch has gold for."""
    x = network.hidden(group.ids, group.feature, group.mask)
    rows = torch.arange(len(x))[:, None]
    total = torch.zeros(())
    for name, tags in group.tags.items():
        scores = network.layers[name](x)[rows, group.first].float()
        total = total + WEIGHTS[name] * network.crf[name].loss(scores, tags, group.words, group.breaks)
    if "roles" in group.tags:
        total = total + WEIGHTS["links"] * _links(network, network.links(x)[rows, group.first].float(), group)
    if group.windows[0].of.mentions:
        vectors = network.antecedents(x)[rows, group.first].float()
        forms = network.forms(x)[rows, group.first].float()
        total = total + WEIGHTS["antecedents"] * _antecedents(network, vectors, group)
        total = total + WEIGHTS["forms"] * _forms(forms, group)
    if group.windows[0].of.sample.marks:
        total = total + _events(network, network.event_vectors(x, group.feature)[rows, group.first].float(), group)
    return total


def _links(network: Network, vectors: Tensor, group: Batch) -> Tensor:
    losses = []
    for k, window in enumerate(group.windows):
        sample = window.of.sample
        inside = [_within(span, window) for span in window.of.roles]
        label = [role for _, _, role in sample.layers["roles"]]
        sources = [i for i, ok in enumerate(inside) if ok and label[i] == "source"]
        cues = [i for i, ok in enumerate(inside) if ok and label[i] == "cue"]
        asked = [(cue, source) for cue, source in sample.sources if inside[cue] and (source is None or inside[source])]
        losses += _choose(network, "source_of_cue", vectors[k], window, asked, sources)
        told = [(content, cue) for content, cue in sample.contents if inside[content] and inside[cue]]
        losses += _choose(network, "cue_of_content", vectors[k], window, told, cues)
    return torch.stack(losses).mean() if losses else torch.zeros(())


def _within(span: tuple[int, int], window: Window) -> bool:
    return window.begin <= span[0] < span[1] <= window.end


def _choose(network: Network, head: str, vectors: Tensor, window: Window, asked: list[tuple[int, int | None]],
            candidates: list[int]) -> list[Tensor]:  # fmt: skip
    """One loss for each span that looks for its partner among the candidates or nobody."""
    if not asked:
        return []
    roles = window.of.roles
    width = len(candidates) + 1
    options = [NOBODY, *(roles[i] for i in candidates)]
    one = np.array([roles[i] for i, _ in asked for _ in options])
    other = np.array(options * len(asked))
    scores = _scores(network, head, vectors, window, one, other, options).view(-1, width)
    target = torch.tensor([0 if partner is None else candidates.index(partner) + 1 for _, partner in asked])
    return list(functional.cross_entropy(scores, target, reduction="none"))


def _scores(network: Network, head: str, vectors: Tensor, window: Window, one: NDArray[np.int64], other: NDArray[np.int64],
            options: list[tuple[int, int]]) -> Tensor:  # fmt: skip
    begins = np.zeros(len(window.of.units) + 1, np.int64)
    for start, _ in options:
        if start >= 0:
            begins[start + 1 :] += 1
    told = torch.from_numpy(features(one, other, begins, window.of.marks))
    return network.pairs[head](_spans(vectors, one, window), _spans(vectors, other, window), told)


def _spans(vectors: Tensor, spans: NDArray[np.int64], window: Window) -> Tensor:
    there = torch.from_numpy(spans[:, 0] >= 0)[:, None]
    local = torch.from_numpy(np.maximum(spans - window.begin, 0))
    both = torch.cat([vectors[local[:, 0]], vectors[(local[:, 1] - 1).clamp(min=0)]], 1)
    return both * there


def _around(vectors: Tensor, spans: NDArray[np.int64], window: Window) -> Tensor:
    at = torch.from_numpy(near_words(spans - window.begin))
    count = window.end - window.begin
    there = (at >= 0) & (at < count)
    return (vectors[at.clamp(0, count - 1)] * there[..., None]).flatten(1)


def _antecedents(network: Network, vectors: Tensor, group: Batch) -> Tensor:
    losses = []
    for k, window in enumerate(group.windows):
        here = [i for i, span in enumerate(window.of.mentions) if _within(span, window)]
        chain = [m[3] for m in window.of.sample.mentions]
        one, other, rows = [], [], []
        for place, i in enumerate(here):
            before = here[max(0, place - FARTHEST) : place]
            right = [chain[j] == chain[i] for j in before]
            new = not any(chain[j] == chain[i] for j in range(i))
            if not any(right) and not new:
                continue
            rows.append([not any(right), *right])
            one += [window.of.mentions[i]] * (len(before) + 1)
            other += [NOBODY, *(window.of.mentions[j] for j in before)]
        if not rows:
            continue
        options = [window.of.mentions[i] for i in here]
        scores = _scores(network, "antecedent", vectors[k], window, np.array(one), np.array(other), options)[:, 0]
        for row, part in zip(rows, scores.split([len(r) for r in rows]), strict=True):
            losses.append(torch.logsumexp(part, 0) - torch.logsumexp(part[torch.tensor(row)], 0))
    return torch.stack(losses).mean() if losses else torch.zeros(())


def _forms(scores: Tensor, group: Batch) -> Tensor:
    found, target = [], []
    for k, window in enumerate(group.windows):
        for (start, end), (_, _, form, _) in zip(window.of.mentions, window.of.sample.mentions, strict=True):
            if _within((start, end), window):
                a, b = start - window.begin, end - 1 - window.begin
                found.append(scores[k, a, : len(FORMS)] + scores[k, b, len(FORMS) :])
                target.append(FORMS.index(form))
    return functional.cross_entropy(torch.stack(found), torch.tensor(target)) if found else torch.zeros(())


def event_scores(network: Network, window: Window) -> EventScores:
    """What the heads say of a short text that is one window."""
    group = batch([window])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = network.hidden(group.ids, group.feature, group.mask)
        vectors = network.event_vectors(x, group.feature)[torch.arange(1)[:, None], group.first].float()[0]
    return EventScores(network, vectors, window)


def _events(network: Network, vectors: Tensor, group: Batch) -> Tensor:
    """What a sentence tells of its events: how far they happened, where, of which kind, and who does it to whom."""
    losses: dict[str, list[Tensor]] = {}
    for k, window in enumerate(group.windows):
        marks = window.of.sample.marks
        own = EventScores(network, vectors[k], window)
        pooled = text_vector(vectors[k, : window.end - window.begin])[None]
        if marks.factuality:
            losses.setdefault("factuality", []).extend(own.factuality(marks.factuality, marks.scale))
        if marks.placed:
            losses.setdefault("place_of_event", []).extend(own.places(marks.placed, marks.sites))
        if marks.sub_event is not None:
            target = torch.tensor([SUB_EVENTS.index(marks.sub_event)])
            losses.setdefault("sub_event", []).append(
                functional.cross_entropy(network.singles["sub_event"](pooled), target)
            )
        if marks.dyads:
            losses.setdefault("root", []).extend(own.roots(marks.dyads, network.singles["root_of_text"](pooled)))
    found = [WEIGHTS[name] * torch.stack(parts).mean() for name, parts in losses.items() if parts]
    return torch.stack(found).sum() if found else torch.zeros(())


def text_vector(vectors: Tensor) -> Tensor:
    """Mean and greatest of the vectors of a text's words, (2 * width,)."""
    return torch.cat([vectors.mean(0), vectors.amax(0)])


class EventScores:
    """What the heads for events say of one window, in torch; `onrecord.read.events.scores` is the same in numpy."""

    def __init__(self, network: Network, vectors: Tensor, window: Window) -> None:
        self.network, self.vectors, self.window = network, vectors, window

    def words(self, span: tuple[int, int]) -> tuple[int, int] | None:
        found = words(self.window.of.units, *span)
        return found if _within(found, self.window) else None

    def factuality(self, scored: list[tuple[tuple[int, int], float]], scale: str) -> list[Tensor]:
        known = [(found, score) for span, score in scored if (found := self.words(span))]
        if not known:
            return []
        vectors = _around(self.vectors, np.array([span for span, _ in known]), self.window)
        score = self.network.singles["factuality"](vectors)[:, SCALES.index(scale)]
        return list(functional.smooth_l1_loss(score, torch.tensor([s for _, s in known]), reduction="none"))

    def places(
        self, placed: list[tuple[tuple[int, int], tuple[int, int] | None]], sites: list[tuple[int, int]]
    ) -> list[Tensor]:
        options = [NOBODY, *(found for site in sites if (found := self.words(site)))]
        rows = []
        for trigger, place in placed:
            event, where = self.words(trigger), self.words(place) if place else NOBODY
            if event and where in options:
                rows.append((event, options.index(where)))
        if not rows:
            return []
        one = np.array([event for event, _ in rows for _ in options])
        scores = _scores(self.network, "place_of_event", self.vectors, self.window, one, np.array(options * len(rows)), options)  # fmt: skip
        target = torch.tensor([place for _, place in rows])
        return list(functional.cross_entropy(scores.view(len(rows), -1), target, reduction="none"))

    def roots(self, dyads: list[tuple[tuple[int, int], tuple[int, int], str]], of_text: Tensor) -> list[Tensor]:
        known = [(a, b, root) for one, other, root in dyads if (a := self.words(one)) and (b := self.words(other))]
        if not known:
            return []
        one, other = np.array([a for a, _, _ in known]), np.array([b for _, b, _ in known])
        scores = _scores(self.network, "root_of_pair", self.vectors, self.window, one, other, []) + of_text
        return list(functional.cross_entropy(scores, torch.tensor([ROOTS.index(root) for *_, root in known]), reduction="none"))  # fmt: skip

    @property
    def sub_event(self) -> Tensor:
        """Scores of the text's sub-event types."""
        count = self.window.end - self.window.begin
        return self.network.singles["sub_event"](text_vector(self.vectors[:count])[None])[0]

    def root(self, actor: tuple[int, int], recipient: tuple[int, int]) -> Tensor | None:
        """Scores of PLOVER's events between two spans; None where one lies outside."""
        one, other = self.words(actor), self.words(recipient)
        if not one or not other:
            return None
        count = self.window.end - self.window.begin
        of_text = self.network.singles["root_of_text"](text_vector(self.vectors[:count])[None])
        return (_scores(self.network, "root_of_pair", self.vectors, self.window, np.array([one]), np.array([other]), []) + of_text)[0]  # fmt: skip

    def places_of(self, trigger: tuple[int, int], sites: list[tuple[int, int]]) -> list[float]:
        """Probability of none of the places, and of each; empty where the event or all of the places lie outside."""
        event, known = self.words(trigger), [(k, found) for k, site in enumerate(sites) if (found := self.words(site))]
        if not event or not known:
            return []
        options = [NOBODY, *(site for _, site in known)]
        one = np.array([event] * len(options))
        scores = _scores(self.network, "place_of_event", self.vectors, self.window, one, np.array(options), options)
        chances = [0.0] * (len(sites) + 1)
        for k, chance in zip([0, *(k + 1 for k, _ in known)], scores[:, 0].softmax(0).tolist(), strict=True):
            chances[k] = chance
        return chances
