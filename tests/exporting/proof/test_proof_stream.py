"""A part whose elements are read while it is parsed: each comes once, whole and in order, wherever a step cuts it."""

from __future__ import annotations

import pytest
from lxml import etree

from draftdesk.exporting.proof.canonical import canonical
from draftdesk.exporting.proof.stream import elements_in

LONG = "".join(f"<p n='{n}'><r>{'ferry ' * (n % 50)}</r><t><p n='inner'/></t></p> <!-- {n} -->" for n in range(2000))


def part(inside: str) -> bytes:
    return f"<document><background><body/></background><body>{inside}</body><end/></document>".encode()


def read(inside: str) -> list[bytes]:
    found = elements_in(part(inside), "body")
    assert found is not None
    return [canonical(element) for element in found]


@pytest.mark.parametrize("inside", ["", "<p/>", "<p/><p/> <s/>", LONG, f"<tbl>{LONG}</tbl><p/>", LONG + "<sectPr/>"])
def test_all_elements_come_whole_and_in_order(inside):
    tree = etree.fromstring(part(inside))[1]
    assert read(inside) == [canonical(child) for child in tree.iterchildren(etree.Element)]


def test_little_of_a_long_part_is_there_at_a_time():
    found = elements_in(part(LONG), "body")
    assert found is not None
    full = [sum(len(element) > 0 for element in one.getparent()) for one in found]
    assert len(full) == 2000
    assert max(full) < 500


def test_a_part_without_a_body_has_none():
    assert elements_in(b"<hdr><p/></hdr>", "body") is None
    assert elements_in(b"<document><p><body/></p></document>", "body") is None


@pytest.mark.parametrize("end", ["", "<p>", "<p></q>", "&lost;"])
def test_a_part_that_is_cut_off_or_broken_is_an_error_at_its_place(end):
    found = elements_in(f"<document><body>{LONG}{end}".encode(), "body")
    assert found is not None
    assert int(next(found).get("n", "-1")) == 0
    with pytest.raises(etree.XMLSyntaxError):
        list(found)
