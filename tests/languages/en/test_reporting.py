"""Verbs of saying: one table, with what each verb tells."""

from __future__ import annotations

from importlib.resources import files

import pytest

from actors.languages.en.reporting import reporting_verbs

USES = {"clause", "subject", "quotation", "silence"}


@pytest.mark.parametrize(
    ("verb", "uses"),
    [
        ("say", USES),
        ("vow", {"clause", "quotation", "silence"}),  # "vowed that A had left": who speaks
        ("estimate", {"clause", "silence"}),  # "A estimates" may be said of a table of numbers
        ("thank", {"quotation"}),  # "thanked them: ..." holds no clause that is said
        ("answer", {"silence"}),  # "declined to answer" rejects nobody
        ("leave", set()),
    ],
)
def test_a_verb_tells_what_it_is_used_for(verb: str, uses: set[str]) -> None:
    assert {use for use in USES if verb in reporting_verbs(use)} == uses


def test_what_introduces_a_speaker_also_tells_whose_quotation_it_is() -> None:
    assert reporting_verbs("subject") <= reporting_verbs("quotation") & reporting_verbs("clause")


def test_each_verb_stands_once_with_uses_that_are_asked_for() -> None:
    table = files("actors.languages.en") / "data" / "reporting.tsv"
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines()[1:]]
    verbs = [verb for verb, _ in rows]
    assert verbs == sorted(set(verbs))
    assert {use for _, uses in rows for use in uses.split("|")} == USES
