"""A draft becomes a Word file of its own, in the form in which New York or Geneva sets resolutions.

The templates are ours (`resources/templates`): page, styles and spacing as measured on official files.
The same draft gives the same bytes.
"""

from __future__ import annotations

from lxml import etree

from draftdesk.errors import ExportError, refusal
from draftdesk.exporting.clean.forms import FORMS, Form
from draftdesk.exporting.clean.languages import LANGUAGES, set_styles, tag_runs
from draftdesk.exporting.clean.margins import FOOTERS, HEADERS, filled
from draftdesk.exporting.clean.package import packed
from draftdesk.exporting.clean.paragraphs import body_of
from draftdesk.exporting.clean.runs import NotesInUse, Story, element, is_custom, paragraph, run, runs_of
from draftdesk.model.draft import Draft, Note
from draftdesk.resources import resource
from draftdesk.wordml.names import R_ID
from draftdesk.wordml.package import serialised


def write_clean(draft: Draft, form: str = "newyork", *, date: str = "", issued: bool = False) -> bytes:
    """The bytes of a .docx of the draft, without any tracked change.

    `date` stands in the masthead ("2026-11-04" or as printed; the draft's own date when empty). A text
    that is not `issued` is marked DRAFT. Raises ExportError for a form that is not known.
    """
    if form not in FORMS:
        raise refusal(ExportError, "not_built_yet", what=f"export --form {form}")
    office = FORMS[form]
    notes = NotesInUse(draft)
    stories = {"document": Story(notes), "footnotes": Story()}
    body = element("body")
    body.append(_opening_paragraph(office))
    body.extend(body_of(draft, office, stories["document"]))
    body.append(_section(office, is_first=False))
    document = element("document")
    document.append(body)
    footnotes = _footnotes(office, notes, stories["footnotes"])
    for root in (document, footnotes):
        tag_runs(root, draft.language)
    parts = {
        "word/document.xml": ("document.main+xml", serialised(document)),
        "word/styles.xml": ("styles+xml", _styles(office, draft.language)),
        "word/settings.xml": ("settings+xml", resource("templates", office.name, "settings.xml").read_bytes()),
        "word/footnotes.xml": ("footnotes+xml", serialised(footnotes)),
    }
    for word, kind, names in (("header", "header+xml", HEADERS), ("footer", "footer+xml", FOOTERS)):
        for place, name in names.items():
            parts[f"word/{word}-{place}.xml"] = (kind, filled(office, name, draft, date, issued=issued))
    links = {f"word/{name}.xml": story.addresses for name, story in stories.items()}
    return packed(parts, links, draft.title, LANGUAGES.get(draft.language, draft.language))


def _opening_paragraph(form: Form) -> etree._Element:
    """The almost invisible paragraph that ends the first page's section, as in official files."""
    small = element("rPr")
    small.append(element("sz", val="2"))
    line = element("spacing", line="240", lineRule="auto")
    return paragraph("Normal", (), line, small, _section(form, is_first=True))


def _section(form: Form, *, is_first: bool) -> etree._Element:
    """Page and margins of the form; the headers belong to the first section and go on."""
    page = form.page
    made = element("sectPr")
    if is_first:
        for word, names in (("header", HEADERS), ("footer", FOOTERS)):
            for place in names:
                reference = element(f"{word}Reference", type=place)
                reference.set(R_ID, f"{word}-{place}")
                made.append(reference)
    else:
        made.append(element("type", val="continuous"))
    foot = page.first_foot if is_first else page.foot
    margins = {"top": page.top, "right": page.side, "bottom": foot, "left": page.side}
    margins |= {"header": page.header, "footer": page.footer, "gutter": 0}
    made.append(element("pgSz", w=str(page.width), h=str(page.height)))
    made.append(element("pgMar", **{name: str(twips) for name, twips in margins.items()}))
    made.append(element("cols", space="720"))
    if is_first:
        made.append(element("titlePg"))
    return made


def _styles(form: Form, language: str) -> bytes:
    root = etree.fromstring(resource("templates", form.name, "styles.xml").read_bytes())
    set_styles(root, language)
    return serialised(root)


def _footnotes(form: Form, notes: NotesInUse, story: Story) -> etree._Element:
    root = element("footnotes")
    for note_id, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        made = element("footnote", type=kind, id=note_id)
        made.append(_rule_of_notes(form, kind))
        root.append(made)
    for number, note in enumerate(notes.notes, 1):
        made = element("footnote", id=str(number))
        made.extend(_note_paragraphs(form, note, story, right_to_left=notes.draft.is_right_to_left))
        root.append(made)
    return root


def _rule_of_notes(form: Form, kind: str) -> etree._Element:
    """The line above the notes: typed, as in New York, or Word's own."""
    if form.rule_of_notes:
        rule = (element("spacing", after="80"), element("ind", left="792"))
        return paragraph("Footer", [run(form.rule_of_notes)], *rule)
    own = element("r")
    own.append(element(kind))
    return paragraph("Normal", [own])


def _note_paragraphs(form: Form, note: Note, story: Story, *, right_to_left: bool) -> list[etree._Element]:
    mark = run(note.mark if is_custom(note) else "", style="FootnoteReference")
    if not is_custom(note):
        mark.append(element("footnoteRef"))
    made: list[etree._Element] = []
    for one in note.paragraphs:
        head = [run("\t\t")] if made else [run("\t"), mark, run(form.note_gap)]
        content = runs_of(one.text, one.runs_in_text(), one.objects_in_text(), story)
        made.append(paragraph("FootnoteText", [*head, *content], right_to_left=right_to_left))
    return made or [paragraph("FootnoteText", [run("\t"), mark])]
