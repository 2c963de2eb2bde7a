"""Documents that could not be read to their end: they leave the study, and their reason stays."""

from __future__ import annotations

from collections.abc import Sequence

from actors.errors import NothingToRead
from actors.store.base import Store
from actors.types import Document, Skipped

__all__ = ["leave_out"]

_KEYS = "SELECT key FROM documents WHERE name IN (SELECT unnest(?))"


def leave_out(store: Store, failed: Sequence[Skipped]) -> None:
    """Put the reasons in the place of the documents; the next build tries them again.

    Raises:
        NothingToRead: no other document is in the study.
    """
    if not failed:
        return
    rows = store.connection.execute(_KEYS, [[one.name for one in failed]]).fetchall()
    store.remove_documents([key for (key,) in rows])
    store.add(failed)
    if next(iter(store.all(Document)), None) is None:
        raise NothingToRead((one.name, one.reason) for one in failed)
