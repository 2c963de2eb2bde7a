"""Archives and compressed files: what is read of them, and the limits."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from actors.readers import archive, read, single
from actors.types import Document, Skipped
from tests.readers.making import archive as packed
from tests.readers.samples import under, write

TEXT = b"Kenya accused Uganda."


def names(path: Path) -> list[str]:
    return [each.name for each in read([path])]


def reason(path: Path) -> str:
    (item,) = read([path])
    assert isinstance(item, Skipped), item
    return item.reason


def tar(*members: tuple[str, bytes, bytes]) -> bytes:
    """Members as name, type and content."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for name, kind, content in members:
            info = tarfile.TarInfo(name)
            info.type, info.linkname, info.size = kind, "/etc/passwd", len(content)
            made.addfile(info, io.BytesIO(content))
    return out.getvalue()


def test_members_are_called_by_their_place(tmp_path: Path) -> None:
    members = {"folder/a.txt": TEXT, "b.csv": b"text\nThey met.\nThey left.\n", ".hidden.txt": TEXT}
    members |= {"__MACOSX/a.txt": TEXT}
    path = write(tmp_path, "a.zip", packed(members))
    assert names(path) == under(tmp_path, "a.zip#folder/a.txt", "a.zip#b.csv#1", "a.zip#b.csv#2")


def test_a_member_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    path = write(tmp_path, "a.zip", packed({"a.pdf": b"%PDF-1.4 x", "b.txt": TEXT}))
    first, second = read([path])
    assert isinstance(first, Skipped)
    assert "PDF" in first.reason
    assert isinstance(second, Document)


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "a/../evil.txt"]
)
def test_names_that_lead_out_of_the_archive_do_not(tmp_path: Path, name: str) -> None:
    inner = tmp_path / "inner"
    path = write(inner, "a.zip", packed({name: TEXT}))
    (document,) = read([path])
    assert isinstance(document, Document)
    assert ".." not in document.name.removeprefix("inner/a.zip#").split("/")
    assert [each.name for each in tmp_path.rglob("*.txt")] == []


def test_links_and_devices_in_a_tar_are_passed_over(tmp_path: Path) -> None:
    data = tar(
        ("link.txt", tarfile.SYMTYPE, b""),
        ("hard.txt", tarfile.LNKTYPE, b""),
        ("dev.txt", tarfile.CHRTYPE, b""),
        ("folder/a.txt", tarfile.REGTYPE, TEXT),
    )
    assert names(write(tmp_path, "a.tar", data)) == under(tmp_path, "a.tar#folder/a.txt")


@pytest.mark.parametrize(
    ("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress)]
)
def test_what_is_compressed_is_read_by_its_name(tmp_path: Path, suffix: str, pack: object) -> None:
    one = write(tmp_path, f"a.csv{suffix}", pack(b"text\nThey met.\n"))  # type: ignore[operator]
    many = write(tmp_path, f"b.tar{suffix}", pack(tar(("c.txt", tarfile.REGTYPE, TEXT))))  # type: ignore[operator]
    assert names(one) == under(tmp_path, f"a.csv{suffix}#a.csv#1")
    assert names(many) == under(tmp_path, f"b.tar{suffix}#c.txt")


def test_an_archive_without_a_suffix_is_seen_by_its_content(tmp_path: Path) -> None:
    assert names(write(tmp_path, "data", packed({"a.txt": TEXT}))) == under(tmp_path, "data#a.txt")


def test_archives_in_archives_are_read_to_a_depth(tmp_path: Path) -> None:
    data = packed({"a.txt": TEXT})
    for _ in range(single.DEEPEST):
        data = packed({"a.zip": data})
    assert "files deep" in reason(write(tmp_path, "a.zip", data))


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    bomb = bytes(30_000_000)
    assert "packed more than 200 times" in reason(write(tmp_path, "a.zip", packed({"a.txt": bomb})))
    assert "packed more than 200 times" in reason(write(tmp_path, "b.txt.gz", gzip.compress(bomb)))


def test_too_many_files_and_too_many_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.zip", packed({f"{i}.txt": TEXT for i in range(4)}))
    monkeypatch.setattr(single, "MOST_FILES", 3)
    *read_, refused = read([path])
    assert len(read_) == 3
    assert isinstance(refused, Skipped)
    assert "more than 3 files" in refused.reason
    monkeypatch.setattr(single, "MOST_BYTES", 10)
    assert "unpacks to more than" in reason(path)


def test_a_tar_whose_name_is_a_megabyte_is_refused(tmp_path: Path) -> None:
    data = tar(("x" * 2_000_000, tarfile.REGTYPE, TEXT))
    assert "a name of more than a megabyte" in reason(write(tmp_path, "a.tar", data))


def test_encrypted_members_are_told(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert "encrypted" in reason(write(tmp_path, "a.zip", bytes(data)))


def test_a_damaged_member_does_not_end_the_rest(tmp_path: Path) -> None:
    text = Random(1).randbytes(1000).hex().encode()
    data = bytearray(packed({"a.txt": text, "b.txt": TEXT}))
    data[300:305] = b"\xff" * 5
    first, second = read([write(tmp_path, "a.zip", bytes(data))])
    assert isinstance(first, Skipped)
    assert "broken inside its archive" in first.reason
    assert isinstance(second, Document)


@pytest.mark.parametrize("suffix", [".zip", ".tar", ".gz", ".bz2", ".xz", ".tgz"])
def test_what_is_no_archive_is_told(tmp_path: Path, suffix: str) -> None:
    assert "broken" in reason(write(tmp_path, f"a{suffix}", b"no archive"))


def test_a_stream_gives_what_was_looked_at_again(tmp_path: Path) -> None:
    path = write(tmp_path, "a.gz", gzip.compress(b"0123456789"))
    with closing(archive._Bounded(archive._unpacked(path), path)) as stream:
        assert stream.peek() == b"0123456789"
        assert (stream.read(4), stream.read(4), stream.read(4)) == (b"0123", b"4567", b"89")
