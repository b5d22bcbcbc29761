"""The last that still fits, and the first that does not."""

from openkader.base.errors import Refusal
from openkader.casework import agreements, text_difference
from openkader.casework.agreements import Whose
from openkader.casework.name_words import is_near, near_forms, ways_to_look, words_of
from openkader.casework.naming import LONGEST_NAME, may_be_a_name
from openkader.casework.text_difference import LineChange, lines_that_differ
from tests.unit.test_agreements import MEMO


def is_refused(refusal: Refusal | None) -> bool:
    return refusal is not None


def test_a_name_of_the_longest_fits_and_one_letter_more_does_not() -> None:
    assert not is_refused(may_be_a_name("x" * LONGEST_NAME))
    assert is_refused(may_be_a_name("x" * (LONGEST_NAME + 1)))
    assert is_refused(may_be_a_name(""))
    assert is_refused(may_be_a_name("a\nb"))


def test_an_evaluation_of_the_longest_fits_and_one_letter_more_does_not() -> None:
    longest = agreements.LONGEST_TEXT
    assert not is_refused(agreements.may_evaluate(MEMO, "x" * longest))
    assert is_refused(agreements.may_evaluate(MEMO, "x" * (longest + 1)))
    assert MEMO.whose is not Whose.OTHER_AUTHORITY


def test_as_many_lines_as_are_compared_are_compared_and_one_more_are_replaced() -> None:
    def changes(lines: int) -> list[LineChange]:
        old = [f"line {place}" for place in range(lines)]
        new = ["other", *old[1:-1], "another"]
        return [line.change for line in lines_that_differ("\n".join(old), "\n".join(new))]

    most = text_difference.MOST_COMPARED
    assert LineChange.SAME in changes(most)
    assert LineChange.SAME not in changes(most + 1)


def test_a_chinese_name_is_found_by_every_character_and_every_two_that_follow() -> None:
    found = words_of("\u5317\u4eac\u5927\u5b66", is_person=False).written
    assert {"\u5927\u5b66", "\u5317\u4eac", "\u4eac\u5927", "\u5b66"} <= found


def test_who_looks_for_two_syllables_looks_for_them_as_one_word_too() -> None:
    assert ("shandong",) in ways_to_look("shan dong")


def test_who_looks_for_cases_leaves_out_a_legal_form_and_no_place() -> None:
    assert ("delegatie",) in ways_to_look("delegatie Shandong")
    assert ("delegatie",) not in ways_to_look("delegatie Shandong", is_name=False)
    assert ("shandong", "energy") in ways_to_look("Shandong Energy Co Ltd", is_name=False)


def test_who_looks_for_cases_in_two_scripts_means_both_and_who_looks_for_a_name_either() -> None:
    both = ("delegatie", "\u5c71\u4e1c"), ("delegatie", "shandong")
    assert ways_to_look("delegatie \u5c71\u4e1c", is_name=False)[:2] == both
    assert {("delegatie",), ("shandong",)} < {*ways_to_look("delegatie \u5c71\u4e1c")}
    name = ways_to_look("\u738b\u4f1f Wang Wei", is_name=False)
    assert {("\u738b\u4f1f", "wang", "wei"), ("wangwei", "wang", "wei")} < {*name}
    assert len(name) == 10
    assert (
        len(ways_to_look("wang \u738b " * 40, is_name=False)) == 10
    )  # and not every pair of spellings of forty names
    assert ways_to_look("delegatie \u200b", is_name=False) == (("delegatie",),)
    assert ways_to_look(" ", is_name=False) == ways_to_look("\u200b", is_name=False) == ()


def test_a_slip_in_a_word_of_five_letters_is_met_and_in_a_shorter_word_makes_another() -> None:
    assert near_forms("hazel") & near_forms("hasel")
    assert not near_forms("hazl")
    assert not near_forms("12345")
    assert is_near("hazel", "hasel")
    assert is_near("hazel", "hazle")
    assert not is_near("hazel", "basel")


def test_who_looks_for_a_chinese_name_looks_for_every_two_characters_that_follow() -> None:
    assert ways_to_look("\u5317\u4eac\u5927\u5b66")[0] == ("\u5317\u4eac", "\u4eac\u5927", "\u5927\u5b66")


def test_syllables_that_are_often_written_as_one_word_are_joined_up_to_three() -> None:
    def is_joined(name: str) -> bool:
        return name.replace(" ", "") in words_of(name, is_person=False).written

    assert is_joined("shan dong")
    assert is_joined("nei meng gu")
    assert not is_joined("nei meng gu qu")
