"""The command line in the language in use: which one is asked for, and the sentences that Python's parser says."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from draftdesk.translation import later, tr, tr_count, use_language

_OPTION: Final = "--lang"

PARSER_SAYS: Final = (
    *(later("usage: "), later("positional arguments"), later("options"), later("show this help message and exit")),
    later("%(prog)s: error: %(message)s\n"),
    later("argument %(argument_name)s: %(message)s"),
    later("invalid choice: %(value)r (choose from %(choices)s)"),
    later("invalid %(type)s value: %(value)r"),
    later("the following arguments are required: %s"),
    later("unrecognized arguments: %s"),
    later("expected one argument"),
    later("expected at least one argument"),
    later("expected at most one argument"),
    later("ambiguous option: %(option)s could match %(matches)s"),
    later("ignored explicit argument %r"),
    later("not allowed with argument %s"),
)
"""What the parser says to one who calls; it looks each up under the name `_` when it says it."""


def speak(code: str) -> None:
    """Say everything in a language from now on, the help and errors of the parser included; "" is English."""
    use_language(code)
    words = vars(argparse)  # Python has no other place for the words of its parser than these two functions
    words["_"], words["ngettext"] = tr, _counted


def language_asked(arguments: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The language that is asked for anywhere in a call ("" for none), and the call without it where it stood first.

    A command parses its own again; the help is told before that.
    """
    code, rest = "", arguments
    if arguments and arguments[0].partition("=")[0] == _OPTION:
        _, equals, code = arguments[0].partition("=")
        code, rest = (code, arguments[1:]) if equals else ("".join(arguments[1:2]), arguments[2:])
    for place, word in enumerate(rest):
        name, equals, value = word.partition("=")
        if name == _OPTION:
            code = value if equals else "".join(rest[place + 1 : place + 2])
    return code, rest


def _counted(one: str, many: str, count: int) -> str:
    if one == "expected %s argument":
        return tr_count("expected %s argument", "expected %s arguments", count)
    return one if count == 1 else many
