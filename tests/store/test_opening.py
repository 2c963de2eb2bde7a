"""Opening a study: where it may fail, and what the user is told then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from actors.errors import StoreError, StudyBusy
from actors.store import open_store, opening, schema
from actors.types import Document
from tests.store.records import document

HERE = Path(__file__).parents[2]
HOLD = """
import sys
from actors.store import open_store
with open_store(sys.argv[1], read_only=sys.argv[2] == "reading"):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A study with one document."""
    path = tmp_path / "study.duckdb"
    with open_store(path) as store:
        store.add([document("a.txt")])
    return path


def test_a_study_is_made_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "study.duckdb"
    with open_store(path) as store:
        assert list(store.all(Document)) == []
    assert [each.name for each in path.parent.iterdir()] == ["study.duckdb"]


def test_a_study_is_found_again(place: Path) -> None:
    for read_only in (False, True):
        with open_store(str(place), read_only=read_only) as store:
            assert list(store.all(Document)) == [document("a.txt")]


def test_reading_only_does_not_write(place: Path) -> None:
    with open_store(place, read_only=True) as store, pytest.raises(StoreError, match="read-only"):
        store.add([document("b.txt")])


class TestOneWriter:
    @pytest.mark.parametrize(
        ("holding", "wanting", "told"),
        [
            ("writing", "writing", r"in use by another process \(process \d+\): wait"),
            ("writing", "reading", r"being written by another process \(process \d+\): wait"),
            ("reading", "writing", "in use by another process"),
        ],
    )
    def test_the_second_is_told_who_has_the_study(
        self, place: Path, holding: str, wanting: str, told: str
    ) -> None:
        with self.held(place, holding), pytest.raises(StudyBusy, match=told):
            open_store(place, read_only=wanting == "reading")
        with open_store(place) as store:
            assert len(list(store.all(Document))) == 1

    def test_many_may_read(self, place: Path) -> None:
        with self.held(place, "reading"), open_store(place, read_only=True) as store:
            assert len(list(store.all(Document))) == 1

    def test_reading_while_this_process_writes(self, place: Path) -> None:
        with open_store(place), pytest.raises(StudyBusy, match="close that study first"):
            open_store(place, read_only=True)

    @staticmethod
    def held(place: Path, how: str) -> subprocess.Popen[bytes]:
        """Another process that has the study open until its input ends."""
        command = [sys.executable, "-c", HOLD, str(place), how]
        other = subprocess.Popen(command, cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        return other


class TestWrongFiles:
    @pytest.mark.parametrize(
        "content", [b"", b"DUCK", b"SQLite format 3\0" + b"\0" * 4096, b"plain text" * 1000]
    )
    def test_no_database_at_all(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "other.db"
        path.write_bytes(content)
        with pytest.raises(StoreError, match="is not a study"):
            open_store(path)
        assert path.read_bytes() == content

    def test_a_database_but_no_study(self, tmp_path: Path) -> None:
        path = tmp_path / "other.duckdb"
        with duckdb.connect(str(path)) as other:
            other.execute("CREATE TABLE documents (x INTEGER)")
        with pytest.raises(StoreError, match="not a study: choose another file"):
            open_store(path)

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_damaged_study(self, place: Path, read_only: bool) -> None:
        content = place.read_bytes()
        place.write_bytes(content[:20] + b"\xff" * (len(content) - 20))
        with pytest.raises(StoreError, match="--fresh"):
            open_store(place, read_only=read_only)

    def test_a_study_damaged_inside(self, place: Path) -> None:
        head, rest = place.read_bytes()[:12288], place.read_bytes()[12288:]
        place.write_bytes(head + bytes(255 - byte for byte in rest))
        with pytest.raises(StoreError, match="--fresh"), open_store(place) as store:
            list(store.all(Document))

    @pytest.mark.parametrize("read_only", [False, True])
    def test_a_folder(self, tmp_path: Path, read_only: bool) -> None:
        with pytest.raises(StoreError, match="no study there"):
            open_store(tmp_path, read_only=read_only)

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="actors build"):
            open_store(tmp_path / "gone.duckdb", read_only=True)
        assert list(tmp_path.iterdir()) == []

    def test_a_place_where_nothing_can_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        with pytest.raises(StoreError, match="choose a folder you can write to"):
            open_store(tmp_path / "file" / "study.duckdb")

    def test_a_file_that_cannot_be_read(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
        with pytest.raises(StoreError, match=r"cannot be read \(Permission denied\)"):
            open_store(place)


class TestMakingOne:
    def test_another_process_that_was_faster_keeps_its_study(self, place: Path) -> None:
        opening._make(place)
        with open_store(place) as store:
            assert len(list(store.all(Document))) == 1

    def test_on_a_disk_without_hard_links(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError(1, "Operation not permitted")

        monkeypatch.setattr("os.link", refuse)
        with open_store(tmp_path / "study.duckdb") as store:
            assert list(store.all(Document)) == []


class TestVersions:
    ADDED = "ALTER TABLE documents ADD COLUMN story VARCHAR"

    def newer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(opening, "MIGRATIONS", (*schema.MIGRATIONS, self.ADDED))

    def test_an_older_study_is_brought_forward_once(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.newer(monkeypatch)
        for _ in range(2):
            with open_store(place) as store:
                assert store.connection.execute("SELECT story FROM documents").fetchall() == [
                    (None,)
                ]
                assert schema.schema_version(store.connection) == 1 + len(schema.MIGRATIONS)

    def test_a_reader_brings_an_older_study_forward_too(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.newer(monkeypatch)
        with open_store(place, read_only=True) as store:
            assert store.connection.execute("SELECT story FROM documents").fetchall() == [(None,)]
            assert [each.name for each in store.all(Document)] == ["a.txt"]

    def test_a_newer_study_is_left_alone(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with open_store(place) as store:
            store.connection.execute("INSERT INTO schema_version VALUES (99, now()::TIMESTAMP)")
        with pytest.raises(StoreError, match="pip install -U"):
            open_store(place)

    def test_a_migration_that_fails_changes_nothing(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        broken = f"{self.ADDED}; ALTER TABLE nowhere ADD COLUMN x VARCHAR"
        monkeypatch.setattr(opening, "MIGRATIONS", (*schema.MIGRATIONS, broken))
        with pytest.raises(StoreError):
            open_store(place)
        monkeypatch.undo()
        with open_store(place) as store:
            assert schema.schema_version(store.connection) == len(schema.MIGRATIONS)
            assert list(store.all(Document)) == [document("a.txt")]


def test_opening_a_foreign_file_asks_the_network_for_nothing(place: Path) -> None:
    with open_store(place) as store:
        settings = store.connection.execute(
            "SELECT value FROM duckdb_settings() WHERE name IN "
            "('autoinstall_known_extensions', 'autoload_known_extensions')"
        ).fetchall()
    assert settings == [("false",), ("false",)]
