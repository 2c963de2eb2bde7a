"""What differs between two sides: which actors and ties are told of more often, and by how much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from actors.analysis.contradictions import Contradiction, contradictions
from actors.factuality import asserting
from actors.network.bystory import rows_by_story, sentences_by_story
from actors.network.views import by_layer
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    from scipy.sparse import csr_array

    from actors.analysis.sides import Side
    from actors.measures.contrast import Ratio
    from actors.progress import Progress

LEVEL = 0.05
Cell = tuple[Key, tuple[str, ...], float]
"""A story, what it tells of, and how often."""


@dataclass(frozen=True, slots=True)
class ActorDifference:
    """How much more often one side ties an actor to others; its counts are strengths."""

    key: Key
    name: str
    kind: str
    ratio: Ratio


@dataclass(frozen=True, slots=True)
class TieDifference:
    """How much more often one side tells of a tie; its counts are sentences."""

    source: str
    target: str
    type: str
    sign: str
    directed: bool
    ratio: Ratio
    source_key: Key
    target_key: Key


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs between two sides; actors and ties by p, then by the size of effect."""

    first: str
    second: str
    stories: tuple[int, int]
    layer: str
    actors: tuple[ActorDifference, ...]
    ties: tuple[TieDifference, ...]
    contradictions: tuple[Contradiction, ...]
    warnings: tuple[str, ...]


def compare(
    first: Side,
    second: Side,
    *,
    layer: str = "cooccurrence",
    permutations: int = 2_000,
    seed: int = 0,
    progress: Progress | None = None,
) -> Comparison:
    """Test every actor and every tie of a layer for a difference between two sides.

    The unit is the story: rates are counts a story, and stories are what the test exchanges.
    The p-values of all actors are corrected together, and so are those of all ties.

    Args:
        first: from `actors.analysis.sides`
        second: the other side
        layer: ``"cooccurrence"`` (a tie is a pair) or ``"stated"`` (each type on its own)
        permutations: how often stories are dealt out anew
        seed: the same seed gives the same p
        progress: called with a step's name, what is done, and of how much

    Raises:
        SettingsError: a side has no story, or too few permutations
    """
    graphs = [by_layer(side.graph, layer) for side in (first, second)]

    def tested(count: Counter, before: int) -> dict[tuple[str, ...], Ratio]:
        cells = [list(count(graph)) for graph in graphs]
        tell = _telling(progress, before, 2 * permutations)
        return _contrasted((first, second), cells, permutations, seed, tell)

    actors, ties = tested(_strengths, 0), tested(_sentences, permutations)
    about = {**dict(second.graph.nodes(data=True)), **dict(first.graph.nodes(data=True))}
    name = {key: str(of.get("name") or key) for key, of in about.items()}
    sizes = _size(first, graphs[0]), _size(second, graphs[1])
    return Comparison(
        first.label,
        second.label,
        sizes,
        layer,
        _sorted(ActorDifference(k, name[k], about[k]["kind"], r) for (k,), r in actors.items()),
        _sorted(
            TieDifference(name[a], name[b], kind, sign, bool(directed), ratio, a, b)
            for (a, b, kind, sign, directed), ratio in ties.items()
        ),
        tuple(contradictions(first, second)),
        _warnings(sizes, permutations, max(len(actors), len(ties))),
    )


Counter = Callable[["nx.MultiDiGraph[Key]"], Iterator[Cell]]


def _strengths(graph: nx.MultiDiGraph[Key]) -> Iterator[Cell]:
    for story, source, target, weight in rows_by_story(graph):
        yield story, (source,), weight
        yield story, (target,), weight


def _sentences(graph: nx.MultiDiGraph[Key]) -> Iterator[Cell]:
    for source, target, tie in graph.edges(data=True):
        way = "directed" if tie["directed"] else ""
        for story, count in sentences_by_story(asserting(tie)).items():
            yield story, (source, target, tie["type"], tie["sign"], way), float(count)


def _contrasted(
    sides: tuple[Side, Side],
    cells: list[list[Cell]],
    permutations: int,
    seed: int,
    progress: Callable[[int, int], None] | None,
) -> dict[tuple[str, ...], Ratio]:
    from actors.measures.contrast import contrast

    columns = sorted({column for side in cells for _, column, _ in side})
    if not columns:
        return {}
    matrices = [
        _matrix(side, sorted({*of.stories, *(story for story, *_ in side)}), columns)
        for of, side in zip(sides, cells, strict=True)
    ]
    found = contrast(*matrices, permutations=permutations, seed=seed, progress=progress)
    return dict(zip(columns, found, strict=True))


def _matrix(cells: Iterable[Cell], stories: list[Key], columns: list[tuple[str, ...]]) -> csr_array:
    """Stories in rows, what they tell of in columns; counts of one place are summed."""
    from scipy.sparse import coo_array

    row = {story: at for at, story in enumerate(stories)}
    place = {column: at for at, column in enumerate(columns)}
    found = [(row[story], place[column], count) for story, column, count in cells]
    rows, at, counts = zip(*found, strict=True) if found else ((), (), ())
    return coo_array((counts, (rows, at)), shape=(len(stories), len(columns))).tocsr()


def _size(side: Side, graph: nx.MultiDiGraph[Key]) -> int:
    return len({*side.stories, *(story for story, *_ in _strengths(graph))})


_Difference = TypeVar("_Difference", "ActorDifference", "TieDifference")


def _sorted(found: Iterable[_Difference]) -> tuple[_Difference, ...]:
    return tuple(sorted(found, key=lambda each: (each.ratio.p, -abs(each.ratio.effect), str(each))))


def _telling(
    progress: Progress | None, before: int, total: int
) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    return lambda done, _: progress("shuffle", before + done, total)


def _warnings(sizes: tuple[int, int], permutations: int, tests: int) -> tuple[str, ...]:
    """Where so few stories can't show a difference, whatever they say."""
    from actors.measures.contrast import least_p

    least = least_p(*sizes, permutations)
    if least > LEVEL:
        return (
            f"{sizes[0]} and {sizes[1]} stories are too few to show any difference: p cannot "
            f"fall below {least:.2g}",
        )
    if least * tests > LEVEL:
        return (
            f"with {sizes[0]} and {sizes[1]} stories, {permutations} permutations and {tests} "
            "tests, one difference alone cannot stand out after correction; read the effects, "
            "not q",
        )
    return ()
