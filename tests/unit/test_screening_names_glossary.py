"""Words of organisations: characters meet English in other usual words, and many spellings are one word."""

import pytest

from openkader.screening.names import Part, Reason, chinese_readings, organisation_words, read_name
from openkader.screening.names.english_words import SAME
from openkader.screening.names.glossary import canonical, han_words
from openkader.screening.names.han import rows, simplify
from openkader.screening.names.han_organisations import is_organisation
from openkader.screening.names.legal_forms import legal_words
from openkader.screening.names.organisations import organisation_readings


@pytest.mark.parametrize(
    ("hanzi", "english"),
    [
        ("国家税务总局", "State Taxation Administration"),
        ("中国科学技术协会", "China Association for Science and Technology"),
        ("广州港集团有限公司", "Guangzhou Port Group Co., Ltd."), ("天津师范大学", "Tianjin Normal University"),
        ("中国信托投资公司", "China Trust & Investment Co."),
        ("云南省农业科学院", "Yunnan Academy of Agricultural Sciences"),
        ("国家外汇管理局", "State Administration of Foreign Exchange"), ("俄罗斯科学院", "Russian Academy of Sciences"),
        ("越南国立大学", "Vietnam National University"), ("非洲开发银行", "African Development Bank"),
        ("第十四研究所", "14th Research Institute"), ("第二十三研究所", "No. 23 Institute"),
        ("第一〇一医院", "101st Hospital"), ("人民法院", "People's Court"),
        ("华能集团", "Huaneng Group"), ("中国海洋石油总公司", "China National Offshore Oil Corporation"),
        ("东方机械厂", "Dongfang Machinery Works"), ("东方机械厂", "Oriental Machinery Plant"),
        ("长光精密仪器有限公司", "Chang Guang Precision Instruments Co Ltd"),
    ],
)  # fmt: skip
def test_characters_meet_english_in_some_usual_words(hanzi: str, english: str) -> None:
    wanted = set(organisation_words(english).words) - legal_words()
    assert wanted in [set(one.words) - legal_words() for one in organisation_readings(hanzi)]


@pytest.mark.parametrize(
    ("hanzi", "brand"),
    [
        ("云海科技公司", ("yunhai",)), ("大明厂", ("daming",)), ("新东网络公司", ("xindong",)),
        ("北京大学生体育协会", ()), ("上海(大明)贸易公司", ("daming",)), ("第中学", ("di",)),
        ("大明与宏达公司", ("daming", "hongda")), ("科学和技术部", ()), ("永和公司", ("yonghe",)),
        ("洛克希德·马丁公司", ("lockheed", "martin")),
    ],
)  # fmt: skip
def test_a_character_inside_a_brand_is_no_word(hanzi: str, brand: tuple[str, ...]) -> None:
    assert organisation_words(hanzi).brand == brand


def test_another_usual_word_is_a_spelling_with_its_reason() -> None:
    found = {variant.text: variant.steps for variant in read_name("大明职业学院", "Organization").variants}
    assert found["daming vocational college"][-1].code is Reason.ORGANISATION_WORDS
    assert found["daming vocational institute"][-1].code is Reason.OTHER_WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("universities", "university"), ("committee", "commission"), ("Kommittee", "kommittee"),
        ("zavodom", "factory"), ("nauchno", "science"), ("proizvodstvennoye", "production"), ("sanayi", "industry"),
        ("3rd", "third"), ("branches", "branch"), ("iranian", "iran"),
    ],
)  # fmt: skip
def test_one_word_for_many(one: str, other: str) -> None:
    assert canonical(one.lower()) == canonical(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("news", "new"), ("securities", "security"), ("gas", "ga"), ("port", "portion"), ("compass", "compas")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("text", ["华为公司", "辽阳石化公司", "大明贸易有限公司", "北京市科学协会"])
def test_a_company_is_no_person(text: str) -> None:
    assert is_organisation(text)
    assert chinese_readings(text) == ()


@pytest.mark.parametrize("text", ["欧阳东方", "王长城", "爱新觉罗溥仪"])
def test_a_person_with_a_word_for_a_name_is_one(text: str) -> None:
    assert not is_organisation(text)


def test_the_tables_are_sound() -> None:
    names = [row.split("\t")[0] for row in rows("glossary")]
    assert len(names) == len(set(names))
    assert [name for name in names if simplify(name) != name] == []
    assert [name for name, entry in han_words().items() if not all(entry.options)] == []
    assert {row.split("\t")[2] for row in rows("glossary")} <= set(Part)
    assert [meant for meant in SAME.values() if SAME.get(meant, meant) != meant] == []
