"""What holds for every name, also for what nobody would call one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.screening.names import Script, chinese_readings, organisation_words, read_name
from openkader.screening.names.cleaning import clean
from openkader.screening.names.folding import fold
from openkader.screening.names.han import frequency, pinyin_of, rows, simplify
from openkader.screening.names.pinyin import plain
from openkader.screening.names.spelling import MOST_VARIANTS
from openkader.screening.names.surnames import surname_readings
from tests.unit.screening_readings import agree

SCHEMAS = st.sampled_from(["Person", "Organization", "Company", "LegalEntity", "Vessel"])
SURNAMES = [name for name in list(frequency("surnames"))[:200] if len(name) == 1]
GIVEN = list(frequency("given_characters"))[:1500]
TRADITIONAL = dict(row.split("\t") for row in rows("simplified"))
PEOPLE = st.tuples(st.sampled_from(SURNAMES), st.lists(st.sampled_from(GIVEN), min_size=1, max_size=2))
WEIRD = st.text(alphabet=st.characters(codec=None), max_size=60) | st.text(
    alphabet="abch'üǚ1-,. 张欧阳Чжэ김محㅋ😀\u202e", max_size=60
)


@given(WEIRD, SCHEMAS)
def test_no_text_raises_and_no_text_grows(text: str, schema: str) -> None:
    name = read_name(text, schema)
    assert name.original == text
    assert len(name.variants) <= MOST_VARIANTS
    assert len(chinese_readings(text)) <= 3 * 12
    assert sum(map(len, (variant.tokens for variant in name.variants))) <= MOST_VARIANTS * 80
    for variant in name.variants:
        assert variant.tokens
        if variant.script is Script.LATIN:
            assert all(
                token.isascii() and token.isalnum() and token == token.lower() for token in variant.tokens
            )
    organisation_words(text)


@given(WEIRD)
def test_cleaning_and_folding_twice_is_cleaning_and_folding_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)
    assert simplify(simplify(text)) == simplify(text)


@given(WEIRD, SCHEMAS)
def test_the_same_name_is_always_read_the_same(text: str, schema: str) -> None:
    assert read_name(text, schema) == read_name(text, schema)
    assert chinese_readings(text) == chinese_readings(text)


@given(PEOPLE)
def test_simplified_and_traditional_agree(person: tuple[str, list[str]]) -> None:
    hanzi = person[0] + "".join(person[1])
    traditional = "".join(TRADITIONAL.get(character, character)[-1] for character in hanzi)
    assert simplify(traditional) == hanzi
    assert [one.tokens for one in read_name(traditional, "Person").variants] == [
        one.tokens for one in read_name(hanzi, "Person").variants
    ]


@given(PEOPLE)
def test_a_name_agrees_with_its_own_pinyin(person: tuple[str, list[str]]) -> None:
    surname, given_name = surname_readings(person[0])[0], [pinyin_of(character)[0] for character in person[1]]
    hanzi = person[0] + "".join(person[1])
    first, *others = map(plain, given_name)
    joined = first + "".join(f"'{one}" if one[0] in "aeo" else one for one in others)
    assert agree(hanzi, f"{plain(surname)} {joined}".title())
    assert agree(hanzi, f"{'-'.join(map(plain, given_name))} {plain(surname).upper()}")


@pytest.mark.parametrize(
    "part",
    ["a", "zhang ", "xi'an-", "张", "张a", "محمد ", "김", "\u202e", "😀", "Ж ", "ch'", "ä", "ﷺ", "中文大学"],
)
@pytest.mark.parametrize("schema", ["Person", "LegalEntity"])
def test_ten_thousand_characters_are_read_in_no_time(part: str, schema: str) -> None:
    text = (part * 10_000)[:10_000]
    read_name(text, schema)
    started = time.process_time()  # a thousandth of a second or two; in squares it would be minutes
    read_name(text, schema)
    chinese_readings(text)
    assert time.process_time() - started < 0.5
