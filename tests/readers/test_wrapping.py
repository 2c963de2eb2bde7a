"""Lines that a page broke are joined; lines that mean something are not."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.layout import tidy
from actors.readers.wrapping import unwrap

PROSE = (
    "The foreign ministers of four neighbouring states met in Dushanbe on Wednesday, and urged all "
    "sides to return to the talks without delay. The host country said that it would take in "
    "families from the border districts. A second meeting is planned for the autumn, according to "
    "the joint statement that Petra Lindqvist read to the press in the town hall of the capital."
)


@pytest.mark.parametrize("width", [30, 40, 55, 66, 72, 78, 100])
def test_a_wrapped_paragraph_is_whole_again(width: int) -> None:
    assert unwrap(textwrap.fill(PROSE, width)) == PROSE


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_wrapped_paragraphs_stay_apart(gap: str) -> None:
    paragraphs = [PROSE, PROSE.replace("four", "five")]
    wrapped = gap.join(textwrap.fill(paragraph, 72) for paragraph in paragraphs)
    assert unwrap(wrapped) == gap.join(paragraphs)


def test_paragraphs_that_begin_with_a_set_in_line_stay_apart() -> None:
    paragraphs = [textwrap.fill(PROSE, 72, initial_indent="    ") for _ in range(2)]
    assert unwrap("\n".join(paragraphs)) == f"    {PROSE}\n    {PROSE}"


def test_a_name_that_a_ragged_line_end_cuts_is_whole() -> None:
    text = (
        "At the conference on Tuesday evening in the old town hall of the city, Ana\n"
        "Berg accused the Inner Lakes\n"
        "Commission of hiding its figures. The delegate from the coast, Tomas\n"
        "Ilic, disagreed."
    )
    assert "Ana Berg accused the Inner Lakes Commission of hiding" in unwrap(text)


VERSE = """The boats go out before the sun,
And men who never learnt to swim
Are singing till the day is done
And evening makes the water dim."""
LISTED = """Participants of the round table in the old town hall of Tirana on Tuesday:
- Elira Hoxha, Ministry of the Environment
- Jonas Lind, Nordic River Fund
1. Matters arising
2. Any other business"""
ADDRESS = """Harbour Union
12 Quay Street
Nairobi 00100
Kenya"""
TABLE = """Name\tOrganisation\tRole
Rosa Quint\tDanube Trust\tChair
Emil Vasko\tVasko Foundation\tTreasurer"""
COLUMNS = """Rosa Quint          Danube Trust            Chair of the board since 2012
Emil Vasko          Vasko Foundation        Treasurer, and deputy of the chair"""
MARKDOWN = """| Name | Organisation |
|------|--------------|
| Rosa Quint | Danube Trust |"""
MINUTES = """MINUTES OF THE MEETING OF THE FOREST COUNCIL
Held on 4 May 2021 in Kampala
Present: H. Abara (Chair), K. Lindgren, M. Osei, Ms T. Rao"""
NAMES = """Doran, Eliza
Pike, Hugo
Marlowe, Ada J.
Stein, Otto"""
MESSAGES = """RT @watch: The Relief Corps accuses the ministry of blocking aid to the city
RT @kofi: Thanks to all of you who came to the town hall of the city on Monday
.@ministry denies it."""
SENTENCES = """Ministers of the four states met.
They agreed on a plan.
Talks go on in May."""
SPEAKERS = """JOANNA LESTER, HOST: With us tonight is Piet Mulder, the chairman of the Water Board.
PIET MULDER, CHAIRMAN (through translator): Thank you for having me here this evening.
LESTER: Last year the board sued the city."""


@pytest.mark.parametrize(
    "text",
    [
        *(VERSE, LISTED, ADDRESS, TABLE, COLUMNS, MARKDOWN, MINUTES, NAMES, SENTENCES),
        *(SPEAKERS, MESSAGES, "", "\n\n", "One line.\n"),
    ],
)
def test_lines_that_are_broken_on_purpose_stay(text: str) -> None:
    assert unwrap(text) == text


def test_a_heading_over_its_paragraph_stays_a_line() -> None:
    wrapped = textwrap.fill(PROSE, 72)
    assert unwrap(f"Ministers meet\n{wrapped}") == f"Ministers meet\n{PROSE}"


def test_an_item_of_a_list_goes_on_where_it_was_wrapped() -> None:
    text = (
        "- Elira Hoxha of the Ministry of the Environment and of the\n  water of the state\n- Jonas"
    )
    assert unwrap(text) == (
        "- Elira Hoxha of the Ministry of the Environment and of the water of the state\n- Jonas"
    )


@pytest.mark.parametrize(
    ("line", "after", "joined"),
    [
        ("the organi-", "sation of the", "the organisation of the"),
        ("the long-", "term plan of", "the long-term plan of"),
        ("the Euro-", "Asian Union of", "the Euro-Asian Union of"),
        ("Park Wan-", "joo of the", "Park Wan-joo of the"),
        ("Ewa Kowal-", "czyk of the", "Ewa Kowalczyk of the"),
        ("the 97th-", "minute goal of", "the 97th-minute goal of"),
        ("the Varna-", "based union of", "the Varna-based union of"),
        ("the minis\xad", "ters of the", "the ministers of the"),
    ],
)
def test_a_word_cut_at_a_line_end_is_whole(line: str, after: str, joined: str) -> None:
    before, behind = "The delegates of the member states of ", " council met on Monday in the hall."
    assert tidy(f"{before}{line}\n{after}{behind}") == before + joined + behind


def test_what_the_text_writes_elsewhere_decides_on_a_hyphen() -> None:
    text = (
        "A shoot-out ended it. "
        + PROSE[:62]
        + "the shoot-\nout of the season was seen by few people."
    )
    assert "shoot-out of the season" in unwrap(text)


def test_a_header_is_not_joined() -> None:
    header = (
        "title: Afghan troops cross into the neighbouring state as the districts fall\n"
        "date: 2021-07-05\n\n"
    )
    assert tidy(header + textwrap.fill(PROSE, 72)) == header + PROSE


@given(st.text(alphabet="ab -.,\n\tAB:1", max_size=400))
def test_joining_loses_no_letter(text: str) -> None:
    letters = [character for character in text if character.isalnum()]
    assert [character for character in unwrap(text) if character.isalnum()] == letters


@given(st.text(alphabet="ab -.,\n\tAB:1|", max_size=300))
def test_joining_adds_no_line(text: str) -> None:
    assert unwrap(text).count("\n") <= text.count("\n")


def test_a_question_after_a_long_answer_begins_a_line() -> None:
    answer = "A: No. We met the envoy of Ardenia in the spring, and Ardenia denied it."
    text = f"Q: Did they spy?\n{answer}\nQ: Will you visit Belland?\nA: In May."
    assert unwrap(text) == text
