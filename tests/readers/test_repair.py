"""Characters that were damaged on the way are mended; whatever else there is stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors.readers.repair import repair


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("JosÃ© GarcÃ­a of CÃ´te dâ€™Ivoire", "José García of Côte d’Ivoire"),
        ("â€œNo,â€ said GarcÃ­a", "“No,” said García"),
        ("MÃ¼nchen, ZÃ¼rich and Å\x81Ã³dÅº", "München, Zürich and Łódź"),
        ("Marsh &amp; Alder&#39;s, Vera&nbsp;Lund", "Marsh & Alder's, Vera Lund"),
        ("Marsh &amp;amp; Alder", "Marsh & Alder"),
        ("AT&T; R&D", "AT&T; R&D"),
        (
            "Jan Ko\u00adwalski of the Har\u200bbour\ufeff Union",
            "Jan Kowalski of the Harbour Union",
        ),
        ("Ana\u00a0Petrova\u202fmet\u2009us", "Ana Petrova met us"),
        ("the Oﬃce of Financial Aﬀairs", "the Office of Financial Affairs"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a bell \x07 and \x1b", "a bell  and "),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert repair(damaged) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Äpfel, Übermut, “curly quotes” and Ångström",
        "SÃO PAULO, a city",
        "Душанбе и Москва обсудили границу",
        "the Côte d’Ivoire, naïve",
        "می‌خواهم",
        "café — at 5 % of €10",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert repair(text) == text


@given(st.text(max_size=200))
def test_what_is_mended_once_needs_no_second_time(text: str) -> None:
    once = repair(text)
    assert repair(repair(once)) == repair(once)
    assert "\r" not in once
