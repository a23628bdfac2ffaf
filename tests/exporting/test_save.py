"""An export is saved whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from draftdesk.errors import ExportError
from draftdesk.exporting.save import save


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
