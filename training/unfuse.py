"""Take the sums and their normalisations in graphs apart again, which is quicker than in one.

    python training/unfuse.py actors/languages/en/weights/*.onnx

For graphs that were written before `export_recogniser.quantise` left them apart. What is computed
stays the same but for the order in which floats are added. ``open_session`` sees to it that ONNX
Runtime does not put them together while it loads a graph.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import NodeProto, helper

FUSED = "SkipLayerNormalization"


def unfuse(graph: onnx.GraphProto) -> int:
    """Replace each fused node by additions and a normalisation; how many there were."""
    known = list(graph.node)
    del graph.node[:]
    for node in known:
        graph.node.extend(_apart(node) if node.op_type == FUSED else [node])
    return sum(node.op_type == FUSED for node in known)


def _apart(node: NodeProto) -> Iterator[NodeProto]:
    summed, other, scale, shift, *bias = node.input
    [out] = node.output
    for number, more in enumerate([*filter(None, bias), other]):
        added = f"{node.name}/sum_{number}"
        yield helper.make_node("Add", [summed, more], [added], name=added)
        summed = added
    epsilon = next(one.f for one in node.attribute if one.name == "epsilon")
    yield helper.make_node(
        *("LayerNormalization", [summed, scale, shift], [out]),
        name=f"{node.name}/normal",
        axis=-1,
        epsilon=epsilon,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("graphs", nargs="+", type=Path)
    for path in parser.parse_args().graphs:
        model = onnx.load(path)
        print(f"{path}: {unfuse(model.graph)}")
        onnx.checker.check_model(model)
        onnx.save(model, path)


if __name__ == "__main__":
    main()
