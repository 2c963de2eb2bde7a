"""One loaded pipeline for the whole room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from actors.languages.en.pipeline import load
from actors.types import Settings


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    """Parses one text."""
    return load(Settings().model, recogniser=False)
