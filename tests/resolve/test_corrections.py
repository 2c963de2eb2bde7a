"""Decisions about single mentions change the reading of one document as worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import CurationError
from actors.resolve.corrections import correct, corrected, difference, named_after
from actors.resolve.curation import parse
from actors.types import Actor, Document, Entity, Extract, Mention, Rule, Span

#       0         1         2         3         4         5         6
#       0123456789012345678901234567890123456789012345678901234567890123456789
TEXT = "Sharif met Khan in Moscow. Sharif thanked Moscow.\nThe envoy left."
PARAGRAPHS = (0, 50)
SENTENCES = ((0, 26), (27, 49), (50, 65))
DOCUMENT = Document("may.txt", TEXT)


def _mention(number: int, start: int, end: int, kind: Any, entity: str, sentence: int) -> Mention:
    span = Span("d", start, end)
    return Mention(f"m{number}", span, TEXT[start:end], kind, "name", entity, sentence, 0)


READ = Extract(
    "d",
    (
        _mention(0, 0, 6, "person", "e0", 0),
        _mention(1, 11, 15, "person", "e1", 0),
        _mention(2, 19, 25, "place", "e2", 0),
        _mention(3, 27, 33, "person", "e0", 1),
    ),
    (
        Entity("e0", "Nawaz Sharif", "person"),
        Entity("e1", "Imran Khan", "person"),
        Entity("e2", "Moscow", "place"),
    ),
    (),
    SENTENCES,
)


def rule(verb: str, at: str, words: str, **says: str) -> Rule:
    return Rule(verb, {"document": "may.txt", "at": at, "words": words}, says)


def after(*rules: Rule) -> Any:
    return correct(DOCUMENT, READ, rules, PARAGRAPHS)


def entities(extract: Extract) -> list[str]:
    return [one.entity for one in extract.mentions]


def test_one_mention_means_another_and_the_others_stay() -> None:
    found = after(rule("move", "27-33", "Sharif", to="Shehbaz Sharif"))
    assert entities(found.extract) == ["e0", "e1", "e2", "hand27-33"]
    assert found.extract.mentions[3].id == "m3"  # what is stated of it follows
    assert [one.id for one in found.extract.entities] == ["e0", "e1", "e2", "hand27-33"]
    (_, placed), = found.placed  # fmt: skip
    assert (placed.about.key, placed.says["to"]) == ("d:hand27-33", "Shehbaz Sharif")
    assert found.warnings == ()


def test_one_mention_is_nobody() -> None:
    found = after(rule("ignore", "11-15", "Khan"))
    assert entities(found.extract) == ["e0", "e2", "e0"]
    assert difference(READ, found.extract).gone == ("e1",)
    assert difference(READ, found.extract).out == ("m1",)


def test_words_are_added_with_their_sentence_and_paragraph() -> None:
    found = after(rule("add_mention", "50-59", "The envoy", to="Imran Khan"))
    added = found.extract.mentions[-1]
    assert (added.id, added.entity, added.text) == ("hand50-59", "hand50-59", "The envoy")
    assert (added.sentence, added.paragraph, added.level) == (2, 1, "name")
    found = after(rule("add_mention", "54-59", "envoy", to="Imran Khan"))
    assert found.extract.mentions[-1].level == "nominal"


def test_adding_what_was_read_meanwhile_corrects_it() -> None:
    found = after(rule("add_mention", "11-15", "Khan", to="Ali Khan"))
    assert entities(found.extract) == ["e0", "hand11-15", "e2", "e0"]


def test_the_newest_word_about_a_mention_wins() -> None:
    found = after(
        rule("move", "11-15", "Khan", to="Ali Khan"),
        rule("move", "11-15", "Khan", to="Sadiq Khan"),
    )
    assert [placed.says["to"] for _, placed in found.placed] == ["Ali Khan", "Sadiq Khan"]
    assert [one.name for one in found.extract.entities][3:] == ["Sadiq Khan"]
    found = after(rule("move", "11-15", "Khan", to="Ali Khan"), rule("ignore", "11-15", "Khan"))
    assert (entities(found.extract), found.placed) == (["e0", "e2", "e0"], ())


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (rule("move", "27-33", "Sherif", to="A"), "characters 27-33 of may.txt are “Sharif”"),
        (rule("move", "28-33", "harif", to="A"), "nobody is mentioned at 28-33"),
        (rule("ignore", "50-59", "The envoy"), "nobody is mentioned at 50-59"),
        (rule("ignore", "500-506", "Sharif"), "are “”, not “Sharif”"),
    ],
)
def test_what_does_not_fit_is_told_and_not_applied(decision: Rule, told: str) -> None:
    found = after(decision)
    assert found.extract == READ
    assert told in found.warnings[0]
    assert "not applied" in found.warnings[0]


def test_words_outside_of_what_is_read_are_refused() -> None:
    read = Extract("d", (), (), (), ((0, 26),))
    found = correct(DOCUMENT, read, [rule("add_mention", "50-59", "The envoy", to="A")])
    assert "stand in no sentence" in found.warnings[0]


@pytest.mark.parametrize(
    ("kind", "acts", "literal"), [("country", True, "e2"), ("place", False, None)]
)
def test_a_place_stands_for_a_state_or_for_itself(
    kind: Any, acts: bool, literal: str | None
) -> None:
    found = after(rule("move", "19-25", "Moscow", to="whoever"))
    who = Actor("a", "Whoever", kind, members=("d:hand19-25",))
    made = named_after(difference(READ, found.extract), {"d:hand19-25": who})
    (mention,), (entity,) = made.mentions, made.entities
    assert (mention.kind, mention.metonymic, mention.literal) == (kind, acts, literal)
    assert (entity.name, entity.kind) == ("Whoever", kind)


def test_decisions_about_mentions_are_read_from_the_file() -> None:
    (found,) = parse("- move: {document: may.txt, at: 27-33, words: Sharif}\n  to: Shehbaz Sharif")
    assert found.about == {"document": "may.txt", "at": "27-33", "words": "Sharif"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- move: {document: a, at: 33-27, words: S}\n  to: A", "needs a mention such as"),
        ("- add_mention: Sharif\n  to: A", "needs a mention such as"),
        ("- ignore: {document: a, words: S}", "needs a mention such as"),
        ("- move: {document: a, at: 1-2, words: S}\n  to: A\n  kind: cat", "“kind” to be one of"),
        ("- move: d1:e0\n  to: A\n  kind: person", "only for a single mention"),
    ],
)
def test_what_is_no_mention_is_refused(text: str, told: str) -> None:
    with pytest.raises(CurationError, match=told):
        parse(text)


_PLACES = [("0-6", "Sharif"), ("11-15", "Khan"), ("27-33", "Sharif"), ("54-59", "envoy")]


@given(
    st.lists(
        st.tuples(st.sampled_from(("move", "ignore", "add_mention")), st.sampled_from(_PLACES))
    )
)
def test_a_correction_says_all_that_decisions_change(drawn: list[Any]) -> None:
    found = after(*(rule(verb, *place, to="Somebody") for verb, place in drawn))
    again = corrected(READ, difference(READ, found.extract))
    assert again == found.extract
    spans = [one.span for one in again.mentions]
    assert len({*spans}) == len(spans)
    assert all(TEXT[one.start : one.end] for one in spans)
