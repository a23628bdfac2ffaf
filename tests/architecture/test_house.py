"""The house stays as it was drawn: small files, short functions, words for every module, Qt in one place."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "src" / "draftdesk"
MODULES = sorted(SOURCE.rglob("*.py"))
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
NETWORK = {
    "socket", "ssl", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "socketserver",
    "requests", "httpx", "aiohttp", "urllib3",
}  # fmt: skip
NETWORK_OF_QT = {"QtNetwork", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebSockets"}


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def loaded_by(module: str) -> list[str]:
    """Every module that is in memory after one import, in a process of its own."""
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def modules_of(package: str) -> list[str]:
    files = sorted((SOURCE / package).rglob("*.py"))
    dotted = (file.relative_to(SOURCE.parent).with_suffix("").as_posix().replace("/", ".") for file in files)
    return [name.removesuffix(".__init__") for name in dotted]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path)), f"{name_of(path)} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_file_holds_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE_LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_function_fits_on_a_page(path):
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno - f.lineno >= MAX_FUNCTION_LINES}
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_reaches_for_the_network(path):
    names = imported(path)
    assert not {name for name in names if name.partition(".")[0] in NETWORK or name.startswith("urllib.request")}
    assert not {name for name in names if NETWORK_OF_QT & set(name.split("."))}


def test_the_use_cases_start_without_qt():
    loaded = loaded_by(", ".join(modules_of("workbench")))
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6"))]


def test_the_worker_process_starts_without_qt():
    assert not [name for name in loaded_by("draftdesk.workbench.worker") if name.startswith("PySide6")]


def test_no_file_names_a_registry_or_a_server():
    """Pins are names and versions; where they come from is the machine's business."""
    for name in ("run", "constraints.txt", "pyproject.toml"):
        assert not re.search(r"https?://", (REPOSITORY / name).read_text(encoding="utf-8")), name


def test_every_installed_version_is_pinned_exactly():
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9a-z.]+(?: ; .+)?", pin) for pin in pins)
