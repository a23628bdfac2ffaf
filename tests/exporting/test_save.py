"""An export is saved whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from draftdesk.errors import ExportError
from draftdesk.exporting.save import save
from draftdesk.messages import render
from making_redlines import parts, redline_of
from making_word import p, word_file, zipped


def test_the_bytes_are_on_the_disk_and_nothing_else_is(tmp_path):
    save(tmp_path / "redline.docx", b"new")

    assert (tmp_path / "redline.docx").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["redline.docx"]


def test_a_file_that_exists_is_only_replaced_when_asked_to(tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(b"old")

    with pytest.raises(ExportError, match="exists already"):
        save(path, b"new")
    assert path.read_bytes() == b"old"

    save(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(ExportError, match=r"redline\.docx could not be written"):
        save(tmp_path / "nowhere" / "redline.docx", b"new")


def test_a_full_disk_leaves_the_old_file_and_no_crumbs(tmp_path, monkeypatch):
    path = tmp_path / "redline.docx"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ExportError, match="no room"):
        save(path, b"new", force=True)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["redline.docx"]


def test_a_saved_file_can_be_read_by_whom_the_mask_allows(tmp_path):
    before = os.umask(0o022)
    try:
        save(Path(tmp_path / "redline.docx"), b"new")
    finally:
        os.umask(before)

    assert (tmp_path / "redline.docx").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("redline.docx", "~$dline.docx"),
        ("old.docx", "~$old.docx"),
        ("seven77.docx", "~$even77.docx"),
        ("redline.docx", ".~lock.redline.docx#"),
    ],
)
def test_a_file_that_another_program_has_open_stays_and_the_export_is_saved_beside_it(tmp_path, name, note):
    path = tmp_path / name
    path.write_bytes(b"old")
    (tmp_path / note).write_bytes(b"")

    saved = save(path, b"new", force=True)
    again = save(path, b"newer", force=True)

    assert path.read_bytes() == b"old"
    assert (saved.path.read_bytes(), again.path.read_bytes()) == (b"new", b"newer")
    assert saved.path.name == f"{path.stem} (2).docx"
    assert saved.remark is not None
    assert f"Saved beside it: {saved.path.name}." in render(saved.remark)


def test_a_file_that_may_not_be_written_stays(tmp_path):
    path = tmp_path / "redline.docx"
    path.write_bytes(b"old")
    path.chmod(0o444)

    saved = save(path, b"new", force=True)

    assert (path.read_bytes(), saved.path.name) == (b"old", "redline (2).docx")


def test_a_file_that_the_system_holds_stays(tmp_path, monkeypatch):
    path = tmp_path / "redline.docx"
    path.write_bytes(b"old")
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)

    assert save(path, b"new", force=True).path.name == "redline (2).docx"
    assert sorted(item.name for item in tmp_path.iterdir()) == ["redline (2).docx", "redline.docx"]


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", ".docm"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", ".dotx"),
    ],
)
def test_a_redline_on_a_file_with_macros_or_a_template_gets_the_name_that_word_asks_for(tmp_path, kind, suffix):
    def made(*blocks: str) -> bytes:
        content = parts(word_file(*blocks))
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        types = content["[Content_Types].xml"].replace(plain, kind.encode())
        return zipped({**content, "[Content_Types].xml": types, "word/vbaProject.bin": b"macro"})

    redline = redline_of(made(p("Urges all States to fit lights;")), word_file(p("Urges all States to fit lamps;")))

    saved = save(tmp_path / "redline.docx", redline.data)

    assert saved.path == tmp_path / f"redline{suffix}"
    assert saved.remark is not None
    assert parts(redline.data)["word/vbaProject.bin"] == b"macro"
