"""The same reports in every format: files made by code, out of texts in our own words."""

from __future__ import annotations

import gzip
import html
import io
import json
import tarfile
import textwrap
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from email.message import EmailMessage
from typing import NamedTuple

from actors.types import Document
from tests.readers.containers import doc, msg, xls

_OFFICE = "http://schemas.openxmlformats.org"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


class Report(NamedTuple):
    """One report: what every format has to give back."""

    title: str
    source: str
    day: date
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def spelt(self) -> str:
        return f"{self.day:%B} {self.day.day}, {self.day.year}"

    @property
    def british(self) -> str:
        return f"{self.day.day} {self.day:%B %Y}"

    @property
    def rfc(self) -> str:
        return f"{self.day:%a, %d %b %Y} 10:00:00 +0000"

    @property
    def html(self) -> str:
        return "".join(f"<p>{html.escape(each)}</p>" for each in self.paragraphs)


def report_of(document: Document) -> Report:
    """A report as a document has it, without what lies outside its body."""
    return Report(
        title=document.title or "",
        source=document.source or "",
        day=document.published,  # type: ignore[arg-type]
        paragraphs=tuple(
            line
            for start, end in document.body
            for line in document.text[start:end].split("\n")
            if line.strip()
        ),
    )


Reports = Sequence[Report]


def archive(members: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name), content, stored)
    return out.getvalue()


def _e(text: str) -> str:
    return html.escape(text)


# One report a file


def txt(report: Report) -> bytes:
    head = f"title: {report.title}\ndate: {report.day}\nsource: {report.source}\n\n"
    return (head + report.text).encode()


def eml(report: Report) -> bytes:
    message = EmailMessage()
    message["From"] = f"{report.source} <desk@wire.example>"
    message["To"] = "Analyst <analyst@desk.example>"
    message["Subject"] = report.title
    message["Date"] = report.rfc
    message["Message-ID"] = "<1@wire.example>"
    message.set_content(report.text)
    return message.as_bytes()


def outlook(report: Report) -> bytes:
    since = datetime.combine(report.day, time(10)) - datetime(1601, 1, 1)
    ticks = int(since.total_seconds()) * 10**7
    return msg(report.title, report.text, report.source, ticks)


def rtf(report: Report) -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text)

    body = "".join(f"{escaped(each)}\\par\\par\n" for each in report.paragraphs)
    info = f"{{\\info{{\\title {escaped(report.title)}}}}}"
    return f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}{info}\\f0\\fs24 {body}}}".encode()


def word97(report: Report) -> bytes:
    return doc("\r".join(report.paragraphs) + "\r")


def odt(report: Report) -> bytes:
    body = "".join(f"<text:p>{_e(each)}</text:p>" for each in report.paragraphs)
    names = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    about = f"<office:document-meta {names} {dc}><dc:title>{_e(report.title)}</dc:title>"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"{about}</office:document-meta>",
        }
    )


def pptx(report: Report) -> bytes:
    names = f'xmlns:a="{_OFFICE}/drawingml/2006/main" xmlns:r="{_OFFICE}/officeDocument/r"'
    names += f' xmlns:p="{_OFFICE}/presentationml/2006/main"'
    count = len(report.paragraphs)
    ids = "".join(f'<p:sldId id="{256 + i}" r:id="r{i}"/>' for i in range(count))
    related = "".join(
        f'<Relationship Id="r{i}" Type="x/slide" Target="slides/slide{count - i}.xml"/>'
        for i in range(count)
    )
    slides: dict[str, str | bytes] = {
        f"ppt/slides/slide{count - i}.xml": f"<p:sld {names}><p:sp><a:p><a:r><a:t>{_e(each)}</a:t>"
        "</a:r></a:p></p:sp></p:sld>"
        for i, each in enumerate(report.paragraphs)
    }
    core = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{_e(report.title)}'
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "ppt/presentation.xml": f"<p:presentation {names}>{ids}</p:presentation>",
            "ppt/_rels/presentation.xml.rels": f"<Relationships>{related}</Relationships>",
            "docProps/core.xml": f"{core}</dc:title></c>",
            **slides,
        }
    )


def epub(report: Report) -> bytes:
    pages = "".join(
        f'<item id="c{i}" href="c{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in range(len(report.paragraphs))
    )
    order = "".join(f'<itemref idref="c{i}"/>' for i in range(len(report.paragraphs)))
    about = f"<dc:title>{_e(report.title)}</dc:title><dc:date>{report.day}</dc:date>"
    about += f"<dc:publisher>{_e(report.source)}</dc:publisher>"
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="O/b.opf"/></container>',
            "O/b.opf": f"<package {dc}><metadata>{about}</metadata><manifest>{pages}</manifest>"
            f"<spine>{order}</spine></package>",
            **{
                f"O/c{i}.xhtml": f"<html><title>x</title><body><p>{_e(each)}</p></body></html>"
                for i, each in enumerate(report.paragraphs)
            },
        }
    )


def mhtml(report: Report) -> bytes:
    page = f"<html><head><title>{_e(report.title)}</title><meta property='article:published_time'"
    page += f" content='{report.day}'></head><body><article>{report.html}"
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: http://x/1\nSubject: {report.title}\n"
        f"Date: {report.rfc}\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        f'\tboundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n{page}</article></body>'
        "</html>\n--b--\n"
    ).encode()


def nitf(report: Report) -> bytes:
    head = f'<docdata><date.issue norm="{report.day:%Y%m%d}T100000Z"/></docdata>'
    head += f'<pubdata name="{_e(report.source)}"/>'
    line = f"<body.head><hedline><hl1>{_e(report.title)}</hl1></hedline></body.head>"
    return (
        f'<?xml version="1.0"?><nitf><head>{head}</head><body>{line}<body.content>'
        f"<block>{report.html}</block></body.content></body></nitf>"
    ).encode()


def tei(report: Report) -> bytes:
    head = f"<titleStmt><title>{_e(report.title)}</title></titleStmt><publicationStmt><publisher>"
    head += f"{_e(report.source)}</publisher></publicationStmt><sourceDesc>"
    head += f'<date when="{report.day}"/></sourceDesc>'
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>{head}</fileDesc>'
        f"</teiHeader><text><body><div>{report.html}</div></body></text></TEI>"
    ).encode()


def jats(report: Report) -> bytes:
    day = f"<day>{report.day.day}</day><month>{report.day.month}</month>"
    about = f"<title-group><article-title>{_e(report.title)}</article-title></title-group>"
    about += f"<pub-date>{day}<year>{report.day.year}</year></pub-date>"
    journal = f"<journal-meta><journal-title>{_e(report.source)}</journal-title></journal-meta>"
    return (
        f'<?xml version="1.0"?><article><front>{journal}<article-meta>{about}</article-meta>'
        f"</front><body><sec>{report.html}</sec></body></article>"
    ).encode()


def fragment(report: Report) -> bytes:
    return f'<div id="readability-page-1" class="page"><div>{report.html}</div></div>'.encode()


def _cues(report: Report) -> list[tuple[int, list[str]]]:
    lines = [line for each in report.paragraphs for line in textwrap.wrap(each, 36)]
    return [(i, lines[i : i + 2]) for i in range(0, len(lines), 2)]


def _clock(seconds: int, mark: str) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}000"


def srt(report: Report) -> bytes:
    cues = (
        f"{i // 2 + 1}\n{_clock(2 * i, ',')} --> {_clock(2 * i + 4, ',')}\n" + "\n".join(lines)
        for i, lines in _cues(report)
    )
    return "\n\n".join(cues).encode()


def vtt(report: Report) -> bytes:
    cues = (
        f"{_clock(2 * i, '.')} --> {_clock(2 * i + 4, '.')} align:start\n" + "\n".join(lines)
        for i, lines in _cues(report)
    )
    return ("WEBVTT - made by hand\n\nNOTE nobody reads this\n\n" + "\n\n".join(cues)).encode()


def markdown(report: Report) -> bytes:
    head = f"title: {report.title}\ndate: {report.day}\nsource: {report.source}"
    body = "\n\n".join(report.paragraphs)
    return f"---\n{head}\n---\n\n{body}\n".encode()


def word(report: Report) -> bytes:
    return _docx_of(report.paragraphs)


ONE: dict[str, Callable[[Report], bytes]] = {
    ".txt": txt,
    ".md": markdown,
    ".docx": word,
    ".eml": eml,
    ".msg": outlook,
    ".rtf": rtf,
    ".doc": word97,
    ".odt": odt,
    ".pptx": pptx,
    ".epub": epub,
    ".mhtml": mhtml,
    ".nitf.xml": nitf,
    ".tei.xml": tei,
    ".jats.xml": jats,
    ".part.html": fragment,
    ".srt": srt,
    ".vtt": vtt,
}
"""Formats with one report in a file, by suffix."""


# All reports in a file


def mbox(reports: Reports) -> bytes:
    return b"".join(
        b"From desk@wire.example Sun Nov 29 22:03:57 2020\n" + eml(report) + b"\n"
        for report in reports
    )


def _rows(reports: Reports) -> list[list[str]]:
    rows = [[each.title, each.source, each.day.isoformat(), each.text] for each in reports]
    return [["Headline", "Newspaper", "Date", "Article"], *rows]


def xlsx(reports: Reports) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in _rows(reports):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(reports: Reports) -> bytes:
    names = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
    names += f' xmlns:table="{_ODF}:table:1.0"'

    def cell(text: str) -> str:
        lines = "".join(f"<text:p>{_e(line)}</text:p>" for line in text.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'

    rows = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in _rows(reports)
    )
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Press">{rows}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def excel97(reports: Reports) -> bytes:
    return xls(_rows(reports))


def rss(reports: Reports) -> bytes:
    items = "".join(
        f"<item><title>{_e(each.title)}</title><link>http://x/1</link><pubDate>{each.rfc}</pubDate>"
        f"<source>{_e(each.source)}</source><description>short</description><content:encoded>"
        f"<![CDATA[{each.html}]]></content:encoded></item>"
        for each in reports
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss {space}><channel>{items}</channel></rss>'.encode()


def atom(reports: Reports) -> bytes:
    entries = "".join(
        f'<entry><title type="html">{_e(_e(each.title))}</title><link href="http://x/1"/>'
        f"<updated>{each.day}T10:00:00Z</updated><source><title>{_e(each.source)}</title></source>"
        f'<content type="html">{_e(each.html)}</content></entry>'
        for each in reports
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entries}</feed>'.encode()


def ris(reports: Reports) -> bytes:
    return "\n".join(
        f"TY  - NEWS\nTI  - {each.title}\nT2  - {each.source}\nDA  - {each.day:%Y/%m/%d}/\n"
        f"AB  - {each.text}\nER  - \n"
        for each in reports
    ).encode()


def csl(reports: Reports) -> bytes:
    rows = [
        {
            "type": "article-newspaper",
            "title": each.title,
            "container-title": each.source,
            "issued": {"date-parts": [[each.day.year, each.day.month, each.day.day]]},
            "abstract": each.text,
        }
        for each in reports
    ]
    return json.dumps(rows).encode()


def guardian(reports: Reports) -> bytes:
    rows = [
        {
            "webTitle": each.title,
            "webPublicationDate": f"{each.day}T10:00:00Z",
            "fields": {"body": each.html, "publication": each.source},
        }
        for each in reports
    ]
    return json.dumps({"response": {"status": "ok", "total": 9, "results": rows}}).encode()


def event_registry(reports: Reports) -> bytes:
    rows = [
        {
            "title": each.title,
            "body": each.text,
            "dateTime": f"{each.day}T10:00:00Z",
            "date": f"{each.day}",
            "source": {"uri": "wire.example", "title": each.source},
        }
        for each in reports
    ]
    return json.dumps({"articles": {"page": 1, "totalResults": 9, "results": rows}}).encode()


def elastic(reports: Reports) -> bytes:
    hits = [
        {
            "_id": "x",
            "_source": {
                "headline": {"main": each.title},
                "text": each.text,
                "source": each.source,
                "pub_date": f"{each.day}T10:00:00Z",
            },
        }
        for each in reports
    ]
    return json.dumps({"hits": {"total": 9, "hits": hits}}).encode()


def warc(reports: Reports) -> bytes:
    out = b""
    for each in reports:
        page = f"<html><head><title>{_e(each.title)}</title><meta property='og:site_name' content="
        page += f"'{_e(each.source)}'><meta property='article:published_time' content='{each.day}'>"
        page += f"</head><body><article>{each.html}</article></body></html>"
        response = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
        )
        head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x/1\r\n"
        head += "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-07-30T00:00:00Z\r\n"
        head += "Content-Type: application/http; msgtype=response\r\n"
        out += f"{head}Content-Length: {len(response)}\r\n\r\n".encode() + response + b"\r\n\r\n"
    return out


def packed(reports: Reports) -> bytes:
    return archive({f"wire/{i}.txt": txt(each) for i, each in enumerate(reports)})


def tar(reports: Reports) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        for i, each in enumerate(reports):
            data = txt(each)
            member = tarfile.TarInfo(f"wire/{i}.txt")
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return out.getvalue()


def tar_gz(reports: Reports) -> bytes:
    return gzip.compress(tar(reports), mtime=0)


# Exports of news databases


def lexisnexis(reports: Reports, words: Sequence[str] = ("{i} of {n} DOCUMENTS",)) -> bytes:
    out = "\n\nDownload Request: All Documents: 1-9\nSend To:\nLIBRARY OF SAMPLETOWN\n"
    out += "Terms: (Tajikistan AND Taliban)\n"
    for i, each in enumerate(reports, start=1):
        body = "\n\n".join(textwrap.fill(text, 78) for text in each.paragraphs)
        mark = words[0].format(i=i, n=len(reports))
        dated = f"{each.spelt} {each.day:%A}"
        out += f"\n\n{mark:^78}\n\n\n{each.source:^78}\n\n{dated:^78}\n\n"
        out += f"{each.title}\n\nBYLINE: Nora Ames\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 115 words\n\n"
        out += f"{body}\n\nLOAD-DATE: July 30, 2021\n\nLANGUAGE: ENGLISH\n\n"
        out += f"PUBLICATION-TYPE: Newspaper\n\n\n{'Copyright 2021 ' + each.source:^78}\n"
        out += f"{'All Rights Reserved':^78}\n"
    return out.encode()


def nexis_lines(reports: Reports) -> list[str]:
    lines = [
        "Date and Time: Friday, August 20, 2021 4:51:00 PM CEST",
        "Job Number: 151",
        "Documents (9)",
    ]
    lines += [f"{i}. {each.title}" for i, each in enumerate(reports, start=1)]
    lines += ["Client/Matter: -None-", "Search Terms: tajikistan and taliban"]
    for each in reports:
        lines += [each.title, each.source, f"{each.spelt} {each.day:%A} 10:05 AM GMT"]
        lines += [f"Copyright 2021 {each.source} All Rights Reserved", "Section:\xa0WORLD; Pg. 12"]
        lines += ["Length:\xa057 words", "Byline:\xa0Nora Ames", "Body", *each.paragraphs]
        lines += ["Graphic", "Photo: a border post", "Classification", "Language: ENGLISH"]
        lines += ["Subject: BORDERS (90%)", "Load-Date:\xa0July 30, 2021", "End of Document"]
    return lines


def _rtf_of(lines: Sequence[str]) -> bytes:
    return rtf(Report("", "", date(2021, 7, 1), tuple(lines)))


def nexis_rtf(reports: Reports) -> bytes:
    return _rtf_of(nexis_lines(reports))


def _docx_of(lines: Sequence[str]) -> bytes:
    from docx import Document

    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def nexis_docx(reports: Reports) -> bytes:
    return _docx_of(nexis_lines(reports))


def factiva_lines(reports: Reports) -> list[str]:
    lines = []
    for each in reports:
        lines += ["World News", each.title, "By Nora Ames", "115 words", each.british, "10:30"]
        lines += [
            each.source,
            "SMPL",
            "12",
            "English",
            f"(c) 2021 {each.source}. All Rights Reserved.",
        ]
        lines += [*each.paragraphs, "Document SMPL000020210705eh75000b5"]
    return lines


def factiva_rtf(reports: Reports) -> bytes:
    return _rtf_of(factiva_lines(reports))


def factiva_docx(reports: Reports) -> bytes:
    return _docx_of(factiva_lines(reports))


def _fields(each: Report) -> list[tuple[str, list[str]]]:
    fields = [("HD", [each.title]), ("BY", ["By Nora Ames"]), ("WC", ["115 words"])]
    fields += [("PD", [each.british]), ("ET", ["10:30"]), ("SN", [each.source]), ("SC", ["SMPL"])]
    fields += [("LA", ["English"]), ("CY", ["(c) 2021"]), ("LP", [each.paragraphs[0]])]
    fields += [
        ("TD", list(each.paragraphs[1:])),
        ("NS", ["gpir : Politics"]),
        ("RE", ["tadzk : x"]),
    ]
    return [*fields, ("AN", ["Document SMPL000020210705eh75000b5"])]


def factiva_indexed_rtf(reports: Reports) -> bytes:
    lines = []
    for each in reports:
        for code, texts in _fields(each):
            first, *rest = texts or [""]
            lines += [f"{code}\\tab {first}", *rest]
    return _rtf_of([line.replace("\\tab ", "\t") for line in lines])


def factiva_indexed_html(reports: Reports) -> bytes:
    def row(code: str, texts: list[str]) -> str:
        cells = "".join(f"<p>{_e(text)}</p>" for text in texts)
        return f"<tr><td><b>{code}</b>&nbsp;</td><td>{cells}</td></tr>"

    articles = (
        f'<div class="article enArticle"><table>{"".join(row(*field) for field in _fields(each))}'
        "</table></div>"
        for each in reports
    )
    return f"<html><body>{'<br/>'.join(articles)}</body></html>".encode()


def factiva_html(reports: Reports) -> bytes:
    articles = []
    for each in reports:
        head = f"<div id='hd'><span class='enHeadline'>{_e(each.title)}</span></div>"
        plain = ("Nora Ames", "115 words", each.british, each.source, "SMPL", "English")
        head += "".join(f"<div>{_e(line)}</div>" for line in plain)
        head += f"<div>(c) 2021 {_e(each.source)}. All Rights Reserved.</div>"
        texts = (
            f'<p class="articleParagraph enarticleParagraph">{_e(t)}</p>' for t in each.paragraphs
        )
        last = "<p>Document SMPL000020210705eh75000b5</p>"
        articles.append(f'<div class="article enArticle">{head}{"".join(texts)}{last}</div>')
    return f"<html><body>{''.join(articles)}</body></html>".encode()


def factiva_xml(reports: Reports) -> bytes:
    articles = "".join(
        f"<article><headline><paragraph>{_e(r.title)}</paragraph></headline><byline>Nora Ames"
        f"</byline><leadParagraph><paragraph>{_e(r.paragraphs[0])}</paragraph></leadParagraph>"
        f"<tailParagraphs>{''.join(f'<paragraph>{_e(t)}</paragraph>' for t in r.paragraphs[1:])}"
        f"</tailParagraphs><publicationDate><date>{r.day}</date></publicationDate>"
        f"<sourceName>{_e(r.source)}</sourceName></article>"
        for r in reports
    )
    return f'<?xml version="1.0"?><ppsArticleResponse>{articles}</ppsArticleResponse>'.encode()


def proquest(reports: Reports) -> bytes:
    rule = "_" * 60
    out = ""
    for i, each in enumerate(reports, start=1):
        out += f"{rule}\n\n{each.title}\n\nAuthor: Ames, Nora\n\nPublication info: {each.source} ; "
        out += f"Sampletown [Sampletown]{each.day:%d %B %Y}: A.3.\n\nProQuest document link\n\n"
        out += f"Full text: {each.text}\n\nSubject: Borders; Refugees\n\nTitle: {each.title}\n\n"
        out += f"Publication title: {each.source}; Sampletown\n\nPublication date: "
        out += f"{each.day:%b} {each.day.day}, {each.day.year}\n\nProQuest document ID: 24{i}\n\n"
        out += f"Document URL: https://x.example/{i}\n\nDatabase: ProQuest Central\n\n"
    return f"{out}{rule}\n\nContact us at: http://x.example\n\nTerms & Conditions\n".encode()


def europresse(reports: Reports) -> bytes:
    articles = "".join(
        f"<article><header><div><span class='DocPublicationName'>{_e(r.source)}, no. 123</span>"
        f"<span class='DocHeader'>{r.day:%A}, {r.spelt}, p. 3</span></div>"
        f"<div class='titreArticle'>"
        f"<p class='sm-margin-TopNews titreArticleVisu rdp__articletitle'>{_e(r.title)}</p></div>"
        f"<div class='docAuthors'>Nora Ames</div></header><section><div class='DocText clearfix'>"
        f"<div class='docOcurrContainer'>{r.html}</div></div></section><footer>"
        f"<div class='publiC-lblCertif'>© 2021 {_e(r.source)}</div></footer></article>"
        for r in reports
    )
    return f"<!DOCTYPE html><html><body>{articles}</body></html>".encode()


def _integrum_fields(report: Report) -> str:
    fields = {"ИС": report.source, "ДТ": f"{report.day:%d.%m.%Y}", "ЗГ": report.title}
    return "\n".join(f"^{key}:\n{value}" for key, value in {**fields, "АВ": "Nora Ames"}.items())


def integrum_html(reports: Reports) -> bytes:
    articles = "".join(
        f"<div><table><tr><td>{_e(_integrum_fields(r))}\n</td></tr></table>"
        f"<pre>{_e(_indented(r))}</pre></div>"
        for r in reports
    )
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    return f"<html><head>{head}</head><body>{articles}</body></html>".encode("cp1251")


def integrum_text(reports: Reports) -> bytes:
    return "\n\n".join(f"{_integrum_fields(r)}\n\n{_indented(r)}" for r in reports).encode()


def _indented(report: Report) -> str:
    return "\n".join(f"   {each}" for each in report.paragraphs)


def pressreader(reports: Reports) -> bytes:
    """An issue with the first article on two pages; all articles have the day of the issue."""
    twice = [reports[0], *reports]
    pages = "".join(
        f'<item id="p{i}" href="page-{i}/page-{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in range(len(twice))
    )
    order = "".join(f'<itemref idref="p{i}"/>' for i in range(len(twice)))
    about = f"<dc:title>{_e(reports[0].source)}</dc:title><dc:date>{reports[0].day}</dc:date>"
    about += "<dc:creator>NewspaperDirect</dc:creator>"
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="O/b.opf"/></container>',
            "O/b.opf": f"<package {dc}><metadata>{about}</metadata><manifest>{pages}</manifest>"
            f"<spine>{order}</spine></package>",
            **{
                f"O/page-{i}/page-{i}.xhtml": "<html><title>x</title><body><p>Page 3</p>"
                f"<div class='art-cnt' id='a{i}'><div class='art-header'>{_e(r.source)}</div>"
                f"<p class='title'>{_e(r.title)}</p><p class='byline'>Nora Ames</p>{r.html}</div>"
                "</body></html>"
                for i, r in enumerate(twice)
            },
        }
    )


ALL: dict[str, Callable[[Reports], bytes]] = {
    ".mbox": mbox,
    ".xlsx": xlsx,
    ".ods": ods,
    ".xls": excel97,
    ".rss": rss,
    ".atom": atom,
    ".ris": ris,
    ".csl.json": csl,
    ".guardian.json": guardian,
    ".registry.json": event_registry,
    ".elastic.json": elastic,
    ".warc": warc,
    ".zip": packed,
    ".tar": tar,
    ".tar.gz": tar_gz,
    ".lexisnexis.txt": lexisnexis,
    ".nexis.docx": nexis_docx,
    ".nexis.rtf": nexis_rtf,
    ".factiva.docx": factiva_docx,
    ".factiva.rtf": factiva_rtf,
    ".factiva-indexed.rtf": factiva_indexed_rtf,
    ".factiva.html": factiva_html,
    ".factiva-indexed.html": factiva_indexed_html,
    ".factiva.xml": factiva_xml,
    ".proquest.txt": proquest,
    ".europresse.html": europresse,
    ".integrum.html": integrum_html,
    ".integrum.txt": integrum_text,
}
"""Formats with all reports in a file, by suffix."""
