"""A page as PDF: printed by the Chromium of this machine, or else laid out by WeasyPrint."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from actors.errors import SettingsError

__all__ = ["chromium", "pdf"]

_PROGRAMS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge"),
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_OPTIONS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-extensions"),
    *("--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--generate-pdf-document-outline"),
)
"""Nothing leaves the machine: no name of a host is resolved."""
_SECONDS = 300


def pdf(html: str) -> bytes:
    """A page, printed.

    Args:
        html: a page that needs nothing from elsewhere

    Raises:
        SettingsError: neither a Chromium nor WeasyPrint is there, or the program fails
    """
    program = chromium()
    if program:
        return _by_chromium(html, program)
    if importlib.util.find_spec("weasyprint"):
        return _by_weasyprint(html)
    raise SettingsError(
        "a PDF is printed by Chromium, Chrome or Edge, or else by WeasyPrint, and none is there: "
        "install one (pip install weasyprint), name the program in ACTORS_CHROMIUM, or write "
        "the report as .html and print it from a browser"
    )


def chromium() -> str | None:
    """The browser that prints: that in ``ACTORS_CHROMIUM``, on the path, or where it usually is."""
    named = os.environ.get("ACTORS_CHROMIUM")
    found = (shutil.which(name) for name in (*([named] if named else _PROGRAMS),))
    usual = (place for place in _PLACES if not named and Path(place).is_file())
    return next(filter(None, (*found, *usual)), None)


def _by_chromium(html: str, program: str) -> bytes:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_text(html, "utf-8")
        options = (*_OPTIONS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}")
        # A browser that runs as root starts no sandbox; the page can run no script.
        root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
        command = [program, *options, *root, page.as_uri()]
        try:
            ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SettingsError(f"{program} could not print the report: {error}") from error
        if not printed.is_file():
            said = ended.stderr.decode(errors="replace").strip().splitlines()[-1:]
            raise SettingsError(f"{program} could not print the report: {' '.join(said)}")
        return printed.read_bytes()


def _by_weasyprint(html: str) -> bytes:
    import weasyprint

    return bytes(weasyprint.HTML(string=html, url_fetcher=_nothing_from_elsewhere).write_pdf())


def _nothing_from_elsewhere(url: str, *_: object, **__: object) -> dict[str, object]:
    """Hand out the pictures that the page holds itself, and nothing else."""
    from weasyprint import default_url_fetcher

    if not url.startswith("data:"):
        raise ValueError(f"the report asks for nothing from elsewhere: {url}")
    found: dict[str, object] = default_url_fetcher(url)
    return found
