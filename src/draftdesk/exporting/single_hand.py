"""A tracked file of many hands as one author left it: that author's changes tracked, all others rejected."""

from __future__ import annotations

from draftdesk.exporting.proof.proving import prove
from draftdesk.exporting.redline.package import PackageChanges
from draftdesk.exporting.redline.view import show_changes
from draftdesk.model.draft import ORIGINAL, View, ViewKind
from draftdesk.wordml.names import NS_W
from draftdesk.wordml.one_hand import keep_changes_of
from draftdesk.wordml.package import open_package


def write_single_hand(data: bytes, name: str, author: str) -> bytes:
    """The proved bytes, in place on the file.

    Raises ProofError where rejecting does not give the text without any change, or accepting not the text with the
    author's changes alone.
    """
    package = open_package(data, name)
    changes = PackageChanges(package)
    for part, content in package.parts.items():
        if part.endswith(".xml") and NS_W.encode() in content:
            root = package.xml(part)
            if keep_changes_of(root, author):
                changes.changed(part, root)
    show_changes(changes)
    written = changes.written()
    alone = View(ViewKind.BY_AUTHOR, author)
    prove(data, written, data, base_view=ORIGINAL, new_view=alone, new_name=f"the text of {author}")
    return written
