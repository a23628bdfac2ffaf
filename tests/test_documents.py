"""What the README and the documents promise is there: commands, links, pictures."""

import re
import shlex
from pathlib import Path

import pytest

from draftdesk import cli

REPOSITORY = Path(__file__).parents[1]
PAGES = [REPOSITORY / "README.md", *sorted((REPOSITORY / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"^    \./run (.+)$", re.MULTILINE)
_START_SCRIPT = ("sample", "test", "bench", "shots")


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_every_link_leads_somewhere(page):
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        target, _, anchor = link.partition("#")
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), link
        assert not anchor or anchor in _anchors(there), link


def _commands() -> list[str]:
    found = [command for page in PAGES for command in _COMMAND.findall(page.read_text(encoding="utf-8"))]
    return [command for command in dict.fromkeys(found) if command.split()[0] not in _START_SCRIPT]


def test_the_documents_show_commands():
    assert len(_commands()) >= 20


@pytest.mark.parametrize("command", [command for command in _commands() if not command.startswith("-")])
def test_every_command_of_the_documents_is_one(command):
    given = cli._parser().parse_args(shlex.split(command, comments=True))
    assert given.run is not cli._not_built


def test_every_picture_of_the_documents_is_shown():
    shown = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in (REPOSITORY / "docs" / "images").iterdir():
        assert picture.name in shown
