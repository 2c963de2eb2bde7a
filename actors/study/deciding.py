"""Changes that an analyst makes: decisions, written to ``curation.yaml``, and removals.

Nothing that was read is changed by a decision: those about actors are applied when the corpus is
resolved (`actors.resolve.decisions`), those about relations when the network is made
(`actors.network.decisions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from actors.analysis.documents import document_key
from actors.errors import CurationError, NotFound
from actors.knowledge.folding import fold
from actors.names import CURATION_FILE
from actors.resolve import curation, writing
from actors.resolve.lookup import find
from actors.store import Run, Store
from actors.store.holdings import document_keys
from actors.study.updating import Clock, update
from actors.types import Actor, Rule, nameless

__all__ = ["LIGHT", "apply", "decide", "refuse_taken", "remove", "undo"]

LIGHT = 2_000
"""Mentions up to which the files of a study are written anew with every decision."""


def decide(
    store: Store,
    folder: Path | None,
    verb: str,
    about: object,
    *,
    because: str = "",
    by: str = "",
    on: str = "",
    says: Mapping[str, object] | None = None,
) -> list[str]:
    """Write a decision beside the study and apply it; return warnings.

    Actors are called as the file calls them: by their own names, keys or identifiers.
    `actors.analysis.finding.OwnNames` makes these of what was typed.

    Args:
        store: the records of the study, open for writing
        folder: where the study is; none for one in memory
        verb: ``merge``, ``split`` ...; see `actors.resolve.curation`
        about: whom or what it is about
        because: the reason
        by: who decides
        on: when, as the file will have it
        says: what else the decision needs

    Raises:
        CurationError: the decision can't be understood, matches nothing, gives an actor the
            name of another, or there is no file to write it to
    """
    path = _path(folder)
    if verb == "rename":
        refuse_taken(store, path.parent, str(about), str((says or {}).get("to", "")))
    writing.add(path, verb, about, because=because, by=by, on=on, says=says)
    try:
        place = curation.read(path)[-1].place
        return apply(store, folder, refused=f"{place}:")
    except CurationError:
        writing.undo(path)
        raise


def undo(store: Store, folder: Path | None) -> Rule:
    """Take the newest decision back; return it."""
    rule = writing.undo(_path(folder))
    apply(store, folder)
    return rule


def apply(
    store: Store, folder: Path | None, *, refused: str = "", largest: int | None = None
) -> list[str]:
    """Apply the decisions as they stand; return warnings.

    The files of the study are written anew at once where that is quick (`LIGHT`); those of a
    larger study are left to whoever looks at them next, see `actors.Study.refresh`.

    Args:
        store: the records of the study, open for writing
        folder: where the study is; none for one in memory
        refused: where a warning begins with this, the change is refused
        largest: mentions up to which the files are written anew; `LIGHT` if left out

    Raises:
        CurationError: a warning begins with ``refused``; nothing was changed
    """
    clock, limit = Clock(), LIGHT if largest is None else largest
    rules = curation.read(_path(folder)) if folder else []
    settings = list(store.all(Run))[-1].settings
    done = update(store, rules, settings, folder, clock, refused=refused, largest=limit)
    return list(done.warnings)


def remove(store: Store, folder: Path | None, names: Iterable[str]) -> list[str]:
    """Remove documents and resolve the rest anew, as if they had never been there.

    Decisions of people stay; those that match nothing any more are told.

    Args:
        store: the records of the study, open for writing
        folder: where the study is; none for one in memory
        names: documents as the study knows them, or paths that end alike where one fits

    Returns:
        warnings worth telling

    Raises:
        NotFound: no document has the name, or several do; nothing was removed
    """
    known = document_keys(store)
    store.remove_documents([document_key(name, known) for name in names])
    return apply(store, folder)


def refuse_taken(store: Store, folder: Path, actor: str, name: str) -> None:
    """Do nothing if an actor can take a name, or say whose it is.

    Case, accents and points make no other name of it.

    Raises:
        CurationError: another actor has the name; the message offers to make them one
    """
    everyone = [one for one in store.all(Actor) if not nameless(one)]
    try:
        renamed = find(everyone, actor)
    except NotFound:
        return  # The decision itself says so, and knows more ways to name an actor.
    for other in everyone:
        if other.key != renamed.key and fold(other.name) == fold(name):
            raise CurationError(
                f"{other.name!r} is another actor of the study ({other.key}): if both are one, "
                f"merge them (actors merge {folder} {other.name!r} {renamed.name!r}); "
                "otherwise choose another name"
            )


def _path(folder: Path | None) -> Path:
    if folder is None:
        raise CurationError("a study in memory has no curation.yaml: build it into a folder")
    return folder / CURATION_FILE
