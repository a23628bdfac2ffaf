"""Whatever a drafter does to the working draft, its redline gives back the base and the draft."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from draftdesk.drafting import edits, notes
from draftdesk.errors import DraftingError
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE
from making_word import footnotes, i, note_mark, p, table, word_file

_NAMES = ("lights", "crews", "pilots", "ports", "lamps", "charts")
BASE = word_file(
    p("A/RES/80/1"),
    p(),
    p("\t", i("The General Assembly"), ","),
    *(
        p("\t", i("Recalling"), f" its resolution 74/90{k} of 12\u00a0May 2020 on {name},")
        for k, name in enumerate(_NAMES)
    ),
    p(),
    p("\t1.\t", i("Urges"), " all States to fit lights", note_mark(1), " on every ferry before the winter season;"),
    p("\t2.\t", i("Calls upon"), " harbour masters:"),
    p("\t(a)\tTo train their crews twice in each year;"),
    p("\t(b)\tTo keep charts;"),
    table(["Ferry", "Seats"], ["Kestrel", "40"]),
    *(
        p(f"\t{k}.\t", i("Invites"), f" the owners of {name} to lend a hand, where they can;")
        for k, name in enumerate(_NAMES, 3)
    ),
    p("\t9.\t", i("Decides"), " to look at the matter again at its eightieth session."),
    parts={"footnotes": footnotes(" A/80/12.")},
)
DRAFT = receive(BASE, "base.docx").drafts[0]
KINDS = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE, ParagraphKind.SUB1, ParagraphKind.HEADING)
TEXTS = ("Thanks the pilots of the lakes;", "to report on fog;", "Noting that boats are small,", "Training")


@st.composite
def edited(draw: st.DrawFn) -> Draft:
    """The draft after some edits; those that do not apply are left out."""
    draft = DRAFT
    for _ in range(draw(st.integers(1, 6))):
        visible = [draft.paragraphs[index] for index in draft.visible]
        paragraph, other = draw(st.sampled_from(visible)), draw(st.sampled_from(visible))
        serial = paragraph.id.serial
        kind = draw(
            st.sampled_from(("reword", "insert", "delete", "move", "split", "words", "note", "renote", "unnote"))
        )
        with suppress(DraftingError):
            if kind == "reword":
                draft = edits.reword(draft, serial, draw(st.sampled_from(TEXTS)))
            elif kind == "words":
                at = draw(st.integers(0, len(paragraph.text)))
                draft = edits.reword(draft, serial, f"{paragraph.text[:at]} and boats {paragraph.text[at:]}")
            elif kind == "insert":
                draft, _ = edits.insert_after(
                    draft, serial, draw(st.sampled_from(KINDS)), draw(st.sampled_from(TEXTS))
                )
            elif kind == "delete":
                draft = edits.delete(draft, serial)
            elif kind == "note":
                draft, _ = notes.add_note(draft, serial, draw(st.integers(0, len(paragraph.text))), "See A/80/13.")
            elif kind in ("renote", "unnote"):
                if draft.notes:
                    note = draw(st.sampled_from(draft.notes)).paragraphs[0].id.serial
                    is_new_text = kind == "renote"
                    draft = (
                        edits.reword(draft, note, "A/80/14, annex.")
                        if is_new_text
                        else notes.delete_note(draft, note)
                    )
            elif kind == "move":
                draft = edits.move(draft, serial, other.id.serial)
            else:
                draft, _ = edits.split(draft, serial, draw(st.integers(0, len(paragraph.text))))
    return draft


@settings(max_examples=50)
@given(edited())
def test_every_working_draft_gives_a_proved_redline(draft):
    export_redline(DRAFT, BASE, draft, None, "Norden", DATE)  # proves, or raises
