"""A text cut into pieces loses no letter, whatever the mentions are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actors.desk.listing import page_of
from actors.desk.marking import paragraphs, pieces
from actors.store.reviewing import MentionRow


def mention(number: int, start: int, end: int) -> MentionRow:
    more = ("name", "e0", "k", "Ann", "person", False, "", 1.0, "name", 0)
    return MentionRow(f"m{number}", start, end, "", *more)


def spans(limit: int) -> st.SearchStrategy[list[MentionRow]]:
    pair = st.tuples(st.integers(0, limit), st.integers(0, limit))
    return st.lists(pair, max_size=8).map(
        lambda pairs: [mention(n, min(pair), max(pair)) for n, pair in enumerate(pairs)]
    )


@given(st.integers(0, 30), st.integers(0, 30), spans(30))
def test_the_pieces_follow_each_other_from_end_to_end(
    one: int, other: int, mentions: list[MentionRow]
) -> None:
    start, end = min(one, other), max(one, other)
    found = pieces(start, end, mentions)
    assert [piece.start for piece in found] == ([start] if found else []) + [
        piece.end for piece in found[:-1]
    ]
    assert not found or found[-1].end == end
    assert bool(found) == (start < end)


@given(spans(30))
def test_every_piece_belongs_to_the_shortest_mention_over_it(mentions: list[MentionRow]) -> None:
    for piece in pieces(0, 31, mentions):
        over = [one for one in mentions if one.start <= piece.start and piece.end <= one.end]
        over = [one for one in over if one.start < one.end]
        lengths = [one.end - one.start for one in over]
        if piece.mention is None:
            assert lengths == []
        else:
            assert piece.mention.end - piece.mention.start == min(lengths)


@given(spans(30))
def test_each_mention_begins_once(mentions: list[MentionRow]) -> None:
    first = [piece.mention.id for piece in pieces(0, 31, mentions) if piece.mention and piece.first]
    assert len(first) == len(set(first))
    shown = {piece.mention.id for piece in pieces(0, 31, mentions) if piece.mention}
    assert set(first) == shown


def test_a_space_between_two_inner_mentions_is_part_of_none() -> None:
    text = "Russian RIA agency"
    outer, one, two = mention(0, 0, 18), mention(1, 0, 7), mention(2, 8, 11)
    found = [
        (text[piece.start : piece.end], piece.mention and piece.mention.id, piece.first)
        for piece in pieces(0, 18, [outer, one, two], text)
    ]
    assert found == [
        ("Russian", "m1", True), (" ", None, False), ("RIA", "m2", True), (" agency", "m0", True)
    ]  # fmt: skip


def test_a_mention_inside_another_is_cut_out_of_it() -> None:
    outer, inner = mention(0, 0, 10), mention(1, 3, 5)
    found = [
        (one.start, one.end, one.mention and one.mention.id)
        for one in pieces(0, 12, [outer, inner])
    ]
    assert found == [(0, 3, "m0"), (3, 5, "m1"), (5, 10, "m0"), (10, 12, None)]


@given(st.text("ab \n\t.", max_size=60))
def test_paragraphs_leave_out_nothing_but_blanks(text: str) -> None:
    found = paragraphs(text)
    kept = "".join(text[one.start : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
    assert all("\n\n" not in text[one.start : one.end] for one in found)


@given(st.integers(0, 400), st.integers(1, 20))
def test_the_pages_of_a_list_have_every_item_once(total: int, number: int) -> None:
    pages = page_of(range(total), 1).pages
    assert [
        one for page in range(1, pages + 1) for one in page_of(range(total), page).items
    ] == list(range(total))
    assert 1 <= page_of(range(total), number).number <= pages
