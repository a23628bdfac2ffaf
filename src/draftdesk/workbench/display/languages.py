"""What may be said of rows where drafts in other languages stand beside: their words were not compared."""

from __future__ import annotations

from dataclasses import dataclass

from draftdesk.comparing.comparison import Comparison
from draftdesk.translation import tr, tr_count
from draftdesk.workbench.mixed_languages import language_name


@dataclass(frozen=True, slots=True)
class Languages:
    """`compared`: the languages in which drafts are compared with each other; `beside`: the others."""

    compared: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    are_several: bool = False

    def where(self, what: str) -> str:
        """Where it is true that a run of rows is unchanged."""
        if not self.beside:
            return tr("{what} within each language", what=what)
        languages = ", ".join(map(language_name, self.compared))
        return tr("{what} ({languages}), other languages not compared word by word", what=what, languages=languages)

    def count(self, changed: int) -> str:
        """How many rows of a section are told, of changes in one language and differences between two."""
        if self.are_several:
            told = tr_count("{count} with differences", "{count} with differences", changed)
            return told if changed else tr("no differences told")
        return tr_count("{count} changed", "{count} changed", changed) if changed else tr("none changed")


def languages_of_rows(comparison: Comparison) -> Languages:
    """The languages of drafts that are laid beside each other; nothing of drafts in one language."""
    table = comparison.table
    if not table.versions:
        return Languages()
    every = dict.fromkeys(draft.language for draft in comparison.drafts)
    compared = dict.fromkeys(comparison.drafts[new].language for _, new in table.steps())
    return Languages(tuple(compared), tuple(one for one in every if one not in compared), are_several=True)
