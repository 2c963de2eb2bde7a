"""Networks from extracted actors against networks from annotated ones: degree and betweenness.

::

    python benchmarks/accuracy.py GOLD_FOLDER --corpus dwie_dev --keep FOLDER   (predictions)
    python benchmarks/networks.py GOLD_FOLDER/dev/dwie_dev.jsonl FOLDER/dwie_dev.jsonl [--worst 20]

The network is that of ``score.py``: annotated actors that share a sentence are tied, a sentence
counts 1, all documents are summed, actors of several documents are one by Wikidata item or
name. Predicted actors are the annotated ones that they share most mentions with; others stay in
the network under their own name, since they draw ties and paths to themselves, but are not
ranked. Spearman's correlation is over all annotated actors: who is not found has 0.

``--worst`` prints the actors whose ranks differ most, by each measure: annotated and predicted
rank, value, and mentions of names. GOLD has ``score.py`` in its folder or the one above.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from actors.measures.degree import degree, strength
from actors.measures.paths import betweenness
from actors.types import UNNAMED

MEASURES = {"strength": strength, "degree": degree, "betweenness": betweenness}
BOUNDARY = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z\"“‘(])|\n+")
LOCAL = ("group", "other")
"""Kinds that are no actors of the network."""


@dataclass
class Networks:
    """The two networks, whom to rank, and what they are called."""

    gold: nx.Graph[Hashable] = field(default_factory=nx.Graph)
    found: nx.Graph[Hashable] = field(default_factory=nx.Graph)
    names: dict[Hashable, str] = field(default_factory=dict)
    mentions: Counter[tuple[str, Hashable]] = field(default_factory=Counter)


def main() -> None:
    """Print a row for each measure, then who is worst off."""
    given = parsed()
    scorer = loaded(given.gold)
    gold, predicted = scorer.load(given.gold), scorer.load(given.predicted)
    both = networks(scorer, gold, predicted)
    print(f"{len(both.names)} actors; ties: annotated {both.gold.size()}, ", end="")
    print(f"predicted {both.found.size()}")
    print("| measure | Spearman | of those with any by annotation | first ten shared |")
    print("|---|---|---|---|")
    compared = {name: compare(both, name) for name in MEASURES}
    for name, (one, other) in compared.items():
        print(row(name, one, other), flush=True)
    check(scorer, gold, predicted, *compared["strength"])
    for name, (one, other) in compared.items():
        worst(both, name, one, other, given.worst)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="actors to print for each measure")
    return parser.parse_args()


def loaded(gold: Path) -> Any:
    """``score.py``, which is no package."""
    folders = (gold.parent, gold.parent.parent)
    path = next((f / "score.py" for f in folders if (f / "score.py").exists()), None)
    if path is None:
        sys.exit(f"no score.py beside {gold} or one folder up")
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def networks(
    scorer: Any, gold: Iterable[dict[str, Any]], predicted: Iterable[dict[str, Any]]
) -> Networks:
    """Both networks, document by document."""
    answers = {document["id"]: document for document in predicted}
    both = Networks()
    for document in gold:
        if document.get("actors") and document.get("mentions"):
            add(scorer, both, document, answers.get(document["id"]) or {})
    return both


def add(scorer: Any, both: Networks, gold: dict[str, Any], found: dict[str, Any]) -> None:
    """The ties of one document."""
    text, spans = gold["text"], gold.get("evaluate")
    ours, theirs = scorer.trimmed(gold, text, spans), scorer.trimmed(found, text, spans)
    about = {actor["id"]: actor for actor in gold["actors"]}
    unit = {a: about[a].get("of") if about[a].get("of") in about else a for a in about}
    keys = {
        u: a.get("wikidata") or a.get("wikipedia") or scorer.norm(a["name"])
        for u, a in about.items()
        if a["kind"] not in LOCAL
    }
    for u, key in keys.items():
        both.names.setdefault(key, about[u]["name"])
        both.gold.add_node(key)
        both.found.add_node(key)
    counted = [m for m in ours if _counts(m)]
    whose = [(m, keys.get(unit[m["actor"]], (gold["id"], unit[m["actor"]]))) for m in counted]
    tie(both, "gold", text, whose)
    tie(both, "found", text, list(predictions(scorer, gold, found, ours, theirs, unit, keys)))


def _counts(mention: dict[str, Any]) -> bool:
    of = mention.get("actor") is not None
    return of and mention["kind"] not in LOCAL and not mention.get("optional")


def _unnamed(actor: dict[str, Any]) -> bool:
    """Whether an actor has no name: networks leave these out unless asked."""
    return any(scheme == UNNAMED for scheme, _ in actor.get("identifiers") or ())


def predictions(
    scorer: Any,
    gold: dict[str, Any],
    found: dict[str, Any],
    ours: list[dict[str, Any]],
    theirs: list[dict[str, Any]],
    unit: Mapping[str, str],
    keys: Mapping[str, Hashable],
) -> Iterable[tuple[dict[str, Any], Hashable]]:
    """The predicted mentions that count, each with its node."""
    aligned = scorer.align(ours, theirs)
    back = {j: i for i, j in aligned.items()}
    of = matched(gold, found, ours, theirs, aligned, unit)
    nested = {
        scorer.trim(gold["text"], m["start"], m["end"]) for m in gold.get("nested_mentions", [])
    }
    names = {actor["id"]: scorer.norm(actor["name"]) for actor in found.get("actors", [])}
    kinds = set(gold.get("kinds", scorer.ALL)) - {"group"}
    nobody = {actor["id"] for actor in found.get("actors", []) if _unnamed(actor)}
    for j, mention in enumerate(theirs):
        actor = mention.get("actor")
        if actor in nobody or (j in back and not _counts(ours[back[j]])):
            continue
        stray = mention.get("kind") in LOCAL or (mention["start"], mention["end"]) in nested
        if j not in back and stray:
            continue
        if actor in of:
            yield mention, keys.get(of[actor], (gold["id"], of[actor]))
        elif mention.get("kind") in kinds:
            yield mention, ("?", names.get(actor, actor))


def matched(
    gold: dict[str, Any],
    found: dict[str, Any],
    ours: list[dict[str, Any]],
    theirs: list[dict[str, Any]],
    aligned: Mapping[int, int],
    unit: Mapping[str, str],
) -> dict[str, str]:
    """Each predicted actor and the annotated one that it shares most mentions with."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    for i, j in aligned.items():
        one, other = ours[i], theirs[j]
        if one.get("actor") is not None and other.get("actor") is not None:
            named = one["level"] == "name" and other.get("level", "name") == "name"
            shared[other["actor"]][unit[one["actor"]]] += 3 if named else 1
    spans = {
        (m["start"], m["end"]): m.get("actor")
        for m in found.get("mentions", []) + found.get("nested_mentions", [])
    }
    for m in gold["mentions"] + gold.get("nested_mentions", []):
        actor = spans.get((m["start"], m["end"]))
        if actor is not None and m.get("actor") is not None:
            shared[actor][unit[m["actor"]]] += 2
    return {actor: counts.most_common(1)[0][0] for actor, counts in shared.items()}


def tie(
    both: Networks, side: str, text: str, mentions: list[tuple[dict[str, Any], Hashable]]
) -> None:
    """Add 1 to each pair that shares a sentence."""
    starts = [0, *(match.end() for match in BOUNDARY.finditer(text))]
    told: dict[int, set[Hashable]] = defaultdict(set)
    for mention, node in mentions:
        told[int(np.searchsorted(starts, mention["start"], "right"))].add(node)
        both.mentions[side, node] += mention.get("level", "name") == "name"
    graph: nx.Graph[Hashable] = getattr(both, side)
    for nodes in told.values():
        for one, other in combinations(sorted(nodes, key=str), 2):
            before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
            graph.add_edge(one, other, weight=before + 1.0)


def compare(both: Networks, name: str) -> tuple[dict[Hashable, float], dict[Hashable, float]]:
    """A measure of every annotated actor, in both networks."""
    one, other = MEASURES[name](both.gold), MEASURES[name](both.found)
    return {node: one[node] for node in both.names}, {node: other[node] for node in both.names}


def row(name: str, one: Mapping[Hashable, float], other: Mapping[Hashable, float]) -> str:
    told = [node for node in one if one[node] > 0]
    cells = (spearman(one, other, list(one)), spearman(one, other, told))
    first = [set(sorted(of, key=lambda node: -of[node])[:10]) for of in (one, other)]
    return f"| {name} | {cells[0]:.3f} | {cells[1]:.3f} | {len(first[0] & first[1])} |"


def spearman(
    one: Mapping[Hashable, float], other: Mapping[Hashable, float], nodes: list[Hashable]
) -> float:
    from scipy.stats import spearmanr

    return float(spearmanr([one[n] for n in nodes], [other[n] for n in nodes])[0])


def check(
    scorer: Any,
    gold: list[dict[str, Any]],
    predicted: list[dict[str, Any]],
    one: Mapping[Hashable, float],
    other: Mapping[Hashable, float],
) -> None:
    """Say so if the scorer's own figure for strength is another than ours."""
    theirs = scorer.score(gold, predicted)["network"]["spearman_weighted_degree"]
    ours = spearman(one, other, list(one))
    if abs(theirs - ours) > 1e-3:
        print(f"note: score.py has {theirs:.4f} for strength, this script {ours:.4f}")


def worst(
    both: Networks,
    name: str,
    one: Mapping[Hashable, float],
    other: Mapping[Hashable, float],
    most: int,
) -> None:
    """The actors whose rank differs most."""
    from scipy.stats import rankdata

    nodes = list(one)
    ranks = [rankdata([-of[node] for node in nodes], "average") for of in (one, other)]
    order = sorted(range(len(nodes)), key=lambda at: -abs(ranks[0][at] - ranks[1][at]))
    for at in order[:most]:
        node = nodes[at]
        named = "/".join(str(both.mentions[side, node]) for side in ("gold", "found"))
        print(
            f"{name:12} {both.names[node]!s:40.40} rank {ranks[0][at]:6.1f} -> {ranks[1][at]:6.1f}"
            f"  value {one[node]:8.4g} -> {other[node]:8.4g}  names {named}"
        )


if __name__ == "__main__":
    main()
