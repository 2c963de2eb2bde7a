"""Who is who across documents: B-cubed F1 over names, and false merges among the frequent actors.

::

    python benchmarks/resolution.py GOLD_FOLDER [--corpus NAME ...] [--keep FOLDER] [--show]

GOLD_FOLDER holds ``dev/*.jsonl`` in the schema of ``docs/format.md``. Each corpus is read with
``--metonymy literal``, as it is annotated, and resolved as a whole. Gold actors of different
documents are one actor if they have one identifier; those without any are left out, as nobody
said who they are elsewhere.

B-cubed (Bagga and Baldwin 1998, *Entity-based cross-document coreferencing using the vector
space model*) is taken over all gold names. A name that was not read is an actor of its own.

Of the actors with most names, a *false merge* holds entities of different gold actors. An
entity is whom most of its names in one document are annotated as, so a slip inside a document
is not counted here; names that were read with other words than are annotated don't count
either. Among the false merges, *namesakes* are written alike (England and its football team):
only their sentences tell them apart.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actors import Settings
from actors.resolve import candidates, resolve, stories
from actors.resolve.spelling import folded
from actors.study import readings
from actors.types import Document, Extract, Key, entity_key

CORPORA = (
    *("dwie_dev", "elevant_aida_dev", "elevant_msnbc"),
    *("elevant_reuters128", "elevant_wikifair", "elevant_kore50"),
)
FREQUENT = 200
UNSCORED = ("group", "other")
Reading = tuple[Document, Extract]


@dataclass(frozen=True, slots=True)
class Name:
    """A gold name: whose it is, and the entity and actor that it was read as, if it was.

    ``exact`` tells whether what was read has the words that are annotated.
    """

    gold: str
    words: str
    exact: bool = False
    entity: Key | None = None
    actor: Key | None = None


@dataclass(slots=True)
class Merge:
    """An actor of ours: how its entities' names are annotated."""

    name: str
    kind: str
    total: int
    golds: Counter[str] = field(default_factory=Counter)
    words: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def namesakes(self) -> bool:
        """Whether every gold actor in it has a name that the most frequent one has too."""
        (first, _), *others = self.golds.most_common()
        return all(self.words[first] & self.words[gold] for gold, _ in others)


def main() -> None:
    """Score each corpus, a row each."""
    arguments = parsed()
    print(f"| corpus | names | B-cubed P / R / F1 | false merges among {FREQUENT} | namesakes |")
    print("|---|---|---|---|---|", flush=True)
    for corpus in arguments.corpus or CORPORA:
        names, labels = resolved(arguments.gold / "dev" / f"{corpus}.jsonl", arguments.keep)
        merges = false_merges(names, labels)
        figures = " / ".join(f"{100 * value:.1f}" for value in b_cubed(names))
        alike = sum(merge.namesakes for merge in merges)
        print(f"| {corpus} | {len(names)} | {figures} | {len(merges)} | {alike} |", flush=True)
        for merge in merges if arguments.show else ():
            print(told(merge))


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", action="append")
    parser.add_argument("--keep", type=Path, help="folder in which readings are kept")
    parser.add_argument("--show", action="store_true", help="list the false merges")
    return parser.parse_args()


def resolved(source: Path, keep: Path | None) -> tuple[list[Name], Mapping[Key, tuple[str, str]]]:
    """The gold names of a corpus as they were resolved; each actor's name and kind."""
    read = kept(source, keep)
    documents, extracts = [document for document, _ in read], [extract for _, extract in read]
    found = resolve(candidates(extracts, documents, stories(documents)))
    rows = {row["id"]: row for row in map(json.loads, source.read_text("utf-8").splitlines())}
    names = [
        name
        for document, extract in read
        for name in aligned(rows[document.name], extract, found.members)
    ]
    return names, {actor.key: (actor.name, actor.kind) for actor in found.actors}


def kept(source: Path, keep: Path | None) -> list[Reading]:
    """The readings of a corpus, from ``keep`` where an earlier run left them."""
    path = keep / f"{source.stem}.pickle" if keep else None
    if path and path.exists():
        return list(pickle.loads(path.read_bytes()))
    read = list(readings([source], Settings(metonymy="literal")))
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(read))
    return read


def aligned(row: dict[str, Any], extract: Extract, members: Mapping[Key, Key]) -> Iterator[Name]:
    """The names that one document's annotation identifies, with what they were read as."""
    identifiers = {
        actor["id"]: actor.get("wikidata") or actor.get("wikipedia") for actor in row["actors"]
    }
    ours = [mention for mention in extract.mentions if mention.level == "name"]
    for mention in row["mentions"]:
        gold = identifiers.get(mention["actor"])
        if mention["level"] != "name" or mention["kind"] in UNSCORED or not gold:
            continue
        start, end = mention["start"], mention["end"]
        words = plain(row["text"][start:end])
        near = [one for one in ours if one.span.start < end and start < one.span.end]
        if not near:
            yield Name(gold, words)
            continue
        best = min(near, key=lambda one: abs(one.span.start - start) + abs(one.span.end - end))
        entity = entity_key(extract.document, best.entity)
        exact = plain(row["text"][best.span.start : best.span.end]) == words
        yield Name(gold, words, exact, entity, members.get(entity))


def plain(text: str) -> str:
    """A name without what is written around it."""
    return folded(text).removeprefix("the ")


def b_cubed(names: list[Name]) -> tuple[float, float, float]:
    """Precision, recall and F1 over names, each counted once."""
    ours: list[Hashable] = [name.actor or number for number, name in enumerate(names)]
    golds = [name.gold for name in names]
    sizes, wanted = Counter(ours), Counter(golds)
    shared = Counter(zip(ours, golds, strict=True))
    precision = sum(count**2 / sizes[one] for (one, _), count in shared.items()) / len(names)
    recall = sum(count**2 / wanted[gold] for (_, gold), count in shared.items()) / len(names)
    return precision, recall, 2 * precision * recall / (precision + recall)


def false_merges(names: list[Name], labels: Mapping[Key, tuple[str, str]]) -> list[Merge]:
    """Those of the most frequent actors that hold entities of several gold actors."""
    entities: dict[Key, list[Name]] = defaultdict(list)
    for name in names:
        if name.exact and name.entity and name.actor:
            entities[name.entity].append(name)
    totals = Counter(name.actor for name in names if name.actor)
    frequent = {key: Merge(*labels[key], total) for key, total in totals.most_common(FREQUENT)}
    for held in entities.values():
        merge = frequent.get(held[0].actor or "")
        if merge:
            gold = Counter(name.gold for name in held).most_common(1)[0][0]
            merge.golds[gold] += len(held)
            merge.words[gold].update(name.words for name in held if name.gold == gold)
    return [merge for merge in frequent.values() if len(merge.golds) > 1]


def told(merge: Merge) -> str:
    """One false merge as an item of a list."""
    parts = (
        f"{gold} {count} ({', '.join(sorted(merge.words[gold])[:4])})"
        for gold, count in merge.golds.most_common(5)
    )
    alike = "namesakes" if merge.namesakes else "names differ"
    return f"* {merge.name} ({merge.kind}, {merge.total} names), {alike}: {'; '.join(parts)}"


if __name__ == "__main__":
    main()
