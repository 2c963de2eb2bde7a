"""Messages: header, own words and attachments; the same for .eml, .mbox, .msg and plain text."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.languages.en.gaps import header_end, turns
from actors.readers import read
from actors.readers.replies import own_lines
from actors.types import Document, Skipped
from tests.readers.containers import message_tree, msg
from tests.readers.samples import pdf, under, write

OWN = "Crestline Partners will not support the bid of Sable Shipping."


def mail(text: str = OWN, **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Nadia Feld <n@c.example>", "To": "Omar Reyes <o@c.example>"}
    given |= {"Subject": "RE: Port deal", "Date": "Tue, 9 Jun 2020 16:12:00 +0000"}
    for name, value in {**given, **headers}.items():
        message[name] = value
    message["Message-ID"] = "<1@c.example>"
    message.set_content(text)
    return message


def body(document: Document | Skipped) -> str:
    """What a message says, without the names in its header."""
    assert isinstance(document, Document), document
    end = header_end(document.text)
    ranges = [one for one in document.body or ((0, len(document.text)),) if one[0] >= end]
    return " ".join(" ".join(document.text[start:end] for start, end in ranges).split())


def test_a_message_says_who_wrote_to_whom_when_and_about_what(tmp_path: Path) -> None:
    (document,) = read([write(tmp_path, "a.eml", mail().as_bytes())])
    assert isinstance(document, Document)
    assert (document.title, document.source) == ("Port deal", "Nadia Feld")
    assert document.published == date(2020, 6, 9)
    assert document.text.startswith("From: Nadia Feld <n@c.example>\nTo: Omar Reyes <o@c.example>")
    assert body(document) == OWN


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    message = mail()
    report = pdf("Rwanda praised Burundi on Friday.")
    message.add_attachment(report, maintype="application", subtype="pdf", filename="report.pdf")
    message.add_attachment(mail("Chad sued Niger.", Subject="Water"))
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", disposition="inline")
    found = list(read([write(tmp_path, "mail.eml", message.as_bytes())]))
    names = ("mail.eml", "mail.eml#report.pdf", "mail.eml#attachment-2.eml", "mail.eml#map.png")
    assert [each.name for each in found] == under(tmp_path, *names)
    assert body(found[1]) == "Rwanda praised Burundi on Friday."
    assert body(found[2]) == "Chad sued Niger."
    assert isinstance(found[3], Skipped)
    assert "OCR" in found[3].reason


def test_html_is_read_where_there_is_no_plain_text(tmp_path: Path) -> None:
    message = mail("")
    message.set_content("<p>Kenya accused <b>Uganda</b>.</p><p>It left.</p>", subtype="html")
    (document,) = read([write(tmp_path, "a.eml", message.as_bytes())])
    assert body(document) == "Kenya accused Uganda. It left."


def test_a_wrong_charset_and_broken_headers_are_survived(tmp_path: Path) -> None:
    data = b"From: =?x-none?q?a?= <n@c.example>\nMessage-ID: <1>\nDate: soon\n"
    data += b"Subject: =?utf-8?b?%%?=\n"
    data += b"Content-Type: text/plain; charset=no-such\n\nJos\xe9 met Garc\xeda.\n"
    (document,) = read([write(tmp_path, "a.eml", data)])
    assert body(document) == "José met García."


def test_a_mailbox_gives_its_messages_and_their_attachments(tmp_path: Path) -> None:
    second = mail(">From the start Chad sued Niger.", Subject="Water")
    second.add_attachment(b"They left.", maintype="text", subtype="plain", filename="a.txt")
    box = b"".join(
        b"From n@c.example Tue Jun  9 16:12:00 2020\n" + each.as_bytes() + b"\n\n"
        for each in (mail(), second)
    )
    found = list(read([write(tmp_path, "inbox", box)]))
    assert [each.name for each in found] == under(tmp_path, "inbox#1", "inbox#2", "inbox#2#a.txt")
    assert body(found[1]) == "From the start Chad sued Niger."


def test_outlook_messages_have_attachments_and_messages_in_them(tmp_path: Path) -> None:
    inner = message_tree("Water", "Chad sued Niger.")
    data = msg("Port deal", OWN, files={"list.csv": b"text\nThey left.\n"}, inner=inner)
    found = list(read([write(tmp_path, "a.msg", data)]))
    names = under(tmp_path, "a.msg", "a.msg#list.csv#1", "a.msg#Water")
    assert [each.name for each in found] == names
    assert body(found[0]) == OWN
    assert body(found[2]) == "Chad sued Niger."


def named(document: Document | Skipped) -> list[str]:
    """The names in the header of a message that are read."""
    assert isinstance(document, Document), document
    end = header_end(document.text)
    return [document.text[a:b] for a, b in document.body if b <= end]


def test_who_writes_and_to_whom_is_read_and_addresses_are_not(tmp_path: Path) -> None:
    headers = {"To": '"Omar Reyes" <o@c.example>, board@c.example', "Cc": "Lucy Tan <l@c.example>"}
    (document,) = read([write(tmp_path, "a.eml", mail(**headers).as_bytes())])
    assert named(document) == ["Nadia Feld", "Omar Reyes", "Lucy Tan"]


def test_offices_that_write_are_the_source_and_no_actor(tmp_path: Path) -> None:
    (document,) = read(
        [write(tmp_path, "a.eml", mail(From="Sample Wire <w@c.example>").as_bytes())]
    )
    assert isinstance(document, Document)
    assert (document.source, named(document)) == ("Sample Wire", ["Omar Reyes"])


def test_a_long_list_of_recipients_is_not_read(tmp_path: Path) -> None:
    many = ", ".join(f"Omar R{'a' * n}y <o{n}@c.example>" for n in range(1, 30))
    (document,) = read([write(tmp_path, "a.eml", mail(To=many).as_bytes())])
    assert named(document) == ["Nadia Feld"]


def test_i_is_who_writes(tmp_path: Path) -> None:
    (document,) = read([write(tmp_path, "a.eml", mail("I met Lucy Tan.").as_bytes())])
    assert isinstance(document, Document)
    [turn] = turns(document)
    assert document.text[slice(*turn.label)] == "Nadia Feld"
    assert document.text[turn.start :].strip() == "I met Lucy Tan."


SAVED = """From: Nadia Feld <nadia.feld@crestline.example>
Sent: Tuesday, June 9, 2020 4:12 PM
To: Omar Reyes; Lucy Tan
Cc: board@crestline.example
Subject: RE: Port deal

Omar,

Crestline Partners will not support the bid of Sable Shipping.

Nadia Feld
Senior Partner | Crestline Partners
T: +44 20 7946 0000 | M: +44 7700 900000
This email and any attachments are confidential and intended solely for the addressee.

-----Original Message-----
From: Omar Reyes
Sent: Monday, June 8, 2020 9:01 AM
To: Nadia Feld
Subject: Port deal

Nadia, does Crestline Partners back Sable Shipping?
"""


def test_a_message_saved_as_text_is_a_message(tmp_path: Path) -> None:
    (document,) = read([write(tmp_path, "a.txt", SAVED)])
    assert isinstance(document, Document)
    assert (document.title, document.source) == ("Port deal", "Nadia Feld")
    assert document.published == date(2020, 6, 9)
    assert body(document) == OWN


def own(text: str, writer: str = "") -> str:
    lines = text.split("\n")
    kept = own_lines(lines, writer)
    return " ".join(line for line, is_own in zip(lines, kept, strict=True) if is_own and line)


@pytest.mark.parametrize(
    "rest",
    [
        "-- \nNadia Feld\nCrestline Partners",
        "Best regards,\nNadia Feld\nSenior Partner",
        "Nadia Feld\nSenior Partner\n+44 20 7946 0000",
        "Sent from my iPhone",
        "Tel: +44 20 7946 0000",
        "On Tue, 9 Jun 2020 at 16:12, Omar Reyes\n<o@c.example> wrote:\n> Do you agree?\n> Omar",
        "On 9 June 2020 Omar Reyes wrote:\n\nDo you agree?\n\nOmar",
        "____________________\nFrom: Omar Reyes\nSent: Monday\nTo: Nadia\n\nDo you agree?",
        "From: Omar Reyes\nDate: Monday\nTo: Nadia\nSubject: Port\n\nDo you agree?",
        "This message is confidential and intended for the addressee only.",
    ],
)
def test_what_follows_the_own_words_is_set_aside(rest: str) -> None:
    assert own(f"Dear Omar,\n\n{OWN}\n\n{rest}", "Nadia Feld") == OWN


def test_answers_between_quoted_lines_are_own_words() -> None:
    text = "On 9 June Omar wrote:\n> Do you agree?\nWe do not.\n> Why?\nThe price is too high."
    assert own(text) == "We do not. The price is too high."


@pytest.mark.parametrize(
    "before",
    [
        "---------- Forwarded message ---------",
        "-----Original Message-----",
        "Begin forwarded message:",
    ],
)
def test_what_was_forwarded_without_a_word_counts(before: str) -> None:
    text = f"{before}\nFrom: Omar Reyes\nDate: Monday\nTo: Nadia\nSubject: Port\n\n{OWN}"
    assert own(text) == OWN


def test_a_message_of_nothing_but_quotes_is_told(tmp_path: Path) -> None:
    (item,) = read([write(tmp_path, "a.eml", mail("> Do you agree?\n").as_bytes())])
    assert isinstance(item, Skipped)
    assert "nothing of its own" in item.reason


def test_wrapped_paragraphs_are_joined_and_lists_are_not(tmp_path: Path) -> None:
    text = (
        "Crestline Partners told the port authority on Tuesday that it would not\n"
        "support the bid.\n\nIt gave two reasons, which the letter of the board names:\n"
        "- the price that Sable Shipping asks for is beyond all that was said\n- the delay\n"
    )
    (document,) = read([write(tmp_path, "a.eml", mail(text).as_bytes())])
    assert isinstance(document, Document)
    assert "Tuesday that it would not support the bid." in document.text
    assert "beyond all that was said\n\n- the delay" in document.text


LINES = st.sampled_from(
    [
        *(
            "> quoted",
            "On 9 June Omar wrote:",
            "From: Omar",
            "To: Nadia",
            "Sent: Monday",
            "Subject: x",
        ),
        *(
            "-- ",
            "Best regards,",
            "Nadia Feld",
            OWN,
            "",
            "-----Original Message-----",
            "Dear Omar,",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25))
def test_every_line_is_judged_whatever_the_order(lines: list[str]) -> None:
    kept = own_lines(lines, "Nadia Feld")
    assert len(kept) == len(lines)
    assert not any(is_own for line, is_own in zip(lines, kept, strict=True) if line[:1] == ">")
