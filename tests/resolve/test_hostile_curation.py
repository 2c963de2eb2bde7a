"""``curation.yaml`` that would hang or break a naive reader is refused at once, with its line."""

from __future__ import annotations

import time

import pytest

from actors.errors import CurationError
from actors.resolve.curation import parse
from actors.resolve.decisions import decide
from actors.resolve.naming import Group
from actors.resolve.records import Candidate

BOMB = "- merge: &a [A, B]\n" + "".join(
    f"- merge: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- ignore: A\n- &a [*a]", "line 2: “\\*a” refers to another place: write it out"),
        ("- &a {merge: *a}", "line 1: “\\*a” refers to another place"),
        (BOMB, "line 2: “\\*a” refers to another place"),
        ("- ignore: A\n- " + "[" * 50_000, "line 2: more than 10 lists inside one another"),
        ("- " * 50_000 + "a", "line 1: more than 10 lists inside one another"),
        ("- merge: [A, B]\n  because: [x, y]", "line 1: “merge” needs “because” to be one text"),
        ("- merge: [A, B]\n  by: {a: b}", "“merge” needs “by” to be one text"),
        ("- rename: A\n  to: [B, C]", "line 1: “rename” needs “to” to be one text"),
        ("- rename: A\n  to: {B: C}", "line 1: “rename” needs “to” to be one text"),
        ("- rename: [A]\n  to: B", "“rename” needs the name of one actor"),
        ("- retype: A\n  kind: [person]", "“retype” needs “kind” to be one text"),
        ("- retype: A\n  kind: person\n  subtype: [a]", "needs “subtype” to be one text"),
        ("- identify: A\n  with: {wikidata: [Q1]}", "like {wikidata: Q42418}"),
        ("- add_actor: A\n  kind: person\n  identifiers: [Q1]", "“identifiers” to be like"),
        ("- reject: {source: [A], target: B}", "“reject” needs {source: A, target: B}"),
        ("- retype_relation: {relation: 'a#r1'}\n  to: [x]", "needs “to” to be one text"),
        ("- add_relation:\n  source: A\n  target: B\n  type: consult\n  sign: [+]", "“sign”"),
        ("- ignore: {string: [A]}", "needs a name, {string: ...} or {pattern: ...}"),
        ("- ignore: {pattern: [A]}", "needs a name, {string: ...} or {pattern: ...}"),
        ("- ignore: {pattern: '('}", "has a pattern that is no regular expression"),
        ("- ignore: {pattern: '(a)\\1'}", "has a pattern that is no regular expression"),
        (f"- ignore: {{pattern: {'a' * 1001}}}", "a pattern of more than 1,000 characters"),
    ],
)
def test_what_is_refused_says_where_and_why(text: str, told: str) -> None:
    began = time.process_time()
    with pytest.raises(CurationError, match=told):
        parse(text)
    assert time.process_time() - began < 2


def test_a_file_that_is_no_file_of_decisions_is_refused() -> None:
    with pytest.raises(CurationError, match="more than 10,000,000 characters"):
        parse("#" * 10_000_001)


def test_a_pattern_that_backtracks_is_answered_at_once() -> None:
    names = ["a" * 5000 + "b", "a" * 5000]
    groups = [
        Group((Candidate(f"d{n}:e0", f"d{n}", name, "organisation"),))
        for n, name in enumerate(names)
    ]
    began = time.process_time()
    found = decide(groups, parse("- ignore: {pattern: '^(a+)+$'}"))
    assert time.process_time() - began < 2
    assert {group.name: group.ignored for group in found.groups} == {
        names[0]: False,
        names[1]: True,
    }
