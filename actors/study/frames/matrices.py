"""Matrices of actors by actors, by documents and by issues, labelled by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

from actors.errors import SettingsError
from actors.network.labels import labels, unique_labels
from actors.stakeholders.issues import actor_issue_network
from actors.study.frames.stakeholders import Issues, as_issues
from actors.study.stakeholding import passages
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store.base import Store
    from actors.study.networks import Layer
    from actors.study.study import Study

DENSE = 1_000_000
"""Cells up to which a matrix holds its zeros."""

COUNTED = """
SELECT actor, document, count(*) FROM mentions JOIN members USING (document, entity)
GROUP BY ALL ORDER BY ALL"""

MatrixOf = Literal["actor-actor", "actor-document", "actor-issue"]


def matrix(
    study: Study, of: MatrixOf, issues: Issues, layer: Layer, chosen: Mapping[str, Any]
) -> pd.DataFrame:
    """The matrix of a study that is asked for; see `Study.matrix`."""
    if of == "actor-actor":
        return actor_actor(study.graph(layer, **{"simple": True} | dict(chosen)))
    graph = study.graph(layer, **chosen)
    with study.store() as store:
        if of == "actor-document":
            return actor_document(store, graph)
        if of == "actor-issue":
            asked = as_issues(issues)
            near = {issue.name: passages(store, issue, graph) for issue in asked}
            return actor_issue(actor_issue_network(graph, near))
    raise SettingsError(f"no matrix is called {of!r}: there are {', '.join(get_args(MatrixOf))}")


def actor_actor(graph: nx.Graph[Key]) -> pd.DataFrame:
    """The strengths of ties, from the actor of a row to that of a column.

    Args:
        graph: a network made simple; symmetric where that is undirected

    >>> import networkx as nx
    >>> actor_actor(nx.DiGraph([("a", "b", {"weight": 2.0})])).values.tolist()
    [[0.0, 2.0], [0.0, 0.0]]
    """
    named = labels(graph)
    number = {key: at for at, key in enumerate(graph)}
    cells = [
        (number[one], number[other], weight) for one, other, weight in graph.edges.data("weight")
    ]
    if not graph.is_directed():
        cells += [(column, row, weight) for row, column, weight in cells if row != column]
    return _matrix(cells, list(named.values()), list(named.values()), float)


def actor_document(store: Store, graph: nx.Graph[Key]) -> pd.DataFrame:
    """How often each document mentions each actor of a network; all documents are columns."""
    named = labels(graph)
    documents = store.connection.execute("SELECT key, name FROM documents ORDER BY name").fetchall()
    row = {key: at for at, key in enumerate(graph)}
    column = {key: at for at, (key, _) in enumerate(documents)}
    cells = [
        (row[actor], column[document], times)
        for actor, document, times in store.connection.execute(COUNTED).fetchall()
        if actor in row
    ]
    return _matrix(cells, list(named.values()), [name for _, name in documents], int)


def actor_issue(network: nx.Graph[str]) -> pd.DataFrame:
    """How much is said of each actor near each issue.

    Args:
        network: the two-mode network of `actors.stakeholders.issues.actor_issue_network`
    """
    issues = {
        node: str(name) for node, name in network.nodes(data="name") if _is_issue(network, node)
    }
    actors = {node: about for node, about in network.nodes(data=True) if node not in issues}
    row = {key: at for at, key in enumerate(actors)}
    column = {key: at for at, key in enumerate(issues)}
    cells = [
        (row[actor], column[issue], weight)
        for issue in issues
        for _, actor, weight in network.edges(issue, data="weight")
    ]
    return _matrix(cells, list(unique_labels(actors).values()), list(issues.values()), float)


def _is_issue(network: nx.Graph[str], node: str) -> bool:
    return bool(network.nodes[node]["bipartite"])


def _matrix(
    cells: Sequence[tuple[int, int, Any]], rows: list[str], columns: list[str], type: type
) -> pd.DataFrame:
    """A frame of cells, its rows by name; sparse inside where it is large."""
    import pandas as pd
    from scipy.sparse import coo_array

    at_rows, at_columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    shape = (len(rows), len(columns))
    made = coo_array((values, (at_rows, at_columns)), shape=shape, dtype=type)
    index, header = pd.Index(rows, dtype="str"), pd.Index(columns, dtype="str")
    if shape[0] * shape[1] <= DENSE:
        return pd.DataFrame(made.toarray(), index=index, columns=header)
    return pd.DataFrame.sparse.from_spmatrix(made, index=index, columns=header)
