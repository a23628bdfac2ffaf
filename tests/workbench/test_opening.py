"""What is opened: folders, and files that several authors marked up."""

from draftdesk.reading.receive import receive
from draftdesk.workbench.files import load
from draftdesk.workbench.opening import drafts_named, files_inside, versions_by_author
from making_word import deleted, ins, p, r, word_file


def test_a_folder_stands_for_the_drafts_in_it(tmp_path):
    for name in ("b.docx", "a.PDF", "~$b.docx", ".hidden.docx", "picture.png", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "inner.docx").mkdir()
    other = str(tmp_path / "picture.png")
    assert files_inside([other, str(tmp_path)]) == (
        other,
        *(str(tmp_path / name) for name in ("a.PDF", "b.docx", "notes.txt")),
    )


def test_a_folder_without_drafts_stays_so_that_it_is_refused(tmp_path):
    assert files_inside([str(tmp_path), "missing.docx"]) == (str(tmp_path), "missing.docx")


def marked_up(*authors):
    changes = "".join(ins(r(f" {author}"), author=author) + deleted(" old", author=author) for author in authors)
    return word_file(p(r("Urges all States"), changes, r(";")))


def test_a_file_of_two_hands_opens_as_its_base_and_a_version_for_each(tmp_path):
    path = tmp_path / "compiled.docx"
    path.write_bytes(marked_up("Lacustria", "Suden"))
    versions = versions_by_author(load(str(path)).received, str(path))
    assert [load(version).draft.paragraphs[0].text for version in versions] == [
        "Urges all States old old;",
        "Urges all States Lacustria old;",
        "Urges all States old Suden;",
    ]


def test_a_file_of_one_hand_offers_nothing():
    assert versions_by_author(receive(marked_up("Suden"), "draft.docx"), "draft.docx") == ()
    assert versions_by_author(receive(marked_up(), "draft.docx"), "draft.docx") == ()


def test_files_of_a_folder_that_is_put_in_order_are_read_once(tmp_path, monkeypatch):
    for number in (1, 2, 3):
        path = tmp_path / f"rev{number}.txt"
        path.write_text(
            f"The General Assembly,\n\n1. Urges States {'to act ' * number}soon;\n\n2. Notes;", encoding="utf-8"
        )
    read = []

    def counted(data, name, view):
        read.append(name)
        return receive(data, name, view)

    monkeypatch.setattr("draftdesk.workbench.files.receive", counted)
    paths = drafts_named([str(tmp_path)])
    drafts = [load(path).draft for path in paths]
    assert sorted(read) == ["rev1.txt", "rev2.txt", "rev3.txt"]
    assert [draft.name for draft in drafts] == [path.rpartition("/")[2] for path in paths]
    (tmp_path / "rev1.txt").write_text("The General Assembly,\n\n1. Urges nobody;", encoding="utf-8")
    assert any("nobody" in p.text for p in load(str(tmp_path / "rev1.txt")).draft.paragraphs)
