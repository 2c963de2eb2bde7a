"""Everything that `actors` raises on purpose.

::

    ActorsError
    ├── ReadError          a document cannot be read; carries the reason a person can act on
    ├── NothingToRead      none of the inputs gave a document; says why for each
    ├── ModelError         a language model or a weight file is missing or does not fit
    ├── StoreError         a study on disk cannot be opened, read or written
    │   └── StudyBusy      another process is writing to the study
    ├── CurationError      a decision of the analyst cannot be understood or applied
    ├── NotFound           the actor, relation, run or plugin asked for does not exist
    │   └── Ambiguous      a name fits several actors; says what tells them apart
    └── SettingsError      options that do not fit together or lie out of range

Each message says what happened and what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable


class ActorsError(Exception):
    """Base of all errors that `actors` raises on purpose."""


class ReadError(ActorsError):
    """A document cannot be read.

    >>> str(ReadError("report.pdf", "encrypted: remove the password and try again"))
    'report.pdf: encrypted: remove the password and try again'
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class NothingToRead(ActorsError):
    """None of the inputs gave a document.

    ``skipped`` are (name, reason) pairs.

    >>> print(NothingToRead([("a.pdf", "it is empty")]))
    nothing to read:
      a.pdf: it is empty
    """

    def __init__(self, skipped: Iterable[tuple[str, str]]) -> None:
        self.skipped = tuple(skipped)
        super().__init__(self.skipped)

    def __str__(self) -> str:
        reasons = "".join(f"\n  {name}: {reason}" for name, reason in self.skipped)
        return f"nothing to read:{reasons}" if reasons else "nothing to read in what was given"


class ModelError(ActorsError):
    """A language model or a weight file is missing or does not fit."""


class StoreError(ActorsError):
    """A study on disk cannot be opened, read or written."""


class StudyBusy(StoreError):
    """Another process is writing to the study."""


class CurationError(ActorsError):
    """A decision of the analyst cannot be understood or applied."""


class NotFound(ActorsError):
    """The actor, relation, run or plugin asked for does not exist."""


class Ambiguous(NotFound):
    """A name fits several actors; the message says what tells them apart."""


class SettingsError(ActorsError):
    """Options that do not fit together or lie out of range."""
