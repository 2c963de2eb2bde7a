"""The network of a study, or a part of it, for another program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors import plugins
from actors.atomic import replacing
from actors.errors import NotFound, SettingsError
from actors.study.names import EVERY, SENTENCES
from actors.study.sides import as_days
from actors.types import Document

if TYPE_CHECKING:
    import networkx as nx

    from actors.stakeholders import Issue
    from actors.study.networks import Period
    from actors.study.study import Study

Choice = str | Sequence[str] | None

FOLDERS = ("gephi-csv", "neo4j", "ucinet", "r", "netzschleuder", "i2", "dna")
"""Formats of several files."""
PLACES = {
    "gexf-dynamic": "network.dynamic.gexf",
    "graphology": "network.graphology.json",
    "kumu": "network.kumu.xlsx",
    "polinode": "network.polinode.xlsx",
    "pajek": "network.net",
    **{name: f"network.{name}" for name in FOLDERS},
}
"""Files and folders, beside the study, of formats that are not called ``network.FORMAT``."""
TABLES, DISCOURSE = "csv", "dna"
BARE = ("ftm", "ucinet")
"""Formats that hold no measures."""
POSITIONS = ("asserted", "denied")
"""Modalities in which a statement takes a side; plans, demands and possibilities take none."""


def export(
    study: Study,
    format: str,
    path: Path | None,
    *,
    layer: Choice = None,
    sign: Choice = None,
    status: Choice = None,
    period: Period | None = None,
    kinds: Choice = None,
    min_weight: float | None = None,
    concept: str | None = None,
    issues: Sequence[Issue] = (),
    **level: Any,
) -> list[Path]:
    """Write the network in one format; see `Study.export`."""
    if format != DISCOURSE and (concept or issues):
        raise SettingsError(f"concept and issue belong to the format dna, not to {format}")
    write = plugins.load("exporters", format)
    days = as_days(period) if period is not None else None
    criteria = {"layer": layer, "sign": sign, "status": status, "period": days, "kinds": kinds}
    graph = _chosen(study, {**criteria, "min_weight": min_weight}, level)
    place = path or study.folder / PLACES.get(format, f"network.{format}")
    if format == DISCOURSE:
        return discourse(study, graph, place, concept or "relation", issues)
    if format == TABLES:
        return _tables(study, graph, path or study.folder)
    from actors.study.looks import dressed, measured

    place.parent.mkdir(parents=True, exist_ok=True)
    shown = graph if format in BARE else dressed(graph, measured(graph))
    if format in FOLDERS:
        return list(write(shown, place) or [place])
    with replacing(place) as beside:
        write(shown, beside)
    return [place]


def _chosen(
    study: Study, criteria: Mapping[str, Any], level: Mapping[str, Any]
) -> nx.MultiDiGraph[Any]:
    """The network with the ties that fit; persons know whom they speak for."""
    from actors.network.roles import roles
    from actors.network.select import select

    layers = criteria["layer"]
    asked = [layers] if isinstance(layers, str) else list(layers or ())
    background = level.get("background", False) or "background" in asked
    kept = EVERY if criteria["period"] else SENTENCES
    graph = study.graph(**{**level, "background": background, "evidence": kept})
    for key, role in roles(graph, level.get("on")).items():
        graph.nodes[key]["speaks_for"] = graph.nodes[role.body]["name"]
    chosen = select(graph, **criteria)
    if graph.number_of_edges() and not chosen.number_of_edges():
        given = ", ".join(name for name, value in criteria.items() if value is not None)
        raise NotFound(f"no tie fits all that was asked ({given}): leave out or widen one of these")
    return chosen


def _tables(study: Study, graph: nx.MultiDiGraph[Any], folder: Path) -> list[Path]:
    from actors.study.looks import measured
    from actors.study.outputs import tables

    with study.store() as store:
        return list(tables(store, graph, measured(graph), folder))


def discourse(
    study: Study,
    graph: nx.MultiDiGraph[Any],
    folder: Path,
    concept: str = "relation",
    issues: Sequence[Issue] = (),
) -> list[Path]:
    """Write statements with their documents, and the discourse networks made of them.

    Offices, memberships and kin are facts about an actor, and no statements of it.

    Args:
        study: where the texts of the documents are
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
    from actors.extract.relations.ontology import ontology

    facts = {name for name, kind in ontology().items() if kind.quad == "structural"}
    about = _about(issues) if issues else None
    rows = dna.statements(graph, concept=concept, issues=about, without=facts)
    if not rows:
        raise NotFound("no stated tie takes a side: try other issues, or --concept relation")
    known = {row["document_id"] for row in rows}
    with study.store() as store:
        documents = [one for one in store.all(Document) if one.key in known]
    return [
        dna.write_statements(rows, folder),
        *dna.write_documents(documents, folder),
        *_networks(rows, folder),
    ]


def _about(issues: Sequence[Issue]) -> Callable[[Mapping[str, Any]], Iterable[str]]:
    def found(sentence: Mapping[str, Any]) -> Iterable[str]:
        return (issue.name for issue in issues if issue.matches(str(sentence.get("text", ""))))

    return found


def _networks(rows: Sequence[Mapping[str, Any]], folder: Path) -> Iterable[Path]:
    from actors.export import delimited
    from actors.measures import discourse

    said = [
        (row["person"] or row["organization"], row["concept"], row["agreement"])
        for row in rows
        if row["modality"] in POSITIONS
    ]
    pairs = ("Source", "Target", "Type", "Weight")
    yield delimited.write(
        folder / "affiliation.csv", (*pairs, "Agree", "Disagree"), _affiliations(said)
    )
    for name, network in (
        ("congruence", discourse.congruence(said)),
        ("conflict", discourse.conflict(said)),
    ):
        ties = ((*tie[:2], "Undirected", tie[2]) for tie in network.edges(data="weight"))
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
