"""What ``actors build`` prints when it is done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from actors.study import Study
from actors.study.names import PAGE_FILE
from actors.types import Document, Skipped

if TYPE_CHECKING:
    import pandas as pd

CENTRALITIES = ("strength", "betweenness", "pagerank")
TOP = 10


def print_summary(study: Study) -> None:
    """Documents, actors by kind, edges by type, the top ten, and where the page is."""
    console = Console()
    _documents(console, study)
    graph = study.graph()
    kinds = Counter(str(kind) for _, kind in graph.nodes(data="kind"))
    types = Counter(str(type_) for _, _, type_ in graph.edges(data="type"))
    console.print(f"Actors:    {_counted(kinds)}")
    console.print(f"Edges:     {_counted(types)}")
    console.print(_top(study.measures()))
    for warning in study.runs()[-1].warnings:
        console.print(f"Warning: {escape(warning)}", style="yellow")
    console.print(f"The page: {escape(str((study.folder / PAGE_FILE).resolve()))}", soft_wrap=True)


def _documents(console: Console, study: Study) -> None:
    with study.store() as store:
        documents = sum(1 for _ in store.all(Document))
        skipped = list(store.all(Skipped))
        stories = store.stories()
    console.print(f"Documents: {documents} read, {len(skipped)} skipped")
    reprints = sum(document != story for document, story in stories.items())
    if reprints:
        console.print(f"Reprints:  {reprints} documents repeat one of the {documents - reprints}")
    for each in skipped:
        console.print(f"  skipped {escape(each.name)}: {escape(each.reason)}", style="yellow")


def _counted(counts: Counter[str]) -> str:
    listed = ", ".join(
        f"{number} {name}" for name, number in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
    )
    return f"{counts.total()} ({listed})" if counts else "none"


def _top(measures: pd.DataFrame) -> Table:
    table = Table(title=f"The top {min(TOP, len(measures))} by", title_justify="left")
    table.add_column("", justify="right")
    columns = []
    for name in CENTRALITIES:
        table.add_column(name)
        best = measures.sort_values([name, "name"], ascending=[False, True]).head(TOP)
        columns.append(
            [f"{escape(row['name'])} [dim]{row[name]:.3g}[/]" for _, row in best.iterrows()]
        )
    for rank, cells in enumerate(zip(*columns, strict=True), start=1):
        table.add_row(str(rank), *cells)
    return table
