"""What a person puts right in the reading of a file: it shows at once, can be taken back, and no redline breaks."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from draftdesk.errors import WorkspaceError
from draftdesk.exporting.proof.proving import prove
from draftdesk.model.dossier import Dossier, KindSetting
from draftdesk.model.draft import Comment
from draftdesk.model.paragraph import Doubt, ParagraphId, ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from draftdesk.workbench.base_table import table_on_base
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.export_redline import export_redline
from draftdesk.workbench.reading_corrections import as_read, corrected, put_right, with_join, with_kinds, with_split
from draftdesk.workbench.redline_sides import redline_sides
from draftdesk.workspace.store import Workspace
from making_drafts import italics, make_draft, serial_of
from making_redlines import DATE

K = ParagraphKind

CUT = (
    "PP: Recalling its resolution of",
    "BLANK: ",
    "B 16: September 2024,",
    "OP 1: Urges States to inspect ferries; 2. Calls upon crews to train;",
    "B: 3. Requests the Secretary-General to report.",
)


def read(*lines, **how):
    return make_draft(*(lines or CUT), **how)


def now(draft, dossier):
    return corrected(draft, dossier.regroupings, dossier.kinds)


def lines(draft):
    return [(p.kind.value, p.number, p.text) for p in draft.paragraphs if not p.is_hidden]


def test_joined_paragraphs_are_one_with_the_number_that_was_none():
    draft = read()
    joined = now(draft, with_join(Dossier(), draft, 1))

    assert lines(joined)[0] == ("preambular", "", "Recalling its resolution of 16. September 2024,")
    assert italics(joined.paragraphs[0]) == ["Recalling"]
    assert [p.id.serial for p in joined.paragraphs] == [1, 2, 4, 5]


def test_a_paragraph_cut_in_two_gives_the_second_one_its_number():
    draft = read()
    dossier, second = with_split(Dossier(), draft, 4, draft.paragraphs[3].text.index(" 2."))
    cut = now(draft, dossier)

    assert lines(cut)[2:4] == [
        ("operative", "1", "Urges States to inspect ferries;"),
        ("operative", "2", "Calls upon crews to train;"),
    ]
    assert cut.paragraphs[4].id.serial == second


def test_a_kind_set_by_hand_finds_the_number_that_was_left_in_the_text():
    draft = read()
    setting = KindSetting(ParagraphId("base", 5), K.OPERATIVE)

    assert lines(with_kinds(draft, [setting]))[-1] == ("operative", "3", "Requests the Secretary-General to report.")
    assert with_kinds(draft, [setting]).paragraphs[-1].source_text == draft.paragraphs[-1].source_text


def test_to_say_that_a_guess_is_right_takes_its_doubt_away():
    draft = read()
    doubtful = replace(draft, paragraphs=tuple(replace(p, doubts=(Doubt.KIND_BY_PLACE,)) for p in draft.paragraphs))
    sure = with_kinds(doubtful, [KindSetting(ParagraphId("base", 1), K.PREAMBULAR)])

    assert [bool(p.doubts) for p in sure.paragraphs] == [False, True, True, True, True]


def test_a_comment_goes_with_its_words_into_the_joined_paragraph():
    draft = replace(read(), comments=(Comment("Norden", "", "Which year?", 3),))
    assert [c.paragraph for c in now(draft, with_join(Dossier(), draft, 1)).comments] == [1]


def test_what_has_no_words_on_both_sides_is_refused():
    draft = read()
    for at in (0, len(draft.paragraphs[0].text)):
        with pytest.raises(WorkspaceError, match="both sides"):
            with_split(Dossier(), draft, 1, at)
    with pytest.raises(WorkspaceError, match="No paragraph follows"):
        with_join(Dossier(), draft, 5)
    with pytest.raises(WorkspaceError, match="not in the file"):
        with_join(Dossier(), draft, 77)


STEPS = st.lists(
    st.tuples(st.sampled_from(["join", "split", "kind"]), st.integers(0, 9), st.integers(0, 60)), max_size=8
)


def decided(draft, steps):
    dossier = Dossier()
    for what, pick, at in steps:
        shown = now(draft, dossier)
        paragraph = shown.paragraphs[pick % len(shown.paragraphs)]
        try:
            if what == "join":
                dossier = with_join(dossier, shown, paragraph.id.serial)
            elif what == "split":
                dossier = with_split(dossier, shown, paragraph.id.serial, at)[0]
            else:
                setting = KindSetting(paragraph.id, (K.OPERATIVE, K.BODY, K.SUB1)[at % 3])
                dossier = replace(dossier, kinds=(*dossier.kinds, setting))
        except WorkspaceError:
            continue
    return dossier


@given(STEPS)
@example([("kind", 1, 0), ("join", 1, 0), ("split", 1, 1), ("join", 0, 0), ("join", 0, 0)])  # into an empty paragraph
def test_corrections_lose_no_word_and_bring_none(steps):
    draft = read()
    after = now(draft, decided(draft, steps))

    assert "".join("".join(p.source_text.split()) for p in after.paragraphs) == "".join(
        "".join(p.source_text.split()) for p in draft.paragraphs
    )
    serials = [p.id.serial for p in after.paragraphs]
    assert len(set(serials)) == len(serials)
    for p in after.paragraphs:
        assert 0 <= p.text_span.start <= p.text_span.end <= len(p.source_text)
        assert all(run.span.end <= len(p.source_text) for run in p.runs)
        assert p.number_span is None or p.number in p.number_span.of(p.source_text)


@given(STEPS)
def test_all_put_back_is_the_draft_as_it_was_read(steps):
    draft = read()
    dossier = decided(draft, steps)
    for serial in put_right(dossier, "base"):
        dossier = as_read(dossier, ParagraphId("base", serial))

    assert dossier == Dossier()
    assert now(draft, dossier) is draft


# on the desk


def desk_with(tmp_path, *files):
    desk = Desk(Workspace.open(tmp_path / "test.desk"), receive)
    for name, data in files:
        desk.add(receive(data, name), f"/drafts/{name}", data)
    return desk


SAMPLE = resource("samples", "issued.docx").read_bytes()
REVISED = resource("samples", "rev1.docx").read_bytes()


def test_corrections_are_undone_and_come_back_with_the_desk_and_with_the_file(tmp_path):
    desk = desk_with(tmp_path, ("issued.docx", SAMPLE))
    draft = desk.drafts[0]
    first = next(p for p in draft.paragraphs if p.kind is K.PREAMBULAR)
    desk.join_read(first.id)
    joined = desk.drafts[0]
    assert len(joined.visible) == len(draft.visible) - 1
    desk.undo()
    assert desk.drafts[0] == draft
    desk.redo()
    desk.close()

    desk = Desk(Workspace.open(tmp_path / "test.desk"), receive)
    assert desk.drafts[0] == joined
    desk.remove(draft.id)
    desk.add(receive(SAMPLE, "again.docx"), "/drafts/again.docx", SAMPLE)
    assert desk.drafts[0].paragraphs == joined.paragraphs
    desk.put_back_as_read(first.id)
    assert desk.drafts[0].paragraphs == draft.paragraphs
    desk.close()


def redline(desk, column):
    sides = redline_sides(desk, column)
    table = table_on_base(desk.dossier, sides.base, sides.new)
    made = export_redline(sides.base, sides.base_bytes, sides.new, sides.new_bytes, "Norden", DATE, table)
    return made, sides.said


def test_a_redline_of_word_files_gives_both_back_whatever_was_joined_split_and_set_aside_in_them(tmp_path):
    desk = desk_with(tmp_path, ("issued.docx", SAMPLE), ("rev1.docx", REVISED))
    plain, said = redline(desk, 1)
    assert said is None
    for draft in desk.drafts:
        preambular = [p for p in draft.paragraphs if p.kind is K.PREAMBULAR]
        desk.join_read(preambular[0].id)
        desk.split_read(preambular[3].id, preambular[3].text.index(" ", 20))
        desk.set_kind(preambular[4].id, K.FURNITURE)

    made, said = redline(desk, 1)
    assert said is not None
    assert said.field("count") == 4
    assert made.changes == plain.changes
    prove(SAMPLE, made.data, REVISED)
    desk.close()


def test_a_redline_of_a_working_draft_that_began_from_joined_paragraphs_joins_them_in_the_file(tmp_path):
    desk = desk_with(tmp_path, ("issued.docx", SAMPLE))
    first = next(p for p in desk.drafts[0].paragraphs if p.kind is K.PREAMBULAR)
    desk.join_read(first.id)
    desk.start_working(desk.drafts[0].id)

    made, _ = redline(desk, 1)
    final = receive(made.data, "redline.docx").drafts[0]
    assert [p.text for p in final.paragraphs if not p.is_hidden] == [
        p.text for p in desk.working_draft.paragraphs if not p.is_hidden
    ]
    desk.close()


def test_a_text_whose_lines_were_joined_by_hand_shows_no_change_in_the_redline(tmp_path):
    shown = [p for p in receive(REVISED, "rev1.docx").drafts[0].paragraphs if not p.is_hidden]
    words = [f"{p.number}. {p.text}" if p.kind is K.OPERATIVE else p.text for p in shown]
    at = next(n for n, p in enumerate(shown) if p.kind is K.PREAMBULAR)
    cut = words[at].index(" ", 40)
    words[at : at + 1] = [words[at][:cut], words[at][cut + 1 :]]
    desk = desk_with(tmp_path, ("rev1.docx", REVISED), ("mail.txt", "\n\n".join(words).encode()))
    broken = desk.drafts[1]
    apart, _ = redline(desk, 1)
    serial = serial_of(broken, words[at])
    desk.join_read(ParagraphId(broken.id, serial))

    made, said = redline(desk, 1)
    assert said is None
    assert made.changes < apart.changes
    desk.close()
