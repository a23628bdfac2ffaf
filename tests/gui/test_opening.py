"""A folder dropped on the window, and a file that several authors marked up."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from draftdesk.resources import resource
from language_texts import VERSIONS
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


def test_versions_of_one_text_stand_beside_each_other_and_the_heads_name_the_languages(tmp_path, window, hands):
    paths = [tmp_path / f"{language}.txt" for language in ("en", "fr")]
    for path in paths:
        path.write_text(VERSIONS[path.stem].replace("d’ici à 2030", "d’ici à 2035"), encoding="utf-8")
    window.open(list(map(str, paths)))
    hands.settle()
    assert "One text in several languages (English, Français)" in window.bar.text
    assert [head.second for head in window.workplace.heads.heads] == ["English, base", "Français, beside en"]
    assert [(one.before, one.after) for one in window.workplace.changes.entries] == [("2030", "2035")]
    window.step_change(1)
    assert window.workplace.rows.text_row().is_changed
    assert "8 rows without differences, 1 with some" in window.status._rows.text()
