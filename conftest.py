"""What many tests and the examples in docstrings share: the sample reports, read once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from actors import Study, build

ROOT = Path(__file__).parent
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of sample reports."""
    return SEEDS


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The study of the sample reports, on disk with all its files. Read it, don't change it."""
    return build([SEEDS], tmp_path_factory.mktemp("study"))


@pytest.fixture(autouse=True)
def _study_of_the_examples(
    request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]
) -> None:
    """Examples in the docstrings of a study's methods begin with a ``study``."""
    if "Methods." in request.node.name or ".Study." in request.node.name:
        doctest_namespace["study"] = request.getfixturevalue("study")
