"""Who is trained on, who stops the training, who is kept aside as the test.

The test is a tenth of ``worldwide`` by outlet (no outlet is on both sides); its ids are recorded in
``kept_aside.txt``. Every other corpus gives a few documents to early stopping and calibration.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from corpora import Example

STOP_SHARE = 0.045
STOP_CORPORA = ("worldwide", "redocred", "wikigold", "crossner", "gum")


class Parts(NamedTuple):
    """Documents to train on, to stop and calibrate on, and to test on."""

    train: list[Example]
    stop: list[Example]
    test: list[Example]


def draw(name: str) -> float:
    """A number in [0, 1) that depends on ``name`` only."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:12], 16) / 16**12


def outlet(name: str) -> str:
    """``ww_cuba_havanatimes_12`` -> ``ww_cuba_havanatimes``."""
    return name.rpartition("_")[0]


def choose_test(examples: list[Example]) -> list[str]:
    """Ids of whole outlets, drawn by hash, until a tenth of the documents is reached."""
    names = [example.id for example in examples if example.corpus == "worldwide"]
    outlets = sorted({outlet(name) for name in names}, key=draw)
    chosen: list[str] = []
    for one in outlets:
        more = [name for name in names if outlet(name) == one]
        if len(chosen) + len(more) <= len(names) / 10:
            chosen += more
    return sorted(chosen)


def split(examples: list[Example], folder: Path) -> Parts:
    """Three disjoint parts; writes ``kept_aside.txt`` the first time and obeys it ever after."""
    listing = folder / "kept_aside.txt"
    if not listing.exists():
        listing.write_text("\n".join(choose_test(examples)) + "\n", encoding="utf8")
    aside = frozenset(listing.read_text(encoding="utf8").split())
    parts = Parts([], [], [])
    for example in examples:
        if example.id in aside:
            parts.test.append(example)
        elif example.corpus in STOP_CORPORA and draw(example.id) < STOP_SHARE:
            parts.stop.append(example)
        else:
            parts.train.append(example)
    return parts
