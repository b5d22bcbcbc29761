"""The official lists in XML, and XML that means harm."""

from pathlib import Path

import pytest

from openkader.screening.lists import Format, xml_records
from tests.unit.screening_lists import EU, UK_XML, UN, Desk

BOMB = """<?xml version="1.0"?>
<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<CONSOLIDATED_LIST><INDIVIDUAL><DATAID>&b;</DATAID></INDIVIDUAL></CONSOLIDATED_LIST>"""
OUTSIDE = """<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY e SYSTEM "file:///etc/hostname">]>
<CONSOLIDATED_LIST><INDIVIDUAL><DATAID>&e;</DATAID></INDIVIDUAL></CONSOLIDATED_LIST>"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_un_gives_names_in_every_spelling_with_the_weak_ones_apart(desk: Desk) -> None:
    quill = desk.read(Format.UN_XML, UN)["100"]
    assert quill["name"] == ("ALDER QUILL REED",)
    assert quill["alias"] == ("Алдер Квилл", "A. Quill", "Alder Quil", "Квилл (QX)", "перо", "Kvill", "Kwill")
    assert quill["weakAlias"] == ("The Pen", "Abu Quill", "أبو قلم")


def test_the_un_gives_what_tells_one_person_from_another(desk: Desk) -> None:
    quill = desk.read(Format.UN_XML, UN)["100"]
    assert quill["birthDate"] == ("1971-04-05", "1972", "1974", "1975", "1976")
    assert (quill["nationality"], quill["country"], quill["gender"]) == (("cd",), ("rw",), ("male",))
    assert (quill["passportNumber"], quill["idNumber"]) == (("P1",), ("N1",))
    assert (quill["position"], quill["title"], quill["birthPlace"]) == (("Clerk",), ("Dr",), ("Goma",))
    assert (quill["programId"], quill["createdAt"], quill["modifiedAt"]) == (
        ("UN-DRC",),
        ("2012-12-31",),
        ("2018-01-02",),
    )
    assert "NATIONALITY: Freedonia" in quill["notes"]
    assert "INDIVIDUAL_DATE_OF_BIRTH: circa 1972" in quill["notes"]
    assert "Of the second line" in quill["notes"]


def test_an_organisation_of_the_un_has_its_former_name(desk: Desk) -> None:
    read = desk.read(Format.UN_XML, UN)
    assert read.schemas == ["Person", "Organization"]
    assert read["200"]["previousName"] == ("Oak Shipping",)
    assert "programId" not in read["200"]


def test_every_value_tells_where_it_stands(desk: Desk) -> None:
    quill = desk.read(Format.UN_XML, UN).listed[0]
    assert (quill.entity.id, quill.origin.record, quill.origin.where) == ("test-100", "100", "un-xml-1:4")
    assert quill.origin.field_of("alias", 0) == "NAME_ORIGINAL_SCRIPT"
    assert quill.origin.field_of("alias", 1) == "ALIAS_NAME"
    assert quill.origin.fields["birthDate"] == ("INDIVIDUAL_DATE_OF_BIRTH",)
    assert quill.origin.field_of("birthDate", 3) == "INDIVIDUAL_DATE_OF_BIRTH"


def test_the_eu_gives_names_by_their_strength(desk: Desk) -> None:
    finch = desk.read(Format.EU_XML, EU)["EU.1.11"]
    assert finch["name"] == ("Dahlia Finch",)
    assert finch["alias"] == ("D. Finch", "Дахлия Финч")
    assert finch["weakAlias"] == ("Birdie", "Wings")


def test_the_eu_gives_the_act_and_the_days(desk: Desk) -> None:
    read = desk.read(Format.EU_XML, EU)
    finch, trading = read["EU.1.11"], read["12"]
    assert (finch["programId"], finch["program"]) == (("EU-HR",), ("2021/478 (OJ L99)", "2022/1"))
    assert finch["sourceUrl"] == ("https://example.org/act.pdf",)
    assert (finch["createdAt"], finch["modifiedAt"]) == (("2021-03-22",), ("2022-01-02",))
    assert trading["createdAt"] == ("2020-02-02",)


def test_the_eu_gives_what_tells_one_person_from_another(desk: Desk) -> None:
    finch = desk.read(Format.EU_XML, EU)["EU.1.11"]
    assert finch["birthDate"] == ("1937-04-28", "1938-03", "1940", "1941", "1942")
    assert finch["birthPlace"] == ("Oakville, IRAQ",)
    assert (finch["nationality"], finch["country"], finch["gender"]) == (("iq",), ("lt",), ("female",))
    assert (finch["passportNumber"], finch["idNumber"]) == (("P77",), ("X5",))
    assert (finch["email"], finch["position"]) == (("finch@example.org",), ("Captain",))
    assert {"identification (known false): F00", "birthdate: circa 1938-03", "until 2020", "555"} <= set(
        finch["notes"]
    )


def test_an_enterprise_of_the_eu_has_no_position(desk: Desk) -> None:
    trading = desk.read(Format.EU_XML, EU)["12"]
    assert trading["notes"] == ("bank",)
    assert (trading["registrationNumber"], trading["country"]) == (("R-9",), ("cn",))


def test_an_entity_of_the_eu_that_cannot_be_used_is_named(desk: Desk) -> None:
    read = desk.read(Format.EU_XML, EU)
    assert [code for code, _ in read.problems] == ["list.unknown-kind", "list.unknown-kind", "list.no-number"]
    assert read.reading.unreadable == 3


def test_the_british_list_in_xml(desk: Desk) -> None:
    read = desk.read(Format.UK_XML, UK_XML)
    lark, petrel = read["TST0001"], read["TST0002"]
    assert lark["name"] == ("FERN ROSE LARK",)
    assert (lark["alias"], lark["weakAlias"]) == (("Fern Larke", "云雀"), ("Songbird",))
    assert lark["birthDate"] == ("1945", "1958-03-01")
    assert (lark["nationality"], lark["country"], lark["gender"]) == (("af",), ("af",), ("female",))
    assert (lark["passportNumber"], lark["birthPlace"]) == (("P045",), ("Nest, Afghanistan",))
    assert lark["programId"] == ("The Testland (Sanctions) Regulations 2020",)
    assert (lark["createdAt"], lark["modifiedAt"]) == (("2001-01-25",), ("2026-04-14",))
    assert "OFSIGroupID: 7172" in lark["notes"]
    assert (petrel["imoNumber"], petrel["flag"], petrel["pastFlags"]) == (("IMO9562233",), ("km",), ("in",))
    assert read.problems == [("list.unknown-kind", "uk-xml-1:37")]


@pytest.mark.parametrize("hostile", [BOMB, OUTSIDE, "<!DOCTYPE list><list></list>"])
def test_a_document_type_ends_the_reading(desk: Desk, hostile: str) -> None:
    assert [code for code, _ in desk.refused(Format.UN_XML, hostile)] == ["list.document-type"]


@pytest.mark.parametrize(
    ("instead", "code"),
    [
        ("<!DOCTYPE html><html></html>", "list.web-page"),
        ("\ufeff\r\n<HTML lang='en'>Sorry", "list.web-page"),
        (b"\x1f\x8b\x08\x00", "list.packed"),
        (b"PK\x03\x04", "list.packed"),
    ],
)
def test_what_a_server_gives_instead_of_a_list_is_called_what_it_is(
    desk: Desk, instead: str | bytes, code: str
) -> None:
    assert [found for found, _ in desk.refused(Format.UN_XML, instead)] == [code]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_refused_wherever_it_was_cut(desk: Desk, share: float) -> None:
    text = UN.rstrip().encode()
    assert [code for code, _ in desk.refused(Format.UN_XML, text[: int(len(text) * share)])] == ["list.cut"]


def test_an_empty_file_was_cut_off(desk: Desk) -> None:
    assert desk.refused(Format.UN_XML, "") == [("list.cut", "un-xml-1:1")]


def test_a_broken_form_is_named_with_its_line(desk: Desk) -> None:
    assert desk.refused(Format.UN_XML, "<CONSOLIDATED_LIST>\n<A></B></CONSOLIDATED_LIST>") == [
        ("list.syntax", "un-xml-1:2")
    ]


def test_an_encoding_that_nobody_knows_is_refused(desk: Desk) -> None:
    assert desk.refused(Format.UN_XML, '<?xml version="1.0" encoding="klingon"?><CONSOLIDATED_LIST/>') == [
        ("list.syntax", "un-xml-1:1")
    ]


def test_another_list_is_not_taken_for_this_one(desk: Desk) -> None:
    assert desk.refused(Format.UN_XML, EU) == [("list.other-root", "un-xml-1:2")]


def test_a_record_without_end_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_records, "MOST_CHARACTERS", 1000)
    long = f"<CONSOLIDATED_LIST><INDIVIDUAL><DATAID>{'9' * 2000}</DATAID></INDIVIDUAL></CONSOLIDATED_LIST>"
    assert desk.refused(Format.UN_XML, long) == [("list.record-too-large", "un-xml-1:1")]


@pytest.mark.parametrize("opening", ["<!-- ", "<?x ", '<CONSOLIDATED_LIST a="'])
def test_mark_up_without_end_is_refused_before_it_is_read_again_and_again(desk: Desk, opening: str) -> None:
    begun = "" if opening.endswith('"') else "<CONSOLIDATED_LIST>"
    endless = begun + opening + "x" * (4 << 20)
    assert desk.refused(Format.UN_XML, endless) == [("list.record-too-large", "un-xml-1:1")]


def test_a_record_nested_too_deep_is_refused(desk: Desk) -> None:
    deep = "<A>" * 100 + "</A>" * 100
    assert desk.refused(
        Format.UN_XML, f"<CONSOLIDATED_LIST><INDIVIDUAL>{deep}</INDIVIDUAL></CONSOLIDATED_LIST>"
    ) == [("list.record-too-large", "un-xml-1:1")]


def test_text_between_the_records_is_no_matter(desk: Desk) -> None:
    assert desk.read(Format.UN_XML, UN.replace("<ENTITIES>", "<ENTITIES>and more")).schemas == [
        "Person",
        "Organization",
    ]


def test_a_record_without_a_name_or_with_a_number_of_before_is_named(desk: Desk) -> None:
    one = "<ENTITY><DATAID>1</DATAID><FIRST_NAME>Oak</FIRST_NAME></ENTITY>"
    text = f"<CONSOLIDATED_LIST>{one}\n{one}\n<ENTITY><DATAID>2</DATAID></ENTITY></CONSOLIDATED_LIST>"
    assert desk.read(Format.UN_XML, text).problems == [
        ("list.number-twice", "un-xml-1:2"),
        ("list.no-name", "un-xml-1:3"),
    ]


def test_only_the_first_problems_are_told_but_all_are_counted(desk: Desk) -> None:
    text = f"<CONSOLIDATED_LIST>{'<ENTITY/>' * 300}</CONSOLIDATED_LIST>"
    read = desk.read(Format.UN_XML, text)
    assert (len(read.problems), read.reading.unreadable) == (200, 300)
