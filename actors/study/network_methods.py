"""The methods of `actors.Study` that give its network and its measures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from actors.analysis.networks import Chosen, Layer, Levels, Simple, selected
from actors.analysis.periods import DateRange
from actors.names import KEPT_SENTENCES, MEASURES
from actors.outputs.kept import measures
from actors.progress import Shown, listener
from actors.study.file import StudyFile
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["NetworkMethods"]


DRAWING = ("interval", "engine", "workers", "first")
"""Options of `NetworkMethods.uncertainty` that say how to draw; all others choose the network."""


class NetworkMethods(StudyFile):
    """The network of a study, and numbers for its actors."""

    @overload
    def graph(
        self,
        layer: Layer = None,
        *,
        simple: Literal[False] = False,
        evidence: int = KEPT_SENTENCES,
        **chosen: Unpack[Chosen],
    ) -> nx.MultiDiGraph[Key]: ...

    @overload
    def graph(
        self,
        layer: Layer = None,
        *,
        simple: Simple,
        evidence: int = KEPT_SENTENCES,
        **chosen: Unpack[Chosen],
    ) -> nx.Graph[Key]: ...

    def graph(
        self,
        layer: Layer = None,
        *,
        sign: str | Sequence[str] | None = None,
        status: str | Sequence[str] | None = None,
        period: DateRange | None = None,
        kinds: str | Sequence[str] | None = None,
        min_weight: float | None = None,
        simple: Simple = False,
        window: str | None = None,
        level: str = "person",
        on: date | None = None,
        private: bool = False,
        evidence: int = KEPT_SENTENCES,
        background: bool = False,
        unnamed: bool = False,
    ) -> nx.Graph[Key]:
        """The network as a plain networkx graph; filters leave out actors without a tie.

        Args:
            layer: ``"cooccurrence"``, ``"stated"`` or ``"background"``, or several of them;
                what documents say if left out
            sign: ``"+"`` (or ``"positive"``), ``"-"``, ``"0"``, or several of them; only a tie
                that holds has one
            status: whether ties hold: ``"asserted"``, ``"planned"``, ``"denied"`` ...
                (`actors.factuality.STATUSES`)
            period: the first and last day of what is counted, as in
                ``("2021-07-01", "2021-07-14")`` or ``"2021-07-01..2021-07-14"``
            kinds: only these kinds of actors, as in ``"country"`` or ``["country", "person"]``
            min_weight: only ties of so many sentences or more
            simple: one tie a pair, with weights summed, a ``sign`` and the ``types``: a
                `networkx.DiGraph`, but a `networkx.Graph` for co-occurrence alone;
                ``"directed"`` or ``"undirected"`` to choose. Name a layer: a sentence that
                states a tie is a co-occurrence too, and would count twice.
            window: what counts as occurring together: ``"sentence"``, ``"paragraph"``,
                ``"document"``, or a number of sentences; as the study was built if left out
            level: ``"organisation"`` or ``"state"``: persons' ties become those of the body
                that they speak for; see `actors.network.rollup.roll_up`
            on: the day on which it matters who speaks for whom
            private: persons act for themselves
            evidence: how many sentences a co-occurrence keeps at most; all if a period is
                given, and at other levels
            background: with no ``layer`` named, add what `actors.network.background` knows
            unnamed: with actors that no document names (*police*), one for each noun

        Returns:
            a `networkx.MultiDiGraph`, unless it is to be simple; nodes are actor keys, and
            ``docs/format.md`` lists the attributes

        Raises:
            NotFound: there is no such layer
            SettingsError: there is no such sign or kind, or the period can't be read

        >>> hostile = study.graph("stated", sign="-", simple=True)
        >>> [tie["types"] for *_, tie in hostile.edges(data=True)][0]
        ('accuse',)
        """
        rolled: dict[str, Any] = {"level": level, "on": on, "private": private}
        kept: dict[str, Any] = {"background": background, "unnamed": unnamed}
        part: dict[str, Any] = {"sign": sign, "status": status, "period": period}
        part |= {"kinds": kinds, "min_weight": min_weight, "simple": simple, "evidence": evidence}
        rules = self.rules()
        with self.store() as store:
            return selected(store, rules, layer, window=window, **part, **rolled, **kept)

    def measures(
        self, layer: str | None = None, names: Sequence[str] = MEASURES, **level: Unpack[Levels]
    ) -> pd.DataFrame:
        """Numbers for every actor, a row each, the strongest first.

        Args:
            layer: measure this layer alone. If left out, measures are taken on
                co-occurrence, where every tie shows, but those that need a direction or a sign
                (``in_degree``, ``hubs``, ``net_support`` ...) on what is stated.
            names: which measures; see `actors.measures`
            level: filters and levels as in `graph`, but for ``simple=``

        Returns:
            index: actor key; columns: ``name``, ``kind``, ``subtype``, and each measure

        >>> study.measures(names=["strength"])["name"].head(3).tolist()
        ['Afghanistan', 'Tajikistan', 'Taliban']
        """
        rules = self.rules()
        with self.store() as store:
            return measures(store, rules, layer, names, **level)

    def uncertainty(
        self,
        names: Sequence[str] = ("strength", "betweenness"),
        *,
        layer: str | None = None,
        replicates: int = 500,
        seed: int = 0,
        progress: Shown = None,
        **more: Any,
    ) -> pd.DataFrame:
        """Measures and ranks with intervals, by drawing stories with replacement.

        Args:
            names: which measures; see `actors.measures`
            layer: as in `measures`
            replicates: corpora to draw; 500 for a look, 2,000 to print
            seed: the same seed gives the same intervals
            progress: as in `actors.build`
            more: ``interval=`` (0.95), ``engine=`` and ``workers=``, levels as in `graph`, and
                ``first=``, which is called with the table of the first 60 replicates

        Returns:
            index: actor key; columns: ``name``, ``kind``, ``subtype``, and for each measure
            ``m``: ``m``, ``m_low``, ``m_high``, ``m_rank``, ``m_rank_low``,
            ``m_rank_high`` and ``m_stories``; ``attrs["warnings"]`` says where the corpus is
            too small, ``attrs["errors"]`` how far the ends of a measure's intervals may lie off
            for want of replicates, as a share of them

        >>> study.uncertainty(["strength"], replicates=50).columns.tolist()[3:6]
        ['strength', 'strength_low', 'strength_high']
        """
        from actors.analysis.bootstrap import samples, uncertainty

        draws = {name: more.pop(name) for name in DRAWING if name in more}
        draws |= {"replicates": replicates, "seed": seed, "progress": listener(progress)}
        with self.store() as store:
            parts = samples(store, self.rules(), names, layer, **more)
        return uncertainty(parts, names, **draws)
