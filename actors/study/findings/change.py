"""Changes over time: what is reported in each period, and which ties are new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from actors.knowledge.calendar import span
from actors.study.findings.material import Material, count
from actors.study.findings.periods import binned, length, periods, place_of
from actors.study.findings.relations import leaning, structural
from actors.types import Key
from actors.views import figures
from actors.views.blocks import Block, Picture, Section, Table, Text

NAMES = {"+": "cooperation", "-": "conflict", "0": "requests and others"}
COLOURS = {NAMES["+"]: figures.COOPERATION, NAMES["-"]: figures.CONFLICT, NAMES["0"]: "#8b939c"}
Statement = tuple[str, str, tuple[Key, Key]]


def change(material: Material) -> Section | None:
    """Statements a period by sign, and pairs that are reported for the first time."""
    labels = periods(material.days)
    statements = list(_statements(material, labels))
    if len(labels) < 2 or not statements:
        return None
    series = {
        NAMES[sign]: binned([day for day, other, _ in statements if other == sign], labels)
        for sign in NAMES
    }
    numbers = _numbers(material, labels, series, statements)
    unit = length(labels)
    picture = Picture(
        figures.bars(labels, series, COLOURS, ylabel=f"Statements a {unit}"),
        f"Statements of cooperation and conflict, each {unit} from the day shown.",
        f"Stacked bars of statements over {len(labels)} periods of a {unit}.",
        numbers,
    )
    text = Text(
        "A statement is dated by the day the text gives for the event, else by the day of the "
        "document; events before the first document are left out. Compare with the number of "
        "documents: more reports bring more statements."
    )
    return Section("change", "Changes over time", (text, picture, *_new(material, statements)))


def _statements(material: Material, labels: list[str]) -> Iterator[Statement]:
    """Day, sign and pair of what is stated, a story counted once a tie; structure left out."""
    for source, target, about in material.stated:
        if structural(about["type"]):
            continue
        seen: set[tuple[str, str]] = set()
        for one in about["evidence"]:
            day = _day(one["event_date"], one["date"])
            if day and place_of(day, labels) >= 0 and (one["story"], one["text"]) not in seen:
                seen.add((one["story"], one["text"]))
                low, high = sorted((source, target))
                yield day, leaning(about), (low, high)


def _day(event: str, told: str) -> str:
    """The day to count a statement on.

    What is known to the month or year only is counted on the day of the document where that
    lies in it, else on the first day.

    >>> _day("2021-07-05", "2021-07-09"), _day("2021-07", "2021-07-09"), _day("2020", "2021-07-09")
    ('2021-07-05', '2021-07-09', '2020-01-01')
    """
    days, document = span(event), span(told)
    if days is None:
        return told
    inside = document is not None and days[0] <= document[0] <= days[1]
    return told if inside else days[0].isoformat()


def _numbers(
    material: Material,
    labels: list[str],
    series: dict[str, list[int]],
    statements: list[Statement],
) -> Table:
    documents = binned(material.days, labels)
    fresh = binned(_first_days(statements).values(), labels)
    rows = tuple(
        (period, *(f"{column[place]:,}" for column in (documents, *series.values(), fresh)))
        for place, period in enumerate(labels)
    )
    header = (
        f"{length(labels).title()} from",
        "Documents",
        *map(str.capitalize, series),
        "New pairs",
    )
    return Table("Statements by period", header, rows, frozenset(range(1, 6)))


def _first_days(statements: list[Statement]) -> dict[tuple[Key, Key], str]:
    first: dict[tuple[Key, Key], str] = {}
    for day, _, pair in sorted(statements):
        first.setdefault(pair, day)
    return first


def _new(material: Material, statements: list[Statement]) -> Iterator[Block]:
    """Pairs seen only in the later half of the documents, and only in the earlier."""
    middle = material.days[len(material.days) // 2]
    halves: dict[tuple[Key, Key], set[bool]] = {}
    for day, _, pair in statements:
        halves.setdefault(pair, set()).add(day >= middle)
    if {late for found in halves.values() for late in found} != {True, False}:
        return
    rows = tuple(_moved(material, halves, late) for late in (False, True))
    yield Table(
        f"Pairs reported before {middle} or from then on, but not both (the documents' middle)",
        ("When", "Pairs", "Among them"),
        rows,
        frozenset({1}),
    )


def _moved(material: Material, halves: dict[Any, set[bool]], late: bool) -> tuple[str, str, str]:
    pairs = [
        " – ".join(sorted(map(material.name, pair)))
        for pair, found in halves.items()
        if found == {late}
    ]
    degree = material.measures["strength"].to_dict()
    strongest = sorted(
        (pair for pair, found in halves.items() if found == {late}),
        key=lambda pair: (-sum(degree.get(key, 0) for key in pair), *map(material.name, pair)),
    )
    named = [" – ".join(sorted(map(material.name, pair))) for pair in strongest[:8]]
    return ("only later" if late else "only earlier", count(len(pairs), "pair"), "; ".join(named))
