"""Text in every encoding comes back."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.errors import ReadError
from actors.readers.encoding import decode, detect, is_binary

RUSSIAN = (
    "Министры иностранных дел встретились в среду в Душанбе и призвали стороны вернуться "
    "к переговорам. Следующая встреча намечена на осень, говорится в заявлении."
)
ENGLISH = (
    "The minister said: “We’ll meet again” – in May, at the Café, with “friends”, as ever, " * 2
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r"])
def test_russian(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_without_a_mark(encoding: str) -> None:
    assert decode("Ministers met in Dushanbe.".encode(encoding)) == "Ministers met in Dushanbe."


def test_a_few_quotes_among_ascii_are_of_windows() -> None:
    plain = "The ministers met in the capital and spoke of the border at length. " * 3
    text = plain + "“We’ll meet again.”"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00" * 99, b"a\x01\x02\x03" * 9])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="binary"):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_unicode_comes_back(text: str) -> None:
    text = text.removeprefix("\ufeff")
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding)) == text


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    detect(data)
    with contextlib.suppress(ReadError):
        assert not is_binary(decode(data))
