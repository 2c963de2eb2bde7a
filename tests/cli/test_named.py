"""Names on the command line: any that leads to an actor, and how it was read on stderr."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actors import Study
from tests.cli.test_cli import run


@pytest.fixture
def folder(study: Study, tmp_path: Path) -> str:
    """A copy of the study of the sample reports, to write decisions beside."""
    shutil.copy(study.folder / "study.duckdb", tmp_path)
    return str(tmp_path)


def test_the_card_says_how_a_capital_is_read(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    code, out, _ = run(capsys, "show", folder, "moscow")
    assert code == 0
    assert out.startswith("Russia")
    assert "“moscow” stands for Russia, whose capital it is (read so in 2 of 4 mentions)" in out


def test_a_pair_is_found_by_any_names(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    """Of Afghanistan and the Taliban: talks on the 7th, a joint statement on the 8th, talks and an
    accusation told on the 9th."""
    argv = ("timeline", folder, "--between", "taleban", "Kabul", "--period", "month")
    code, out, err = run(capsys, *argv, "--format", "csv")
    assert code == 0
    days = [line.split(",")[0] for line in out.splitlines()[1:]]
    assert days == ["2021-07-07", "2021-07-08", "2021-07-09", "2021-07-09"]
    assert "Note: “Kabul” stands for Afghanistan, whose capital it is" in err
    assert run(capsys, "timeline", folder, "--actor", "Tajik", "--actor", "U.S.")[0] == 0


def test_a_decision_is_written_with_the_actors_own_name(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    code, out, err = run(capsys, "retype", folder, "Kabulof, Z.", "group")
    assert (code, "curation.yaml" in out) == (0, True)
    assert err == "Note: “Kabulof, Z.” is read as another form of Zamir Kabulov\n"
    written = Path(folder, "curation.yaml").read_text("utf-8")
    assert "retype: Zamir Kabulov" in written


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (("show", "Tajikstan"), "did you mean 'Tajikistan'?"),
        (("timeline", "--actor", "Dushambe"), "did you mean 'Dushanbe' (Tajikistan)?"),
        (("timeline", "--between", "Taliban", "Pakstan"), "did you mean 'Pakistan'?"),
        (("timeline", "--between", "Moscow", "Kremlin"), "both names mean Russia: name two"),
        (("ignore", "Uzbekstan"), "did you mean 'Uzbekistan'"),
        (("ignore", "Moscow"), "Moscow (place, 2 mentions"),
        (("show", "Sergei"), "Sergei Shoigu (person, also “Shoigu”"),
        (("show", "Burma"), "Myanmar is not among the actors of this study"),
    ],
)
def test_a_name_that_leads_nowhere_is_helped(
    capsys: pytest.CaptureFixture[str], folder: str, argv: tuple[str, ...], told: str
) -> None:
    command, *rest = argv
    code, out, err = run(capsys, command, folder, *rest)
    assert code != 0
    assert out == ""
    assert told in err
    assert not Path(folder, "curation.yaml").exists()


def test_a_mistyped_command_gets_a_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "shwo")
    assert code == 2
    assert "No such command 'shwo'. Did you mean show?" in err
