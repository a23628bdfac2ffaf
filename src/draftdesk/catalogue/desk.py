"""What is said of the desk, of how its drafts were read, and of the program."""

from __future__ import annotations

from typing import Final

from draftdesk.catalogue.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "working_there_already": "There is a working draft already. Take its column off the desk to begin another one.",
    "draft_not_there": "There is no such draft on the desk.",
    "workspace_damaged": "{name} is damaged, so the desk kept in it cannot be opened: {reason}. "
    "The file was left as it is.",
    "workspace_foreign": "{name} is not a desk of draftdesk. It was left as it is.",
    "workspace_newer": "{name} was written by a newer draftdesk. Update draftdesk to open it.",
    "workspace_in_use": "{name} is open in another draftdesk window. Use that window, or close it first.",
    "workspace_no_access": "{name} cannot be written or read: {reason}. What is on the screen is not saved.",
    "workspace_not_opened": "{name} cannot be opened: {reason}. It was left as it is.",
    "no_place_for_desks": "No desk can be kept in {folder}: {reason}. Put that right, or name another folder in the "
    "variable DRAFTDESK_WORKSPACES, and start again.",
    "preferences_set_aside": "Your settings could not be read, so those of draftdesk are used. The file is kept as "
    "{path}.",
    "workspace_set_aside": "The last desk could not be opened: {reason} A new desk was begun.",
    # how a file was read
    "doubt_goes_on": "It begins with a small letter, and the one before has no final mark: perhaps they are one.",
    "doubt_two": "A number {number} stands in the middle: perhaps these are two paragraphs.",
    "doubt_number": "Its number is {number}, and the one before was {last}: a paragraph may be missing or taken for "
    "another kind.",
    "reading_unsure": (
        "{name}: {count} paragraph may be read wrongly: “{first}”.",
        "{name}: {count} paragraphs may be read wrongly, beginning with “{first}”.",
    ),
    "readings_unsure": "Some paragraphs may be read wrongly in {names}.",
    "nothing_follows": "No paragraph follows that this one could be joined with.",
    "no_part_of_text": "This is no part of the text as it is read. Say first what it is, then join it.",
    "nothing_to_split": "Put the caret where the second paragraph begins: there must be words on both sides of it.",
    "cells_stay": "Cells of a table stay as they are. What stands around the table can be joined and split.",
    "paragraph_not_read": "This paragraph is not in the file any more as it is read now. Nothing was changed.",
    "pairing_doubtful": "Do {places} answer each other? They share few words ({sure} % sure).",
    "no_doubtful_pairing": "No pairing is doubtful.",
    "pairing_kept": "This pairing stays as it is, whatever is changed or opened.",
    "nothing_paired": "This paragraph is paired with none, so there is nothing to confirm. Alt+S pairs it.",
    "regroupings_left_out": "Paragraphs that you joined or split in Word files ({count}) stand in the redline as "
    "in the files.",
    "order_doubtful": "{name} bears the symbol {symbol}, but by its name it is {said}. "
    "The columns stand by file names.",
    "languages_mixed": "These drafts are in different languages ({languages}), so their paragraphs cannot be paired "
    "by their words. Compare drafts of one language; “draftdesk languages” on the command line says where versions "
    "differ.",
    "languages_agree": "One text in several languages ({languages}): the paragraphs stand beside each other. Words "
    "are not compared between languages; structure, numbers, dates, symbols and notes agree.",
    "languages_differ": "One text in several languages ({languages}): the paragraphs stand beside each other. Words "
    "are not compared between languages; where structure, numbers, dates, symbols or notes differ is told ({count}).",
    "order_by_symbols": "The columns stand by the symbols in the documents.",
    # command line
    "not_built_yet": "“{what}” is not built yet.",
    "wrong_call": "{reason}",
    "no_display": "There is no display here, so no window can open. “draftdesk --help” tells what works without one.",
    "typed_not_kept": "{reason} What you write stays here and is tried again; it is not saved yet.",
    "typed_kept": "What you wrote is saved now.",
    "unsaved_on_closing": "What you write is not saved. Make room on the disk, or copy it (Ctrl+A, Ctrl+C); "
    "closing once more leaves without it.",
    "unsaved_on_deleting": "{reason} Nothing is deleted while what you write here is not saved; it is tried again.",
    "display_silent": "The display “{display}” does not answer, so no window can open. Start draftdesk on a desktop, "
    "or see what works without one: draftdesk --help",
    "display_library": "The library {library} is missing on this computer, so no window can open. Install the "
    "package that holds it, or see what works without a window: draftdesk --help",
    "no_room": "There is no room on the disk for {name}.",
}
