"""Chinese names in characters and in letters: spellings that are known from public life, and what must not agree."""

import pytest

from openkader.screening.names import Reason, chinese_readings, read_name
from openkader.screening.names.han import pinyin_of, simplify
from openkader.screening.names.hong_kong import hong_kong_of
from openkader.screening.names.palladius import palladius_of
from openkader.screening.names.wade_giles import wade_giles_of
from tests.unit.screening_readings import agree

HONG_KONG = [
    ("何俊仁", "Ho Chun-yan"), ("梁振英", "Leung Chun-ying"), ("林郑月娥", "Lam Cheng Yuet-ngor"),
    ("李嘉诚", "Li Ka-shing"), ("曾荫权", "Tsang Yam-kuen"), ("吴光正", "Ng Kwong-ching"),
    ("黄之锋", "Wong Chi-fung"), ("黎智英", "Lai Chee-ying"), ("郭富城", "Kwok Fu-shing"),
    ("张学友", "Cheung Hok-yau"),
    ("周润发", "Chow Yun-fat"), ("梁朝伟", "Leung Chiu-wai"), ("吴镇宇", "Ng Chun-yu"),
    ("杨千嬅", "Yeung Chin-wah"),
    ("司徒华", "Szeto Wah"), ("李家超", "Lee Ka-chiu"), ("罗冠聪", "Law Kwun-chung"), ("邓炳强", "Tang Ping-keung"),
    ("谢霆锋", "Tse Ting-fung"), ("蔡一智", "Choi Yat-chi"), ("許志安", "Hui Chi-on"), ("區諾軒", "Au Nok-hin"),
    ("歐陽震華", "Au Yeung Chun-wah"), ("岑敖暉", "Shum Ngo-fai"), ("葉劉淑儀", "Ip Lau Suk-yee"),
]  # fmt: skip
WADE_GILES = [
    ("毛泽东", "Mao Tse-tung"), ("邓小平", "Teng Hsiao-p'ing"), ("周恩来", "Chou En-lai"),
    ("蒋经国", "Chiang Ching-kuo"),
    ("李登辉", "Lee Teng-hui"), ("蔡英文", "Tsai Ing-wen"), ("朱德", "Chu Te"), ("钱学森", "Ch'ien Hsüeh-sen"),
    ("赖清德", "Lai Ching-te"), ("胡适", "Hu Shih"), ("宋美龄", "Soong Mei-ling"), ("陈水扁", "Ch'en Shui-pien"),
    ("许世楷", "Hsu Shih-kai"), ("谢长廷", "Hsieh Chang-ting"), ("欧阳修", "Ouyang Hsiu"),
    ("司马迁", "Ssuma Ch'ien"), ("曾国藩", "Ts'eng Kuo-fan"), ("曾国藩", "Tseng Kuo-fan"), ("方毅", "Fang I"),
    ("柳娥", "Liu O"),
]  # fmt: skip
PALLADIUS = [
    ("习近平", "Си Цзиньпин"), ("张伟", "Чжан Вэй"), ("江泽民", "Цзян Цзэминь"), ("胡锦涛", "Ху Цзиньтао"),
    ("李克强", "Ли Кэцян"), ("王毅", "Ван И"), ("杨洁篪", "Ян Цзечи"), ("汪洋", "Ван Ян"),
    ("欧阳娜娜", "Оуян Нана"),
    ("朱镕基", "Чжу Жунцзи"), ("赵乐际", "Чжао Лэцзи"), ("秦刚", "Цинь Ган"), ("邓小平", "Дэн Сяопин"),
]  # fmt: skip
PINYIN = [
    ("张伟", "Zhang Wei"), ("張偉", "ZHANG, Wei"), ("张伟", "Wei Zhang"), ("张伟", "zhangwei"),
    ("王建国", "Wang Jian-guo"),
    ("王建国", "Wang Jian Guo"), ("王建国", "Wáng Jiànguó"), ("王建国", "Wang2 Jian4guo2"), ("王建国", "J.G. Wang"),
    ("吕布", "Lü Bu"), ("吕布", "Lv Bu"), ("吕布", "Lyu Bu"), ("吕布", "Lu Bu"), ("单雄信", "Shan Xiongxin"),
    ("仇英", "Qiu Ying"), ("解缙", "Xie Jin"), ("查良镛", "Zha Liangyong"), ("盖叫天", "Ge Jiaotian"),
    ("朴树", "Piao Shu"),
    ("尉迟恭", "Yuchi Gong"), ("欧阳娜娜", "Ou Yang Nana"), ("欧阳娜娜", "Ouyang Na Na"), ("诸葛亮", "ZHUGE Liang"),
    ("李西安", "Li Xi'an"), ("李西安", "Li Xian"), ("何 俊仁", "He Junren"), ("翟志刚", "Zhai Zhigang"),
    ("乐嘉", "Yue Jia"),
]  # fmt: skip


@pytest.mark.parametrize(("hanzi", "letters"), [*HONG_KONG, *WADE_GILES, *PALLADIUS, *PINYIN])
def test_a_name_agrees_with_its_spelling(hanzi: str, letters: str) -> None:
    assert agree(hanzi, letters)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张伟", "Zhang Wen"), ("李明", "Lu Ming"), ("王建国", "Wang Jianping"), ("陈方", "Cheng Fang"),
        ("单雄信", "Chan Xiongxin"), ("Deng Xiaoping", "T'eng Hsiao-p'ing"), ("王建国", "Wang Jian"),
        ("曾国藩", "Cen Guofan"), ("何俊仁", "Ho Wai-man"),
    ],
)  # fmt: skip
def test_another_name_does_not_agree(one: str, other: str) -> None:
    assert not agree(one, other)


@pytest.mark.parametrize(
    "text",
    [
        "Jan de Vries", "Angela Merkel", "Emmanuel Macron", "Kim Jong Un", "Иван Петров", "김정은", "", "😀",
        "Wang",
        "Muhammad Ali", "买买提·吐尔逊", "一二三四五六七八", "Li Li Li Li Li Li Li", "ΑΒΓ", "王", "Ван",
        "Си Си Си Си Си Си Си", "Li Shkrt Brrt Grrt", "张伟伟伟伟伟伟", "Albert Ho", "Paul A. Wang",
    ],
)  # fmt: skip
def test_what_cannot_be_a_chinese_name_has_no_reading(text: str) -> None:
    assert chinese_readings(text) == ()


def test_a_foreign_given_name_stands_beside_the_chinese_one() -> None:
    readings = chinese_readings("Albert Ho Chun-yan")
    assert {reading.other for reading in readings} == {("Albert",)}
    assert agree("何俊仁", "Albert Ho Chun-yan")
    assert agree("李家超", "LEE Ka-chiu, John")


def test_initials_are_single_letters() -> None:
    assert chinese_readings("Zhang WG")[0].given == (frozenset("w"), frozenset("g"))
    assert chinese_readings("Zhang W-G")[0].given == (frozenset("w"), frozenset("g"))
    assert chinese_readings("Zhang W.")[0].given == (frozenset("w"),)
    hong_kong = next(one for one in chinese_readings("C.Y. Leung") if one.system is Reason.HONG_KONG)
    assert "z" in hong_kong.given[0]


def test_a_comma_says_which_word_is_the_surname() -> None:
    assert [reading.surname_first for reading in chinese_readings("Wei, Zhang")] == [True]
    assert {reading.surname_first for reading in chinese_readings("Wei Zhang")} == {True, False}


def test_a_syllable_of_another_system_is_not_two_of_pinyin() -> None:
    assert Reason.PINYIN not in {reading.system for reading in chinese_readings("Chang Te-chiang")}
    assert Reason.PINYIN not in {reading.system for reading in chinese_readings("Lee Yuen-chiu")}
    assert agree("李西安", "Li Xian")
    assert agree("王天安", "Wang Tianan")


def test_a_hyphenated_given_name_says_so() -> None:
    assert {reading.hyphenated for reading in chinese_readings("Li Ping-ping")} == {True}
    assert {reading.hyphenated for reading in chinese_readings("Li Ping-Ping")} == {False}
    assert {reading.hyphenated for reading in chinese_readings("Li Pingping")} == {False}


def test_a_letter_that_no_syllable_begins_with_is_no_initial() -> None:
    assert Reason.PINYIN not in {reading.system for reading in chinese_readings("Zhang I")}
    assert chinese_readings("Zhang UV") == ()


def test_tones_say_that_it_is_pinyin() -> None:
    assert {reading.system for reading in chinese_readings("Chán Kāng")} == {Reason.PINYIN}
    assert {reading.system for reading in chinese_readings("Ch'an K'ang")} == {Reason.WADE_GILES}


def test_two_spellings_side_by_side_are_both_read() -> None:
    readings = chinese_readings("张伟 (Zhang Wei)")
    assert readings[0].hanzi == "张伟"
    assert any(reading.hanzi is None for reading in readings)


def test_a_surname_outside_the_mainland_stands_before_pinyin() -> None:
    assert agree("陈小明", "Tan Xiaoming")
    assert agree("黄金辉", "Wee Jinhui")
    assert agree("蒋介石", "Chiang Kai-shek")


@pytest.mark.parametrize(
    ("hanzi", "letters"),
    [
        ("周国平", "Jau Gwok-ping"),
        ("郭富城", "Gwok Foo-sing"),
        ("顧嘉煇", "Goo Ga-fai"),
        ("李小龙", "Lei Siu-lung"),
        ("江青", "Gong Ching"),
        ("周作人", "Chow Jok-yan"),
        ("李宁", "Lee Ning"),
        ("周平", "Jau Peng"),
        ("于丹", "Yu Daan"),
    ],
)
def test_cantonese_as_people_spell_it_themselves(hanzi: str, letters: str) -> None:
    assert agree(hanzi, letters)


def test_the_chain_tells_how_a_spelling_came_about() -> None:
    variants = {variant.text: variant for variant in read_name("曾蔭權", "Person").variants}
    assert [step.code for step in variants["tsang yam kuen"].steps] == [Reason.SIMPLIFIED, Reason.HONG_KONG]
    assert variants["tsang yam kuen"].steps[-1].after == "Tsang Yam-kuen"
    zeng = [step.code for step in variants["zeng yinquan"].steps]
    assert zeng == [Reason.SIMPLIFIED, Reason.SURNAME_READING, Reason.PINYIN]
    assert variants["zeng yinquan"].syllables == (("zeng",), ("yin", "quan"))
    assert variants["曾荫权"].tokens == ("曾", "荫", "权")


def test_other_countries_read_the_characters_in_their_own_way() -> None:
    assert "kim jong un" in _spellings("金正恩")
    assert "tap can binh" in _spellings("习近平")
    assert "mao tse tung" in _spellings("毛泽东")
    assert "ou yang na na" in _spellings("欧阳娜娜")


def test_a_surname_alone_and_signs_without_a_reading_are_harmless() -> None:
    assert "wang" in _spellings("王")
    assert read_name("〇", "Person").variants
    assert read_name("々々", "Person").variants
    assert read_name("⺀王", "LegalEntity").variants


def test_letters_are_turned_into_pinyin_with_the_order_named() -> None:
    last = next(one for one in read_name("Wei Guo Zhang", "Person").variants if one.text == "zhang weiguo")
    assert [step.code for step in last.steps] == [Reason.ORDER, Reason.PINYIN]
    assert "xi jin ping" in _spellings("Си Цзиньпин")
    assert "mao ze dong" in _spellings("Mao Tse-tung")


@pytest.mark.parametrize(
    ("syllable", "wade", "cyrillic"),
    [
        ("zhang", "chang", "чжан"), ("chang", "ch'ang", "чан"), ("xu", "hsv", "сюй"), ("xue", "hsveh", "сюэ"),
        ("lv", "lv", "люй"), ("gui", "kuei", "гуй"), ("si", "ssu", "сы"), ("xiong", "hsiung", "сюн"),
        ("er", "erh", "эр"),
        ("jie", "chieh", "цзе"), ("duo", "to", "до"), ("shuo", "shuo", "шо"), ("ri", "jih", "жи"),
        ("an", "an", "ань"),
    ],
)  # fmt: skip
def test_a_syllable_in_wade_giles_and_in_cyrillic(syllable: str, wade: str, cyrillic: str) -> None:
    assert wade_giles_of(syllable) == wade
    assert palladius_of(syllable) == cyrillic


@pytest.mark.parametrize(
    ("jyutping", "usual"),
    [
        ("can", "chan"), ("zoeng", "cheung"), ("gwok", "kwok"), ("ng", "ng"), ("m", "m"), ("syut", "suet"),
        ("oi", "oi"),
        ("joeng", "yeung"), ("ngo", "ngo"), ("zang", "tsang"),
    ],
)  # fmt: skip
def test_a_syllable_in_hong_kong(jyutping: str, usual: str) -> None:
    assert hong_kong_of(jyutping)[0] == usual


def test_a_character_keeps_its_readings_under_its_simplified_form() -> None:
    assert simplify("衞裏峯") == "卫里峰"
    assert pinyin_of("乐")[0] == "le"
    assert "yue" in pinyin_of("乐")
    assert pinyin_of("A") == ()


def _spellings(text: str) -> set[str]:
    return {variant.text for variant in read_name(text, "Person").variants}
