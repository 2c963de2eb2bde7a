"""The methods of `actors.Study` that analyse it and give data frames: each calls one function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from actors.analysis.timeline import chosen_periods
from actors.frames import comparison, timelines
from actors.progress import listener
from actors.study.frame_methods import FrameMethods

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from actors.analysis.networks import Chosen, Layer
    from actors.analysis.timeline import Periods
    from actors.frames.comparison import Part
    from actors.frames.stakeholders import Issues
    from actors.progress import Shown
    from actors.stakeholders import Override
    from actors.study.study import Study


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
        **level: Any,
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
        periods = chosen_periods(self._study, period)
        if between:
            pair = self._keys(between)
            usual = layer or "stated"
            return timelines.timeline_of_pair(self._study, pair, periods, usual, **level)
        names = [measures] if isinstance(measures, str) else list(measures)
        usual = layer or "cooccurrence"
        return timelines.timeline(self._study, self._keys(actors), names, periods, usual, **level)

    def timeline_of_ties(
        self,
        *,
        period: Periods = None,
        layer: str = "cooccurrence",
        silent: int = 1,
        **level: Any,
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
        periods = chosen_periods(self._study, period)
        return timelines.timeline_of_ties(self._study, periods, layer, silent, **level)

    def changes(
        self,
        actors: str | Sequence[str] = (),
        *,
        between: tuple[str, str] | None = None,
        period: Periods = None,
        layer: str | None = None,
        seed: int = 0,
        **level: Any,
    ) -> pd.DataFrame:
        """The periods from which on actors, or a pair, are told of in more or fewer stories.

        Each series is tested on its own: of twenty, one may change by chance (p up to 0.05).

        Args:
            actors, between, period, layer, level: as in `timeline`
            seed: the same seed gives the same p

        >>> study.changes("Taliban").columns.tolist()
        ['name', 'since', 'before', 'after', 'p', 'key']
        """
        periods = chosen_periods(self._study, period)
        if between:
            pair = self._keys(between)
            usual = layer or "stated"
            return timelines.changes_of_pair(self._study, pair, periods, usual, seed, **level)
        usual = layer or "cooccurrence"
        return timelines.changes_of_actors(
            self._study, self._keys(actors), periods, usual, seed, **level
        )

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
        progress: Shown = None,
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
        from actors.analysis.compare import compare

        part = comparison.check(of)
        first, second = comparison.two_sides(self._study, other, periods, sources, **level)
        test: dict[str, Any] = {"layer": layer, "permutations": permutations, "seed": seed}
        return comparison.comparison(
            compare(first, second, progress=listener(progress), **test), part
        )

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
        ['Tajikistan', 'player']
        """
        from actors.analysis.stakeholders import stakes
        from actors.frames.stakeholders import as_issues, stakeholders

        return stakeholders(stakes(self._study, as_issues(issues), overrides))

    def doubts(self) -> pd.DataFrame:
        """Who may have been joined, or kept apart, wrongly: what ``actors review`` asks.

        The least certain that would move the most mentions come first; `decide` settles them.

        >>> study.doubts().columns.tolist()[:4]
        ['left', 'right', 'joined', 'why']
        """
        from actors.analysis.review import doubts
        from actors.frames.doubts import doubts as framed

        return framed(doubts(self._study))

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

        return group_table(self._study.graph(layer, **chosen))

    def backbones(self, layer: Layer = "cooccurrence", **chosen: Unpack[Chosen]) -> pd.DataFrame:
        """How ranks and communities move if the network is thinned, by the usual rules.

        Args:
            layer, chosen: as in `graph`

        Returns:
            a row for each rule; see `actors.analysis.sensitivity.sensitivity`

        >>> study.backbones()["backbone"].unique().tolist()[:2]
        ['whole network', 'threshold']
        """
        from actors.analysis.sensitivity import sensitivity

        return sensitivity(self._study.graph(layer, **chosen))
