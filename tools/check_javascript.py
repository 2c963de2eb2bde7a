"""Check the scripts of the page with eslint and TypeScript's checker (``// @ts-check``).

::

    python tools/check_javascript.py

They are npm packages, pinned in ``tools/javascript/package.json`` and installed into
``build/javascript``. On a machine without npm, or without a way to the packages, nothing is checked
and a message says so, unless ``ACTORS_REQUIRE_NODE`` is set.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONFIGURATION = ROOT / "tools" / "javascript"
SCRIPTS = ROOT / "actors" / "views" / "templates"
PLACE = ROOT / "build" / "javascript"
INSTALL = ("npm", "install", "--silent", "--no-fund", "--no-audit", "--no-package-lock")
CHECKS = (("eslint", "scripts"), ("tsc", "--project", "."))


def main() -> int:
    """Install what checks, if it isn't there, and run it; the exit code of the first that fails."""
    if shutil.which("npm") is None:
        return _skipped("npm is not installed")
    _lay_out()
    if not _installed() and subprocess.run(INSTALL, cwd=PLACE, check=False).returncode:
        return _skipped("npm could not install eslint and typescript")
    for name, *arguments in CHECKS:
        program = PLACE / "node_modules" / ".bin" / name
        if code := subprocess.run([str(program), *arguments], cwd=PLACE, check=False).returncode:
            return code
    return 0


def _lay_out() -> None:
    """Copy configuration and scripts to the packages, since both are looked for upwards."""
    shutil.rmtree(PLACE / "scripts", ignore_errors=True)
    (PLACE / "scripts").mkdir(parents=True)
    for file in sorted(SCRIPTS.glob("*.js")):
        shutil.copy(file, PLACE / "scripts")
    shutil.copy(CONFIGURATION / "page.d.ts", PLACE / "scripts")
    for name in ("package.json", "eslint.config.js", "tsconfig.json"):
        wanted, there = CONFIGURATION / name, PLACE / name
        if not there.is_file() or there.read_bytes() != wanted.read_bytes():
            shutil.rmtree(PLACE / "node_modules", ignore_errors=True)
            shutil.copy(wanted, there)


def _installed() -> bool:
    return all((PLACE / "node_modules" / ".bin" / name).exists() for name, *_ in CHECKS)


def _skipped(why: str) -> int:
    if os.environ.get("ACTORS_REQUIRE_NODE"):
        print(f"The scripts of the page can't be checked: {why}.", file=sys.stderr)
        return 1
    print(f"The scripts of the page are not checked: {why}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
