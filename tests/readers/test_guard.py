"""A file that takes too much memory or time is refused, and the next one is read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from actors.errors import ReadError
from actors.readers import guard, parquet
from actors.readers import html as pages
from actors.readers.article import Completed, complete
from actors.readers.guard import guarded
from actors.readers.markup import prepare
from actors.types import Document, Skipped
from tests.readers.samples import SENTENCES, placed, write

PDF = "actors.readers.pdf:parse"
LINE = (50.0, 740.0, 10.0, "Kenya accused Uganda of blocking the border.")


def drawing_itself() -> bytes:
    """A PDF whose form draws itself twice."""
    form = b"BT /F1 9 Tf 40 700 Td (Loop) Tj ET /X Do /X Do"
    drawn = b"/Resources << /Font << /F1 4 0 R >> /XObject << /X 9 0 R >> >>"
    added = b"9 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>\n" % (
        drawn,
        len(form),
    )
    page = placed([LINE]).replace(b"/Resources << /Font << /F1 4 0 R >> >>", drawn)
    page = page.replace(b"Tj ET\nendstream", b"Tj ET /X Do\nendstream")
    start = page.index(b"xref")
    return page[:start] + added + b"stream\n%s\nendstream\nendobj\n" % form + page[start:]


def test_a_drawing_that_draws_itself_is_refused_and_the_next_file_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MEMORY", 400_000_000)
    monkeypatch.setattr(guard, "_WORKERS", {})
    with pytest.raises(ReadError, match="memory"):
        list(guarded(PDF, write(tmp_path, "loop.pdf", drawing_itself())))
    (document,) = guarded(PDF, write(tmp_path, "a.pdf", placed([LINE])))
    assert isinstance(document, Document)
    assert document.text == LINE[3]
    guard._worker().stop()


def test_a_reader_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "SECONDS", 0.0)
    monkeypatch.setattr(guard, "_WORKERS", {})
    with pytest.raises(ReadError, match="longer than"):
        list(guarded(PDF, write(tmp_path, "a.pdf", placed([LINE]))))


def test_what_a_reader_refuses_keeps_its_reason(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="not a PDF"):
        list(guarded(PDF, write(tmp_path, "a.pdf", b"no")))


def test_answers_come_whole() -> None:
    kinds = [answer["kind"] for answer in guard._answers(PDF, "nowhere.pdf", {})]
    assert kinds == ["refused", "end"]


def counting(path: Path, to: int) -> Iterator[Document | Skipped]:
    """Documents that a test asks for, and what was left out."""
    for number in range(to):
        yield Document(f"#{number}", "Talks failed.", published=date(2021, 7, number + 1))
    yield Skipped("#last", "empty")


COUNTING = "tests.readers.test_guard:counting"


def test_items_come_one_by_one_with_all_they_hold(tmp_path: Path) -> None:
    found = list(guarded(COUNTING, tmp_path / "a", to=2))
    assert found == list(counting(tmp_path, 2))


def test_who_reads_no_further_leaves_nothing_to_the_next_file(tmp_path: Path) -> None:
    first = guarded(COUNTING, tmp_path / "a", to=9)
    assert next(first).name == "#0"
    assert [one.name for one in guarded(COUNTING, tmp_path / "b", to=1)] == ["#0", "#last"]
    first.close()
    assert [one.name for one in guarded(COUNTING, tmp_path / "c", to=1)] == ["#0", "#last"]


def test_the_time_that_the_caller_takes_is_not_the_reader_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = guard._Worker()
    monkeypatch.setattr(guard, "_WORKERS", {os.getpid(): [worker]})
    items = guarded(COUNTING, tmp_path / "a", to=3)
    next(items)
    assert worker.clock is not None
    left = worker.clock.left
    time.sleep(0.3)
    next(items)
    assert left - worker.clock.left < 0.25
    items.close()


ARTICLE = f"<article><p>{SENTENCES}</p></article>"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>" + "document.write('<div>');" * 5000 + "</script>",
        "<svg>" + "<g>" * 1000 + "</g>" * 1000 + "</svg>",
        "<!-- " + "<div>" * 1000 + " -->",
        "<style>" + "a>b{}" * 1000 + "</style>",
        "<div " + " ".join(f'a{i}="1"' for i in range(5000)) + ">x</div>",
    ],
    ids=["script", "drawing", "comment", "style", "attributes"],
)
def test_only_content_counts_for_the_size_of_a_page(tmp_path: Path, inside: str) -> None:
    page = f"<html><body>{inside}{ARTICLE}</body></html>"
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert SENTENCES in document.text


def test_a_tag_that_is_never_closed_hides_nothing(tmp_path: Path) -> None:
    page = f"<html><body>{ARTICLE}<div " + "x" * 100_000
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert document.text.strip() == SENTENCES
    assert prepare("<p>a</p><script>b", "a.html") == "<p>a</p><script>b"


def test_a_piece_of_a_page_is_read(tmp_path: Path) -> None:
    (document,) = pages.parse(write(tmp_path, "a.html", f"<div id='page'><p>{SENTENCES}</p></div>"))
    assert document.text.strip() == SENTENCES


def test_boxes_beside_an_article_are_not_read(tmp_path: Path) -> None:
    page = (
        f"<html><body><article><p>{SENTENCES}</p>"
        "<div class='related-stories'><p>Mia Stone left.</p></div>"
        "<div class='author-bio'><p>Nora Ames is a reporter.</p></div></article></body></html>"
    )
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert "Mia" not in document.text
    assert "Nora" not in document.text


@pytest.mark.parametrize(("taken", "lost", "share"), [(50, 450, 10), (790, 210, 79)])
def test_a_page_of_which_much_is_not_taken_says_so(taken: int, lost: int, share: int) -> None:
    assert pages._notes(Completed("", taken, lost)) == (
        f"{share} % of the text of the page was taken for its article: look at the page",
    )


@pytest.mark.parametrize(("taken", "lost"), [(800, 200), (10, 199), (500, 0)])
def test_a_page_that_lacks_little_says_nothing(taken: int, lost: int) -> None:
    assert pages._notes(Completed("", taken, lost)) == ()


def test_the_list_of_a_small_page_is_read(tmp_path: Path) -> None:
    items = "".join(f"<li>Kenya accused Uganda of smuggling {what}.</li>" for what in "abcdefgh")
    page = f"<html><body><h2>Claims</h2><p>There are some claims.</p><ul>{items}</ul></body></html>"
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert isinstance(document, Document)
    assert all(f"smuggling {what}." in document.text for what in "abcdefgh")
    assert document.notes == ()


@pytest.mark.parametrize(
    ("strict", "lenient", "read"), [(90, 200, 200), (150, 200, 150), (90, 80, 90)]
)
def test_a_page_is_read_less_strictly_where_half_of_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, strict: int, lenient: int, read: int
) -> None:
    found = SimpleNamespace(text="x" * strict)
    monkeypatch.setattr(pages, "_extract", lambda *_, **__: SimpleNamespace(text="x" * lenient))
    page = f"<html><body><p>{'x' * 200}</p></body></html>"
    assert len(pages._whole(page, found).text) == read


def test_a_page_of_many_headlines_of_which_one_is_taken_says_so() -> None:
    page = "<body>" + "".join(f"<h3>Talks number {n} have failed again</h3>" for n in range(90))
    (note,) = pages._notes(complete(page + "</body>", "Talks number 1 have failed again"))
    assert note.startswith("1 % of the text of the page")
    menu = "<nav>" + "<a>Sport</a>" * 900 + "</nav>"
    assert pages._notes(complete(f"<body>{menu}Talks failed.</body>", "Talks failed.")) == ()


def test_a_page_without_an_article_is_read_whole_and_says_so(tmp_path: Path) -> None:
    lines = "\n".join(f"Kenya accused Uganda, line {n}" for n in range(20))
    page = f"<html><body><nav>Sport</nav><pre>{lines}</pre></body></html>"
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert isinstance(document, Document)
    assert document.text.split("\n")[0].startswith("Kenya accused Uganda, line 0")
    assert "Sport" not in document.text


_READ: list[Path] = []
CROWDED = "tests.readers.test_guard:crowded"


def crowded(path: Path) -> Iterator[Document | Skipped]:
    """A document, if the process has read none before; else there is no memory left."""
    if _READ:
        raise MemoryError
    _READ.append(path)
    yield Document("a", "Talks failed.")


def test_a_process_that_other_files_have_filled_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_WORKERS", {})
    for _ in range(3):
        assert [*guarded(CROWDED, tmp_path / "a")] == [Document("a", "Talks failed.")]
    guard._worker().stop()


def test_a_page_that_is_one_form_is_read(tmp_path: Path) -> None:
    lines = "\n".join(f"Kenya accused Uganda, line {n}" for n in range(20))
    page = f"<html><body><form id='all'><pre>{lines}</pre></form></body></html>"
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert isinstance(document, Document)
    assert "line 19" in document.text


def test_parquet_is_read_where_it_may_end_its_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(parquet, "guarded", lambda *what, **_: iter([asked.append(what[0])]))
    list(parquet.read(tmp_path / "a.parquet"))
    assert asked == ["actors.readers.parquet:parse"]


def test_a_year_in_the_text_is_no_first_of_january(tmp_path: Path) -> None:
    page = f"<html><body><article><p>In 2012 they left. {SENTENCES}</p></article></body></html>"
    (document,) = pages.parse(write(tmp_path, "a.html", page))
    assert document.published is None


def test_a_refused_file_does_not_end_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_WORKERS", {})
    list(guarded(PDF, write(tmp_path, "a.pdf", placed([LINE]))))
    before = guard._worker().process
    with pytest.raises(ReadError, match="PDF"):
        list(guarded(PDF, write(tmp_path, "b.pdf", b"%PDF-1.4 nothing")))
    assert guard._worker().process is before
    guard._worker().stop()


def test_time_is_that_of_the_processor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_WORKERS", {})
    list(guarded(COUNTING, tmp_path / "a", to=1))  # imports what the next needs
    asleep = "tests.readers.test_guard:sleeping"
    assert [one.name for one in guarded(asleep, tmp_path / "a", seconds=0.45)] == ["awake"]
    with pytest.raises(ReadError, match="longer than 1 seconds"):
        list(guarded("tests.readers.test_mutants:endless", tmp_path / "a", seconds=0.8))
    guard._worker().stop()


def sleeping(path: Path) -> Iterator[Document]:
    time.sleep(0.5)
    yield Document("awake", "They met.")
