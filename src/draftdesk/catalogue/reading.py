"""What is said of files that are read."""

from __future__ import annotations

from typing import Final

from draftdesk.catalogue.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "file_missing": "{name} is not there any more. Was it moved or renamed? Nothing else was changed.",
    "file_unreadable": "{name} could not be opened: {reason}.",
    "file_is_folder": "{name} is a folder without files that could be read here. Choose a file instead.",
    "many_authors": "{count} authors changed {name}. Shown is its text with all their changes.",
    "file_empty": "{name} is empty, so there is nothing to read.",
    "file_too_large": "{name} is larger than {limit} MB. draftdesk does not read files of that size.",
    "file_binary": "{name} is not a document that draftdesk can read. "
    "It reads Word, PDF, OpenDocument, RTF, web pages, Akoma Ntoso, messages and plain text.",
    "word_encrypted": "{name} is protected by a password. Open it in Word, remove the password and save it again.",
    "word_old_format": "{name} is in the old Word format. Save it as .docx in Word, or install LibreOffice.",
    "office_failed": "{name} is an old Word file that LibreOffice could not read. Save it as .docx in Word.",
    "office_timeout": "{name} is an old Word file, and LibreOffice took more than {seconds} seconds for it. "
    "Open it in Word and save it as .docx.",
    "read_through_office": "{name} is an old Word file. It was read through LibreOffice; numbers may differ.",
    "word_damaged": "{name} is damaged and cannot be read: {reason}. Ask for it to be sent again.",
    "word_bomb": "{name} unpacks to an unreasonable size and was not opened. Ask the sender about it.",
    "word_doctype": "{name} holds a part ({part}) with a document type declaration, which such files do not have. "
    "It was not opened.",
    "word_strict": "{name} is in the strict form of Word files, on which no redline can be written. "
    "Save it as a usual Word document first.",
    "macros_ignored": "Macros are not read and never run.",
    "file_encrypted": "{name} is protected by a password. Open it, remove the password and save it again.",
    "not_a_text_document": "{name} is a spreadsheet, a presentation or another document without a text to read.",
    "page_without_text": "{name} is a page without a text that could be read.",
    "rtf_without_text": "{name} is an RTF file without a text that could be read.",
    "not_a_word_file": "{name} is a zip file, but not a Word document. "
    "If drafts are packed in it, unpack it and open these.",
    "pdf_encrypted": "{name} is protected by a password. Ask the sender for a copy without one or for the Word file.",
    "pdf_damaged": "{name} is damaged and cannot be read as a PDF: {reason}. Ask for it to be sent again.",
    "pdf_too_long": "{name} has {pages} pages. draftdesk reads PDF files of up to {limit} pages.",
    "pdf_scan": "{name} is a scan: its pages hold pictures of a text, and no text. Ask for the Word file, "
    "or for a PDF with text.",
    "letters_corrected": "{name} stores some letters other than it prints them. Read as printed: {words}.",
    "struck_out_read": "{name} shows words struck out on pages {pages}, as a print of tracked changes does. They are "
    "read with the rest of the text. Ask for the Word file.",
    "tables_by_line": "Tables are read line by line, so their cells may be mixed: pages {pages}.",
    "columns_by_line": "Text in columns is read line by line, so the columns are mixed: pages {pages}. "
    "Ask for the Word file.",
    "pages_without_text": "Pages without text, perhaps scans, are not compared: {pages}.",
    "view_missing": "{name} holds no changes by {author}. Authors in it: {authors}.",
    "view_not_word": "{name} holds no tracked changes, so “{view}” is the same text.",
    "same_file_twice": "{name} is already on the desk.",
    "file_changed": "{name} has changed on disk since it was opened. Open it again to compare the new text.",
    "file_on_desk": "{name} is open on the desk and is never written over. Choose another name.",
    "worker_died": "Reading {name} had to be stopped: the reader ended unexpectedly. Your work is not touched.",
    "worker_timeout": "Reading {name} took more than {seconds} seconds and was stopped. Your work is not touched.",
    "hidden_text_not_read": ("{count} hidden passage is not compared.", "{count} hidden passages are not compared."),
    "text_boxes_not_read": ("{count} text box is not compared.", "{count} text boxes are not compared."),
    "pictures_not_compared": (
        "{count} picture or drawing is not compared.",
        "{count} pictures or drawings are not compared.",
    ),
    "margin_pictures_not_compared": (
        "{count} picture in headers and footers, such as an emblem or bar code, is not compared.",
        "{count} pictures in headers and footers, such as emblems and bar codes, are not compared.",
    ),
    "margins_not_compared": (
        "The text of {count} header or footer is kept and not shown beside other drafts.",
        "The text of {count} headers and footers is kept and not shown beside other drafts.",
    ),
    "hidden_text_read": (
        "{count} paragraph holds text that Word hides. It is read with the rest.",
        "{count} paragraphs hold text that Word hides. It is read with the rest.",
    ),
    "changes_pending": "{name} holds tracked changes by {authors}. Shown here: {view}.",
    "amends_a_draft": "{name} is instructions for draft {symbol}, no whole text: open {symbol} as the base and write "
    "them into its working draft; beside it, all that they leave alone looks deleted.",
    "amends_some_draft": "{name} is instructions for another draft, no whole text: open that draft as the base and "
    "write them into its working draft; beside it, all that they leave alone looks deleted.",
    "outlook_message": "{name} is a message in the form of Outlook, which cannot be read. Copy its text and paste it "
    "on the desk, or save the message as .eml.",
    "email_without_text": "{name} is a message without text. Attached: {attached}. Save that and open it by itself.",
    "attachment_not_read": "“{what}” is attached to the message and was not read. Save it and open it by itself.",
    "clipboard_empty": "There is no text on the clipboard. Copy the text of a draft first, then paste it here.",
    "around_text": (
        "{count} line around the text, “{first}”, was taken for the message that it came in. It is not compared.",
        (
            "{count} lines around the text, beginning “{first}”, were taken for the message that it came in. "
            "They are not compared."
        ),
    ),
    # doubts of the reader, by the values of `Doubt`
    "kind_by_place": "Only its place in the text says what this is: it has no number or opening that is known.",
    "kind_by_looks": "This looks like a title or heading, because it is short and has no stop.",
    "kind_by_number": "Only its number says what this is: its first words are no opening that is known.",
    "kind_by_opening": "Only its first words say what this is: they are not in italics, and it has no number.",
    "break_unseen": "The page ends before or inside this paragraph. Nothing shows whether a new one begins there.",
}
