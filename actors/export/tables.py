"""Tables that open right in a spreadsheet: UTF-8 with a byte order mark, nothing runs."""

from __future__ import annotations

import csv
import math
import numbers
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import networkx as nx

from actors.atomic import replacing
from actors.export import text
from actors.export.flat import scalar
from actors.export.rows import SIGNS
from actors.factuality import leaning, modalities, status
from actors.knowledge.alphabet import alphabetical
from actors.types import Document, Extract, Key, NodeAttributes, TieAttributes

_Row: TypeAlias = Mapping[str, object]

_ACTORS = ("key", "name", "kind", "subtype", "aliases", "identifiers", "mentions", "documents")
_RELATIONS = (
    *("source", "target", "layer", "type", "sign", "directed", "negated", "weight"),
    *("documents", "first", "last", "confidence", "sentence", "sentence_title"),
    *("sentence_source", "sentence_date", "source_key", "target_key", "status", "modalities"),
    "sign_of_type",
)
MENTION_COLUMNS = (
    *("document", "title", "source", "date", "start", "end", "text", "kind", "level"),
    *("actor", "actor_key", "metonymic", "confidence", "reason", "sentence"),
)


def write(graph: nx.MultiDiGraph[Key], path: Path) -> None:
    """Write ``actors.csv`` and ``relations.csv`` into a folder, which is made if missing.

    Args:
        graph: the network (``docs/format.md`` lists its attributes)
        path: the folder
    """
    path.mkdir(parents=True, exist_ok=True)
    write_table(actors(graph), path / "actors.csv", _ACTORS)
    write_table(relations(graph), path / "relations.csv", _RELATIONS)


def write_table(rows: Iterable[_Row], path: Path, columns: Sequence[str] = ()) -> None:
    """Write rows as CSV: numbers as numbers, texts so that no spreadsheet runs them.

    Args:
        rows: a mapping from column to value for each line
        path: the file to write; an old one is replaced
        columns: their order; those of the first row if left out
    """
    lines = iter(rows)
    first = next(lines, None)
    header = tuple(columns) or tuple(first or ())
    with replacing(path) as beside, beside.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow([text.cell(name) for name in header])
        if first is not None:
            writer.writerow([_cell(first.get(name)) for name in header])
        writer.writerows([_cell(row.get(name)) for name in header] for row in lines)


def actors(graph: nx.MultiDiGraph[Key]) -> Iterator[_Row]:
    """A row for each actor, the most mentioned first."""

    def rank(item: tuple[Key, NodeAttributes]) -> tuple[int, tuple[str, str, str]]:
        return -item[1].get("mentions", 0), alphabetical(str(item[1].get("name", item[0])))

    for key, about in sorted(graph.nodes(data=True), key=rank):
        yield {**about, "key": key}


def relations(graph: nx.MultiDiGraph[Key]) -> Iterator[_Row]:
    """A row for each edge with an example sentence, the strongest first."""

    def rank(edge: tuple[Key, Key, str, TieAttributes]) -> tuple[float, str, str, str]:
        return -edge[3].get("weight", 0.0), str(edge[0]), str(edge[1]), str(edge[2])

    for source, target, _, about in sorted(graph.edges(keys=True, data=True), key=rank):
        evidence: Sequence[Mapping[str, object]] = about.get("evidence") or ({},)
        yield {
            **{name: value for name, value in about.items() if name != "evidence"},
            "sign": SIGNS[leaning(about)],
            "sign_of_type": SIGNS.get(about.get("sign", "0"), ""),
            "source": graph.nodes[source].get("name", source),
            "target": graph.nodes[target].get("name", target),
            "source_key": source,
            "target_key": target,
            "sentence": evidence[0].get("text"),
            "sentence_title": evidence[0].get("title"),
            "sentence_source": evidence[0].get("source"),
            "sentence_date": evidence[0].get("date"),
            "status": status(about),
            "modalities": modalities(about),
        }


def mentions(
    readings: Iterable[tuple[Document, Extract]],
    actor_of: Mapping[Key, tuple[Key, str]],
) -> Iterator[_Row]:
    """A row for each mention, in the order of the text.

    Args:
        readings: each document with what was read in it
        actor_of: entity key (`actors.types.entity_key`) to the actor's key and name
    """
    for document, extract in readings:
        own = {entity.id: entity.name for entity in extract.entities}
        for mention in sorted(extract.mentions, key=lambda one: (one.span, one.id)):
            fallback = ("", own.get(mention.entity, ""))
            key, name = actor_of.get(f"{extract.document}:{mention.entity}", fallback)
            yield {
                "document": document.name,
                "title": document.title,
                "source": document.source,
                "date": document.published,
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.text,
                "kind": mention.kind,
                "level": mention.level,
                "actor": name,
                "actor_key": key,
                "metonymic": mention.metonymic,
                "confidence": mention.confidence,
                "reason": mention.reason,
                "sentence": _sentence(document, extract, mention.sentence),
            }


def measures(
    graph: nx.MultiDiGraph[Key], table: Mapping[str, Mapping[Key, float]]
) -> Iterator[_Row]:
    """A row for each actor with a column for each measure.

    Args:
        graph: the network
        table: name of the measure to actor key to value; a value missing stays empty
    """
    for row in actors(graph):
        about = {name: row.get(name) for name in ("name", "kind", "key")}
        yield about | {name: values.get(str(row["key"])) for name, values in table.items()}


def _sentence(document: Document, extract: Extract, number: int) -> str:
    if not 0 <= number < len(extract.sentences):
        return ""
    start, end = extract.sentences[number]
    return document.text[start:end]


def _cell(value: object) -> str | int | float:
    if isinstance(value, str):
        return text.cell(text.xml(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    if isinstance(value, numbers.Real) and not math.isfinite(value):
        return ""
    plain = scalar(value)
    return text.cell(plain) if isinstance(plain, str) else plain
