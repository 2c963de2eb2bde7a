"""Packs: what they say they can do, what is wrong with one, and what other packages add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path

import pytest
from click.testing import CliRunner

from actors import plugins
from actors.cli.languages import command
from actors.errors import SettingsError
from actors.languages import ABILITIES, Pack, codes, find_pack, installed, load_pack, packs
from actors.languages.check import problems

TOML = 'code = "xx"\nname = "Test"\nreader = "actors.languages.en.reader:read"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Pack]:
    """A pack with some tables."""

    def made(toml: str = TOML, **tables: str) -> Pack:
        (tmp_path / "pack.toml").write_text(toml, "utf-8")
        for name, text in tables.items():
            room, _, table = name.partition("_")
            path = tmp_path / room / f"{table}.tsv"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        return load_pack(tmp_path)

    return made


@pytest.mark.parametrize("code", codes())
def test_nothing_is_wrong_with_our_packs(code: str) -> None:
    pack = find_pack(code)
    assert pack is not None
    assert list(problems(pack)) == []


def test_english_can_do_everything() -> None:
    assert packs()[0].code == "en"
    assert packs()[0].cannot == ()


def test_what_a_pack_does_not_name_it_cannot_do(folder: Callable[..., Pack]) -> None:
    assert folder().cannot == ABILITIES


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("", "code"),
        (TOML + "speed = 3\n", "a pack has no speed"),
        ("code = ", "describes no language"),
    ],
)
def test_a_damaged_pack_says_what_is_wrong(
    folder: Callable[..., Pack], toml: str, said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        folder(toml)


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"names_states": "id\tnames\nTJ\tX\n"}, "the columns are id, names; they should be"),
        ({"names_seats": "state\tnames\nRU\n"}, "line 2: 1 fields, but 2 columns"),
        ({"names_press": "name\tpress\na\tA\na\tA\n"}, "written 2 times: a | A"),
        (
            {"names_states": "id\tnames\tadjectives\tdemonyms\tcapitals\nQQ\tX\t\t\t\n"},
            "no state has the code 'QQ'",
        ),
        (
            {"names_bodies": "id\tnames\tacronyms\tpeople\nnobody\tX\t\t\n"},
            "no organisation has the id 'nobody'",
        ),
        ({"lexicon_verbs": "word\ttype\ngo\tfly\n"}, "'go' has no type of tie: 'fly'"),
    ],
)
def test_a_mistake_in_a_table_is_told(
    folder: Callable[..., Pack], tables: dict[str, str], said: str
) -> None:
    assert any(said in problem for problem in problems(folder(**tables)))


def test_what_needs_another_ability_is_told(folder: Callable[..., Pack]) -> None:
    pack = folder(TOML + 'can = ["relations"]\n')
    assert "pack.toml: can has 'relations', which needs 'names'" in list(problems(pack))


def test_a_reader_that_is_not_there_is_told(folder: Callable[..., Pack]) -> None:
    pack = replace(folder(), reader="actors.nothing:read")
    assert any("can't be imported" in problem for problem in problems(pack))


def test_an_explainer_that_is_not_there_is_told(folder: Callable[..., Pack]) -> None:
    pack = replace(folder(), explainer="actors.extract:no_such_function")
    said = "pack.toml: explainer 'actors.extract:no_such_function' is no function"
    assert said in list(problems(pack))


def test_a_pack_without_an_explainer_has_none(folder: Callable[..., Pack]) -> None:
    assert folder().load_explainer() is None


def test_a_pack_whose_needs_are_missing_says_how_to_install_them(
    folder: Callable[..., Pack],
) -> None:
    pack = folder(TOML + 'needs = ["no_such_module"]\nextra = "xx"\n')
    assert pack.missing == ("no_such_module",)


def test_another_package_adds_a_language(
    folder: Callable[..., Pack], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = folder()
    point = EntryPoint("xx", "tests.languages.test_packs:ADDED", "actors.languages")
    monkeypatch.setattr(
        plugins, "entry_points", lambda group: EntryPoints([point]).select(group=group)
    )
    monkeypatch.setattr(plugins, "_resolve", lambda target, *_: lambda: _pack(target, pack))
    installed.packs.cache_clear()
    try:
        assert codes()[-1] == "xx"
    finally:
        monkeypatch.undo()
        installed.packs.cache_clear()


def _pack(target: str, added: Pack) -> Pack:
    """Ours as they are, and the one that is added."""
    if target.startswith("tests."):
        return added
    return load_pack(Path(installed.__file__).parent / target.split(".")[2].partition(":")[0])


def test_the_command_lists_what_each_language_can_do() -> None:
    result = CliRunner().invoke(command, ["--format", "csv"])
    assert result.exit_code == 0
    rows = {line.split(",")[0].strip('"\ufeff'): line for line in result.output.splitlines()}
    assert "attribution" in rows["fr"]
    assert rows["en"].rstrip().endswith("yes")


def test_the_command_checks_a_pack() -> None:
    result = CliRunner().invoke(command, ["--check", "ru"])
    assert "nothing is wrong" in result.output
    result = CliRunner().invoke(command, ["--check", "xx"])
    assert result.exit_code != 0
