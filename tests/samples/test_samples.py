"""The sample drafts: up to date with their sources, readable, and with everything in them that they should show."""

import subprocess
import sys
from pathlib import Path

import pytest

from draftdesk.aligning.table import align
from draftdesk.comparing.comparison import compare
from draftdesk.model.alignment import Relation, Shape
from draftdesk.model.draft import ORIGINAL, Draft
from draftdesk.model.paragraph import ParagraphKind
from draftdesk.reading.receive import receive
from draftdesk.resources import resource
from making_redlines import parts

REPOSITORY = Path(__file__).parents[2]
NAMES = ("issued", "zero-draft", "rev1", "rev2", "proposal-tracked")
DELEGATIONS = ("altamere", "belmarine", "corrovia", "estermark", "norvane", "tessany")
PROPOSALS = tuple(f"proposals/{name}" for name in DELEGATIONS)
K = ParagraphKind


def sample(name: str) -> bytes:
    return resource("samples", f"{name}.docx").read_bytes()


def draft(name: str) -> Draft:
    return receive(sample(name), f"{name}.docx").drafts[0]


def texts(of: Draft) -> list[str]:
    return [paragraph.flat_text() for paragraph in of.paragraphs]


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    script = REPOSITORY / "tools" / "make_samples.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", NAMES + PROPOSALS)
def test_a_sample_is_up_to_date_with_its_source(made, name):
    assert parts((made / f"{name}.docx").read_bytes()) == parts(sample(name))


def test_the_email_is_up_to_date_with_its_source(made):
    assert (made / "email.eml").read_bytes() == resource("samples", "email.eml").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_a_resolution_in_true_form(name):
    read = draft(name)
    assert read.count(K.PREAMBULAR) in (12, 13)
    assert read.count(K.OPERATIVE) in (20, 21)
    assert read.count(K.SUB1) >= 4
    assert read.count(K.SUB2) == 3
    assert len(read.notes) == 2
    assert read.title == "Safety of inland ferries"


def test_the_issued_text_carries_its_masthead():
    read = draft("issued")
    assert (read.symbol, read.session, read.agenda) == ("A/RES/79/912", "Seventy-ninth session", "Agenda item 187")
    assert read.count(K.MEETING_LINE) == 1


def test_the_proposal_is_tracked_on_the_zero_draft():
    received = receive(sample("proposal-tracked"), "proposal.docx", ORIGINAL)
    assert received.authors == ("Delegation of Belmarine",)
    assert texts(received.drafts[0]) == texts(draft("zero-draft"))
    assert texts(draft("proposal-tracked")) != texts(draft("zero-draft"))


@pytest.mark.parametrize("name", PROPOSALS)
def test_a_delegation_proposes_by_tracked_changes_on_rev1(name):
    received = receive(sample(name), f"{name}.docx", ORIGINAL)
    assert len(received.authors) == 1
    assert texts(received.drafts[0]) == texts(draft("rev1"))
    assert texts(draft(name)) != texts(draft("rev1"))


def test_all_six_delegations_but_one_touch_the_verb_of_the_third_paragraph():
    openings = [
        next(one for one in draft(name).paragraphs if one.kind is K.OPERATIVE and one.number == "3").text
        for name in PROPOSALS
    ]
    assert [text.split(" Member")[0] for text in openings] == [
        *("Urges", "Calls upon", "Calls upon", "Invites", "Strongly encourages", "Urges"),
    ]


@pytest.mark.parametrize("name", NAMES + PROPOSALS)
def test_word_can_open_a_sample_by_the_schema(shared, name):
    oracle = shared / "oracle" / "redline_oracle.py"
    file = resource("samples", f"{name}.docx")
    command = [sys.executable, str(oracle), "lint", str(file), "--xsd", str(shared / "oracle" / "xsd")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_between_the_drafts_there_is_one_of_each_kind_of_change():
    drafts = [draft(name) for name in ("issued", "zero-draft", "rev1")]
    table = align(drafts, Shape.CHAIN)
    assert {relation for row in table.rows for relation in row.relations if relation} == set(Relation)
    shifts = [compare(drafts, table).strength(index, 0, 1) for index in range(len(table.rows))]
    weakened = [shift for shift in shifts if shift and shift.steps < 0]
    assert ("Urges", "Invites") in [(shift.old, shift.new) for shift in weakened]
