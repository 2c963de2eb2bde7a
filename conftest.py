"""What many tests share: the sample reports, read once, and one Chromium."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actors import Study, build, open_study

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
    return _built_once(tmp_path_factory.mktemp("study"), tmp_path_factory.getbasetemp().parent)


def _built_once(folder: Path, shared: Path) -> Study:
    """Build the samples in a folder; of several worker processes one does, and the others copy.

    Args:
        folder: an empty folder of this process
        shared: the parent of the folders of all worker processes
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return build([SEEDS], folder)
    try:
        (shared / "study-begun").mkdir()
    except FileExistsError:
        if _appears(shared / "study-done"):
            shutil.copytree(shared / "study-done", folder, dirs_exist_ok=True)
            return open_study(folder)
        return build([SEEDS], folder)
    made = build([SEEDS], folder)
    shutil.copytree(folder, shared / "study-copy")
    (shared / "study-copy").rename(shared / "study-done")
    return made


def _appears(folder: Path, seconds: float = 180) -> bool:
    """Whether a folder is there, after waiting for it if need be."""
    until = time.monotonic() + seconds
    while not folder.exists() and time.monotonic() < until:
        time.sleep(0.2)
    return folder.exists()


@pytest.fixture(autouse=True)
def _study_of_the_examples(
    request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]
) -> None:
    """Examples in the docstrings of a study's methods begin with a ``study``."""
    if "Methods." in request.node.name or ".Study." in request.node.name:
        doctest_namespace["study"] = request.getfixturevalue("study")


def chromium() -> str | None:
    """The program, if there is one; the shell without windows does a third of the work."""
    named = os.environ.get("ACTORS_CHROMIUM")
    return named or shutil.which("chromium-headless-shell") or shutil.which("chromium")


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
