"""Progress of long work: told to a function, or shown as bars in notebooks and terminals."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol, TypeAlias, cast

__all__ = ["STEPS", "Progress", "Shown", "interactive", "listener"]

#: What a step tells about itself: its name, how much is done, and of how much if known.
Progress: TypeAlias = Callable[[str, int, int | None], None]

Shown: TypeAlias = Progress | bool | None
"""Who hears of progress: a function; bars (`True`); nobody (`False`); bars in a notebook or at a
prompt, where somebody waits, and nobody in a script (`None`)."""

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "read": "Finding documents",
        "extract": "Reading documents",
        "resolve": "Working out who is who",
        "write": "Writing files",
        "draw": "Drawing stories anew",
        "shuffle": "Exchanging stories",
    }
)
"""What the steps are called where they are shown."""


def listener(progress: Shown) -> Progress:
    """The function to tell progress to.

    >>> listener(print) is print
    True
    >>> listener(False)("read", 1, None)
    """
    if callable(progress):
        return progress
    return _Bars() if (interactive() if progress is None else progress) else _silent


def interactive() -> bool:
    """Whether somebody types at a prompt: Jupyter, IPython, or Python itself."""
    return hasattr(sys, "ps1")


class _Bar(Protocol):
    """What is used of a bar of tqdm."""

    n: float
    total: float | None

    def update(self, n: float) -> bool | None:
        """Move the bar on."""

    def close(self) -> None:
        """Leave the bar as it stands."""


class _Bars:
    """A bar for each step, one after the other."""

    def __init__(self) -> None:
        self.step = ""
        self.bar: _Bar | None = None

    def __call__(self, step: str, done: int, total: int | None) -> None:
        if step != self.step:
            self._close()
            self.step, self.bar = step, _bar(STEPS.get(step, step), total)
        if self.bar is not None:
            self.bar.total = total
            self.bar.update(done - self.bar.n)
        if total is not None and done >= total:
            self._close()

    def _close(self) -> None:
        if self.bar is not None:
            self.bar.close()
            self.bar = None


def _bar(about: str, total: int | None) -> _Bar:
    """A bar of tqdm: a widget where the notebook has widgets, else a line of text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from tqdm.auto import tqdm

        return cast("_Bar", tqdm(desc=about, total=total, unit=""))


def _silent(step: str, done: int, total: int | None) -> None:
    """Nobody wants to hear of progress."""
