"""An issue as words, the passages of a corpus that are about it, and who occurs in them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.factuality import asserted, leaning
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

_NEARBY = 0.5
"""What a sentence next to a matching one counts; a matching one counts 1."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A question that actors have a stake in, and the words that show a sentence is about it.

    A term of several words is found where all of them are in one sentence, in any order,
    with an ending of the plural or the possessive. ``*`` stands for any ending,
    ``"quotes"`` keep words together, ``/slashes/`` hold a regular expression. Case is
    ignored.
    """

    name: str
    terms: tuple[str, ...]

    def matches(self, text: str) -> bool:
        """Whether a sentence is about the issue.

        >>> border = parse_issue("border security")
        >>> border.matches("The border's security worries them."), border.matches("The border.")
        (True, False)
        """
        return any(all(part.search(text) for part in _parts(term)) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that matches an issue (``distance`` 0), or stands next to one (1).

    ``actors`` are those it mentions; ``story`` is shared by reprints.
    """

    document: Key
    name: str
    source: str
    date: str
    story: Key
    start: int
    end: int
    text: str
    distance: int
    actors: tuple[Key, ...]

    @property
    def weight(self) -> float:
        """What it counts for the actors in it."""
        return _NEARBY if self.distance else 1.0


def parse_issue(text: str) -> Issue:
    """Read ``NAME`` or ``NAME=TERM,TERM``.

    Raises:
        SettingsError: there is no word to look for

    >>> parse_issue("border security=border*, frontier*").terms
    ('border*', 'frontier*')
    >>> parse_issue("refugees").terms
    ('refugees',)
    """
    name, equals, terms = text.partition("=")
    return _issue(name.strip(), terms.split(",") if equals else [name], text)


def read_issues(path: Path) -> list[Issue]:
    """Read a TOML file with an issue a line: ``"border security" = ["border*", "frontier*"]``.

    Raises:
        SettingsError: the file can't be read, or a line isn't a name with terms
    """
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f'{path}: {error}; write an issue a line, as in "border security" = ["border*"]'
        ) from error
    return [_issue(name, terms, f"{path}: {name}") for name, terms in table.items()]


def attention(passages: Iterable[Passage]) -> dict[Key, float]:
    """How much is said of each actor near the issue: the sum of the weights of its passages.

    A sentence that reprints repeat word for word counts once, where it stands nearest.

    >>> about = Passage("d", "d.txt", "", "", "d", 0, 9, "A met B.", 0, ("a", "b"))
    >>> attention([about, about])
    {'a': 1.0, 'b': 1.0}
    """
    nearest: dict[tuple[Key, str, Key], float] = {}
    for passage in passages:
        for actor in passage.actors:
            place = (passage.story, " ".join(passage.text.split()), actor)
            nearest[place] = max(passage.weight, nearest.get(place, 0.0))
    found: dict[Key, float] = {}
    for (_, _, actor), weight in nearest.items():
        found[actor] = found.get(actor, 0.0) + weight
    return found


def stances(graph: nx.MultiDiGraph[Key], passages: Iterable[Passage]) -> dict[Key, tuple[int, int]]:
    """What each actor is said to do in the sentences about an issue: (for, against).

    Counts the stated relations in matching sentences whose source the actor is (either end,
    where a relation holds both ways): of cooperation, and of conflict. What no sentence
    asserts counts for neither. A reprint counts once.
    """
    about = {(one.document, one.start) for one in passages if one.distance == 0}
    seen: set[tuple[object, ...]] = set()
    found: dict[Key, tuple[int, int]] = {}
    for source, target, key, tie in graph.edges(keys=True, data=True):
        if tie["layer"] != "stated":
            continue
        near = [one for one in tie["evidence"] if (one["document"], one["start"]) in about]
        if not near or leaning(tie) == "0":
            continue
        for one in filter(asserted, near):
            place = (source, target, key, one["story"], one["text"])
            if place not in seen:
                seen.add(place)
                _count(found, (source,) if tie["directed"] else (source, target), tie["sign"])
    return found


def stance(counted: tuple[int, int]) -> float | None:
    """From -1, all conflict, to 1, all cooperation; none where nothing is stated.

    >>> stance((3, 1)), stance((0, 0))
    (0.5, None)
    """
    good, bad = counted
    return (good - bad) / (good + bad) if good + bad else None


def actor_issue_network(
    graph: nx.MultiDiGraph[Key], passages: Mapping[str, Sequence[Passage]]
) -> nx.Graph[str]:
    """The two-mode network of actors and issues.

    Actors (``bipartite=0``) keep their keys; issues (``bipartite=1``) are ``"issue:NAME"``.
    An edge has ``weight`` (`attention`), ``stance`` (or ``None``) and ``sentences`` (about
    the issue). Source: Breiger, R. L. (1974). The duality of persons and groups. *Social
    Forces* 53(2), 181-190.
    """
    import networkx as nx

    network: nx.Graph[str] = nx.Graph()
    for name, near in passages.items():
        network.add_node(f"issue:{name}", name=name, kind="issue", bipartite=1)
        taken = stances(graph, near)
        said = Counter(actor for one in near if one.distance == 0 for actor in {*one.actors})
        for actor, weight in sorted(attention(near).items()):
            about = graph.nodes[actor]
            network.add_node(actor, name=about["name"], kind=about["kind"], bipartite=0)
            network.add_edge(
                actor,
                f"issue:{name}",
                weight=weight,
                stance=stance(taken.get(actor, (0, 0))),
                sentences=said[actor],
            )
    return network


def _count(found: dict[Key, tuple[int, int]], actors: Iterable[Key], sign: str) -> None:
    for actor in actors:
        good, bad = found.get(actor, (0, 0))
        found[actor] = (good + (sign == "+"), bad + (sign == "-"))


def _issue(name: str, terms: object, where: str) -> Issue:
    words = terms if isinstance(terms, list) else [terms]
    kept = tuple(term.strip() for term in words if isinstance(term, str) and term.strip())
    if not name or not kept or len(kept) < len(words):
        raise SettingsError(
            f"{where!r} is no issue: write a name, or a name and the words to look for, as in "
            "border security=border*,frontier*"
        )
    for term in kept:
        _parts(term)
    return Issue(name, kept)


@cache
def _parts(term: str) -> tuple[re.Pattern[str], ...]:
    """What all has to be found for a term to be found."""
    if len(term) > 2 and term[0] == term[-1] == "/":
        try:
            return (re.compile(term[1:-1], re.IGNORECASE),)
        except re.error as error:
            raise SettingsError(f"{term}: no regular expression: {error}") from error
    if len(term) > 2 and term[0] == term[-1] == '"':
        return (_words(term[1:-1].split()),)
    return tuple(_words([word]) for word in term.split())


def _words(words: Sequence[str]) -> re.Pattern[str]:
    """Words in this order, each with its simple endings; ``*`` is any ending."""
    joined = r"\s+".join(
        re.escape(word).replace(r"\*", r"\w*") + ("" if word.endswith("*") else "(?:e?s|['’]s?)?")
        for word in words
    )
    return re.compile(rf"(?<!\w){joined}(?!\w)", re.IGNORECASE)
