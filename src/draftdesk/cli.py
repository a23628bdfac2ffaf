"""The command line; opens the window when no command is given.

Status: 0 done, 1 refused (with the reason), 2 wrong call, 3 done and something found.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from draftdesk import __version__, cli_options
from draftdesk.cli_words import language_asked, speak
from draftdesk.errors import DraftdeskError, ExportError, ProofError, refusal
from draftdesk.messages import message, render
from draftdesk.translation import tr

DONE: Final = 0
REFUSED: Final = 1
FOUND: Final = 3

_STREAM: Final = "-"


def main(argv: Sequence[str] | None = None, *, is_last: bool = False) -> int:
    """Run one command; returns the status. Ends the process with status 2 on a wrong call.

    `is_last`: the process ends after it, so that nobody need look for circles any more.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    language, rest = language_asked(arguments)
    if not rest or (rest[0] not in _COMMANDS and not rest[0].startswith("-")):
        return _open_window(rest, language)
    speak(language)
    options = _parser(rest[0]).parse_args(rest)
    if options.lang not in ("", language):  # written short, as in --la fr
        speak(options.lang)
    try:
        with _without_collector(for_good=is_last):
            status: int = options.run(options)
    except DraftdeskError as error:
        print(f"draftdesk: {error}", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Nobody reads on; flushing at the end of the process would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


@contextmanager
def _without_collector(*, for_good: bool) -> Iterator[None]:
    """A command makes no circles worth the search for them, which is a seventh of a long redline's time."""
    gc.disable()
    try:
        yield
    finally:
        if not for_good:
            gc.enable()


def _parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser of all commands, of one alone where that is asked for."""
    parser = argparse.ArgumentParser(
        prog="draftdesk",
        description=tr(
            "Lays drafts of United Nations resolutions side by side. Without a command: opens the window."
        ),
    )
    told = tr("say the version and exit")
    parser.add_argument("--version", action="version", version=f"draftdesk {__version__}", help=told)
    commands = parser.add_subparsers(metavar=tr("COMMAND"), required=True)
    common = cli_options.common_options()
    for name, (run, describe) in _COMMANDS.items():
        if asked in _COMMANDS and name != asked:
            continue
        told = tr(cli_options.COMMANDS_DO.get(name, cli_options.NOT_BUILT))
        command = commands.add_parser(name, parents=[common], help=told, description=told)
        describe(command)
        command.set_defaults(run=run, command=name)
    return parser


def _read(options: argparse.Namespace) -> int:
    """Print what a file holds."""
    from draftdesk.workbench.files import load
    from draftdesk.workbench.print_draft import as_authors, as_flat_text, as_json

    loaded = load(options.file)
    if options.form == "json":
        return _write_json(options, as_json(loaded.received))
    for said in loaded.received.not_read:
        _say(options, render(said))
    text = as_flat_text(loaded.draft) if options.form == "flat" else as_authors(loaded.received)
    return _write(options, (text + "\n").encode() if text else b"")


def _align(options: argparse.Namespace) -> int:
    """Print which paragraphs answer each other, as JSON."""
    from draftdesk.workbench.align_files import align_files

    return _write_json(options, align_files(_drafts(options), options.shape))


def _drafts(options: argparse.Namespace) -> list[str]:
    """The drafts that the files and folders of a call stand for."""
    folders = any(Path(file).is_dir() for file in options.files)
    if len(options.files) < 2 and not folders:
        _parser(options.command).error(tr("a second file is needed, or a folder of drafts"))
    if not folders:
        return list(options.files)
    from draftdesk.workbench.opening import drafts_named

    return drafts_named(options.files)


def _compare(options: argparse.Namespace) -> int:
    """Compare drafts; a redline on the first file, a table, concordance, report or page."""
    files = _drafts(options)
    if options.form == "json":
        from draftdesk.workbench.compare_json import compare_as_json

        return _write_json(options, compare_as_json(files, options.against))
    if options.form != "redline":
        return _compare_for_print(options, files)
    from draftdesk.workbench.second_process.process import beside

    with beside(files) as second:
        from draftdesk.workbench.compare_files import redline_of_files

        forms = options.formatting
        result = redline_of_files(files, options.author, options.date, formatting=forms, second=second)
    for said in (result.message, *result.remarks):
        _say(options, render(said))
    return _write(options, _cleaned(options, result.data))


def _compare_for_print(options: argparse.Namespace, files: list[str]) -> int:
    from draftdesk.workbench.export_comparison import (
        ComparisonForm,
        compare_files_for_print,
        export_comparison,
        suffix_for,
    )

    form, name = ComparisonForm(options.form), options.out if options.out != _STREAM else ""
    suffix_for(form, name)
    comparison, remarks = compare_files_for_print(files, options.against)
    if form is ComparisonForm.AMENDMENTS:
        for remark in remarks:
            _say(options, remark)
    data = export_comparison(comparison, form, name, folds=options.fold, remarks=remarks)
    return _write(options, _cleaned(options, data))


def _prove(options: argparse.Namespace) -> int:
    """Prove that a redline gives back both texts."""
    from draftdesk.workbench.prove_files import prove_files

    try:
        prove_files(options.redline, options.base, options.new)
    except ProofError as error:
        print(f"draftdesk: {error}", file=sys.stderr)
        return FOUND
    _say(options, tr("Rejecting all changes gives the base, accepting all gives the new text."))
    return DONE


def _export(options: argparse.Namespace) -> int:
    """Write a clean file; Word in the form of the United Nations, or Akoma Ntoso, a page, plain text."""
    from draftdesk.workbench.export_clean import WORD_FORMS, export_clean
    from draftdesk.workbench.files import load

    data = export_clean(load(options.file).draft, options.form, options.date[:10])
    return _write(options, _cleaned(options, data) if options.form in ("", *WORD_FORMS) else data)


def _check(options: argparse.Namespace) -> int:
    """Check the form of a draft; status 3 where an error or a warning is found."""
    from draftdesk.model.finding import Grade
    from draftdesk.workbench.check_draft import as_json, as_text, checked, rule_list
    from draftdesk.workbench.files import bytes_of, load, named_file
    from draftdesk.workspace.own_words import words_in

    if options.rules:
        return _write(options, f"{rule_list()}\n".encode())
    if not options.file:
        raise refusal(DraftdeskError, "wrong_call", reason="check needs a FILE")
    draft = load(options.file).draft
    own = words_in(bytes_of(named_file(options.words)).decode("utf-8", "replace")) if options.words else ()
    findings = checked(draft, options.without, own, submission=options.submission)
    if options.form == "json":
        _write_json(options, as_json(draft, findings))
    else:
        _write(options, f"{as_text(draft, findings)}\n".encode())
    return FOUND if any(finding.grade is not Grade.HINT for finding in findings) else DONE


def _new(options: argparse.Namespace) -> int:
    """Begin a text from a form or from last year's; what time changes in that is updated, each can be refused."""
    if not options.rollover:
        from draftdesk.workbench.new_text import form_file

        made = form_file(options.what, text=options.text, date=options.date[:10], language=options.language)
        return _write(options, _cleaned(options, made))
    from draftdesk.workbench.export_clean import export_clean
    from draftdesk.workbench.files import load
    from draftdesk.workbench.new_text import proposed, rollover_of, update_lines

    draft = load(options.rollover).draft
    if options.list:
        return _write(options, ("\n".join(update_lines(draft)) + "\n").encode())
    begun = rollover_of(draft, options.refuse)
    count = len(proposed(draft)) - len(set(options.refuse))
    _say(options, render(message("rolled_over", count=count, name=Path(options.rollover).name)))
    return _write(options, _cleaned(options, export_clean(begun, date=options.date[:10])))


def _compile(options: argparse.Namespace) -> int:
    """Put the versions of many delegations into one file on the base: tracked, in brackets, or as a table."""
    if options.form != "tracked":
        from draftdesk.workbench.compiling.printed import CompiledForm, print_compiled_files

        form, name = CompiledForm(options.form), options.out if options.out != _STREAM else ""
        return _write(options, print_compiled_files(options.base, options.files, form, name, options.by))
    from draftdesk.workbench.compiling.files import compile_files

    compiled = compile_files(options.base, options.files, options.author, options.date, options.by)
    for said in (*compiled.messages, *compiled.places):
        _say(options, render(said))
    return _write(options, _cleaned(options, compiled.data))


def _apart(options: argparse.Namespace) -> int:
    """Take a tracked file of many authors apart; one tracked file for each, beside it or in the folder OUT."""
    from draftdesk.workbench.apart_files import apart, save_apart

    made = [replace(one, data=_cleaned(options, one.data)) for one in apart(options.file, options.out)]
    for saved in save_apart(made, force=options.force):
        if saved.remark is not None:
            _say(options, render(saved.remark))
        _say(options, tr("Written: {name}", name=str(saved.path)))
    _say(options, render(message("apart_done", name=Path(options.file).name, count=len(made))))
    return DONE


def _languages(options: argparse.Namespace) -> int:
    """Say where language versions of one text differ; paragraphs, numbers, dates, symbols, brackets, notes."""
    from draftdesk.workbench.languages.compared import languages_of_files
    from draftdesk.workbench.languages.report import report_as_json, report_as_table, report_as_text

    report = languages_of_files(options.files)
    if options.form == "json":
        _write_json(options, report_as_json(report))
    elif options.form == "table":
        _write(options, report_as_table(report, options.out if options.out != _STREAM else ""))
    else:
        _write(options, f"{report_as_text(report)}\n".encode())
    return FOUND if report.differences else DONE


def _about(options: argparse.Namespace) -> int:
    """Say what draftdesk is."""
    if options.confidentiality:
        return _not_built(options)
    return _write(options, f"draftdesk {__version__}\nMIT licence. No network code, no telemetry.\n".encode())


def _shot(options: argparse.Namespace) -> int:
    """Draw the window into a PNG file."""
    if options.dossier:
        raise refusal(DraftdeskError, "not_built_yet", what="shot --dossier")
    from draftdesk.gui.shot import Shot, render_shot

    out = Path(options.out or "draftdesk.png")
    _refuse_existing(out, options)
    looks = options.size, options.scale, options.theme, options.by_author, tuple(options.do)
    render_shot(options.files, out, Shot(options.view, options.at, *looks))
    return DONE


def _not_built(options: argparse.Namespace) -> int:
    """Not built yet."""
    form = getattr(options, "form", "")
    raise refusal(DraftdeskError, "not_built_yet", what=f"{options.command} {form}".rstrip())


def _open_window(paths: Sequence[str], language: str) -> int:
    from draftdesk.gui.display import why_no_window

    reason = why_no_window()
    if reason is not None:
        print(f"draftdesk: {render(reason)}", file=sys.stderr)
        return REFUSED
    try:
        from draftdesk.gui.app import run_window
    except ImportError as error:
        print(f"draftdesk: {tr('The window cannot be opened here: {reason}', reason=str(error))}", file=sys.stderr)
        return REFUSED
    return run_window(list(paths), language=language)


def _cleaned(options: argparse.Namespace, data: bytes) -> bytes:
    """An export as it leaves: without metadata where that was asked for."""
    if not (options.clean_metadata or options.clean_authors):
        return data
    from draftdesk.workbench.export_cleaned import export_cleaned

    cleaned = export_cleaned(data, Path(options.out).name or _STREAM, authors=options.clean_authors)
    for said in cleaned.removed:
        _say(options, render(said))
    return cleaned.data


def _write_json(options: argparse.Namespace, value: dict[str, Any]) -> int:
    return _write(options, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def _write(options: argparse.Namespace, data: bytes) -> int:
    if options.out in ("", _STREAM):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return DONE
    from draftdesk.exporting.save import save

    saved = save(Path(options.out), data, force=options.force)
    if saved.remark is not None:
        _say(options, render(saved.remark))
    _say(options, tr("Written: {name}", name=str(saved.path)))
    return DONE


def _refuse_existing(out: Path, options: argparse.Namespace) -> None:
    if out.exists() and not options.force:
        raise refusal(ExportError, "file_exists", name=out.name)


def _say(options: argparse.Namespace, sentence: str) -> None:
    if not options.quiet:
        print(sentence, file=sys.stderr)


_COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int], Callable[[argparse.ArgumentParser], None]]] = {
    "read": (_read, cli_options.read_options),
    "align": (_align, cli_options.align_options),
    "compare": (_compare, cli_options.compare_options),
    "prove": (_prove, cli_options.prove_options),
    "export": (_export, cli_options.export_options),
    "check": (_check, cli_options.check_options),
    "new": (_new, cli_options.new_options),
    "compile": (_compile, cli_options.compile_options),
    "apart": (_apart, cli_options.one_file),
    "verify": (_not_built, cli_options.verify_options),
    "rebase": (_not_built, cli_options.rebase_options),
    "brackets": (_not_built, cli_options.one_file),
    "library": (_not_built, cli_options.library_options),
    "languages": (_languages, cli_options.languages_options),
    "dossier": (_not_built, cli_options.dossier_options),
    "about": (_about, cli_options.about_options),
    "shot": (_shot, cli_options.shot_options),
}
