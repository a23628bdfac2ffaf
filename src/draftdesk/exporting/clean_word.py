"""A draft becomes a Word file of its own, in the form in which the Secretariat in New York sets resolutions.

The template is ours (`resources/templates/newyork`): page, styles and spacing as measured on official files.
The same draft gives the same bytes.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.clean_margins import FOOTERS, HEADERS, filled
from draftdesk.exporting.clean_package import packed
from draftdesk.exporting.clean_paragraphs import body_of
from draftdesk.exporting.clean_runs import NotesInUse, Story, element, is_custom, paragraph, run, runs_of
from draftdesk.model.draft import Draft, Note
from draftdesk.resources import resource
from draftdesk.wordml.names import R_ID, w
from draftdesk.wordml.package import serialised

FORMS: Final = ("newyork",)
_ARABIC_LARGER: Final = 4
"""Half points by which Arabic letters are larger, to be read as easily as Latin ones."""

_SEPARATOR: Final = "_" * 18
LANGUAGES: Final = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ru": "ru-RU", "zh": "zh-CN"}


def write_clean(draft: Draft, form: str = "newyork", *, date: str = "", issued: bool = False) -> bytes:
    """The bytes of a .docx of the draft, without any tracked change.

    `date` stands in the masthead ("2026-11-04" or as printed; the draft's own date when empty). A text
    that is not `issued` is marked DRAFT. Raises ExportError for a form that is not known.
    """
    if form not in FORMS:
        raise refusal(ExportError, "not_built_yet", what=f"export --form {form}")
    notes = NotesInUse(draft)
    stories = {"document": Story(notes), "footnotes": Story()}
    body = element("body")
    body.append(_opening_paragraph())
    body.extend(body_of(draft, stories["document"]))
    body.append(_section(bottom=1152, is_first=False))
    document = element("document")
    document.append(body)
    parts = {
        "word/document.xml": ("document.main+xml", serialised(document)),
        "word/styles.xml": ("styles+xml", _styles(form, draft.language)),
        "word/settings.xml": ("settings+xml", resource("templates", form, "settings.xml").read_bytes()),
        "word/footnotes.xml": ("footnotes+xml", serialised(_footnotes(notes, stories["footnotes"]))),
    }
    for word, kind, names in (("header", "header+xml", HEADERS), ("footer", "footer+xml", FOOTERS)):
        for place, name in names.items():
            parts[f"word/{word}-{place}.xml"] = (kind, filled(form, name, draft, date, issued=issued))
    links = {f"word/{name}.xml": story.addresses for name, story in stories.items()}
    return packed(parts, links, draft.title, LANGUAGES.get(draft.language, draft.language))


def _opening_paragraph() -> etree._Element:
    """The almost invisible paragraph that ends the first page's section, as in official files."""
    small = element("rPr")
    small.append(element("sz", val="2"))
    return paragraph(
        "Normal", (), element("spacing", line="240", lineRule="auto"), small, _section(1728, is_first=True)
    )


def _section(bottom: int, *, is_first: bool) -> etree._Element:
    """US Letter with the margins of the form; the headers belong to the first section and go on."""
    made = element("sectPr")
    if is_first:
        for word, names in (("header", HEADERS), ("footer", FOOTERS)):
            for place in names:
                reference = element(f"{word}Reference", type=place)
                reference.set(R_ID, f"{word}-{place}")
                made.append(reference)
    else:
        made.append(element("type", val="continuous"))
    made.append(element("pgSz", w="12240", h="15840"))
    margins = {"top": "1440", "right": "1200", "bottom": str(bottom), "left": "1200"}
    made.append(element("pgMar", **margins, header="432", footer="504", gutter="0"))
    made.append(element("cols", space="720"))
    if is_first:
        made.append(element("titlePg"))
    return made


def _styles(form: str, language: str) -> bytes:
    """The styles; the language of the text is set in the defaults, so that Word spells it right."""
    root = etree.fromstring(resource("templates", form, "styles.xml").read_bytes())
    for setting in root.iter(w("lang")):
        attribute = {"zh": "eastAsia", "ar": "bidi"}.get(language, "val")
        setting.set(w(attribute), LANGUAGES.get(language, language))
    if language == "ar":
        _set_arabic(root)
    return serialised(root)


def _set_arabic(root: etree._Element) -> None:
    """Bold, italics and sizes for Arabic script too; its letters are taller, so no line is cut to a height."""
    for name, twin in (("b", "bCs"), ("i", "iCs")):
        for mark in root.iter(w(name)):
            mark.addnext(element(twin))
    for size in root.iter(w("sz")):
        complex_size = size.getnext()
        if complex_size is None or complex_size.tag != w("szCs"):
            complex_size = element("szCs")
            size.addnext(complex_size)
        complex_size.set(w("val"), str(int(size.get(w("val"), "20")) + _ARABIC_LARGER))
    for spacing in root.iter(w("spacing")):
        if spacing.get(w("lineRule")) == "exact":
            spacing.set(w("lineRule"), "atLeast")
    etree.cleanup_namespaces(root)


def _footnotes(notes: NotesInUse, story: Story) -> etree._Element:
    root = element("footnotes")
    for note_id, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        made = element("footnote", type=kind, id=note_id)
        rule = (element("spacing", after="80"), element("ind", left="792"))
        made.append(paragraph("Footer", [run(_SEPARATOR)], *rule))
        root.append(made)
    for number, note in enumerate(notes.notes, 1):
        made = element("footnote", id=str(number))
        made.extend(_note_paragraphs(note, story, right_to_left=notes.draft.is_right_to_left))
        root.append(made)
    return root


def _note_paragraphs(note: Note, story: Story, *, right_to_left: bool) -> list[etree._Element]:
    mark = run(note.mark if is_custom(note) else "", style="FootnoteReference")
    if not is_custom(note):
        mark.append(element("footnoteRef"))
    made: list[etree._Element] = []
    for one in note.paragraphs:
        head = [run("\t\t")] if made else [run("\t"), mark, run(" \t")]
        content = runs_of(one.text, one.runs_in_text(), one.objects_in_text(), story)
        made.append(paragraph("FootnoteText", [*head, *content], right_to_left=right_to_left))
    return made or [paragraph("FootnoteText", [run("\t"), mark])]
