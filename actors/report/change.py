"""What changed: who is told of when, what is told, and which pairs are new or have turned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from actors.factuality import asserting, leaning
from actors.network.slices import Period, stories_over_time
from actors.report.material import Material, Pair, StatedTie
from actors.report.periods import binned, length, periods, place_of
from actors.report.said import belonging, claim, deeds, of_pair
from actors.types import Evidence, Key
from actors.views import figures
from actors.views.blocks import (
    Block,
    Claim,
    Claims,
    Heading,
    Picture,
    Points,
    Section,
    Table,
    Text,
    Warn,
)
from actors.views.wording import count

_NAMES = {"+": "cooperation", "-": "conflict", "0": "requests and others"}
_COLOURS = {_NAMES["+"]: figures.COOPERATION, _NAMES["-"]: figures.CONFLICT, _NAMES["0"]: "#8b939c"}
_DRAWN, TESTED, _NAMED = 5, 20, 4
_WORTH = 3
"""Stories of one actor in one period below which lines over time show nothing."""
_FEW = 0.5
"""The share of documents with a day below which the reader is warned."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence that states what somebody did: its period, its sign, and of whom."""

    place: int
    sign: str
    pair: tuple[Key, Key]


def change(material: Material) -> Section | None:
    """Actors and statements period by period, changes of rate, and pairs that are new."""
    found = periods(material.days)
    if len(found) < 2:
        return None
    blocks = (
        *_limits(material, found),
        *_moved(material, found),
        *_signs(material, found),
        *_actors(material, found),
    )
    return Section("change", "What changed", blocks)


def _limits(material: Material, found: list[Period]) -> Iterator[Block]:
    dated, total = len(material.days), len(material.papers)
    yield Text(
        f"Each {length(found)} from {material.day(str(found[0].since))} to "
        f"{material.day(str(found[-1].until))}. A statement has the day that its text names, else "
        "that of its document. More documents bring more statements."
    )
    if dated < _FEW * total:
        yield Warn(
            f"Only {dated:,} of {count(total, 'document')} have a date; the others are missing "
            "from this section."
        )
    outside = dated - sum(binned(_dated(material), found))
    if outside:
        yield Text(f"{count(outside, 'document')} far from the others in time are left out.")


def _dated(material: Material) -> list[Evidence]:
    return [{"date": paper.day} for paper in material.papers if paper.day]


def _actors(material: Material, found: list[Period]) -> Iterator[Block]:
    """Stories that tell of the strongest actors, and where their share changes."""
    if material.whole is None:
        return
    told = stories_over_time(material.whole, found)
    strongest = [key for key in material.measures.index if sum(told.get(key, ()))][:_DRAWN]
    if not strongest:
        return
    series = {material.name(key): told[key] for key in strongest}
    labels = [material.day(str(each.since)) for each in found]
    unit = length(found)
    header = (f"{unit.title()} from", *series)
    rows = tuple(
        (label, *(f"{of[place]:,}" for of in series.values()))
        for place, label in enumerate(labels)
        if any(of[place] for of in series.values())
    )
    if max(map(max, series.values())) < _WORTH:
        return
    yield Picture(
        figures.lines(labels, series, ylabel=f"Stories a {unit}"),
        f"Stories that name the most connected actors, each {unit}.",
        f"Lines over {len(found)} periods for {', '.join(series)}.",
        Table("Stories by period", header, rows, frozenset(range(1, len(header)))),
    )
    said = list(_rates(material, found, told))
    tested = min(TESTED, len(told))
    if said:
        yield Text(
            f"The share of stories that tell of an actor changes for {len(said)} of the {tested} "
            "most connected; in brackets how often chance alone would make so large a step:"
        )
        yield Points(tuple(said))
    else:
        yield Text(
            f"For none of the {tested} most connected actors does the share of stories that tell "
            "of it change by more than chance would."
        )


def _rates(material: Material, found: list[Period], told: Mapping[Key, list[int]]) -> Iterator[str]:
    from actors.measures.changes import change_points

    stories = [
        len({paper.story for paper in material.papers if paper.day and paper.day in each})
        for each in found
    ]
    chosen = [key for key in material.measures.index if key in told][:TESTED]
    for key in chosen:
        exposure = [max(pair) for pair in zip(stories, told[key], strict=True)]
        points = change_points(told[key], exposure)
        if points:
            steps = "; ".join(
                f"from {material.day(str(found[one.at].since))} in {one.after:.0%} of stories, "
                f"before in {one.before:.0%} ({max(one.p, 0.001):.1%})"
                for one in points
            )
            yield f"{material.name(key)}: {steps}."


def _signs(material: Material, found: list[Period]) -> Iterator[Block]:
    statements = list(_statements(material, found))
    if not statements:
        return
    labels = [material.day(str(each.since)) for each in found]
    series = {
        _NAMES[sign]: [
            sum(one.place == place and one.sign == sign for one in statements)
            for place in range(len(found))
        ]
        for sign in _NAMES
    }
    unit = length(found)
    yield Picture(
        figures.bars(labels, series, _COLOURS, ylabel=f"Statements a {unit}"),
        f"Statements of cooperation and conflict, each {unit} from the day shown.",
        f"Stacked bars of statements over {len(labels)} periods of a {unit}.",
        _numbers(material, found, series, statements),
    )


def _statements(material: Material, found: list[Period]) -> Iterator[_Statement]:
    """What is stated in each period, a story counted once a tie; structure left out."""
    for source, target, about in material.stated:
        if belonging(about, material.types):
            continue
        seen: set[tuple[str, str]] = set()
        for one in about["evidence"]:
            place = place_of(one, found)
            if place >= 0 and (one["story"], one["text"]) not in seen:
                seen.add((one["story"], one["text"]))
                low, high = sorted((source, target))
                yield _Statement(place, leaning(about), (low, high))


def _numbers(
    material: Material,
    found: list[Period],
    series: dict[str, list[int]],
    statements: list[_Statement],
) -> Table:
    first: dict[tuple[Key, Key], int] = {}
    for one in statements:
        first[one.pair] = min(one.place, first.get(one.pair, one.place))
    fresh = [sum(place == at for at in first.values()) for place in range(len(found))]
    columns = (binned(_dated(material), found), *series.values(), fresh)
    rows = tuple(
        (material.day(str(period.since)), *(f"{column[place]:,}" for column in columns))
        for place, period in enumerate(found)
        if any(column[place] for column in columns)
    )
    header = (f"{length(found).title()} from", "Documents", *map(str.capitalize, series))
    caption = "Statements by period; periods without any are left out"
    return Table(caption, (*header, "New pairs"), rows, frozenset(range(1, 6)))


def _moved(material: Material, found: list[Period]) -> Iterator[Block]:
    """Pairs that turned, and those told of only in one half of the documents."""
    middle = place_of({"date": material.days[len(material.days) // 2]}, found)
    halves = {
        pair: {late for edge in edges for late in _halves(edge, found, middle)}
        for pair, edges in of_pair(deeds(material, "+-")).items()
    }
    if {late for of in halves.values() for _, late in of} != {True, False}:
        return
    since = material.day(str(found[middle].since))
    whens = {pair: {late for _, late in of} for pair, of in halves.items()}
    turned = [pair for pair, of in halves.items() if _turned(of)]
    for title, pairs in (
        (f"Turned on or after {since}", turned),
        (f"Told only since {since}, the middle of the documents", _only(whens, True)),
        (f"Told only before {since}", _only(whens, False)),
    ):
        if pairs:
            yield Heading(title)
            yield Claims(tuple(_claims(material, pairs)))


def _halves(edge: StatedTie, found: list[Period], middle: int) -> Iterator[tuple[str, bool]]:
    """The sign of a tie, and whether each of its dated sentences is of the later half."""
    for one in asserting(edge[2]):
        place = place_of(one, found)
        if place >= 0:
            yield leaning(edge[2]), place >= middle


def _turned(of: set[tuple[str, bool]]) -> bool:
    """Whether only one sign is told before, and only the other after."""
    before, after = ({sign for sign, late in of if late is half} for half in (False, True))
    return len(before) == len(after) == 1 and before != after


def _only(whens: Mapping[Pair, set[bool]], late: bool) -> list[Pair]:
    return [pair for pair, of in whens.items() if of == {late}]


def _claims(material: Material, pairs: list[Pair]) -> Iterator[Claim]:
    of = of_pair(deeds(material, "+-"))
    for pair in pairs[:_NAMED]:
        yield claim(material, of[pair], 2)
    if len(pairs) > _NAMED:
        yield Claim(f"and {count(len(pairs) - _NAMED, 'more pair')}")
