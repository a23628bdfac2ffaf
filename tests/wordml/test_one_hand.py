"""What one author alone proposes: that author's marks stay, all others are rejected."""

from __future__ import annotations

from draftdesk.wordml.names import w
from draftdesk.wordml.one_hand import keep_changes_of
from draftdesk.wordml.package import open_package
from draftdesk.wordml.revisions import authors_of_revisions, has_revisions, resolve
from draftdesk.wordml.walker import walk
from making_word import deleted, ins, mark, p, word_file


def kept(*blocks: str, author: str = "Norden", accepted: bool) -> list[str]:
    package = open_package(word_file(*blocks), "test.docx")
    root = package.xml(package.main_part)
    keep_changes_of(root, author)
    assert set(authors_of_revisions(root)) <= {author}
    resolve(root, lambda _author: accepted)
    assert not has_revisions(root)
    return [paragraph.text for paragraph in walk(root.find(w("body")))]


def test_words_of_others_go_and_those_of_the_author_stay_tracked():
    line = p("Urges ", deleted("all", "Norden", 1), ins("some", author="Norden", number=2), ins(" good", author="S"))
    assert kept(line, accepted=True) == ["Urges some"]
    assert kept(line, accepted=False) == ["Urges all"]


def test_what_another_deleted_stands_again():
    line = p("Urges ", deleted("all ", "Suden", 1), "States", deleted(" now", "Norden", 2))
    assert kept(line, accepted=True) == ["Urges all States"]
    assert kept(line, accepted=False) == ["Urges all States now"]


def test_what_the_author_deleted_in_an_insertion_of_another_goes_with_it():
    inner = deleted("inner", "Norden", 1)
    line = p("Urges", ins(" outer ", inner, author="Suden", number=2))
    assert kept(line, accepted=True) == ["Urges"]


def test_what_another_deleted_in_an_insertion_of_the_author_is_still_inserted():
    line = p("Urges", ins(" all ", deleted("States", "Suden", 1), author="Norden", number=2))
    assert kept(line, accepted=True) == ["Urges all States"]
    assert kept(line, accepted=False) == ["Urges"]


def test_paragraphs_that_others_inserted_go_and_those_that_others_deleted_stay():
    blocks = (
        p(ins("New"), properties=mark("ins")),
        p(ins("Other", author="Suden"), properties=mark("ins", "Suden", 971)),
        p(deleted("Old", "Suden"), properties=mark("del", "Suden", 972)),
        p("End"),
    )
    assert kept(*blocks, accepted=True) == ["New", "Old", "End"]
    assert kept(*blocks, accepted=False) == ["Old", "End"]


def test_a_tracked_mark_survives_that_another_had_set_it_otherwise():
    own = '<w:ins w:id="1" w:author="Norden" w:date="2026-01-02T03:04:05Z"/>'
    other = '<w:rPrChange w:id="2" w:author="Suden" w:date="2026-01-02T03:04:05Z"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    blocks = (p(ins("New"), properties=f"<w:rPr>{own}<w:b/>{other}</w:rPr>"), p("End"))
    assert kept(*blocks, accepted=False) == ["End"]
    assert kept(*blocks, accepted=True) == ["New", "End"]


def test_moves_of_others_are_taken_back_and_moves_of_the_author_stay():
    def moved(kind: str, author: str, number: int, text: str) -> str:
        named = f'w:author="{author}" w:date="2026-01-02T03:04:05Z"'
        start = f'<w:{kind}RangeStart w:id="{number}" {named} w:name="{author}"/>'
        run = f'<w:{kind} w:id="{number + 1}" {named}><w:r><w:t>{text}</w:t></w:r></w:{kind}>'
        return start + run + f'<w:{kind}RangeEnd w:id="{number}"/>'

    blocks = (
        p(moved("moveFrom", "Norden", 1, "one"), "A", moved("moveTo", "Suden", 5, "two")),
        p(moved("moveFrom", "Suden", 9, "two"), "B", moved("moveTo", "Norden", 13, "one")),
    )
    assert kept(*blocks, accepted=True) == ["A", "twoBone"]
    assert kept(*blocks, accepted=False) == ["oneA", "twoB"]
