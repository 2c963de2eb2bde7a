"""Issues as words: what they find, what can't be read, and the two-mode network."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import SettingsError
from actors.stakeholders import Issue, parse_issue, read_issues
from actors.stakeholders.issues import actor_issue_network, attention, stances
from tests.stakeholders.networks import graph, passage, said, tie


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("border security", "Security on the Afghan border is poor.", True),
        ("border security", "The border is long.", False),
        ("border", "Two borders meet; the border's end.", True),
        ("border", "The borderline case.", False),
        ("border*", "The borderline case.", True),
        ('"border guard"', "Border guards fired.", True),
        ('"border guard"', "A guard at the border.", False),
        ("/talks? (in|at)/", "They held TALKS in Tehran.", True),
        ("c++ (x)", "He wrote C++ (x) there.", True),
    ],
)
def test_what_a_term_finds(term: str, text: str, found: bool) -> None:
    assert Issue("it", (term,)).matches(text) is found


def test_an_issue_with_and_without_words_of_its_own() -> None:
    assert parse_issue(" refugees ") == Issue("refugees", ("refugees",))
    assert parse_issue("a=b, c d") == Issue("a", ("b", "c d"))


@pytest.mark.parametrize("text", ["", "  ", "=border", "border=", "a=b,,c", "a=/(/"])
def test_an_issue_without_a_name_or_words_is_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        parse_issue(text)


@given(st.text())
def test_any_name_is_an_issue_or_an_error_and_never_runs_wild(text: str) -> None:
    try:
        issue = parse_issue(text.replace("/", ""))
    except SettingsError:
        return
    assert issue.matches("Tajikistan closed the border.") in (True, False)


def test_a_file_of_issues(tmp_path: Path) -> None:
    file = tmp_path / "issues.toml"
    file.write_text('"border security" = ["border*", "frontier"]\ntalks = "talk*"\n')
    assert read_issues(file) == [
        Issue("border security", ("border*", "frontier")),
        Issue("talks", ("talk*",)),
    ]


@pytest.mark.parametrize("content", ["border: x", "a = 3", "a = []", "a = [1]", "[a]\nb = 'c'"])
def test_a_file_that_holds_something_else_is_refused_with_its_name(
    tmp_path: Path, content: str
) -> None:
    file = tmp_path / "issues.toml"
    file.write_text(content)
    with pytest.raises(SettingsError, match=r"issues\.toml"):
        read_issues(file)
    with pytest.raises(SettingsError, match=r"none\.toml"):
        read_issues(tmp_path / "none.toml")


def test_attention_counts_near_sentences_half_and_reprints_once() -> None:
    near = [passage(10, "tj", "af"), passage(20, "tj", distance=1)]
    assert attention([*near, *near]) == {"tj": 1.5, "af": 1.0}


def test_stance_is_what_an_actor_does_in_the_sentences_about_the_issue() -> None:
    net = graph()
    again = said(10, story="d1") | {"document": "d2"}
    tie(net, "un", "tj", "aid", "+", 10, again)  # a reprint in d2
    tie(net, "af", "tj", "agree", "+", 10, directed=False)
    tie(net, "tal", "af", "accuse", "-", 10, said(20, modality="denied"))
    tie(net, "tal", "un", "assault", "-", 30)  # not about the issue
    tie(net, "tj", "un", "reject", "-", 10, negated=True)
    about = [passage(10), passage(20), passage(30, distance=1)]
    assert stances(net, about) == {"un": (1, 0), "af": (1, 0), "tj": (1, 0), "tal": (0, 1)}


def test_the_actor_issue_network_has_two_modes() -> None:
    net = graph()
    tie(net, "un", "tj", "aid", "+", 10)
    near = {"border": [passage(10, "un", "tj")], "talks": [passage(50, "tj", distance=1)]}
    found = actor_issue_network(net, near)
    assert set(map(frozenset, found.edges)) == {
        frozenset({"issue:border", "tj"}),
        frozenset({"issue:border", "un"}),
        frozenset({"issue:talks", "tj"}),
    }
    assert found.edges["un", "issue:border"] == {"weight": 1.0, "stance": 1.0, "sentences": 1}
    assert found.edges["tj", "issue:talks"] == {"weight": 0.5, "stance": None, "sentences": 0}
    assert {found.nodes[one]["bipartite"] for one in ("un", "tj")} == {0}
