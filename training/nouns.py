"""Learn which nouns stand for actors without a name, and put that into the recogniser's graph.

    python training/nouns.py --gold CORPORA --write

A noun phrase of a document annotated for relations stands for an actor if its head is the head of
words that are annotated as an end of a relation; its kind is the actor's. Nouns that stand for who
has a name are left out unless the table of nouns has them: *the statement* asks for what its author
asks for, and is nobody. Read from three layers of the recogniser as it is, which stays as it was.
Documents in ``kept_aside.txt`` only measure.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from spacy.tokens import Doc
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent / "reader"))

from encoder import WIDTH
from labelled import Record
from train import ASIDE, documents

from actors.knowledge.roles import find_nominal
from actors.languages.en.coreference.nominals import nouns
from actors.languages.en.kinds import settle
from actors.languages.en.naming import names
from actors.languages.en.networks import WEIGHTS
from actors.languages.en.pipeline import parse
from actors.languages.en.place_surnames import tell_people
from actors.languages.en.witnesses import witnessed
from actors.neural.name_reader import NameReader
from actors.neural.noun_scores import KINDS
from actors.neural.subwords import Pieces, cut, windows
from actors.types import Document, Settings

LAYERS = tuple(f"/layers.{number}/done/LayerNormalization_output_0" for number in (1, 3, 5))
OUTPUT = "nouns"
HIDDEN, DROPPED, RATE, DECAY = 64, 0.3, 2e-3, 0.05
EPOCHS, BATCH = 8, 256
LEVELS = (0.1, 0.2, 0.3, 0.4, 0.5)


class Nouns(NamedTuple):
    """Heads of noun phrases: what the layers say of each, what it stands for, and its document."""

    read: np.ndarray
    kinds: np.ndarray
    documents: list[str]


class Layers:
    """The recogniser's graph with three of its layers as outputs."""

    def __init__(self, graph: onnx.ModelProto) -> None:
        shown = onnx.ModelProto()
        shown.CopyFrom(graph)
        known = {one.name for one in shown.graph.output}
        for name in set(LAYERS) - known:
            value = helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
            shown.graph.output.append(value)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(shown.SerializeToString(), options)
        self.reader = NameReader(WEIGHTS)

    def of(self, text: str) -> tuple[Pieces, np.ndarray]:
        """The pieces of a text, and what the layers say of each."""
        pieces = cut(text, self.reader.tokenizer)
        lead, settings = self.reader.lead, self.reader.settings
        told = []
        for low, first, last, high in windows(pieces, settings["window"], settings["context"]):
            ids = np.concatenate([lead[0], pieces.ids[low:high]])[None]
            shapes = np.concatenate([lead[1], pieces.shapes[low:high]])[None]
            layers = self.session.run(list(LAYERS), {"ids": ids, "shapes": shapes})
            before = low - len(lead[0])
            told.append(
                np.concatenate([one[0] for one in layers], -1)[first - before :][: last - first]
            )
        return pieces, np.concatenate(told).astype(np.float16)


def gathered(some: Sequence[Record], layers: Layers) -> Nouns:
    """The heads of the noun phrases of annotated documents."""
    read, kinds, ids = [], [], []
    made = [Document(one["id"], one["text"], one.get("title")) for one in some]
    for record, doc in zip(some, parse(made, Settings()), strict=True):
        pieces, told = layers.of(doc.text)
        ends = dict(_ends(record, doc))
        drafts = settle(tell_people(witnessed(doc, names(doc))))
        for noun in nouns(doc, drafts):
            row = int(np.searchsorted(pieces.starts, noun.head.idx, "right")) - 1
            kind, has_name = ends.get(noun.head.i, (0, False))
            if row >= 0 and not (has_name and find_nominal(noun.lemma) is None):
                read.append(told[row])
                kinds.append(kind)
                ids.append(record["id"])
    return Nouns(np.array(read), np.array(kinds), ids)


def _ends(record: Record, doc: Doc) -> Iterator[tuple[int, tuple[int, bool]]]:
    """Head token of each annotated end -> number of its actor's kind, and if that has a name."""
    told = {
        one["id"]: (1 + KINDS.index(one["kind"]), not one["unnamed"]) for one in record["actors"]
    }
    for relation in record["relations"]:
        for end in ("source", "target"):
            if relation[f"{end}_span"] is not None:
                span = doc.char_span(*relation[f"{end}_span"], alignment_mode="expand")
                if span is not None:
                    yield span.root.i, told[relation[end]]


def begun(width: int) -> nn.Sequential:
    """The small network before it learns."""
    dropped = nn.Dropout(DROPPED)
    first, last = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, 1 + len(KINDS))
    return nn.Sequential(dropped, first, nn.GELU(), dropped, last)


def fitted(some: Nouns, learnt: np.ndarray) -> nn.Sequential:
    """A small network over the layers; the scale of its input is folded into its first matrix."""
    torch.manual_seed(1)
    mean, spread = (
        some.read[learnt].mean(0, np.float32),
        some.read[learnt].std(0, np.float32) + 1e-3,
    )
    read = torch.tensor((some.read[learnt] - mean) / spread, dtype=torch.float32)
    kinds = torch.tensor(some.kinds[learnt])
    model = begun(read.shape[1])
    first = model[1]
    _learn(model, read, kinds)
    with torch.no_grad():
        first.weight /= torch.tensor(spread)
        first.bias -= first.weight @ torch.tensor(mean)
    return model.eval()


def _learn(model: nn.Module, read: Tensor, kinds: Tensor) -> None:
    optimiser = torch.optim.AdamW(model.parameters(), RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(kinds) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / 200) * max(0.0, 1 - step / steps)
    )
    order = torch.Generator().manual_seed(1)
    for _ in range(EPOCHS):
        rows = torch.randperm(len(kinds), generator=order)
        for at in range(0, len(rows) - BATCH + 1, BATCH):
            batch = rows[at : at + BATCH]
            loss = nn.functional.cross_entropy(model(read[batch]), kinds[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()


def report(some: Nouns, shares: np.ndarray, aside: np.ndarray) -> None:
    """Print how many of the nouns kept aside are rightly taken for actors, at some levels."""
    right = some.kinds > 0
    for level in LEVELS:
        taken = (1 - shares[:, 0] >= level) & aside
        precision = right[taken].mean()
        recall = (right & taken).sum() / (right & aside).sum()
        same = shares[:, 1:].argmax(1)[taken & right] + 1 == some.kinds[taken & right]
        print(f"{level}: precision {precision:.3f} recall {recall:.3f} kind {same.mean():.3f}")


def added(graph: onnx.ModelProto, model: nn.Sequential) -> onnx.ModelProto:
    """The graph with one more output, the scores of nouns."""
    first, last = model[1], model[4]
    inputs = {"first": first.weight.T, "first_bias": first.bias}
    inputs |= {"last": last.weight.T, "last_bias": last.bias, "half": Tensor([0.5])}
    inputs |= {"root": Tensor([2**-0.5]), "one": Tensor([1.0])}
    made = onnx.ModelProto()
    made.CopyFrom(graph)
    for kept in (made.graph.node, made.graph.initializer, made.graph.output):
        mine = [one for one in kept if one.name.startswith(OUTPUT)]
        for one in mine:
            kept.remove(one)
    for name, value in inputs.items():
        array = value.detach().numpy().copy()
        made.graph.initializer.append(numpy_helper.from_array(array, f"{OUTPUT}_{name}"))
    made.graph.node.extend(_nodes())
    shape = ["windows", "pieces", 1 + len(KINDS)]
    made.graph.output.append(helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, shape))
    return made


def _nodes() -> list[onnx.NodeProto]:
    """Both layers of the small network; GELU by the error function, as PyTorch has it."""
    steps = (
        ("Concat", LAYERS, "read", {"axis": -1}),
        ("MatMul", ("read", "first"), "inner", {}),
        ("Add", ("inner", "first_bias"), "summed", {}),
        ("Mul", ("summed", "root"), "scaled", {}),
        ("Erf", ("scaled",), "erf", {}),
        ("Add", ("erf", "one"), "raised", {}),
        ("Mul", ("summed", "raised"), "doubled", {}),
        ("Mul", ("doubled", "half"), "gelu", {}),
        ("MatMul", ("gelu", "last"), "outer", {}),
        ("Add", ("outer", "last_bias"), "", {}),
    )

    def called(name: str) -> str:
        return name if name.startswith("/") else f"{OUTPUT}_{name}" if name else OUTPUT

    return [
        helper.make_node(
            kind, list(map(called, given)), [called(out)], called(f"{kind}_{out}"), **more
        )
        for kind, given, out, more in steps
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="put it into the shipped graph")
    given = parser.parse_args()
    torch.set_num_threads(1)
    kept = set(ASIDE.read_text(encoding="utf8").split())
    path = WEIGHTS / "recogniser.onnx"
    graph = onnx.load(str(path))
    if OUTPUT not in {one.name for one in graph.graph.output}:  # The package can't read without.
        graph = added(graph, begun(WIDTH * len(LAYERS)))
        onnx.save(graph, str(path))
    some = gathered(documents(given.gold), Layers(graph))
    aside = np.array([one in kept for one in some.documents])
    model = fitted(some, ~aside)
    with torch.no_grad():
        shares = model(torch.tensor(some.read, dtype=torch.float32)).softmax(1).numpy()
    print(f"{len(aside)} nouns, {(some.kinds > 0).sum()} actors, {aside.sum()} kept aside")
    report(some, shares, aside)
    if given.write:
        onnx.save(added(graph, model), str(path))


if __name__ == "__main__":
    main()
