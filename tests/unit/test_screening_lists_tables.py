"""The official lists as tables: CSV, JSON, spreadsheets, and tables with a mapping."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from openkader.base import packed
from openkader.base.errors import Invalid
from openkader.screening.lists import Format, Reading, Source, json_records, read_list
from openkader.screening.lists.table import read_mapping
from tests.unit.screening_lists import (
    END,
    HEADING,
    OFAC_ADD,
    OFAC_ALT,
    OFAC_SDN,
    OFSI_CSV,
    UK_CSV,
    UK_HEADINGS,
    Desk,
)

SDN = (OFAC_SDN + END, OFAC_ALT + END, OFAC_ADD + END)
CSL_HEADINGS = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "standard_order,license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,"
    "vessel_flag,vessel_owner,remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,"
    "places_of_birth,source_information_url,ids"
)
ENTITY_LIST = "Entity List (EL) - Bureau of Industry and Security"
SDN_LIST = "Specially Designated Nationals (SDN) - Treasury Department"


def csl(**cells: str) -> str:
    return ",".join(f'"{cells.get(heading, "")}"' for heading in CSL_HEADINGS.split(","))


CSL = "\n".join(
    [
        CSL_HEADINGS,
        csl(
            _id="a1",
            source=ENTITY_LIST,
            name="Oak Optics; and any successor, sub-unit, or subsidiary thereof",
            addresses="1 Reed Lane, Oakville, CN; Nowhere",
            start_date="2020-12-23",
            license_policy="Presumption of denial",
            alt_names="OO; 橡树光学",
        ),
        csl(
            _id="b2",
            source=SDN_LIST,
            entity_number="52291",
            type="Individual",
            programs="NPWMD; DPRK",
            name="WREN, Hazel",
            title="Clerk",
            dates_of_birth="1978-12-05; circa 1980",
            nationalities="KP",
            citizenships="KP",
            places_of_birth="Nest",
            remarks="Hops",
            ids="Passport, 836, KP; US, 80-08, Tax ID No.; Gender, Female; Odd; Shoe size:, 42",
        ),
        csl(
            _id="c3",
            source="Odd list",
            type="Vessel",
            name="PETREL",
            vessel_flag="Panama",
            vessel_owner="Cedar",
        ),
        csl(_id="d4", type="Kite", name="KITE"),
    ]
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def sheet(*rows: list[str], name: str = "content.xml", more: str = "") -> bytes:
    """A spreadsheet as an office program packs it."""
    body = "".join(f"<table:table-row>{''.join(rows_)}</table:table-row>" for rows_ in rows)
    text = (
        '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:xlink="l">'
        f"<office:body><table:table>{body}{more}</table:table></office:body></office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return packed.getvalue()


def cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


HEAD = [
    cell(text)
    for text in (
        "Surname",
        "First name(s)",
        "Alias",
        "Date of Birth(DD-MM-JJJJ)",
        "Place of Birth",
        "Date of ministerial decision (DD/MM/JJJJ)",
        "Link official notification",
    )
]
LINKED = cell('<text:a xlink:href="https://example.org/1">Stcrt 1</text:a>')
DATED = cell("6 mei 1990", 'office:date-value="1990-05-06"')
NL = sheet(
    [cell()],
    [cell("National list"), cell(more='table:number-columns-repeated="1000"')],
    HEAD,
    [cell("Wren"), cell("Hazel"), cell("Twig; Hop"), DATED, cell("Nest"), cell("01-02-2017"), LINKED],
    [cell("Stichting Tak"), cell(), cell(), cell(), cell(), cell("03-04-2018"), cell("Stcrt 2")],
    [cell("As of 2026")],
)


def test_ofac_gives_a_person_with_all_that_the_remarks_say(desk: Desk) -> None:
    quill = desk.read(Format.OFAC_CSV, *SDN)["2674"]
    assert quill["name"] == ("QUILL, Alder",)
    assert (quill["alias"], quill["previousName"]) == (("KWILL, Alder",), ("REED, Alder",))
    assert quill["programId"] == ("US-SDGT", "US-SYRIA")
    assert quill["birthDate"] == ("1982-01-12", "1955", "1956", "1957")
    assert (quill["nationality"], quill["citizenship"], quill["gender"]) == (("ir",), ("iq",), ("male",))
    assert (quill["passportNumber"], quill["idNumber"]) == (("A123", "B456"), ("99-1",))
    assert (quill["address"], quill["country"]) == (("1 Reed Lane, Tehran, Iran",), ("ir",))
    assert {"Linked To: CEDAR AIR.", "Remarks (DOB): unknown", "alt/remarks: since 2001"} <= set(
        quill["notes"]
    )


def test_ofac_gives_organisations_and_ships(desk: Desk) -> None:
    read = desk.read(Format.OFAC_CSV, *SDN)
    cedar, petrel = read["36"], read["9000"]
    assert read.schemas == ["Organization", "Person", "Vessel"]
    assert (cedar["weakAlias"], cedar["website"]) == (("CEDAR",), ("http://www.example.org/",))
    assert (cedar["uscCode"], cedar["incorporationDate"]) == (("91110000000000000E",), ("2004-05-12",))
    assert {"add/country: Freedonia", "add/remarks: closed"} <= set(cedar["notes"])
    assert (petrel["imoNumber"], petrel["mmsi"], petrel["flag"]) == (("IMO9562233",), ("123",), ("pa",))
    assert (petrel["callSign"], petrel["type"], petrel["tonnage"]) == (("CALL1",), ("Bulk",), ("1000",))
    assert "Vess_owner: Cedar" in petrel["notes"]


def test_the_order_of_the_files_of_ofac_does_not_matter_and_the_main_one_suffices(desk: Desk) -> None:
    assert desk.read(Format.OFAC_CSV, *reversed(SDN))["2674"] == desk.read(Format.OFAC_CSV, *SDN)["2674"]
    assert "alias" not in desk.read(Format.OFAC_CSV, SDN[0])["2674"]


def test_ofac_without_its_main_file_is_refused(desk: Desk) -> None:
    assert [code for code, _ in desk.refused(Format.OFAC_CSV, *SDN[1:])] == ["list.no-main-file"]
    assert [code for code, _ in desk.refused(Format.OFAC_CSV, "")] == ["list.no-main-file"]


def test_a_file_of_ofac_without_its_end_mark_was_cut_off(desk: Desk) -> None:
    assert desk.refused(Format.OFAC_CSV, OFAC_SDN) == [("list.cut", "ofac-csv-1:3")]
    assert desk.refused(Format.OFAC_CSV, SDN[0], OFAC_ALT) == [("list.cut", "ofac-csv-2:2")]


def test_a_copy_of_ofac_with_a_heading_needs_no_end_mark(desk: Desk) -> None:
    assert len(desk.read(Format.OFAC_CSV, HEADING + OFAC_SDN).listed) == 3


def test_rows_of_ofac_that_cannot_be_used_are_named(desk: Desk) -> None:
    odd = '7,"KITE","kite",' + ",".join(["-0- "] * 9) + "\r\n"
    text = OFAC_SDN + odd + "8,short\r\n" + odd.replace("7", "x", 1) + END
    assert desk.read(Format.OFAC_CSV, text).problems == [
        ("list.unknown-kind", "ofac-csv-1:4"),
        ("list.row-length", "ofac-csv-1:5"),
        ("list.no-number", "ofac-csv-1:6"),
    ]


def test_the_british_list_in_rows(desk: Desk) -> None:
    read = desk.read(Format.UK_CSV, UK_CSV)
    lark, petrel = read["TST1"], read["TST2"]
    assert (lark["name"], lark["alias"], lark["weakAlias"]) == (("FERN LARK",), ("云雀",), ("Songbird",))
    assert (lark["nationality"], lark["country"]) == (("af", "ir"), ("af", "ir"))
    assert lark["address"] == ("1 Nest, Kabul, 123, Afghanistan",)
    assert (lark["birthPlace"], lark["birthDate"]) == (("Nest, Afghanistan",), ("1958-03-01",))
    assert (lark["createdAt"], lark["modifiedAt"]) == (("2012-06-29",), ("2022-01-12",))
    assert petrel["imoNumber"] == ("IMO9562233",)
    assert read.problems == [("list.unknown-kind", "uk-csv-1:6")]


def test_the_list_of_ofsi_in_rows(desk: Desk) -> None:
    wren = desk.read(Format.UK_CSV, OFSI_CSV)["77"]
    assert (wren["name"], wren["previousName"]) == (("Hazel WREN",), ("Hazel WRENN",))
    assert (wren["birthDate"], wren["birthPlace"]) == (("1965",), ("Nest", "Twig", "Iran", "Iraq"))
    assert wren["address"] == ("1 Twig, Russia",)


def of_cedar(remarks: str) -> str:
    return f'36,"CEDAR AIR",-0- ,"TEST",{"-0- ," * 7}"{remarks}"\r\n{END}'


def test_a_long_remark_of_ofac_goes_on_in_another_file(desk: Desk) -> None:
    beginning = f"a.k.a. 'ALDER'; {'X' * 968}; a.k.a. 'BEECH "
    assert len(beginning) == 1000
    main = of_cedar(beginning)
    whole = desk.read(Format.OFAC_CSV, main, f'36,"WOOD\'; Passport A12 (China)."\r\n{END}')["36"]
    assert (whole["weakAlias"], whole["idNumber"]) == (("ALDER", "BEECH WOOD"), ("A12",))
    cut = desk.read(Format.OFAC_CSV, main)["36"]
    assert cut["weakAlias"] == ("ALDER",)
    assert "Remarks (cut): a.k.a. 'BEECH" in cut["notes"]


def test_a_table_in_the_wide_form_of_excel_is_read(desk: Desk) -> None:
    for wide in ("utf-16", "utf-16-be"):
        mark = "" if wide == "utf-16" else "\ufeff"
        assert (
            desk.read(Format.UK_CSV, (mark + UK_CSV).encode(wide)).listed
            == desk.read(Format.UK_CSV, UK_CSV).listed
        )
    assert desk.refused(Format.UK_CSV, UK_CSV.encode("utf-16")[:-1]) == [("list.cut", "uk-csv-1")]
    assert desk.refused(Format.UK_CSV, b"\xff\xfe\x00\xd8A\x00")[0][0] == "document.not-utf8"


@pytest.mark.parametrize("page", ["gb18030", "big5", "cp1251", "shift_jis"])
def test_a_code_page_of_another_language_makes_no_names_of_nobody(desk: Desk, page: str) -> None:
    """Read as Western letters, a list of Chinese names would be in force and never meet anybody."""
    words = "Ивановъ" if page == "cp1251" else "中山"
    text = UK_CSV.replace("云雀", words)
    assert desk.refused(Format.UK_CSV, text.encode(page)) == [("document.not-utf8", "uk-csv-1")]


def test_a_western_code_page_is_still_read(desk: Desk) -> None:
    text = UK_CSV.replace("云雀", "Frâncis")
    assert desk.read(Format.UK_CSV, text.encode("cp1252"))["TST1"]["alias"] == ("Frâncis",)


def test_bytes_that_are_no_text_are_refused(desk: Desk) -> None:
    assert desk.refused(Format.UK_CSV, UK_CSV.encode() + b"\xff\x81") == [("document.not-utf8", "uk-csv-1")]


@pytest.mark.parametrize("end", ['TST9,"an open quote', "TST9,too few cells", "云".encode()[:2]])
def test_a_table_that_was_cut_off_is_refused(desk: Desk, end: str | bytes) -> None:
    more = end if isinstance(end, bytes) else end.encode()
    assert [code for code, _ in desk.refused(Format.UK_CSV, UK_CSV.encode() + more)] == ["list.cut"]


def test_a_row_with_other_cells_than_the_headings_is_named(desk: Desk) -> None:
    read = desk.read(Format.UK_CSV, UK_CSV + "one,two\n" + ",".join("x" * 60) + "\n")
    assert read.problems[1:] == [("list.row-length", "uk-csv-1:7"), ("list.row-length", "uk-csv-1:8")]


def test_a_row_with_wrong_quotes_is_named_and_the_next_is_read(desk: Desk) -> None:
    lines = UK_CSV.splitlines()
    text = "\n".join([*lines[:2], 'a,"b"c,d', *lines[2:]]) + "\n"
    read = desk.read(Format.UK_CSV, text)
    assert ("list.row-form", "uk-csv-1:3") in read.problems
    assert "TST1" in [listed.origin.record for listed in read.listed]


def test_a_table_with_other_headings_is_refused(desk: Desk) -> None:
    assert desk.refused(Format.UK_CSV, CSL) == [("list.no-headings", "uk-csv-1:1")]
    assert desk.refused(Format.US_CSV, UK_HEADINGS) == [("list.no-headings", "us-csv-1:1")]


def test_the_screening_list_of_the_united_states_in_rows(desk: Desk) -> None:
    read = desk.read(Format.US_CSV, CSL)
    oak, wren, petrel = read["a1"], read["b2"], read["c3"]
    assert (oak["name"], oak["alias"]) == (("Oak Optics",), ("OO", "橡树光学"))
    assert (oak["topics"], oak["programId"], oak["program"]) == (
        ("export.control",),
        ("US-EL",),
        (ENTITY_LIST,),
    )
    assert (oak["country"], oak["createdAt"]) == (("cn",), ("2020-12-23",))
    assert "license_policy: Presumption of denial" in oak["notes"]
    assert wren["birthDate"] == ("1978-12-05", "1980")
    assert (wren["passportNumber"], wren["taxNumber"], wren["gender"]) == (("836",), ("80-08",), ("female",))
    assert (wren["nationality"], wren["citizenship"]) == (("kp",), ("kp",))
    assert wren["programId"] == ("US-NPWMD", "US-DPRK")
    assert {"ids: Odd", "ids (Shoe size): 42"} <= set(wren["notes"])
    assert (petrel["topics"], petrel["flag"]) == (("sanction",), ("pa",))
    assert "programId" not in petrel
    assert read.schemas == ["LegalEntity", "Person", "Vessel"]
    assert read.problems == [("list.unknown-kind", "us-csv-1:5")]


def test_the_older_form_without_a_number_is_known_by_name_and_source(desk: Desk) -> None:
    text = CSL.replace("_id,", "no,", 1).replace('"a1"', '""')
    assert desk.read(Format.US_CSV, text).listed[0].origin.record.startswith("Oak Optics")


def results(*entries: object, text: str = "") -> str:
    return '{"total": 1, "results": ' + (text or json.dumps(list(entries), ensure_ascii=False)) + "}"


WREN = {
    "id": "b2",
    "source": SDN_LIST,
    "type": "Individual",
    "name": "WREN, Hazel",
    "alt_names": ["鹪鹩", ""],
    "programs": ["NPWMD"],
    "addresses": [{"address": None, "city": "Nest", "country": "KP"}],
    "ids": [{"type": "Passport", "number": "836", "country": "KP"}],
    "dates_of_birth": ["1978"],
    "remarks": ["one", "two"],
}


def test_the_screening_list_of_the_united_states_in_json(desk: Desk) -> None:
    wren = desk.read(Format.US_JSON, results(WREN, {**WREN, "id": "b3"}))["b2"]
    assert (wren["alias"], wren["passportNumber"]) == (("鹪鹩",), ("836",))
    assert (wren["address"], wren["country"], wren["notes"]) == (("Nest, KP",), ("kp",), ("one; two",))


def test_json_is_read_in_pieces(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "_CHUNK", 7)
    assert len(desk.read(Format.US_JSON, results(WREN, {**WREN, "id": "b3"})).listed) == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (results(WREN)[:-30], "list.cut"),
        ('{"results": [{}, ', "list.cut"),
        (results(text='[{"a": nope}]'), "list.syntax"),
        (results(7), "list.syntax"),
        ('{"other": []}', "list.no-results"),
        (results(text="[" + '{"a":' * 100_000), "list.record-too-large"),
        (b'{"results": [\xff', "document.not-utf8"),
    ],
)
def test_json_that_is_not_whole_is_refused(desk: Desk, text: str | bytes, code: str) -> None:
    assert [found for found, _ in desk.refused(Format.US_JSON, text)] == [code]


def test_json_without_end_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_records, "_MOST", 50)
    monkeypatch.setattr(json_records, "_CHUNK", 10)
    assert desk.refused(Format.US_JSON, results({"name": "x" * 500}))[0][0] == "list.record-too-large"
    assert desk.refused(Format.US_JSON, "x" * 500)[0][0] == "list.no-results"


def test_the_dutch_list_is_read_from_its_sheet(desk: Desk) -> None:
    read = desk.read(Format.NL_ODS, NL)
    wren, tak = (dict(listed.entity.properties) for listed in read.listed)
    assert read.schemas == ["Person", "LegalEntity"]
    assert (wren["name"], wren["alias"], wren["birthDate"]) == (
        ("Hazel Wren",),
        ("Twig", "Hop"),
        ("1990-05-06",),
    )
    assert (wren["createdAt"], wren["sourceUrl"], wren["program"]) == (
        ("2017-02-01",),
        ("https://example.org/1",),
        ("Stcrt 1",),
    )
    assert (tak["name"], tak["createdAt"]) == (("Stichting Tak",), ("2018-04-03",))
    assert not read.problems


def test_the_dutch_edition_is_known_by_the_beginning_of_its_headings(desk: Desk) -> None:
    head = [cell(text) for text in ("Achternaam", "Voornamen", "Geboortedatum (DD-MM-JJJJ)", "Andere")]
    read = desk.read(Format.NL_ODS, sheet(head, [cell("Wren"), cell("Hazel"), cell("05-06-1990"), cell("x")]))
    assert read.listed[0].entity.properties["birthDate"] == ("1990-06-05",)


def test_a_sheet_without_the_headings_is_refused(desk: Desk) -> None:
    assert desk.refused(Format.NL_ODS, sheet([cell("Other")])) == [("list.no-headings", "nl-ods-1")]


def test_a_sheet_that_is_none_is_refused(desk: Desk) -> None:
    assert desk.refused(Format.NL_ODS, "no zip") == [("document.cut", "nl-ods-1")]
    assert desk.refused(Format.NL_ODS, NL[: len(NL) // 2]) == [("document.cut", "nl-ods-1")]
    assert desk.refused(Format.NL_ODS, sheet(HEAD, name="other.xml")) == [("list.not-a-sheet", "nl-ods-1")]


SPOILT = ("document.cut", "document.packed-otherwise", "document.password")


def test_a_sheet_of_which_the_packing_is_spoilt_is_refused(desk: Desk) -> None:
    start = NL.index(b"content.xml") + len("content.xml")
    for place in range(start, start + 60):
        spoilt = NL[:place] + b"\xff\xff" + NL[place + 2 :]
        assert next(code for code, _ in desk.refused(Format.NL_ODS, spoilt)) in SPOILT


def test_a_zip_bomb_does_not_go_off(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_BYTES", 1 << 20)
    bomb = sheet(HEAD, more=" " * (1 << 21))
    assert len(bomb) < 1 << 16
    assert desk.refused(Format.NL_ODS, bomb) == [("document.too-large", "nl-ods-1")]


def test_a_record_with_fields_where_a_name_must_be_is_told(desk: Desk) -> None:
    odd = {**WREN, "id": "b3", "alt_names": [{"name": "Twig"}], "addresses": [7]}
    read = desk.read(Format.US_JSON, results({**WREN, "addresses": [7], "dates_of_birth": [1978]}, odd))
    assert [code for code, _ in read.problems] == ["list.syntax"]
    assert (read["b2"]["address"], read["b2"]["birthDate"]) == (("7",), ("1978",))


def test_a_cell_that_is_repeated_without_end_is_repeated_as_often_as_there_are_columns(desk: Desk) -> None:
    many = f'<table:table-cell table:number-columns-repeated="{"9" * 5_000}"/>'
    assert len(desk.read(Format.NL_ODS, sheet(HEAD, [cell("Wren"), cell("Hazel"), many])).listed) == 1


def test_what_is_no_cell_is_passed_over(desk: Desk) -> None:
    read = desk.read(Format.NL_ODS, sheet(["<table:shape/>", *HEAD], [cell("Wren"), cell("Hazel")]))
    assert len(read.listed) == 1


MAPPING = """
table:
  id: [Number]
  schema: {column: Kind, values: {Person: Person}, otherwise: Organization}
  properties:
    name: English name
    alias: [Chinese name, Other]
    birthDate: Born
    country: Country
    notes: Reason
  several: ";"
  delimiter: ";"
  fixed: {topics: sanction.counter, programId: [CN-UEL]}
"""
TABLE = """Number;Kind;English name;Chinese name;Other;Born;Country;Reason
1;person;Hazel Wren;鹪鹩;;5 May 1990;Netherlands;Hops
1;person;Hazel Wren;;Twig;;;

2;;Oak Dredging;橡树;;;NL;Digs
"""


def test_any_table_is_read_by_its_mapping(desk: Desk) -> None:
    read = desk.read(Format.TABLE, TABLE, mapping=MAPPING)
    assert read.schemas == ["Person", "Organization"]
    assert read["1"] == {
        "name": ("Hazel Wren",),
        "alias": ("鹪鹩", "Twig"),
        "birthDate": ("1990-05-05",),
        "country": ("nl",),
        "notes": ("Hops",),
        "topics": ("sanction.counter",),
        "programId": ("CN-UEL",),
    }
    assert read.listed[0].origin.field_of("alias", 1) == "Other"


def test_a_table_without_numbers_is_known_by_what_it_says(desk: Desk) -> None:
    mapping = "table: {schema: Company, properties: {name: A}}"
    read = desk.read(Format.TABLE, "A,B\nOak,1\nElm,2\nOak,3\n", mapping=mapping)
    assert [listed.entity.caption for listed in read.listed] == ["Oak", "Elm"]
    assert read.schemas == ["Company", "Company"]


def mapping_problems(desk: Desk, text: str) -> list[str]:
    with pytest.raises(Invalid) as refused:
        read_mapping(desk.put("m.yaml", text))
    return sorted(problem.code for problem in refused.value.problems)


def test_everything_wrong_with_a_mapping_is_told_at_once(desk: Desk) -> None:
    assert mapping_problems(
        desk,
        """table:
  schema: {column: Kind, values: {a: Robot}, otherwise: Nobody}
  delimiter: "::"
  properties: {shoe: Size, alias: 7}
""",
    ) == [
        "document.wrong-type",
        "list.mapping-delimiter",
        "list.mapping-nameless",
        "list.mapping-property",
        "list.mapping-schema",
        "list.mapping-schema",
    ]
    assert mapping_problems(desk, "other: 1") == ["document.missing-key", "document.unknown-key"]
    assert mapping_problems(desk, "table: {properties: {name: A}}") == [
        "document.missing-key",
        "list.mapping-schema",
    ]


def test_a_table_needs_a_mapping_and_every_list_its_one_file(desk: Desk) -> None:
    assert [code for code, _ in desk.refused(Format.TABLE, TABLE)] == ["list.no-mapping"]
    assert [code for code, _ in desk.refused(Format.UN_XML, "a", "b")] == ["list.one-file"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    source = Source(format=Format.UN_XML, files=(tmp_path / "gone.xml",))
    with pytest.raises(Invalid, match=r"gone\.xml: document\.unreadable"):
        list(read_list(source, Reading("test")))
