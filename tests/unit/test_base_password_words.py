"""Passwords that are little more than a word of the organisation; and those that only hold one."""

import pytest

from openkader.base.password_words import heart_of, words_in

WORDS = words_in(["Provincie Zuid-Holland", "Open Kader", "team china", "Bureau Internationale Zaken"])


def test_a_name_is_known_by_its_parts_all_of_it_and_its_first_letters() -> None:
    found = words_in(["Provincie Zuid-Holland"])
    assert found == {"provincie", "zuid", "holland", "provinciezuidholland", "zuidholland", "pzh"}
    assert words_in(["", "2024", "-", "a"]) == frozenset()
    assert words_in(["Curaçao"]) == {"curacao"}


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("zuidholland2026", "zuidholland"),
        ("ZuidHolland2026!!", "zuidholland"),
        ("Zu1d-H0ll4nd_2026", "zuidholland"),
        ("z u i d h o l l a n d 1", "zuidholland"),
        ("Pr0v1nc13Zu1dH0ll4nd", "provinciezuidholland"),
        ("PZH-PZH-PZH-2026", "pzh"),
        ("0penK@der!2026", "openkader"),
        ("China#2026#China", "china"),
        ("Welkom2026-PZH!", "welkom"),
        ("BIZbiz123456789", "biz"),
        ("ZÜIDhôlland1234", "zuidholland"),
        ("abc-zuidholland-99", "zuidholland"),
        ("Zomer2026Welkom!", "zomer"),
    ],
)
def test_a_password_that_is_little_more_than_such_a_word_is_found(password: str, word: str) -> None:
    assert heart_of(password, WORDS) == word


@pytest.mark.parametrize(
    "password",
    [
        "vier paarden in Zuid-Holland",
        "een lang wachtwoord",
        "correct horse battery staple",
        "provincie van vlinders",
        "zx9!kq72vmwpl",
        "密码正确的马电池",
        "8128-1281-2812-8128",
        "",
    ],
)
def test_a_password_that_only_holds_one_is_none_of_ours_to_refuse(password: str) -> None:
    assert heart_of(password, WORDS) is None


def test_a_thousand_letters_of_tricks_are_judged_as_any_other() -> None:
    words = words_in([f"organisatie {'satis' * number}" for number in range(1, 40)])
    assert heart_of("$@+!" * 250, words) is None
    assert heart_of("s@t!$" * 200, words)
