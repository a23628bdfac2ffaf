"""Small Word files made of a few lines of XML, for tests that want to show what Word writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "comments": "comments",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
    "header": "hdr",
    "footer": "ftr",
}


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A w:p; plain words become runs, anything that begins with < is taken as XML."""
    inner = (f'<w:pStyle w:val="{style}"/>' if style else "") + properties
    content = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A w:r; tabs become w:tab."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    pieces = [f'<w:t xml:space="preserve">{piece}</w:t>' if piece else "" for piece in text.split("\t")]
    return f"<w:r>{marks}{'<w:tab/>'.join(pieces)}</w:r>"


def i(text: str) -> str:
    """An italic run."""
    return r(text, "<w:i/>")


def ins(*runs: str, author: str = "Norden", number: int = 900) -> str:
    """Runs that an author inserted."""
    content = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f'<w:ins w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z">{content}</w:ins>'


def deleted(text: str, author: str = "Norden", number: int = 950) -> str:
    """A run that an author deleted."""
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z">{run}</w:del>'


def mark(kind: str, author: str = "Norden", number: int = 970) -> str:
    """Properties of a paragraph whose mark is tracked as `kind` (ins, del, moveFrom, moveTo)."""
    return f'<w:rPr><w:{kind} w:id="{number}" w:author="{author}" w:date="2026-01-02T03:04:05Z"/></w:rPr>'


def table(*rows: list[str]) -> str:
    """A table; each cell holds one paragraph of plain words."""
    drawn = "".join(f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{drawn}</w:tbl>"


def note_mark(number: int) -> str:
    """The run that calls a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def footnotes(*texts: str) -> str:
    """The content of footnotes.xml: the separator, then notes numbered from 1."""
    notes = "".join(f'<w:footnote w:id="{k}">{p(text)}</w:footnote>' for k, text in enumerate(texts, start=1))
    return f'<w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote>{notes}'


def word_file(*blocks: str, parts: Mapping[str, str] | None = None, section: str = "") -> bytes:
    """A .docx of blocks; `parts` holds the content of further parts by their kind ("footnotes", "header")."""
    parts = dict(parts or {})
    relations, overrides = "", f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    for number, kind in enumerate(parts, start=1):
        relations += f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        overrides += f'<Override PartName="/word/{kind}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
    if "header" in parts:
        number = list(parts).index("header") + 1
        section += f'<w:headerReference w:type="default" r:id="rId{number}"/>'
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    body = f"<w:body>{''.join(blocks)}<w:sectPr>{section}</w:sectPr></w:body>"
    content = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _relationships(main),
        "word/document.xml": f"<w:document {W} {R}>{body}</w:document>",
        "word/_rels/document.xml.rels": _relationships(relations),
    }
    for kind, inner in parts.items():
        content[f"word/{kind}.xml"] = f"<w:{_ROOTS[kind]} {W} {R}>{inner}</w:{_ROOTS[kind]}>"
    return zipped({name: text.encode() for name, text in content.items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _relationships(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )
