"""The network, drawn for a page: one at a time, and while other screens are answered.

What is drawn is taken out of the study first, while nobody else asks it; a decision need not wait
for the drawing, and two tabs that ask for the same network share it. No second network is made
while there is one, so that memory holds one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from actors.analysis.networks import among
from actors.desk.snapshot import Snapshot
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Draw", "Drawings", "Together"]

QUOTED_SENTENCES = 3
"""Sentences that a co-occurrence keeps on the page."""
TIES_IN_VIEW = 300
"""Ties that are drawn of the actors of a large study, of each layer the strongest."""

Draw: TypeAlias = Callable[[], str]
"""Makes the text of a page out of what was taken from the study."""


class Drawings:
    """The network that was drawn last, and whose turn it is to draw."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._version = ""
        self._text = ""

    def drawn(self, take: Callable[[], tuple[str, Draw] | None]) -> str | None:
        """The page of the study as it is, once it is this one's turn.

        Args:
            take: gives the version of the study, and what draws it; nothing if it can't be drawn

        >>> Drawings().drawn(lambda: ("v1", lambda: "<svg/>"))
        '<svg/>'
        """
        with self._turn:
            taken = take()
            if taken is None:
                return None
            version, draw = taken
            if version != self._version:
                self._version = self._text = ""  # the old one is not kept beside the new one
                self._text = draw()
                self._version = version
            return self._text


class Together:
    """The co-occurrences of the actors that are drawn, counted again where these are others."""

    def __init__(self) -> None:
        self._of: object = None
        self._graph: nx.MultiDiGraph[Key] | None = None

    def of(self, now: Snapshot, actors: list[Key]) -> nx.MultiDiGraph[Key]:
        """The network of some actors; nobody may change it.

        Args:
            now: the study as it is
            actors: their keys
        """
        about = (now.runs, now.corrections, [now.people[key] for key in actors])
        if self._graph is None or self._of != about:
            self._graph = among(now.store, actors, "cooccurrence", QUOTED_SENTENCES, TIES_IN_VIEW)
            self._of = about
        return self._graph
