"""A file of types of the user's own: what it may say, and what is said of a file that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actors.errors import SettingsError
from actors.ontology import ontology, read_own, using
from actors.types import Settings

MENTORS = """\
[mentors]
definition = "The source guides the target."
ends = ["person > person"]
verbs = ["mentor", "Take  under wing"]
"""


def wrong(tmp_path: Path, text: str) -> list[str]:
    """What is said of a file, without its name and the hint at the how-to."""
    file = tmp_path / "my.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as raised:
        read_own(file)
    *said, hint = str(raised.value).replace(str(file), "my.toml").splitlines()
    assert hint == "docs/howto/add-a-type-of-tie.md shows a file that works"
    return said


def kept(tmp_path: Path, text: str) -> str:
    file = tmp_path / "my.toml"
    file.write_text(text, "utf-8")
    return read_own(file)


def test_what_is_left_out_is_filled_in(tmp_path: Path) -> None:
    (type_,) = (one for one in ontology(kept(tmp_path, MENTORS)).values() if one.own)
    assert (type_.name, type_.quad, type_.sign, type_.symmetric) == (
        "mentors",
        "structural",
        "0",
        False,
    )
    assert type_.verbs == ("mentor", "take under wing")
    assert type_.traits == {"still"}
    assert type_.takes("person", "person")
    assert not type_.takes("person", "country")


def test_an_event_is_an_influence_unless_the_file_says_otherwise(tmp_path: Path) -> None:
    text = MENTORS + 'quad = "verbal cooperation"\nsign = "+"\n'
    assert ontology(kept(tmp_path, text))["mentors"].traits == frozenset()


def test_order_and_comments_of_a_file_change_nothing(tmp_path: Path) -> None:
    other = '[visits]\ndefinition = "Goes to see."\nverbs = ["call on"]\n'
    assert kept(tmp_path, MENTORS + other) == kept(tmp_path, f"# mine\n{other}\n{MENTORS}")


def test_our_types_are_there_beside_those_of_the_user(tmp_path: Path) -> None:
    own = kept(tmp_path, MENTORS)
    assert set(ontology(own)) == {*ontology(""), "mentors"}
    with using(own):
        assert "mentors" in ontology()
    assert "mentors" not in ontology()


def test_an_empty_file_has_no_types(tmp_path: Path) -> None:
    assert ontology(kept(tmp_path, "# nothing\n")) == ontology("")


def test_documents_are_read_anew_with_other_types_only(tmp_path: Path) -> None:
    plain, own = Settings(), Settings(ontology=kept(tmp_path, MENTORS))
    changed = Settings(ontology=kept(tmp_path, MENTORS.replace("guides", "teaches")))
    empty = Settings(ontology=kept(tmp_path, ""))
    assert empty.reading_key == plain.reading_key
    assert len({plain.reading_key, own.reading_key, changed.reading_key}) == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            MENTORS + 'sign = "positive"\n',
            "my.toml:5: [mentors] sign: 'positive': write one of '+', '-', '0'",
        ),
        (
            MENTORS.replace("verbs", "verb"),
            "my.toml:4: [mentors] has no field 'verb': did you mean verbs?",
        ),
        (
            MENTORS.replace("person > person", "people > person"),
            "my.toml:3: [mentors] ends: 'people' is no kind of actor: choose from person, "
            "organisation, country, group, place, other, actor",
        ),
        (
            MENTORS.replace("person > person", "person"),
            "my.toml:3: [mentors] ends: 'person': write a list as in "
            '["person, group > organisation", "country > organisation"]',
        ),
        (
            MENTORS.replace("mentors", "leads"),
            "my.toml:1: [leads] is a name that is taken: choose another, as in [my_leads]",
        ),
        (
            MENTORS.replace("mentors", "Mentors"),
            "my.toml:1: [Mentors] write the name in small letters a-z, words joined by _, as in "
            "[invests_in]",
        ),
        (
            MENTORS + "symmetric = 1\n",
            "my.toml:5: [mentors] symmetric: 1: write true or false, without quotes",
        ),
        (
            MENTORS + 'quad = "verbal conflict"\nsign = "+"\n',
            "my.toml:6: [mentors] sign: '+' does not go with verbal conflict: change the one or "
            "the other",
        ),
        (
            MENTORS + 'traits = ["quiet"]\n',
            "my.toml:5: [mentors] traits: 'quiet' is no trait: choose from affiliation, office, "
            "private, still, pressing, harm, local, in words",
        ),
        (
            MENTORS.replace('"mentor"', '"mentor (someone)"'),
            "my.toml:4: [mentors] verbs: 'mentor (someone)': write one to four words in quotes, "
            "without marks, as in 'invest in'",
        ),
        ("mentors = 1\n", "my.toml:1: [mentors] is no type: put each type in a table of its own, "
        "under a line [name]"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_what_to_write(
    tmp_path: Path, text: str, said: str
) -> None:
    assert said in wrong(tmp_path, text)


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    said = wrong(tmp_path, '[sponsors]\nsign = "positive"\nverbs = "sponsor"\n')
    assert said == [
        'my.toml:1: [sponsors] definition is missing: say in a sentence what the type means, '
        'definition = "..."',
        "my.toml:2: [sponsors] sign: 'positive': write one of '+', '-', '0'",
        'my.toml:3: [sponsors] verbs: write a list in brackets, as in ["invest in", "fund"]',
    ]  # fmt: skip


def test_a_type_without_words_is_told(tmp_path: Path) -> None:
    said = wrong(tmp_path, '[sponsors]\ndefinition = "Pays."\n')
    assert said == [
        'my.toml:1: [sponsors] no words state it: add verbs = ["..."], nouns = ["..."] or '
        'acts = ["..."]'
    ]


def test_a_line_that_is_no_toml_is_told_with_its_place(tmp_path: Path) -> None:
    (said,) = wrong(tmp_path, "[mentors\n")
    assert "line 1" in said


def test_the_types_travel_as_json(tmp_path: Path) -> None:
    assert json.loads(kept(tmp_path, MENTORS))["mentors"]["definition"] == (
        "The source guides the target."
    )
