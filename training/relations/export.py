"""Halves of the network as the package reads them: int8 files, their settings, and their scores."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from export_recogniser import quantise
from network import HEADS, Upper, write_upper
from pairs import TYPES
from reading import Example, Library
from scores import Scores
from torch import nn

from actors.extract.relations.classifier import Classifier

LOWER, STANCES = "relations.lower.onnx", "stances.onnx"
UPPER, SETTINGS = "relations.onnx", "relations.json"
UNCALIBRATED = {"type": 1.0, "event": 1.0, "sign": 1.0, "stance": 1.0}


def write(model: nn.Module, graph: Callable[[nn.Module, Path], None], target: Path) -> None:
    """A half of the network as int8."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as between:
        path = Path(between) / "plain.onnx"
        graph(copy.deepcopy(model), path)
        quantise(path, target)


def write_all(model: Upper, folder: Path, start: Path, heat: dict[str, float]) -> None:
    """All that the package reads: what the first stage left in ``start``, this half, settings."""
    write(model, write_upper, folder / UPPER)
    for name in (LOWER, STANCES):
        shutil.copyfile(start / name, folder / name)
    write_settings(folder, heat)


def write_settings(folder: Path, heat: dict[str, float]) -> None:
    """Names of the types, and temperatures."""
    settings = {"types": TYPES, "temperature": {name: round(one, 4) for name, one in heat.items()}}
    text = json.dumps(settings, indent=1) + "\n"
    (folder / SETTINGS).write_text(text, encoding="utf8")


def scored(
    folder: Path, examples: Sequence[Example], library: Library, half: str = "upper"
) -> Scores:
    """Scores of a written int8 half, pair by pair, as the package runs it."""
    session = getattr(Classifier(folder), half)
    found: list[list[np.ndarray]] = [[] for _ in HEADS]
    for example in examples:
        key, roles = example.readings[0]
        vectors = library.read(key).astype(np.float32)
        given = session.run(list(HEADS), {"vectors": vectors[None], "roles": roles[None]})
        for rows, one in zip(found, given, strict=True):
            rows.append(one[0])
    return Scores(*(np.array(rows) for rows in found))
