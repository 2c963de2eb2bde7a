"""The table of given names, from nomquamgender 0.1.4 (MIT): counts by gender, 36 sources."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

from tools.knowledge.tsv import write

SOURCES, COUNTS = 4, 60  # of a name, below which what is said of it is mere chance
NAME = re.compile(r"[a-z]+([ '\-][a-z]+)*")


def build(_facts: Path) -> int:
    """Write ``names.tsv``; return the number of names."""
    spec = find_spec("nomquamgender")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pip install --no-deps nomquamgender==0.1.4, then try again")
    text = Path(spec.origin).with_name("name_data.json").read_text(encoding="utf-8")
    rows = [
        (name, f"{share:.2f}")
        for name, (sources, counts, share, *_) in sorted(json.loads(text).items())
        if sources >= SOURCES and counts >= COUNTS and NAME.fullmatch(name) and len(name) > 1
    ]
    return write("names", ("name", "female"), rows)
