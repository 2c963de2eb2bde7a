"""The analyst's word: decisions written to ``curation.yaml`` and applied to the study.

Decisions about actors are applied when the corpus is resolved (`actors.resolve`), those about
relations here, when the network is built. Nothing that was read is changed by either.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from actors.errors import CurationError
from actors.network.views import counted
from actors.resolve.curation import RELATIONS, Rule

if TYPE_CHECKING:
    import networkx as nx

    from actors.store.base import Store
    from actors.study.study import Study
    from actors.types import Key

CURATION_FILE = "curation.yaml"
LIGHT = 2_000
"""Mentions up to which the files of a study are written anew with every decision."""
STATED = ("stated", "background")
"""The layers whose ties a person may decide about."""
Edge = tuple["Key", "Key", str, dict[str, Any]]


def decide(
    study: Study,
    verb: str,
    about: Any,
    *,
    because: str = "",
    by: str = "",
    says: Mapping[str, Any] | None = None,
) -> list[str]:
    """Write a decision beside the study and apply it; return warnings.

    Actors are called as the file calls them: by their own names, keys or identifiers.
    `actors.analysis.finding.OwnNames` makes these of what was typed.

    Raises:
        CurationError: the decision can't be understood, matches nothing, gives an actor the
            name of another, or there is no file to write it to
    """
    from actors.resolve.writing import add, undo
    from actors.study.renaming import refuse_taken

    path = _path(study)
    if verb == "rename":
        refuse_taken(study, str(about), str((says or {}).get("to", "")))
    add(path, verb, about, because=because, by=by, says=says)
    try:
        return _apply(study, refused=f"{study.rules()[-1].place}:")
    except CurationError:
        undo(path)
        raise


def undo(study: Study) -> Rule:
    """Take the newest decision back; return it."""
    from actors.resolve.writing import undo as take_back

    rule = take_back(_path(study))
    apply(study)
    return rule


def apply(study: Study) -> list[str]:
    """Apply the decisions as they stand; return warnings.

    The files of the study are written anew at once where that is quick (`LIGHT`); those of a
    larger study are left to whoever looks at them next, see `actors.study.outputs.refresh`.
    """
    return _apply(study)


def _apply(study: Study, refused: str = "") -> list[str]:
    """Apply the decisions; where a warning begins with ``refused``, nothing is changed."""
    from actors.study.resolving import keep, resolution

    rules, started = study.rules(), _now()
    with study.store(write=True) as store:
        found = resolution(store, rules)
        _refuse(found.warnings, refused)
        keep(store, found)
        warned = relation_warnings(store, rules)
        _refuse(warned, refused)
        _record(store, study, rules, started, found.warnings)
    return [*found.warnings, *warned]


def _refuse(warnings: Iterable[str], beginning: str) -> None:
    mine = [each for each in warnings if beginning and each.startswith(beginning)]
    if mine:
        raise CurationError(f"nothing was changed: {mine[0]}")


def _record(
    store: Store, study: Study, rules: list[Rule], started: datetime, warnings: tuple[str, ...]
) -> None:
    """Record the run, and write the files where there are few."""
    from actors import __version__
    from actors.store.base import Run
    from actors.study import outputs
    from actors.study.counting import counts

    last = list(store.all(Run))[-1]
    tally = counts(store)
    told = tuple(sorted(tally.items()))
    run = Run(started, _now(), __version__, last.settings, told, (), warnings)
    store.add_run(run)
    if study.path:
        if tally["mentions"] <= LIGHT:
            outputs.leave(store, rules, study.folder, lambda _: None)
        outputs.write_run(store, study.folder, run, {})


def relation_warnings(store: Store, rules: Iterable[Rule]) -> list[str]:
    """What decisions about relations match nothing."""
    from actors.study.networks import as_read

    about_relations = [rule for rule in rules if rule.verb in RELATIONS]
    if not about_relations:
        return []
    return list(curate(as_read(store, STATED), about_relations))


def curate(
    graph: nx.MultiDiGraph[Any], rules: Iterable[Rule], layers: Collection[str] = ("stated",)
) -> Iterator[str]:
    """Apply decisions about relations to a network of some layers, in order; yields warnings.

    ``reject`` takes ties away, ``confirm`` marks them, ``retype_relation`` gives them another
    type, ``add_relation`` adds a tie by hand, whose sentence is the quote of the person.
    """
    for rule in rules:
        if rule.verb not in RELATIONS:
            continue
        if rule.verb == "add_relation":
            yield from _add(graph, rule) if "stated" in layers else ()
            continue
        found = list(_matching(graph, rule.about))
        if not found:
            yield f"{rule.place}: {rule.verb}: no tie of the network fits {dict(rule.about)}"
        for edge in found:
            _CHANGES[rule.verb](graph, edge, rule)


def _matching(graph: nx.MultiDiGraph[Any], about: Mapping[str, str]) -> Iterator[Edge]:
    if "relation" in about:
        yield from _holding(graph, str(about["relation"]))
        return
    sources, targets = (_nodes(graph, str(about[end])) for end in ("source", "target"))
    for source, target, key, edge in list(graph.edges(keys=True, data=True)):
        if edge["layer"] == "cooccurrence" or edge["type"] != about.get("type", edge["type"]):
            continue
        forwards = source in sources and target in targets
        backwards = target in sources and source in targets and not edge["directed"]
        if forwards or backwards:
            yield source, target, key, edge


def _holding(graph: nx.MultiDiGraph[Any], relation: str) -> Iterator[Edge]:
    for source, target, key, edge in list(graph.edges(keys=True, data=True)):
        if any(relation_name(one) == relation for one in edge["evidence"]):
            yield source, target, key, edge


def relation_name(evidence: Mapping[str, Any]) -> str:
    """How a decision names one relation: its document, and its id there.

    >>> relation_name({"name": "may/1.txt", "relation": "r3"})
    'may/1.txt#r3'
    """
    return f"{evidence.get('name', '')}#{evidence.get('relation', '')}"


def _nodes(graph: nx.MultiDiGraph[Any], reference: str) -> set[Key]:
    wanted = reference.casefold()
    return {
        node
        for node, about in graph.nodes(data=True)
        if reference == node
        or wanted == str(about["name"]).casefold()
        or wanted in {alias.casefold() for alias in about["aliases"]}
        or reference in {f"{scheme}:{value}" for scheme, value in about["identifiers"]}
    }


def _reject(graph: nx.MultiDiGraph[Any], edge: Edge, rule: Rule) -> None:
    """Take the tie away, or of its sentences only the one that the decision names."""
    about = edge[3]
    named = rule.about.get("relation")
    kept = tuple(one for one in about["evidence"] if named and relation_name(one) != named)
    if kept:
        about.update(counted(kept))
    else:
        graph.remove_edge(*edge[:3])


def _confirm(graph: nx.MultiDiGraph[Any], edge: Edge, rule: Rule) -> None:
    edge[3].update(confidence=1.0, decided=rule.reason)


def _retype(graph: nx.MultiDiGraph[Any], edge: Edge, rule: Rule) -> None:
    source, target, key, about = edge
    graph.remove_edge(source, target, key)
    sign = str(rule.says.get("sign", about["sign"]))
    changed = {**about, "type": str(rule.says["to"]), "sign": sign, "decided": rule.reason}
    name = f"{changed['layer']}:{changed['type']}:{sign}" + (":not" if about["negated"] else "")
    there = graph.get_edge_data(source, target, name)
    if there is None:
        graph.add_edge(source, target, key=name, **changed)
    else:
        there.update(counted((*there["evidence"], *about["evidence"])), decided=rule.reason)


_CHANGES = {"reject": _reject, "confirm": _confirm, "retype_relation": _retype}


def _add(graph: nx.MultiDiGraph[Any], rule: Rule) -> Iterator[str]:
    says: Mapping[str, Any] = rule.about if isinstance(rule.about, dict) else {}
    says = {**says, **rule.says}
    ends = [sorted(_nodes(graph, str(says[end]))) for end in ("source", "target")]
    if not all(ends):
        missing = says["source"] if not ends[0] else says["target"]
        yield f"{rule.place}: add_relation: no actor is called {missing!r}"
        return
    sign, when = str(says.get("sign", "0")), str(says.get("date", ""))
    graph.add_edge(
        ends[0][0],
        ends[1][0],
        key=f"stated:{says['type']}:{sign}:by hand",
        layer="stated",
        type=str(says["type"]),
        sign=sign,
        directed=True,
        negated=False,
        weight=1.0,
        documents=0,
        stories=0,
        reprints=0,
        first=when,
        last=when,
        confidence=1.0,
        decided=rule.reason,
        evidence=(_quoted(rule, says, when),),
    )


def _quoted(rule: Rule, says: Mapping[str, Any], when: str) -> dict[str, Any]:
    """The evidence of a tie that a person adds: their quote, and where they have it from."""
    quote = str(says.get("quote", rule.because))
    where = {"document": "", "name": str(says.get("document", CURATION_FILE)), "title": ""}
    span = {"start": 0, "end": 0, "quote_start": 0, "quote_end": 0}
    said = {"modality": "asserted", "speaker": rule.by, "negated": False, "confidence": 1.0}
    more = {"relation": "", "event_date": when, "story": "", "origin": rule.place}
    return {**where, "source": "", "url": "", "date": when, "text": quote, **span, **said, **more}


def _path(study: Study) -> Any:
    if study.curation is None:
        raise CurationError("a study in memory has no curation.yaml: build it into a folder")
    return study.curation


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
