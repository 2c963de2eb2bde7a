"""What a language must and may give: the fields of ``pack.toml``, and a function that reads."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from actors.errors import SettingsError
from actors.types import Document, Extract, Settings

if TYPE_CHECKING:
    from actors.knowledge.own import Known
    from actors.languages.explanation import Explainer

__all__ = ["ABILITIES", "PACK_FILE", "READ_AT_ONCE", "LanguageReader", "Pack", "load_pack"]

PACK_FILE = "pack.toml"

ABILITIES = (
    *("names", "who is who", "metonymy", "relations", "factuality", "attribution", "dates"),
    "attitudes",
)
"""What a pack may be able to do; what it doesn't name is left out of a reading, never guessed."""

READ_AT_ONCE = 150_000
"""Characters of a document that are read at once: some fifty pages. A longer one has parts."""


class LanguageReader(Protocol):
    """Reads some documents of one language."""

    def __call__(
        self, documents: Sequence[Document], settings: Settings, known: tuple[Known, ...] = ()
    ) -> list[Extract]:
        """What each document says, in the order given."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One language: what can be read in it, and by what.

    ``code`` is the ISO 639-1 code, ``reader`` the function that reads as ``module:name``,
    ``explainer`` the one that tells why something is read, if there is one. ``can`` lists
    `ABILITIES`. ``needs`` are modules that have to be installed, which ``extra`` does. ``script``
    is the script as Unicode calls it; ``parser`` and ``scheme`` name the parser and its labels, if
    there is one.
    """

    code: str
    name: str
    reader: str
    folder: Path
    can: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    extra: str = ""
    script: str = "LATIN"
    parser: str = ""
    scheme: str = ""
    capitals: bool = True
    cases: bool = False
    pro_drop: bool = False
    letters: str = ""
    explainer: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Modules that the pack needs and that aren't installed."""
        return tuple(module for module in self.needs if find_spec(module) is None)

    @property
    def cannot(self) -> tuple[str, ...]:
        """What the pack leaves out."""
        return tuple(ability for ability in ABILITIES if ability not in self.can)

    def load(self) -> LanguageReader:
        """The function that reads documents of this language."""
        read: LanguageReader = _named(self.reader)
        return read

    def load_explainer(self) -> Explainer | None:
        """The function that tells why something is read, where the pack has one."""
        explain: Explainer | None = _named(self.explainer) if self.explainer else None
        return explain


def _named(target: str) -> Any:
    """What ``module:name`` is."""
    module, _, name = target.partition(":")
    return getattr(import_module(module), name)


def load_pack(folder: Path) -> Pack:
    """The pack that a folder's ``pack.toml`` describes.

    Raises:
        SettingsError: the file is missing or damaged, or has fields that a pack doesn't have.

    >>> load_pack(Path(__file__).with_name("en")).name
    'English'
    """
    path = folder / PACK_FILE
    try:
        said = tomllib.loads(path.read_text("utf-8"))
        return Pack(folder=folder, **_told(said))
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingsError(f"{path} describes no language: {error}") from error


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """The fields, lists as tuples."""
    known = {each.name for each in fields(Pack)} - {"folder"}
    if unknown := sorted(said.keys() - known):
        raise TypeError(f"a pack has no {', '.join(unknown)}; it has {', '.join(sorted(known))}")
    return {name: tuple(each) if isinstance(each, list) else each for name, each in said.items()}
