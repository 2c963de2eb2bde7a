"""The methods of `actors.Study` that give pandas data frames: each calls one function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from actors.analysis.finding import found_actors, found_by
from actors.analysis.networks import Chosen, Layer, Simple, selected
from actors.frames import documents, matrices, mentions, search, stances, statements, ties, who
from actors.frames.matrices import MatrixOf
from actors.frames.stakeholders import Issues
from actors.names import EVERY
from actors.network.convert import to_igraph
from actors.study.network_methods import NetworkMethods

if TYPE_CHECKING:
    import igraph
    import pandas as pd

__all__ = ["FrameMethods"]


class FrameMethods(NetworkMethods):
    """What a study holds, as data frames; ``docs/python.md`` lists the columns of each."""

    def documents(self) -> pd.DataFrame:
        """What was read, by name: source, day, story, words, and how much each gave.

        >>> study.documents()[["title", "words"]].values.tolist()[1]
        ['Dushanbe asks its allies for help', 122]
        """
        with self.store() as store:
            return documents.documents(store)

    def actors(self, *, unnamed: bool = False) -> pd.DataFrame:
        """Every actor that has a name, places included, the most mentioned first.

        Args:
            unnamed: also those that no document names (*police*), one for each noun

        Returns:
            index: actor key; ``name``, ``kind``, ``subtype``, ``mentions``, ``documents``,
            ``aliases``, ``identifiers``

        >>> study.actors()["name"].head(3).tolist()
        ['Taliban', 'Afghanistan', 'Tajikistan']
        """
        with self.store() as store:
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
        with self.store() as store:
            key = found_by(store, actor).actor.key if actor else None
            place = documents.key_of(store, document) if document else None
            return mentions.mentions(store, key, place)

    def ties(self, layer: Layer = None, **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """The ties of the network, the strongest first, each with one of its sentences.

        Args:
            layer: as in `graph`
            chosen: filters and levels as in `graph`: ``sign="-"``, ``min_weight=2`` ...

        >>> study.ties("stated")[["source", "type", "target"]].iloc[0].tolist()
        ['Afghanistan', 'consult', 'Taliban']
        """
        return ties.ties(self.graph(layer, **chosen))

    def statements(
        self, *, between: tuple[str, str] | None = None, **chosen: Unpack[Chosen]
    ) -> pd.DataFrame:
        """Each sentence that states a tie: when, where, who says so, and the words.

        Args:
            between: only those about these two actors, in either direction
            chosen: filters and levels as in `graph`: ``sign="-"``, ``kinds="country"`` ...

        Raises:
            NotFound: nobody has a name of ``between``, or several have

        >>> study.statements(between=("Ghani", "Pakistan"))["type"].unique().tolist()
        ['accuse']
        """
        rules = self.rules()
        with self.store() as store:
            graph = selected(store, rules, "stated", evidence=EVERY, **chosen)
            pair = [one.key for one in found_actors(store, between)] if between else None
            return statements.statements(store, graph, pair)

    def stances(self) -> pd.DataFrame:
        """Who leans towards whom in which document: read, not stated, and no part of `graph`.

        >>> study.stances()[["source", "sign", "target"]].iloc[2].tolist()
        ['Vladimir Putin', '0', 'Russia']
        """
        with self.store() as store:
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
        with self.store() as store:
            return search.search(store, words)

    def matrix(
        self,
        of: MatrixOf = "actor-actor",
        *,
        issues: Issues = (),
        layer: Layer = "cooccurrence",
        **chosen: Unpack[Chosen],
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

        >>> float(study.matrix(min_weight=4).loc["Tajikistan", "Russia"])
        4.0
        """
        rules = self.rules()
        with self.store() as store:
            return matrices.matrix(store, rules, of, issues, layer, chosen)

    def to_igraph(
        self, layer: Layer = None, *, simple: Simple = True, **chosen: Unpack[Chosen]
    ) -> igraph.Graph:
        """The network as an `igraph.Graph`; vertices have unique ``name``s and their ``key``.

        Args:
            layer: as in `graph`; name one, or a sentence may count twice
            simple: one tie a pair, or with ``False`` all of them side by side; as in `graph`
            chosen: filters and levels as in `graph`

        >>> study.to_igraph("stated", sign="-").is_directed()
        True
        """
        return to_igraph(self.graph(layer, simple=simple, **chosen))
