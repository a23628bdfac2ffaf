"""The tired delegate's night on official files: edits on the desk, then a redline that others judge."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.workbench.desk.desk import Desk
from draftdesk.workbench.export_redline import export_redline
from draftdesk.workspace.store import Workspace

FILES = ("N1735495", "N1741624", "N1740617", "N1741583", "N1742150")
NEW = "Requests the Secretary-General to ensure that each delegation is provided with:"
ITEMS = ("A lamp;", "A table;", "A copy of the text in force;")


def operative(draft: Draft, number: int) -> int:
    return next(
        one.id.serial for one in draft.paragraphs if one.kind is ParagraphKind.OPERATIVE and one.number == str(number)
    )


@pytest.fixture(params=FILES)
def official(request: pytest.FixtureRequest, shared: Path) -> Path:
    path: Path = shared / "corpus" / "word_official" / f"{request.param}.DOC"
    return path


def edited(desk: Desk) -> Draft:
    """A verb changed, a paragraph deleted, a new operative one with three subparagraphs put after OP 4."""
    working = desk.working_draft
    assert working is not None
    third = working.paragraphs[working.index_of(operative(working, 3))]
    desk.reword(third.id.serial, "Strongly suggests" + third.text[third.text.index(" ") :])
    desk.delete(operative(working, 2))
    serial = desk.insert_after(operative(working, 4), ParagraphKind.OPERATIVE, NEW)
    for text in ITEMS:
        serial = desk.insert_after(serial, ParagraphKind.SUB1, text)
    assert desk.working_draft is not None
    return desk.working_draft


@dataclass(frozen=True)
class Night:
    """What the delegate has in the morning: the issued file, the working draft and the redline on disk."""

    issued: Path
    working: Draft
    redline: Path


@pytest.fixture
def night(official: Path, tmp_path: Path) -> Night:
    data = official.read_bytes()
    desk = Desk(Workspace.open(tmp_path / "desk.draftdesk"))
    desk.start_working(desk.add(receive(data, official.name), str(official), data))
    working, base = edited(desk), desk.base_draft
    desk.close()
    assert base is not None
    redline = export_redline(base, data, working, None, "Mission of Norden", "2026-11-24T02:00:00Z")
    (tmp_path / "redline.docx").write_bytes(redline.data)
    return Night(official, working, tmp_path / "redline.docx")


def test_rejecting_gives_the_issued_file_and_accepting_the_working_draft(night: Night, judge: ModuleType) -> None:
    issued = judge.read_input(night.issued, "new", "auto").flow
    assert judge.read_input(night.redline, "base", "auto").flow == issued
    written = [one.flat_text() for one in night.working.paragraphs]
    assert judge.read_input(night.redline, "new", "auto").flow == written


def test_the_file_is_as_sound_as_the_issued_one(night: Night, shared: Path, judge: ModuleType) -> None:
    assert judge.lint(night.redline, xsd=shared / "oracle" / "xsd", against=night.issued).failed == []


def test_untouched_paragraphs_and_parts_are_as_issued(night: Night, judge: ModuleType) -> None:
    before, after = judge.Package(night.issued), judge.Package(night.redline)
    assert set(after.parts) == set(before.parts)
    changed = {name for name in before.parts if before.parts[name] != after.parts[name]}
    assert "/word/document.xml" in changed
    assert changed <= {"/word/document.xml", "/word/settings.xml"}  # settings that hide changes
    assert b"revisionView" not in after.parts["/word/settings.xml"]
    issued = {judge.etree.tostring(one.element, method="c14n") for one in judge.WordText(before).body.blocks}
    unmarked = [one for one in judge.WordText(after).body.blocks if not is_marked(one)]
    assert all(judge.etree.tostring(one.element, method="c14n") in issued for one in unmarked)
    renumbered = sum(one.kind is ParagraphKind.OPERATIVE for one in night.working.paragraphs)
    assert len(judge.WordText(after).body.blocks) - len(unmarked) <= renumbered + len(ITEMS) + 1


def is_marked(paragraph) -> bool:
    return bool(paragraph.mark) or any(piece.kinds for piece in paragraph.pieces)
