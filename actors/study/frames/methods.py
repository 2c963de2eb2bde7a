"""The methods of `actors.Study` that give pandas data frames: each calls one function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from actors.network.convert import to_igraph
from actors.study.frames import (
    comparison,
    documents,
    matrices,
    mentions,
    search,
    stances,
    statements,
    ties,
    who,
)
from actors.study.frames import stakeholders as stakeholding
from actors.study.frames.stakeholders import as_issues
from actors.study.names import EVERY

if TYPE_CHECKING:
    from collections.abc import Sequence

    import igraph
    import pandas as pd

    from actors.stakeholders import Override
    from actors.study.frames.comparison import Part
    from actors.study.frames.matrices import MatrixOf
    from actors.study.frames.stakeholders import Issues
    from actors.study.networks import Layer, Simple
    from actors.study.pipeline import Progress
    from actors.study.study import Study
    from actors.types import Key


class FrameMethods:
    """What a study holds, as data frames; ``docs/python.md`` lists the columns of each."""

    def documents(self) -> pd.DataFrame:
        """What was read, by name: source, day, story, words, and how much each gave.

        >>> study.documents()[["title", "words"]].values.tolist()[1]
        ['Dushanbe asks its allies for help', 122]
        """
        with self._study.store() as store:
            return documents.documents(store)

    def actors(self, *, unnamed: bool = False) -> pd.DataFrame:
        """Every actor that has a name, places included, the most mentioned first.

        Args:
            unnamed: also those that no document names (*police*), one for each noun

        Returns:
            index: actor key; ``name``, ``kind``, ``subtype``, ``mentions``, ``documents``,
            ``aliases``, ``identifiers``

        >>> study.actors()["name"].head(3).tolist()
        ['Taliban', 'Tajikistan', 'Afghanistan']
        """
        with self._study.store() as store:
            return who.actors(store, unnamed=unnamed)

    def mentions(self, actor: str | None = None, *, document: str | None = None) -> pd.DataFrame:
        """Where the texts refer to an actor, with the sentence and the reason.

        Args:
            actor: only the mentions of this actor: a name, an alias or a key
            document: only those in this document: its name, or that of its file

        Raises:
            NotFound: nobody has the name, no document has it, or several have

        >>> study.mentions("Kabulov")["text"].unique().tolist()
        ['Zamir Kabulov', 'the Kremlin envoy', 'Kabulov', 'he']
        """
        with self._study.store() as store:
            key = _actor_key(store, actor) if actor else None
            place = documents.key_of(store, document) if document else None
            return mentions.mentions(store, key, place)

    def ties(self, layer: Layer = None, **chosen: Any) -> pd.DataFrame:
        """The ties of the network, the strongest first, each with one of its sentences.

        Args:
            layer: as in `graph`
            chosen: filters and levels as in `graph`: ``sign="-"``, ``min_weight=2`` ...

        >>> study.ties("stated")[["source", "type", "target"]].iloc[0].tolist()
        ['Afghanistan', 'consult', 'Taliban']
        """
        return ties.ties(self._study.graph(layer, **chosen))

    def statements(self, *, between: tuple[str, str] | None = None, **chosen: Any) -> pd.DataFrame:
        """Each sentence that states a tie: when, where, who says so, and the words.

        Args:
            between: only those about these two actors, in either direction
            chosen: filters and levels as in `graph`: ``sign="-"``, ``kinds="country"`` ...

        Raises:
            NotFound: nobody has a name of ``between``, or several have

        >>> study.statements(between=("Ghani", "Pakistan"))["type"].unique().tolist()
        ['accuse']
        """
        graph = self._study.graph("stated", evidence=EVERY, **chosen)
        with self._study.store() as store:
            pair = [_actor_key(store, name) for name in between] if between else None
            return statements.statements(store, graph, pair)

    def stances(self) -> pd.DataFrame:
        """Who leans towards whom in which document: read, not stated, and no part of `graph`.

        >>> study.stances()[["source", "sign", "target"]].iloc[1].tolist()
        ['Vladimir Putin', '+', 'Tajikistan']
        """
        with self._study.store() as store:
            return stances.stances(store)

    def search(self, words: str) -> pd.DataFrame:
        """The sentences that hold all of some words, by date, with the actors in them.

        Args:
            words: words in any order; ``border*`` for any ending, ``"peace talks"`` in double
                quotes for words that stand together; case and accents make no difference

        Raises:
            SettingsError: there is no word to look for

        >>> study.search('"Afghan soldiers" cross*')["actors"].tolist()
        ['Afghanistan; Tajikistan; Taliban']
        """
        with self._study.store() as store:
            return search.search(store, words)

    def matrix(
        self,
        of: MatrixOf = "actor-actor",
        *,
        issues: Issues = (),
        layer: Layer = "cooccurrence",
        **chosen: Any,
    ) -> pd.DataFrame:
        """A matrix labelled by names, each made unique; sparse inside where it is large.

        Args:
            of: ``"actor-actor"`` (strengths of ties), ``"actor-document"`` (mentions) or
                ``"actor-issue"`` (how much is said of an actor near an issue)
            issues: for ``"actor-issue"``, as in `stakeholders`
            layer: the ties of ``"actor-actor"``; from row to column where they have a direction
            chosen: filters and levels as in `graph`, for whom to have as rows

        Raises:
            SettingsError: there is no such matrix, or no issue is named

        >>> study.matrix(min_weight=4).loc["Tajikistan", "Russia"]
        0
        """
        return matrices.matrix(self._study, of, issues, layer, chosen)

    def to_igraph(
        self, layer: Layer = None, *, simple: Simple = True, **chosen: Any
    ) -> igraph.Graph:
        """The network as an `igraph.Graph`; vertices have unique ``name``s and their ``key``.

        Args:
            layer: as in `graph`; name one, or a sentence may count twice
            simple: one tie a pair, or with ``False`` all of them side by side; as in `graph`
            chosen: filters and levels as in `graph`

        >>> study.to_igraph("stated", sign="-").is_directed()
        True
        """
        return to_igraph(self._study.graph(layer, simple=simple, **chosen))

    def compare(
        self,
        other: Study | None = None,
        *,
        periods: Sequence[Any] | None = None,
        sources: Sequence[str] | None = None,
        of: Part = "actors",
        layer: str = "cooccurrence",
        permutations: int = 2_000,
        seed: int = 0,
        progress: Progress | None = None,
        **level: Any,
    ) -> pd.DataFrame:
        """What differs between two sides, by a permutation test over stories.

        Args:
            other: the other side, if this study is one: another study
            periods: two periods of this study, each as in `graph`
            sources: two sources of its documents
            of: ``"actors"``, ``"ties"``, or ``"contradictions"``: pairs of which both
                cooperation and conflict are stated, a row each sentence
            layer: ``"cooccurrence"``, or ``"stated"``: each type of tie on its own
            permutations: how often stories are dealt out anew
            seed: the same seed gives the same p
            progress: called with a step's name, what is done, and of how much
            level: levels as in `graph`

        Returns:
            ``attrs`` has ``sides``, ``stories`` and ``warnings``

        Raises:
            SettingsError: the two sides are not given in one way, or one has no story
            NotFound: no document has one of the sources

        >>> halves = ["..2021-07-10", "2021-07-11.."]
        >>> study.compare(periods=halves, permutations=99).attrs["stories"]
        []
        """
        from actors.study.compare import compare

        part = comparison.check(of)
        first, second = comparison.two_sides(self._study, other, periods, sources, **level)
        test = {"layer": layer, "permutations": permutations, "seed": seed}
        return comparison.comparison(compare(first, second, progress=progress, **test), part)

    def stakeholders(self, issues: Issues, overrides: Sequence[Override] = ()) -> pd.DataFrame:
        """Who has a stake in some issues: power, interest, legitimacy, urgency, stance.

        Args:
            issues: ``"border security"`` or, with the words to look for,
                ``"border security=border*,frontier*"``; several of them; or the
                `pathlib.Path` of a TOML file
            overrides: the analyst's scores; see `actors.stakeholders.read_overrides`

        Raises:
            SettingsError: there is no issue, or two have one name
            NotFound: no sentence is about an issue, or none of them mentions an actor
            CurationError: an override names an unknown actor or issue

        >>> study.stakeholders("border*")[["name", "grid"]].iloc[0].tolist()
        []
        """
        from actors.study.stakeholding import stakes

        return stakeholding.stakeholders(stakes(self._study, as_issues(issues), overrides))

    @property
    def _study(self) -> Study:
        return cast("Study", self)


def _actor_key(store: Any, name: str) -> Key:
    from actors.study.card import find

    return find(who.known_actors(store), name).key
