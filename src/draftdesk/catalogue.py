"""The English sentence of every message code. A sentence says what happened, where, and what to do."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # reading
    "file_missing": "{name} is not there any more. Was it moved or renamed? Nothing else was changed.",
    "file_unreadable": "{name} could not be opened: {reason}.",
    "file_is_folder": "{name} is a folder. Open the files inside it instead.",
    "file_empty": "{name} is empty, so there is nothing to read.",
    "file_too_large": "{name} is larger than {limit} MB. draftdesk does not read files of that size.",
    "file_binary": "{name} is not a text that draftdesk can read: it holds binary data.",
    "word_encrypted": "{name} is protected by a password. Open it in Word, remove the password and save it again.",
    "word_old_format": "{name} is in the old Word format. Open it in Word and save it as .docx.",
    "word_damaged": "{name} is damaged and cannot be read as a Word file: {reason}. Ask for it to be sent again.",
    "word_bomb": "{name} unpacks to an unreasonable size and was not opened. Ask the sender about it.",
    "word_doctype": "{name} holds a part ({part}) with a document type declaration, which Word files do not have. "
    "It was not opened.",
    "not_a_word_file": "{name} is a zip file, but not a Word document.",
    "pdf_not_yet": "{name} is a PDF. PDF files cannot be read yet; save the text from the PDF and open that.",
    "view_missing": "{name} holds no changes by {author}. Authors in it: {authors}.",
    "view_not_word": "{name} holds no tracked changes, so “{view}” is the same text.",
    "same_file_twice": "{name} is already on the desk.",
    "file_changed": "{name} has changed on disk since it was opened. Open it again to compare the new text.",
    "worker_died": "Reading {name} had to be stopped: the reader ended unexpectedly. Your work is not touched.",
    "worker_timeout": "Reading {name} took more than {seconds} seconds and was stopped. Your work is not touched.",
    "text_boxes_not_read": "{count} text boxes are not compared.",
    "pictures_not_compared": "{count} pictures or drawings are not compared.",
    "changes_pending": "{name} holds tracked changes by {authors}. Shown here: {view}.",
    # exporting
    "redline_needs_word_base": "A Word redline needs a Word file as its base; {name} is not one.",
    "redline_not_proved": "The redline was not written, because its proof failed: {reason}. Please report this.",
    "cannot_write": "{name} could not be written: {reason}. Choose another place.",
    "file_exists": "{name} exists already. Choose another name, or use --force to replace it.",
    "proved": "{count} changes on {base}, proved.",
    "proof_failed_reject": "Rejecting all changes does not give back {base}: {reason}.",
    "proof_failed_accept": "Accepting all changes does not give {new}: {reason}.",
    # drafting
    "paragraph_not_there": "There is no such paragraph in the working draft.",
    # command line
    "not_built_yet": "“{what}” is not built yet.",
    "wrong_call": "{reason}",
    "no_room": "There is no room on the disk for {name}.",
}
