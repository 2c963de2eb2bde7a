"""Check that the files of a language model are the ones that this version was measured with."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from importlib import resources, util
from pathlib import Path

from actors.errors import ModelError

__all__ = ["digest", "verify"]


def verify(model: str) -> None:
    """Compare an installed spaCy pipeline with the digest in ``data/models.toml``.

    A pipeline that has no entry there is the user's own choice and is not checked.

    Raises:
        ModelError: the files are not the released ones, for example after a broken download
    """
    expected = _digests().get(model)
    folder = _folder(model) if expected else None
    if folder is not None and digest(folder) != expected:
        raise ModelError(
            f"the files of the language model {model!r} are damaged or were changed: "
            f"run pip install --force-reinstall {model.replace('_', '-')}"
        )


def digest(folder: Path) -> str:
    """Return the SHA-256 of all files below a folder: their paths and contents, in order.

    >>> digest(Path(__file__).parent / "weights") == digest(Path(__file__).parent / "data")
    False
    """
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file():
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _folder(model: str) -> Path | None:
    """The folder of data inside the package of a pipeline; `None` if it is not installed."""
    found = util.find_spec(model) if model.isidentifier() else None
    if found is None or found.origin is None:
        return None
    return next(Path(found.origin).parent.glob(f"{model}-*"), None)


@lru_cache(maxsize=1)
def _digests() -> dict[str, str]:
    """The digest of each model that this version was measured with."""
    text = resources.files("actors.languages.en").joinpath("data/models.toml").read_text("utf-8")
    return {name: entry["sha256"] for name, entry in tomllib.loads(text).items()}
