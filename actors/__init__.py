"""Actor networks from documents: who is in them, who stands with whom, which sentence says so.

::

    import actors

    study = actors.build(["reports/"])
    study.graph()                      # a networkx.MultiDiGraph
    study.measures()                   # a pandas.DataFrame, a row an actor
    study.view()                       # the interactive page, inline in Jupyter

Start reading at `actors.study`; the records are in `actors.types`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actors.version import __version__

if TYPE_CHECKING:
    from actors.errors import ActorsError
    from actors.study import Study, build, open_study
    from actors.types import Settings

__all__ = ["ActorsError", "Settings", "Study", "__version__", "build", "open_study"]

_HOMES = {
    "ActorsError": "actors.errors",
    "Study": "actors.study",
    "build": "actors.study",
    "open_study": "actors.study",
    "Settings": "actors.types",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used: ``import actors`` stays instant."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'actors' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names; the rooms of the package can be imported all the same."""
    return sorted(__all__)
