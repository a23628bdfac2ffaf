from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.messages import Message
from draftdesk.model.alignment import Shape
from draftdesk.model.dossier import Dossier, KindSetting, OpenedFile, PinnedPair, Regrouping, RegroupingKind
from draftdesk.model.draft import Draft, Margin, Note, NoteKind, TableShape, View, ViewKind
from draftdesk.model.paragraph import (
    CellPlace,
    Doubt,
    InlineObject,
    Mark,
    ObjectKind,
    Origin,
    Paragraph,
    ParagraphId,
    ParagraphKind,
    Run,
    Span,
)
from draftdesk.workspace.codec import CodecError, from_json, packed, to_json, unpacked
from draftdesk.workspace.entries import changed_entries, with_entries
from making_drafts import ferries

TEXT = st.text(max_size=8)
SMALL = st.integers(-1, 400)
SPANS = st.builds(Span, SMALL, SMALL)
IDS = st.builds(ParagraphId, TEXT, SMALL)
PARAGRAPHS = st.builds(
    Paragraph,
    id=IDS,
    kind=st.sampled_from(ParagraphKind),
    source_text=st.text(st.characters(), max_size=20),
    text_span=SPANS,
    number=TEXT,
    number_span=st.none() | SPANS,
    level=SMALL,
    runs=st.lists(st.builds(Run, SPANS, st.frozensets(st.sampled_from(Mark)), TEXT), max_size=2).map(tuple),
    objects=st.lists(st.builds(InlineObject, SMALL, st.sampled_from(ObjectKind), TEXT, TEXT), max_size=2).map(tuple),
    origin=st.builds(Origin, TEXT, SMALL, SMALL, SMALL),
    style=TEXT,
    place=st.none() | st.builds(CellPlace, SMALL, SMALL, SMALL, SMALL, SMALL),
    doubts=st.lists(st.sampled_from(Doubt), unique=True).map(tuple),
)
NOTES = st.builds(Note, TEXT, st.sampled_from(NoteKind), TEXT, st.lists(PARAGRAPHS, max_size=1).map(tuple))
VIEWS = st.builds(View, st.sampled_from(ViewKind), TEXT)
DRAFTS = st.builds(
    Draft,
    id=TEXT,
    name=TEXT,
    paragraphs=st.lists(PARAGRAPHS, max_size=4, unique_by=lambda p: p.id.serial).map(tuple),
    notes=st.lists(NOTES, max_size=1).map(tuple),
    margins=st.lists(st.builds(Margin, TEXT, TEXT, st.just(())), max_size=1).map(tuple),
    tables=st.lists(st.builds(TableShape, st.tuples(SMALL, SMALL)), max_size=1).map(tuple),
    symbol=TEXT,
    view=VIEWS,
    digest=TEXT,
)
REGROUPINGS = st.builds(Regrouping, st.sampled_from(RegroupingKind), IDS, SMALL, SMALL)
DOSSIERS = st.builds(
    Dossier,
    title=TEXT,
    files=st.lists(st.builds(OpenedFile, TEXT, TEXT, TEXT, TEXT, VIEWS), max_size=2).map(tuple),
    base=TEXT,
    shape=st.sampled_from(Shape),
    pins=st.lists(st.builds(PinnedPair, st.tuples(IDS, IDS)), max_size=2).map(tuple),
    regroupings=st.lists(st.builds(Regrouping, st.sampled_from(RegroupingKind), IDS, SMALL, SMALL), max_size=2).map(
        tuple
    ),
    kinds=st.lists(st.builds(KindSetting, IDS, st.sampled_from(ParagraphKind)), max_size=2).map(tuple),
    working=st.none() | DRAFTS,
    working_from=TEXT,
)


def stored(value):
    """What comes back from the disk."""
    return from_json(to_json(value))


@given(DRAFTS)
def test_a_draft_comes_back_exactly(draft):
    back = unpacked(Draft, stored(packed(draft)))

    assert back == draft
    assert back.digest == draft.digest


@given(DOSSIERS, DOSSIERS)
def test_the_changed_entries_lead_from_one_dossier_to_the_other_and_back(old, new):
    before, after = changed_entries(old, new)

    assert with_entries(old, stored(after)) == new
    assert with_entries(new, stored(before)) == old


def test_one_changed_paragraph_is_one_entry():
    draft = ferries()
    last = replace(draft.paragraphs[-1], source_text="61st plenary meeting", text_span=Span(0, 20))
    changed = replace(draft, paragraphs=(*draft.paragraphs[:-1], last))

    before, after = changed_entries(Dossier(working=draft), Dossier(working=changed))

    assert list(before) == list(after) == ["paragraph:15"]


def test_a_message_comes_back_with_its_numbers_and_words():
    said = Message("pictures_not_compared", (("count", 2), ("name", "a")))

    assert unpacked(Message, stored(packed(said))) == said


def test_text_that_no_encoding_knows_comes_back():
    assert stored(packed(Span(1, 2))) == {"start": 1, "end": 2}
    assert stored("\ud800 and \x00") == "\ud800 and \x00"


@pytest.mark.parametrize(
    "broken", [{}, [], "a", {"start": "1", "end": 2}, {"start": True, "end": 2}, {"begin": 1}, None]
)
def test_stored_values_of_another_shape_are_refused(broken):
    with pytest.raises(CodecError):
        unpacked(Span, broken)


def test_broken_json_is_refused():
    with pytest.raises(CodecError):
        from_json('{"start": 1')
