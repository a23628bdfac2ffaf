"""Words leave the desk as text and as rich text, deleted ones struck, over folds and rows, in one column."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QTextDocument, QTextFragment


def fragments(html: str) -> list[tuple[str, bool, bool]]:
    """What a program that pastes has: words, whether struck, whether underlined."""
    document = QTextDocument()
    document.setHtml(html)
    found = []
    block = document.begin()
    while block.isValid():
        it = block.begin()
        while not it.atEnd():
            fragment: QTextFragment = it.fragment()
            form = fragment.charFormat()
            found.append((fragment.text().strip(), form.fontStrikeOut(), form.fontUnderline()))
            it += 1
        block = block.next()
    return found


def test_a_redline_is_pasted_with_strikes_and_underlines(window, hands):
    hands.open("issued.docx", "rev1.docx")
    hands.press("Ctrl+2")
    hands.settle()
    hands.press("Ctrl+A")
    hands.press("Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    pasted = fragments(data.html())
    assert ("Urges", True, False) in pasted
    assert ("Strongly encourages", False, True) in pasted
    assert "Urges" in data.text()
    assert any(words.startswith("Recalling also") and not struck for words, struck, _ in pasted)


def test_a_selection_stays_in_its_column_and_takes_folded_rows(window, hands):
    hands.open("issued.docx", "rev1.docx")
    hands.press("Home")
    hands.press("Right")
    hands.press("Ctrl+A")
    hands.press("Ctrl+C")
    text = QGuiApplication.clipboard().mimeData().text()
    assert "Belmarine" in text
    assert "Resolution adopted by the General Assembly" not in text
    assert text.count("Reaffirms its commitment") == 1
