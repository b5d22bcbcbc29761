"""Several names in one text are read apart; letters of two scripts in one word are mended."""

import pytest

from openkader.screening.names import Reason, chinese_readings, read_name
from openkader.screening.names.also_written import acronyms_within, names_within
from openkader.screening.names.cleaning import clean


@pytest.mark.parametrize(
    ("text", "schema", "names"),
    [
        ("Общество «Ромашка» (ООО «Ромашка»)", "Organization", ("Общество «Ромашка»", "ООО «Ромашка»")),
        ("大明卫星技术有限公司 (大明卫星)", "Company", ("大明卫星技术有限公司", "大明卫星")),
        ("Анна Иванова / укр. Ганна Іванова", "Person", ("Анна Иванова", "Ганна Іванова")),
        ("Daming Trading (a.k.a. Romashka)", "Company", ("Daming Trading", "Romashka")),
        ("National Romashka Agency (NRA)", "Organization", ("National Romashka Agency",)),
        ("Jan Jansen (born 1962)", "Person", ("Jan Jansen",)),
        ("Jan Jansen, born in Delft on 1 Jan. 1962", "Person", ("Jan Jansen",)),
        ("Jan Jansen (Piet Pietersen)", "Person", ("Jan Jansen", "Piet Pietersen")),
        ("Jan Jansen (passport no. X1)", "Person", ("Jan Jansen",)),
    ],
)
def test_each_name_of_a_text_is_found(text: str, schema: str, names: tuple[str, ...]) -> None:
    assert names_within(text, schema) == names


@pytest.mark.parametrize(
    ("text", "schema"),
    [
        ("Max Born", "Person"), ("Jan Dob", "Person"), ("Jan (Jopie) Jansen", "Person"),
        ("Daming (Hong Kong) Ltd", "Company"),
        ("大明科技(香港)有限公司", "Company"), ("Daming Import / Export", "Company"), ("Jan / Jansen", "Person"),
        ("Romashka A/S", "Company"), ("Университет (государственный университет)", "Organization"), ("(", "Person"),
        ("()", "Person"), ("/", "Company"), ("Daming (1)", "Company"),
    ],
)  # fmt: skip
def test_what_is_one_name_stays_whole(text: str, schema: str) -> None:
    assert names_within(text, schema) in ((), ("Университет",))


def test_each_name_has_its_spellings_with_the_reason() -> None:
    found = {
        variant.text: variant.steps for variant in read_name("Daming Trading (NRAX)", "Company").variants
    }
    assert found["daming trading"][0].code is Reason.ALSO_WRITTEN
    assert found["nrax"][-1].code is Reason.ACRONYM
    assert acronyms_within("A (NRAX) (Nr) (张)") == ("nrax",)


def test_a_company_with_a_place_in_brackets_is_no_person() -> None:
    assert chinese_readings("大明科技(深圳)有限公司") == ()
    assert {reading.hanzi for reading in chinese_readings("Zhang Wei (张伟)")} == {None, "张伟"}


@pytest.mark.parametrize(
    ("mixed", "whole"),
    [
        ("Iгор", "Ігор"), ("Алексáндр", "Александр"), ("Феліĸсавіч", "Феліксавіч"), ("АO Ромашка", "АО Ромашка"),
        ("Bаn Dijk", "Ban Dijk"), ("Пutin", "Пutin"), ("Jan Иван", "Jan Иван"), ("Алекса́ндр", "Александр"),
    ],
)  # fmt: skip
def test_a_word_of_two_scripts_is_mended(mixed: str, whole: str) -> None:
    assert clean(mixed) == whole
