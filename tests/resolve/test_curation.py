"""``curation.yaml``: read with line numbers in its errors, written without harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.errors import CurationError
from actors.resolve.curation import parse, read
from actors.resolve.writing import add, undo

WRITTEN = """\
# who is who
- merge: [Zamir Kabulov, Kabulov]   # both reports
  because: the same envoy
  by: ann
- retype: Taliban
  kind: organisation
  subtype: armed_group
- reject: {source: Russia, target: Taliban, type: accuse}
- add_relation:
  source: Iran
  target: Taliban
  type: consult
"""


def test_decisions_are_read_in_order_with_their_lines() -> None:
    rules = parse(WRITTEN)
    assert [rule.verb for rule in rules] == ["merge", "retype", "reject", "add_relation"]
    assert rules[0].about == ["Zamir Kabulov", "Kabulov"]
    assert rules[0].reason == "the same envoy (ann)"
    assert rules[1].says == {"kind": "organisation", "subtype": "armed_group"}
    assert [rule.place for rule in rules[:3]] == [
        "curation.yaml, line 2",
        "curation.yaml, line 5",
        "curation.yaml, line 8",
    ]


def test_a_decision_without_a_reason_says_that_it_was_made_by_hand() -> None:
    assert parse("- ignore: Reuters")[0].reason == "ignore, decided by hand"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("merge: [A, B]", "line 1: the file must be a list"),
        ("- ignore: A\n- Kabulov", "line 2: a decision looks like"),
        ("\n- marge: [A, B]", "line 2: “marge” is no decision"),
        ("- merge: A", "line 1: “merge” needs a list of two names"),
        ("- merge: [A]", "line 1: “merge” needs a list of two names"),
        ("- split: A", "“split” needs “off” too"),
        ("- split: A\n  off: B", "needs “off” to be a list"),
        ("- pin: A\n  names: B", "needs “names” to be a list"),
        ("- rename: A\n  too: B", "“rename” needs “to” too"),
        ("- rename: A\n  to: B\n  kind: person", "“rename” knows no “kind”"),
        ("- retype: A\n  kind: planet", "needs one of: country"),
        ("- identify: A\n  with: Q1", "like {wikidata: Q42418}"),
        ("- ignore: {pattern: '('}", "no regular expression"),
        ("- ignore: {regex: a}", "{pattern: ...}"),
        ("- ignore:", "needs the name of one actor"),
        ("- reject: Russia", "needs {source: A, target: B}"),
        ("- add_relation:\n  source: A\n  target: [B]\n  type: x", "needs “target” to be one text"),
        ("- ignore: 'A", "line 1: this is not YAML"),
        ("- ignore: A\n  - b: [", "this is not YAML"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(CurationError, match=r"curation\.yaml, line") as error:
        parse(text)
    assert told in str(error.value)


def test_country_codes_and_numbers_stay_text() -> None:
    (rule,) = parse("- identify: Norway\n  with: {iso3166: NO, cow: 385}")
    assert rule.says["with"] == {"iso3166": "NO", "cow": "385"}


def test_no_file_and_an_empty_file_hold_no_decisions(tmp_path: Path) -> None:
    path = tmp_path / "curation.yaml"
    assert read(path) == []
    path.write_text("# nothing yet\n", encoding="utf-8")
    assert read(path) == []


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "curation.yaml"
    path.write_bytes("- ignore: Orbán".encode("latin-1"))
    with pytest.raises(CurationError, match="UTF-8"):
        read(path)


def test_written_decisions_leave_comments_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "curation.yaml"
    path.write_text(WRITTEN, encoding="utf-8")
    add(path, "rename", "RIA", because="its name", says={"to": "RIA Novosti"})
    assert path.read_text(encoding="utf-8").startswith(WRITTEN)
    assert read(path)[-1].says == {"to": "RIA Novosti"}


def test_undo_takes_the_newest_decision_out(tmp_path: Path) -> None:
    path = tmp_path / "curation.yaml"
    add(path, "ignore", "Reuters")
    before = path.read_text(encoding="utf-8")
    add(path, "merge", ["Kabulov - envoy", "Замир Кабулов"], because="the same", by="ann")
    assert undo(path).verb == "merge"
    assert path.read_text(encoding="utf-8") == before
    undo(path)
    with pytest.raises(CurationError, match="no decision to undo"):
        undo(path)


def test_nothing_is_written_that_cannot_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "curation.yaml"
    with pytest.raises(CurationError):
        add(path, "merge", ["only one"])
    assert not path.exists()
