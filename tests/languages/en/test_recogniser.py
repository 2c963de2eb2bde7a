"""The recogniser as a spaCy component: what it finds, how sure it is, and that it is steady."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.errors import ModelError
from actors.languages.en.networks import WEIGHTS
from actors.languages.en.recogniser import KEY, Recogniser, mark
from actors.neural.name_reader import Name, NameReader, available, threads_of

NEWS = (
    "On Monday Mr Amadou Sesay of Sierra Leone met officials of the World Bank in Freetown. "
    "The Liberian delegation arrived later. Mr Sesay thanked the African Union for its help."
)


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe(KEY)
    return pipeline


@pytest.fixture(scope="module")
def reader():
    return NameReader(WEIGHTS)


def named(doc):
    return [(entity.text, entity.label_) for entity in doc.ents]


def test_finds_persons_organisations_places_and_groups(nlp):
    assert named(nlp(NEWS)) == [
        ("Amadou Sesay", "PERSON"),
        ("Sierra Leone", "LOC"),
        ("World Bank", "ORG"),
        ("Freetown", "LOC"),
        ("Liberian", "GRP"),
        ("Sesay", "PERSON"),
        ("African Union", "ORG"),
    ]


def test_multi_word_demonym_is_one_group(nlp):
    assert ("Costa Rican", "GRP") in named(nlp("Two Costa Rican soldiers were hurt near Limon."))


def test_case_is_not_lost_although_the_vocabulary_is_uncased(nlp):
    found = named(nlp("Officials in Turkey said that the turkey was served cold."))
    assert found == [("Turkey", "LOC")]


def test_every_name_has_a_probability_and_the_offsets_the_recogniser_saw(nlp):
    doc = nlp(NEWS)
    group = doc.spans[KEY]
    assert [span.text for span in group] == [entity.text for entity in doc.ents]
    assert all(0.0 < score < 1.0 for score in group.attrs["scores"])
    assert [NEWS[start:end] for start, end in group.attrs["offsets"]] == [s.text for s in group]


def test_spans_and_scores_survive_serialisation(nlp):
    doc = nlp(NEWS)
    back = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert list(back.spans[KEY].attrs["scores"]) == doc.spans[KEY].attrs["scores"]


def test_pipe_gives_what_single_calls_give(nlp):
    texts = [NEWS, "", "Nothing happened.", NEWS.replace("Monday", "Tuesday") * 12, " \n "]
    piped = [(named(doc), doc.spans[KEY].attrs["scores"]) for doc in nlp.pipe(texts, batch_size=2)]
    single = [(named(doc), doc.spans[KEY].attrs["scores"]) for doc in map(nlp, texts)]
    assert piped == single


def test_number_of_threads_changes_nothing():
    text = NEWS * 20
    assert NameReader(WEIGHTS, threads=1).names(text) == NameReader(WEIGHTS, threads=3).names(text)


def test_texts_are_taken_only_as_far_ahead_as_asked(reader):
    taken = []
    names = reader.pipe((taken.append(text) or text for text in [NEWS] * 6), ahead=3)
    first = next(names)
    assert len(taken) == 3
    assert next(names) == first == reader.names(NEWS)
    assert len(taken) == 4
    names.close()
    assert len(taken) == 4


def test_long_text_is_read_to_its_end(reader):
    text = "The rain went on for days. " * 400 + "Then Mr Amadou Sesay flew to Freetown."
    names = reader.names(text)
    assert [(text[one.start : one.end], one.kind) for one in names] == [
        ("Amadou Sesay", "PER"),
        ("Freetown", "LOC"),
    ]


def test_first_word_of_a_text_is_no_name_for_being_capitalised(reader):
    text = "Officials said that the talks had failed."
    assert reader.names(text) == []


def test_text_without_names_has_none(nlp):
    doc = nlp("the cat sat on the mat.")
    assert not doc.ents
    assert doc.spans[KEY].attrs["scores"] == []


def test_a_name_inside_a_token_takes_the_token_and_keeps_its_own_offsets():
    doc = spacy.blank("en").make_doc("U.S.-led troops")
    mark(doc, [Name(0, 4, "LOC", 0.9)])
    assert named(doc) == [("U.S.-led", "LOC")]
    assert doc.spans[KEY].attrs["offsets"] == [(0, 4)]


def test_of_two_names_in_one_token_the_first_stays():
    doc = spacy.blank("en").make_doc("U.S.-led troops")
    mark(doc, [Name(0, 4, "LOC", 0.9), Name(5, 8, "ORG", 0.4)])
    assert named(doc) == [("U.S.-led", "LOC")]
    assert doc.spans[KEY].attrs["scores"] == [0.9]


def test_earlier_entities_are_replaced(nlp):
    doc = nlp.make_doc("the cat sat in Cairo")
    doc.set_ents([spacy.tokens.Span(doc, 0, 2, label="ANIMAL")])
    nlp.get_pipe(KEY)(doc)
    assert named(doc) == [("Cairo", "LOC")]


def test_reader_travels_between_processes_without_its_session(reader):
    before = reader.names(NEWS)
    copy = pickle.loads(pickle.dumps(reader))
    assert "session" not in vars(copy)
    assert copy.names(NEWS) == before


def test_nothing_is_loaded_before_the_first_text():
    component = Recogniser(NameReader(WEIGHTS))
    assert "session" not in vars(component.reader)


def test_missing_weights_say_what_to_do(tmp_path: Path):
    assert not available(tmp_path)
    with pytest.raises(ModelError, match="reinstall"):
        NameReader(tmp_path)


def test_threads_come_from_the_caller_then_the_environment(monkeypatch):
    monkeypatch.setenv("ACTORS_THREADS", "5")
    assert threads_of(0) == 5
    assert threads_of(1) == 1
    monkeypatch.delenv("ACTORS_THREADS")
    assert threads_of(0) in (1, 2)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_ordered_names_inside_it(text):
    names = READER.names(text)
    assert all(0 <= one.start < one.end <= len(text) for one in names)
    assert all(before.end <= after.start for before, after in pairwise(names))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Kabul Oslo.\n'’-éß北", max_size=120))
def test_any_text_can_be_marked(text):
    doc = Recogniser(READER)(spacy.blank("en").make_doc(text))
    assert len(doc.spans[KEY]) == len(doc.ents)


READER = NameReader(WEIGHTS)
