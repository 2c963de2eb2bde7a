"""The main job on real articles, where they are at hand; scored against their annotation.

The environment variables ``ACTORS_SEEDS`` (a folder of articles) and ``ACTORS_GOLD`` (a folder
with ``seeds.jsonl`` and ``score.py``) say where. With ``ACTORS_REQUIRE_SEEDS=1`` a missing
folder is a failure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from actors import build
from actors.export.jsonl import lines
from actors.study import readings


def given(variable: str) -> Path:
    path = Path(os.environ.get(variable, ""))
    if os.environ.get(variable) and path.is_dir():
        return path
    if os.environ.get("ACTORS_REQUIRE_SEEDS") == "1":
        pytest.fail(f"{variable} must name a folder: {path}")
    pytest.skip(f"{variable} names no folder")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    gold = given("ACTORS_GOLD")
    predicted = tmp_path_factory.mktemp("scores") / "predicted.jsonl"
    text = "\n".join(lines(readings([gold / "seeds.jsonl"])))
    predicted.write_text(text, encoding="utf-8")
    command = [sys.executable, gold / "score.py", gold / "seeds.jsonl", predicted, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_real_articles_make_a_network(tmp_path: Path) -> None:
    study = build([given("ACTORS_SEEDS")], tmp_path)
    names = {name for _, name in study.graph().nodes(data="name")}
    assert names >= {"Tajikistan", "Russia", "Afghanistan", "Taliban", "Zamir Kabulov"}


def test_actors_of_real_articles(scores: dict[str, Any]) -> None:
    assert scores["nodes"]["F1"] >= 0.90


def test_relations_of_real_articles(scores: dict[str, Any]) -> None:
    micro = scores["relations"]["micro"]
    assert micro["R"] >= 0.60
    assert micro["P"] >= 0.60
