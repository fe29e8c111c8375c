"""Runs the trained network. In: word pieces and features of texts. Out: each output per word, windows merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.runtime.windows import Window, merge, plan

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

BATCH_PIECES = 1024
"""Pieces that go through the network at once; larger batches were slower on two cores."""
OPEN, CLOSE = 101, 102
"""Vocabulary numbers of the marks that open and close a window."""


class Text(Protocol):
    """What a text must have to be run: see `onrecord.read.encode.Units`."""

    @property
    def ids(self) -> Ints:
        """int64 (pieces,)."""

    @property
    def feature(self) -> Ints:
        """int64 (pieces,)."""

    @property
    def first(self) -> Ints:
        """int64 (words,)."""

    @property
    def breaks(self) -> NDArray[np.bool_]:
        """Bool (words,)."""


@dataclass(frozen=True, slots=True)
class Job:
    """One window of one of several texts."""

    text: int
    window: Window


class Session:
    """A loaded network.

    Args:
        model: The ONNX file's bytes.
        outputs: Names of the outputs that the code relies on.
        outside: The feature of the opening and closing mark and of padding.
        threads: Threads of one run; 0 lets onnxruntime choose.

    Raises:
        ModelError: the network cannot be loaded, or has other inputs or outputs.
    """

    def __init__(self, model: bytes, outputs: Sequence[str], outside: int, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as e:
            raise ModelError(f"the reader's network cannot be loaded: {e}; install onrecord again") from e
        inputs = [i.name for i in self._session.get_inputs()]
        have = [o.name for o in self._session.get_outputs()]
        if inputs != ["ids", "feature", "mask"] or have != list(outputs):
            raise ModelError(
                f"the reader's network takes {inputs} and gives {have}, this version of onrecord wants ids, feature, mask and "
                f"{list(outputs)}; the model and the program are of different versions"
            )
        self._outputs, self._outside = list(outputs), outside

    def run(self, texts: Sequence[Text]) -> list[dict[str, Floats]]:
        """Each output of each text, float32 (words, width); a text without words gives empty arrays."""
        jobs = [Job(k, w) for k, text in enumerate(texts) for w in plan(text.first, len(text.ids), text.breaks)]
        order = sorted(range(len(jobs)), key=lambda j: jobs[j].window.pieces)
        found: list[list[tuple[Window, list[Floats]]]] = [[] for _ in texts]
        for group in _groups([jobs[j] for j in order]):
            for job, values in zip(group, self._run(texts, group), strict=True):
                found[job.text].append((job.window, values))
        return [
            self._merged(text, sorted(parts, key=lambda p: p[0].begin))
            for text, parts in zip(texts, found, strict=True)
        ]

    def _run(self, texts: Sequence[Text], group: list[Job]) -> list[list[Floats]]:
        length = max(job.window.pieces for job in group) + 2
        ids, mask = np.zeros((len(group), length), np.int64), np.zeros((len(group), length), np.int64)
        feature = np.full((len(group), length), self._outside, np.int64)
        for k, job in enumerate(group):
            text, w = texts[job.text], job.window
            ids[k, 0], ids[k, w.pieces + 1] = OPEN, CLOSE
            ids[k, 1 : w.pieces + 1] = text.ids[w.first_piece : w.last_piece]
            feature[k, 1 : w.pieces + 1] = text.feature[w.first_piece : w.last_piece]
            mask[k, : w.pieces + 2] = 1
        outputs = self._session.run(self._outputs, {"ids": ids, "feature": feature, "mask": mask})
        places = [texts[j.text].first[j.window.begin : j.window.end] - j.window.first_piece + 1 for j in group]
        return [[np.asarray(output[k][place], np.float32) for output in outputs] for k, place in enumerate(places)]

    def _merged(self, text: Text, parts: list[tuple[Window, list[Floats]]]) -> dict[str, Floats]:
        if not parts:
            widths = {o.name: int(o.shape[-1]) for o in self._session.get_outputs()}
            return {name: np.zeros((0, widths[name]), np.float32) for name in self._outputs}
        return {
            name: merge([(window, values[k]) for window, values in parts], len(text.first))
            for k, name in enumerate(self._outputs)
        }


def _groups(jobs: list[Job]) -> list[list[Job]]:
    """Windows of like length together, up to `BATCH_PIECES` with padding."""
    groups: list[list[Job]] = []
    for job in jobs:
        if groups and (len(groups[-1]) + 1) * job.window.pieces <= BATCH_PIECES:
            groups[-1].append(job)
        else:
            groups.append([job])
    return groups
