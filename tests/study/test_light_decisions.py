"""A decision costs little, and gives what resolving and writing everything anew would give."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actors import Settings, Study, build
from actors.errors import CurationError
from actors.store.records import GROUPED
from actors.study import deciding, resolving
from tests.study.test_any_order import BODIES, PEOPLE, TEXTS

Decision = tuple[str, object, dict[str, object]]

people, anybody = st.sampled_from(PEOPLE), st.sampled_from(PEOPLE + BODIES)
decisions = st.one_of(
    st.tuples(people, people).map(lambda two: ("merge", list(two), {})),
    st.tuples(people, people).map(lambda two: ("apart", list(two), {})),
    st.tuples(people, people).map(lambda two: ("split", two[0], {"off": [two[1]]})),
    st.tuples(people, people).map(lambda two: ("pin", two[0], {"names": [two[1]]})),
    st.tuples(anybody, anybody).map(lambda two: ("rename", two[0], {"to": two[1]})),
    anybody.map(lambda one: ("retype", one, {"kind": "organisation"})),
    anybody.map(lambda one: ("ignore", one, {})),
    people.map(lambda one: ("identify", one, {"with": {"wikidata": "Q1"}})),
    st.tuples(anybody, anybody).map(
        lambda two: ("reject", {"source": two[0], "target": two[1]}, {})
    ),
    st.just(("undo", None, {})),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a study; to be copied."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "reports").mkdir()
    for name, versions in TEXTS.items():
        for number, text in enumerate(versions):
            (folder / "reports" / f"{number}{name}").write_text(text, encoding="utf-8")
    build([folder / "reports"], folder / "out", settings=Settings(recogniser=False))
    return folder / "out"


@pytest.fixture
def study(built: Path, tmp_path: Path) -> Iterator[Study]:
    shutil.copytree(built, tmp_path / "out")
    with patch.object(deciding, "LIGHT", 0):
        yield Study(tmp_path / "out" / "study.duckdb")


def taken(study: Study, decision: Decision) -> None:
    verb, about, says = decision
    with suppress(CurationError):  # one that fits nothing any more
        study.undo() if verb == "undo" else study.decide(verb, about, **says)


def files(folder: Path) -> dict[str, bytes]:
    different = ("study.duckdb", "run.json")
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.name not in different}


def from_scratch(study: Study, folder: Path) -> dict[str, bytes]:
    """The files of a copy of the study in which everything is worked out again."""
    shutil.copytree(study.folder, folder)
    copy = Study(folder / "study.duckdb")
    with copy.store(write=True) as store:
        store.set_mark(GROUPED, "")
        resolving.keep(store, resolving.resolution(store, copy.rules()))
    copy.refresh()
    return files(folder)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(decisions, min_size=1, max_size=5))
def test_random_decisions_give_what_a_full_pass_gives(built: Path, chosen: list[Decision]) -> None:
    with TemporaryDirectory() as place, patch.object(deciding, "LIGHT", 0):
        shutil.copytree(built, Path(place) / "out")
        study = Study(Path(place) / "out" / "study.duckdb")
        for decision in chosen:
            taken(study, decision)
        study.refresh()
        assert not study.outdated
        assert files(study.folder) == from_scratch(study, Path(place) / "full" / "out")


def test_a_decision_does_not_ask_the_rules_again(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actors.resolve.group", lambda *_: pytest.fail("asked again"))
    study.decide("merge", ["Ali Karimi", "Hassan Karimi"])
    study.undo()


def test_files_of_a_large_study_wait_for_whoever_looks(study: Study) -> None:
    before = files(study.folder)
    study.decide("ignore", "China")
    assert "China" not in {name for _, name in study.graph().nodes(data="name")}
    assert study.outdated
    assert {**before, "curation.yaml": b""} == {**files(study.folder), "curation.yaml": b""}
    study.view()
    assert not study.outdated
    assert b"China" not in (study.folder / "actors.csv").read_bytes()
    assert study.refresh() == []


def test_files_of_a_small_study_follow_at_once(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deciding, "LIGHT", 1_000)
    study.decide("ignore", "China")
    assert not study.outdated
    assert b"China" not in (study.folder / "actors.csv").read_bytes()


def test_a_decision_that_is_refused_leaves_files_that_are_not_outdated(study: Study) -> None:
    for about in ({"source": "Iran", "target": "Nobody"}, {"source": "China", "target": "China"}):
        with pytest.raises(CurationError, match="nothing was changed"):
            study.decide("reject", about)
    assert not study.outdated


def test_a_reader_gets_the_measures_that_were_kept(study: Study) -> None:
    assert len(study.measures()) > 3
    with patch("actors.outputs.kept.network", side_effect=AssertionError("measured again")):
        kept = study.measures()
        some = study.measures(names=("betweenness", "degree"))
    assert study.outdated is False
    with study.store(write=True) as store:
        store.set_mark("shown", "")
    assert kept.equals(study.measures())
    assert some.equals(study.measures(names=("betweenness", "degree")))
