"""Scripts and styles of the page, as text: ours, and vis-network as pyvis carries it."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

# The order in which they run: each file uses only what the ones before it define.
SCRIPTS = (
    *("data.js", "dates.js", "colours.js", "dom.js", "labels.js", "pins.js", "canvas.js"),
    *("hulls.js", "backbone.js", "shown.js", "legend.js", "filters.js", "period.js", "save.js"),
    *("evidence.js", "overview.js", "panel.js", "search.js", "path.js", "table.js", "svg.js"),
    *("link.js", "start.js", "driving.js"),
)


@cache
def drawing_library() -> str:
    """vis-network, as bundled in the installed pyvis (Apache-2.0 or MIT)."""
    bundled = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return bundled.read_text(encoding="utf-8")


def own_script() -> str:
    """Our scripts in one function, so that nothing of them is global."""
    parts = "\n".join(template(name) for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}\n}})();'


def template(name: str) -> str:
    """One of our own files."""
    return (files("actors.views") / "templates" / name).read_text(encoding="utf-8")


def policy(*scripts: str) -> str:
    """The Content-Security-Policy of the page: these scripts, and no connection anywhere.

    Args:
        scripts: the content of each script element that may run
    """
    hashes = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
