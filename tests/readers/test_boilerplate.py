"""What is set aside, and, above all, what is not."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.boilerplate import worth_reading

BEFORE, AFTER = "Ministers met in Dushanbe.", "They meet again in May."


def aside(line: str) -> bool:
    text = f"{BEFORE}\n{line}\n{AFTER}"
    kept = [text[start:end] for start, end in worth_reading(text)]
    assert kept in ([], [BEFORE, AFTER]), kept
    return bool(kept)


@pytest.mark.parametrize(
    "line",
    [
        *("0 Comments", "1,204 comments", "Leave a comment", "Comments are closed.", "3.2k views"),
        *("Share this article", "Share on Facebook", "Share | Tweet | Email | Print"),
        *(
            "If you like this story, share it with a friend!",
            "Please share this story on Telegram.",
        ),
        *("Donate now", "Support us", "Become a member today!", "Support our journalism"),
        "We are a charity. Please donate to keep our newsroom going.",
        *("(With input from agencies)", "(With inputs from two news agencies.)"),
        "Reporting by Anna Sample in Dushanbe; Editing by John Example",
        *("Photo: Sample Wire", "(Photo by Anna Sample/Wire)", "Image credit: Sample"),
        "— Anna Sample (@anna_sample) July 14, 2021",
        *("@anna_sample", "pic.twitter.com/abc123", "https://t.co/abc123", "www.example.org/a"),
        *("Follow us on Twitter", "Follow Anna Sample on Twitter @anna", "Twitter: @anna"),
        *(
            "Read more",
            "Read more...",
            "ALSO READ: Talks go on",
            "Related stories",
            "Advertisement",
        ),
        *("Story continues below advertisement", "Click here to read the report.", "4 min read"),
        *("Subscribe to our newsletter", "Sign up for our daily briefing", "Subscribe"),
        "Get the top stories delivered to your inbox every morning",
        *("Copyright 2021 Sample Wire", "© Sample Wire", "All rights reserved."),
        *(
            "Privacy Policy | Terms of Use | Contact us",
            "We use cookies to give you a better page.",
        ),
        *("Updated: July 14, 2021 10:30 IST", "Published 3 hours ago", "Last updated 4:15 p.m."),
    ],
)
def test_lines_that_pages_add_are_set_aside(line: str) -> None:
    assert aside(line)
    assert aside(f"  {line}\t")


@pytest.mark.parametrize(
    "line",
    [
        "The minister shared the report with his neighbours.",
        "Share prices fell after the attack.",
        "With input from members, the commission drafted the law.",
        "Reporting by Human Rights Watch found that abuses went on.",
        "Support for the government fell.",
        '"We support our journalism and our readers," the editor said.',
        "Germany donated ten million euros to the refugees.",
        "The ministry declined to comment.",
        "No comment was available from the embassy.",
        "Follow the money, the prosecutor told the court.",
        "Read the statement of the ministers in full, he urged them.",
        "Subscribers of the two companies lost their connection.",
        "Copyright law was changed by the parliament.",
        "Updated weapons were delivered to the army.",
        "Photographs show the ruins of the base.",
        "Related companies were put under sanctions.",
        "The president (@president) wrote to the king.",
        "Moscow: no change of course",
        "Minister of Defence",
        "Sign of hope in the talks",
        "Twitter banned the ministry.",
    ],
)
def test_ordinary_sentences_are_not(line: str) -> None:
    assert not aside(line)


def test_links_at_the_end_of_a_line_are_cut_off() -> None:
    text = "Now a trend. https://t.co/a pic.twitter.com/b\nThey meet in May."
    assert [text[start:end] for start, end in worth_reading(text)] == [
        "Now a trend.",
        "They meet in May.",
    ]


@pytest.mark.parametrize(
    "text", ["See https://example.org for all of it.", "Source (see https://example.org/a)"]
)
def test_links_within_a_sentence_stay(text: str) -> None:
    assert worth_reading(text) == ()


SLOGAN = [
    "Our paper is free.",
    "Our paper is yours.",
    "Our paper asks.",
    "our paper is old.",
    "Always.",
]


def test_a_slogan_line_after_line_is_set_aside() -> None:
    lines = [*SLOGAN[:4], "But never tired.", "Our paper answers.", "Our paper listens."]
    assert aside("\n".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        SLOGAN[:4],
        [f"Minister of {what}: A. Sample." for what in ("War", "Peace", "Trade", "Law", "Health")],
        [f"The army lost {count} men in the valley." for count in range(6)],
        ["The army " + "marched on and on and on and on and on and on and on."] * 2,
    ],
    ids=["short", "names", "numbers", "two"],
)
def test_lines_that_tell_something_are_no_slogan(lines: list[str]) -> None:
    assert not aside("\n".join(lines))


def test_of_a_line_repeated_three_times_one_is_read() -> None:
    text = f"{BEFORE}\n{BEFORE}\n{BEFORE}\n{AFTER}"
    assert [text[s:e] for s, e in worth_reading(text)] == [BEFORE, AFTER]


def test_a_text_that_is_all_boilerplate_is_read() -> None:
    assert worth_reading("0 Comments\nRead more") == ((0, 20),)


def test_it_takes_time_in_proportion_to_the_text() -> None:
    hostile = ["share " * 40, "@ab" * 80, " " * 240 + "x", "http://a " * 3000, "x " * 124 + "ago"]
    started = time.perf_counter()
    worth_reading("\n".join(hostile * 20))
    assert time.perf_counter() - started < 5


PIECES = st.sampled_from(
    ["Read more", "0 Comments", "Met. https://t.co/a", BEFORE, *SLOGAN, "", " "]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=30))).map("\n".join)


@given(TEXTS, st.integers(0, 20))
def test_ranges_are_sorted_disjoint_and_within_the_text(text: str, start: int) -> None:
    start = min(start, len(text))
    ranges = worth_reading(text, start)
    edges = [edge for pair in ranges for edge in pair]
    assert edges == sorted(edges)
    assert all(start <= first < last <= len(text) for first, last in ranges)
    assert all(before[1] < after[0] for before, after in pairwise(ranges))
    assert all(text[first:last] == text[first:last].strip() for first, last in ranges)
