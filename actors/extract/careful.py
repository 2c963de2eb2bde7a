"""Read documents one way or the other: a document that makes a step fail is told, not the end."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import TYPE_CHECKING

from actors.errors import ActorsError
from actors.extract.limits import OverTime, within
from actors.types import Document, Extract, Settings, Skipped

if TYPE_CHECKING:
    from actors.knowledge.own import Known

__all__ = ["DEBUG", "read_each"]

DEBUG = "ACTORS_DEBUG"
"""The environment variable that asks for the traceback of what makes a document fail."""
_TOO_LONG = "takes longer than {} s to read: split it into parts, or allow more with --seconds"
_TOLD = 200
"""Characters of an error that its reason repeats."""


def read_each(
    documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
) -> list[Extract | Skipped]:
    """What each document says, or why it can't be read, in the order given.

    All are read together; only if that fails, each is read alone. Each may take
    ``settings.seconds`` of the processor.

    Raises:
        ModelError: the pipeline that ``settings.model`` names is not installed.
    """
    from actors.extract import extract

    try:
        with within(settings.seconds * len(documents)):
            return list(extract(documents, settings, known))
    except ActorsError:
        raise  # not the document's fault
    except OverTime:
        if len(documents) == 1:
            return [Skipped(documents[0].name, _TOO_LONG.format(settings.seconds))]
    except Exception as error:  # noqa: BLE001 - a document may make any step fail in any way
        if len(documents) == 1:
            return [_skipped(documents[0], error)]
    return [read for one in documents for read in read_each([one], settings, known)]


def _skipped(document: Document, error: Exception) -> Skipped:
    if os.environ.get(DEBUG):
        print(f"{document.name}:", file=sys.stderr)
        traceback.print_exception(error)
    if isinstance(error, MemoryError):
        return Skipped(document.name, "takes more memory than there is: split it into parts")
    what = f"{type(error).__name__}: {error}"[:_TOLD]
    advice = f"a fault of this program, please report it ({DEBUG}=1 shows where it is)"
    return Skipped(document.name, f"could not be read to its end ({what}): {advice}")
