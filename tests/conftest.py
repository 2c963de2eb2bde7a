"""What many tests share: the sample reports, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors import Study, build

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of sample reports."""
    return SEEDS


@pytest.fixture(scope="session")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The study of the sample reports, on disk with all its files. Read it, don't change it."""
    return build([SEEDS], tmp_path_factory.mktemp("study"))
