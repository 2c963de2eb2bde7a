"""Score the relations room on annotated corpora with the gold mentions given.

::

    python benchmarks/relations.py GOLD_FOLDER [--corpus NAME ...] [--limit N] [--recall]

GOLD_FOLDER holds ``dev/*.jsonl`` (``docs/evaluate.md``). What is
measured is relations alone: names and who is who come from the corpus, so that the figures don't
mix with those of the recogniser. ``seesaw_dev`` and ``polnear_dev`` annotate no mentions: the
first is read from raw text, of the second only who says what is compared.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from spoken import chars, reports, same

from actors import Settings
from actors.evaluate import RowOfScores, annotated, evaluate
from actors.export.jsonl import aliases
from actors.extract import extract
from actors.languages.en.pipeline import load
from actors.languages.en.relations import reading
from actors.languages.en.relations.quotes import attributions
from actors.ontology import ontology
from actors.types import Document, Entity, Extract, Mention, Span

TRAINING = Path(__file__).parents[1] / "training"
Row = dict[str, Any]
Read = tuple[Row, Extract]
MEASURED = ("dwie_dev", "plv_train", "dse_dev", "seesaw_dev", "polnear_dev")
PASSIVE = ("auxpass", "nsubjpass", "agent")
MODAL = ("will", "would", "may", "might", "could", "can", "should", "must")


def main() -> None:
    """Print the figures of each corpus."""
    arguments = parsed()
    for name in arguments.corpus or MEASURED:
        rows = loaded(arguments.gold / "dev" / f"{name}.jsonl", arguments.limit)
        settings = Settings(recall=arguments.recall)
        print(f"## {name}, {len(rows)} documents", flush=True)
        for label, value in MEASURES.get(name, typed)(rows, settings):
            print(f"- {label}: {value}", flush=True)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", action="append")
    parser.add_argument("--limit", type=int, help="only the first N documents of each corpus")
    parser.add_argument("--recall", action="store_true", help="let the less certain tier in")
    return parser.parse_args()


def loaded(path: Path, limit: int | None) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()[:limit]]


def document(row: Row) -> Document:
    """A gold row as a document."""
    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return Document(row["id"], row["text"], row.get("title"), row.get("source"), None, published)


def given(rows: Iterable[Row], settings: Settings) -> Iterator[tuple[Read, Any]]:
    """Each row with the relations between its gold mentions, and its parse."""
    rows = list(rows)
    for row, doc in zip(rows, parses(rows), strict=True):
        one = document(row)
        mentions, entities = list(named(row, one)), [entity(actor) for actor in row["actors"]]
        found, held = reading(doc, one, mentions, entities, settings)
        parts = (tuple(mentions), tuple(entities), tuple(found))
        yield (row, Extract(one.key, *parts, stances=tuple(held))), doc


def parses(rows: Iterable[Row]) -> Iterator[Any]:
    """The parses that the reading of documents is built on."""
    yield from load(Settings().model, recogniser=False).pipe(row["text"] for row in rows)


def named(row: Row, one: Document) -> Iterator[Mention]:
    """The gold mentions; a demonym refers to its country."""
    actors = {actor["id"]: actor for actor in row["actors"]}
    for mention in row["mentions"]:
        if mention.get("actor") is None:
            continue
        actor = actors[mention["actor"]]
        unit = actor["of"] if actor.get("of") in actors else actor["id"]
        start, end = mention["start"], mention["end"]
        yield Mention(
            mention["id"],
            Span(one.key, start, end),
            row["text"][start:end],
            mention["kind"],
            mention["level"],
            unit,
            0,
            0,
            subtype=actor.get("subtype"),
        )


def entity(actor: Row) -> Entity:
    """A gold actor; a people with a state counts as its country."""
    folk = actor["kind"] == "group" and (actor.get("of") or actor.get("of_name"))
    kind = "country" if folk else actor["kind"]
    return Entity(actor["id"], actor["name"], kind, actor.get("subtype"))


def prediction(row: Row, read: Extract) -> Row:
    """What was read, in the schema of annotated corpora."""
    who, called = {mention.id: mention.entity for mention in read.mentions}, aliases(read)
    return {
        "id": row["id"],
        "text": row["text"],
        "mentions": [
            {"id": m.id, "start": m.span.start, "end": m.span.end}
            | {"kind": m.kind, "level": m.level, "actor": m.entity}
            for m in read.mentions
        ],
        "actors": [
            {"id": e.id, "name": e.name, "kind": e.kind, "aliases": called.get(e.id, [])}
            for e in read.entities
        ],
        "relations": [
            {"source": who[r.source], "target": who[r.target]}
            | {"type": r.type, "sign": r.sign, "negated": r.negated}
            for r in read.relations
        ],
    }


def typed(rows: list[Row], settings: Settings) -> Iterator[tuple[str, str]]:
    """Typed relations between given mentions."""
    found = [prediction(*read) for read, _ in given(rows, settings)]
    scores = scored(rows, found)
    yield "typed P / R / F1", of_row(scores["relations, typed"])
    yield "pairs P / R / F1", of_row(scores["relations, pairs"])


def scored(rows: list[Row], found: Iterable[Row]) -> dict[str, RowOfScores]:
    """The scores of what was read, as ``actors evaluate`` gives them."""
    scores = evaluate(map(annotated, rows), map(annotated, found)).scores
    return {one.scored: one for one in scores}


def of_row(row: RowOfScores) -> str:
    parts = (row.precision, row.recall, row.f1)
    return " / ".join(f"{100 * one.value:.1f}" if one else "-" for one in parts)


def pairs(rows: list[Row], settings: Settings) -> Iterator[tuple[str, str]]:
    """PLOVER roots of sentences with one marked pair, and the slices that are hardest to sign.

    A negated relation claims nothing; a request has no sign.
    """
    seen = []
    for (row, read), doc in given(rows, settings):
        gold = row["relations"][0]
        who = {mention.id: mention.entity for mention in read.mentions}
        ends = {gold["source"], gold["target"]}
        here = [
            r for r in read.relations if {who[r.source], who[r.target]} == ends and not r.negated
        ]
        best = max(here, key=lambda r: r.confidence, default=None)
        seen.append((gold, best, slices(doc, best)))
    quads = {one.name: one.quad for one in ontology().values()}
    yield "pairs found", percent(sum(best is not None for _, best, _ in seen), len(seen))
    roots = [(gold["type"], best.type if best else "") for gold, best, _ in seen]
    yield "root macro-F1, what isn't found is wrong", f"{100 * macro(roots):.1f}"
    known = [(gold["type"], best.type) for gold, best, _ in seen if best]
    yield "root macro-F1 on pairs found", f"{100 * macro(known):.1f}"
    yield (
        "quad macro-F1 on pairs found",
        f"{100 * macro([(quads[a], quads[b]) for a, b in known]):.1f}",
    )
    for part in ("all", "negated", "passive", "modal", "attributed"):
        signs = [
            gold["sign"] == best.sign
            for gold, best, kinds in seen
            if best and part in kinds and "0" not in (gold["sign"], best.sign)
        ]
        yield f"sign, {part}", percent(sum(signs), len(signs))


def slices(doc: Any, best: Any) -> set[str]:
    """The slices of a sentence, from its words and its parse."""
    found = {"all"}
    found |= {"negated"} if any(token.dep_ == "neg" for token in doc) else set()
    found |= {"passive"} if any(token.dep_ in PASSIVE for token in doc) else set()
    found |= {"modal"} if any(token.lower_ in MODAL for token in doc) else set()
    found |= {"attributed"} if best is not None and best.speaker else set()
    return found


def macro(pairs_: list[tuple[str, str]]) -> float:
    """Mean F1 over the classes of the gold."""
    right = Counter(gold for gold, said in pairs_ if gold == said)
    golds, saids = Counter(gold for gold, _ in pairs_), Counter(said for _, said in pairs_)
    scores = [2 * right[name] / (golds[name] + saids[name]) for name in golds]
    return sum(scores) / len(scores) if scores else 0.0


def stances(rows: list[Row], settings: Settings) -> Iterator[tuple[str, str]]:
    """Signed, directed precision and recall on sentences that the classifier was not trained on.

    A sign on a neutral pair is wrong.
    """
    right = said = wanted = 0
    for (row, read), _ in given(kept_aside(rows), settings):
        gold = {(r["source"], r["target"]): r["sign"] for r in row["relations"]}
        signs = {(one.source, one.target): one.sign for one in read.stances if one.sign != "0"}
        about = {pair: s for pair, s in signs.items() if pair in gold or pair[::-1] in gold}
        right += sum(gold.get(pair) == sign for pair, sign in about.items())
        said += len(about)
        wanted += sum(sign in "+-" for sign in gold.values())
    yield "signed and directed, precision", percent(right, said)
    yield "signed and directed, recall", percent(right, wanted)


def kept_aside(rows: list[Row]) -> list[Row]:
    """The sentences that ``training/relations`` keeps for the test."""
    sys.path[:0] = [str(TRAINING), str(TRAINING / "relations")]
    pairs, split = importlib.import_module("pairs"), importlib.import_module("split")
    return [row for row in rows if split.draw(pairs.plain(row["text"])) < pairs.ASIDE]


def camps(rows: list[Row], settings: Settings) -> Iterator[tuple[str, str]]:
    """Stance between actors, from raw text."""
    read = extract([document(row) for row in rows], settings)
    found = [prediction(row, one) | held(one) for row, one in zip(rows, read, strict=True)]
    scores = scored(rows, found)
    sign, between = scores["stances, sign of pairs"], scores["stances between actors"]
    yield "sign of the pairs found", percent(int(sign.right), int(sign.predicted))
    shares = int(between.found), int(between.gold)
    yield "pairs between actors found with their sign", percent(*shares)
    yield "stance between actors P / R / F1", of_row(between)


def held(read: Extract) -> Row:
    """The stances of a document as the relations of a corpus that annotates nothing else."""
    return {
        "relations": [
            {"source": one.source, "target": one.target, "type": "stance", "sign": one.sign}
            for one in read.stances
        ]
    }


def sources(rows: list[Row], settings: Settings) -> Iterator[tuple[str, str]]:
    """Who says what: right where both the source and the content overlap with the gold."""
    hits = said = recalled = wanted = 0
    for row, doc in zip(rows, parses(rows), strict=True):
        ours = [
            (chars(doc, a.source), [chars(doc, c) for c in a.contents]) for a in attributions(doc)
        ]
        gold = [one for one in row["attributions"] if one["source"]]
        told = [one for one in gold if reports(one, doc)]
        said, wanted = said + len(ours), wanted + len(told)
        hits += sum(any(same(one, their) for their in gold) for one in ours)
        recalled += sum(any(same(one, their) for one in ours) for their in told)
    precision, recall = hits / max(said, 1), recalled / max(wanted, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    yield (
        "source found, quotes and reports, P / R / F1",
        figures({"P": precision, "R": recall, "F1": f1}),
    )


def figures(scores: Row) -> str:
    return " / ".join(f"{100 * scores[key]:.1f}" for key in ("P", "R", "F1"))


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} ({part} of {whole})" if whole else "-"


Measure = Callable[[list[Row], Settings], Iterator[tuple[str, str]]]
MEASURES: dict[str, Measure] = {
    "plv_train": pairs,
    "dse_dev": stances,
    "seesaw_dev": camps,
    "polnear_dev": sources,
}

if __name__ == "__main__":
    main()
