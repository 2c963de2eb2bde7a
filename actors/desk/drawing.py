"""The network, drawn for a page: one at a time, and while other screens are answered.

What is drawn is taken out of the study first, while nobody else asks it; a decision need not wait
for the drawing, and two tabs that ask for the same network share it. No second network is made
while there is one, so that memory holds one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Draw", "Drawings"]

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
