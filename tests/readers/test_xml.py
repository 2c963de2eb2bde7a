"""XML: which kind a file is, what of it is text, and what is never done with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actors.readers import read
from actors.types import Document, Skipped
from tests.readers.samples import SENTENCES, under, write


def one(path: Path) -> Document:
    (document,) = read([path])
    assert isinstance(document, Document), document
    return document


def reason(path: Path) -> str:
    (item,) = read([path])
    assert isinstance(item, Skipped), item
    return item.reason


def test_rss_takes_the_longest_text_and_the_title_of_the_channel(tmp_path: Path) -> None:
    feed = (
        '<rss xmlns:content="x"><channel><title>Wire</title><item><title>A &amp;amp; B</title>'
        "<description>They met.</description><content:encoded><![CDATA[<p>They met&nbsp;in"
        "</p><p>Nairobi.</p>]]></content:encoded><pubDate>Mon, 05 Jul 2021 10:00:00 GMT</pubDate>"
        "<link>http://x.example/1</link></item><item><title>No text</title></item></channel></rss>"
    )
    document, empty = read([write(tmp_path, "a.xml", feed)])
    assert isinstance(document, Document)
    assert (document.name, document.title) == (under(tmp_path, "a.xml#1")[0], "A & B")
    assert (document.source, document.url) == ("Wire", "http://x.example/1")
    assert document.published == date(2021, 7, 5)
    assert document.text == "They met in\n\nNairobi."
    assert isinstance(empty, Skipped)
    assert "only a link" in empty.reason


def test_rss_1_has_its_items_beside_the_channel(tmp_path: Path) -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="r" xmlns="s" xmlns:dc="d"><channel><title>Wire</title></channel>'
        "<item><title>A</title><description>They met.</description><dc:date>2021-07-05</dc:date>"
        "</item></rdf:RDF>"
    )
    document = one(write(tmp_path, "a.rss", feed))
    assert (document.source, document.published) == ("Wire", date(2021, 7, 5))


def test_atom_with_markup_as_elements(tmp_path: Path) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>A</title>'
        '<link rel="self" href="http://x/self"/><link href="http://x/1"/><published>2021-07-05T10'
        ':00:00Z</published><content type="xhtml"><div xmlns="h"><p>They met.</p><p>They left.</p>'
        "</div></content></entry></feed>"
    )
    document = one(write(tmp_path, "a.atom", feed))
    assert (document.text, document.url) == ("They met.\n\nThey left.", "http://x/1")
    assert (document.source, document.published) == ("Wire", date(2021, 7, 5))


def test_nitf_has_a_headline_and_leaves_captions_out(tmp_path: Path) -> None:
    page = (
        "<?xml version='1.0'?><newsItem><nitf><head><title>slug</title></head><body><body.head>"
        "<hedline><hl1>Talks</hl1></hedline></body.head><body.content><p>They met.</p><media>"
        "<media-caption><p>A photo.</p></media-caption></media></body.content></body></nitf>"
        "</newsItem>"
    )
    document = one(write(tmp_path, "a.xml", page))
    assert (document.title, document.text) == ("Talks", "They met.")


def test_tei_keeps_who_speaks_and_leaves_notes_out(tmp_path: Path) -> None:
    play = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div><head>Debate</head>'
        "<sp><speaker>Ms Vos.</speaker><p>We accuse<note>aside</note> them.</p><p>Now.</p></sp>"
        "<p>Uproar.</p></div></body></text></TEI>"
    )
    document = one(write(tmp_path, "a.xml", play))
    assert document.text == "Debate\n\nMs Vos: We accuse them.\n\nNow.\n\nUproar."


def test_jats_leaves_figures_tables_and_references_out(tmp_path: Path) -> None:
    article = (
        "<?xml version='1.0'?><article><front><article-meta><title-group><article-title>Lakes"
        '</article-title></title-group><pub-date iso-8601-date="2021-07-05"/><abstract><p>In short.'
        "</p></abstract></article-meta></front><body><sec><title>Methods</title><p>We met<xref>1"
        "</xref> them.</p><fig><caption><p>A map.</p></caption></fig></sec></body><back><ref-list>"
        "<ref><p>Vos 2020.</p></ref></ref-list></back></article>"
    )
    document = one(write(tmp_path, "a.nxml", article))
    assert document.text == "In short.\n\nMethods\n\nWe met them."
    assert (document.title, document.published) == ("Lakes", date(2021, 7, 5))


def test_other_xml_gives_its_paragraphs_or_is_told(tmp_path: Path) -> None:
    book = "<book><title>Lakes</title><chapter><para>They met.</para></chapter></book>"
    assert one(write(tmp_path, "a.xml", book)).text == "They met."
    assert "XML of an unknown kind (<data>)" in reason(
        write(tmp_path, "b.xml", "<data><x>1</x></data>")
    )


def test_xhtml_is_a_page(tmp_path: Path) -> None:
    page = f'<?xml version="1.0"?>\n<!DOCTYPE html><html><body><p>{SENTENCES}</p></body></html>'
    assert one(write(tmp_path, "a.xml", page)).text.strip() == SENTENCES


def test_no_entity_is_expanded_and_no_file_is_read(tmp_path: Path) -> None:
    secret = write(tmp_path / "other", "secret.txt", "SECRET")
    laughs = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    for entity in (f'<!ENTITY x SYSTEM "file://{secret}">', f'<!ENTITY e0 "ha">{laughs}'):
        name = "x" if "SYSTEM" in entity else "e11"
        page = f"<?xml version='1.0'?><!DOCTYPE a [{entity}]><a><p>They met &{name}; there.</p></a>"
        document = one(write(tmp_path, "a.xml", page))
        assert "SECRET" not in document.text
        assert len(document.text) < 100


def test_depth_and_damage_are_survived(tmp_path: Path) -> None:
    deep = "<?xml version='1.0'?>" + "<a>" * 100_000
    assert reason(write(tmp_path, "deep.xml", deep))
    assert "broken" in reason(write(tmp_path, "bad.xml", "<?xml version='1.0'?>"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings_are_those_that_the_file_says(tmp_path: Path, encoding: str) -> None:
    page = f'<?xml version="1.0" encoding="{encoding}"?><nitf><body><p>José met Garcia.</p></body>'
    page += "</nitf>"
    assert one(write(tmp_path, "a.xml", page.encode(encoding))).text == "José met Garcia."
