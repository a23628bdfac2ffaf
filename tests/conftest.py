"""What all tests share: where the reference material is, small drafts made in code."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # how long an example takes is the machine's affair
settings.load_profile("any machine")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference material beside the checkout."""
    folder = Path(os.environ.get("DRAFTDESK_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("no ../shared")
    return folder


@pytest.fixture
def interface_language() -> Iterator[Callable[[str], None]]:
    """Chooses the language of the interface for one test."""
    from draftdesk.translation import use_language

    yield use_language
    use_language("")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The LibreOffice command."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("no LibreOffice")
    return found


@pytest.fixture(scope="session")
def judge(shared: Path) -> ModuleType:
    """The judge of redlines as a module, for its own reading of Word files."""
    location = shared / "oracle" / "redline_oracle.py"
    specification = importlib.util.spec_from_file_location("redline_judge", location)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


REFERENCE_SECONDS = 0.0198
"""What `_loop` takes on the machine that limits of time are given for: two cores, Python 3.11."""


@pytest.fixture
def machine_factor() -> float:
    """What limits of time are multiplied with, at least 2, for tests run beside anything.

    `./run bench desk` holds the limits themselves. Where other machines take the memory, too, painting suffers
    more than a loop: 2.6 times beside 1.5 was seen.
    """
    return 2 * max(1.0, min(_loop() for _ in range(5)) / REFERENCE_SECONDS) ** 2


def _loop() -> float:
    started, total = time.perf_counter(), 0
    for number in range(400_000):
        total += number * number % 7
    return time.perf_counter() - started


FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture
def record_figures(request: pytest.FixtureRequest) -> Callable[[str, Mapping[str, float]], None]:
    """Keeps measured figures; they are printed when the tests are through."""

    def record(name: str, figures: Mapping[str, float]) -> None:
        line = "  ".join(f"{key} {value:.3f}" for key, value in figures.items())
        request.config.stash.setdefault(FIGURES, []).append(f"{name}: {line}")

    return record


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash.get(FIGURES, [])
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
