"""Runs the trained network. In: word pieces and features of texts. Out: each output per word, windows merged."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.runtime.windows import Window, merge, plan

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

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


class Session:
    """A loaded network.

    Each window goes through by itself: the weights are int8 and the scale of what they are multiplied with is found anew for each
    run, so a window beside others would give other figures than alone, and padding costs more than batches gain on a CPU.

    Args:
        model: The ONNX file's bytes.
        outputs: Names of the outputs that the code relies on.
        outside: The feature of the opening and closing mark.
        threads: Windows that go through at a time; 0 stands for the number of processors.

    Raises:
        ModelError: the network cannot be loaded, or has other inputs or outputs.
    """

    def __init__(self, model: bytes, outputs: Sequence[str], outside: int, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
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
        self._nothing = [np.zeros((0, int(o.shape[-1])), np.float32) for o in self._session.get_outputs()]
        self._pool = ThreadPoolExecutor(threads or os.cpu_count() or 1, "onrecord-network")

    def run(self, texts: Sequence[Text]) -> list[dict[str, Floats]]:
        """Each output of each text, float32 (words, width); a text without words gives empty arrays."""
        windows = [plan(t.first, len(t.ids), t.breaks) or [Window(0, 0, 0, 0)] for t in texts]
        parts = [[self._pool.submit(self._run, t, w) for w in own] for t, own in zip(texts, windows, strict=True)]
        found = []
        for text, own, futures in zip(texts, windows, parts, strict=True):
            done = list(zip(own, (future.result() for future in futures), strict=True))
            words = len(text.first)
            found.append(
                {name: merge([(w, values[k]) for w, values in done], words) for k, name in enumerate(self._outputs)}
            )
        return found

    def _run(self, text: Text, window: Window) -> list[Floats]:
        if not window.pieces:
            return self._nothing
        size = window.pieces + 2
        ids, feature = np.zeros((1, size), np.int64), np.full((1, size), self._outside, np.int64)
        ids[0, 0], ids[0, -1] = OPEN, CLOSE
        ids[0, 1:-1] = text.ids[window.first_piece : window.last_piece]
        feature[0, 1:-1] = text.feature[window.first_piece : window.last_piece]
        inputs = {"ids": ids, "feature": feature, "mask": np.ones((1, size), np.int64)}
        places = text.first[window.begin : window.end] - window.first_piece + 1
        return [np.asarray(output[0][places], np.float32) for output in self._session.run(self._outputs, inputs)]
