"""What many tests share: the sample reports, read once, and one Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actors import Study, build

ROOT = Path(__file__).parent
SEEDS = ROOT / "seeds"
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
)


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


def chromium() -> str | None:
    """The program, if there is one."""
    return os.environ.get("ACTORS_CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium; a tab of it has the network that its test gives it."""
    program = chromium()
    if program is None:
        reason = "no Chromium: install it or name it in ACTORS_CHROMIUM"
        if os.environ.get("ACTORS_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield started
        started.close()
