"""The names of the function types: what readers, measures, exporters and engines are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

from actors.types.keys import Key
from actors.types.records import Document, Extract, Skipped

if TYPE_CHECKING:
    import networkx as nx

Reader: TypeAlias = "Callable[[Path], Iterator[Document | Skipped]]"
Extractor: TypeAlias = Callable[[Sequence[Document]], list[Extract]]
Measure: TypeAlias = "Callable[[nx.Graph[Key]], Mapping[Key, float]]"
Exporter: TypeAlias = "Callable[[nx.MultiDiGraph[Key], Path], Iterable[Path] | None]"

Item = TypeVar("Item")
Result = TypeVar("Result")


Lost: TypeAlias = Callable[[Item, str], Result]
"""The result of an item that ends whatever process works on it, and the reason."""


class Engine(Protocol):
    """Spreads the same work over cores or machines."""

    def map(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Iterable[Item],
        *,
        batch: int,
        lost: Lost[Item, Result] | None = None,
        seconds: float = 0,
    ) -> Iterator[Result]:
        """Apply ``work`` to batches of ``items``; results come in the order of the items.

        An item that ends its worker, or with which a worker is busy for more than ``seconds``
        (0: no limit), gives what ``lost`` says, where the engine can do without that worker.
        """
        ...
