"""The language model that is loaded is the one that the scores were measured with."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from actors.errors import ModelError
from actors.languages.en import model_check
from actors.types import Settings


def test_the_installed_model_is_the_measured_one() -> None:
    model_check.verify(Settings().model)


def test_a_damaged_model_is_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_check, "_digests", lambda: {Settings().model: "0" * 64})
    with pytest.raises(ModelError, match="pip install --force-reinstall en-core-web-sm"):
        model_check.verify(Settings().model)


@pytest.mark.parametrize("model", ["a_model_of_ones_own", "/a/folder/with-a-model", ""])
def test_other_models_are_not_checked(model: str) -> None:
    model_check.verify(model)


def test_the_digest_covers_names_and_contents(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two").write_bytes(b"2")
    (tmp_path / "a").write_bytes(b"1")
    expected = hashlib.sha256()
    for name, content in (("a", b"1"), ("b/two", b"2")):
        expected.update(name.encode() + hashlib.sha256(content).digest())
    assert model_check.digest(tmp_path) == expected.hexdigest()
    (tmp_path / "a").rename(tmp_path / "c")
    assert model_check.digest(tmp_path) != expected.hexdigest()
