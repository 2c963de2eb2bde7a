"""The network of persons, of organisations or of states: ties roll up to who is spoken for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from actors.errors import SettingsError
from actors.network.denials import count_denials
from actors.network.roles import Role, roles
from actors.network.views import counted, happened, require_all_sentences
from actors.ontology import having, of_graph
from actors.types import Evidence, Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

_Tie: TypeAlias = tuple[Key, Key, TieAttributes]

LEVELS = ("person", "organisation", "state")


def roll_up(
    graph: nx.MultiDiGraph[Key],
    level: str = "state",
    on: date | None = None,
    *,
    private: bool = False,
) -> nx.MultiDiGraph[Key]:
    """A network in which the ties of an actor are those of the body it speaks for.

    At the level ``"organisation"`` persons speak for their organisation or state, at
    ``"state"`` the organs of a state (its ministries, its army) speak for it too. Who
    speaks for nobody stays, so do organisations with a will of their own. Ties inside one
    body vanish, and so do the memberships, offices and kin of those who were rolled up. Every other
    tie keeps its sentences, and counts each of them once, however many speakers of a body it
    names.

    Nodes get the attribute ``speakers``: who was rolled up into them, as what, and how that
    is known. Edges get ``through``: the names of the actors whose ties they were. The
    attributes ``mentions`` and ``documents`` stay those of the body itself.

    Args:
        graph: what `actors.network.build.build_graph` gives, all sentences kept
        level: ``"person"`` changes nothing
        on: the day on which roles matter, where an actor had several
        private: persons act for themselves; only organisations roll up

    Raises:
        SettingsError: an unknown level, or a tie keeps only some of its sentences.
    """
    if level not in LEVELS:
        raise SettingsError(f"level {level!r}: choose from {', '.join(LEVELS)}")
    speaks = dict(_speaking(graph, level, on, private))
    top = {key: _follow(key, speaks) for key in graph}
    rolled = _bodies(graph, speaks, top)
    rolled.graph.update(level=level, on=on.isoformat() if on else "")
    for (source, target, key), ties in _gathered(graph, top).items():
        names = {graph.nodes[end]["name"] for tie in ties for end in tie[:2] if top[end] != end}
        about = _joined(ties) if names else ties[0][2]
        rolled.add_edge(source, target, key, **{**about, "through": tuple(sorted(names))})
    count_denials(rolled)
    return rolled


def _speaking(
    graph: nx.MultiDiGraph[Key], level: str, on: date | None, private: bool
) -> Iterator[tuple[Key, Role]]:
    for key, role in roles(graph, on).items() if level != "person" else ():
        person = graph.nodes[key]["kind"] == "person"
        if (person and not private) or (not person and level == "state"):
            yield key, role


def _follow(key: Key, speaks: Mapping[Key, Role]) -> Key:
    """For whom an actor speaks in the end; of bodies that contain each other, one of them."""
    seen: list[Key] = []
    while key in speaks and key not in seen:
        seen.append(key)
        key = speaks[key].body
    return min(seen[seen.index(key) :]) if key in seen else key


def _bodies(
    graph: nx.MultiDiGraph[Key], speaks: Mapping[Key, Role], top: Mapping[Key, Key]
) -> nx.MultiDiGraph[Key]:
    speakers: dict[Key, list[str]] = defaultdict(list)
    for key in sorted(graph, key=lambda key: (graph.nodes[key]["name"], key)):
        if top[key] != key:
            role = speaks[key]
            said = f" ({role.since})" if role.since else ""
            why = " ".join(role.why.split())
            speakers[top[key]].append(f"{graph.nodes[key]['name']}, {role.type}{said}: {why}")
    rolled = graph.__class__()
    rolled.graph.update({k: v for k, v in graph.graph.items() if not k.startswith("windows")})
    for key, about in graph.nodes(data=True):
        if top[key] == key:
            kept = {name: value for name, value in about.items() if name != "windows"}
            rolled.add_node(key, **kept, speakers=tuple(speakers[key]))
    return rolled


def _gathered(
    graph: nx.MultiDiGraph[Key], top: Mapping[Key, Key]
) -> dict[tuple[Key, Key, str], list[_Tie]]:
    """The ties between two bodies, each kind of tie for itself."""
    found: dict[tuple[Key, Key, str], list[_Tie]] = defaultdict(list)
    private = having("private", of_graph(graph))
    for source, target, key, tie in graph.edges(keys=True, data=True):
        ends = (top[source], top[target])
        own = tie["type"] in private and ends != (source, target)
        if ends[0] != ends[1] and not own:
            first, last = ends if tie["directed"] else sorted(ends)
            found[first, last, key].append((source, target, tie))
    return found


def _joined(ties: list[_Tie]) -> TieAttributes:
    """Several ties as one, counted from all their sentences."""
    for source, target, tie in ties:
        require_all_sentences(source, target, tie)
    sentences = {_identity(one): one for _, _, tie in ties for one in tie["evidence"]}
    evidence = tuple(sorted(sentences.values(), key=_order))
    return {**ties[0][2], **counted(evidence)}


def _identity(sentence: Evidence) -> tuple[object, ...]:
    return tuple(sentence[part] for part in ("document", "start", "end", "relation"))


def _order(sentence: Evidence) -> tuple[object, ...]:
    day = happened(sentence)
    return (not day, day, sentence["name"], *_identity(sentence))
