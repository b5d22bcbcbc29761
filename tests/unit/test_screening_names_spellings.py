"""Names in every script: cleaned, recognised, folded, and written in Latin letters as lists write them."""

import pytest

from openkader.screening.names import Reason, Script, read_name
from openkader.screening.names.arabic import romanised as arabic
from openkader.screening.names.cleaning import LONGEST, clean
from openkader.screening.names.cyrillic import romanised as cyrillic
from openkader.screening.names.folding import fold, words
from openkader.screening.names.greek import romanised as greek
from openkader.screening.names.hangul import romanised as hangul
from openkader.screening.names.hangul import romanised_name
from openkader.screening.names.hebrew import romanised as hebrew
from openkader.screening.names.letters import romanised as letters
from openkader.screening.names.scripts import runs, script_of
from openkader.screening.names.skeleton import arabic_skeleton, latin_skeleton


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  Jan\t\nde   Vries ", "Jan de Vries"), ("\u202eJan\u202c\u200b", "Jan"), ("Ｊａｎ", "Jan"),
        ("😀 Jan 🇳🇱", "Jan"),
        ("O’Brien", "O'Brien"), ("Jean‑Paul", "Jean-Paul"), ("张\u3000伟", "张 伟"), ("A\x00B", "AB"), ("", ""),
        ("\ud800", ""),
        ("A & B + C", "A & B + C"), ("买买提•吐尔逊", "买买提·吐尔逊"), ("Jan\x0bde\xa0Vries", "Jan de Vries"),
    ],
)  # fmt: skip
def test_a_name_is_cleaned(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_a_text_is_cut() -> None:
    assert len(clean("ab " * 10_000)) <= LONGEST
    assert len(clean("ﷺ" * 10_000)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Jan", Script.LATIN), ("张伟", Script.HAN), ("김정은", Script.HANGUL), ("トヨタ", Script.KANA),
        ("東京タワー", Script.KANA),
        ("Иван", Script.CYRILLIC), ("محمد", Script.ARABIC), ("Γιώργος", Script.GREEK), ("יצחק", Script.HEBREW),
        ("ไทย", Script.OTHER), ("123", Script.OTHER), ("", Script.OTHER), ("…", Script.OTHER),
        ("华为 Huawei", Script.MIXED),
    ],
)  # fmt: skip
def test_a_script_is_recognised(text: str, script: Script) -> None:
    assert script_of(text) is script
    assert read_name(text, "Person").script is script


def test_a_text_is_parted_by_script() -> None:
    assert runs("(1) 张伟 / Zhang Wei (Чжан)") == ("1) 张伟", "Zhang Wei", "Чжан")
    assert runs("123 …") == ()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Müller", "muller"), ("Łukasz", "lukasz"), ("Ørsted", "orsted"), ("Nguyễn Đình", "nguyen dinh"),
        ("Straße", "strasse"),
        ("İnönü", "inonu"), ("Ðorđe", "dorde"), ("O'Brien", "obrien"), ("Þór", "thor"), ("Ǎi", "ai"),
    ],
)  # fmt: skip
def test_letters_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_hyphen_parts_words_and_an_apostrophe_does_not() -> None:
    assert words("Jean-Paul O'Brien 3") == ("jean", "paul", "obrien", "3")


@pytest.mark.parametrize(
    ("name", "spelling", "code"),
    [
        ("Jürgen Müller", "juergen mueller", Reason.DIACRITICS),
        ("Jürgen Müller", "jurgen muller", Reason.DIACRITICS),
        ("Jean-Paul", "jeanpaul", Reason.HYPHEN), ("Zhang1 Wei3", "zhang wei", Reason.TONE_DIGITS),
        ("Zhāng Wěi", "zhang wei", Reason.TONE_MARKS), ("Євген Гуцало", "yevhen hutsalo", Reason.CYRILLIC),
        ("Φίλιππος", "filippos", Reason.GREEK), ("יצחק רבין", "ytzhk rvin", Reason.HEBREW),
        ("トヨタ", "toyota", Reason.KANA),
        ("김정은", "kim jong un", Reason.HANGUL), ("ნიკოლოზ", "nikoloz", Reason.TRANSLITERATED),
        ("محمد", "mhmd", Reason.ARABIC_SKELETON), ("محمد", "muhammad", Reason.ARABIC),
        ("Mohammed", "mhmd", Reason.ARABIC_SKELETON),
    ],
)  # fmt: skip
def test_a_spelling_has_its_reason(name: str, spelling: str, code: Reason) -> None:
    found = {variant.text: variant for variant in read_name(name, "Person").variants}
    assert found[spelling].steps[-1].code is code


def test_two_names_in_one_are_read_apart_and_together() -> None:
    found = {variant.text for variant in read_name("Иван 王伟", "Person").variants}
    assert {"ivan", "王伟", "wang wei", "ivan wang wei"} <= found


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Евгений", {"evgeny", "yevgeniy", "evgenii"}), ("Александр", {"aleksandr", "alexandr"}),
        ("Юлія", {"yuliya", "iuliia"}),
        ("Харьков", {"kharkov", "harkov"}), ("Милошевић", {"milosevic"}), ("Зеленський", {"zelensky"}),
        ("Ющенко", {"yushchenko"}),
    ],
)  # fmt: skip
def test_cyrillic(text: str, spellings: set[str]) -> None:
    assert spellings <= set(cyrillic(text))


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Τσίπρας", "tsipras"), ("Παπανδρέου", "papandreou"), ("Ευάγγελος", "evangelos"),
        ("Μπακογιάννης", "bakogiannis"),
        ("Ναύτης", "naftis"), ("Μαΰ", "may"), ("ευ", "ef"),
    ],
)  # fmt: skip
def test_greek(text: str, spelling: str) -> None:
    assert greek(text) == (spelling,)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("محمد عبدالرحمن", "muhammad abd al rahman"), ("حَسَن", "hasan"), ("بوتفليقة", "butafaliqa"),
        ("ابوالقاسم", "abu al qasim"),
        ("الله", "allah"), ("یوسف", "yusuf"), ("وليد", "walid"), ("ماا", "ma"), ("۱۲", ""),
    ],
)  # fmt: skip
def test_arabic(text: str, spelling: str) -> None:
    assert arabic(text) == (spelling,)


@pytest.mark.parametrize(
    ("letters_", "spellings"),
    [
        ("محمد", ("Muhammad", "Mohamed", "Mohammed", "Mhmd", "Mehmed")),
        ("حسين", ("Hussein", "Husayn", "Hosein", "Husain")),
        ("عبد الرحمن", ("Abdul Rahman", "Abdurrahman", "Abdel-Rahman", "Abd al-Rahman", "Abdulrahman")),
        ("عبد الله", ("Abdullah", "Abdallah", "Abd Allah")), ("خالد", ("Khalid", "Khaled")),
        ("يوسف", ("Yusuf", "Youssef", "Yousuf")),
        ("علي", ("Ali", "Aly")), ("بن لادن", ("bin Ladin", "ben Laden")),
        ("القذافي", ("al-Qadhafi", "el Kadhafi", "Al Qaddafi")),
        ("ابن سينا", ("Ibn Sina",)), ("وليد", ("Walid", "Waleed")), ("مكه", ("Makkah", "Mecca")),
        ("شريف", ("Sharif", "Cherif")),
    ],
)  # fmt: skip
def test_spellings_of_an_arabic_name_share_a_skeleton(letters_: str, spellings: tuple[str, ...]) -> None:
    assert {latin_skeleton(words(spelling)) for spelling in spellings} == {arabic_skeleton(letters_)}


def test_a_hebrew_letter_is_hard_or_soft() -> None:
    assert hebrew("נבון") == ("nbon", "nvon")
    assert hebrew("יצחק!") == ("ytzhk",)


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("김정은", {"kim jong un", "kim jeong eun", "kim jung eun", "gim jeong eun"}),
        ("이순신", {"lee sun sin", "ri sun sin"}),
        ("박근혜", {"park geun hye", "pak kun hye"}), ("남궁민", {"namgung min"}), ("뷁", {"pwek"}),
        ("김ㅋ", {"kim"}),
    ],
)  # fmt: skip
def test_korean_names(text: str, spellings: set[str]) -> None:
    assert spellings <= {" ".join(way) for way in romanised_name(text)}


def test_korean_words() -> None:
    assert hangul("조선 무역") == ("joseon muyeok", "joson muyok")


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("しゃちょう", "shachou"), ("きょうと", "kyouto"), ("ゃ", "ya"), ("नरेन्द्र मोदी", "narendra modi"),
        ("Նիկոլ", "nikol"),
        ("სააკაშვილი", "saakashvili"), ("อ", "o"), ("กข", "kkh"), ("አብይ", "abeye"), ("\u0b95\u0bcd", "k"),
        ("1-a", "1-a"), ("〆", ""),
    ],
)  # fmt: skip
def test_other_letters(text: str, spelling: str) -> None:
    assert letters(text) == (spelling,)
