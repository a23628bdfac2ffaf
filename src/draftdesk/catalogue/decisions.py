"""What a decision is called where it can be undone."""

from __future__ import annotations

from typing import Final

from draftdesk.catalogue.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "decision_add": "open {name}",
    "decision_remove": "close {name}",
    "decision_order": "move a column",
    "decision_base": "choose the base",
    "decision_shape": "choose what is compared",
    "decision_title": "name the desk",
    "decision_call": "call {name} {called}",
    "decision_uncall": "take the given name of {name} away",
    "decision_pin": "pair paragraphs",
    "decision_unpin": "take back a pairing",
    "decision_kind": "say what a paragraph is",
    "decision_kinds": ("say what {count} paragraph is", "say what {count} paragraphs are"),
    "decision_join_read": "join paragraphs as they were read",
    "decision_split_read": "split a paragraph as it was read",
    "decision_as_read": "put a paragraph back as it was read",
    "decision_start_working": "start the working draft",
    "decision_stop_working": "put the working draft away",
    "decision_reword": "change the wording of {what}",
    "decision_insert": "write {what}",
    "decision_annex": "begin an annex",
    "decision_delete": "delete {what}",
    "decision_change_kind": "make it {what}",
    "decision_turn": "make it {what}",
    "decision_new_form": "begin a new draft",
    "decision_rollover": (
        "begin from last year's text, {count} update",
        "begin from last year's text, {count} updates",
    ),
    "decision_paste": "paste into {what}",
    "decision_promote": "move {what} up a level",
    "decision_demote": "move {what} down a level",
    "decision_move": "move {what}",
    "decision_split": "split {what}",
    "decision_note": "put a footnote into {what}",
    "decision_delete_note": "delete footnote {what}",
    "decision_join": "join paragraphs",
    "decision_highlight_brackets": "highlight the brackets",
    "decision_row": "put a row into a table: {what}",
    "decision_delete_row": "delete a row of a table",
    "decision_put_right": "put {what} in form",
    "decision_put_all_right": "put in form everywhere: {what}",
    "decision_take": "take {what} from {name}",
    "decision_leave": "leave {what} as it is",
    "decision_status": "mark {what} {status}",
    "decision_no_status": "take the mark off {what}",
    "decision_private_note": "write a private comment on {what}",
    "decision_no_private_note": "delete a private comment on {what}",
}
