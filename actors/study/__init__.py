"""The pipeline from top to bottom. READ THIS FIRST.

::

    read  ->  extract  ->  resolve  ->  network  ->  measure  ->  view / export
    `building.py`: `build` runs these       `study.py`: a `Study` makes these when asked

The command line calls nothing but what is here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from actors.errors import NothingToRead
    from actors.outputs.view import View
    from actors.progress import Progress
    from actors.study.extracting import extracts, read, readings
    from actors.study.study import Study, build, open_study

__all__ = [
    "NothingToRead",
    "Progress",
    "Study",
    "View",
    "build",
    "extracts",
    "open_study",
    "read",
    "readings",
]

_HOMES = {
    "NothingToRead": "actors.errors",
    "Study": "actors.study.study",
    "build": "actors.study.study",
    "open_study": "actors.study.study",
    "Progress": "actors.progress",
    "View": "actors.outputs.view",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that ``--help`` is quick."""
    import importlib

    if name not in __all__:
        raise AttributeError(f"module 'actors.study' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES.get(name, "actors.study.extracting")), name)


def __dir__() -> list[str]:
    return __all__
