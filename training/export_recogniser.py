"""Turn a checkpoint into what the package ships: an int8 ONNX graph, the vocabulary, calibration.

python training/export_recogniser.py --gold DIR --checkpoint FILE --out actors/languages/en/weights
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from calibration import fit
from corpora import Example, read_all
from encoder import HEADS, WIDTH, Recogniser
from examples import CORPORA, LABELS
from split import split
from train_recogniser import base_folder

from actors.neural.name_reader import NameReader as Shipped
from actors.neural.subwords import SHAPES, cut, load_tokenizer


class Exported(nn.Module):
    """The network as it runs: one window without padding, the corpus already chosen."""

    def __init__(self, model: Recogniser, corpus: str) -> None:
        super().__init__()
        self.model = model
        with torch.no_grad():
            model.positions.weight += model.corpora.weight[CORPORA.index(corpus)]

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """Label scores of one window."""
        model = self.model
        places = model.positions(torch.arange(ids.shape[1]))
        hidden = model.normal(model.words(ids) + model.shapes(shapes) + places)
        for layer in model.layers:
            hidden = layer(hidden, None)
        return model.head(hidden)


def load(checkpoint: Path) -> Recogniser:
    model = Recogniser(SHAPES, len(CORPORA), len(LABELS))
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    return model.eval()


def write_onnx(model: nn.Module, path: Path) -> None:
    """The 32-bit graph, any window length."""
    example = torch.ones((1, 32), dtype=torch.long)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "shapes", "scores")}
    torch.onnx.export(
        model,
        (example, example),
        str(path),
        input_names=["ids", "shapes"],
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Fuse attention and GELU, then store matrices and tables as int8.

    Sums and their normalisation stay apart: ONNX Runtime's one step for both takes longer than the
    two, by a quarter of all that the network takes. Seven bits (``reduce_range``) instead of
    eight: processors without VNNI instructions overflow on the eighth, and nobody would see why
    their scores are worse.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers.fusion_options import FusionOptions
    from onnxruntime.transformers.optimizer import optimize_model

    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    fused = optimize_model(
        str(source),
        model_type="bert",
        num_heads=HEADS,
        hidden_size=WIDTH,
        optimization_options=options,
    )
    print("fused:", fused.get_fused_operator_statistics())
    between = source.with_suffix(".fused.onnx")
    fused.save_model_to_file(str(between))
    quantize_dynamic(
        between,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"DefaultTensorType": 1},  # float: fused operators hide it from the checker
    )


def lead(folder: Path) -> list[list[int]]:
    """Piece and shape of what is read before each window: a beginning, and a sentence's end."""
    tokenizer = load_tokenizer(folder / "tokenizer.json")
    stop = cut(".", tokenizer)
    return [[tokenizer.token_to_id("[CLS]"), 0], [int(stop.ids[0]), int(stop.shapes[0])]]


def write_settings(folder: Path, **changes: float) -> None:
    """``recogniser.json``: labels, window, calibration."""
    path = folder / "recogniser.json"
    settings = {
        "labels": LABELS,
        "window": 256,
        "context": 16,
        "lead": lead(folder),
        "slope": 1.0,
        "intercept": 0.0,
    }
    path.write_text(json.dumps({**settings, **changes}, indent=1) + "\n", encoding="utf8")


def outcomes(shipped: Shipped, examples: list[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Raw score of every span found, and whether it is right."""
    scores, right = [], []
    for example in examples:
        gold = {(a, b): kind for a, b, kind in example.spans}
        for found in shipped.names(example.text):
            scores.append(found.score)
            right.append(gold.get((found.start, found.end)) == found.kind)
    return np.array(scores), np.array(right, dtype=float)


def export(options: argparse.Namespace) -> None:
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        write_onnx(Exported(load(options.checkpoint), options.corpus), plain)
        quantise(plain, options.out / "recogniser.onnx")
    shutil.copy(base_folder() / "tokenizer.json", options.out / "tokenizer.json")
    calibrate(options)


def calibrate(options: argparse.Namespace) -> None:
    """Write the settings, and into them what the scores of this very int8 graph are worth."""
    write_settings(options.out)
    # Early stopping saw these documents through a handful of choices only; the test stays unseen.
    stopping = split(read_all(options.gold), Path(__file__).parent).stop
    news = [example for example in stopping if example.corpus in ("worldwide", "redocred")]
    slope, intercept = fit(*outcomes(Shipped(options.out), news))
    write_settings(options.out, slope=round(slope, 4), intercept=round(intercept, 4))
    print("calibration", slope, intercept)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/ and raw/")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpus", choices=CORPORA, default="worldwide", help="its habits stay")
    export(parser.parse_args())
