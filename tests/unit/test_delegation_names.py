"""The name in a cell is the name of one person, or is refused."""

import pytest

from openkader.base.errors import Invalid
from openkader.casework.delegation.names import LONGEST, read_names


def name(text: str) -> tuple[str, ...]:
    return read_names(text, "1")[0]


def refusal(text: str) -> str:
    with pytest.raises(Invalid) as caught:
        name(text)
    return caught.value.problems[0].code.removeprefix("delegation.")


@pytest.mark.parametrize(
    "text",
    [
        "Wang Xiaoming 王小明",
        "Wang Xiaoming (王小明)",
        "Wang Xiaoming / 王小明",
        "Wang Xiaoming\n王小明",
        "Wang Xiaoming王小明",
        "Mr. Wang Xiaoming 王小明先生",
        "1. Wang Xiaoming （王小明）",
        "Dr Wang Xiaoming, PhD [王小明]",
    ],
)
def test_a_name_in_two_scripts_is_two_names(text: str) -> None:
    assert name(text) == ("Wang Xiaoming", "王小明")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王小明 (Wang Xiaoming)", ("王小明", "Wang Xiaoming")),
        ("王小明(团长)", ("王小明",)),
        ("团长 王小明", ("王小明",)),
        ("一、王小明", ("王小明",)),
        ("迪丽拜尔·测试", ("迪丽拜尔·测试",)),
        ("山田タロウ", ("山田タロウ",)),
        ("홍길동 洪吉童", ("홍길동", "洪吉童")),
        ("Иван Тестов Ivan Testov", ("Иван Тестов", "Ivan Testov")),
        ("ＷＡＮＧ Wei", ("WANG Wei",)),
        ("Wren, Hazel", ("Hazel Wren",)),
        ("van der Wren, Hazel", ("Hazel van der Wren",)),
        ("Wang\nXiaoming", ("Wang Xiaoming",)),
        ("Wang Xiaoming (Tom)", ("Wang Xiaoming", "Wang Xiaoming Tom")),
        ("Wang Xiaoming (team leader)", ("Wang Xiaoming",)),
        ("(王小明)", ("王小明",)),
        ("Wa\u200bng Wei\x07 ", ("Wang Wei",)),
        ("de heer Quill", ("Quill",)),
        ("ir. Alder Quill*", ("Alder Quill",)),
        ("Wang En Lai", ("Wang En Lai",)),
        ("王 伟", ("王伟",)),
        ("王　小　明", ("王小明",)),
        ("山田 太郎", ("山田太郎",)),
    ],
)
def test_a_name_is_taken_out_of_what_stands_around_it(text: str, names: tuple[str, ...]) -> None:
    assert name(text) == names


@pytest.mark.parametrize(
    "text", ["He Xiaoming", "Jack Ma", "Mba Mba", "Ing Tan", "Head Wren", "Ms Ma"[3:] + " Li"]
)
def test_a_surname_that_looks_like_a_title_stays(text: str) -> None:
    assert name(text) == (text,)


@pytest.mark.parametrize(
    ("text", "role", "found"),
    [
        ("Delegation leader: Wang Wei", "Delegation leader", "Wang Wei"),
        ("Tolk: Hazel Wren", "Tolk", "Hazel Wren"),
        ("团长：王小明", "团长", "王小明"),
        ("副团长王小明", "副团长", "王小明"),
        ("团长", "", "团长"),
    ],
)
def test_the_role_before_a_name_is_told_apart(text: str, role: str, found: str) -> None:
    assert read_names(text, "1") == ((found,), role)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("王小明、李娜", "several-names"),
        ("Wang Wei; Li Na", "several-names"),
        ("Wang Wei & Li Na", "several-names"),
        ("Wang Wei en Li Na", "several-names"),
        ("Wang Wei\nLi Na", "several-names"),
        ("Wang Wei, CEO of Test", "not-a-name"),
        ("Wren, Hazel, CEO", "not-a-name"),
        ("Room 302", "not-a-name"),
        ("李娜 主任", "not-a-name"),
        ("王小明副市长", "not-a-name"),
        ("Note: subject to change", "not-a-name"),
        ("wang@example.org", "not-a-name"),
        ("a b c d e f g h i j k l m n".replace(" ", "x "), "not-a-name"),
        ("=SUM(A1)", "not-a-name"),
        ("", "no-name"),
        ("TBD", "no-name"),
        ("待定", "no-name"),
        ("X", "no-name"),
        ("12", "no-name"),
        ("???", "no-name"),
        ("😀", "no-name"),
        ("Mr. ", "no-name"),
        ("M?ller", "lost-characters"),
        ("M\ufffdller", "lost-characters"),
        ("W\u0430ng Wei", "mixed-scripts"),  # a Cyrillic a
        ("Wang \u0405\u0435\u0456", "mixed-scripts"),  # a word of Cyrillic letters
        ("\u202eieW gnaW", "hidden-order"),
        ("x" * (LONGEST + 1), "name-too-long"),
    ],
)
def test_what_is_not_surely_the_name_of_one_person_is_refused(text: str, code: str) -> None:
    assert refusal(text) == code


PARTICLES = "van von de der den del di da la le el al bin ibn ter ten"


def test_a_family_name_with_a_particle_before_a_comma_is_one_name() -> None:
    for particle in [
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "di",
        "da",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
    ]:
        for written in (particle, particle.title()):
            assert name(f"{written} Berg, Hazel") == (f"Hazel {written} Berg",)


def test_a_family_name_of_two_words_before_a_comma_is_no_name_with_certainty() -> None:
    assert refusal("Groene Berg, Hazel") == "not-a-name"


def test_a_name_of_the_longest_is_read_and_one_letter_more_is_not() -> None:
    assert name("x" * LONGEST) == ("x" * LONGEST,)
    assert refusal("x" * (LONGEST + 1)) == "name-too-long"
