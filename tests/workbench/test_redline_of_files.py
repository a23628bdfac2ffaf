"""Redlines of files named on the command line, whose base has tracked changes of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from draftdesk.errors import ProofError
from draftdesk.messages import render
from draftdesk.workbench.compare_files import redline_of_files
from draftdesk.workbench.prove_files import prove_files
from making_redlines import DATE, drawing
from making_word import deleted, ins, p, word_file


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A base with changes of another hand, and a text made from its final view."""
    base = word_file(
        p("Urges all ports", ins(" and mills", author="Sur"), deleted(" now", author="Sur"), " to close.")
    )
    new = word_file(p("Urges all ports and mills to open."))
    for name, data in (("base.docx", base), ("new.docx", new)):
        (tmp_path / name).write_bytes(data)
    return str(tmp_path / "base.docx"), str(tmp_path / "new.docx")


def test_changes_pending_in_a_base_stay_so(files: tuple[str, str], tmp_path: Path):
    base, new = files

    result = redline_of_files([base, new], "Norden", DATE)

    assert drawing(result.data) == ["Urges all ports{+ and mills+}[- now-] to [-close-]{+open+}."]
    (tmp_path / "out.docx").write_bytes(result.data)
    prove_files(str(tmp_path / "out.docx"), base, new)
    with pytest.raises(ProofError):
        prove_files(str(tmp_path / "out.docx"), f"{base}@final", new)


def test_a_base_named_with_its_view_is_resolved_first(files: tuple[str, str], tmp_path: Path):
    base, new = files

    result = redline_of_files([f"{base}@final", new], "Norden", DATE)

    assert drawing(result.data) == ["Urges all ports and mills to [-close-]{+open+}."]
    assert "resolved first (final)" in render(result.message)
    (tmp_path / "out.docx").write_bytes(result.data)
    prove_files(str(tmp_path / "out.docx"), base, new)


def test_a_text_may_come_onto_a_base_with_changes_pending(files: tuple[str, str], tmp_path: Path):
    text = tmp_path / "new.txt"
    text.write_text("Urges all ports and mills to open.\n", encoding="utf-8")

    result = redline_of_files([files[0], str(text)], "Norden", DATE)

    assert drawing(result.data) == ["Urges all ports{+ and mills+}[- now-] to [-close-]{+open+}."]
