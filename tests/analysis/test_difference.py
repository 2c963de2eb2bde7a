"""What changed between two runs, and what is left when a document goes."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest

from actors import Study, build, open_study
from actors.analysis.difference import ActorAtRun, Change, difference
from actors.cli import main
from actors.errors import NotFound
from actors.types import Document

TEXTS = {
    "a.txt": "Hasan Sultonov met Zamir Kabulov in Moscow. Tajikistan accused Russia.",
    "b.txt": "Hasan Sultonov accused the Taliban. Kabulov praised Sultonov.",
    "c.txt": "Iran praised Turkey.",
}


def known(key: str, *members: str, name: str = "") -> ActorAtRun:
    """An actor from members such as ``a1``: the entity 1 of the document a."""
    parts = frozenset((member[0], member[1:]) for member in members)
    return ActorAtRun(key, name or key.upper(), "person", parts)


def table(*actors: ActorAtRun) -> dict[str, ActorAtRun]:
    return {actor.key: actor for actor in actors}


X, Y, XY = known("x", "a1"), known("y", "b1"), known("x", "a1", "b1")


class TestDifference:
    def test_nothing_changed(self) -> None:
        found = difference(table(X, Y), table(X, Y))
        assert (found.same, any(found.parts().values())) == (2, False)

    def test_merged_and_split(self) -> None:
        assert difference(table(X, Y), table(XY)).merged == (Change((X, Y), (XY,)),)
        assert difference(table(XY), table(X, Y)).split == (Change((XY,), (X, Y)),)
        assert difference(table(X, Y), table(XY)).same == 0

    def test_appeared_and_vanished(self) -> None:
        found = difference(table(X), table(Y))
        assert (found.vanished, found.appeared) == ((Change((X,), ()),), (Change((), (Y,)),))

    def test_renamed_under_another_key_is_one_actor_still(self) -> None:
        other = known("z", "a1", "c1", name="Other")
        assert difference(table(X), table(other)).renamed == (Change((X,), (other,)),)

    def test_a_document_more_is_no_change(self) -> None:
        found = difference(table(X), table(XY))
        assert (found.same, any(found.parts().values())) == (1, False)

    def test_an_entity_that_moves_is_a_split_and_a_merger(self) -> None:
        before = table(known("x", "a1", "a2"), known("y", "b1"))
        after = table(known("x", "a1"), known("y", "b1", "a2"))
        found = difference(before, after)
        assert [len(found.split), len(found.merged), found.same] == [1, 1, 0]


def notes(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
    return [folder / name for name in names]


def names(study: Study) -> set[str]:
    return {about["name"] for _, about in study.graph().nodes(data=True)}


def graphs_equal(one: Study, other: Study) -> bool:
    return bool(nx.utils.graphs_equal(one.graph(), other.graph()))


def run(*argv: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(argv))
    return int(ended.value.code or 0)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    """Run 1 read a.txt, run 2 read b.txt and c.txt too."""
    build(notes(tmp_path, "a.txt"), tmp_path / "out")
    return build(notes(tmp_path, "b.txt", "c.txt"), tmp_path / "out")


class TestRuns:
    def test_say_what_came_with_new_documents(self, study: Study) -> None:
        found = study.difference(1)
        assert {change.after[0].name for change in found.appeared} >= {"Iran", "Turkey", "Taliban"}
        assert (found.merged, found.split, found.vanished) == ((), (), ())
        assert found.same >= 4

    def test_unknown_ones_are_named(self, study: Study) -> None:
        with pytest.raises(NotFound, match="runs 1 to 2"):
            study.difference(3)

    def test_of_an_older_version_are_not_remembered(self, study: Study) -> None:
        with study.store(write=True) as store:
            store.connection.execute("DELETE FROM history")
        with pytest.raises(NotFound, match="older version"):
            study.difference(1)

    def test_are_kept_as_what_changed(self, tmp_path: Path, study: Study) -> None:
        def rows() -> int:
            with study.store() as store:
                found = store.connection.execute("SELECT count(*) FROM history").fetchall()
            return int(found[0][0])

        before = rows()
        build([tmp_path / "a.txt"], tmp_path / "out")
        assert rows() == before

    def test_in_memory(self, tmp_path: Path) -> None:
        found = build(notes(tmp_path, "a.txt")).difference(1)
        assert not any(found.parts().values())


class TestRemoving:
    def test_leaves_what_the_others_support(self, study: Study, tmp_path: Path) -> None:
        assert study.remove(["b.txt", str(tmp_path / "c.txt")]) == []
        assert graphs_equal(study, build([tmp_path / "a.txt"]))
        vanished = {change.before[0].name for change in study.difference(2).vanished}
        assert vanished >= {"Iran", "Turkey", "Taliban"}
        assert "Taliban" not in (study.folder / "actors.csv").read_text("utf-8-sig")

    def test_and_adding_again_is_as_if_nothing_had_happened(
        self, study: Study, tmp_path: Path
    ) -> None:
        before = study.graph()
        study.remove(["a.txt"])
        build([tmp_path / "a.txt"], tmp_path / "out")
        assert nx.utils.graphs_equal(before, study.graph())
        assert not any(study.difference(2).parts().values())

    def test_in_memory(self, tmp_path: Path) -> None:
        study = build(notes(tmp_path, "a.txt", "c.txt"))
        study.remove(["a.txt"])
        assert names(study) == {"Iran", "Turkey"}

    def test_everything(self, study: Study) -> None:
        study.remove(list(TEXTS))
        assert names(study) == set()
        with study.store() as store:
            assert list(store.all(Document)) == []

    def test_an_unknown_document_removes_nothing(self, study: Study) -> None:
        with pytest.raises(NotFound, match=r"did you mean '.*b\.txt'"):
            study.remove(["a.txt", str(study.folder.parent / "bb.txt")])
        assert names(study) >= {"Iran", "Tajikistan"}

    def test_a_file_name_that_several_have_is_refused(self, tmp_path: Path) -> None:
        for folder in ("x", "y"):
            (tmp_path / folder).mkdir()
            notes(tmp_path / folder, "c.txt")
        with pytest.raises(NotFound, match="may be any of"):
            build([tmp_path / "x", tmp_path / "y"]).remove(["c.txt"])


class TestCommands:
    def test_diff_tells_in_words(self, study: Study, capsys: pytest.CaptureFixture[str]) -> None:
        place = str(study.folder)
        assert run("remove", place, "c.txt") == 0
        capsys.readouterr()
        assert run("diff", place) == 0
        told = capsys.readouterr().out
        assert "Vanished (2)\n  Iran (country, 1 document)\n  Turkey" in told
        assert run("diff", f"{place}@1", f"{place}@run2") == 0
        assert "Appeared" in capsys.readouterr().out
        assert run("diff", f"{place}@1") == 0
        assert "Taliban" in capsys.readouterr().out

    def test_diff_of_two_studies_as_json(
        self, study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        build([tmp_path / "a.txt"], tmp_path / "other")
        assert run("diff", str(tmp_path / "other"), str(study.folder), "--format", "json") == 0
        found = json.loads(capsys.readouterr().out)
        appeared = {change["after"][0]["name"] for change in found["appeared"]}
        assert {"Iran", "Turkey"} <= appeared
        assert set(found) == {"merged", "split", "renamed", "appeared", "vanished", "unchanged"}

    def test_a_merger_by_hand_is_told_with_both_names(
        self, study: Study, capsys: pytest.CaptureFixture[str]
    ) -> None:
        open_study(study.folder).decide("merge", ["Turkey", "Iran"], because="for the test")
        capsys.readouterr()
        assert run("diff", str(study.folder)) == 0
        assert "Merged (1)\n  Iran (country, 1 document) + Turkey" in capsys.readouterr().out

    def test_nothing_to_remove_ends_with_1(self, study: Study) -> None:
        assert run("remove", str(study.folder), "nobody.txt") == 1
