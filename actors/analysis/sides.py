"""The two sides of a comparison: two studies, two periods of one, or two of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from actors.errors import NotFound, SettingsError
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

    from actors.study.study import Study


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its network with all sentences, and its stories, those without ties included."""

    label: str
    graph: nx.MultiDiGraph[Any]
    stories: frozenset[Key]


def two_studies(first: Study, second: Study, **level: Any) -> tuple[Side, Side]:
    """Two corpora. An actor of the second is that of the first with which it shares an
    identifier, or else its name and kind."""
    import networkx as nx

    from actors.analysis.whole import stories, whole

    one, other = whole(first, **level), whole(second, **level)
    renamed = nx.relabel_nodes(other, same_actors(one, other), copy=True)
    labels = _labels(first, second)
    return (
        Side(labels[0], one, frozenset(stories(first))),
        Side(labels[1], renamed, frozenset(stories(second))),
    )


def two_periods(
    study: Study, first: tuple[date | None, date | None], second: tuple[date | None, date | None],
    **level: Any,
) -> tuple[Side, Side]:  # fmt: skip
    """Two periods, the days given included; sentences by the day of the event where known.

    Raises:
        NotFound: no document has a date
    """
    from actors.analysis.timeline import span
    from actors.analysis.whole import stories, whole
    from actors.network.views import during

    span(study)

    graph = whole(study, **level)
    one, other = (
        Side(
            f"{since or ''}..{until or ''}",
            during(graph, since, until),
            frozenset(stories(study, since, until)),
        )
        for since, until in (first, second)
    )
    return one, other


def two_sources(study: Study, first: str, second: str, **level: Any) -> tuple[Side, Side]:
    """Two outlets, by the names that the documents give them.

    Raises:
        NotFound: no document has the source; the message lists those there are
    """
    from actors.analysis.whole import stories, whole
    from actors.network.views import from_sources

    graph = whole(study, **level)
    found = []
    for source in (first, second):
        told = stories(study, sources=[source])
        if not told:
            known = ", ".join(sources(study)) or "none at all"
            raise NotFound(f"no document has the source {source!r}; there are: {known}")
        found.append(Side(source, from_sources(graph, source), frozenset(told)))
    return found[0], found[1]


def sources(study: Study) -> list[str]:
    """The sources that the documents of a study name."""
    with study.store() as store:
        rows = store.connection.execute(
            "SELECT DISTINCT source FROM documents WHERE source IS NOT NULL ORDER BY source"
        ).fetchall()
    return [source for (source,) in rows]


def parse_period(text: str) -> tuple[date | None, date | None]:
    """Read ``FROM..TO``; either may be left out.

    Raises:
        SettingsError: it is not two ISO dates in order

    >>> parse_period("2021-07-01..2021-07-10")
    (datetime.date(2021, 7, 1), datetime.date(2021, 7, 10))
    >>> parse_period("..2021-07-10")[0] is None
    True
    """
    first, dots, last = text.partition("..")
    try:
        since = date.fromisoformat(first) if first else None
        until = date.fromisoformat(last) if last else None
    except ValueError:
        since = until = None
    backwards = since and until and until < since
    if not dots or not (since or until) or backwards:
        raise SettingsError(
            f"the period {text!r} cannot be read: write it as 2021-07-01..2021-07-10"
        )
    return since, until


def as_days(period: str | Sequence[date | str | None]) -> tuple[date | None, date | None]:
    """The first and the last day of a period, in whatever way it is given.

    Args:
        period: ``"2021-07-01..2021-07-10"``, or two days (dates, or strings such as
            ``"2021-07-01"``); an end left out, `None` or empty is open

    Raises:
        SettingsError: it is not two days in order

    >>> as_days(("2021-07-01", None))
    (datetime.date(2021, 7, 1), None)
    """
    if isinstance(period, str):
        return parse_period(period)
    if len(period) != 2:
        raise SettingsError(f"a period has a first and a last day, not {len(period)} days")
    first, last = (str(day)[:10] if day else "" for day in period)
    return parse_period(f"{first}..{last}") if first or last else (None, None)


def same_actors(first: nx.MultiDiGraph[Any], second: nx.MultiDiGraph[Any]) -> dict[Key, Key]:
    """Which actor of the first network each of the second is; one-to-one, others left out.

    >>> import networkx as nx
    >>> one, other = nx.MultiDiGraph(), nx.MultiDiGraph()
    >>> one.add_node("a", name="Iran", kind="country", identifiers=(("iso3166", "IR"),))
    >>> other.add_node("z", name="Islamic Republic", kind="country",
    ...                identifiers=(("iso3166", "IR"),))
    >>> same_actors(one, other)
    {'z': 'a'}
    """
    known: dict[object, Key] = {}
    for node, about in first.nodes(data=True):
        for sign in _signs(about):
            known.setdefault(sign, node)
    found = {node: node for node in second if node in first}
    taken = set(found)
    for node, about in second.nodes(data=True):
        fitting = [known[sign] for sign in _signs(about) if sign in known]
        if node not in found and fitting and fitting[0] not in taken:
            found[node] = fitting[0]
            taken.add(fitting[0])
    return found


def _signs(about: dict[str, Any]) -> list[object]:
    """What tells an actor, the surest first."""
    return [*about["identifiers"], (about["kind"], str(about["name"]).casefold())]


def _labels(first: Study, second: Study) -> Sequence[str]:
    names = [study.folder.resolve().name if study.path else "memory" for study in (first, second)]
    if names[0] != names[1]:
        return names
    return [str(study.path or f"memory {at}") for at, study in enumerate((first, second), 1)]
