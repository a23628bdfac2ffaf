"""One walk through the tokens of an RTF file: groups, destinations, characters, paragraphs.

Numbers of lists are read where the writer put them for older programs (listtext, pntext): that is the number as
printed. What is not known and marked as optional is passed over, as the format asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from draftdesk.model.draft import NoteKind
from draftdesk.model.paragraph import Mark, ObjectKind
from draftdesk.reading.flow import FlowComment, FlowMargin, FlowNote, LeftOut
from draftdesk.reading.rtf.state import ALIGNMENTS, MARKS, UNDERLINES, Destination, RtfState
from draftdesk.reading.rtf.story import RtfStory
from draftdesk.reading.rtf.tokens import Token, charset_page, code_page, decoded_bytes
from draftdesk.reading.seen import Seen

BODY: Final = "text"
_CHARACTERS: Final = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
_SIGNS: Final = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
_MARGINS: Final = {
    "header": "header/default", "headerf": "header/first", "headerl": "header/even", "headerr": "header/odd",
    "footer": "footer/default", "footerf": "footer/first", "footerl": "footer/even", "footerr": "footer/odd",
}  # fmt: skip
_NOWHERE: Final = frozenset(
    (
        "colortbl",
        "pict",
        "nonshppict",
        "shprslt",
        "info",
        "filetbl",
        "xe",
        "tc",
        "txe",
        "template",
        "upr",
        "nonesttables",
    )
)
_PASSED_THROUGH: Final = frozenset(("shppict", "shpinst", "userprops", "nesttableprops"))
_KEPT: Final = frozenset(
    ("fldinst", "propname", "staticval", "docvar", "atnauthor", "fonttbl", "revtbl", "stylesheet")
)
_HYPERLINK: Final = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"')
_LONGEST_MARK: Final = 4


@dataclass
class RtfRead:
    """All that a walk found.

    `accepted` tells whose tracked changes count; `authors` is the file's table, `changed_by` who changed anything.
    """

    accepted: Callable[[str], bool]
    body: tuple[Seen, ...] = ()
    notes: list[FlowNote] = field(default_factory=list)
    margins: list[FlowMargin] = field(default_factory=list)
    comments: list[FlowComment] = field(default_factory=list)
    boxes: list[tuple[Seen, ...]] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    changed_by: dict[str, None] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)


class RtfWalk:
    """Follows groups with a stack of states, so that depth costs no recursion."""

    def __init__(self, read: RtfRead) -> None:
        self._read = read
        self._stack: list[tuple[RtfState, str]] = []
        self._state = RtfState(RtfStory(BODY))
        self._page = "cp1252"
        self._pages: dict[int, str | None] = {}
        self._font = -1
        self._bytes = bytearray()
        self._skip = 0
        self._is_optional = False
        self._property = ""
        self._styles: dict[int, str] = {}
        self._style = 0
        self._high = ""
        self._author = ""
        self._variable: list[str] = []
        self._counts = {NoteKind.FOOTNOTE: 0, NoteKind.ENDNOTE: 0}

    def walk(self, tokens: Iterable[Token]) -> None:
        """Read everything; a file that is cut off gives what it has."""
        for token in tokens:
            match token.kind:
                case "open":
                    self._put()
                    self._stack.append((self._state, ""))
                    self._state = replace(self._state)
                    self._skip = 0
                case "close":
                    self._close()
                case "text" | "byte":
                    self._data(token.data)
                case "sign":
                    self._sign(token.name)
                case _:
                    self._word(token.name, token.number)
        while self._stack:
            self._close()
        self._put()
        self._read.body = self._state.story.seen(self._state.form)

    def _close(self) -> None:
        self._put()
        self._skip = 0
        if not self._stack:
            return
        inner, (outer, destination) = self._state, self._stack.pop()
        if destination:
            self._ended(destination, inner, outer)
        elif inner.destination is Destination.KEPT and outer.destination is Destination.KEPT:
            self._entry(inner.table, inner.kept[len(outer.kept) :].strip())
            outer.kept = inner.kept
        self._state = outer

    def _enter(self, destination: str) -> None:
        """The group that is open goes to a destination of its own."""
        if self._stack:
            self._stack[-1] = (self._stack[-1][0], destination)

    def _data(self, data: bytes) -> None:
        if self._skip:
            passed = min(self._skip, len(data))
            self._skip -= passed
            data = data[passed:]
        self._bytes += data

    def _put(self) -> None:
        """The bytes that are waiting become text."""
        if not self._bytes:
            return
        text = decoded_bytes(bytes(self._bytes), self._state.page or self._page)
        self._bytes.clear()
        self._add(text)

    def _add(self, text: str) -> None:
        state = self._state
        if state.destination is Destination.KEPT:
            state.kept += text
        elif state.destination is Destination.NUMBER:
            state.story.number += text if self._is_shown() else ""
        elif state.destination is Destination.TEXT and self._is_shown():
            if state.is_hidden:
                self._read.left_out.hidden += 1
            else:
                state.story.text.add(text, state.marks, state.link)

    def _is_shown(self) -> bool:
        return self._state.is_shown(self._author_of, self._read.accepted)

    def _author_of(self, number: int) -> str:
        authors = self._read.authors
        name = authors[number] if 0 <= number < len(authors) else ""
        self._read.changed_by.setdefault(name)
        return name

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._is_optional = True
            return
        if self._skip:
            self._skip -= 1
            return
        self._put()
        if sign in "\r\n":
            self._paragraph()
        elif sign in _SIGNS:
            self._add(_SIGNS[sign])

    def _word(self, name: str, number: int | None) -> None:
        is_optional, self._is_optional = self._is_optional, False
        if name == "u":
            self._unicode(number or 0)
            return
        if self._skip and name in _CHARACTERS:
            self._skip -= 1
            return
        self._put()
        if self._is_destination(name, is_optional=is_optional):
            return
        if self._state.destination in (Destination.TEXT, Destination.NUMBER):
            self._text_word(name, number)
        elif name in _CHARACTERS:
            self._add(_CHARACTERS[name])
        self._set(name, number)

    def _unicode(self, number: int) -> None:
        self._put()
        unit = chr(number % 0x10000)
        if "\ud800" <= unit <= "\udbff":
            self._high = unit
        elif "\udc00" <= unit <= "\udfff":
            pair = (self._high + unit).encode("utf-16-le", "surrogatepass")
            self._add(pair.decode("utf-16-le", "replace"))
            self._high = ""
        else:
            self._add(unit)
        self._skip = self._state.unicode_skip

    def _is_destination(self, name: str, *, is_optional: bool) -> bool:
        """Whether a word sends its group somewhere; an unknown optional one sends it nowhere."""
        state = self._state
        if state.destination is Destination.NOWHERE and name != "shptxt":
            return True
        if name in ("footnote", "annotation", "shptxt") or name in _MARGINS:
            self._enter(name)
            story = RtfStory(self._part_of(name))
            self._state = RtfState(story, unicode_skip=state.unicode_skip)
            return True
        if name in ("listtext", "pntext"):
            state.destination, state.story.number = Destination.NUMBER, ""
        elif name in _KEPT:
            self._enter(name)
            state.destination, state.kept, state.table = Destination.KEPT, "", name
            self._variable = []
        elif name in _NOWHERE or (is_optional and name not in _PASSED_THROUGH):
            if name == "pict" and state.destination is Destination.TEXT:
                self._read.left_out.pictures += 1
                state.story.text.add_object(ObjectKind.PICTURE, "", "⟦object⟧")
            self._enter(name)
            state.destination = Destination.NOWHERE
        elif name not in _PASSED_THROUGH:
            return False
        elif name in ("shpinst", "userprops"):
            state.destination = Destination.KEPT
        return True

    def _part_of(self, name: str) -> str:
        read = self._read
        count = len(read.notes) + len(read.margins) + len(read.comments) + len(read.boxes)
        return f"{name} {count + 1}"

    def _text_word(self, name: str, number: int | None) -> None:
        state = self._state
        if name in _CHARACTERS:
            self._add(_CHARACTERS[name])
        elif name == "par" or (name == "sect" and state.story.text.length):
            self._paragraph()
        elif name == "chftn":
            state.story.calls_note = True
        elif name in ("cell", "nestcell"):
            state.story.cell(state.form) if name == "cell" else state.story.paragraph(state.form)
        elif name == "row":
            state.story.row()
        elif name == "pard":
            state.style = state.alignment = ""
            state.in_table = False
        elif name == "intbl":
            state.in_table = True
        elif name in ALIGNMENTS:
            state.alignment = ALIGNMENTS[name]
        elif name == "s" and number is not None:
            state.style = self._styles.get(number, "")
        elif name == "ftnalt":
            self._enter("endnote")

    def _paragraph(self) -> None:
        if self._state.destination is Destination.TEXT and self._is_shown():
            self._state.story.paragraph(self._state.form)

    def _set(self, name: str, number: int | None) -> None:
        """Properties of characters and of the file."""
        state, is_on = self._state, number != 0
        if name in MARKS:
            state.set_mark(MARKS[name], is_set=is_on)
        elif name in UNDERLINES:
            state.set_mark(Mark.UNDERLINE, is_set=is_on)
        elif name in ("ulnone", "nosupersub"):
            gone = {Mark.UNDERLINE} if name == "ulnone" else {Mark.SUPERSCRIPT, Mark.SUBSCRIPT}
            state.marks -= gone
        elif name == "plain":
            state.marks, state.is_hidden = frozenset(), False
            state.inserted_by = state.deleted_by = None
        elif name == "v":
            state.is_hidden = is_on
        elif name in ("revised", "mvt"):
            state.inserted_by = (state.inserted_by or 0) if is_on else None
        elif name in ("deleted", "mvf"):
            state.deleted_by = (state.deleted_by or 0) if is_on else None
        elif number is not None:
            self._set_number(name, number)

    def _set_number(self, name: str, number: int) -> None:
        state = self._state
        match name:
            case "revauth" | "mvauth" if state.inserted_by is not None:
                state.inserted_by = number
            case "revauthdel" | "mvauth" if state.deleted_by is not None:
                state.deleted_by = number
            case "f":
                self._font = number
                state.page = self._pages.get(number) or ""
            case "fcharset":
                self._pages[self._font] = charset_page(number)
            case "ansicpg":
                self._page = code_page(number)
            case "uc":
                state.unicode_skip = max(0, min(number, 16))
            case "s":
                self._style = number
            case "cs" | "ds" | "ts":
                self._style = -1

    def _ended(self, destination: str, inner: RtfState, outer: RtfState) -> None:
        """A group with a destination of its own is complete."""
        read, kept = self._read, inner.kept.strip()
        if destination in ("footnote", "endnote"):
            self._note(destination, inner, outer)
        elif destination in _MARGINS:
            read.margins.append(FlowMargin(inner.story.part, _MARGINS[destination], inner.story.seen(inner.form)))
        elif destination == "shptxt":
            read.left_out.text_boxes += 1
            read.boxes.append(inner.story.seen(inner.form))
        elif destination == "annotation":
            self._comment(inner, outer)
        elif destination == "fldinst":
            self._link(kept, outer)
        elif destination == "propname":
            self._property = kept
        elif destination == "staticval":
            read.fields[self._property] = kept
        elif destination == "atnauthor":
            self._author = kept
        elif destination == "docvar" and len(self._variable) > 1:
            read.fields[self._variable[0]] = self._variable[1]

    def _entry(self, table: str, text: str) -> None:
        """An entry of a table of the file's head is complete."""
        name = text.partition(";")[0].strip()
        if table == "stylesheet":
            self._styles[self._style], self._style = name, 0
        elif table == "revtbl":
            self._read.authors.append(name)
        elif table == "docvar":
            self._variable.append(text)

    def _note(self, destination: str, inner: RtfState, outer: RtfState) -> None:
        kind = NoteKind.ENDNOTE if destination == "endnote" else NoteKind.FOOTNOTE
        story = outer.story
        is_counted, story.calls_note = story.calls_note, False
        if outer.destination is not Destination.TEXT or not outer.is_shown(self._author_of, self._read.accepted):
            return
        last = story.text.stretches[-1][0].strip() if story.text.stretches else ""
        self._counts[kind] += is_counted
        mark = str(self._counts[kind]) if is_counted else last if len(last) <= _LONGEST_MARK else ""
        mark_kind = ObjectKind.ENDNOTE_MARK if kind is NoteKind.ENDNOTE else ObjectKind.FOOTNOTE_MARK
        story.text.add_object(mark_kind, inner.story.part, f"⟦{kind.value}⟧", outer.marks)
        self._read.notes.append(FlowNote(inner.story.part, mark, inner.story.seen(inner.form), kind))

    def _comment(self, inner: RtfState, outer: RtfState) -> None:
        text = "\n".join(one.source_text.strip() for one in inner.story.seen(inner.form))
        self._read.comments.append(FlowComment(outer.story.part, len(outer.story.done), self._author, "", text))
        self._author = ""

    @staticmethod
    def _link(instruction: str, field_state: RtfState) -> None:
        found = _HYPERLINK.search(instruction)
        field_state.link = found[1] if found is not None else field_state.link
