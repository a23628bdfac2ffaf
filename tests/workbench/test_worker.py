"""The process that parses foreign files."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from draftdesk.errors import ReadingError
from draftdesk.workbench.worker import Worker
from making_word import p, word_file

DRAFT = word_file(p("\t1.\tUrges all States;"))


@pytest.fixture
def worker() -> Iterator[Worker]:
    one = Worker(timeout_seconds=20)
    yield one
    one.close()


def test_it_reads_in_another_process_and_stays_warm(worker):
    assert worker.read(DRAFT, "a.docx").drafts[0].paragraphs[0].text == "Urges all States;"
    first = worker.process_id
    worker.read(DRAFT, "b.docx")
    assert first == worker.process_id != os.getpid()


def test_an_error_comes_back_as_the_same_sentence(worker):
    with pytest.raises(ReadingError, match=r"a\.docx is empty"):
        worker.read(b"", "a.docx")


def test_a_killed_worker_is_one_sentence_and_the_next_file_is_read(worker):
    worker.start()
    assert worker.process_id is not None
    os.kill(worker.process_id, signal.SIGTERM)
    time.sleep(0.2)
    assert worker.read(DRAFT, "a.docx").drafts


def test_a_worker_that_dies_in_mid_work_is_one_sentence(worker):
    with pytest.raises(ReadingError, match="ended unexpectedly"):
        worker.call("a.docx", os.abort)
    assert worker.read(DRAFT, "a.docx").drafts


def test_work_that_takes_too_long_is_given_up():
    slow = Worker(timeout_seconds=1)
    slow.start()
    with pytest.raises(ReadingError, match="more than 1 seconds"):
        slow.call("a.docx", time.sleep, 30)
    assert slow.call("a.docx", abs, -3) == 3
    slow.close()
