"""One table of everything swappable."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from actors import plugins
from actors.errors import NotFound


def add(monkeypatch: pytest.MonkeyPatch, name: str, target: str) -> None:
    point = EntryPoint(name, target, "actors.exporters")

    def found(group: str) -> EntryPoints:
        return EntryPoints([point]).select(group=group)

    monkeypatch.setattr(plugins, "entry_points", found)


@pytest.mark.parametrize(
    ("group", "name"),
    [(group, name) for group in plugins.BUILT_IN for name in plugins.names(group)],
)
def test_every_plugin_can_be_imported_and_called(group: str, name: str) -> None:
    assert callable(plugins.load(group, name))


def test_a_package_adds_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    add(monkeypatch, "dumped", "json:dumps")
    assert plugins.names("exporters")[-1] == "dumped"
    assert plugins.load("exporters", "dumped")([1]) == "[1]"


def test_a_package_cannot_take_the_name_of_a_built_in(monkeypatch: pytest.MonkeyPatch) -> None:
    before = plugins.load("exporters", "json")
    add(monkeypatch, "json", "json:dumps")
    assert plugins.load("exporters", "json") is before
    assert plugins.names("exporters").count("json") == 1


@pytest.mark.parametrize("target", ["no_such_module:write", "json:no_such_function"])
def test_a_plugin_that_cannot_be_imported_says_so(
    monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    add(monkeypatch, "broken", target)
    with pytest.raises(NotFound, match=r"'broken'.*cannot be imported"):
        plugins.load("exporters", "broken")


def test_what_is_not_there_is_answered_with_what_is() -> None:
    told = "no exporter is called 'xml'; there are: gexf, gexf-dynamic, graphml"
    with pytest.raises(NotFound, match=told):
        plugins.load("exporters", "xml")
    with pytest.raises(NotFound, match="no kind of plugin is called 'cats'; there are: readers"):
        plugins.load("cats", "tom")
