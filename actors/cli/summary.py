"""What ``actors build`` prints when it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from actors.analysis.counting import counts, languages
from actors.analysis.networks import network
from actors.cli.frames import number
from actors.cli.printed import print_csv, print_json
from actors.cli.screen import line, say, warn
from actors.cli.tables import Column, ScreenTable, numbers, print_table, words
from actors.names import PAGE_FILE
from actors.outputs.kept import measures
from actors.store import Run
from actors.types import Skipped

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store
    from actors.study.study import Built

_Facts: TypeAlias = dict[str, Any]
CENTRALITIES = ("strength", "betweenness", "pagerank")
COUNTED = ("articles", "in_parts", "characters_read", "characters_set_aside")
_TOP = 10
_LISTED = 10
"""Skipped inputs, or reasons, that are listed at most."""


def print_summary(built: Built, format: str) -> None:
    """Documents, actors by kind, ties by type, the top ten, and where the page is."""
    with built.study.store() as store:
        facts = _facts(built, store)
        strongest = _top(measures(store, built.study.rules())) if facts["actors"] else None
    if format == "table":
        _print(facts, strongest)
    elif format == "json":
        print_json(facts)
    else:
        print_csv([{name: _flat(value) for name, value in facts.items()}])


def _facts(built: Built, store: Store) -> _Facts:
    """What was built; the network is made only where the build had nothing to do."""
    study = built.study
    graph = network(store, study.rules()) if built.graph is None else built.graph
    counted, stories = counts(store), store.stories()
    return {
        "documents": counted["documents"],
        **{name: counted[name] for name in COUNTED},
        **languages(store),
        "skipped": [{"name": each.name, "reason": each.reason} for each in store.all(Skipped)],
        "reprints": sum(document != story for document, story in stories.items()),
        "actors": len(graph),
        "kinds": _ordered(kind for _, kind in graph.nodes(data="kind")),
        "ties": graph.number_of_edges(),
        "types": _ordered(type_ for _, _, type_ in graph.edges(data="type")),
        "warnings": list(list(store.all(Run))[-1].warnings),
        "page": str((study.folder / PAGE_FILE).resolve()),
    }


def _ordered(values: Iterable[object]) -> dict[str, int]:
    """How often each value occurs, the commonest first."""
    counted = Counter(map(str, values))
    return dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _flat(value: object) -> object:
    """A list or a mapping as one cell: its parts, or how many they are."""
    if isinstance(value, dict):
        return "; ".join(f"{name} {count}" for name, count in value.items())
    return len(value) if isinstance(value, list) else value


def _print(facts: _Facts, strongest: ScreenTable | None) -> None:
    skipped = facts["skipped"]
    articles = f" ({facts['articles']:,} of them from files of several)" * bool(facts["articles"])
    say(f"Documents: {facts['documents']:,} read{articles}, {len(skipped):,} skipped")
    aside = f"{facts['characters_set_aside']:,} set aside (headers and boilerplate)"
    say(f"Text:      {facts['characters_read']:,} characters read, {aside}")
    if facts.get("languages"):
        say(f"Languages: {_listed(facts['languages'])}")
        for code, lacking in facts["left_out"].items():
            say(f"not read in {code}: {', '.join(lacking)}", "yellow", indent=2)
    if facts["in_parts"]:
        say(
            f"In parts:  {facts['in_parts']:,} read in parts, which are long; actors joined by name"
        )
    if facts["reprints"]:
        repeat = "document repeats" if facts["reprints"] == 1 else "documents repeat"
        say(f"Reprints:  {facts['reprints']:,} {repeat} one of the others")
    for told in _left_out(skipped):
        say(told, "yellow", indent=2)
    say(f"Actors:    {facts['actors']:,}{_counted(facts['kinds'])}")
    say(f"Ties:      {facts['ties']:,}{_counted(facts['types'])}")
    say("")
    if strongest:
        print_table(strongest)
    for warning in facts["warnings"]:
        warn(warning)
    say(f"The page: {line(facts['page'])}")


def _left_out(skipped: list[dict[str, str]]) -> Iterator[str]:
    """What was skipped and why; of many, how many for each of the commonest reasons."""
    if len(skipped) <= _LISTED:
        yield from (f"skipped {line(one['name'])}: {line(one['reason'])}" for one in skipped)
        return
    reasons = Counter(one["reason"] for one in skipped).most_common()
    for reason, count in reasons[:_LISTED]:
        first = next(one["name"] for one in skipped if one["reason"] == reason)
        others = f" and {count - 1:,} more" if count > 1 else ""
        yield f"skipped {line(first)}{others}: {line(reason)}"
    if len(reasons) > _LISTED:
        yield f"and {len(reasons) - _LISTED:,} other reasons: see run.json"


def _counted(counts: dict[str, int]) -> str:
    return f" ({_listed(counts)})" if counts else ""


def _listed(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())


def _top(measures: pd.DataFrame) -> ScreenTable:
    """The first ten by each of three measures, side by side."""
    columns: list[Column] = []
    ranked = []
    for name in CENTRALITIES:
        best = measures.sort_values([name, "name"], ascending=[False, True]).head(_TOP)
        columns += [*words(f"by {name}"), *numbers("")]
        ranked.append([(row["name"], number(row[name])) for _, row in best.iterrows()])
    rows = [[cell for pair in row for cell in pair] for row in zip(*ranked, strict=True)]
    return ScreenTable(columns, rows, title=f"The top {len(rows)}")
