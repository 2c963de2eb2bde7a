"""A scan that is drawn here is recognised by the real Tesseract, where it is installed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from actors.readers import guard, read, scans
from actors.types import Document, Skipped

SAID = ("Kenya accused Uganda of shelling the port.", "The two ministers met in Arusha on Friday.")


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PDF whose only page is a picture of two lines, 150 dots to the inch."""
    if shutil.which("tesseract") is None:
        if os.environ.get("ACTORS_REQUIRE_TESSERACT") == "1":
            pytest.fail("Tesseract is not installed")
        pytest.skip("Tesseract is not installed")
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (1240, 700), 255)
    font = ImageFont.load_default(size=44)
    for number, line in enumerate(SAID):
        ImageDraw.Draw(page).text((90, 120 + 90 * number), line, fill=0, font=font)
    monkeypatch.delenv(scans.LANGUAGES, raising=False)
    monkeypatch.setattr(guard, "_WORKERS", {})
    page.save(tmp_path / "scan.pdf", resolution=150)
    return tmp_path / "scan.pdf"


def test_the_text_of_a_page_is_recognised_and_a_note_says_so(scan: Path) -> None:
    (document,) = read([scan])
    assert isinstance(document, Document)
    assert document.text.split() == " ".join(SAID).split()
    assert document.notes == (
        "the text was recognised on pictures of pages (eng): it may have mistakes",
    )


def test_a_language_that_is_not_installed_is_said(
    scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(scans.LANGUAGES, "xqz")
    (skipped,) = read([scan])
    assert isinstance(skipped, Skipped)
    assert "Tesseract has no data for 'xqz'" in skipped.reason


def test_a_page_without_letters_is_refused(scan: Path) -> None:
    from PIL import Image

    Image.new("L", (600, 400), 255).save(scan, resolution=150)
    (skipped,) = read([scan])
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "no text was recognised on its 1 pages"
