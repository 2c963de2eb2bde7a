"""`read`: what is found, what it is called, and what is said of what cannot be read."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.errors import SettingsError
from actors.readers import read
from actors.types import Document, Skipped
from tests.readers.samples import GERMAN, SENTENCES, docx, under, write


def documents(*paths: str | Path, **options: object) -> list[Document]:
    found = list(read(paths, **options))  # type: ignore[arg-type]
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


def reason(*paths: str | Path, **options: object) -> str:
    (item,) = read(paths, **options)  # type: ignore[arg-type]
    assert isinstance(item, Skipped), item
    return item.reason


def test_a_folder_is_read_with_all_it_holds_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/er/c.md", ".hidden.txt", ".git/d.txt"):
        write(tmp_path, name, "Ministers met.")
    assert [d.name for d in documents(tmp_path)] == under(
        tmp_path, "a.txt", "b.txt", "deep/er/c.md"
    )


def test_a_name_is_the_folder_pointed_at_and_the_path_in_it(tmp_path: Path) -> None:
    write(tmp_path, "wire/a.txt", "Ministers met.")
    top = tmp_path.name
    assert documents(tmp_path)[0].name == f"{top}/wire/a.txt"
    assert documents(tmp_path / "wire")[0].name == "wire/a.txt"
    assert documents(tmp_path / "wire" / "a.txt")[0].name == "wire/a.txt"
    assert documents(f"{tmp_path}/*/*.txt")[0].name == f"{top}/wire/a.txt"
    assert documents(f"{tmp_path}/w*")[0].name == f"{top}/wire/a.txt"


def test_names_are_unique_and_a_file_is_read_once(tmp_path: Path) -> None:
    first = write(tmp_path, "one/wire/a.txt", "Ministers met.")
    second = write(tmp_path, "two/wire/a.txt", "Ministers met again.")
    found = documents(first, second, first.parent)
    assert [document.name for document in found] == ["wire/a.txt", "wire/a.txt~2"]


def test_links_are_followed_and_loops_are_not(tmp_path: Path) -> None:
    write(tmp_path, "a/report.txt", "Ministers met.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = list(read([tmp_path]))
    assert [item.name for item in found] == under(tmp_path, "gone.txt", "a/report.txt")
    assert isinstance(found[0], Skipped)


def test_standard_input_is_read_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, name in ((b"Ministers met.", "stdin"), (b'{"id": "x7", "text": "Met."}', "x7")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [d.name for d in documents("-")] == [name]


def test_a_named_pipe_that_is_pointed_at_is_read(tmp_path: Path) -> None:
    import threading

    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=lambda: pipe.write_text("Ministers met."), daemon=True).start()
    assert documents(pipe)[0].text == "Ministers met."


def test_a_pipe_inside_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path, "a.txt", "Ministers met.")
    found = list(read([tmp_path]))
    assert [item.name for item in found] == under(tmp_path, "a.txt", "pipe")
    assert isinstance(found[1], Skipped)


@pytest.mark.parametrize("name", ["report", "report.2021", "REPORT.TXT", "report.Md"])
def test_a_suffix_that_says_nothing_leaves_it_to_the_content(tmp_path: Path, name: str) -> None:
    assert documents(write(tmp_path, name, "Ministers met."))[0].text == "Ministers met."


def test_content_decides_where_there_is_no_suffix(tmp_path: Path) -> None:
    page = write(tmp_path, "page", f"<!DOCTYPE html><html><body><p>{SENTENCES}</p></body></html>")
    word = docx(tmp_path / "word.docx", SENTENCES).rename(tmp_path / "word")
    rows = write(tmp_path, "rows", '[{"id": "a", "text": "Met."}, {"id": "b", "text": "Left."}]')
    assert documents(page)[0].text.startswith("The foreign ministers")
    assert documents(word)[0].text == SENTENCES
    assert [d.name for d in documents(rows)] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.txt", b"title: Talks\ndate: 2021-07-07\n\n", "no text after it"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"%PDF-1.7 and then nothing", "broken"),
        ("a.docx", b"", "empty"),
        ("a.docx", b"PK\x03\x04 and then nothing", "not a DOCX"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 99, "old .doc"),
        ("a.parquet", b"PAR1 and then nothing", "not Parquet"),
        ("a.jsonl", b"", "empty"),
        ("a.csv", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.json", b"[1, 2", "not JSON"),
        ("a.pages", b"x", "save it as .docx or PDF"),
        ("a.zip", b"x", "not a zip"),
        ("a.7z", b"x", "unpack it first"),
        ("a.jpg", b"x", "OCR"),
        ("a.py", b"print('prose')", "no reader is for .py"),
        ("a.bin", b"\x00\x01\x02", "binary"),
        ("a.xyz", b"", "empty"),
    ],
)
def test_bad_input_is_told_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    assert said in reason(write(tmp_path, name, content))


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "gone.txt")
    assert "nothing matches" in reason(f"{tmp_path}/*.txt")
    assert "folder without files" in reason(tmp_path)
    assert "no such file" in reason("zero\x00byte.txt")


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.txt", "Ministers met.")

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)  # root, whom tests may run as, may read all
    assert "permission denied" in reason(path)


def test_a_folder_without_permission_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "closed/a.txt", "Ministers met.")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert "cannot be opened" in reason(tmp_path)


def test_other_failures_of_the_disk_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.txt", "Ministers met.")

    def failing(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", failing)
    assert "Input/output error" in reason(path)


def test_a_reader_that_breaks_is_told_and_reading_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from actors.readers import text

    def broken(path: Path) -> object:
        raise IndexError("list index out of range")

    monkeypatch.setattr(text, "read", broken)
    write(tmp_path, "a.txt", "Ministers met.")
    write(tmp_path, "b.jsonl", '{"text": "Met."}')
    first, second = read([tmp_path])
    assert isinstance(first, Skipped)
    assert "IndexError" in first.reason
    assert [second.name] == under(tmp_path, "b.jsonl#1")


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    assert "at most 50 MB" in reason(path)


def test_a_text_in_a_language_without_a_pack_is_skipped(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", GERMAN)
    assert "in a language that no pack reads (de;" in reason(path)


def test_a_text_in_another_language_than_asked_for_is_skipped(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", GERMAN)
    [skipped] = read([path], languages=("en",))
    assert isinstance(skipped, Skipped)
    assert "another language (de) than asked for (en)" in skipped.reason


def test_short_texts_are_not_judged(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Die Minister trafen sich am Mittwoch.")
    assert documents(path)[0].language is None


def test_the_header_and_boilerplate_lie_outside_the_body(tmp_path: Path) -> None:
    text = f"title: Talks\ndate: 7 July 2021\nsource: Sample Wire\n\n{SENTENCES}\n0 Comments\n"
    (document,) = documents(write(tmp_path, "a.txt", text))
    assert document.text == text
    assert (document.title, document.source) == ("Talks", "Sample Wire")
    assert document.published == date(2021, 7, 7)
    assert [text[start:end] for start, end in document.body] == [SENTENCES]


def test_what_a_table_says_goes_before_the_header(tmp_path: Path) -> None:
    row = '{"text": "title: A\\nsource: B\\n\\nMinisters met.", "title": "C"}'
    (document,) = documents(write(tmp_path, "a.jsonl", row))
    assert (document.title, document.source) == ("C", "B")


def test_characters_that_cannot_be_stored_are_replaced_in_place(tmp_path: Path) -> None:
    (document,) = documents(write(tmp_path, "a.jsonl", '{"text": "a\\ud800b\\u0000c"}'))
    assert document.text == "a\ufffdb\ufffdc"


def test_a_column_for_what_documents_do_not_have_is_an_error() -> None:
    with pytest.raises(SettingsError, match="no part of a document"):
        read([], columns={"colour": "red"})


def test_the_same_input_gives_the_same_documents(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt"):
        write(tmp_path, name, SENTENCES)
    assert list(read([tmp_path])) == list(read([tmp_path]))


SUFFIXES = [".txt", ".html", ".pdf", ".docx", ".csv", ".jsonl", ".json", ".parquet", ""]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(SUFFIXES))
def test_no_bytes_crash_any_reader(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"file{suffix}"
    path.write_bytes(data)
    for item in read([path]):
        assert isinstance(item, Document | Skipped)


HEADS = [b"%PDF-1.4\n", b"PK\x03\x04", b"PAR1", b"<html>", b'{"text": ', b"text,title\n", b"---\n"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=200), st.sampled_from(SUFFIXES))
def test_nor_do_bytes_that_begin_like_a_format(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.mktemp("like") / f"file{suffix}"
    path.write_bytes(head + data)
    for item in read([path], columns={"text": "text"}):
        assert isinstance(item, Document | Skipped)


@pytest.mark.skipif("ACTORS_SEEDS" not in os.environ, reason="set ACTORS_SEEDS to real articles")
def test_real_articles_are_read_with_their_header_and_without_the_rest() -> None:
    first, second = documents(os.environ["ACTORS_SEEDS"])
    assert first.published == date(2021, 7, 7)
    assert first.text[first.body[0][0] :].startswith("Tajikistan has called")
    body = "\n".join(second.text[start:end] for start, end in second.body)
    for aside in ("Comments", "@", "https", "Social media", "share it", "With input"):
        assert aside not in body
    assert body.endswith("the statement said.")
