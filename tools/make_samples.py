"""Makes the sample drafts in resources/samples from their plain sources beside them.

    python tools/make_samples.py [FOLDER] [--pdf]

The same sources give the same bytes. A source with tracked words becomes a file with genuine tracked changes, one
with a sender an e-mail. With --pdf LibreOffice prints Rev.2 as a PDF as well, whose bytes differ each time.
"""

from __future__ import annotations

import copy
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from lxml import etree

from draftdesk.exporting.clean.word import write_clean
from draftdesk.resources import resource
from draftdesk.wordml.names import DEL, INS, PPR, RPR, P, R, T, w
from draftdesk.wordml.package import open_package, serialised
from sample_mail import mail_of
from sample_markup import ADDED, ADDED_END, DELETED, DELETED_END, Source, read_source

_ENDS = {ADDED: ADDED_END, DELETED: DELETED_END}
_TAGS = {ADDED: INS, DELETED: DEL}


def main(words: list[str]) -> int:
    if {"-h", "--help"}.intersection(words):
        print(__doc__)
        return 0
    folders = [word for word in words if word != "--pdf"]
    target = Path(folders[0]) if folders else resource("samples")
    target.mkdir(parents=True, exist_ok=True)
    sources = resource("samples", "sources")
    for path in sorted(sources.rglob("*.txt")):
        source = read_source(path)
        is_mail = "from" in source.fields
        out = (target / path.relative_to(sources)).with_suffix(".eml" if is_mail else ".docx")
        out.parent.mkdir(exist_ok=True)
        out.write_bytes(mail_of(source) if is_mail else sample(source))
        print(out)
    if "--pdf" in words:
        _print_to_pdf(target / "rev2.docx")
    return 0


def _print_to_pdf(file: Path) -> None:
    """The file as LibreOffice prints it, beside it."""
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", str(file.parent), str(file)], check=True, capture_output=True)


def sample(source: Source) -> bytes:
    """The Word file of a sample."""
    data = write_clean(source.draft, issued=source.is_issued)
    if not source.author:
        return data
    package = open_package(data, source.draft.name)
    root = package.xml("word/document.xml")
    tracking = _Tracking(source)
    for paragraph in root.iter(P):
        tracking.track(paragraph)
    return package.written_with({"word/document.xml": serialised(root)})


class _Tracking:
    """Turns the marked words of paragraphs into tracked changes."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._ids = 100

    def track(self, paragraph: etree._Element) -> None:
        """The letters that stand for the ends of a change go; what is between them is tracked."""
        _cut(paragraph)
        content = [child for child in paragraph if child.tag == R]
        texts = ["".join(run.itertext(T)) for run in content]
        if not any(text in _ENDS for text in texts):
            return
        is_whole = texts[1] in _ENDS and texts[-1] in _ENDS.values() and sum(text in _ENDS for text in texts) == 1
        open_mark, number_is_tracked = "", False
        for run, text in zip(content, texts, strict=True):
            if text in _ENDS or text in _ENDS.values():
                if is_whole and text in _ENDS and not number_is_tracked:
                    self._track_number(paragraph, _TAGS[text])
                    number_is_tracked = True
                open_mark = text if text in _ENDS else ""
                paragraph.remove(run)
            elif open_mark:
                self._wrap(run, _TAGS[open_mark])

    def _track_number(self, paragraph: etree._Element, tag: str) -> None:
        """In a paragraph that is tracked as a whole, the number before the text and the mark after it."""
        properties = paragraph.find(PPR)
        if properties is None:
            raise ValueError("a sample paragraph has no style")
        own = etree.SubElement(properties, RPR)
        own.append(self._mark(tag))
        first = next(child for child in paragraph if child.tag == R)
        self._wrap(first, tag)

    def _wrap(self, run: etree._Element, tag: str) -> None:
        mark = self._mark(tag)
        run.addprevious(mark)
        mark.append(run)
        if tag == DEL:
            for text in run.iter(T):
                text.tag = w("delText")

    def _mark(self, tag: str) -> etree._Element:
        self._ids += 1
        attributes = {w("id"): str(self._ids), w("author"): self._source.author, w("date"): self._source.changed}
        return etree.Element(tag, attributes)


def _cut(paragraph: etree._Element) -> None:
    """Every letter that stands for the end of a change gets a run of its own."""
    for run in [child for child in paragraph if child.tag == R]:
        text = run.find(T)
        if text is None or not re.search(f"[{ADDED}-{DELETED_END}]", text.text or ""):
            continue
        for piece in re.findall(f"[{ADDED}-{DELETED_END}]|[^{ADDED}-{DELETED_END}]+", text.text or ""):
            part = copy.deepcopy(run)
            only = part.find(T)
            if only is not None:
                only.text = piece
            run.addprevious(part)
        paragraph.remove(run)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
