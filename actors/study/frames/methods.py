"""The methods of `actors.Study` that give pandas data frames: each calls one function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from actors.study.frames import documents, mentions, search, stances, statements, ties, who
from actors.study.names import EVERY

if TYPE_CHECKING:
    import pandas as pd

    from actors.study.networks import Layer
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

    @property
    def _study(self) -> Study:
        return cast("Study", self)


def _actor_key(store: Any, name: str) -> Key:
    from actors.study.card import find

    return find(who.known_actors(store), name).key
