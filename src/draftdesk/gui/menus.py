"""The menus that open where one points: of a cell, of a column's head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from draftdesk.gui.actions import Actions
from draftdesk.gui.pairing import CHOICES, Pairing
from draftdesk.gui.session import Session
from draftdesk.model.alignment import Shape
from draftdesk.translation import tr
from draftdesk.workbench.paragraph_names import draft_titles, kind_name


def cell_menu(window: QWidget, actions: Actions, pairing: Pairing) -> QMenu:
    """What can be done with the current paragraph."""
    menu = _menu(window)
    actions.fill(menu, ("edit", "copy", None, "take", "take_whole", "leave", None))
    actions.fill(menu, ("agreed", "ad_referendum", "pending", "reserved", "private_note", None))
    actions.fill(menu, ("confirm", "pair", "apart"))
    if pairing.is_pinned:
        actions.fill(menu, ("release",))
    found = pairing.current()
    if found is not None:
        kinds = menu.addMenu(tr("This is a …"))
        for kind in CHOICES:
            entry = kinds.addAction(kind_name(kind, is_plain=pairing.is_plain))
            entry.setCheckable(True)
            entry.setChecked(kind is found[0].kind)
            entry.triggered.connect(lambda _=False, chosen=kind: pairing.set_kind(chosen))
    actions.fill(menu, (None, "new_same", "demote", "promote", "move_up", "move_down", None, "delete"))
    return menu


@dataclass(frozen=True)
class HeadSteps:
    """What the menu of a head does beside decisions; each is given the column, `show_reading` the id of its draft."""

    start_working: Callable[[int], None]
    show_reading: Callable[[str], None]
    ask_name: Callable[[int], None]
    export_redline: Callable[[int], None]
    export_clean: Callable[[int], None]


def column_menu(window: QWidget, session: Session, column: int, steps: HeadSteps) -> QMenu:
    """Base, order, what is shown against what, away with it."""
    menu = _menu(window)
    desk = session.desk
    head = desk.columns[column]
    files = sum(not other.is_working for other in desk.columns)

    def add(caption: str, decision: Callable[[], object], *, enabled: bool = True) -> None:
        entry = menu.addAction(caption)
        entry.setEnabled(enabled)
        entry.triggered.connect(lambda _=False: session.attempt(decision))

    if not head.is_working:
        add(tr("Make this the base"), partial(desk.set_base, head.draft_id), enabled=not head.is_base)
        add(tr("Move to the left"), partial(desk.move_column, head.draft_id, column - 1), enabled=column > 0)
        add(tr("Move to the right"), partial(desk.move_column, head.draft_id, column + 1), enabled=column < files - 1)
        menu.addSeparator()
        for caption, shape in (
            (tr("Show each draft against its left neighbour"), Shape.CHAIN),
            (tr("Show all drafts against the base"), Shape.STAR),
        ):
            add(caption, partial(desk.set_shape, shape), enabled=files > 2)
        if column > 1:
            _against_menu(menu, session, column)
        menu.addSeparator()
        menu.addAction(tr("Name this draft…")).triggered.connect(lambda _=False: steps.ask_name(column))
        reading = menu.addAction(tr("How this draft was read…"))
        reading.triggered.connect(lambda _=False: steps.show_reading(head.draft_id))
        working = menu.addAction(tr("Start a working draft from this column"))
        working.setEnabled(desk.working_draft is None)
        working.triggered.connect(lambda _=False: steps.start_working(column))
    menu.addSeparator()
    redline = menu.addAction(tr("Export a redline of this draft…"))
    redline.setEnabled(not head.is_base and desk.base_draft is not None)
    redline.triggered.connect(lambda _=False: steps.export_redline(column))
    menu.addAction(tr("Export a clean file of this draft…")).triggered.connect(
        lambda _=False: steps.export_clean(column)
    )
    menu.addSeparator()
    add(tr("Take it off the desk"), partial(desk.remove, head.draft_id))
    return menu


def _against_menu(menu: QMenu, session: Session, column: int) -> None:
    """The drafts at the left, one of which this column is shown against; of one text in several languages its own."""
    desk, language = session.desk, session.desk.drafts[column].language
    others = menu.addMenu(tr("Show this draft against"))
    titles, compared = draft_titles(desk.drafts), desk.comparison
    has_versions = compared is not None and bool(compared.table.versions)
    for number, other in enumerate(desk.columns[:column]):
        if has_versions and desk.drafts[number].language != language:
            continue
        entry = others.addAction(titles[number])
        entry.setCheckable(True)
        entry.setChecked(desk.columns[column].against == number)
        decision = partial(desk.show_against, desk.columns[column].draft_id, other.draft_id)
        entry.triggered.connect(lambda _=False, act=decision: session.attempt(act))
    others.setEnabled(not others.isEmpty())


def _menu(window: QWidget) -> QMenu:
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
