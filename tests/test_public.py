"""What a user sees of the package: short lists, and names that are there."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import actors
from actors.frames.columns import as_markdown
from tools.frame_columns import PAGE, written

MODULES = [
    found.name
    for found in pkgutil.walk_packages(actors.__path__, "actors.")
    if not found.name.endswith("__main__")
]


def test_the_package_lists_only_what_a_user_wants() -> None:
    assert dir(actors) == [
        "ActorsError",
        "Settings",
        "Study",
        "__version__",
        "build",
        "open_study",
    ]


def test_everything_it_lists_is_there() -> None:
    assert all(getattr(actors, name) is not None for name in dir(actors))
    assert issubclass(actors.errors.NotFound, actors.ActorsError)


@pytest.mark.parametrize("name", ["actors", *MODULES])
def test_every_public_name_of_a_module_is_there(name: str) -> None:
    module = importlib.import_module(name)
    missing = [each for each in getattr(module, "__all__", ()) if not hasattr(module, each)]
    assert missing == []


def test_the_docs_list_the_columns_as_they_are() -> None:
    page = PAGE.read_text("utf-8")
    assert as_markdown() in page, "run: python tools/frame_columns.py"
    assert written(page) == page
