"""The methods of `actors.Study` that analyse it and give data frames: each calls one function."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Unpack

from actors.analysis.compare import compare
from actors.analysis.finding import found_actors
from actors.analysis.measuring import as_mapping
from actors.analysis.networks import Chosen, Layer, Levels
from actors.analysis.periods import Periods, as_days, chosen_periods
from actors.analysis.review import doubts
from actors.analysis.sensitivity import sensitivity
from actors.analysis.sides import Side, labels, matched, pair_of, two_periods, two_sources
from actors.analysis.whole import whole
from actors.errors import SettingsError
from actors.frames import comparison, timelines
from actors.frames.comparison import Part
from actors.frames.doubts import doubts as framed_doubts
from actors.frames.stakeholders import Issues, as_issues, stakeholders
from actors.progress import Shown, listener
from actors.study.file import StudyFile
from actors.study.frame_methods import FrameMethods

if TYPE_CHECKING:
    import pandas as pd

    from actors.stakeholders import Override

__all__ = ["AnalysisMethods"]


class AnalysisMethods(FrameMethods):
    """What is worked out from a study, as data frames; ``docs/python.md`` lists the columns."""

    def timeline(
        self,
        actors: str | Sequence[str] = (),
        *,
        between: tuple[str, str] | None = None,
        measures: str | Sequence[str] = "strength",
        period: Periods = None,
        layer: str | None = None,
        **level: Unpack[Levels],
    ) -> pd.DataFrame:
        """Measures of actors in each period, on the network of that period alone.

        Args:
            actors: whom, by any of their names; all with a tie if left out
            between: two actors: how many stories tell of cooperation and conflict of these two
            measures: which measures; see `actors.measures`
            period: ``"week"``, ``"month"`` ...; a number of days; ``"30/7"`` for windows of 30
                days that move by 7; or a list of periods, as in ``["2021-07-01..2021-07-14"]``
            layer: ``"cooccurrence"``, or ``"stated"``, which is usual with ``between``
            level: levels as in `graph`

        Raises:
            NotFound: nobody has a name, several have, or no document has a date
            SettingsError: the periods can't be read

        >>> weeks = study.timeline("Taliban", period="week")
        >>> weeks["strength"].tolist()
        [21.0, 4.0, 3.0, 11.0]
        """
        names = [measures] if isinstance(measures, str) else list(measures)
        rules = self.rules()
        with self.store() as store:
            periods = chosen_periods(store, period)
            if between:
                graph = whole(store, rules, layer or "stated", **level)
                pair = found_actors(store, between)
                return timelines.timeline_of_pair(store, graph, pair, periods)
            graph = whole(store, rules, layer or "cooccurrence", **level)
            keys = [one.key for one in found_actors(store, actors)]
            return timelines.timeline(store, graph, keys, names, periods)

    def timeline_of_ties(
        self,
        *,
        period: Periods = None,
        layer: str = "cooccurrence",
        silent: int = 1,
        **level: Unpack[Levels],
    ) -> pd.DataFrame:
        """When each pair is first reported, and since when no more.

        Args:
            period: as in `timeline`
            layer: whose ties count
            silent: a tie has ended if so many last periods do not report it
            level: levels as in `graph`

        >>> study.timeline_of_ties(period="week")[["one", "other"]].iloc[0].tolist()
        ['Afghanistan', 'Tajikistan']
        """
        rules = self.rules()
        with self.store() as store:
            graph = whole(store, rules, layer, **level)
            return timelines.timeline_of_ties(store, graph, chosen_periods(store, period), silent)

    def changes(
        self,
        actors: str | Sequence[str] = (),
        *,
        between: tuple[str, str] | None = None,
        period: Periods = None,
        layer: str | None = None,
        seed: int = 0,
        **level: Unpack[Levels],
    ) -> pd.DataFrame:
        """The periods from which on actors, or a pair, are told of in more or fewer stories.

        Each series is tested on its own: of twenty, one may change by chance (p up to 0.05).

        Args:
            actors, between, period, layer, level: as in `timeline`
            seed: the same seed gives the same p

        >>> study.changes("Taliban").columns.tolist()
        ['name', 'since', 'before', 'after', 'p', 'key']
        """
        rules = self.rules()
        with self.store() as store:
            periods = chosen_periods(store, period)
            if between:
                graph = whole(store, rules, layer or "stated", **level)
                pair = found_actors(store, between)
                return timelines.changes_of_pair(store, graph, pair, periods, seed)
            graph = whole(store, rules, layer or "cooccurrence", **level)
            keys = [one.key for one in found_actors(store, actors)]
            return timelines.changes_of_actors(store, graph, keys, periods, seed)

    def compare(
        self,
        other: StudyFile | None = None,
        *,
        periods: Sequence[Any] | None = None,
        sources: Sequence[str] | None = None,
        of: Part = "actors",
        layer: str = "cooccurrence",
        permutations: int = 2_000,
        seed: int = 0,
        progress: Shown = None,
        **level: Unpack[Levels],
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
            progress: as in `actors.build`
            level: levels as in `graph`

        Returns:
            ``attrs`` has ``sides``, ``stories`` and ``warnings``

        Raises:
            SettingsError: the two sides are not given in one way, or one has no story
            NotFound: no document has one of the sources

        >>> halves = ["..2021-07-10", "2021-07-11.."]
        >>> study.compare(periods=halves, permutations=99).attrs["stories"]
        [4, 5]
        """
        part = comparison.check(of)
        first, second = self.sides(other, periods=periods, sources=sources, **level)
        test: dict[str, Any] = {"layer": layer, "permutations": permutations, "seed": seed}
        found = compare(first, second, progress=listener(progress), **test)
        return comparison.comparison(found, part)

    def sides(
        self,
        other: StudyFile | None = None,
        *,
        periods: Sequence[Any] | None = None,
        sources: Sequence[str] | None = None,
        **level: Unpack[Levels],
    ) -> tuple[Side, Side]:
        """The two sides of a comparison, for `actors.analysis.compare.compare`.

        Args:
            other, periods, sources, level: as in `compare`: exactly one of the first three

        Raises:
            SettingsError: none or several are given, or not two of them
            NotFound: no document has one of the sources

        >>> [len(side.stories) for side in study.sides(periods=["..2021-07-10", "2021-07-11.."])]
        [4, 5]
        """
        if (other is not None) + (periods is not None) + (sources is not None) != 1:
            raise SettingsError("compare with another study, or two periods=, or two sources=")
        if other is not None:
            one, two = labels(self.path, other.path)
            return matched(self._side(one, **level), other._side(two, **level))
        first, second = pair_of(periods if periods is not None else sources or ())
        rules = self.rules()
        with self.store() as store:
            if periods is not None:
                return two_periods(store, rules, as_days(first), as_days(second), **level)
            return two_sources(store, rules, first, second, **level)

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
        ['Afghanistan', 'player']
        """
        from actors.analysis.stakeholders import POWER_MEASURES, stakes

        asked = as_issues(issues)
        graph, measures = self.graph(), as_mapping(self.measures(names=POWER_MEASURES))
        with self.store() as store:
            return stakeholders(stakes(store, graph, measures, asked, overrides))

    def doubts(self) -> pd.DataFrame:
        """Who may have been joined, or kept apart, wrongly: what ``actors review`` asks.

        The least certain that would move the most mentions come first; `decide` settles them.

        >>> study.doubts().columns.tolist()[:4]
        ['left', 'right', 'joined', 'why']
        """
        with self.store() as store:
            return framed_doubts(doubts(store))

    def groups(self, layer: Layer = "cooccurrence", **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """How central countries, organisations and persons are, each kind as one actor.

        Args:
            layer, chosen: as in `graph`

        Returns:
            index: kind; ``members``, ``tied`` (others tied to one of them), ``degree``,
            ``closeness``, ``betweenness``

        >>> int(study.groups().loc["country", "members"])
        14
        """
        from actors.measures.groups import group_table

        return group_table(self.graph(layer, **chosen))

    def backbones(self, layer: Layer = "cooccurrence", **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """How ranks and communities move if the network is thinned, by the usual rules.

        Args:
            layer, chosen: as in `graph`

        Returns:
            a row for each rule; see `actors.analysis.sensitivity.sensitivity`

        >>> study.backbones()["backbone"].unique().tolist()[:2]
        ['whole network', 'threshold']
        """
        return sensitivity(self.graph(layer, **chosen))
