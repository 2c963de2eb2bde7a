"""What is wrong with a decision: each fault says what to write."""

from __future__ import annotations

import pytest

from actors.resolve.decision_checks import REASONS, VERBS, fault

MENTION = {"document": "may.txt", "at": "10-15", "words": "Sorel"}


def wrong(item: dict[str, object]) -> str:
    """The fault of a decision as it is written."""
    verb = next(iter(item))
    says = {key: value for key, value in item.items() if key not in (verb, *REASONS)}
    return fault(verb, item[verb], item, says)


@pytest.mark.parametrize(
    "item",
    [
        {"merge": ["Ada Sorel", "Sorel"], "because": "one envoy", "by": "kim"},
        {"apart": ["Ada Sorel", "Luis Sorel"]},
        {"split": "Sorel", "off": ["Luis Sorel"]},
        {"move": "d1:e4", "to": "Ada Sorel"},
        {"move": ["d1:e4", "d2:e0"], "to": "Ada Sorel"},
        {"move": MENTION, "to": "Ada Sorel", "kind": "person"},
        {"add_mention": MENTION, "to": "Ada Sorel"},
        {"rename": "Sorel", "to": "Ada Sorel"},
        {"retype": "Nile Fund", "kind": "organisation", "subtype": "ngo"},
        {"identify": "Nile Fund", "with": {"wikidata": "Q2"}},
        {"ignore": "Reuters"},
        {"ignore": {"string": "Reuters"}},
        {"ignore": {"pattern": "^Reut"}},
        {"ignore": MENTION},
        {"note": "Nile Fund", "text": "closed in May"},
        {"unsure": ["Ada Sorel", "Sorel"]},
        {"unsure": {"source": "Peru", "target": "Chile"}},
        {"unsure": "Sorel"},
        {"pin": "Ada Sorel", "names": ["Sorel"]},
        {"add_actor": "Nile Fund", "kind": "organisation", "identifiers": {"ftm": "x"}},
        {"reject": {"source": "Peru", "target": "Chile"}},
        {"confirm": {"relation": "r7"}},
        {"retype_relation": {"relation": "r7"}, "to": "accuse", "sign": "-", "negated": "yes"},
        {"add_relation": {}, "source": "Peru", "target": "Chile", "type": "consult"},
    ],
)
def test_nothing_is_wrong_with(item: dict[str, object]) -> None:
    assert wrong(item) == ""


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ({"merge": ["Sorel"]}, "needs a list of two names or more"),
        ({"merge": "Sorel"}, "needs a list of two names or more"),
        ({"merge": ["Sorel", " "]}, "needs a list of two names or more"),
        ({"split": "Sorel"}, "needs “off” too"),
        ({"split": "Sorel", "off": "Luis"}, "needs “off” to be a list of names"),
        ({"move": {}, "to": "Sorel"}, "needs a mention such as"),
        ({"move": "d1:e4", "to": "Sorel", "kind": "person"}, "“kind” only for a single mention"),
        ({"move": {**MENTION, "at": "15-10"}, "to": "Sorel"}, "needs a mention such as"),
        ({"move": {**MENTION, "at": "ten"}, "to": "Sorel"}, "needs a mention such as"),
        ({"move": MENTION, "to": "Sorel", "kind": "planet"}, "needs “kind” to be one of: country"),
        ({"rename": "", "to": "Sorel"}, "needs the name of one actor"),
        ({"rename": "Sorel", "to": ["Ada"]}, "needs “to” to be one text"),
        ({"retype": "Sorel", "kind": "planet"}, "needs one of: country"),
        ({"identify": "Sorel", "with": "Q2"}, "needs “with” to be like {wikidata: Q42418}"),
        ({"add_actor": "A", "kind": "person", "identifiers": ["Q2"]}, "“identifiers” to be like"),
        ({"pin": "Sorel", "names": [1]}, "needs “names” to be a list of names"),
        ({"ignore": {"regex": "x"}}, "needs a name, {string: ...} or {pattern: ...}"),
        ({"ignore": {"pattern": "("}}, "no regular expression"),
        ({"reject": {"source": "Peru"}}, "needs {source: A, target: B} or {relation: its id}"),
        ({"retype_relation": {"relation": "r"}, "to": "a", "turned": "maybe"}, "to be one of: yes"),
        ({"add_relation": {}, "source": "Peru", "target": " ", "type": "consult"}, "needs names"),
        ({"note": "Sorel", "text": "x", "colour": "red"}, "knows no “colour”; it knows: text"),
        ({"ignore": "Reuters", "by": 7}, "needs “by” to be one text"),
    ],
)
def test_a_fault_says_what_to_write(item: dict[str, object], told: str) -> None:
    assert told in wrong(item)


def test_every_decision_may_give_its_reasons() -> None:
    assert REASONS == ("because", "by", "on")
    assert not {name for parts in VERBS.values() for part in parts for name in part} & {*REASONS}
