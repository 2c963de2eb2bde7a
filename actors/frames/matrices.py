"""Matrices of actors by actors, by documents and by issues, labelled by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from actors.analysis.networks import Chosen, Layer, selected
from actors.analysis.stakeholders import passages
from actors.errors import SettingsError
from actors.frames.stakeholders import Issues, as_issues
from actors.knowledge.alphabet import alphabetical
from actors.network.labels import labels, unique_labels
from actors.stakeholders.issues import actor_issue_network
from actors.store.holdings import document_keys
from actors.store.listings import mentions_by_document
from actors.types import Key, Rule

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store import Store

DENSE = 1_000_000
"""Cells up to which a matrix holds its zeros."""


MatrixOf = Literal["actor-actor", "actor-document", "actor-issue"]


def matrix(
    store: Store,
    rules: Iterable[Rule],
    of: MatrixOf,
    issues: Issues,
    layer: Layer,
    chosen: Chosen,
) -> pd.DataFrame:
    """The matrix of a study that is asked for; see `Study.matrix`."""
    graph = selected(store, rules, layer, simple=of == "actor-actor", **chosen)
    if of == "actor-actor":
        return actor_actor(graph)
    if of == "actor-document":
        return _actor_document(store, graph)
    if of == "actor-issue":
        near = {issue.name: passages(store, issue, graph) for issue in as_issues(issues)}
        return _actor_issue(actor_issue_network(graph, near))
    raise SettingsError(f"no matrix is called {of!r}: there are {', '.join(get_args(MatrixOf))}")


def actor_actor(graph: nx.Graph[Key]) -> pd.DataFrame:
    """The strengths of ties, from the actor of a row to that of a column.

    Args:
        graph: a network made simple; symmetric where that is undirected

    >>> import networkx as nx
    >>> actor_actor(nx.DiGraph([("a", "b", {"weight": 2.0})])).values.tolist()
    [[0.0, 2.0], [0.0, 0.0]]
    """
    named = _by_label(labels(graph))
    number = {key: at for at, key in enumerate(named)}
    ties = graph.edges(data="weight")
    cells = [(number[one], number[other], weight) for one, other, weight in ties]
    if not graph.is_directed():
        cells += [(column, row, weight) for row, column, weight in cells if row != column]
    return _matrix(cells, list(named.values()), list(named.values()), float)


def _actor_document(store: Store, graph: nx.Graph[Key]) -> pd.DataFrame:
    """How often each document mentions each actor of a network; all documents are columns."""
    named = _by_label(labels(graph))
    documents = {key: name for name, key in document_keys(store).items()}
    return _labelled(mentions_by_document(store), named, documents, int)


def _actor_issue(network: nx.Graph[str]) -> pd.DataFrame:
    """How much is said of each actor near each issue.

    Args:
        network: the two-mode network of `actors.stakeholders.issues.actor_issue_network`
    """
    everything = dict(network.nodes(data=True))
    issues = {node: str(about["name"]) for node, about in everything.items() if about["bipartite"]}
    actors = {node: about for node, about in everything.items() if node not in issues}
    cells = [
        (actor, issue, weight)
        for issue in issues
        for _, actor, weight in network.edges(issue, data="weight")
    ]
    return _labelled(cells, _by_label(unique_labels(actors)), issues, float)


def _by_label(named: Mapping[Key, str]) -> dict[Key, str]:
    return dict(sorted(named.items(), key=lambda item: alphabetical(item[1])))


def _labelled(
    cells: Iterable[tuple[Key, Key, float]],
    rows: Mapping[Key, str],
    columns: Mapping[Key, str],
    type: type,
) -> pd.DataFrame:
    """A frame of cells between keys; those of other keys are left out."""
    row, column = ({key: at for at, key in enumerate(named)} for named in (rows, columns))
    placed = [
        (row[one], column[other], value)
        for one, other, value in cells
        if one in row and other in column
    ]
    return _matrix(placed, list(rows.values()), list(columns.values()), type)


def _matrix(
    cells: Sequence[tuple[int, int, float]], rows: list[str], columns: list[str], type: type
) -> pd.DataFrame:
    """A frame of numbered cells; sparse inside where it is large."""
    import pandas as pd
    from scipy.sparse import coo_array

    at_rows, at_columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    shape = (len(rows), len(columns))
    made = coo_array((values, (at_rows, at_columns)), shape=shape, dtype=type)
    index, header = pd.Index(rows, dtype="str"), pd.Index(columns, dtype="str")
    if shape[0] * shape[1] <= DENSE:
        return pd.DataFrame(made.toarray(), index=index, columns=header)
    return pd.DataFrame.sparse.from_spmatrix(made, index=index, columns=header)
