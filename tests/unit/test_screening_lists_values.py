"""Dates, countries and other values as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.screening.entities import NameKind
from openkader.screening.lists.countries import country_code
from openkader.screening.lists.dates import birth_dates, day, is_rough, whole, years_between
from openkader.screening.lists.drafts import Draft, clean
from openkader.screening.lists.identifiers import add_labelled, add_remark


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1971", "1971"),
        ("1971-02", "1971-02"),
        ("1971-2-3", "1971-02-03"),
        ("2016-10-13T00:00:00Z", "2016-10-13"),
        ("03/02/1971", "1971-02-03"),
        ("00/00/1965", "1965"),
        ("dd/mm/1945", "1945"),
        ("dd/03/1945", "1945-03"),
        ("03/1945", "1945-03"),
        ("3 Feb 1971", "1971-02-03"),
        ("Feb 1971", "1971-02"),
        ("February 3, 1971", "1971-02-03"),
        ("3 Foo 1971", None),
        ("31/02/1971", None),
        ("0971", None),
        ("last year", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_every_form_of_the_lists(text: str, found: str | None) -> None:
    assert day(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("circa 1971", ("1971",)),
        ("1955 to 1957", ("1955", "1956", "1957")),
        ("between 1 Jan 1955 and 31 Dec 1956", ("1955", "1956")),
        ("1955-1956", ("1955", "1956")),
        ("1955 or 1960", ("1955", "1960")),
        ("1900 to 1960", ()),
        ("1971 to somewhere", ()),
        ("1955 to 1956 to 1957", ("1955", "1956", "1957")),
    ],
)
def test_a_birth_date_may_be_rough_or_a_range(text: str, found: tuple[str, ...]) -> None:
    assert birth_dates(text) == found


def test_half_a_range_is_one_year() -> None:
    assert years_between("1955", None) == ("1955",)
    assert years_between("", "") == ()
    assert years_between("0998", "1001") == ("1000", "1001")


def test_a_day_without_its_month_is_only_a_year() -> None:
    assert whole("1971", "", "5") == "1971"
    assert whole(None, "2", "5") is None


def test_what_is_rough_says_more_than_its_dates() -> None:
    assert is_rough("circa 1971")
    assert is_rough("1955 to 1957")
    assert not is_rough("12 Jan 1971")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("China", "cn"),
        ("CN", "cn"),
        ("Korea, North", "kp"),
        ("Democratic People's Republic of Korea", "kp"),
        ("Democratic People’s Republic of Korea", "kp"),
        ("Iran (Islamic Republic of)", "ir"),
        ("Libya (formerly something)", "ly"),
        ("UK", "gb"),
        ("Trinidad & Tobago", "tt"),
        ("Netherlands Antilles", "nl"),
        ("Man, Isle of", "im"),
        ("QQ", None),
        ("00", None),
        ("Freedonia", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_any_of_its_names(name: str, code: str | None) -> None:
    assert country_code(name) == code


def draft(schema: str = "Person") -> Draft:
    return Draft(schema, "1", "file:1")


def test_a_name_is_given_once_and_the_first_is_the_name() -> None:
    one = draft()
    for value, kind in [
        ("Oak", NameKind.NAME),
        ("Elm", NameKind.NAME),
        ("Oak", NameKind.ALIAS),
        ("", NameKind.NAME),
    ]:
        one.add_name(value, kind, "f")
    assert {name: tuple(found) for name, found in one.values.items()} == {"name": ("Oak",), "alias": ("Elm",)}


@pytest.mark.parametrize("kind", [NameKind.ALIAS, NameKind.PREVIOUS_NAME, NameKind.WEAK_ALIAS])
def test_an_entity_without_a_main_name_is_called_by_another(kind: NameKind) -> None:
    one = draft()
    one.add_name("Oak", kind, "f")
    one.add_name("Elm", kind, "f")
    entity = one.finish("test").entity
    assert (entity.caption, entity.properties["name"], entity.properties[kind]) == ("Oak", ("Oak",), ("Elm",))


def test_a_single_other_name_leaves_no_empty_kind_behind() -> None:
    one = draft()
    one.add_name("Oak", NameKind.ALIAS, "f")
    assert one.finish("test").entity.properties == {"name": ("Oak",)}


def test_what_a_kind_of_entity_cannot_have_is_a_note() -> None:
    ship = draft("Vessel")
    for name in ("taxNumber", "passportNumber", "imoNumber", "registrationNumber", "nationality"):
        ship.add(name, f"{name} 1", "f")
    assert ship.values.keys() == {"notes", "registrationNumber", "country"}
    person = draft()
    person.add("imoNumber", "9562233", "f")
    person.add("notes", "x", "f")
    assert list(person.values) == ["notes"]


def test_a_remark_without_a_label_stays_as_it_is() -> None:
    one = draft()
    add_remark(one, " ICTY indictee. ", "Remarks")
    add_remark(one, "Passports were stolen", "Remarks")
    assert list(one.values["notes"]) == ["ICTY indictee.", "Passports were stolen"]


def test_labels_say_what_a_value_is() -> None:
    one = draft("Organization")
    add_remark(one, "Organization Established Date long ago", "Remarks")
    add_remark(one, "Government Gazette Number 7", "Remarks")
    add_remark(one, "DOB 1 Jan 1990", "Remarks")
    add_remark(one, "Passport (", "Remarks")
    add_labelled(one, "Email Address", "oak@example.org", "ids")
    assert one.values["email"] == {"oak@example.org": "ids (Email Address)"}
    assert list(one.values["notes"]) == [
        "Remarks (Organization Established Date): long ago",
        "Remarks (Government Gazette Number): 7",
        "1 Jan 1990",
    ]


@pytest.mark.parametrize(
    ("remark", "name", "value"),
    [
        (
            "United Social Credit Code Certificate (USCCC) 91110000000000000E (China)",
            "uscCode",
            "91110000000000000E",
        ),
        ("Organization Code 792470309 (China)", "registrationNumber", "792470309"),
        ("Travel Document Number A0020375 (Germany).", "idNumber", "A0020375"),
        ("RSIN 858100034 (Netherlands).", "taxNumber", "858100034"),
        ("RIF # J-31136071-9 (Venezuela).", "taxNumber", "J-31136071-9"),
        ("UK Company Number 01126618 (United Kingdom)", "registrationNumber", "01126618"),
        ("License 2377.", "registrationNumber", "2377"),
        ("C.U.I.T. 30-68074603-2 (Argentina).", "taxNumber", "30-68074603-2"),
        ("Registration Country Burma", "country", "mm"),
    ],
)
def test_the_numbers_that_offices_print_are_known_by_their_labels(remark: str, name: str, value: str) -> None:
    one = draft("Organization")
    add_remark(one, remark, "Remarks")
    assert list(one.values) == [name]
    assert list(one.values[name]) == [value]


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_be_a_date_a_country_or_a_remark(text: str) -> None:
    cleaned = clean(text)
    assert birth_dates(cleaned) is not None
    assert country_code(cleaned) is None or country_code(cleaned) == country_code(cleaned)
    one = draft()
    one.add_name(text, NameKind.NAME, "f")
    add_remark(one, text, "Remarks")
    add_labelled(one, text, text, "ids")
    for found in one.values.values():
        for value in found:
            value.encode("utf-8")
            assert "\n" not in value


@pytest.mark.parametrize("digits", [6, 20, 5_000])
def test_a_number_of_many_digits_is_no_part_of_a_date(digits: int) -> None:
    assert whole("1962", "9" * digits, None) is None
    assert whole("9" * digits, "5", None) is None
