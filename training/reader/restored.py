"""A checkpoint made of the int8 graph that the package ships, to go on training from it.

    python training/reader/restored.py actors/languages/en/weights/pairs.onnx --out start.pt

Checkpoints in 32 bits are not kept, since each is six times as large as the graph. What eight bits
have lost is soon learnt again: the restored network scores as the graph does, to within .01 of
each probability.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

PREFIX = "model."
FUSED = ("query", "key", "value")


def restored(path: Path) -> dict[str, Tensor]:
    """The weights of the network by their names, but for the table of words."""
    graph = onnx.load(str(path)).graph
    arrays = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = dict(_plain(arrays))
    layer = 0
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            module = node.output[0].removeprefix("/model/").split("/MatMul")[0].replace("/", ".")
            found[f"{module}.weight"] = _floats(arrays, node.input[1]).T
        elif node.op_type == "QAttention":
            found |= dict(_attention(arrays, node.input[1], node.input[2], f"layers.{layer}"))
            layer += 1
    return {name: torch.from_numpy(np.array(one)) for name, one in found.items()}


def _plain(arrays: Mapping[str, np.ndarray]) -> Iterator[tuple[str, np.ndarray]]:
    """What is kept under its own name: biases, norms, and the tables of positions and marks."""
    for name, array in arrays.items():
        if not name.startswith(PREFIX):
            continue
        if name.endswith("_quantized"):
            whole = name.removesuffix("_quantized")
            yield whole.removeprefix(PREFIX), _floats(arrays, name)
        elif not name.endswith(("_scale", "_zero_point")):
            yield name.removeprefix(PREFIX), array


def _floats(arrays: Mapping[str, np.ndarray], quantised: str) -> np.ndarray:
    """Eight bits as 32, by the scale of each column or of the whole table."""
    name = quantised.removesuffix("_quantized")
    zero = arrays[f"{name}_zero_point"].astype(np.float32)
    return (arrays[quantised].astype(np.float32) - zero) * arrays[f"{name}_scale"]


def _attention(
    arrays: Mapping[str, np.ndarray], weight: str, bias: str, layer: str
) -> Iterator[tuple[str, np.ndarray]]:
    """The three matrices that are one in the graph."""
    matrices = np.split(_floats(arrays, weight).T, 3)
    for name, matrix, some in zip(FUSED, matrices, np.split(arrays[bias], 3), strict=True):
        yield f"{layer}.{name}.weight", matrix
        yield f"{layer}.{name}.bias", some


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    torch.save(restored(given.graph), given.out)


if __name__ == "__main__":
    main()
