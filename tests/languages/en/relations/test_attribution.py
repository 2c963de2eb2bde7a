"""Who says what: speaker, cue and words, within a sentence and across sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from actors.languages.en.relations.quotes import attributions, quotations

Parse = Callable[[str], Doc]
CASES = [
    ("Reuters reported that the port was closed.", "Reuters", "reported", "the port was closed"),
    ("The port was closed, the mayor said.", "the mayor", "said", "The port was closed"),
    ("According to the mayor, the port was closed.", "the mayor", "According", "was closed"),
    ("The port was closed, according to the mayor.", "the mayor", "according", "was closed"),
    ("Peru accused Chile of closing the port.", "Peru", "accused", "closing the port"),
    ("The daily quoted Ana Lopez as saying the port was shut.", "Ana Lopez", "saying", "shut"),
    ("Ana Lopez was quoted as saying the port was shut.", "Ana Lopez", "saying", "was shut"),
    ('"The port was closed at noon," the mayor said.', "the mayor", "said", "closed at noon"),
    ('The mayor spoke slowly. She added: "The port was closed at noon."', "She", "added", "noon"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_speaker_cue_and_words(
    parse: Parse, text: str, source: str, cue: str, content: str
) -> None:
    doc = parse(text)
    found = [
        one
        for one in attributions(doc)
        if any(content in doc[start:end].text for start, end in one.contents)
    ]
    assert found, [doc[one.cue].text for one in attributions(doc)]
    assert {doc[one.source[0] : one.source[1]].text for one in found} == {source}
    assert doc[found[0].cue].text == cue


def test_a_quotation_finds_its_speaker_in_the_sentence_before(parse: Parse) -> None:
    doc = parse('"The ships came early," the mayor said. "They burned the port at dawn."')
    last = attributions(doc)[-1]
    assert doc[last.source[0] : last.source[1]].text == "the mayor"
    assert "burned" in doc[last.contents[0][0] : last.contents[0][1]].text


def test_a_quotation_of_another_paragraph_has_no_speaker(parse: Parse) -> None:
    doc = parse('The mayor said the port was shut.\n\n"They burned all of it at dawn."')
    assert all("burned" not in doc[a:b].text for x in attributions(doc) for a, b in x.contents)


def test_the_speaker_of_the_next_sentence_is_taken_where_none_comes_before(parse: Parse) -> None:
    doc = parse('"They burned the port at dawn." So said the mayor of the town.')
    assert all(one.cue > one.contents[0][1] for one in attributions(doc))


def test_quotation_marks_of_any_kind(parse: Parse) -> None:
    for text in ('He said "one two three four".', "He said “one two three four”."):
        doc = parse(text)
        assert [doc[a:b].text for a, b in quotations(doc)] == ["one two three four"]


def test_an_open_quotation_ends_with_its_line(parse: Parse) -> None:
    assert list(quotations(parse('He said "one two three four\nfive six'))) == []


def test_nothing_said_gives_nothing(parse: Parse) -> None:
    assert attributions(parse("The port was closed at noon.")) == []
