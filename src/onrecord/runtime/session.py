"""Runs the trained network. In: word pieces and features of texts. Out: each output per word, windows merged."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
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
        windows = [plan(t.first, len(t.ids), t.breaks) for t in texts]
        # A thread of the network does nothing but run it: in Python it would have to wait for whoever reads at the same time.
        running = [
            [self._pool.submit(self._session.run, self._outputs, self._inputs(text, w)) for w in own]
            for text, own in zip(texts, windows, strict=True)
        ]
        return [self._merged(*part) for part in zip(texts, windows, running, strict=True)]

    def _inputs(self, text: Text, window: Window) -> dict[str, Ints]:
        size = window.pieces + 2
        ids, feature = np.zeros((1, size), np.int64), np.full((1, size), self._outside, np.int64)
        ids[0, 0], ids[0, -1] = OPEN, CLOSE
        ids[0, 1:-1] = text.ids[window.first_piece : window.last_piece]
        feature[0, 1:-1] = text.feature[window.first_piece : window.last_piece]
        return {"ids": ids, "feature": feature, "mask": np.ones((1, size), np.int64)}

    def _merged(
        self, text: Text, windows: Sequence[Window], running: Sequence[Future[list[Floats]]]
    ) -> dict[str, Floats]:
        """The outputs for the words of a text, once its windows are through."""
        if not windows:
            return dict(zip(self._outputs, self._nothing, strict=True))
        parts: list[list[tuple[Window, Floats]]] = [[] for _ in self._outputs]
        for window, future in zip(windows, running, strict=True):
            places = text.first[window.begin : window.end] - window.first_piece + 1
            for part, output in zip(parts, future.result(), strict=True):
                part.append((window, np.asarray(output[0][places], np.float32)))
        return {name: merge(part, len(text.first)) for name, part in zip(self._outputs, parts, strict=True)}
