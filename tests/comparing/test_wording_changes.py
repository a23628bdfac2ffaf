"""Changes of wording are exact both ways, whole for a reader, and classed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftdesk.comparing.wording_changes import applied, changes_between
from draftdesk.model.change import PARAGRAPH_BREAK, Change, ChangeClass, ChangeKind

PIECES = (
    "ferry", "the", "of", "safety", " ", " ", "  ", "\u00a0", "\n", ",", ";", "78/406", "“x”", '"x"', "\ufffc", "渡",
    "Notes with deep concern", "Notes with concern", "30 days", "60 days",
    PARAGRAPH_BREAK, "\n3\n", "e\u0301", "é", "-", "\u2011", "seventy-eighth", "Urges", "Encourages", "العبّارة", "轮",
)  # fmt: skip
WORDS = st.sampled_from(PIECES)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=30).map("".join))


def shown(old: str, new: str, language: str = "en") -> str:
    """The changed text with [-deleted-] and {+inserted+}, noise left out."""
    pieces, done = [], 0
    for change in changes_between(old, new, language):
        pieces.append(old[done : change.old.start])
        if change.change_class is ChangeClass.NOISE:
            pieces.append(change.new.of(new))
        else:
            pieces.append(f"[-{change.old.of(old)}-]" if len(change.old) else "")
            pieces.append(f"{{+{change.new.of(new)}+}}" if len(change.new) else "")
        done = change.old.end
    return "".join([*pieces, old[done:]])


def turned(change: Change) -> Change:
    return Change(change.kind, change.new, change.old, change.change_class)


@given(TEXTS, TEXTS)
def test_the_changes_make_the_new_text_from_the_old_and_back(old, new):
    changes = changes_between(old, new)
    assert applied(old, changes, new) == new
    assert applied(new, [turned(change) for change in changes], old) == old


@given(TEXTS, TEXTS)
def test_changes_stand_in_order_and_say_their_kind(old, new):
    old_end = new_end = 0
    for change in changes_between(old, new):
        assert change.old.start >= old_end
        assert change.new.start >= new_end
        old_end, new_end = change.old.end, change.new.end
        kinds = {(True, True): ChangeKind.REPLACE, (True, False): ChangeKind.DELETE, (False, True): ChangeKind.INSERT}
        assert change.kind is kinds[len(change.old) > 0, len(change.new) > 0]
        assert change.old.of(old) != change.new.of(new)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert changes_between(text, text) == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Urges operators to train all crews,",
            "Encourages operators to train all crews,",
            "[-Urges-]{+Encourages+} operators to train all crews,",
        ),
        ("piers, ferries and locks", "piers, buoys, ferries and locks", "piers, {+buoys, +}ferries and locks"),
        ("the safety of ferries", "the safety of inland ferries", "the safety of {+inland +}ferries"),
        ("the report.", "the report, as amended.", "the report{+, as amended+}."),
        ("ferries and piers", "ferries, and piers", "ferries{+,+} and piers"),
        (
            "piers, ferries and locks",
            "piers, ferries, locks and buoys",
            "piers, ferries[- and-]{+,+} locks{+ and buoys+}",
        ),
        ("piers, and locks", "piers, locks, and buoys", "piers, [-and -]locks{+, and buoys+}"),
        ("to piers, ferries and locks", "to piers and ferries", "to piers[-,-]{+ and+} ferries[- and locks-]"),
        (
            "old piers, and new locks",
            "old rafts, and new buoys",
            "old [-piers-]{+rafts+}, and new [-locks-]{+buoys+}",
        ),
        ("fitness of the crews", "safety of the passengers", "[-fitness of the crews-]{+safety of the passengers+}"),
        ("within 30 days of notice", "within 60 days of notice", "within [-30 days-]{+60 days+} of notice"),
        (
            "Notes with deep concern that piers decay",
            "Notes with concern that piers decay",
            "[-Notes with deep concern-]{+Notes with concern+} that piers decay",
        ),
        (
            "[Takes note with appreciation of the report;",
            "[Welcomes the report;",
            "[[-Takes note with appreciation of-]{+Welcomes+} the report;",
        ),
        ("Recalling also its decision,", "Recalling its decision,", "Recalling [-also -]its decision,"),
        ("渡轮的安全", "渡轮和码头的安全", "渡轮{+和码头+}的安全"),
    ],
)
def test_a_change_is_shown_as_a_reader_would_mark_it(old, new, expected):
    assert shown(old, new) == expected


def test_a_citation_changes_as_a_whole():
    old = "Recalling its resolution 78/406 of 19 December 2023,"
    new = "Recalling its resolution 78/407 of 19 December 2023,"
    assert shown(old, new) == (
        "Recalling its resolution [-78/406 of 19 December 2023-]{+78/407 of 19 December 2023+},"
    )


def test_a_split_is_an_inserted_break():
    old = "Welcomes the report; requests its secretariat to publish it;"
    new = f"Welcomes the report;{PARAGRAPH_BREAK}requests its secretariat to publish it;"
    (change,) = changes_between(old, new)
    assert change.new.of(new) == PARAGRAPH_BREAK
    assert change.old.of(old) == " "


def test_a_paragraph_that_is_only_split_is_an_editorial_change():
    old = "Welcomes the report, and requests its secretariat to publish it;"
    new = f"Welcomes the report;{PARAGRAPH_BREAK}Requests its secretariat to publish it;"
    assert {change.change_class for change in changes_between(old, new)} == {ChangeClass.EDITORIAL}
    assert {change.change_class for change in changes_between(new, old)} == {ChangeClass.EDITORIAL}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the “safety” of\u00a0ferries", 'the "safety" of ferries'),
        ("well‑being of crews", "well-being of  crews"),
        ("the 10\u2011year plan", "the 10-year plan"),
        ("resolution ES\u201110/15 of 20\u00a0July 2004", "resolution ES-10/15 of 20 July 2004"),
        ("the safety of\n2/22\nA/79/L.3\ninland ferries", "the safety of inland ferries"),
        ("سلامة العبّارات", "سلامة العبارات"),
        ("ســلامة العبارات", "سلامة العبارات"),
        ("les « bacs » ; les jetées", "les «\u00a0bacs\u00a0»\u202f; les jetées"),
        ("les bacs; les jetées", "les bacs\u00a0; les jetées"),
        ("within 30\u00a0days", "within 30 days"),
    ],
)
def test_noise_is_noise_and_nothing_more(old, new):
    changes = changes_between(old, new)
    assert {change.change_class for change in changes} == {ChangeClass.NOISE}
    assert applied(old, changes, new) == new


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("Urges crews to rest;", "Encourages crews to rest;", "en", ChangeClass.STRENGTH),
        ("Exhorte les équipages", "Encourage les équipages", "fr", ChangeClass.STRENGTH),
        ("Souligne la sécurité", "Rappelle la sécurité", "fr", ChangeClass.SUBSTANCE),
        ("Prend note du rapport", "Prend acte du rapport", "fr", ChangeClass.EDITORIAL),
        ("просит перевозчиков", "настоятельно призывает перевозчиков", "ru", ChangeClass.STRENGTH),
        ("鼓励各渡轮公司", "敦促各渡轮公司", "zh", ChangeClass.STRENGTH),
        ("Calls upon crews to rest", "Requests crews to rest", "en", ChangeClass.STRENGTH),
        ("Notes the report", "Takes note of the report", "en", ChangeClass.EDITORIAL),
        ("Notes with deep concern the delay", "Notes with concern the delay", "en", ChangeClass.STRENGTH),
        ("Recalls the delay, and urges crews", "Recalls the delay, and encourages crews", "en", ChangeClass.STRENGTH),
        ("Welcomes the crews", "Recalls the crews", "en", ChangeClass.SUBSTANCE),
        ("to reach all piers by 2030", "to reach all piers by 2035", "en", ChangeClass.SUBSTANCE),
        ("no later than 3 May 2026", "no later than 3 June 2026", "en", ChangeClass.SUBSTANCE),
        ("the report for 2025", "the report for 2026", "en", ChangeClass.TECHNICAL),
        ("à sa soixante-dix-huitième session", "à sa soixante-dix-neuvième session", "fr", ChangeClass.TECHNICAL),
        (
            "en su septuagésimo octavo período de sesiones",
            "en su septuagésimo noveno período de sesiones",
            "es",
            ChangeClass.TECHNICAL,
        ),
        ("на семьдесят восьмой сессии", "на семьдесят девятой сессии", "ru", ChangeClass.TECHNICAL),
        ("大会第七十八届会议", "大会第七十九届会议", "zh", ChangeClass.TECHNICAL),
        ("في دورتها الثامنة والسبعين", "في دورتها التاسعة والسبعين", "ar", ChangeClass.TECHNICAL),
        ("seventy-eighth annual segment", "seventy-ninth annual segment", "en", ChangeClass.TECHNICAL),
        ("the 2030 Agenda calls", "the 2030 Agenda for Sustainable Development calls", "en", ChangeClass.EDITORIAL),
        ("ferries and piers, and locks", "ferries, piers as well as locks", "en", ChangeClass.EDITORIAL),
        ("ferries and piers", "ferries or piers", "en", ChangeClass.SUBSTANCE),
        ("the well-being of crews", "the well -being of crews", "en", ChangeClass.NOISE),
        ("the safety of piers", "the s afety of piers", "en", ChangeClass.NOISE),
        ("may be late", "maybe late", "en", ChangeClass.EDITORIAL),
        ("deck passengers", "deck-passengers", "en", ChangeClass.EDITORIAL),
        ("thirty-five piers", "35 piers", "en", ChangeClass.EDITORIAL),
        ("thirty-five piers", "36 piers", "en", ChangeClass.SUBSTANCE),
        ("at its seventy-eighth session", "at its seventy-ninth session", "en", ChangeClass.TECHNICAL),
        ("resolution 78/406", "resolution 79/12", "en", ChangeClass.TECHNICAL),
        ("document A/78/9", "document A/79/11", "en", ChangeClass.TECHNICAL),
        ("see paragraph 7 above", "see paragraph 8 above", "en", ChangeClass.TECHNICAL),
        ("Agenda item 75", "Agenda item 69", "en", ChangeClass.TECHNICAL),
        ("and noting also the report", "and noting the report", "en", ChangeClass.EDITORIAL),
        ("Urges crews to rest;", "12 .Urges crews to rest;", "en", ChangeClass.NUMBER),
        ("12.", "13.", "en", ChangeClass.SUBSTANCE),
        ("12 ferries sank", "13 ferries sank", "en", ChangeClass.SUBSTANCE),
        ("within 30 days", "within 60 days", "en", ChangeClass.SUBSTANCE),
        ("crews shall rest", "crews should rest", "en", ChangeClass.SUBSTANCE),
        ("crews shall rest", "crews shall not rest", "en", ChangeClass.SUBSTANCE),
        ("[safe] ferries", "safe ferries", "en", ChangeClass.SUBSTANCE),
        ("ferries, piers", "ferries piers", "en", ChangeClass.EDITORIAL),
        ("the organisation of crews", "the organization of crews", "en", ChangeClass.EDITORIAL),
        ("three ferries", "3 ferries", "en", ChangeClass.EDITORIAL),
        ("Requests its secretariat", "Also requests its secretariat", "en", ChangeClass.EDITORIAL),
        ("Recognizing that piers decay", "Recognizes that piers decay", "en", ChangeClass.EDITORIAL),
    ],
)
def test_a_change_is_classed_by_what_it_means(old, new, language, expected):
    assert {change.change_class for change in changes_between(old, new, language)} == {expected}


def test_another_resolution_in_a_list_is_technical_and_its_and_editorial():
    old, new = "and 78/406 of 19 December 2023,", "78/406 of 19 December 2023 and 79/1 of 2 May 2025,"
    assert [change.change_class for change in changes_between(old, new)] == [
        ChangeClass.EDITORIAL,
        ChangeClass.TECHNICAL,
    ]


ITEMS = st.lists(
    st.sampled_from(["ferries", "old piers", "locks", "life rafts", "the crews"]), min_size=2, unique=True
)


@given(ITEMS, st.sampled_from([" and ", ", and "]), st.data())
def test_an_item_that_a_list_gets_is_all_that_is_marked(items, last, data):
    place = data.draw(st.integers(0, len(items)))
    longer = [*items[:place], "buoys", *items[place:]]
    old, new = (f"Urges {', '.join(some[:-1])}{last}{some[-1]} to rest;" for some in (items, longer))
    marked = {
        word
        for change in changes_between(old, new)
        for text in (change.old.of(old), change.new.of(new))
        for word in text.replace(",", " ").split()
    }
    assert marked <= {"buoys", "and"}


def test_a_very_long_paragraph_stays_fast():
    words = [f"word{(k * 7919) % 3001}" for k in range(20_000)]
    edited = [f"new{k}" if k % 10 == 3 else word for k, word in enumerate(words)]
    old, new = " ".join(words), " ".join(edited)
    start = time.perf_counter()
    changes = changes_between(old, new)
    assert time.perf_counter() - start < 3.0
    assert applied(old, changes, new) == new


def test_texts_too_long_for_one_matrix_are_still_exact(monkeypatch):
    monkeypatch.setattr("draftdesk.comparing.edit_script._CELLS_AT_ONCE", 50)
    words = [f"word{k}" for k in range(60)]
    old = " ".join(words)
    new = " ".join([*words[:10], "inserted", *words[10:30], *words[31:50], "changed", *words[51:]])
    changes = changes_between(old, new)
    assert applied(old, changes, new) == new
    assert shown(old, new) == old.replace("word10 ", "{+inserted +}word10 ").replace(
        "word30 ", "[-word30 -]"
    ).replace("word50", "[-word50-]{+changed+}")
