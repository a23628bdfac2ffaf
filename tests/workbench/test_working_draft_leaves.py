"""Issued files that were written in, in every way and at random, leave as a proved redline and as a clean file."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress

from draftdesk.drafting import edits, notes
from draftdesk.drafting.highlighted_brackets import brackets_highlighted
from draftdesk.errors import DraftingError
from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import OBJECT, SUBPARAGRAPHS, Mark, Paragraph, ParagraphKind, Span
from draftdesk.reading.receive import receive
from draftdesk.workbench.compare_drafts import prepare, with_working
from draftdesk.workbench.desk.decisions import working_copy
from draftdesk.workbench.export_clean import export_clean
from draftdesk.workbench.export_redline import export_redline
from making_redlines import DATE

FILES = 12
MARKS = (Mark.BOLD, Mark.ITALIC, Mark.HIGHLIGHT)
KINDS = (ParagraphKind.OPERATIVE, ParagraphKind.PREAMBULAR, ParagraphKind.SUB1, ParagraphKind.HEADING)


def written_in(draft: Draft, chance: random.Random) -> Draft:
    for _ in range(12):
        visible = [draft.paragraphs[index] for index in draft.visible]
        one, other = chance.choice(visible), chance.choice(visible)
        with suppress(DraftingError):
            draft = step(draft, one, other, chance)
    return draft


def step(draft: Draft, one: Paragraph, other: Paragraph, chance: random.Random) -> Draft:
    serial, at = one.id.serial, chance.randint(0, len(one.text))
    steps: dict[str, Callable[[], Draft]] = {
        "delete": lambda: edits.delete(draft, serial),
        "join": lambda: edits.join(draft, serial),
        "turn": lambda: edits.turn(draft, serial),
        "demote": lambda: edits.demote(draft, serial),
        "promote": lambda: edits.promote(draft, serial),
        "words": lambda: edits.reword(draft, serial, f"{one.text[:at]} and boats {one.text[at:]}"),
        "insert": lambda: edits.insert_after(draft, serial, chance.choice(KINDS), "Notes the boats;")[0],
        "move": lambda: edits.move(draft, serial, other.id.serial),
        "split": lambda: edits.split(draft, serial, at)[0],
        "note": lambda: notes.add_note(draft, serial, at, "See A/80/13.")[0],
        "reword a note": lambda: of_note(draft, chance, lambda own: edits.reword(draft, own, "A/80/14, annex.")),
        "delete a note": lambda: of_note(draft, chance, lambda own: notes.delete_note(draft, own)),
        "brackets": lambda: brackets_highlighted(edits.reword(draft, serial, f"{one.text[:at]}[{one.text[at:]}]")),
        "marks": lambda: set_by_hand(draft, one, at, chance.choice(MARKS)),
    }
    return steps[chance.choice(list(steps))]()


def of_note(draft: Draft, chance: random.Random, change: Callable[[int], Draft]) -> Draft:
    own = [p for note in draft.notes if note.mark for p in note.paragraphs]
    return change(chance.choice(own).id.serial) if own else draft


def set_by_hand(draft: Draft, paragraph: Paragraph, at: int, mark: Mark) -> Draft:
    span = Span(at, min(at + 12, len(paragraph.text)))
    return edits.reword(draft, paragraph.id.serial, paragraph.text, [(span, mark, at % 2 == 0)])


def said(draft: Draft) -> list[tuple[str, str]]:
    seen = (p for p in draft.paragraphs if not p.is_hidden and p.place is None and p.text.strip())
    return [(p.number.strip("()"), p.text.strip().replace("\u00a0", " ")) for p in seen]


def by_hand(draft: Draft, like: Draft) -> list[dict[Mark, str]]:
    """What is bold, italic or highlighted in each paragraph, without blanks and note marks.

    Titles, headings and what stands before the text are left out: there the style of the base sets typed words, too.
    `like` says what the paragraphs are.
    """
    seen, kinds = ([p for p in one.paragraphs if not p.is_hidden and p.text.strip()] for one in (draft, like))
    return [
        {mark: marked(p, mark) for mark in MARKS}
        for p, known in zip(seen, kinds, strict=True)
        if known.kind in (*KINDS[:3], *SUBPARAGRAPHS, ParagraphKind.CLOSING, ParagraphKind.CELL)
    ]


def marked(paragraph: Paragraph, mark: Mark) -> str:
    runs = [run for run in paragraph.runs_in_text() if mark in run.marks]
    return "".join("".join(run.span.of(paragraph.text).replace(OBJECT, "").split()) for run in runs)


def notes_said(draft: Draft) -> list[str]:
    return sorted(" ".join(note.text.split()) for note in draft.notes if note.mark)


def test_a_working_draft_of_an_issued_file_leaves_proved_and_clean(shared):
    chance = random.Random(80)
    paths = sorted((shared / "corpus" / "word_official").glob("*.DOC"))
    for path in chance.sample(paths, min(FILES, len(paths))):
        data = path.read_bytes()
        base = receive(data, path.name).drafts[0]
        draft = written_in(working_copy(base), chance)
        table = with_working(prepare((base,), Shape.PAIR), draft, 0).table
        redline = export_redline(base, data, draft, None, "Norden", DATE, table).data  # proves, or raises
        accepted = receive(redline, "r.docx").drafts[0]
        assert by_hand(accepted, draft) == by_hand(draft, draft), path.name
        assert notes_said(accepted) == notes_said(draft), path.name
        clean = receive(export_clean(draft), "clean.docx").drafts[0]
        assert said(clean) == said(draft), path.name
        assert notes_said(clean) == notes_said(draft), path.name
