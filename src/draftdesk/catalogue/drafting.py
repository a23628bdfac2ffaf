"""What is said of the working draft."""

from __future__ import annotations

from typing import Final

from draftdesk.catalogue.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "paragraph_not_there": "There is no such paragraph in the working draft.",
    "no_working_draft": "There is no working draft yet. Start one from a draft on the desk first.",
    "cannot_demote": "This paragraph cannot become a subparagraph here: there is no paragraph above it to belong to, "
    "or its own subparagraphs would be deeper than four levels.",
    "cannot_promote": "Only subparagraphs can be moved up a level.",
    "cannot_move_into_itself": "A paragraph cannot be moved between its own subparagraphs.",
    "cannot_split_here": "A paragraph can be split inside its text only.",
    "cells_are_fixed": (
        "The cells of a table stay in their places. Rows come by the menu Insert and go by the menu Draft; columns "
        "are changed in Word."
    ),
    "kind_is_fixed": "A paragraph cannot become a table cell or a footnote.",
    "cannot_turn": "Only preambular and operative paragraphs have a counterpart in the other part.",
    "note_needs_a_word": "A footnote needs a word to stand behind. Put the caret after one.",
    "nothing_to_attach": "Only a paragraph with a number can have one that is bis, ter or alt.",
    "nothing_left_to_attach": "{number} has as many paragraphs attached to it as there are names for.",
    "no_cell_there": "This is no cell of a table. Go to one (the margin says A1, B1, A2).",
    "nothing_to_join": "There is no paragraph above it that it could be joined with.",
    "nothing_to_take": "This draft leaves the paragraph as it is, so there is nothing to take.",
    "take_from_proposal": "Go to the column of a draft that changes this paragraph: what it says there can be taken.",
    "take_words_gone": "“{words}” is changed otherwise in the working draft by now. Take the whole wording in its "
    "place, or put the words in by hand.",
    "taken_already": "The working draft says that already.",
    "take_no_paragraph": "The working draft does not have this paragraph any more. Take the whole wording.",
    "take_parts_stay": "Subparagraphs belong to it that the proposal keeps. Move or delete them first.",
    "nothing_to_amend": "{other} says what {name} says, so there is nothing to amend.",
    "amend_in_one_language": "These drafts are in different languages. Amendments take two drafts in one language.",
    "ladder_line": "Line {line}, “{words}”: a name in brackets begins a ladder, and a rung is a figure, a colon "
    "and phrases, as in “3: Encourages; Recommends”.",
    "ladder_unnamed": "Line {line}: this rung belongs to no ladder. Put a name in brackets above it: [exhort].",
    "ladder_twice": "Line {line}: “{phrase}” stands on another rung of {ladder} already.",
    "ladder_empty": "No ladder is left. Leave it as it was, or go back to the table that came with draftdesk.",
    "ladders_set_aside": "Your table of verbs is not used, that of draftdesk is: {reason} "
    "Put it right under Form, Strength of verbs.",
    "no_updates": "{name} tells no session of the General Assembly that draftdesk knows, "
    "so it cannot be rolled over.",
    "no_such_form": "There is no form “{form}”. There are: {forms}. Or say --rollover FILE.",
    "no_form_language": "There is no form in “{language}”. There are: {languages}.",
    "no_decision_form": "The Security Council has no decision or amendment in this form. Begin a resolution.",
    "no_such_update": (
        "There is no update {number}; {count} is proposed.",
        "There is no update {number}; {count} are proposed.",
    ),
    "update_line": "{number}. {where}: {before}[{old} → {new}] ({reason})",
    "rolled_over": (
        "{count} update made. Look at it: draftdesk new --rollover {name} --list",
        "{count} updates made. Look at each: draftdesk new --rollover {name} --list",
    ),
}
