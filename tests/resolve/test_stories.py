"""Which documents are copies of one another, and which only report the same event."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from actors.resolve import stories
from actors.types import Document

WIRE = """\
Border guards of the northern republic said on Monday that two hundred soldiers had crossed
the river during the night and asked for shelter in the nearest village.

The governor of the province told reporters that the soldiers would be fed, disarmed and
sent home by aeroplane as soon as the two governments had agreed on the day.

A spokesman for the ministry of defence in the capital denied that the army had given up the
crossing, and said that reinforcements were on their way from the garrison in the south.

Aid workers warned that many families would follow the soldiers before the end of the week."""

ELSEWHERE = """\
Two hundred soldiers have fled over the river into the northern republic, officials there
confirmed after a night of fighting. The men are to be flown back, according to the governor,
once both capitals have settled when. The defence ministry insists that the crossing is still
held and says more troops will arrive soon, while relief agencies expect a wave of refugees
within days and have begun to put up tents near the village where the soldiers found shelter."""


def document(name: str, text: str, day: int | None = None) -> Document:
    return Document(name, text, published=date(2021, 7, day) if day else None)


def told(*documents: Document) -> dict[str, str]:
    """The name of the first document of each document's story."""
    name = {one.key: one.name for one in documents}
    return {name[key]: name[story] for key, story in stories(documents).items()}


def test_no_documents_tell_no_story() -> None:
    assert stories([]) == {}


def test_a_reprint_without_a_paragraph_is_the_same_story() -> None:
    first, second, third, last = WIRE.split("\n\n")
    cut = [WIRE, "\n\n".join((second, third, last)), "\n\n".join((first, third)), f"News. {WIRE}"]
    assert set(told(*(document(f"{n}.txt", text) for n, text in enumerate(cut))).values()) == {
        "0.txt"
    }


def test_two_reports_of_one_event_are_two_stories() -> None:
    assert told(document("a", WIRE), document("b", ELSEWHERE)) == {"a": "a", "b": "b"}


def test_a_story_is_called_after_its_first_document_by_date_then_by_name() -> None:
    copies = document("a", WIRE), document("c", WIRE, 2), document("b", WIRE, 2)
    assert set(told(*copies).values()) == {"b"}


def test_later_documents_leave_earlier_stories_as_they_are() -> None:
    old = document("a", WIRE, 1), document("b", ELSEWHERE, 2)
    new = document("c", WIRE + " More later.", 3)
    assert stories((*old, new)) == stories(old) | {new.key: old[0].key}


def test_newer_and_newer_versions_do_not_chain_into_one_story() -> None:
    paragraphs = [f"{letter} ".join(ELSEWHERE.split()) for letter in "abcdef"]
    versions = ["\n\n".join(paragraphs[n : n + 3]) for n in range(4)]
    found = told(*(document(str(day), text, day) for day, text in enumerate(versions, start=1)))
    assert found == {"1": "1", "2": "1", "3": "3", "4": "3"}


def test_an_article_that_quotes_a_short_one_whole_does_not_reprint_it() -> None:
    brief = " ".join(ELSEWHERE.split()[:25])
    assert told(document("a", brief, 1), document("b", f"{WIRE} {brief}", 2))["b"] == "b"


def test_short_texts_are_copies_only_word_by_word() -> None:
    short = "Ten words are far too few to tell a copy"
    found = told(document("a", short), document("b", short.upper()), document("c", f"{short}cat"))
    assert found == {"a": "a", "b": "a", "c": "c"}
    assert told(document("a", "They met."), document("b", "They met.")) == {"a": "a", "b": "b"}


def test_only_the_body_is_compared() -> None:
    header = "Subscribe now! " * 30
    documents = [
        Document(name, header + text, body=((len(header), len(header + text)),))
        for name, text in (("a", WIRE), ("b", ELSEWHERE))
    ]
    assert len(set(stories(documents).values())) == 2


@given(st.permutations(range(5)), st.lists(st.sampled_from(WIRE.split()), max_size=40))
def test_the_order_in_which_documents_come_does_not_matter(
    order: list[int], words: list[str]
) -> None:
    texts = (WIRE, ELSEWHERE, WIRE[:400], ELSEWHERE + WIRE, " ".join(words))
    documents = [document(str(number), text) for number, text in enumerate(texts)]
    assert stories(documents[number] for number in order) == stories(documents)


def test_ten_edited_words_in_a_hundred_do_not_hide_a_copy() -> None:
    chance = random.Random(1)
    words = WIRE.split()
    for place in chance.sample(range(len(words)), len(words) // 10):
        words[place] = "EDITED"
    assert set(told(document("a", WIRE), document("b", " ".join(words))).values()) == {"a"}
