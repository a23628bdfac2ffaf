"""Any edits of any small document: the proof holds, both ways, and untouched paragraphs stay as they were."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from making_redlines import drawing, redline_of
from making_word import footnotes, i, note_mark, p, r, table, word_file

_WORDS = (
    "ferry",
    "lake",
    "crew",
    "lamp",
    "pilot",
    "port",
    "winter",
    "boat",
    "States",
    "fog",
    "\u00a0",
    "12",
    "A/80/5",
)
_ENDS = (";", ".", ",", " ", "")


@dataclass(frozen=True)
class Made:
    """A paragraph of a made document: number and words, cut into runs; perhaps a note, perhaps nothing."""

    number: int
    words: tuple[str, ...]
    end: str
    cut: int
    note: int = 0

    def xml(self) -> str:
        if not self.words:
            return p()
        text = " ".join(self.words) + self.end
        cut = self.cut % (len(text) + 1)
        number = r(f"\t{self.number}.\t") if self.number else r("\t")
        marked = [note_mark(self.note)] if self.note else []
        return p(number, *([i(text[:cut])] if text[:cut] else []), *([r(text[cut:])] if text[cut:] else []), *marked)


made_words = st.lists(st.sampled_from(_WORDS), max_size=14).map(tuple)
made = st.builds(
    Made, st.integers(0, 9), made_words, st.sampled_from(_ENDS), st.integers(0, 60), st.sampled_from((0, 0, 0, 1, 2))
)
rows = st.lists(st.lists(st.sampled_from(_WORDS), min_size=2, max_size=2), min_size=1, max_size=4)


@st.composite
def edited(draw: st.DrawFn, paragraphs: list[Made]) -> list[Made]:
    """The paragraphs after some edits."""
    new = list(paragraphs)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(len(new) - 1, 0)))
        kind = draw(st.sampled_from(("insert", "delete", "words", "move", "split", "merge", "cut", "note")))
        if kind == "insert" or not new:
            new.insert(at, draw(made))
        elif kind == "delete":
            del new[at]
        elif kind == "words":
            words = list(new[at].words)
            place = draw(st.integers(0, len(words)))
            words[place : place + draw(st.integers(0, 2))] = draw(made_words)[:3]
            new[at] = Made(new[at].number, tuple(words), new[at].end, new[at].cut, new[at].note)
        elif kind == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
        elif kind == "split":
            place = draw(st.integers(0, len(new[at].words)))
            first = Made(new[at].number, new[at].words[:place], ",", new[at].cut)
            new[at : at + 1] = [first, Made(0, new[at].words[place:], new[at].end, 0, new[at].note)]
        elif kind == "merge" and at + 1 < len(new):
            words = new[at].words + new[at + 1].words
            new[at : at + 2] = [Made(new[at].number, words, new[at + 1].end, new[at].cut)]
        elif kind == "cut":
            new[at] = Made(new[at].number, new[at].words, new[at].end, draw(st.integers(0, 60)), new[at].note)
        else:
            new[at] = Made(new[at].number, new[at].words, new[at].end, new[at].cut, draw(st.integers(0, 2)))
    return new


def document(paragraphs: list[Made], cells: list[list[str]], notes: tuple[str, str], place: int) -> bytes:
    blocks = [paragraph.xml() for paragraph in paragraphs]
    if cells:
        blocks.insert(place % (len(blocks) + 1), table(*cells))
    return word_file(*blocks, p("end"), parts={"footnotes": footnotes(*notes)})


@st.composite
def pairs(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Two documents, the second an edited copy of the first."""
    paragraphs = draw(st.lists(made, max_size=9))
    cells = draw(st.one_of(st.just([]), rows))
    later = draw(st.one_of(st.just(cells), rows))
    place = draw(st.integers(0, 9))
    note = draw(st.sampled_from((" A/80/1.", " A/80/2.")))
    return (
        document(paragraphs, cells, (" A/80/1.", " See the annex."), place),
        document(draw(edited(paragraphs)), later, (note, " See the annex."), place),
    )


@settings(max_examples=50)
@given(pairs())
def test_every_redline_gives_back_both_texts(pair):
    base, new = pair

    redline_of(base, new)  # proves, or raises


@settings(max_examples=25)
@given(st.lists(made, max_size=9), st.integers(0, 60))
def test_runs_cut_otherwise_are_no_change(paragraphs, cut):
    other = [Made(item.number, item.words, item.end, cut, item.note) for item in paragraphs]
    notes = (" A/80/1.", " See the annex.")

    data = redline_of(document(paragraphs, [], notes, 0), document(other, [], notes, 0)).data

    assert not any(sign in line for line in drawing(data) for sign in ("{+", "[-", "<<", ">>", "¶"))
