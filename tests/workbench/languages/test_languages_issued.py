"""Texts issued in all six languages: nothing is told that their files do not have, and seeded slips are found."""

import random
import re
from dataclasses import replace

import pytest

from draftdesk.model.alignment import Shape
from draftdesk.model.draft import Draft
from draftdesk.model.paragraph import Paragraph, ParagraphKind, Span
from draftdesk.reading.receive import receive
from draftdesk.wording.figures import FigureKind, figures
from draftdesk.workbench.compare_drafts import prepare_files
from draftdesk.workbench.languages.compared import languages_of
from draftdesk.workbench.languages.differences import DifferenceKind
from draftdesk.workbench.languages.notes import count_differences
from draftdesk.workbench.languages.versions import compared_versions

LANGUAGES = ("english", "french", "spanish", "russian", "arabic", "chinese")
OF_THE_FILES = {
    ("a_global_call_for_concrete_action_for_the_elimination_of_rac", "OP 24", "figures", "fr"),
    ("agriculture_development_food_security_and_nutrition", "OP 5", "figures", "ar"),
    ("follow_up_to_the_second_united_nations_conference_on_landloc", "OP 6", "kind", "fr"),
    ("implementation_of_the_third_united_nations_decade_for_the_er", "OP 6", "figures", "ru"),
    ("strengthening_of_the_coordination_of_emergency_humanitarian", "PP 28", "notes", "ru"),
    ("strengthening_of_the_coordination_of_emergency_humanitarian", "PP 29", "absent", "ru"),
}
"""Slips in the files themselves, each looked up: signs in another order, a stop or an end of line missing."""

LEAST_ALIKE = 0.995
SLIPS = {
    "year": {FigureKind.YEAR},
    "number": {FigureKind.NUMBER},
    "name": {FigureKind.SYMBOL, FigureKind.RESOLUTION},
}
LEAST_FOUND = {"year": 0.97, "number": 0.85, "name": 0.98, "bracket": 1.0}


@pytest.fixture(scope="module")
def topics(shared):
    """The versions of each topic that is there in all six languages, English first."""
    found = {}
    for topic in sorted((shared / "corpus" / "akn").iterdir()):
        if all((topic / one).is_dir() for one in LANGUAGES):
            files = [min((topic / language).glob("*77*")) for language in LANGUAGES]
            found[topic.name] = [receive(file.read_bytes(), file.name).drafts[0] for file in files]
    return found


def test_what_is_told_of_issued_texts_is_in_their_files(topics, record_figures):
    told, alike, rows = set(), 0, 0
    for name, drafts in topics.items():
        report = languages_of(drafts)
        alike, rows = alike + report.agreeing, rows + len(report.rows)
        told |= {
            (name, report.places[one.row], one.kind.value, drafts[one.version].language) for one in report.differences
        }
    record_figures(f"rows in six languages, {rows}", {"alike": alike / rows})
    assert told == OF_THE_FILES
    assert alike / rows >= LEAST_ALIKE


def test_two_versions_alone_tell_no_more(topics):
    for name, drafts in topics.items():
        for first, second in ((0, 1), (4, 2), (5, 3)):
            languages = {drafts[first].language, drafts[second].language}
            known = sum(topic == name and language in languages for topic, _, _, language in OF_THE_FILES)
            assert len(languages_of([drafts[first], drafts[second]]).differences) == known, name


def test_seeded_slips_are_found_and_nothing_else_is_told(topics, record_figures):
    made, found = dict.fromkeys(LEAST_FOUND, 0), dict.fromkeys(LEAST_FOUND, 0)
    chance = random.Random(7)
    for english, *others in topics.values():
        for draft in chance.sample(others, 3):
            of_the_file = {(one.row, one.kind) for one in languages_of([english, draft]).differences}
            slips, spoilt = with_slips(draft, chance)
            report = languages_of([english, spoilt])
            told = {report.rows[one.row][1] for one in report.differences if (one.row, one.kind) not in of_the_file}
            for index, slip in slips.items():
                made[slip] += 1
                found[slip] += index in told
            assert told <= set(slips)
    shares = {slip: found[slip] / made[slip] for slip in made}
    record_figures(f"seeded slips found in language versions, of {sum(made.values())}", shares)
    assert all(shares[slip] >= least for slip, least in LEAST_FOUND.items()), shares


def test_a_paragraph_left_out_is_told_where_it_was(topics, record_figures):
    chance = random.Random(5)
    right = made = 0
    for english, *others in topics.values():
        draft = chance.choice(others)
        before = languages_of([english, draft])
        kinds = (ParagraphKind.PREAMBULAR, ParagraphKind.OPERATIVE)
        gone = chance.choice([i for i in draft.visible if draft.paragraphs[i].kind in kinds])
        shorter = replace(draft, paragraphs=(*draft.paragraphs[:gone], *draft.paragraphs[gone + 1 :]))
        answer = next(row[0] for row in before.rows if row[1] == gone)
        after = languages_of([english, shorter])
        absent = [after.rows[one.row][0] for one in after.differences if one.kind is DifferenceKind.ABSENT]
        made, right = made + 1, right + (answer in absent)
        assert len(after.differences) <= len(before.differences) + 1
    record_figures(f"paragraphs left out, {made}", {"told at their place": right / made})
    assert right / made >= 0.85


def with_slips(draft: Draft, chance: random.Random) -> tuple[dict[int, str], Draft]:
    """Slips by the index of their paragraph, one each, and the draft with them."""
    wanted = ["year", "number", "name", "bracket", "year", "number", "name"]
    paragraphs, slips = list(draft.paragraphs), {}
    for index in chance.sample(draft.visible, len(draft.visible)):
        changed = slipped(draft.paragraphs[index], draft.language, wanted[0], chance) if wanted else None
        if changed is not None:
            paragraphs[index], slips[index] = changed, wanted.pop(0)
    return slips, replace(draft, paragraphs=tuple(paragraphs))


def slipped(paragraph: Paragraph, language: str, slip: str, chance: random.Random) -> Paragraph | None:
    """The paragraph with one digit of a figure changed, or a bracket more; None where it has no such figure."""
    text = paragraph.text
    if slip == "bracket":
        return with_text(paragraph, f"[{text}")
    places = [one.span for one in figures(text, language) if one.is_sure and one.kind in SLIPS[slip]]
    if not places:
        return None
    span = chance.choice(places)
    at = span.start + chance.choice([found.start() for found in re.finditer(r"\d", span.of(text))])
    digit = chance.choice([one for one in "123456789" if one != text[at]])
    return with_text(paragraph, text[:at] + digit + text[at + 1 :])


def with_text(paragraph: Paragraph, text: str) -> Paragraph:
    start = paragraph.text_span.start
    source = paragraph.prefix + text + paragraph.suffix
    return replace(paragraph, source_text=source, text_span=Span(start, start + len(text)))


def test_issued_versions_stand_beside_each_other_on_a_desk(topics):
    for drafts in topics.values():
        comparison = prepare_files(drafts, Shape.CHAIN)
        assert comparison.table.versions == tuple((0, column) for column in range(1, len(LANGUAGES)))
        alone = [row for row in comparison.table.rows if not all(row.cells)]
        assert len(alone) <= 1
        assert count_differences(comparison) <= 2


def test_issued_texts_on_different_matters_are_not_taken_for_versions(topics):
    matters = list(topics.values())
    for first, other in zip(matters, [*matters[1:], matters[0]], strict=True):
        for language in (1, 4, 5):
            assert compared_versions((first[0], other[language]), Shape.PAIR) is None
