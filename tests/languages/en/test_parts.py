"""A long document is read in parts, and says the same of itself as if it had been read at once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import Settings
from actors.extract import extract
from actors.languages.en.parts import parts
from actors.languages.en.reading import LONGEST, readable
from actors.types import Document, Extract

FIRST = "Hasan Sultonov met Maria Lopez in Minsk. Tajikistan accused Iran of an attack.\n\n"
SECOND = "Sultonov praised Tajikistan. Police arrested Maria Lopez.\n\n"
THIRD = "Iran rejected the accusation. Anna Lopez came. Lopez saw Minsk."


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts end after a hundred characters."""
    monkeypatch.setattr("actors.languages.pack.READ_AT_ONCE", 100)


def read(text: str) -> Extract:
    return extract([Document("long", text)], Settings())[0]


def called(found: Extract, text: str) -> set[str]:
    """The names of the entities that some words were given to."""
    names = {entity.id: entity.name for entity in found.entities}
    return {names[mention.entity] for mention in found.mentions if mention.text == text}


@given(st.text(alphabet="ab .,\n", max_size=300), st.integers(5, 60))
def test_the_parts_are_the_text_and_none_is_too_long(text: str, longest: int) -> None:
    found = parts(Document("a", text), longest)
    assert "".join(part.document.text for part in found) == text
    assert all(len(part.document.text) <= longest for part in found)
    assert all(
        right.start == left.start + len(left.document.text) for left, right in pairwise(found)
    )


def test_a_short_document_is_left_as_it_is() -> None:
    document = Document("a", "Iran met Oman.", body=((0, 14),))
    [only] = parts(document)
    assert only.document is document


def test_what_is_no_body_is_in_no_part() -> None:
    document = Document("a", "By us.\n\n" + FIRST + SECOND, body=((8, 8 + len(FIRST + SECOND)),))
    assert "By us" not in "".join(part.document.text for part in parts(document, 100))


@pytest.mark.usefixtures("small")
def test_offsets_are_those_of_the_whole_document() -> None:
    text = FIRST + SECOND + THIRD
    found = read(text)
    assert len(parts(Document("long", text))) == 3
    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
        start, end = found.sentences[mention.sentence]
        assert start <= mention.span.start < end
    assert [mention.id for mention in found.mentions] == [
        f"m{number}" for number in range(len(found.mentions))
    ]
    last = next(m for m in found.mentions if m.text == "Anna Lopez")
    assert last.paragraph == 2


@pytest.mark.usefixtures("small")
def test_actors_of_several_parts_are_one() -> None:
    found = read(FIRST + SECOND + THIRD)
    names = [entity.name for entity in found.entities]
    assert names.count("Tajikistan") == names.count("Iran") == names.count("Maria Lopez") == 1
    assert called(found, "Sultonov") == {"Hasan Sultonov"}


@pytest.mark.usefixtures("small")
def test_a_surname_that_two_persons_have_is_given_to_neither_by_joining() -> None:
    found = read(
        FIRST + SECOND + "The weather was fine in the whole country, and Lopez slept. " + THIRD
    )
    assert "Maria Lopez" in called(found, "Maria Lopez")
    assert "Anna Lopez" in called(found, "Anna Lopez")
    assert called(found, "Maria Lopez").isdisjoint(called(found, "Anna Lopez"))


@pytest.mark.usefixtures("small")
def test_relations_of_every_part_are_there_with_their_sentences() -> None:
    text = FIRST + SECOND + THIRD
    found = read(text)
    said = {
        one.type: text[one.evidence.start : one.evidence.end]
        for one in found.relations
        if one.trigger is not None
    }
    assert said["accuse"] == "Tajikistan accused Iran of an attack."
    ids = [one.id for one in found.relations]
    assert ids == [f"r{number}" for number in range(len(ids))]
    mentions = {mention.id for mention in found.mentions}
    assert all({one.source, one.target} <= mentions for one in found.relations)
    known = {one.id for one in found.relations}
    assert all(set(stance.relations) <= known for stance in found.stances)


@pytest.mark.usefixtures("small")
def test_a_pair_has_one_stance_however_many_parts_tell_of_it() -> None:
    found = read((FIRST + "\n") * 3)
    pairs = [(stance.source, stance.target) for stance in found.stances]
    assert len(pairs) == len(set(pairs)) > 0


def test_a_word_of_thousands_of_characters_is_not_read() -> None:
    text = "Iran met Oman. " + "(" * 5000 + " Oman met Qatar."
    assert readable(Document("a", text)) == "Iran met Oman. " + "\n" * 5000 + " Oman met Qatar."
    assert {mention.text for mention in read(text).mentions} == {"Iran", "Oman", "Qatar"}


def test_half_a_character_is_no_letter() -> None:
    found = read("Iran met \ud800 Oman.")
    assert [mention.text for mention in found.mentions] == ["Iran", "Oman"]


def test_a_sentence_without_an_end_is_ended() -> None:
    found = read("Iran met Oman and " * 400)
    assert len(found.sentences) > 1
    assert all(text.count(" ") <= LONGEST for text in _texts("Iran met Oman and " * 400, found))


def _texts(text: str, found: Extract) -> list[str]:
    return [text[start:end] for start, end in found.sentences]


def test_a_sentence_that_names_a_crowd_states_nothing_between_its_members() -> None:
    names = [f"{a}{b}ov" for a in ("Kar", "Mor", "Tel", "Bes") for b in "abcdefghijklmnopqrst"]
    crowd = ", ".join(f"Ivan {name}" for name in names)
    assert read(f"{crowd} and Iran met in Minsk.").relations == ()
