"""The network of a study, or a part of it, for another program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from actors import plugins
from actors.analysis.networks import Levels, network
from actors.analysis.periods import DateRange, as_days
from actors.atomic import replacing
from actors.errors import NotFound, SettingsError
from actors.export import delimited
from actors.export.flat import Scalar
from actors.names import EVERY, KEPT_SENTENCES
from actors.network.roles import roles
from actors.network.select import select
from actors.ontology import of_graph
from actors.outputs.files import tables
from actors.outputs.styling import dressed, measured
from actors.types import Document, Evidence, Key, Rule

if TYPE_CHECKING:
    import networkx as nx

    from actors.stakeholders import Issue
    from actors.store import Store

_Choice = str | Sequence[str] | None

FOLDERS = ("gephi-csv", "neo4j", "ucinet", "r", "netzschleuder", "i2", "dna")
"""Formats of several files."""
_PLACES = {
    "gexf-dynamic": "network.dynamic.gexf",
    "graphology": "network.graphology.json",
    "kumu": "network.kumu.xlsx",
    "polinode": "network.polinode.xlsx",
    "pajek": "network.net",
    **{name: f"network.{name}" for name in FOLDERS},
}
"""Files and folders, beside the study, of formats that are not called ``network.FORMAT``."""
_TABLES, DISCOURSE = "csv", "dna"
BARE = ("ftm", "ucinet")
"""Formats that hold no measures."""
POSITIONS = ("asserted", "denied")
"""Modalities in which a statement takes a side; plans, demands and possibilities take none."""


def export(
    store: Store,
    rules: Iterable[Rule],
    format: str,
    path: Path | None,
    folder: Path,
    *,
    layer: _Choice = None,
    sign: _Choice = None,
    status: _Choice = None,
    period: DateRange | None = None,
    kinds: _Choice = None,
    min_weight: float | None = None,
    concept: str | None = None,
    issues: Sequence[Issue] = (),
    **level: Unpack[Levels],
) -> list[Path]:
    """Write the network in one format; see `actors.Study.export`.

    Args:
        store: the records of a study
        rules: the analyst's decisions
        format: the name of the format
        path: the file to write, or the folder for a format of several files
        folder: where the files go if no path is given
        layer, sign, period, kinds, min_weight: what to write of the network
        concept, issues: of the format ``dna``
        level: levels as in `actors.Study.graph`
    """
    if format != DISCOURSE and (concept or issues):
        raise SettingsError(f"concept and issue belong to the format dna, not to {format}")
    write = plugins.load("exporters", format)
    days = as_days(period) if period is not None else None
    criteria = {"layer": layer, "sign": sign, "status": status, "period": days, "kinds": kinds}
    graph = _chosen(store, rules, {**criteria, "min_weight": min_weight}, level)
    place = path or folder / _PLACES.get(format, f"network.{format}")
    if format == DISCOURSE:
        return discourse(store, graph, place, concept or "relation", issues)
    if format == _TABLES:
        return list(tables(store, graph, measured(graph), path or folder))
    place.parent.mkdir(parents=True, exist_ok=True)
    shown = graph if format in BARE else dressed(graph, measured(graph))
    if format in FOLDERS:
        return list(write(shown, place) or [place])
    with replacing(place) as beside:
        write(shown, beside)
    return [place]


def _chosen(
    store: Store, rules: Iterable[Rule], criteria: Mapping[str, Any], level: Mapping[str, Any]
) -> nx.MultiDiGraph[Key]:
    """The network with the ties that fit; persons know whom they speak for."""
    layers = criteria["layer"]
    asked = [layers] if isinstance(layers, str) else list(layers or ())
    background = level.get("background", False) or "background" in asked
    kept = EVERY if criteria["period"] else KEPT_SENTENCES
    graph = network(store, rules, **{**level, "background": background, "evidence": kept})
    for key, role in roles(graph, level.get("on")).items():
        graph.nodes[key]["speaks_for"] = graph.nodes[role.body]["name"]
    chosen = select(graph, **criteria)
    if graph.number_of_edges() and not chosen.number_of_edges():
        given = ", ".join(name for name, value in criteria.items() if value is not None)
        raise NotFound(f"no tie fits all that was asked ({given}): leave out or widen one of these")
    return chosen


def discourse(
    store: Store,
    graph: nx.MultiDiGraph[Key],
    folder: Path,
    concept: str = "relation",
    issues: Sequence[Issue] = (),
) -> list[Path]:
    """Write statements with their documents, and the discourse networks made of them.

    Offices, memberships and kin are facts about an actor, and no statements of it.

    Args:
        store: where the texts of the documents are
        graph: its network, or a part of it
        folder: made if missing
        concept: see `actors.export.dna.statements`
        issues: concepts of their own, instead of those

    Returns:
        ``statements.csv``, ``documents.csv``, ``load.R``, ``affiliation.csv``,
        ``congruence.csv`` and ``conflict.csv``

    Raises:
        NotFound: nothing is stated that has a concept
    """
    from actors.export import dna

    facts = {name for name, type_ in of_graph(graph).items() if type_.structural}
    about = _about(issues) if issues else None
    rows = dna.statements(graph, concept=concept, issues=about, without=facts)
    if not rows:
        raise NotFound("no stated tie takes a side: try other issues, or --concept relation")
    known = {row["document_id"] for row in rows}
    documents = [one for one in store.all(Document) if one.key in known]
    return [
        dna.write_statements(rows, folder),
        *dna.write_documents(documents, folder),
        *_networks(rows, folder),
    ]


def _about(issues: Sequence[Issue]) -> Callable[[Evidence], Iterable[str]]:
    def found(sentence: Evidence) -> Iterable[str]:
        return (issue.name for issue in issues if issue.matches(str(sentence.get("text", ""))))

    return found


def _networks(rows: Sequence[Mapping[str, Scalar]], folder: Path) -> Iterable[Path]:
    from actors.measures import discourse

    said = [
        (str(row["person"] or row["organization"]), str(row["concept"]), int(row["agreement"]))
        for row in rows
        if row["modality"] in POSITIONS
    ]
    pairs = ("Source", "Target", "Type", "Weight")
    yield delimited.write(
        folder / "affiliation.csv", (*pairs, "Agree", "Disagree"), _affiliations(said)
    )
    for name, ties_of in (
        ("congruence", discourse.congruence(said)),
        ("conflict", discourse.conflict(said)),
    ):
        ties = ((*tie[:2], "Undirected", tie[2]) for tie in ties_of.edges(data="weight"))
        rows_of = (dict(zip(pairs, tie, strict=True)) for tie in ties)
        yield delimited.write(folder / f"{name}.csv", pairs, rows_of)


def _affiliations(said: Iterable[tuple[str, str, int]]) -> Iterator[dict[str, object]]:
    """A row for each actor and concept, the actor first."""
    from actors.measures.discourse import affiliation

    for *ends, tie in affiliation(said).edges(data=True):
        actor, concept = sorted(ends)
        yield {
            "Source": actor[1],
            "Target": concept[1],
            "Type": "Undirected",
            "Weight": tie["weight"],
            "Agree": tie["agree"],
            "Disagree": tie["disagree"],
        }
