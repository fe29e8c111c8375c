"""Exports a checkpoint to the files that ship. In: a checkpoint. Out: int8 ONNX file, heads, tokenizer and labels, checked for parity.

python -m training.export --checkpoint reader.pt --encoder FOLDER --gold FOLDER --out src/onrecord/models/reader
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from onrecord.read.decode import Chain, best_spans
from onrecord.read.encode import FEATURES
from onrecord.read.labels import FORMS, LAYERS, PAIRS, SPANS, TEXTS
from onrecord.runtime.wordpiece import WordPieces
from training import corpora
from training.network import OUTPUTS, Network
from training.train import averaged
from training.windows import Batch, batch, prepare, windows

TOLERANCE_EXPORT = 1e-3
"""Greatest difference of any score between torch and fp32 ONNX."""
AGREEMENT_INT8 = 0.93
"""Least F1 of int8's sources, cues and contents held against those of fp32. Where they differ int8 is right as often as not."""


def export(network: Network, path: Path) -> None:
    """Writes the network as fp32 ONNX with free batch and length."""
    example = tuple(torch.zeros(2, 16, dtype=torch.long) for _ in range(3))
    axes = {name: {0: "texts", 1: "pieces"} for name in ("ids", "feature", "mask", *OUTPUTS)}
    torch.onnx.export(network, example, str(path), input_names=["ids", "feature", "mask"], output_names=list(OUTPUTS),
                      dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip


def quantise(source: Path, target: Path) -> None:
    """int8 weights, one scale per channel; convolutions stay as they are."""
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared))
    quantize_dynamic(
        str(prepared),
        str(target),
        per_channel=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    model = onnx.load(str(target))
    model.producer_name, model.doc_string = "onrecord", ""
    onnx.save(model, str(target))


def run(path: Path, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    """All outputs of an ONNX file."""
    return [
        np.asarray(o)
        for o in onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(list(OUTPUTS), inputs)
    ]


def check_parity(network: Network, fp32: Path, int8: Path, gold: Path, encoder: Path) -> dict[str, float]:
    """Compares the three on real text.

    Raises:
        ValueError: they differ by more than the stated tolerances.
    """
    tokenizer = WordPieces.from_file(encoder / "tokenizer.json")
    samples = [corpora.statements(r) for r in corpora.records(gold / "polnear-dev.jsonl.gz")[:24]]
    group = batch([w for s in samples for w in windows(prepare(s, tokenizer), None)])
    with torch.no_grad():
        wanted = [o.numpy() for o in network(group.ids, group.feature, group.mask)]
    inputs = {"ids": group.ids.numpy(), "feature": group.feature.numpy(), "mask": group.mask.numpy()}
    here = group.mask.numpy().astype(bool)
    exact, small = run(fp32, inputs), run(int8, inputs)
    worst = max(float(np.abs(a - b)[here].max()) for a, b in zip(wanted, exact, strict=True))
    same = agreement(*(decoded(network, scores[0], group) for scores in (exact, small)))
    if worst > TOLERANCE_EXPORT or same < AGREEMENT_INT8:
        raise ValueError(
            f"export differs: fp32 by {worst:.2g} (at most {TOLERANCE_EXPORT}), "
            f"int8 gives {same:.4f} of the same spans (at least {AGREEMENT_INT8})"
        )
    return {"fp32_largest_difference": round(worst, 7), "int8_same_spans": round(same, 4)}


def decoded(network: Network, scores: np.ndarray, group: Batch) -> set[tuple[int, str, int, int]]:
    """Sources, cues and contents of each window, from the scores of its pieces."""
    words = group.words.numpy()
    rows = np.arange(len(scores))[:, None]
    parts = [row[on] for row, on in zip(scores[rows, group.first.numpy()], words, strict=True)]
    breaks = [row[on] for row, on in zip(group.breaks.numpy(), words, strict=True)]
    crf = network.crf["roles"]
    chain = Chain(LAYERS["roles"], crf.step.detach().numpy(), crf.start.detach().numpy())
    return {(k, s.kind, s.start, s.end) for k, spans in enumerate(best_spans(parts, breaks, chain)) for s in spans}


def agreement(one: set[tuple[int, str, int, int]], other: set[tuple[int, str, int, int]]) -> float:
    """F1 of one set of spans held against the other."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def write_heads(network: Network, path: Path) -> None:
    """The small parts that run in numpy: CRF transitions and pair scorers."""
    arrays = {}
    for name, crf in network.crf.items():
        arrays |= {f"{name}.step": crf.step, f"{name}.start": crf.start}
    for name, head in (*network.pairs.items(), *network.singles.items()):
        arrays |= {f"{name}.hidden_weight": head.hidden.weight.T, f"{name}.hidden_bias": head.hidden.bias,
                   f"{name}.out_weight": head.out.weight.T, f"{name}.out_bias": head.out.bias}  # fmt: skip
    np.savez(path, **{name: value.detach().numpy().astype(np.float32) for name, value in arrays.items()})


def write_tokenizer(source: Path, target: Path) -> None:
    """The vocabulary and how it is used, without limits on the length of a text."""
    found = json.loads(source.read_text(encoding="utf-8"))
    found["truncation"] = found["padding"] = None
    target.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "encoder", "gold", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    network = averaged(options.checkpoint)
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        fp32, int8 = Path(folder) / "fp32.onnx", options.out / "network.onnx"
        export(network, fp32)
        quantise(fp32, int8)
        parity = check_parity(network, fp32, int8, options.gold, options.encoder)
    write_heads(network, options.out / "heads.npz")
    write_tokenizer(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    files = {
        name: hashlib.sha256((options.out / name).read_bytes()).hexdigest()
        for name in ("network.onnx", "heads.npz", "tokenizer.json")
    }
    manifest = {"name": "minilm-l6-reader", "version": options.version, "files": files, "outputs": list(OUTPUTS), "features": FEATURES,
                "layers": LAYERS, "forms": FORMS, "pairs": PAIRS, "spans": SPANS, "texts": TEXTS,
                "parity": parity}  # fmt: skip
    (options.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(parity), int8.stat().st_size)


if __name__ == "__main__":
    main()
