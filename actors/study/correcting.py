"""Single mentions that people corrected, in the documents that their decisions name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors import resolve as room
from actors.analysis.documents import fitting
from actors.store.holdings import document_keys
from actors.types import Correction, Key, Rule, entity_key

if TYPE_CHECKING:
    from actors.store import Store

__all__ = ["Corrections", "corrections"]


@dataclass(frozen=True, slots=True)
class Corrections:
    """What decisions about single mentions change.

    ``rules`` are all decisions, as `actors.resolve.settle` takes them; ``placed`` those about
    mentions, each as it is in the file and as it is taken; ``records`` what is written.
    """

    rules: tuple[Rule, ...]
    records: tuple[Correction, ...] = ()
    warnings: tuple[str, ...] = ()
    placed: tuple[tuple[Rule, Rule], ...] = ()

    @property
    def gone(self) -> frozenset[Key]:
        """The entities of which no mention is left."""
        return frozenset(
            entity_key(one.document, name) for one in self.records for name in one.gone
        )

    def named_after(self, made: room.Resolution) -> tuple[Correction, ...]:
        """The records, with the kinds and names of the actors that the mentions mean."""
        hands = {entity_key(one.document, each.id) for one in self.records for each in one.entities}
        keys = {made.members[one]: one for one in hands if one in made.members}
        found = {one.key: one for one in made.actors if one.key in keys}
        actors = {one: found[made.members[one]] for one in hands if one in made.members}
        return tuple(room.named_after(one, actors) for one in self.records)


def corrections(store: Store, rules: Sequence[Rule]) -> Corrections:
    """What decisions about single mentions change in the documents that they name.

    Args:
        store: the records of a study
        rules: all decisions, in their order
    """
    named, warnings = _by_document(store, rules)
    placed: list[tuple[Rule, Rule]] = []
    records = []
    for document, extract in (store.readings(named) if named else {}).values():
        mine = named[document.key]
        found = room.correct(document, extract, mine, _paragraphs(document.text))
        warnings += found.warnings
        placed += found.placed
        records.append(room.difference(extract, found.extract))
    changed = tuple(one for one in records if one.out or one.mentions)
    return Corrections(_taken(rules, placed), changed, tuple(warnings), tuple(placed))


def _taken(rules: Iterable[Rule], placed: Iterable[tuple[Rule, Rule]]) -> tuple[Rule, ...]:
    """All decisions, those about mentions as they are taken, without what is done already."""
    meant = {id(rule): other for rule, other in placed}
    return tuple(
        meant.get(id(rule), rule)
        for rule in rules
        if id(rule) in meant or not _decides_mention(rule)
    )


def _decides_mention(rule: Rule) -> bool:
    return room.about_mention(rule) and rule.verb != "unsure"


def _by_document(store: Store, rules: Iterable[Rule]) -> tuple[Mapping[Key, list[Rule]], list[str]]:
    """The decisions about mentions by their documents, and which name no document."""
    named: dict[Key, list[Rule]] = {}
    warnings: list[str] = []
    about = list(filter(_decides_mention, rules))
    known = document_keys(store) if about else {}
    for rule in about:
        name = str(rule.about["document"])
        found = [name] if name in known else fitting(name, known)
        if len(found) == 1:
            named.setdefault(known[found[0]], []).append(rule)
            continue
        problem = "no document is called" if not found else "several documents may be"
        warnings.append(f"{rule.place or rule.verb}: {rule.verb}: not applied, {problem} {name!r}")
    return named, warnings


def _paragraphs(text: str) -> list[int]:
    from actors.languages.en.reading import paragraphs

    return paragraphs(text)
