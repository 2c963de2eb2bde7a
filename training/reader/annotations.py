"""Annotated relations of news, of other genres and of texts of our own: ids and offsets.

``annotations.tsv`` holds a line for each actor and each relation that we annotated by reading. The
texts are those of the corpora that the ids belong to, but for ``own_texts.jsonl``, which we wrote
for what is rare in news: what is denied, suspected, demanded or planned, and figures of speech. The
fields are

- of an actor: ``A``, document, actor, kind, named or unnamed, the spans of its names
- of a relation: ``R``, document, source, target, types, modality, ``not`` or ``-``, core or
  optional, how it is told, the spans of the words for either end, the span of the evidence

A span is ``start-end``, in characters of the document, and ``-`` where the words of an end are
implied. Types after the first are others that the annotator would accept.

    python training/reader/annotations.py GOLD.jsonl > annotations.tsv
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("annotations.tsv")
OWN = Path(__file__).with_name("own_texts.jsonl")
SYMMETRIC = frozenset({"allied_with", "opposed_to", "kin_of", "agree", "consult", "cooperate"})

Record = dict[str, Any]


def rows(documents: Iterable[Record]) -> Iterator[str]:
    """The lines of annotated documents in the corpus schema."""
    for document in documents:
        name = document["id"]
        spans = defaultdict(list)
        for mention in document["mentions"]:
            spans[mention["actor"]].append(_written((mention["start"], mention["end"])))
        for actor in document["actors"]:
            known = "unnamed" if actor["unnamed"] else "named"
            yield "\t".join(
                ("A", name, actor["id"], actor["kind"], known, " ".join(spans[actor["id"]]))
            )
        for one in document["relations"]:
            yield "\t".join(("R", name, *_relation_fields(one)))


def _relation_fields(one: Record) -> Iterator[str]:
    """The fields of a relation, as `read` takes them."""
    yield from (one["source"], one["target"], "/".join([one["type"], *one["also"]]))
    yield one["modality"]
    yield "not" if one["negated"] else "-"
    yield "core" if one["core"] else "optional"
    yield one["told"]
    yield from map(_written, (one["source_span"], one["target_span"], one["evidence"]))


def read(texts: Mapping[str, str], table: Path = TABLE) -> list[Record]:
    """The annotated documents whose texts are known, in the corpus schema.

    Args:
        texts: the text of each document, by its id
        table: the annotations
    """
    documents: dict[str, Record] = {}
    for line in table.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        sort, name, *fields = line.split("\t")
        if name not in texts:
            continue
        new = {"id": name, "text": texts[name], "mentions": [], "actors": [], "relations": []}
        document = documents.setdefault(name, new)
        if sort == "A":
            _add_actor(document, fields)
        else:
            document["relations"].append(_relation(fields))
    return list(documents.values())


def own_texts(path: Path = OWN) -> dict[str, str]:
    """The texts that we wrote ourselves, by id."""
    lines = path.read_text("utf-8").splitlines()
    return {one["id"]: one["text"] for one in map(json.loads, lines)}


def _add_actor(document: Record, fields: list[str]) -> None:
    """Add an actor and its mentions; its name is the longest of them."""
    name, kind, known, written = fields
    spans = [_span(each) for each in written.split()]
    strings = [document["text"][start:end] for start, end in spans]
    actor = {"id": name, "kind": kind, "unnamed": known == "unnamed"}
    document["actors"].append({**actor, "name": max(strings, key=len, default="")})
    level = "nominal" if actor["unnamed"] else "name"
    document["mentions"] += [
        {
            "id": f"{name}.{at}",
            "start": start,
            "end": end,
            "kind": kind,
            "level": level,
            "actor": name,
        }
        for at, (start, end) in enumerate(spans)
    ]


def _relation(fields: list[str]) -> Record:
    """A relation in the corpus schema."""
    source, target, types, modality, negated, core, told, *spans = fields
    type_, *also = types.split("/")
    first, second, evidence = (None if each == "-" else list(_span(each)) for each in spans)
    return {
        "source": source,
        "target": target,
        "type": type_,
        "also": also,
        "symmetric": type_ in SYMMETRIC,
        "negated": negated == "not",
        "modality": modality,
        "core": core == "core",
        "told": told,
        "source_span": first,
        "target_span": second,
        "evidence": evidence,
    }


def _written(span: Iterable[int] | None) -> str:
    return "-" if span is None else "-".join(map(str, span))


def _span(written: str) -> tuple[int, int]:
    start, _, end = written.partition("-")
    return int(start), int(end)


def main() -> None:
    """Print the table of annotated documents, a JSON document a line."""
    with Path(sys.argv[1]).open(encoding="utf-8") as lines:
        for row in rows(map(json.loads, lines)):
            print(row)


if __name__ == "__main__":
    main()
