"""The annex: every tie that the documents state, pair by pair, with its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from actors.factuality import STATUSES, leaning, status
from actors.report.material import Material, Pair, StatedTie, in_order, place
from actors.report.said import clause
from actors.types import Evidence
from actors.views.blocks import Block, Entry, Quote, Section, Stated, Text
from actors.views.quoting import quote
from actors.views.wording import count


def annex(material: Material) -> Section:
    """All ties by pair, in the order of the names; each sentence is printed once."""
    if not material.pairs:
        return Section("ties", "Annex: all ties", (Text("No tie is stated."),), annex=True)
    told: set[object] = set()
    again = _reprints(material)
    ties = sum(map(len, material.pairs.values()))
    text = (
        f"{count(ties, 'tie')} of {count(len(material.pairs), 'pair')}, by name, with the "
        f"{count(len(material.numbers), 'sentence')} that they rest on. The words that state a tie "
        "are marked. A sentence is printed once; where it states another tie too, its number "
        "stands there. Confidence, from 0 to 1, says how plainly a tie is worded; it is no "
        "probability that it is true."
    )
    entries = (_entry(material, *pair, told, again) for pair in material.pairs.items())
    blocks: tuple[Block, ...] = (Text(text), *_open(material), *entries)
    return Section("ties", "Annex: all ties, with their sentences", blocks, annex=True)


def _open(material: Material) -> Iterator[Text]:
    """What the words for ties that do not hold mean, of those that are there."""
    found = {status(about) for *_, about in material.stated} - {"asserted"}
    meant = "; ".join(f"{name}: {told}" for name, told in STATUSES.items() if name in found)
    if meant:
        yield Text(f"Not all of them hold. {meant[:1].upper()}{meant[1:]}.")


def _reprints(material: Material) -> dict[object, list[str]]:
    """Where else each sentence is printed, by the place of its first printing."""
    found: dict[object, dict[str, None]] = {}
    for *_, about in material.stated:
        for one in in_order(about["evidence"]):
            where = " ".join(filter(None, (one["source"], material.day(one["date"]))))
            found.setdefault(place(one), {})[where or one["name"]] = None
    return {key: list(where)[1:] for key, where in found.items()}


def _entry(
    material: Material,
    pair: Pair,
    edges: Iterable[StatedTie],
    told: set[object],
    again: Mapping[object, list[str]],
) -> Entry:
    ties = tuple(_stated(material, edge, told, again) for edge in edges)
    return Entry(" – ".join(map(material.name, pair)), ties)


def _stated(
    material: Material, edge: StatedTie, told: set[object], again: Mapping[object, list[str]]
) -> Stated:
    about = edge[2]
    quotes: list[Quote] = []
    others: list[int] = []
    for one in in_order(about["evidence"]):
        if place(one) not in told:
            told.add(place(one))
            quotes.append(_quote(material, one, again[place(one)]))
        elif (number := material.number(one)) not in (*others, *(q.number for q in quotes)):
            others.append(number)
    said = (
        status(about) if status(about) != "asserted" else "",
        count(int(about["weight"]), "sentence"),
        count(about["stories"], "story", "stories") if about["stories"] > 1 else "",
        f"confidence {about['confidence']:.2f}",
    )
    words = clause(material, edge)
    return Stated(
        words, ", ".join(filter(None, said)), leaning(about), tuple(quotes), tuple(others)
    )


def _quote(material: Material, one: Evidence, again: list[str]) -> Quote:
    found = quote(one, day=material.day, number=material.number(one))
    where = f"{found.where}; also {', '.join(again)}" if again else found.where
    return Quote(
        *(found.before, found.words, found.after, where, found.notes, found.document),
        number=found.number,
    )
