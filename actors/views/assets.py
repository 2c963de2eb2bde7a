"""Scripts and styles of the page, as text: ours, and vis-network as pyvis carries it."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

# The order in which they run: what a module does at once uses only what those before it define.
SCRIPTS = (
    *("data.js", "views.js", "dates.js", "colours.js", "dom.js", "labels.js", "pins.js"),
    *("marks.js", "bundles.js", "ranking.js", "canvas.js", "land.js", "hulls.js"),
    *("backbone.js", "shown.js", "legend.js", "filters.js", "period.js", "save.js"),
    *("finding.js", "evidence.js", "disputes.js", "overview.js", "correct.js", "panel.js"),
    *("compare.js", "search.js", "path.js", "events.js", "timeline.js", "grid.js", "discourse.js"),
    *("planned.js", "table.js", "svg.js", "frame.js", "picture.js", "link.js", "start.js"),
    "driving.js",
)

_IMPORT = re.compile(r'^import [^;]*? from "\./[^"]*";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const |let |function |async function )", re.MULTILINE)


@cache
def drawing_library() -> str:
    """vis-network, as bundled in the installed pyvis (Apache-2.0 or MIT)."""
    bundled = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return bundled.read_text(encoding="utf-8")


def own_script() -> str:
    """Our modules as one script in a function, so that nothing of them is global."""
    parts = "\n".join(unwrapped(template(name)) for name in SCRIPTS)
    return f'(function () {{\n"use strict";\n{parts}\n}})();'


def unwrapped(module: str) -> str:
    """A module as a part of one script: names are shared there, so none travels.

    Comments of a line, blank lines and indentation are left out, since nobody reads them there.

    >>> unwrapped('import { a } from "./a.js";\\n\\n// Twice.\\nexport const b = 2 * a;')
    'const b = 2 * a;'
    """
    bare = _EXPORT.sub("", _IMPORT.sub("", module))
    lines = (line.strip() for line in bare.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


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


def policy_of(page: str) -> str:
    """The policy that a page made here says of itself; an answer over http says it again."""
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    return found[1] if found else policy()


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
