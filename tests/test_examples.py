"""The Python examples of README and docs run as they stand, on the sample reports."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from actors import Study

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[str]:
    return BLOCK.findall(page.read_text("utf-8"))


@pytest.mark.parametrize(
    "page", [page for page in PAGES if blocks(page)], ids=lambda page: str(page.relative_to(ROOT))
)
def test_the_examples_of_a_page_run_one_after_the_other(
    page: Path, study: Study, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder with ``reports/``, and with ``output/`` as ``actors build`` leaves it."""
    shutil.copytree(seeds, tmp_path / "reports")
    shutil.copytree(study.folder, tmp_path / "output")
    monkeypatch.chdir(tmp_path)
    known: dict[str, Any] = {}
    for number, block in enumerate(blocks(page), start=1):
        exec(compile(block, f"{page.name}, example {number}", "exec"), known)


def test_the_readme_has_examples() -> None:
    assert len(blocks(ROOT / "README.md")) >= 1
