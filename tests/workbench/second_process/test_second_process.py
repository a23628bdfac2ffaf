"""The second process of a long redline: what it proves and refuses, and that nothing depends on it."""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from draftdesk.aligning.table import align
from draftdesk.cli import main
from draftdesk.errors import ProofError
from draftdesk.exporting.redline import writer
from draftdesk.model.alignment import Shape
from draftdesk.settings import SECOND_PROCESS
from draftdesk.workbench import export_redline
from draftdesk.workbench.compare_files import redline_of_files
from draftdesk.workbench.files import LoadedFile, load
from draftdesk.workbench.second_process import process as second_process
from draftdesk.workbench.second_process.process import SecondProcess, beside
from draftdesk.workbench.second_process.work import WorkBeside
from making_redlines import DATE, parts
from making_word import deleted, i, ins, p, word_file, zipped

BASE = word_file(p("\t1.\t", i("Urges"), " all ports to close;"), p("\t2.\t", i("Decides"), " to meet again."))
NEW = word_file(p("\t1.\t", i("Urges"), " all ports to open;"), p("\t2.\t", i("Decides"), " to meet again."))
DOCUMENT = "word/document.xml"
NOTHING = [sys.executable, "-c", "pass"]
SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
BABBLES = [sys.executable, "-c", "print('All is well.' * 9)"]
ALIGNS_AND_DIES = [sys.executable, "-c", """
import io, pickle, sys
from draftdesk.workbench.second_process.served import serve_streams
asked = io.BytesIO(b"".join(pickle.dumps(pickle.load(sys.stdin.buffer)) for _ in range(2)))
serve_streams(asked, sys.stdout.buffer)
"""]  # fmt: skip
PROVES_ANYTHING = [sys.executable, "-c", """
import pickle, sys
from draftdesk.workbench.second_process.proof import Proved
from draftdesk.aligning.table import align; from draftdesk.model.alignment import Shape
asked, answers = sys.stdin.buffer, sys.stdout.buffer
base, new = pickle.load(asked), pickle.load(asked)
answers.write(pickle.dumps(align((base.draft, new.draft), Shape.PAIR)))
answers.flush()
pickle.load(asked)
answers.write(pickle.dumps(Proved("of another redline", None)))
"""]  # fmt: skip


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two files that are long enough, on a machine with two cores."""
    monkeypatch.setattr(second_process, "LONG_STORY_BYTES", 1)
    monkeypatch.setattr(second_process, "_cores", lambda: 2)
    (tmp_path / "base.docx").write_bytes(BASE)
    (tmp_path / "new.docx").write_bytes(NEW)
    return [str(tmp_path / "base.docx"), str(tmp_path / "new.docx")]


@pytest.fixture
def second(files: list[str]) -> Iterator[SecondProcess]:
    with beside(files) as one:
        assert one is not None
        yield one


@pytest.fixture
def proofs_here(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The redlines that are proved in this process."""
    found: list[bytes] = []
    prove = export_redline.prove

    def noted(base: bytes, data: bytes, *rest: bytes, **names: object) -> None:
        found.append(data)
        prove(base, data, *rest, **names)

    monkeypatch.setattr(export_redline, "prove", noted)
    return found


def spoilt(data: bytes) -> bytes:
    """A redline that does not give the base back."""
    content = parts(data)
    return zipped({**content, DOCUMENT: content[DOCUMENT].replace(b"close", b"claim")})


def proved(work: WorkBeside, data: bytes, base: LoadedFile, new: LoadedFile) -> bool:
    work.ask(data, base.draft, new.draft, keeps_pending=False)
    return work.proves()


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process_id}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def ends(process_id: int) -> bool:
    """Whether a process is gone within some seconds."""
    until = time.monotonic() + 10
    while is_running(process_id) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_running(process_id)


def test_it_aligns_and_proves(files, second, proofs_here, monkeypatch):
    expected = redline_of_files(files, "Norden", DATE).data
    monkeypatch.setattr(export_redline, "align", None)

    assert redline_of_files(files, "Norden", DATE, second=second).data == expected

    assert proofs_here == [expected], "only the one that was made without it"


def test_changes_that_stay_pending_are_proved_in_it(files, proofs_here):
    Path(files[0]).write_bytes(word_file(p("Urges", ins(" all"), deleted(" most"), " ports to close;")))
    Path(files[1]).write_bytes(word_file(p("Urges all ports to open;")))
    with beside(files) as second:
        result = redline_of_files(files, "Norden", DATE, second=second)
    assert result.message.code == "proved_kept"
    assert not proofs_here


def test_a_false_redline_is_refused_by_it(files, second):
    base, new = map(load, files)
    work = WorkBeside(second)
    work.take(base)
    work.take(new)
    good = redline_of_files(files, "Norden", DATE).data

    assert work.table() == align((base.draft, new.draft), Shape.PAIR)
    with pytest.raises(ProofError, match="does not give back"):
        proved(work, spoilt(good), base, new)
    assert proved(work, good, base, new), "and goes on with the next one"


@pytest.mark.parametrize("pattern", [rb' w:id="[0-9]+"', rb"</?w:ins[^>]*>"], ids=["no id", "no mark"])
def test_false_marks_are_refused_beside_it(files, second, pattern):
    base, new = map(load, files)
    good = redline_of_files(files, "Norden", DATE).data
    work = WorkBeside(second)
    work.take(base)
    work.take(new)
    work.table()
    content = parts(good)
    false = zipped({**content, DOCUMENT: re.sub(pattern, b"", content[DOCUMENT], count=2)})
    with pytest.raises(ProofError):
        proved(work, false, base, new)


def test_no_file_is_written_when_it_refuses(files, monkeypatch, tmp_path, capsys, proofs_here):
    write = writer.PackageChanges.written
    monkeypatch.setattr(writer.PackageChanges, "written", lambda changes: spoilt(write(changes)))
    out = tmp_path / "redline.docx"

    assert main(["compare", *files, "-o", str(out)]) == 1

    assert "does not give back" in capsys.readouterr().err
    assert not out.exists()
    assert not proofs_here


@pytest.mark.parametrize(
    "command",
    [NOTHING, SLEEPS, BABBLES, ALIGNS_AND_DIES, PROVES_ANYTHING, ["/nowhere/python"]],
    ids=["dies", "hangs", "babbles", "dies later", "proves another", "cannot start"],
)
def test_without_its_word_the_proof_is_done_here(files, command, monkeypatch, proofs_here):
    expected = redline_of_files(files, "Norden", DATE).data
    monkeypatch.setattr(second_process, "command", lambda: command)
    monkeypatch.setattr(second_process, "SECOND_PROCESS_SECONDS", 1.0 if command is SLEEPS else 20.0)
    with beside(files) as second:
        result = redline_of_files(files, "Norden", DATE, second=second)
    assert result.data == expected
    assert proofs_here == [expected, expected]


def test_one_that_reads_nothing_holds_nobody_up(files, monkeypatch):
    long = [p(f"\t{number}.\t", i("Urges"), " all ports to close their gates;") for number in range(1, 500)]
    Path(files[0]).write_bytes(word_file(*long))
    Path(files[1]).write_bytes(word_file(*long, p("end")))
    monkeypatch.setattr(second_process, "command", lambda: SLEEPS)
    monkeypatch.setattr(second_process, "SECOND_PROCESS_SECONDS", 0.5)
    began = time.monotonic()
    with beside(files) as second:
        assert redline_of_files(files, "Norden", DATE, second=second).changes == 1
        assert second.process_id is None
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("command", [NOTHING, PROVES_ANYTHING], ids=["dies", "proves another"])
def test_a_false_redline_is_refused_without_its_word(files, command, monkeypatch, tmp_path, capsys):
    write = writer.PackageChanges.written
    monkeypatch.setattr(writer.PackageChanges, "written", lambda changes: spoilt(write(changes)))
    monkeypatch.setattr(second_process, "command", lambda: command)

    assert main(["compare", *files, "-o", str(tmp_path / "redline.docx")]) == 1

    assert "does not give back" in capsys.readouterr().err
    assert not (tmp_path / "redline.docx").exists()


def test_what_is_wrong_with_a_file_is_said_as_without_it(files, capsys, monkeypatch):
    Path(files[1]).write_bytes(zipped({**parts(NEW), DOCUMENT: parts(NEW)[DOCUMENT][:-20]}))
    said = []
    for cores in (2, 1):
        monkeypatch.setattr(second_process, "_cores", lambda cores=cores: cores)
        assert main(["compare", *files, "-o", "nowhere.docx"]) == 1
        said.append(capsys.readouterr().err)
    assert said[0] == said[1] != ""


def test_views_that_the_user_chose_are_proved_by_it(files, second, proofs_here):
    Path(files[0]).write_bytes(word_file(p("Urges", ins(" all"), deleted(" most"), " ports to close;")))
    Path(files[1]).write_bytes(word_file(p("Urges all ports to", ins(" open", author="Sur"), ";")))
    views = [f"{files[0]}@original", f"{files[1]}@by:Sur"]

    result = redline_of_files(views, "Norden", DATE, second=second)

    assert not proofs_here
    assert result.data == redline_of_files(views, "Norden", DATE).data


def test_a_text_as_new_is_written_with_its_table(files, second, tmp_path):
    (tmp_path / "new.txt").write_text("1. Urges all ports to open;\n2. Decides to meet again.\n", encoding="utf-8")
    texts = [files[0], str(tmp_path / "new.txt")]
    assert redline_of_files(texts, "Norden", DATE, second=second).data == redline_of_files(texts, "Norden", DATE).data


def test_only_long_files_on_more_than_one_core_have_it(files, monkeypatch):
    monkeypatch.setattr(second_process, "_cores", lambda: 1)
    with beside(files) as second:
        assert second is None
    monkeypatch.undo()
    with beside(files) as second:
        assert second is None, "these are short"
    with beside([*files, files[0]]) as second:
        assert second is None, "a redline has two files"


def test_nothing_is_left_of_it(files):
    with beside(files) as second:
        process_id = second.process_id
        assert is_running(process_id)
    assert second.process_id is None
    assert ends(process_id)
    until = time.monotonic() + 10
    while Path(f"/proc/{process_id}").exists() and time.monotonic() < until:
        time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)


STARTS = """
import sys, time
from draftdesk.workbench.second_process import process as second_process
second_process.LONG_STORY_BYTES, second_process._cores = 1, lambda: 2
with second_process.beside(sys.argv[1:]) as second:
    print(second.process_id, flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize(
    ("whom", "how"), [("both", signal.SIGINT), ("first", signal.SIGINT), ("first", signal.SIGKILL)]
)
def test_what_ends_the_command_ends_it(files, whom, how):
    with subprocess.Popen(
        [sys.executable, "-c", STARTS, *files],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as first:  # fmt: skip
        process_id = int(first.stdout.readline())
        (os.killpg if whom == "both" else os.kill)(first.pid, how)
        said = first.communicate(timeout=20)[1]
    assert ends(process_id)
    assert said.count("Traceback") == (how is signal.SIGINT), "it says nothing of its own"


def test_a_bundled_program_starts_itself_as_it(files, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert second_process.command() == [sys.executable, SECOND_PROCESS]
    called = [sys.executable, "-m", "draftdesk", SECOND_PROCESS]
    base, new = map(load, files)
    done = subprocess.run(called, input=pickle.dumps(base) + pickle.dumps(new), capture_output=True, check=True)
    assert pickle.loads(done.stdout) == align((base.draft, new.draft), Shape.PAIR)
    assert done.stderr == b""
