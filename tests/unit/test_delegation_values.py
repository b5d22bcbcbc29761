"""What a list says beside the name is taken as exactly as it is certain."""

from datetime import date

import pytest

from openkader.casework.delegation.birth_dates import BirthDate, Calendar, read_birth_date
from openkader.casework.delegation.cells import DAY_ZERO_1904, Cell, Kind
from openkader.casework.delegation.cleaning import clean, is_placeholder
from openkader.casework.delegation.countries import country_of
from openkader.casework.delegation.genders import gender_of
from openkader.casework.delegation.headings import is_month_first
from openkader.casework.delegation.scripts import parted
from tests.unit.delegations import HEADINGS, TODAY, pasted, told

CALENDAR = Calendar(today=TODAY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1962", "1962"),
        ("1962-5", "1962-05"),
        ("1962-05-23", "1962-05-23"),
        ("1962-05-23 00:00:00", "1962-05-23"),
        ("1962/5/23", "1962-05-23"),
        ("1962.05", "1962-05"),
        ("1962.11", "1962-11"),
        ("1962年", "1962"),
        ("1962年5月", "1962-05"),
        ("1962 年 5 月 23 日", "1962-05-23"),
        ("１９６２年５月", "1962-05"),
        ("23-5-1962", "1962-05-23"),
        ("3-5-1962", "1962-05-03"),
        ("03.05.1962", "1962-05-03"),
        ("23/5/1962", "1962-05-23"),
        ("5/23/1962", "1962-05-23"),
        ("5/5/1962", "1962-05-05"),
        ("05-1962", "1962-05"),
        ("23 mei 1962", "1962-05-23"),
        ("1 maart 1962", "1962-03-01"),
        ("okt. 1962", "1962-10"),
        ("23-May-1962", "1962-05-23"),
        ("May 23rd, 1962", "1962-05-23"),
        ("19620523", "1962-05-23"),
        ("196205", "1962-05"),
        ("22789", "1962-05-23"),
    ],
)
def test_a_birth_date_is_read_in_every_way_that_is_certain(text: str, found: str) -> None:
    assert read_birth_date(Cell(text), CALENDAR) == BirthDate(found)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("3/5/1962", "1962"),  # in May or in March
        ("31/4/1962", "1962"),
        ("5-23-1962", "1962"),
        ("1962-13-40", "1962"),
        ("1962.1", "1962"),  # January, or October without its nought
        ("23 foo 1962", "1962"),
        ("200105", ""),  # May 2001, or the fifth of January 2020
        ("62-05-23", ""),
        ("23-05-62", ""),
        ("57", ""),
        ("ca. 1962", ""),
        ("2062", ""),
        ("2026-11-25", ""),
        ("1862", ""),
        ("19621340", ""),
        ("99999", ""),
    ],
)
def test_of_a_date_that_is_not_certain_only_what_is_certain_stays(text: str, kept: str) -> None:
    assert read_birth_date(Cell(text), CALENDAR) == BirthDate(kept, is_whole=False)


def test_a_formula_gives_no_birth_date() -> None:
    assert read_birth_date(Cell("1962", Kind.FORMULA), CALENDAR) == BirthDate("", is_whole=False)


def test_an_old_macintosh_counts_days_from_1904() -> None:
    calendar = Calendar(today=TODAY, day_zero=DAY_ZERO_1904)
    assert read_birth_date(Cell("21327"), calendar) == BirthDate(date(1962, 5, 23).isoformat())


@pytest.mark.parametrize(("is_first", "found"), [(True, "1962-03-05"), (False, "1962-05-03")])
def test_a_heading_that_gives_the_order_settles_it(is_first: bool, found: str) -> None:
    calendar = Calendar(today=TODAY, is_month_first=is_first)
    assert read_birth_date(Cell("3/5/1962"), calendar) == BirthDate(found)


def test_the_order_of_a_date_is_read_in_its_heading() -> None:
    headings = ["Born (mm/dd/yyyy)", "Geboren (dd-mm-jjjj)", "Geboren", "DDMMYYYY"]
    assert [is_month_first(heading) for heading in headings] == [True, False, None, False]


COUNTRIES = {
    "cn": "China|Chinese|chinees|中国|中國|CHN|cn|CN|P.R. China|中华人民共和国|PRC",
    "mo": "澳门|中国澳门|澳門",
    "hk": "香港|中国香港|Hongkong|HKG",
    "tw": "台湾|Taiwan",
    "nl": "Nederlandse|荷兰|Netherlands|NLD",
    "gb": "Verenigd Koninkrijk|UK|Brits",
    "be": "België|Belg",
    None: "Wakanda|Chinese/Dutch|USSR|XXX|chn",
}


@pytest.mark.parametrize(
    ("text", "code"), [(text, code) for code in COUNTRIES for text in COUNTRIES[code].split("|")]
)
def test_a_country_is_known_in_three_languages_and_by_its_codes(text: str, code: str | None) -> None:
    assert country_of(text) == code


def test_a_gender_is_known_in_three_languages_and_not_drawn_from_a_title() -> None:
    words = ["M", "man", "男", "V", "vrouw", "F.", "女", "Mr.", "女士", "x"]
    male, female = "male", "female"
    assert list(map(gender_of, words)) == [male, male, male, female, female, female, female, None, None, None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Testland University 测试大学", ["Testland University", "测试大学"]),
        ("测试大学 (Testland University)", ["测试大学", "Testland University"]),
        ("测试（中国）有限公司", ["测试（中国）有限公司"]),
        ("IBM中国有限公司", ["IBM中国有限公司"]),
        ("Test (China) B.V.", ["Test (China) B.V."]),
        ("3-5", ["3-5"]),
    ],
)
def test_an_organisation_in_two_scripts_has_two_names(text: str, names: list[str]) -> None:
    assert parted(text) == names


def test_a_row_is_taken_with_all_that_can_be_read() -> None:
    sheet = pasted(HEADINGS, ["Hazel Wren", "Nest 巢", "Dean", "1962年5月", "China", "V"])
    wren = sheet.delegates[0]
    assert (wren.name, wren.organisation, wren.function) == ("Hazel Wren", "Nest / 巢", "Dean")
    assert (wren.birth_date, wren.country, wren.gender, wren.row) == ("1962-05", "cn", "female", 2)
    assert sheet.is_complete
    assert not sheet.doubts


def test_a_value_that_cannot_be_read_is_left_out_and_the_delegate_stays() -> None:
    sheet = pasted(HEADINGS, ["Hazel Wren", "x" * 301, "Dean", "3/5/1962", "Wakanda", "?!"], ["Fern Lark"])
    codes = ["text-left-out", "date-in-part", "country-left-out", "gender-left-out"]
    assert told(sheet.doubts) == [(code, "2") for code in codes]
    assert [one.name for one in sheet.delegates] == ["Hazel Wren", "Fern Lark"]


def test_what_is_not_filled_in_yet_is_no_doubt() -> None:
    sheet = pasted(HEADINGS, ["Hazel Wren", "-", "n.v.t.", "TBD", "?", "onbekend"])
    assert sheet.delegates[0].organisation_names == ()
    assert sheet.doubts == ()


def test_idem_stands_for_what_is_above_it() -> None:
    sheet = pasted(HEADINGS, ["Hazel Wren", "Nest"], ["Fern Lark", "idem"], ["Alder Quill", "同上"])
    assert [one.organisation for one in sheet.delegates] == ["Nest"] * 3


def test_a_date_that_has_nothing_certain_says_so() -> None:
    sheet = pasted(("Name", "Date of birth"), ["Hazel Wren", "23-05-62"])
    assert told(sheet.doubts) == [("date-left-out", "2")]


PEOPLES = """
    Verenigde Arabische Emiraten: emirati, 阿联酋; Oostenrijk: oostenrijks; Australië: australisch; België: belgisch;
    Brazilië: braziliaans; Canada: canadees; Zwitserland: zwitsers; China: chinees; Tsjechië: tsjechisch;
    Duitsland: duits; Denemarken: deens; Spanje: spaans; Finland: fins; Frankrijk: frans; Griekenland: grieks;
    Verenigd Koninkrijk: brits;
    Hongarije: hongaars; Indonesië: indonesisch; Ierland: iers; Israël: israëlisch; India: indiaas; Iran: iraans;
    Italië: italiaans; Japan: japans; Noord-Korea: noord-koreaans, 北韩; Zuid-Korea: zuid-koreaans, 南韩;
    Luxemburg: luxemburgs; Marokko: marokkaans; Mexico: mexicaans; Maleisië: maleisisch; Nederland: nederlands;
    Noorwegen: noors; Nieuw-Zeeland: nieuw-zeelands; Filipijnen: filipijns; Polen: pools; Portugal: portugees;
    Roemenië: roemeens; Rusland: russisch; Zweden: zweeds; Singapore: singaporees; Suriname: surinaams; Thailand: thais;
    Turkije: turks; Taiwan: taiwanees; Oekraïne: oekraïens; Verenigde Staten: amerikaans; Vietnam: vietnamees;
    Zuid-Afrika: zuid-afrikaans
"""


def test_somebody_is_from_the_country_after_which_their_people_are_called() -> None:
    for line in PEOPLES.split(";"):
        country, _, peoples = line.strip().partition(": ")
        assert country_of(country)
        for people in peoples.split(", "):
            assert (people, country_of(people)) == (people, country_of(country))


@pytest.mark.parametrize(
    "ditto", ['"', "''", "”", "〃", "Idem", "id.", "ditto", "同上", "同前", "as above", "zie boven"]
)
def test_whatever_is_written_for_the_same_again_stands_for_what_is_above_it(ditto: str) -> None:
    sheet = pasted(HEADINGS, ["Hazel Wren", "Nest"], ["Fern Lark", '""""' if ditto == '"' else ditto])
    assert [one.organisation_names for one in sheet.delegates] == [("Nest",), ("Nest",)]


def test_letters_and_digits_as_wide_as_a_character_are_letters_and_digits() -> None:
    assert clean("\uff10\uff19\uff21\uff3a\uff41\uff5a") == "09AZaz"
    beside = "\uff0f\uff1a\uff20\uff3b\uff40\uff5b"
    assert clean(beside) == beside


@pytest.mark.parametrize(
    "words",
    [
        *("", "-", "n/a", "n a", "Nog onbekend", "nog te bepalen", "To be confirmed", "to be announced"),
        *("to be determined", "n.v.t.", "tbd", "待定"),
    ],
)
def test_what_is_written_where_nobody_knows_yet_is_no_name_of_anybody(words: str) -> None:
    assert is_placeholder(words)
    assert not is_placeholder(f"{words} Wren")


MONTHS = """
    jan januari january; feb feb. februari february; mar mrt maart march; apr april; mei may; jun juni june;
    jul juli july; aug augustus august; sep sept september; okt oct oktober october; nov november; dec december
"""


def test_a_month_is_read_in_dutch_and_english_and_in_short() -> None:
    for number, names in enumerate(MONTHS.split(";"), 1):
        for name in names.split():
            for written in (f"4 {name} 1962", f"{name} 4, 1962", f"4-{name}-1962"):
                found = read_birth_date(Cell(written, Kind.TEXT), Calendar(today=TODAY))
                assert (written, found.value) == (written, f"1962-{number:02}-04")


@pytest.mark.parametrize("sign", ["\x07", "\u200b", "\ud800", "\ue000", "\u0378"])
def test_what_has_no_look_of_its_own_is_not_kept(sign: str) -> None:
    """Controls, signs of no width, half characters, private characters, and those that nobody gave a meaning yet."""
    assert clean(f"Wr{sign}en") == "Wren"


@pytest.mark.parametrize("sign", ["\u200c", "\u200d"])
def test_what_joins_or_parts_letters_of_a_name_is_kept(sign: str) -> None:
    assert clean(f"\u0645\u06cc{sign}\u0631") == f"\u0645\u06cc{sign}\u0631"
