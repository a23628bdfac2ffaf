"""A folder dropped on the window, and a file that several authors marked up."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from draftdesk.resources import resource
from making_word import deleted, ins, p, r, word_file


def test_a_folder_opens_its_drafts_in_order(tmp_path, window, hands):
    for name, text in (("rev 2.docx", "Urges all States;"), ("rev 1.docx", "Urges some States;")):
        (tmp_path / name).write_bytes(word_file(p("The General Assembly,"), p(f"\t1.\t{text}")))
    (tmp_path / "~$rev 2.docx").write_bytes(b"in use")
    window.open([str(tmp_path)])
    hands.settle()
    assert [draft.name for draft in window.session.desk.drafts] == ["rev 1.docx", "rev 2.docx"]


def test_a_file_of_several_hands_offers_one_version_per_author(tmp_path, window, hands):
    changes = [ins(r(" Lacustria"), author="Lacustria"), deleted(" old", author="Suden")]
    path = tmp_path / "compiled.docx"
    path.write_bytes(word_file(p(r("Urges all States"), *changes, r(";"))))
    window.open([str(path)])
    hands.settle()
    offer = next(one for one in window.findChildren(QPushButton) if one.text() == "Open one version per author")
    offer.click()
    hands.settle()
    assert [str(draft.view) for draft in window.session.desk.drafts] == [
        "final",
        "original",
        "by:Lacustria",
        "by:Suden",
    ]


def test_drafts_of_different_languages_are_said_to_be_so(tmp_path, window, hands):
    french = tmp_path / "version.txt"
    french.write_text(
        "L’Assemblée générale,\n\nRappelant ses résolutions sur la sécurité des bacs,\n\n"
        "1. Engage les États Membres à inspecter chaque bac une fois par an;\n\n"
        "2. Décide de rester saisie de la question.\n",
        encoding="utf-8",
    )
    window.open([str(resource("samples", "rev1.docx")), str(french)])
    hands.settle()
    assert "different languages (English, Français)" in window.bar.text
