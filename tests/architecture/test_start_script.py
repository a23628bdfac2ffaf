"""The start script by itself: what it asks of a machine, and in which words it refuses."""

import importlib.machinery
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def script(monkeypatch, tmp_path):
    loader = importlib.machinery.SourceFileLoader("start_script", str(REPOSITORY / "run"))
    spec = importlib.util.spec_from_loader("start_script", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(module, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(module.sys, "platform", "linux")
    return module


def test_an_old_python_is_told_so(script, monkeypatch, capsys):
    monkeypatch.setattr(script.sys, "version_info", (3, 10, 4))
    assert script.main([]) == 1
    assert "needs Python 3.11 or later" in capsys.readouterr().err


def test_one_line_names_everything_that_is_missing(script, monkeypatch, capsys):
    monkeypatch.setattr(script, "is_loadable", lambda library: False)
    monkeypatch.setattr(script, "has_serif_font", lambda: True)
    monkeypatch.setattr(script.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(script.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(script.os, "geteuid", lambda: 1000)
    assert script.main(["sample"]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if "apt-get" in line]
    assert len(lines) == 1
    assert "python3-venv" in lines[0]
    assert all(package in lines[0] for package in script.QT_LIBRARIES.values())


def test_a_complete_system_is_left_alone(script, monkeypatch):
    monkeypatch.setattr(script, "is_loadable", lambda library: True)
    monkeypatch.setattr(script, "has_serif_font", lambda: True)
    monkeypatch.setattr(script.subprocess, "call", lambda *words, **options: pytest.fail("nothing to install"))
    script.provide_system_packages()


def test_nothing_is_installed_twice(script, monkeypatch):
    script.STAMP.write_text(f"{script.fingerprint()}\ndev\n{script.ROOT}\n", encoding="utf-8")
    monkeypatch.setattr(script.subprocess, "call", lambda *words, **options: pytest.fail("was installed already"))
    script.provide_venv(with_tests=True)


def test_other_pins_are_installed_again(script, monkeypatch):
    script.STAMP.write_text(f"0123\nuse\n{script.ROOT}\n", encoding="utf-8")
    commands = []
    monkeypatch.setattr(script.subprocess, "call", lambda words, **options: commands.append(words) or 0)
    script.provide_venv(with_tests=False)
    assert commands[-1][-1] == "."
    assert "constraints.txt" in commands[-1]
    assert script.STAMP.read_text(encoding="utf-8").startswith(script.fingerprint())


def test_a_folder_that_was_moved_gets_a_new_environment(script, monkeypatch):
    script.STAMP.write_text(f"{script.fingerprint()}\ndev\n/somewhere/else\n", encoding="utf-8")
    commands = []
    monkeypatch.setattr(script.subprocess, "call", lambda words, **options: commands.append(words) or 0)
    script.provide_venv(with_tests=False)
    assert "--clear" in commands[0]
    assert commands[1][-1] == ".[dev]"


def test_a_failed_set_up_is_not_taken_for_done(script, monkeypatch):
    monkeypatch.setattr(script.subprocess, "call", lambda words, **options: 1)
    with pytest.raises(script.Refused, match="is there a connection"):
        script.provide_venv(with_tests=False)
    assert not script.STAMP.exists()


def test_without_a_display_the_sample_is_drawn_and_its_places_are_told(script, monkeypatch, capsys):
    monkeypatch.setattr(script, "OUT", script.VENV.parent / "out")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    commands = []
    monkeypatch.setattr(script.subprocess, "call", lambda words, **options: commands.append(words) or 0)
    assert script.start(["sample"]) == 0
    assert [words[4] for words in commands] == ["shot", "compare"]
    assert re.search(r"sample\.png\n.*sample-redline\.docx", capsys.readouterr().out)


def test_other_words_go_to_the_command_line(script, monkeypatch):
    commands = []
    monkeypatch.setattr(script.subprocess, "call", lambda words, **options: commands.append(words) or 0)
    script.start(["read", "a b.docx"])
    assert commands == [[sys.executable, "-P", "-m", "draftdesk", "read", "a b.docx"]]


def test_the_continuous_integration_runs_the_same_checks():
    text = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert text.rstrip().endswith("./run test")
    assert subprocess.run(["test", "-x", str(REPOSITORY / "run")], check=False).returncode == 0


@pytest.mark.parametrize("words", ["make_shots.py --help", "bench.py --help", "bench.py hands -h"])
def test_a_tool_that_is_asked_how_it_is_used_says_so_and_does_nothing(words, tmp_path):
    tool, *rest = words.split()
    command = [sys.executable, str(REPOSITORY / "tools" / tool), *rest]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert tool in done.stdout or "usage: ./run shots" in done.stdout
    assert list(tmp_path.iterdir()) == []
