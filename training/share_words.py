"""Take the table of word vectors out of an exported graph: all networks share MiniLM's.

    python training/share_words.py GRAPH.onnx ... --words actors/languages/en/weights/words.npy

The table is frozen in training, so every graph holds the same 12 million numbers. Afterwards a
graph takes the rows themselves as its input ``words`` (unsigned bytes, as the table holds them)
instead of ``ids``, and computes exactly what it did before.

Raises:
    SystemExit: a graph's table is not the one in the file.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper


def share(path: Path, words: Path) -> None:
    """Strip a graph; write its table to ``words``, or compare it with what is there."""
    model = onnx.load(path)
    lookup = next(one for one in model.graph.node if "ids" in one.input and one.op_type == "Gather")
    name, found = lookup.input[0], lookup.output[0]
    table = next(one for one in model.graph.initializer if one.name == name)
    _keep(numpy_helper.to_array(table), words, path)
    width = table.dims[1]
    model.graph.initializer.remove(table)
    model.graph.node.remove(lookup)
    for node in model.graph.node:
        if "ids" in node.input and node.op_type != "Shape":
            raise SystemExit(f"{path} asks for the pieces themselves: {node.name}")
        node.input[:] = ["words" if one in (found, "ids") else one for one in node.input]
    _replace_input(model, width)
    del model.graph.value_info[:]  # sizes that were worked out for the old input
    onnx.checker.check_model(model)
    onnx.save(model, path)


def _replace_input(model: onnx.ModelProto, width: int) -> None:
    """Let ``words`` come in the place of ``ids``; its first two sizes are the same."""
    known = {one.name: one for one in model.graph.input}
    sizes = known.pop("ids").type.tensor_type.shape.dim
    shape = [*(one.dim_param or one.dim_value for one in sizes), width]
    del model.graph.input[:]
    words = helper.make_tensor_value_info("words", TensorProto.UINT8, shape)
    model.graph.input.extend([words, *known.values()])


def _keep(table: NDArray[np.uint8], words: Path, path: Path) -> None:
    if not words.is_file():
        np.save(words, table)
    elif not np.array_equal(np.load(words), table):
        raise SystemExit(f"the table of {path} is not the one in {words}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("graphs", nargs="+", type=Path)
    parser.add_argument("--words", required=True, type=Path)
    given = parser.parse_args()
    for graph in given.graphs:
        share(graph, given.words)


if __name__ == "__main__":
    main()
