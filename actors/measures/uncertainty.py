"""How sure a measure, a rank or a tie is, given how few stories it rests on.

::

    ties per story --draw stories, add unseen ties--> networks --> measures, ranks --> intervals
         `resampling.ties`         `unseen.completed`    `quick`, `sampled`      `intervals`
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError
from actors.measures import intervals
from actors.measures.quick import ends
from actors.measures.replicates import Replicates, draw
from actors.measures.resampling import Ties, measured, ranks
from actors.types import Engine

_Array: TypeAlias = NDArray[np.float64]

FEW = 50
"""Stories below which readers are warned that a few reports decide what they see."""
NEW = 0.5
"""Share of new ties in one more story (Good & Turing: those told once, of all tellings) above
which readers are warned that most ties are unknown."""
NONE = 5
"""Stories below which there is nothing to draw from, and no interval is given."""
SEEN = 8
"""Stories that must tie an actor for its interval to hold; below, others of it went untold."""
GROWING = frozenset({"degree", "in_degree", "out_degree", "core_number"})
"""Measures that more ties can only raise: they are at least what was measured."""
_LEAST = 40
"""Replicates below which there are no intervals."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A measure of an actor, and its rank, each with the ends of an interval.

    ``stories`` is the number of stories that tie the actor to another; ``low`` and ``high``
    are not numbers (NaN) where the corpus is too small to say.
    """

    actor: str
    measure: str
    value: float
    low: float
    high: float
    rank: int
    rank_low: int
    rank_high: int
    stories: int


def bootstrap(
    found: Ties,
    names: Sequence[str],
    *,
    replicates: int = 500,
    seed: int = 0,
    level: float = 0.95,
    engine: Engine | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Interval]:
    """Intervals on measures and on ranks, by drawing stories with replacement.

    The truth is the network that the sources would give if they went on telling for ever, at
    the size of this corpus. Each replicate is a corpus of as many stories, joined by ties that
    no story told (`actors.measures.unseen`). Intervals are expanded percentiles; those on
    ranks are moved for half of the median bias. Chosen by simulation;
    ``docs/uncertainty.md`` says how often they hold the truth.

    Args:
        found: the ties of each story, see `actors.measures.resampling.ties`
        names: measures known to `actors.plugins`
        replicates: corpora to draw; 500 for a look, 2,000 to print
        seed: the same seed gives the same intervals, on every engine
        level: share of corpora whose interval should hold the truth
        engine: spreads the replicates over processes; this process if left out
        progress: called with replicates done, and of how many

    Returns:
        for each measure, each actor in the order of ``found.nodes``

    Raises:
        SettingsError: fewer than 40 replicates, a level outside 0 to 1, or a measure that
            needs the signs of ties where the rows have none, or the other way round
        NotFound: there is no such measure

    Source: Efron, B. & Tibshirani, R. J. (1993). *An Introduction to the Bootstrap*;
    Snijders, T. A. B. & Borgatti, S. P. (1999). Non-parametric standard errors and tests for
    network statistics. *Connections* 22(2), 161-170 (who draw actors, not stories).
    """
    check(replicates, level)
    numbers = range(replicates) if found.stories >= NONE else range(0)
    tell = (lambda done: progress(done, replicates)) if progress else None
    drawn = draw(found, names, seed, numbers, engine=engine, progress=tell)
    return interval_list(found, names, drawn, level=level)


def check(replicates: int, level: float) -> None:
    """Raise `SettingsError` for fewer than 40 replicates, or a level outside 0 to 1."""
    if replicates < _LEAST or not 0 < level < 1:
        raise SettingsError(
            f"{replicates} replicates at level {level}: use {_LEAST} or more (500 is usual), and a "
            "level between 0 and 1 such as 0.95"
        )


def interval_list(
    found: Ties, names: Sequence[str], drawn: Replicates, *, level: float = 0.95
) -> list[Interval]:
    """The intervals that `bootstrap` gives, from replicates that have been drawn already."""
    told = np.ones((1, found.stories))
    return [
        each
        for number, name in enumerate(names)
        for each in _intervals(found, name, measured(found, name, told), drawn.of(number), level)
    ]


def existence(rows: Iterable[tuple[str, str, str, float]]) -> dict[tuple[str, str], float]:
    r"""How likely it is that two actors are tied at all, from the confidences of the readings.

    Formula: :math:`1 - \prod (1 - c)` over stories, where *c* is the confidence of the
    surest sentence of a story: its sentences are not independent, stories are taken to be.

    Args:
        rows: (story, source, target, confidence from 0 to 1), a row each sentence

    Raises:
        SettingsError: a confidence lies outside 0 to 1

    >>> round(existence([("s1", "a", "b", 0.5), ("s1", "a", "b", 0.4), ("s2", "a", "b", 0.8)])[
    ...     "a", "b"], 6)
    0.9
    """
    surest: dict[tuple[str, str], dict[str, float]] = {}
    for story, source, target, confidence in rows:
        if not 0 <= confidence <= 1:
            raise SettingsError(f"a confidence is {confidence}: it must lie between 0 and 1")
        of = surest.setdefault((source, target), {})
        of[story] = max(of.get(story, 0.0), confidence)
    return {pair: 1 - float(np.prod([1 - c for c in of.values()])) for pair, of in surest.items()}


def warnings(found: Ties) -> tuple[str, ...]:
    """What to tell whoever reads the intervals, in plain words; nothing where all is well.

    >>> from actors.measures.resampling import ties
    >>> once = ties([(f"s{n}", "a", f"b{n}", 1.0) for n in range(60)])
    >>> print(warnings(once)[0])
    of what one more story would tell, 100 % would be ties that no story has told yet: a degree \
says how many ties were told, and there are more; strengths and leading ranks are surer
    """
    if found.stories < NONE:
        return (
            f"{found.stories} stories are too few to say anything of uncertainty: no "
            f"intervals are given (at least {NONE} are needed, {FEW} for a corpus to lean on)",
        )
    told = np.asarray((found.weights > 0).sum(axis=0)).ravel()
    new = float((told == 1).sum()) / max(1, told.sum())
    said = []
    if found.stories < FEW:
        said.append(
            f"only {found.stories} stories: ranks and measures may be an accident of a few "
            f"reports, and of actors that few stories tie the intervals say little"
        )
    if new > NEW:
        said.append(
            f"of what one more story would tell, {100 * new:.0f} % would be "
            "ties that no story has told yet: a degree says how many ties were told, and there "
            "are more; strengths and leading ranks are surer"
        )
    return tuple(said)


def story_counts(found: Ties) -> NDArray[np.intp]:
    """In how many stories each actor is tied to another."""
    told = (found.weights > 0).astype(float)
    tied = told.dot(ends("strength", len(found.nodes), found.pairs)) > 0
    return np.asarray(tied.sum(axis=0), dtype=np.intp).ravel()


def _intervals(
    found: Ties, name: str, observed: _Array, drawn: _Array, level: float
) -> Iterator[Interval]:
    value, rank = observed[0], ranks(observed)[0]
    low, high = _value_ends(found, value, drawn, level)
    if name in GROWING:
        low = np.where(np.isnan(low), low, value)
    first, last = _rank_ends(found, rank, drawn, level)
    seen = story_counts(found)
    for at, actor in enumerate(found.nodes):
        between = float(low[at]), float(high[at])
        places = int(rank[at]), int(first[at]), int(last[at])
        yield Interval(actor, name, float(value[at]), *between, *places, int(seen[at]))


def _value_ends(found: Ties, value: _Array, drawn: _Array, level: float) -> intervals.Ends:
    if not len(drawn):
        nothing = np.full(len(value), np.nan)
        return nothing, nothing
    tail = intervals.expanded(level, found.stories)
    return _around(value, intervals.percentiles(value, drawn, tail))


def _rank_ends(
    found: Ties, rank: NDArray[np.intp], drawn: _Array, level: float
) -> tuple[_Array, _Array]:
    """Whole places, the interval rounded outwards."""
    if not len(drawn):
        return np.ones(len(rank)), np.full(len(rank), float(len(rank)))
    tail = intervals.expanded(level, found.stories)
    places = ranks(drawn).astype(np.float64)
    observed = rank.astype(np.float64)
    low, high = _around(observed, intervals.percentiles(observed, places, tail, intervals.SHARE))
    return np.floor(low + 1e-9), np.ceil(high - 1e-9)


def _around(observed: _Array, between: intervals.Ends) -> intervals.Ends:
    """An interval that reaches what was observed, however far all replicates lie from it."""
    low, high = between
    return np.minimum(low, observed), np.maximum(high, observed)
