"""Halves of the network as the package reads them: int8 files, their settings, and their scores."""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from export_recogniser import quantise
from reading import Example, Library
from torch import nn

from actors.languages.en.relations.classifier import Classifier

LOWER, STANCES, SETTINGS = "relations.lower.onnx", "stances.onnx", "relations.json"


def write(model: nn.Module, graph: Callable[[nn.Module, Path], None], target: Path) -> None:
    """A half of the network as int8."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as between:
        path = Path(between) / "plain.onnx"
        graph(copy.deepcopy(model), path)
        quantise(path, target)


def write_settings(folder: Path, heat: float) -> None:
    """The temperature."""
    text = json.dumps({"temperature": round(heat, 4)}, indent=1) + "\n"
    (folder / SETTINGS).write_text(text, encoding="utf8")


def scored(folder: Path, examples: Sequence[Example], library: Library) -> np.ndarray:
    """Raw scores of stances, (pairs, 3), by a written int8 half, as the package runs it."""
    session = Classifier(folder).upper
    found: list[np.ndarray] = []
    for example in examples:
        key, roles = example.readings[0]
        vectors = library.read(key).astype(np.float32)
        given = session.run(["stance"], {"vectors": vectors[None], "roles": roles[None]})
        found.append(given[0][0])
    return np.array(found)
