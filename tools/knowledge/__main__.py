"""``python -m tools.knowledge FACTS [TABLE ...]``: rebuild the tables of `actors.knowledge`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

TABLES = ("states", "organisations", "places", "names", "memberships", "officeholders")


def main(arguments: list[str]) -> None:
    """Build the tables named, or all of them, and print how many rows each has."""
    facts, wanted = Path(arguments[0]), arguments[1:] or TABLES
    for name in wanted:
        rows = importlib.import_module(f"tools.knowledge.{name}").build(facts)
        print(f"{name}: {rows} rows")


if __name__ == "__main__":
    main(sys.argv[1:])
