"""Organisations in characters and in English come out as the same words."""

import pytest

from openkader.screening.names import Reason, Script, organisation_words, read_name


@pytest.mark.parametrize(
    ("hanzi", "english"),
    [
        ("深圳市比广贸易有限公司", "Shenzhen Biguang Trading Co., Ltd."),
        ("深圳市比廣貿易有限公司", "Shenzhen Bi Guang Trade Company Ltd"),
        ("清华大学", "Tsinghua University"), ("国防科技大学", "National University of Defense Technology"),
        ("西安交通大学", "Xi'an Jiaotong University"), ("香港理工大学", "Hong Kong Polytechnic University"),
        ("厦门金龙机械有限公司", "Xiamen Jinlong Machinery Co Ltd"),
        ("临沂市大明纺织厂", "Linyi Daming Textile Factory"),
        ("华为技术有限公司", "Huawei Technologies Co., Ltd."), ("北京大学", "Peking University"),
        ("TCL集团", "TCL Group"),
        ("大连宏达进出口有限公司", "Dalian Hongda Import & Export Co., Ltd."),
        ("香港永丰投资有限公司", "HongKong Yongfeng Investment Co Ltd"),
    ],
)  # fmt: skip
def test_characters_meet_english(hanzi: str, english: str) -> None:
    one, other = organisation_words(hanzi), organisation_words(english)
    assert (one.place, one.brand, sorted(one.industry), one.legal_form) == (
        other.place, other.brand, sorted(other.industry), other.legal_form,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("China National Offshore Oil Corporation", "cnooc"), ("China Electronics Technology Group", "cet"),
        ("国防科技大学", "nudt"), ("Institute (CASIA) of Automation", "casia"),
    ],
)  # fmt: skip
def test_acronyms(name: str, acronym: str) -> None:
    assert acronym in organisation_words(name).acronyms


def test_two_letters_are_no_acronym() -> None:
    assert organisation_words("Daming Group").acronyms == ()


def test_words_that_mean_nothing_leave_nothing() -> None:
    assert organisation_words("of the").brand == ()
    assert organisation_words("有限公司").brand == ()
    assert organisation_words("（）…").brand == ()
    assert organisation_words("张市").place == ()
    assert organisation_words("々宏").brand


def test_a_town_that_no_table_knows_is_told_by_its_division() -> None:
    assert organisation_words("临清市大明纺织厂").place == ("linqing",)
    assert organisation_words("临清市大明纺织厂").brand == ("daming",)
    assert organisation_words("临清市").brand == ()


def test_an_organisation_is_spelt_with_and_without_place_and_legal_form() -> None:
    found = {variant.text: variant for variant in read_name("深圳市比广贸易有限公司", "Company").variants}
    assert found["深圳市比广贸易有限公司"].script is Script.HAN
    assert [step.code for step in found["shenzhen biguang trading"].steps] == [
        Reason.ORGANISATION_WORDS,
        Reason.LEGAL_FORM,
    ]
    assert found["biguang trading"].steps[-1].code is Reason.SHORTENED
    assert found["sbt"].steps[-1].code is Reason.ACRONYM


def test_what_may_be_a_person_or_an_organisation_is_read_as_both() -> None:
    assert {"he junren", "ho chun yan"} <= {
        variant.text for variant in read_name("何俊仁", "LegalEntity").variants
    }
    assert "zhang weiguo" in {variant.text for variant in read_name("Zhang Wei-guo", "LegalEntity").variants}
    assert "tcl group" in {variant.text for variant in read_name("TCL集团", "Company").variants}


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("Уралский завод «Ромашка»", "ural romashka factory"),
        ("조선백두무역회사", "korea baekdu trading corporation"),
        ("شركة النفط السورية", "syria petroleum co"), ("은행", "bank"), ("백두", "baekdu"),
        ("Завод имени Калинина", "kalinina factory"),
    ],
)  # fmt: skip
def test_an_organisation_in_another_script_is_named_in_english(name: str, spelling: str) -> None:
    assert spelling in {variant.text for variant in read_name(name, "Organization").variants}
