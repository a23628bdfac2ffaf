"""How many of the technical updates of a real next text a rollover proposes, and how many proposals are wrong.

An update is one that the class of the change calls technical, in the text and its session line; agenda numbers,
dates of adoption and sources, which nobody can know, are left out. A proposal is wrong where its paragraph is there
and says otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.drafting.rollover import FRONT_AND_END, Update, updates
from draftdesk.drafting.rollover_languages import ROLLOVER_WORDS
from draftdesk.model.alignment import Shape
from draftdesk.model.change import Change, ChangeClass
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Span
from draftdesk.workbench.files import load

SHARED = Path(__file__).resolve().parents[2] / "shared"


def session_of(path: Path) -> str:
    found = re.search(r"7[567]", path.name)
    return found[0] if found else ""


def pairs(first: str, topics: slice) -> list[tuple[Draft, Draft]]:
    made = []
    for topic in sorted((SHARED / "corpus" / "akn").iterdir())[topics]:
        paths = {session_of(path): path for path in sorted((topic / "english").iterdir())}
        second = str(int(first) + 1)
        if first in paths and second in paths:
            made.append((load(str(paths[first])).draft, load(str(paths[second])).draft))
    return made


def measured(old: Draft, new: Draft) -> Counter[str]:
    counts = Counter[str]()
    comparison = compare((old, new), align((old, new), Shape.PAIR))
    proposed = updates(old)
    for row, cells in enumerate(comparison.table.rows):
        if len(cells.cells[0]) != 1 or not cells.cells[1]:
            continue
        paragraph = old.paragraphs[cells.cells[0][0]]
        if paragraph.kind in FRONT_AND_END:
            continue
        changes = comparison.changes(row, 0, 1)
        before, after = comparison.cell_text(row, 0), comparison.cell_text(row, 1)
        mine = [update for update in proposed if update.paragraph == paragraph.id.serial]
        counts.update(told(update, before, after, changes) for update in mine)
        for change in changes:
            if change.change_class is ChangeClass.TECHNICAL:
                counts["updates"] += 1
                counts["proposed"] += any(touches(update.span, change.old) for update in mine)
    return counts


def touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def told(update: Update, before: str, after: str, changes: tuple[Change, ...]) -> str:
    """One word: "right" where the next text says the proposal there, "open" where it says neither, else "wrong"."""
    plain = " ".join(after.split())
    now, wanted = " ".join(update.span.of(before).split()), " ".join(update.text.split())
    is_touched = any(touches(update.span, change.old) for change in changes)
    if is_touched and wanted.strip(", ") in plain:
        return "right"
    return "open" if is_touched and now not in plain else "wrong"


FOLDERS = {"fr": "french", "es": "spanish", "ru": "russian", "zh": "chinese", "ar": "arabic"}


def signs(draft: Draft) -> Counter[tuple[str, str]]:
    """What is proposed for a text, told without its language: the kind, and figures or the value of a word."""
    words = ROLLOVER_WORDS[draft.language]
    found = Counter[tuple[str, str]]()
    for update in updates(draft):
        value = words.value(update.text)
        figures = re.findall(r"\d{2}/\d{1,3}", update.text) + re.findall(r"20\d\d", update.text)[-1:]
        found[update.kind.value, str(value) if value else " ".join(figures)] += 1
    return found


def versions(language: str) -> None:
    """How the proposals for a text in another language meet those for the same text in English."""
    both, english, other, odd = 0, 0, 0, list[str]()
    for topic in sorted((SHARED / "corpus" / "akn").iterdir()):
        for path in sorted((topic / FOLDERS[language]).glob("*.xml")):
            name = path.name.partition("-")[0]
            same = next((topic / "english").glob(f"{name}-*"), None)
            if same is None:
                continue
            theirs, ours = signs(load(str(same)).draft), signs(load(str(path)).draft)
            both, english, other = both + (theirs & ours).total(), english + theirs.total(), other + ours.total()
            odd += [f"{name} only English {sorted((theirs - ours).elements())}"] if theirs - ours else []
            odd += [f"{name} only {language} {sorted((ours - theirs).elements())}"] if ours - theirs else []
    print(
        f"Rollover, {language}: {both} of the {english} proposals for the same texts in English = "
        f"{both / english:.2f}; "
        f"{other - both} of {other} are none of them"
    )
    print("\n".join(f"  {line}" for line in odd))


def report() -> None:
    for first, topics, name in (
        ("75", slice(0, 10), "ten topics, 75 to 76"),
        ("75", slice(10, None), "the others, 75 to 76"),
        ("76", slice(0, None), "all topics, 76 to 77"),
    ):
        counts = Counter[str]()
        for old, new in pairs(first, topics):
            counts += measured(old, new)
        share = counts["proposed"] / counts["updates"]
        all_told = counts["right"] + counts["wrong"] + counts["open"]
        print(
            f"Rollover, {name}: {counts['proposed']} of {counts['updates']} updates proposed = {share:.2f}; "
            f"of {all_told} proposals {counts['wrong']} wrong = {counts['wrong'] / all_told:.3f}"
        )
    for language in FOLDERS:
        versions(language)
