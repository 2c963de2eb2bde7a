"""The sentences that state ties, a record each, as the screens list them.

They are the evidence of the network's stated layer, made without the network: a corpus of ten
thousand documents states a hundred thousand of them, and a decision changes a few.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from actors.factuality import leaning, status
from actors.network.views import happened
from actors.store.relations import RelationRow
from actors.types import Actor, Key, TieAttributes
from actors.wording import phrase

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "Printing",
    "Statement",
    "StatementFilter",
    "curated_statements",
    "disputed",
    "statement",
]

UNSURE = 0.6
"""A statement less certain than this is marked as unsure."""


class Printing(NamedTuple):
    """The document that a statement stands in."""

    name: str
    title: str
    outlet: str
    date: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that says something of two actors, and what a person decided about it.

    ``relation`` is how decisions name it; ``status`` and ``sign`` are those of the sentence.
    ``text`` is there only where a person added it, else it is in the document.
    """

    source: Key
    target: Key
    source_name: str
    target_name: str
    type: str
    sign: str
    status: str
    directed: bool
    negated: bool
    confidence: float
    decided: str
    document: Key
    printing: Printing
    happened: str
    start: int
    end: int
    relation: str
    text: str = ""

    @property
    def words(self) -> str:
        """What is said of the two: *talked with*, *plans to meet*."""
        return phrase(self.type, self.status)

    @property
    def unsure(self) -> bool:
        """Whether it is read with little confidence."""
        return self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """What statements are chosen by; what is empty chooses nothing out."""

    type: str = ""
    sign: str = ""
    status: str = ""
    actor: Key = ""
    source: str = ""
    since: str = ""
    until: str = ""
    undecided: bool = False
    unsure: bool = False

    def among(self, every: Iterable[Statement]) -> list[Statement]:
        """The statements that are wanted, in their order."""
        tests = [test(getattr(self, name)) for name, test in _TESTS.items() if getattr(self, name)]
        return [one for one in every if all(test(one) for test in tests)]


_Test = Callable[[Statement], bool]
_TESTS: Mapping[str, Callable[[str], _Test]] = {
    "type": lambda want: lambda one: one.type == want,
    "sign": lambda want: lambda one: one.sign == want,
    "status": lambda want: lambda one: one.status == want,
    "actor": lambda want: lambda one: want in (one.source, one.target),
    "source": lambda want: lambda one: one.printing.outlet == want,
    "since": lambda want: lambda one: one.happened >= want,
    "until": lambda want: lambda one: "" < one.happened <= want + "~",
    "undecided": lambda _: lambda one: not one.decided,
    "unsure": lambda _: lambda one: one.unsure,
}


def statement(
    row: RelationRow,
    actors: Mapping[Key, Actor],
    printing: Printing,
    mutual: Collection[str],
    kinds: Collection[str],
) -> Statement | None:
    """A relation of a document as a statement; nothing if it is no tie of two actors.

    Args:
        row: the relation
        actors: the actor of each entity
        printing: its document
        mutual: types that hold both ways
        kinds: kinds of actors that have ties
    """
    one, other = actors.get(row.source), actors.get(row.target)
    if one is None or other is None or one.key == other.key:
        return None
    if one.kind not in kinds or other.kind not in kinds:
        return None
    if row.type in mutual and other.key < one.key:
        one, other = other, one
    tie: TieAttributes = {"layer": "stated", "sign": row.sign, "negated": row.negated}
    tie["evidence"] = ({"modality": row.modality},)
    return Statement(
        *(one.key, other.key, one.name, other.name, row.type, leaning(tie), status(tie)),
        *(row.type not in mutual, row.negated, row.confidence, "", row.document, printing),
        *(row.happened, row.start, row.end, f"{printing.name}#{row.id}"),
    )


def curated_statements(graph: nx.MultiDiGraph[Key]) -> Iterator[Statement]:
    """The statements of a network about which something was decided.

    Args:
        graph: the layer of what is stated
    """
    for source, target, tie in graph.edges(data=True):
        names = [str(graph.nodes[end]["name"]) for end in (source, target)]
        alone = any("decided" in one for one in tie["evidence"])
        for one in tie["evidence"]:
            said = tie | {"evidence": (one,), "denials": 0}
            printing = Printing(one["name"], one["title"], one["source"], one["date"])
            relation = f"{one['name']}#{one['relation']}" if one["relation"] else ""
            yield Statement(
                *(source, target, names[0], names[1], tie["type"], leaning(said), status(said)),
                *(tie["directed"], tie["negated"], float(one["confidence"])),
                decided=str((one if alone else tie).get("decided") or ""),
                document=one["document"],
                printing=printing,
                happened=happened(one),
                start=one["start"],
                end=one["end"],
                relation=relation,
                text="" if relation else str(one["text"]),
            )


def disputed(
    found: Iterable[Statement],
) -> list[tuple[list[Statement], list[Statement]]]:
    """Pairs of which some sentences state cooperation, and others conflict or that it is not so.

    Returns:
        what speaks for their standing together, and what against, those with most on both first
    """
    pairs: dict[tuple[Key, Key], tuple[list[Statement], list[Statement]]] = {}
    for one in found:
        low, high = sorted((one.source, one.target))
        good, bad = pairs.setdefault((low, high), ([], []))
        if one.sign == "+":
            good.append(one)
        elif one.sign == "-" or one.status in ("negated", "denied"):
            bad.append(one)
    both = [(good, bad) for good, bad in pairs.values() if good and bad]
    return sorted(both, key=lambda two: (-min(map(len, two)), two[0][0].source_name))
