"""How often a pronoun or common noun that was given to a named actor means that actor.

::

    python benchmarks/antecedents.py GOLD_FOLDER [--corpus NAME ...]

GOLD_FOLDER holds ``dev/*.jsonl`` in the schema of ``docs/format.md``; only corpora that annotate
pronouns and common nouns tell anything (GUM news does). An actor of ours is the annotated one that
most of its names are. *Right* and *wrong* count what was given to an actor with a name, where the
word is annotated; *annotated* is how many of those words mean an actor who has a name.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from actors import Settings
from actors.extract import extract
from actors.types import Document, Extract, Mention

CORPORA = ("gum_news_dev",)
PEOPLE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
THINGS = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
Row = Mapping[str, Any]


def word_class(text: str, level: str) -> str:
    """What a word is counted under."""
    if level == "nominal":
        return "common nouns"
    word = text.lower()
    classes = (("he, she", PEOPLE), ("it", THINGS), ("they", MANY))
    return next((name for name, words in classes if word in words), "I, we, you and others")


def named_as(row: Row, found: Extract) -> dict[str, str]:
    """For each entity of ours the annotated actor that most of its names are."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    names = [one for one in row["mentions"] if one["level"] == "name" and one.get("actor")]
    for mention in found.mentions:
        if mention.level == "name" and mention.entity:
            votes[mention.entity].update(one["actor"] for one in names if overlap(mention, one))
    return {entity: count.most_common(1)[0][0] for entity, count in votes.items() if count}


def overlap(mention: Mention, gold: Row) -> bool:
    """Whether the two share a character."""
    start, end = mention.span.start, mention.span.end
    return bool(gold["start"] < end and start < gold["end"])


def same(mention: Mention, gold: Row) -> bool:
    """Whether they begin or end together; a pronoun does both."""
    edges = gold["start"] == mention.span.start, gold["end"] == mention.span.end
    return all(edges) if mention.level == "pronoun" else any(edges) and overlap(mention, gold)


def judged(row: Row, found: Extract) -> Iterator[tuple[str, bool]]:
    """Each word given to a named actor that is annotated, and whether it means that actor."""
    whom = named_as(row, found)
    for mention in found.mentions:
        if mention.level == "name" or mention.entity not in whom:
            continue
        here = [g for g in row["mentions"] if g.get("actor") and same(mention, g)]
        if here:
            right = any(one["actor"] == whom[mention.entity] for one in here)
            yield word_class(mention.text, mention.level), right


def annotated(row: Row) -> Iterator[str]:
    """Each annotated pronoun or noun that means an actor with a name."""
    named = {one.get("actor") for one in row["mentions"] if one["level"] == "name"} - {None}
    for one in row["mentions"]:
        if one["level"] != "name" and one.get("actor") in named:
            yield word_class(row["text"][one["start"] : one["end"]], one["level"])


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The lines of the Markdown table of a corpus."""
    documents = [Document(row["id"], row["text"], title=row.get("title")) for row in rows]
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for row, found in zip(rows, extract(documents, Settings()), strict=True):
        gold.update(annotated(row))
        for name, hit in judged(row, found):
            said[name] += 1
            right[name] += hit
    yield "| words | right | wrong | annotated | P | R |"
    yield "|---|---|---|---|---|---|"
    for name in sorted(gold | said):
        precision = f"{100 * right[name] / said[name]:.1f}" if said[name] else "-"
        recall = f"{100 * right[name] / gold[name]:.1f}" if gold[name] else "-"
        wrong = said[name] - right[name]
        yield f"| {name} | {right[name]} | {wrong} | {gold[name]} | {precision} | {recall} |"


def main(options: argparse.Namespace) -> None:
    for name in options.corpus or CORPORA:
        path = options.gold / "dev" / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        print(f"\n{name}, {len(rows)} documents\n")
        for line in table(rows):
            print(line)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("gold", type=Path, help="folder with dev/")
    arguments.add_argument("--corpus", action="append", help="corpora to read, by file name")
    main(arguments.parse_args())
