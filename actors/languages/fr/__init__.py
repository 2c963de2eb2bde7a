"""French."""

from __future__ import annotations

from pathlib import Path

from actors.languages.pack import Pack, load_pack

__all__ = ["pack"]


def pack() -> Pack:
    """The pack that this folder is."""
    return load_pack(Path(__file__).parent)
