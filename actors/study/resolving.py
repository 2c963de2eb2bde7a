"""Who is who in a study, by the rules and by what people decided.

What the rules find costs most of it and depends on no decision, so the study keeps it
until a document, a reading or the list of known actors changes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from actors import resolve as room
from actors.analysis.documents import fitting
from actors.program import program
from actors.resolve.naming import Group
from actors.resolve.unnamed import called, noun
from actors.store.holdings import document_keys
from actors.store.records import GROUPED, RESOLVED, GroupRow
from actors.study.correcting import corrections
from actors.types import Document, Extract, Judgement, Key

if TYPE_CHECKING:
    from actors.store import Store
    from actors.types import Rule

__all__ = ["grouped", "keep", "resolution", "settled", "with_documents"]


def keep(store: Store, found: room.Resolution) -> None:
    """Put a resolution in the place of the old one; what the rules found is part of it."""
    made = _hash(found)
    if store.mark(RESOLVED) == made:
        return
    store.replace_resolution(found.judgements, found.actors, found.corrections)
    store.set_mark(RESOLVED, made)
    if store.mark(GROUPED) != program():
        store.set_mark(GROUPED, program())


def _hash(found: room.Resolution) -> Key:
    """A hash of who is who and why, without all of it in memory as one text."""
    digest = hashlib.blake2b(digest_size=10)
    for each in chain(found.judgements, found.actors, found.corrections):
        digest.update(repr(each).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def resolution(store: Store, rules: Iterable[Rule] = ()) -> room.Resolution:
    """Who is who by the rules and the decisions; what the study says of it stays as it is."""
    return settled(store, grouped(store), rules)


def settled(
    store: Store,
    found: room.Grouping,
    rules: Iterable[Rule],
    replay: room.Replay | None = None,
) -> room.Resolution:
    """Who is who by what the rules found and by the decisions.

    Args:
        store: the records of a study
        found: what the rules found
        rules: the decisions, in their order
        replay: of what the rules found, if decisions are made one after the other
    """
    decisions = list(rules)
    if any(rule.verb == "split" for rule in decisions):
        decisions = with_documents(decisions, document_keys(store))
    told: list[str] = []
    while True:
        corrected = corrections(store, decisions)
        made = room.settle(found, corrected.rules, corrected.gone, replay)
        if not made.unplaced:
            break
        failed = [rule for rule, placed in corrected.placed if placed in made.unplaced]
        places = tuple(f"{rule.place or rule.verb}: " for rule in failed)
        told += [each for each in made.warnings if each.startswith(places)]
        decisions = [rule for rule in decisions if not any(rule is one for one in failed)]
    warnings = (*corrected.warnings, *told, *made.warnings)
    return replace(made, corrections=corrected.named_after(made), warnings=warnings)


def with_documents(rules: Iterable[Rule], known: Mapping[str, Key]) -> list[Rule]:
    """Decisions in which documents that a split names by their files have their keys too.

    Args:
        rules: as they are written; a name that fits several documents means none of them
        known: names of documents to their keys

    >>> from actors.types import Rule
    >>> rule = Rule("split", "George Bush", {"off": ["may.txt", "Bush Senior"]})
    >>> with_documents([rule], {"reports/may.txt": "k1"})[0].says["off"]
    ['may.txt', 'Bush Senior', 'k1']
    """
    found = []
    for rule in rules:
        off = rule.says.get("off") if rule.verb == "split" else None
        meant = [fitting(str(each), known) for each in off or ()]
        keys = [known[names[0]] for names in meant if len(names) == 1]
        found.append(replace(rule, says={**rule.says, "off": [*off, *keys]}) if off else rule)
    return found


def grouped(store: Store) -> room.Grouping:
    """What the rules find, worked out anew only where something changed."""
    if store.mark(GROUPED) == program():
        return _kept(store)
    stories = _stories(store)
    candidates = room.candidates(store.all(Extract), store.all(Document), stories)
    found = room.group(candidates, store.known())
    store.replace_groups(map(_row, found.groups))
    return found


def _stories(store: Store) -> dict[Key, Key]:
    """Which documents tell the same story; worked out anew where a document was read."""
    told = store.stories()
    if told.keys() != set(document_keys(store).values()):
        told = room.stories(store.all(Document))
        repeated = room.reprints(store.all(Document), store.all(Extract), told)
        store.replace_stories(told, repeated)
    return told


def _row(group: Group) -> GroupRow:
    members = tuple(sorted(key for member in group.members for key in member.entity_keys()))
    about = (group.set_name, group.set_kind, group.set_subtype, group.set_identifiers)
    return GroupRow(members, *about)


def _kept(store: Store) -> room.Grouping:
    """What the rules found when they were asked last."""
    entities = room.in_one_script(
        room.named(row.document, row.entity, row.published, row.names) for row in store.entities()
    )
    known = {one.key: called(one) if noun(one) else one for one in entities}
    groups = tuple(
        Group(tuple(known[key] for key in row.members), row.name, row.kind, row.subtype,
              row.identifiers)
        for row in store.groups()
    )  # fmt: skip
    judgements = tuple(each for each in store.all(Judgement) if each.by != "person")
    return room.Grouping(groups, judgements)
