"""Small files of every format, made by the tests that read them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

SENTENCES = (
    "The foreign ministers of four neighbouring states met in Dushanbe on Wednesday. "
    "They urged all sides to return to the talks without delay. "
    "The host country said that it would take in families from the border districts. "
    "A second meeting is planned for the autumn, according to the joint statement."
)
"""Long enough for its language to be judged."""

GERMAN = (
    "Die Außenminister von vier Nachbarstaaten trafen sich am Mittwoch in der Hauptstadt. "
    "Sie riefen alle Seiten auf, ohne Verzögerung an den Verhandlungstisch zurückzukehren. "
    "Das Gastgeberland erklärte, es werde Familien aus den Grenzbezirken aufnehmen."
)


def under(folder: Path, *names: str) -> list[str]:
    """The names of documents found when ``folder`` is pointed at."""
    return [f"{folder.name}/{name}" for name in names]


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pdf(*pages: str, title: str = "", trailer: str = "") -> bytes:
    """A PDF by hand: a page for each text, its lines below each other; no text, no font."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Title (%s) >>" % title.encode()]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for text in pages:
        lines = b" ".join(b"(%s) Tj 0 -14 Td" % line.encode() for line in text.split("\n"))
        stream = b"BT /F1 11 Tf 40 760 Td %s ET" % lines
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 4 0 R >> >> >>" % len(objects)
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, len(kids))
    return _assemble(objects, trailer)


def _assemble(objects: list[bytes], trailer: str) -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    about = b"/Size %d /Root 1 0 R /Info 3 0 R %s" % (len(objects) + 1, trailer.encode())
    out.write(b"trailer\n<< %s >>\nstartxref\n%d\n%%%%EOF" % (about, start))
    return out.getvalue()


ENCRYPTED = (
    f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 "
    f"/O <{'11' * 32}> /U <{'22' * 32}> /P -4 >>"
)
"""A trailer that asks for a password nobody has."""


def docx(path: Path, *paragraphs: str, title: str = "") -> Path:
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in members.items():
            out.writestr(name.replace("__", "/") + ".xml", content)
    return path


def placed(*pages: list[tuple[float, float, float, str]], created: str = "") -> bytes:
    """A PDF with each text where it is put: (left, bottom, size, text), in the order given."""
    about = f"/CreationDate (D:{created})" if created else ""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", f"<< {about} >>".encode()]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for texts in pages:
        shown = (
            b"BT /F1 %g Tf %g %g Td (%s) Tj ET" % (s, x, y, t.encode()) for x, y, s, t in texts
        )
        stream = b"\n".join(shown)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 4 0 R >> >> >>" % len(objects)
        )
    refs = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (refs, len(kids))
    return _assemble(objects, "")


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_xml(body: str, name: str = "document") -> bytes:
    """A part of a Word document."""
    return f'<w:{name} xmlns:w="{_W}"><w:body>{body}</w:body></w:{name}>'.encode()


def paragraph(text: str) -> str:
    """A paragraph in WordprocessingML."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
