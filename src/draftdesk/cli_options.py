"""What each command takes from the command line."""

from __future__ import annotations

import argparse
from typing import Final

from draftdesk.settings import DEFAULT_AUTHOR
from draftdesk.translation import later, tr

COMMANDS_DO: Final = {
    "read": later("Print what a file holds"),
    "align": later("Print which paragraphs answer each other, as JSON"),
    "compare": later("Compare drafts: a redline on the first file, a table, a concordance, a report, a page"),
    "prove": later("Prove that a redline gives back both texts"),
    "export": later("Write a clean file"),
    "check": later("Check the form of a draft"),
    "new": later("Begin a text from a form or from last year's"),
    "compile": later(
        "Put the versions of many delegations into one file on the base: tracked, in brackets, or as a table"
    ),
    "apart": later("Take a tracked file of many authors apart"),
    "languages": later("Say where language versions of one text differ"),
    "about": later("Say what draftdesk is"),
    "shot": later("Draw the window into a PNG file"),
}
"""What the commands that are built do, in words that are shown by `tr`."""

NOT_BUILT: Final = later("Not built yet")
_FILE_HELP: Final = later("a path, - for standard input, or path@original, path@final, path@by:AUTHOR")
_FOLDER_HELP: Final = later("a folder stands for its drafts in their order")


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(tr("“{text}” is not a size such as 1600x1000", text=text))
    return int(width), int(height)


def common_options() -> argparse.ArgumentParser:
    """What every command takes."""
    common = argparse.ArgumentParser(add_help=False)
    add = common.add_argument
    add("-o", dest="out", metavar=tr("OUT"), default="", help=tr("where to write; - for standard output"))
    add("--author", metavar=tr("AUTHOR"), default=DEFAULT_AUTHOR, help=tr("the author of tracked changes"))
    dates = tr("the date of tracked changes, such as 2026-11-24T09:30:00Z")
    add("--date", metavar="DATE", default="", help=dates)
    add("--lang", default="", metavar="CODE", help=tr("the language of what is said: en or fr"))
    add("--force", action="store_true", help=tr("replace a file that is there already"))
    cleans = tr("leave out names, times, revision ids and paths of templates")
    add("--clean-metadata", action="store_true", help=cleans)
    add("--clean-authors", action="store_true", help=tr("the same, and who made changes and comments"))
    add("--quiet", action="store_true", help=tr("say nothing but errors"))
    return common


def one_file(command: argparse.ArgumentParser) -> None:
    """What `a command of one file` takes."""
    command.add_argument("file", metavar=tr("FILE"), help=tr(_FILE_HELP))


def read_options(command: argparse.ArgumentParser) -> None:
    """What `read` takes."""
    one_file(command)
    command.add_argument("--as", dest="form", choices=("json", "flat", "authors"), default="json")


def align_options(command: argparse.ArgumentParser) -> None:
    """What `align` takes."""
    command.add_argument("files", metavar=tr("FILE"), nargs="+", help=f"{tr(_FILE_HELP)}; {tr(_FOLDER_HELP)}")
    command.add_argument("--shape", choices=("pair", "chain", "star"), default="")


def compare_options(command: argparse.ArgumentParser) -> None:
    """What `compare` takes."""
    files = tr("the base, then what is compared with it: {file}", file=f"{tr(_FILE_HELP)}; {tr(_FOLDER_HELP)}")
    command.add_argument("files", metavar=tr("FILE"), nargs="+", help=files)
    forms = ("redline", "table", "concordance", "report", "page", "amendments", "json")
    suffixes = tr("all but redline and json are written as the suffix of OUT says, such as .docx or .html")
    command.add_argument("--as", dest="form", choices=forms, default="redline", help=suffixes)
    command.add_argument("--against", choices=("base", "previous"), default="base")
    tracks = tr("a redline between Word files also tracks what is only set otherwise: italics, styles, indents")
    command.add_argument("--formatting", action="store_true", help=tracks)
    command.add_argument("--fold", action="store_true", help=tr("a table says in one line what did not change"))


def prove_options(command: argparse.ArgumentParser) -> None:
    """What `prove` takes."""
    command.add_argument("redline", metavar="REDLINE")
    command.add_argument("--base", required=True, metavar="B")
    command.add_argument("--new", required=True, metavar="N")


def export_options(command: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    one_file(command)
    forms = ("newyork", "geneva", "akn", "html", "text")
    usual = tr("of a Word file: newyork or geneva, by the organ if not said; else Akoma Ntoso, a page, plain text")
    command.add_argument("--form", choices=forms, default="", help=usual)


def check_options(command: argparse.ArgumentParser) -> None:
    """What check takes."""
    command.add_argument("file", metavar=tr("FILE"), nargs="?", default="", help=tr(_FILE_HELP))
    command.add_argument("--as", dest="form", choices=("text", "json"), default="text")
    command.add_argument("--without", metavar="RULE", action="append", default=[], help=tr("a rule not to follow"))
    command.add_argument(
        "--words", metavar="WORDS", default="", help=tr("a file of words that are spelt right, one a line")
    )
    command.add_argument(
        "--submission", action="store_true", help=tr("the text is to be tabled: no labels, no brackets")
    )
    command.add_argument("--rules", action="store_true", help=tr("list the rules instead"))


def new_options(command: argparse.ArgumentParser) -> None:
    """What `new` takes."""
    forms = tr("an empty form: ga, committee, ecosoc, hrc or sc")
    command.add_argument("what", metavar="FORM", nargs="?", default="", help=forms)
    for text, told in (
        ("decision", later("the form of a decision")),
        ("amendment", later("the form of an amendment")),
    ):
        command.add_argument(f"--{text}", dest="text", action="store_const", const=text, help=tr(told))
    command.set_defaults(text="resolution")
    command.add_argument("--language", default="en", help=tr("of the form: en, fr, es, ru, zh or ar"))
    command.add_argument(
        "--rollover", metavar=tr("FILE"), default="", help=tr("last year's text, brought to this year")
    )
    command.add_argument("--list", action="store_true", help=tr("list what would be updated instead"))
    command.add_argument(
        "--refuse", type=int, metavar="N", action="append", default=[], help=tr("an update not to make")
    )


def compile_options(command: argparse.ArgumentParser) -> None:
    """What `compile` takes."""
    command.add_argument("base", metavar="BASE")
    command.add_argument("files", metavar=tr("FILE"), nargs="+")
    command.add_argument("--as", dest="form", choices=("tracked", "brackets", "table"), default="tracked")
    by = tr("the name of a delegation, once for each FILE and in their order; else its file tells it")
    command.add_argument("--by", metavar="NAME", action="append", default=[], help=by)


def verify_options(command: argparse.ArgumentParser) -> None:
    """What `verify` takes."""
    command.add_argument("clean", metavar="CLEAN")
    command.add_argument("--against", required=True, metavar="TRACKED")


def rebase_options(command: argparse.ArgumentParser) -> None:
    """What `rebase` takes."""
    command.add_argument("old", metavar="OLD")
    command.add_argument("new", metavar="NEW")
    command.add_argument("files", metavar=tr("FILE"), nargs="+")


def library_options(command: argparse.ArgumentParser) -> None:
    """What `library` takes."""
    command.add_argument("action", choices=("add", "find", "trace", "list"))
    command.add_argument("rest", nargs="*")


def languages_options(command: argparse.ArgumentParser) -> None:
    """What `languages` takes."""
    command.add_argument("files", metavar=tr("FILE"), nargs="+", help=tr(_FILE_HELP))
    suffixes = tr("a table is written as the suffix of OUT says, such as .docx or .csv")
    command.add_argument("--as", dest="form", choices=("text", "table", "json"), default="text", help=suffixes)
    command.add_argument("--json", dest="form", action="store_const", const="json", help=tr("the same as --as json"))


def dossier_options(command: argparse.ArgumentParser) -> None:
    """What `dossier` takes."""
    command.add_argument("action", choices=("new", "show", "check", "export"))
    one_file(command)


def about_options(command: argparse.ArgumentParser) -> None:
    """What `about` takes."""
    command.add_argument("--confidentiality", action="store_true")


def shot_options(command: argparse.ArgumentParser) -> None:
    """What `shot` takes."""
    command.add_argument("files", metavar=tr("FILE"), nargs="*", help=tr(_FILE_HELP))
    command.add_argument("--dossier", metavar="F", default="")
    views = ("columns", "inline", "matrix", "sheet", "editor", "import", "room", "keys", "error")
    command.add_argument("--view", choices=views, default="columns")
    command.add_argument("--at", metavar="row:N|change:N", default=None)
    command.add_argument("--size", type=_size, metavar="WxH", default=(1600, 1000))
    command.add_argument("--scale", type=float, metavar="S", default=1.0)
    command.add_argument("--theme", choices=("light", "dark", "light_contrast", "dark_contrast"), default="light")
    command.add_argument("--by-author", action="store_true", help=tr("changes in the colours of their authors"))
    done = tr(
        "done before it is drawn: an action by its name, find:WORDS, filter:CLASS, zoom:FACTOR, font:FAMILY:POINTS"
    )
    command.add_argument("--do", metavar="STEP", action="append", default=[], help=done)
