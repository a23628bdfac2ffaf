"""Language versions of one small text of our own: alike where they are, and told plainly where they are not."""

import json

import pytest

from draftdesk.cli import main
from draftdesk.errors import DraftdeskError
from draftdesk.messages import render
from draftdesk.reading.receive import receive
from draftdesk.workbench.languages.compared import languages_of, languages_of_files
from draftdesk.workbench.languages.report import report_as_json, report_as_table, report_as_text, summary, told
from language_texts import VERSIONS


def drafts(**changed):
    """English first, then the versions in other words than those above."""
    wanted = {"en": VERSIONS["en"], **changed}
    return [receive(text.encode(), f"{language}.txt").drafts[0] for language, text in wanted.items()]


def sentences(**changed):
    report = languages_of(drafts(**changed))
    return [render(told(report, one)) for one in report.differences]


def spoilt(language, *pairs):
    text = VERSIONS[language]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return {language: text}


def test_five_versions_of_one_text_are_alike():
    report = languages_of(drafts(**VERSIONS))
    assert report.differences == ()
    assert report.agreeing == len(report.rows) == 9
    assert render(summary(report)).startswith("5 versions (the English, the French, the Russian, the Arabic and")


@pytest.mark.parametrize("language", ["fr", "ru", "ar", "zh"])
def test_any_version_alone_with_the_english_is_alike(language):
    assert sentences(**{language: VERSIONS[language]}) == []


@pytest.mark.parametrize(
    ("language", "old", "new", "sentence"),
    [
        ("fr", "2030", "2035", "OP 1: the French has 2035, the English 2030."),
        ("fr", "3 mai 2026", "3 mai 2025", "OP 4: the French has 3 mai 2025, the English 3 May 2026."),
        ("ru", "3 мая", "3 марта", "OP 4: the Russian has 3 марта 2026 года, the English 3 May 2026."),
        ("zh", "5月3日", "5月4日", "OP 4: the Chinese has 2026年5月4日, the English 3 May 2026."),
        ("ar", "A/79/12", "A/79/21", "OP 2: the Arabic has A/79/21, the English A/79/12."),
        ("zh", "A/79/12号", "", "OP 2: A/79/12 of the English is missing in the Chinese."),
        ("fr", "78/406", "78/460", "PP 1: the French has 78/460, the English 78/406."),
        ("ru", "35 долларов", "53 долларов", "OP 3 (b): the Russian has 53, the English 35."),
        ("ar", "[المزيد] من", "المزيد من", "OP 3: square brackets in the Arabic: 0; in the English: 1."),
        ("zh", "250万", "260万", "OP 3: the Chinese has 260, the English 2.5."),
    ],
)
def test_a_slip_is_told_with_what_both_have(language, old, new, sentence):
    assert sentences(**spoilt(language, (old, new))) == [sentence]


def test_the_odd_one_of_several_is_told_against_all_others():
    wanted = {**VERSIONS, **spoilt("en", ("by 2030", "by 2031"))}
    assert sentences(**wanted) == ["OP 1: the English has 2031, all others 2030."]


def test_a_paragraph_left_out_is_told_once_though_all_that_follow_have_other_numbers():
    shorter = spoilt(
        "fr",
        ("2. Se félicite du rapport publié sous la cote A/79/12 ;\n\n", ""),
        ("3. Enc", "2. Enc"),
        ("4. P", "3. P"),
    )
    assert sentences(**shorter) == ["OP 2 of the English is missing in the French."]


def test_a_paragraph_more_is_told_by_the_version_that_has_it():
    longer = spoilt("ru", ("4. просит", "4. постановляет создать фонд;\n\n5. просит"))
    assert sentences(**longer) == ["OP 4: the Russian has this paragraph, the English not."]


def test_a_number_out_of_order_and_another_kind_are_told():
    assert sentences(**spoilt("fr", ("4. Prie", "5. Prie"))) == ["OP 4: the French has the number 5, the English 4."]
    assert sentences(**spoilt("zh", ("2. 欢迎", "(c) 欢迎"))) != []


def test_two_files_in_one_language_bear_their_own_names():
    report = languages_of([*drafts(), *drafts()[:1]])
    assert all(not name.startswith("the ") for name in report.names)


def test_one_file_is_refused():
    with pytest.raises(DraftdeskError, match="two or more"):
        languages_of_files(["alone.txt"])


def test_json_and_tables_say_the_same():
    report = languages_of(drafts(**spoilt("fr", ("2030", "2035"))))
    (one,) = report_as_json(report)["differences"]
    assert (one["place"], one["here"], one["there"], one["kind"]) == ("OP 1", "2035", "2030", "figures")
    assert "OP 1,2030,2035" in report_as_table(report, "parity.csv").decode()
    assert one["sentence"] in report_as_text(report)
    assert report_as_table(report, "parity.docx")[:2] == b"PK"
    with pytest.raises(DraftdeskError):
        report_as_table(report, "parity.pdf")


def test_the_command_tells_and_its_status_says_whether_something_was_found(tmp_path, capfd):
    english, french = tmp_path / "lakes-e.txt", tmp_path / "lacs-f.txt"
    english.write_text(VERSIONS["en"], encoding="utf-8")
    french.write_text(VERSIONS["fr"], encoding="utf-8")
    assert main(["languages", str(english), str(french)]) == 0
    assert "agree" in capfd.readouterr().out
    french.write_text(VERSIONS["fr"].replace("2030", "2035"), encoding="utf-8")
    assert main(["languages", str(english), str(french)]) == 3
    assert "OP 1: the French has 2035, the English 2030." in capfd.readouterr().out
    assert main(["languages", str(english), str(french), "--json"]) == 3
    assert json.loads(capfd.readouterr().out)["format"] == "draftdesk/languages"
    assert main(["languages", str(english), str(french), "--as", "table", "-o", str(tmp_path / "t.html")]) == 3
    assert "2035" in (tmp_path / "t.html").read_text(encoding="utf-8")
