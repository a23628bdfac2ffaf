"""What is said of redlines, clean files and comparisons that are written."""

from __future__ import annotations

from typing import Final

from draftdesk.catalogue.sentence import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "redline_needs_word_base": "A Word redline needs a Word file as its base; {name} is not one.",
    "redline_not_proved": "The redline was not written, because its proof failed: {reason}. Please report this.",
    "cannot_write": "{name} could not be written: {reason}. Choose another place.",
    "file_exists": "{name} exists already. Choose another name, or use --force to replace it.",
    "saved_beside": "{name} is open in another program or may not be written, so it stays as it is. "
    "Saved beside it: {written}.",
    "saved_as": "Word would not open {name}, because the base holds macros or is a template. Saved as {written}.",
    "proved": (
        "{count} change on {base}, proved.",
        "{count} changes on {base}, proved.",
    ),
    "proved_front": (
        "{count} change on {base}, proved. The new text has no front matter, so that of the base stays.",
        "{count} changes on {base}, proved. The new text has no front matter, so that of the base stays.",
    ),
    "proved_kept": (
        "{count} change on {base}, proved. Its own tracked changes ({kept}) stay pending.",
        "{count} changes on {base}, proved. Its own tracked changes ({kept}) stay pending.",
    ),
    "proved_kept_but_cells": (
        (
            "{count} change on {base}, proved. Its own tracked changes ({kept}) stay pending; those of table "
            "cells ({settled}) cannot stand beside others and were accepted first."
        ),
        (
            "{count} changes on {base}, proved. Its own tracked changes ({kept}) stay pending; those of table "
            "cells ({settled}) cannot stand beside others and were accepted first."
        ),
    ),
    "columns_differ": "Tables with other columns than before: {count}. Their rows are shown as replaced.",
    "targets_moved": "Moved paragraphs that cross-references name: {count}. The bookmark stays at the old place, so "
    "that rejecting gives it back; once the move is accepted, set these cross-references again.",
    "pending_stays": "Still pending, by author: {who}.",
    "pending_settled": "Accepted first, by author: {who}. To choose otherwise, name the view of the base, such "
    "as @original.",
    "proved_not_kept": (
        (
            "{count} change on {base}, proved. Its own tracked changes could not stay pending beside them, so "
            "they were resolved first ({view})."
        ),
        (
            "{count} changes on {base}, proved. Its own tracked changes could not stay pending beside them, so "
            "they were resolved first ({view})."
        ),
    ),
    "proved_resolved": (
        "{count} change on {base}, proved. Its own tracked changes were resolved first ({view}).",
        "{count} changes on {base}, proved. Its own tracked changes were resolved first ({view}).",
    ),
    "formatting_tracked": "Changes of formatting tracked as such: {count}.",
    "metadata_properties": "Taken out of the document properties: {names}.",
    "metadata_variables": "Taken out of the document variables: {names}.",
    "metadata_template": "Path of the template taken out: {path}.",
    "metadata_ids": "Revision ids taken out: {count}.",
    "metadata_accounts": "Accounts of authors taken out: {count}.",
    "metadata_authors": "Changes and comments by {names} are now by “{somebody}”, without their times.",
    "metadata_authors_stay": "Changes and comments still name {names}. To leave no name: --clean-authors",
    "metadata_none": "{name} held no metadata to take out.",
    "metadata_not_word": "{name} is no Word file: draftdesk writes no names or times into such a file.",
    "clean_written": "Clean file written in the form of {office}: {name}",
    "suffix_not_fit": "A comparison as {form} cannot be written as {suffix}. Choose a name that ends in {suffixes}.",
    "too_many_drafts": "{count} drafts are too many for one comparison. Choose at most {most}.",
    "proof_failed_reject": "Rejecting all changes does not give back {base}: {reason}.",
    "proof_failed_accept": "Accepting all changes does not give {new}: {reason}.",
    "languages_need_two": "Parity takes two or more language versions of one text. Name their files.",
    "languages_alike": "{versions} versions ({names}), {paragraphs} paragraphs: {alike} alike in kind, level and "
    "number. Numbers, dates, symbols, brackets and notes agree.",
    "languages_summary": "{versions} versions ({names}), {paragraphs} paragraphs: {alike} alike in kind, level and "
    "number. Differences: {count}.",
    "languages_absent": "{place} of {others} is missing in {name}.",
    "languages_added": "{place}: {name} has this paragraph, {others} not.",
    "languages_kind": "{place}: {name} has it as {here}, {others} as {there}.",
    "languages_number": "{place}: {name} has the number {here}, {others} {there}.",
    "languages_figures": "{place}: {name} has {here}, {others} {there}.",
    "languages_more": "{place}: {name} has {here}, {others} not.",
    "languages_less": "{place}: {there} of {others} is missing in {name}.",
    "languages_brackets": "{place}: square brackets in {name}: {here}; in {others}: {there}.",
    "languages_notes": "{place}: marks of notes in {name}: {here}; in {others}: {there}.",
    "apart_needs_word": "{name} is not a Word file on which changes can be tracked, so it cannot be taken apart.",
    "apart_without_changes": "{name} holds no tracked changes, so there is nothing to take apart.",
    "apart_needs_place": "Taking a file apart gives several files. Name a folder for them with -o.",
    "apart_done": "Authors in {name}: {count}. Each has a file of its own, proved.",
    "compile_needs_word": "{name} is not a Word file on which a redline can be written. A tracked compilation needs "
    "a Word file as its base; proposals may be files of any kind. Compile as brackets or as a table instead.",
    "names_do_not_fit": "There are {files} versions and {names} names. Say --by once for each version, in order.",
    "name_given_twice": "The name “{name}” stands for two versions. Give each delegation a name of its own.",
    "too_many_hands": "{count} versions are too many for one compilation. Choose at most {most}.",
    "proof_failed_hand": "Accepting the changes of {hand} alone does not give its text: {reason}.",
    "compiled": "{changes} changes by {hands} delegations on {base}, proved for each of them. Moved: {moves}. "
    "Proposed by several: {shared}. Contested: {contested}.",
    "compiled_for_reading": "Proposals of {count} delegations: {names}. Written:",
    "rolling_lead": "Base: {base}. Proposals by: {names}.",
    "rolling_key": "[words / NAME: others]: NAME has other words in their stead. [NAME: words]: added by NAME. "
    "[NAME alt: text]: another text of the paragraph above. ¶: a paragraph ends here. Footnotes are not shown.",
    "rolling_not_read_back": "The words of {name} cannot be told apart in a rolling text: the text has such "
    "signs itself. Compile as a table or as tracked changes instead.",
    "compiled_resolved": "The tracked changes that {name} had itself were resolved first ({view}).",
    "compiled_numbers": "Paragraphs that delegations number otherwise: {count}. The number of the first stands; "
    "comments say those of others.",
    "renumbered": "Paragraphs of {hand} that stand under another number where it alone is accepted: {numbers}.",
    "alike": "Proposed alike: “{what}”. The change stands under the first of its delegations; accepting {hands} "
    "alone leaves it out.",
    "contested": "Contested: “{what}”. The paragraph of {hands} stands beside it as a whole.",
    "contested_delete": "Contested: “{what}”. {hands} would delete it, which a comment says.",
    "contested_move": "Contested: “{what}”. {hands} would move it; a comment says so, and it comes anew there.",
    "remark_same": "Proposed by: {hands}.",
    "remark_beside": "Contested. Another text of this paragraph follows, proposed by: {hands}.",
    "remark_delete": "Contested. To be deleted as proposed by: {hands}.",
    "remark_between": "Contested. {number} would join this paragraph with the next. "
    "What follows is added by: {hands}.",
    "remark_number": "Number {number} as proposed by: {hands}.",
    "remark_numbers": "From here on the numbers {number}, as proposed by: {hands}.",
    "remark_no_number": "Without a number, as proposed by: {hands}.",
    "remark_move": "Contested. To stand elsewhere, where it comes anew, as proposed by: {hands}.",
    "references_lost": "Look at {where}: a paragraph that it refers to is gone.",
}
