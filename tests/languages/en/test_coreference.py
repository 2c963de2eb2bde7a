"""Who is who in one document, sentence by sentence; all sentences are our own."""

from __future__ import annotations

import pytest
import spacy

from actors.languages.en.coreference.acronyms import link_acronyms
from actors.languages.en.coreference.clusters import best_name, same_names
from actors.languages.en.drafts import Draft
from actors.types import Kind
from tests.languages.en.reader import read


def test_a_surname_refers_to_the_full_name_and_says_so() -> None:
    text = "Hasan Sultonov, the Tajik envoy, arrived. Mr Sultonov met reporters in Doha."
    found = read(text)
    assert found.who("Sultonov") == "Hasan Sultonov"
    assert found.why("Sultonov") == "surname of Hasan Sultonov"


def test_a_surname_of_two_persons_is_given_to_neither() -> None:
    found = read("John Baker met Mary Baker in London. Baker said nothing.")
    assert found.who("Baker") == "Baker"
    assert found.why("Baker") == "name; may be John Baker or Mary Baker: not decided"


def test_a_relative_called_by_one_name_is_not_the_one_whose_relative_it_is() -> None:
    text = "Mona Khalil, who lives in Haifa, pointed to where her son, Khalil, was killed."
    assert read(text).who("Khalil") == "Khalil"
    found = read("Donald Baker came with his son, John. John Baker said nothing.")
    assert found.who("John") == "John Baker"


def test_titles_are_no_part_of_a_name() -> None:
    assert "Ashraf Ghani" in read("They met President Ashraf Ghani in Kabul.").words


def test_a_surname_that_was_not_recognised_is_found_again() -> None:
    found = read("They met President Ashraf Ghani in Doha. Ghani thanked the hosts.")
    assert found.who("Ghani") == "Ashraf Ghani"


def test_an_acronym_in_brackets_is_its_long_form() -> None:
    text = "The Helmand Growers Association (HGA) met on Monday. The HGA wants a new market."
    found = read(text)
    assert found.who("HGA", 1) == "Helmand Growers Association"


def test_a_known_organisation_is_linked_in_any_spelling() -> None:
    text = "They asked the Collective Security Treaty Organisation (CSTO) for help."
    found = read(text)
    short, long = found.mention("CSTO"), found.mention("Collective Security Treaty Organisation")
    assert short.entity == long.entity
    [entity] = [each for each in found.extract.entities if each.id == short.entity]
    assert ("igo", "CSTO") in entity.identifiers
    assert entity.subtype == "igo"


def test_a_demonym_is_a_group_whose_actor_is_the_state() -> None:
    found = read("Tajik troops arrived.")
    assert (found.mention("Tajik").kind, found.who("Tajik")) == ("group", "Tajikistan")
    assert found.why("Tajik") == "people or adjective of Tajikistan"


def test_a_role_in_apposition() -> None:
    found = read("Hasan Sultonov, the Tajik envoy, arrived on Monday.")
    assert found.who("the Tajik envoy") == "Hasan Sultonov"
    assert found.why("the Tajik envoy") == "role 'Tajik envoy' in apposition"


def test_a_role_after_is_and_when_it_is_used_again() -> None:
    text = "Angela Merkel is the chancellor. The chancellor said she would resign."
    found = read(text)
    assert found.why("the chancellor") == "role 'chancellor' after 'is'"
    assert found.why("The chancellor") == "role 'chancellor' given before"
    assert found.who("she") == "Angela Merkel"


def test_what_is_negated_is_no_role() -> None:
    found = read("Angela Merkel is not the chancellor. She lives in Berlin.")
    assert "the chancellor" not in found.words


def test_a_role_whose_name_comes_right_after() -> None:
    text = (
        "Officials were sceptical, the Kremlin envoy on Afghanistan said on Friday. "
        "Oleg Sidorov met diplomats in Doha."
    )
    found = read(text)
    assert found.who("the Kremlin envoy") == "Oleg Sidorov"


def test_a_title_before_the_name_is_a_role() -> None:
    text = "Foreign Minister Anna Weber met Peter Novak on Tuesday. The minister was hopeful."
    assert read(text).who("The minister") == "Anna Weber"


def test_a_role_held_of_one_state_is_not_the_role_of_another() -> None:
    text = (
        "Peruvian President Ana Diaz flew to Mexico. The Peruvian president met farmers, and "
        "President Diaz praised them. The Mexican president announced a plan."
    )
    found = read(text)
    assert found.who("The Peruvian president") == "Ana Diaz"
    assert "The Mexican president" not in found.words


def test_a_body_is_called_by_its_sort() -> None:
    found = read("The Taliban seized a town. The militia took control of the border.")
    assert found.who("The militia") == "Taliban"
    assert found.why("The militia") == "'militia' is the armed group spoken of, Taliban"


def test_a_sort_beside_the_name_is_the_same_body() -> None:
    text = "The border is closed, the Interfax news agency reported. The agency gave no source."
    found = read(text)
    assert found.who("The agency") == found.who("Interfax") == "Interfax"


def test_the_last_word_of_a_name_stands_for_it() -> None:
    found = read("The Labour Party won the vote. The party celebrated in London.")
    assert found.who("The party") == "Labour Party"
    assert found.why("The party") == "'party' is part of the name Labour Party"


def test_the_country_spoken_of() -> None:
    text = "Tajikistan closed its border. The Central Asian country has sent troops south."
    found = read(text)
    assert found.who("its") == found.who("The Central Asian country") == "Tajikistan"


@pytest.mark.parametrize(
    ("pronoun", "person"), [("She", "Anna Weber"), ("him", "Peter Novak"), ("his", "Peter Novak")]
)
def test_pronouns_agree_in_gender(pronoun: str, person: str) -> None:
    text = "Anna Weber met Peter Novak on Tuesday. She thanked him for his help."
    assert read(text).who(pronoun) == person


def test_it_that_refers_to_nothing_is_left_alone() -> None:
    found = read("It is raining in Minsk, and it is clear that Belarus needs help. It seems late.")
    assert {"It", "it"}.isdisjoint(found.words)


def test_words_in_a_quotation_are_the_speakers() -> None:
    text = '"I am hopeful," Anna Weber said after the talks in Geneva. "My team is tired."'
    found = read(text)
    assert found.who("I") == "Anna Weber"
    assert found.why("I") == "'I' in the words of Anna Weber"


def test_we_is_who_speaks_where_no_body_of_the_speaker_is_named() -> None:
    text = '"We are hopeful," Anna Weber said after the talks in Geneva.'
    assert read(text).who("We") == "Anna Weber"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ('"We won," said Anna Weber, head of the Labour Party.', "Labour Party"),
        ('Anna Weber, chair of the Labour Party, left. "We won," she said.', "Labour Party"),
        ('Labour Party spokesman Jan Weber was glad. "We won," he said.', "Labour Party"),
        ('Ghana\'s Vice President Ama Owusu spoke. "We built a road," she said.', "Ghana"),
    ],
)
def test_we_is_the_body_that_the_speaker_speaks_for(text: str, body: str) -> None:
    assert read(text).who("We") == body


def test_a_quotation_that_goes_on_is_of_the_same_speaker() -> None:
    text = '"We won," said Anna Weber. "It was late," she said. "I was tired. I slept."'
    assert read(text).who("I") == read(text).who("I", 1) == "Anna Weber"


def test_an_open_quotation_mark_does_not_swallow_the_document() -> None:
    found = read('He said: "We will see.\n\nI came, Anna Weber wrote in her book about Geneva.')
    assert "I" not in found.words


def test_descriptions_without_a_named_actor_are_actors_without_a_name() -> None:
    entities = read("The minister met a farmer.").extract.entities
    nouns = [one.identifiers for one in entities]
    assert nouns == [(("unnamed", "minister"),), (("unnamed", "farmer"),)]


def test_numbered_units_are_found_in_short_form() -> None:
    text = "The 201st military base is in Tajikistan. The 201st base houses thousands."
    found = read(text)
    assert found.who("201st base") == "201st military base"
    assert found.mention("201st base").subtype == "military"


def test_what_somebody_has_is_not_that_somebody() -> None:
    found = read("NATO left the country early. The alliance had not fulfilled its mission.")
    assert found.who("The alliance") == found.who("its") == "NATO"
    assert "its mission" not in found.words


def test_what_is_equated_with_the_subject_is_spoken_of() -> None:
    text = "The CSTO is a military alliance led by Russia. Its members include Armenia."
    assert read(text).who("Its") == "Collective Security Treaty Organization"


def test_a_general_noun_means_the_body_of_a_sort_that_fits() -> None:
    text = "Reuters met the Taliban. The movement controlled most of the valley."
    assert read(text).who("The movement") == "Taliban"


def joined(kind: Kind, *forms: str) -> list[list[str]]:
    """The clusters, as words, of a document that names bodies or places in these forms."""
    doc = spacy.blank("en")(". ".join(forms))
    drafts = []
    for form in forms:
        start = doc.text.index(form) if form == forms[0] else doc.text.index(". " + form) + 2
        span = doc.char_span(start, start + len(form))
        assert span is not None
        drafts.append(Draft(doc, span.start, span.end, kind))
    clusters = same_names(drafts)
    link_acronyms(clusters)
    return [sorted(draft.text for draft in cluster.mentions) for cluster in clusters]


@pytest.mark.parametrize(
    ("kind", "long", "short"),
    [
        ("organisation", "Zarafat Textiles Group", "Zarafat Textiles"),
        ("organisation", "Zarafat Novosti", "Zarafat"),
        ("organisation", "Bank Zarafat", "Zarafat"),
        ("organisation", "Zarafat Water Commission", "Commission"),
        ("organisation", "Zarafat Water Commission", "ZWC"),
        ("organisation", "Council of Zarafat Farmers", "CZF"),
        ("place", "Zarafat Valley", "Zarafat"),
        ("organisation", "12th Zarafat Brigade", "12th Brigade"),
        ("organisation", "Zarafat and Sons Limited", "Zarafat"),
        ("organisation", "Zarafat, Norak and Company", "Zarafat Norak"),
        ("organisation", "NV Zarafat", "Zarafat"),
        ("organisation", "Zarafat Holdings Limited", "Zarafat Holdings"),
        ("organisation", "Fleet Zarafat Group", "Fleet Zarafat"),
    ],
)
def test_short_forms_are_joined_with_the_long(kind: Kind, long: str, short: str) -> None:
    assert joined(kind, long, short) == [sorted([long, short])]


@pytest.mark.parametrize(
    ("kind", "left", "right"),
    [
        ("organisation", "Zarafat Water Commission", "Zarafat Grain Council"),
        ("organisation", "Council of Farmers", "Council"),
        ("place", "Zarafat Valley", "Upper Zarafat"),
        ("organisation", "Bank of Zarafat", "Bank of Norak"),
        ("organisation", "12th Zarafat Brigade", "13th Brigade"),
        ("person", "ZWC", "Zarafat Water Commission"),
    ],
)
def test_what_may_be_another_body_stays_apart(kind: Kind, left: str, right: str) -> None:
    assert len(joined(kind, left, right)) == 2


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Zarafat Textiles (GRA) fell", True),
        ("Zarafat Textiles (GRA) fell. GRA rose", False),
        ("Zarafat Textiles (Norak) fell", False),
    ],
)
def test_letters_in_brackets_after_a_company_are_of_its_shares(text: str, one: bool) -> None:
    doc = spacy.blank("en")(text)
    drafts = [Draft(doc, 0, 2, "organisation")]
    drafts += [
        Draft(doc, at.i, at.i + 1, "organisation") for at in doc if at.text in ("GRA", "Norak")
    ]
    clusters = same_names(drafts)
    link_acronyms(clusters)
    assert (len(clusters) == 1) is one
    assert best_name(clusters[0]) == "Zarafat Textiles"


def test_a_short_form_of_two_bodies_is_given_to_neither() -> None:
    forms = ("Zarafat Water Commission", "Zarafat Grain Commission", "Commission")
    assert len(joined("organisation", *forms)) == 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"I am hopeful," said Anna Weber in Geneva.', "Anna Weber"),
        ('Anna Weber said: "I am hopeful."', "Anna Weber"),
        ("Anna Weber told Peter Novak: “I am hopeful.”", "Anna Weber"),
    ],
)
def test_speakers_before_and_after_the_quotation(text: str, speaker: str) -> None:
    assert read(text).who("I") == speaker


def test_a_quotation_without_a_speaker_is_nobodys() -> None:
    text = 'Anna Weber left Geneva. "I am hopeful." The room was empty.'
    assert "I" not in read(text).words


def test_a_pronoun_cannot_be_the_other_argument_of_its_verb() -> None:
    found = read("Peter Novak met Anna Weber. Oleg Sidorov thanked him.")
    assert found.who("him") == "Peter Novak"


def test_reflexive_pronouns_are_the_subject() -> None:
    assert read("Peter Novak of Oxfam blamed himself.").who("himself") == "Peter Novak"


def test_a_title_tells_the_gender() -> None:
    found = read("Mrs. Robin Baker met Kim Lee in Doha. She left early.")
    assert found.who("She") == "Robin Baker"


@pytest.mark.parametrize(
    ("text", "phrase", "who"),
    [
        ("The Ministry of Justice appealed. The court said no.", "The court", "The court"),
        ("The Supreme Court ruled. The government objected.", "The government", "The government"),
        ("The Knesset met. The parliament passed a law.", "The parliament", "Knesset"),
        (
            "The Ministry of Health closed. The ministry said so.",
            "The ministry",
            "Ministry of Health",
        ),
    ],
)
def test_one_arm_of_a_state_is_not_another(text: str, phrase: str, who: str) -> None:
    assert read(text).who(phrase) == who


@pytest.mark.parametrize(
    ("text", "phrase", "who"),
    [
        ("Syria closed its border. Women used their power.", "their power", "their power"),
        ("Syria closed its border. Agents of the state came.", "the state", "the state"),
        ("The Zongo Development Fund opened. The government paid.", "The government", ""),
        ("The Labour Court ruled. The committee met.", "The committee", "The committee"),
        ("The Telecom Authority (TA) met. The embassy left.", "The embassy", "The embassy"),
        ("The Water Committee met. The committee left.", "The committee", "Water Committee"),
        ("The Vice News team wrote. It is in the press.", "the press", "the press"),
        ("The Trade Union won. The other union lost.", "The other union", "The other union"),
        ("The Labour Party won. Mora left his party.", "his party", "his party"),
    ],
)
def test_what_a_noun_does_not_mean(text: str, phrase: str, who: str) -> None:
    """A power that is no state, the state as such, a body that no noun in its name is for."""
    found = read(text)
    assert phrase not in found.words or found.who(phrase) == (who or phrase)


def test_a_university_is_called_so_whichever_end_of_its_name_the_word_is_at() -> None:
    found = read("She left Oslo University for the University of Bergen. The university grew.")
    assert found.who("The university") == "University of Bergen"


def test_the_city_of_a_name_is_no_other_city() -> None:
    text = "They fought in Sadr City. Refugees returned to the city of Kirkuk."
    found = read(text)
    assert "the city" not in found.words or found.who("the city") == "Kirkuk"


def test_a_finance_minister_is_not_the_prime_minister() -> None:
    start = "Danish finance minister Mia Berg spoke in Odense. "
    assert read(start + "The prime minister said nothing.").who("The prime minister") != "Mia Berg"
    assert read(start + "The finance minister left.").who("The finance minister") == "Mia Berg"
    assert read(start + "The minister left.").who("The minister") == "Mia Berg"


def test_an_office_that_nobody_holds_yet_is_nobodys() -> None:
    text = "Danish minister Mia Berg left. Who will be the next Danish minister is open."
    assert "the next Danish minister" not in read(text).words


def test_who_is_called_the_peruvian_minister_goes_before_a_minister_of_no_state() -> None:
    text = (
        "Peruvian Foreign Minister Luis Mora is in Nairobi. He met Foreign Minister Amina Otieno. "
        "The visit of the Peruvian foreign minister ends today."
    )
    assert read(text).who("the Peruvian foreign minister") == "Luis Mora"


def test_a_title_before_a_name_that_the_parser_takes_for_two_phrases() -> None:
    text = "Spokesman Arun said Prime Minister Somchai Prem-o-cha met with the Water Committee."
    assert read(text).who("Prime Minister") == "Somchai Prem-o-cha"


def test_a_body_is_not_what_a_phrase_calls_another_states() -> None:
    start = "They sued Saudi Aramco, an oil company. "
    assert read(start + "The Korean company left.").who("Saudi Aramco") == "Saudi Aramco"
    assert "The Korean company" not in read(start + "The Korean company left.").words
    assert read(start + "The Saudi company left.").who("The Saudi company") == "Saudi Aramco"


def test_a_quotation_of_several_paragraphs_is_of_one_speaker() -> None:
    text = "Anna Weber said: “I am hopeful.\n“I am tired as well.”"
    assert read(text).who("I") == read(text).who("I", 1) == "Anna Weber"
