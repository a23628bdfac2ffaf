"""OpenDocument texts made in code: the parts that a test speaks of, and nothing else."""

from io import BytesIO
from zipfile import ZipFile

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{_URN}:office:1.0" xmlns:text="{_URN}:text:1.0" xmlns:style="{_URN}:style:1.0" '
    f'xmlns:table="{_URN}:table:1.0" xmlns:draw="{_URN}:drawing:1.0" xmlns:fo="{_URN}:xsl-fo-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
MIMETYPE = "application/vnd.oasis.opendocument.text"


def open_document(body: str, automatic: str = "", styles: str = "", **parts: str) -> bytes:
    """A file with this content of office:text, these automatic styles and this content of styles.xml."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    named = f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>"
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", named)
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def inserted(change: str, author: str) -> str:
    return _region(change, f"<text:insertion>{_told(author)}</text:insertion>")


def deleted(change: str, author: str, content: str, inserter: str = "") -> str:
    before = f"<text:insertion>{_told(inserter)}</text:insertion>" if inserter else ""
    return _region(change, f"<text:deletion>{_told(author)}{content}</text:deletion>{before}")


def tracked(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def start(change: str) -> str:
    return f'<text:change-start text:change-id="{change}"/>'


def end(change: str) -> str:
    return f'<text:change-end text:change-id="{change}"/>'


def gone(change: str) -> str:
    return f'<text:change text:change-id="{change}"/>'


def _region(change: str, content: str) -> str:
    return f'<text:changed-region text:id="{change}">{content}</text:changed-region>'


def _told(author: str) -> str:
    date = "<dc:date>2026-11-24T09:30:00</dc:date>"
    return f"<office:change-info><dc:creator>{author}</dc:creator>{date}</office:change-info>"
