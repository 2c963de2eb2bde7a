"""Turn a checkpoint of the reader into what the package ships: an int8 ONNX graph and its labels.

python training/reader/export.py --checkpoint reader.pt --out actors/languages/en/weights
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from export_recogniser import quantise
from network import MODALITIES, TYPES, Reader, begun

INPUTS = ("ids", "shapes", "tags", "first", "last")
OUTPUTS = ("types", "modality", "negated")


class Exported(nn.Module):
    """The network as it runs: sentences without padding, probabilities instead of scores."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, ids: Tensor, shapes: Tensor, tags: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Probabilities of each ordered pair of mentions."""
        types, modality, negated = self.model(ids, shapes, tags, first, last)
        return types.sigmoid(), modality.softmax(-1), negated.sigmoid()


def load(checkpoint: Path, other: Path | None = None, share: float = 0.0) -> Reader:
    """The trained network, with MiniLM's table of words.

    Weights are the mean of two checkpoints of a run, ``share`` of them the other's: it reads
    better than either (Izmailov et al. 2018, stochastic weight averaging).
    """
    model = begun(seed=1)
    weights = torch.load(checkpoint, weights_only=True)
    if other is not None:
        more = torch.load(other, weights_only=True)
        weights = {name: (1 - share) * one + share * more[name] for name, one in weights.items()}
    missing, unknown = model.load_state_dict(weights, strict=False)
    if missing != ["words.weight"] or unknown:
        raise SystemExit(f"{checkpoint} is no checkpoint of this network: {missing} {unknown}")
    return model.eval()


def write_onnx(model: Reader, path: Path) -> None:
    """The 32-bit graph, for any number of pieces and mentions."""
    pieces, mentions = torch.ones((1, 32), dtype=torch.long), torch.tensor([[1, 5, 9]])
    axes = {name: {0: "sentences", 1: "pieces"} for name in INPUTS[:3]}
    axes |= {name: {0: "sentences", 1: "mentions"} for name in INPUTS[3:]}
    axes |= {name: {0: "sentences", 1: "mentions", 2: "mentions"} for name in OUTPUTS}
    torch.onnx.export(
        Exported(model),
        (pieces, pieces, pieces, mentions, mentions),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--mean-with", type=Path, help="another checkpoint of the same run")
    parser.add_argument("--share", type=float, default=0.35, help="of the other in the mean")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "pairs.onnx"
        write_onnx(load(given.checkpoint, given.mean_with, given.share), plain)
        quantise(plain, given.out / "pairs.onnx")
    labels = {"types": list(TYPES), "modalities": list(MODALITIES)}
    (given.out / "pairs.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
