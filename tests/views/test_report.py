"""The report as a page and as Markdown: complete, harmless, and the same every time."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from actors.views import figures, figures_plane
from actors.views.blocks import (
    Beside,
    Claim,
    Claims,
    Entry,
    Facts,
    Heading,
    Picture,
    Points,
    Profile,
    Quote,
    Report,
    Section,
    Stated,
    Table,
    Text,
    Tie,
    Warn,
)
from actors.views.figures_plane import Point
from actors.views.markdown import markdown
from actors.views.quoting import quote
from actors.views.report import html

HOSTILE = [
    "<script>window.hacked=1</script>",
    "</style><script>window.hacked=2</script>",
    "<img src=x onerror=window.hacked=3>",
    '"><svg onload=window.hacked=4>',
    "{{ 7*7 }} {% raw %} $x^2$ \\alpha",
    "Rahmon \u202egnp.exe\u202c \ud800 \x00",
    "[link](javascript:window.hacked=5) `code` | cell",
    "&lt;b&gt; # - 1. * _",
]


def everything(text: str) -> Report:
    """A report with every kind of block, in which every text is the same."""
    said = Quote(text, text, text, text, text, number=1)
    claim = Claim(text, (1,))
    tie = Tie(text, text, "+", (said,), 2)
    table = Table(text, (text, "n"), ((text, "1"),), frozenset({1}))
    points = [Point(0.0, 1.0, text, "country"), Point(1.0, 0.0, text, "no such kind")]
    drawn = [
        figures.bars([text, "b"], {text: [1, 2]}, {text: "#000000"}, ylabel=text),
        figures.lines([text, "b"], {text: [1, 2]}, ylabel=text),
        figures.ranking([text, "b"], [2.0, 1.0], xlabel=text, intervals=[(1.0, 3.0), None]),
        figures_plane.scatter(
            points, xlabel=text, ylabel=text, middle=(0.5, 0.5), corners=(text,) * 4
        ),
        figures_plane.network(dict(enumerate(points)), [(0, 1, "-", 1.0), (0, 1, "0", 1.0)]),
    ]
    blocks = (
        *(Heading(text), Text(text), Warn(text), Points((text,)), Facts(((text, text),))),
        *(
            table,
            tie,
            Beside(text, (tie,), (tie,)),
            Claims((claim,)),
            Claims((claim,), ranked=True),
        ),
        Profile(text, text, (claim,), (text, (claim,)), (text, (claim,)), (said,)),
        Entry(text, (Stated(text, text, "-", (said,), (1,)),)),
        *(Picture(one, text, text, table) for one in drawn),
    )
    return Report(text, text, (Section("all", text, blocks),))


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_stay_texts(text: str) -> None:
    page = html(everything(text))
    assert "<script" not in page
    assert "<img" not in page
    assert "<svg onload" not in page
    assert "{{ 7*7 }}" in page or "7*7" not in text
    assert page.count("</style>") == 1 + page.count("<style", page.index("</style>"))
    page.encode("utf-8", "strict")


def test_markdown_holds_no_markup_of_the_documents() -> None:
    for text in HOSTILE:
        found = markdown(everything(text)).replace('<a id="s1"></a>', "").replace("](#s1)", "")
        assert not re.search(r"(?<!\\)<(?!\\)", found), text
        assert not re.search(r"(?<!\\)\]\(", found), text
    assert "| a \\| b | 1 |" in markdown(everything("a | b"))


def test_markdown_shows_what_the_page_shows() -> None:
    found = markdown(everything("Kabul"))
    assert found.startswith("# Kabul\n\nKabul\n\n## Kabul\n")
    for line in ("### Kabul", "> **Take care.** Kabul", "- Kabul", "- Kabul: **Kabul**"):
        assert line in found.splitlines()
    assert "> Kabul**Kabul**Kabul\n>\n> — Kabul (Kabul)" in found.replace("\\(", "(").replace(
        "\\)", ")"
    )
    assert "and 2 more" in found
    assert "*Kabul*" in found


def test_the_words_that_matter_are_bold_in_markdown() -> None:
    said = Quote("Iran ", "hosted", " talks *again*.", "Wire")
    report = Report("R", "", (Section("s", "S", (Tie("Tie", "once", "+", (said,)),)),))
    assert "> Iran **hosted** talks \\*again\\*." in markdown(report)


def test_lines_of_a_figure_differ_by_more_than_colour() -> None:
    svg = figures.lines(
        ["1", "2"], {f"Actor {n}": [n, n + 1] for n in range(5)}, ylabel="Stories"
    ).svg
    assert len(set(re.findall(r"stroke-dasharray: ([\d. ,]+)", svg))) >= 3
    assert all(f"Actor {n}" in svg for n in range(5))


def test_names_of_the_fields_keep_their_place() -> None:
    crowd = [Point(1.0, 1.0, f"Somebody {n}", "person") for n in range(8)]
    drawn = figures_plane.scatter(
        crowd, xlabel="x", ylabel="y", middle=(0.5, 0.5), corners=("players", "b", "c", "d")
    )
    assert "PLAYERS" in drawn.svg


def test_lines_that_look_like_lists_stay_lines() -> None:
    assert markdown(Report("t", "1. July", ())) == "# t\n\n1\\. July\n"
    assert markdown(Report("t", "- no", ())) == "# t\n\n\\- no\n"


def test_the_same_report_is_the_same_to_the_byte() -> None:
    assert html(everything("Kabul")) == html(everything("Kabul"))


def test_ids_are_unique_and_lead_somewhere() -> None:
    page = html(everything("Kabul"))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= set(ids)


def test_the_words_that_matter_are_marked() -> None:
    sentence = {"text": "Iran hosted talks.", "start": 10, "source": "Wire", "name": "a.txt"}
    found = quote(sentence | {"quote_start": 15, "quote_end": 21, "date": "2021-07-08"})
    assert (found.before, found.words, found.after) == ("Iran ", "hosted", " talks.")
    page = html(Report("t", "", (Section("s", "s", (Tie("h", "a", "0", (found,)),)),)))
    assert "Iran <mark>hosted</mark> talks." in page


@pytest.mark.parametrize("place", [{}, {"quote_start": 10, "quote_end": 28}, {"quote_start": 99}])
def test_nothing_is_marked_where_all_of_it_matters_or_the_place_is_unknown(
    place: dict[str, int],
) -> None:
    found = quote({"text": "Iran hosted talks.", "start": 10} | place)
    assert (found.words, found.text) == ("", "Iran hosted talks.")


def test_a_long_sentence_is_cut_around_the_words_that_matter() -> None:
    text = "x" * 2000 + " hosted " + "y" * 2000
    found = quote({"text": text, "start": 0, "quote_start": 2001, "quote_end": 2007})
    assert found.words == "hosted"
    assert (found.before[0], found.after[-1]) == ("…", "…")
    assert len(found.text) < 620


def test_notes_tell_what_is_less_than_stated() -> None:
    sentence: dict[str, Any] = {"text": "a", "start": 0, "date": "2021-07-08"}
    sentence |= {"modality": "planned", "speaker": "the\nKremlin", "event_date": "2021-07-07"}
    assert quote(sentence).notes == "of 2021-07-07; planned; according to the Kremlin"


def test_names_in_a_figure_are_left_out_where_there_is_no_room() -> None:
    crowd = [Point(0.5, 0.5, f"Actor {n:03d}", "person") for n in range(60)]
    drawn = figures_plane.scatter(
        crowd, xlabel="x", ylabel="y", middle=(0.5, 0.5), corners=("a", "b", "c", "d")
    )
    shown = re.findall(r">(Actor \d+)<", drawn.svg)
    assert shown[0] == "Actor 000"
    assert 5 <= len(shown) <= 20


def test_figures_name_no_day_and_no_program() -> None:
    svg = figures.bars(["a"], {"x": [1]}, {"x": "#000000"}, ylabel="y").svg
    assert "metadata" not in svg
    assert "atplotlib v" not in svg


@pytest.mark.browser
def test_the_page_opens_offline_and_complains_of_nothing(browser: Any, tmp_path: Path) -> None:
    for number, text in enumerate([*HOSTILE, "Kabul"]):
        file = tmp_path / f"{number}.html"
        file.write_bytes(html(everything(text)).encode("utf-8", "replace"))
        context = browser.new_context(offline=True)
        tab = context.new_page()
        complaints: list[str] = []
        requests: list[str] = []
        tab.on("console", lambda said, kept=complaints: kept.append(said.text))
        tab.on("pageerror", lambda error, kept=complaints: kept.append(str(error)))
        tab.on("request", lambda request, kept=requests: kept.append(request.url))
        tab.goto(file.as_uri())
        assert tab.evaluate("window.hacked") is None
        assert tab.locator("img, script, section a:not([href='#s1']), iframe").count() == 0
        assert tab.locator("figure svg").count() == 5
        wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
        assert complaints == []
        assert requests == [file.as_uri()]
        context.close()
