"""Two texts beside each other: every line that went or came, and where."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from openkader.casework import text_difference
from openkader.casework.text_difference import Line, LineChange, lines_that_differ

TEXTS = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12).map("\n".join)


def told(before: str, after: str) -> list[str]:
    signs = {LineChange.SAME: "=", LineChange.GONE: "-", LineChange.NEW: "+"}
    return [
        f"…{line.number}" if line.change is LineChange.LEFT_OUT else f"{signs[line.change]}{line.text}"
        for line in lines_that_differ(before, after)
    ]


def test_a_line_that_changed_went_and_came_with_those_around_it() -> None:
    before = "\n".join("abcdefghij")
    assert told(before, before.replace("e", "E")) == [
        *("…1", "=b", "=c", "=d", "-e", "+E", "=f", "=g", "=h", "…2"),
    ]
    assert lines_that_differ(before, before.replace("e", "E"))[4:6] == [
        Line(LineChange.GONE, "e", before=5),
        Line(LineChange.NEW, "E", after=5),
    ]


def test_two_changes_leave_out_what_lies_between_them() -> None:
    before = "\n".join("abcdefghijkl")
    after = before.replace("a", "A").replace("l", "L")
    assert told(before, after) == ["-a", "+A", "=b", "=c", "=d", "…4", "=i", "=j", "=k", "-l", "+L"]


def test_what_is_the_same_has_no_lines_and_a_line_end_is_none() -> None:
    assert told("a\nb\n", "a\nb\n") == []
    assert told("a\r\nb", "a\nb\n") == []
    assert told("", "a") == ["+a"]
    assert told("a", "") == ["-a"]


def test_lines_are_numbered_in_their_own_text() -> None:
    found = lines_that_differ("a\nb", "x\ny\na\nb")
    assert [(line.before, line.after) for line in found] == [(None, 1), (None, 2), (1, 3), (2, 4)]


@given(TEXTS, TEXTS)
def test_the_lines_that_stayed_went_and_came_are_those_of_the_two_texts(before: str, after: str) -> None:
    found = lines_that_differ(before, after)
    kept = sum(line.number for line in found if line.change is LineChange.LEFT_OUT)
    for side, change in (("before", LineChange.GONE), ("after", LineChange.NEW)):
        text = (before if side == "before" else after).splitlines()
        numbers = [getattr(line, side) for line in found if getattr(line, side)]
        assert numbers == sorted(numbers)
        assert all(text[getattr(line, side) - 1] == line.text for line in found if getattr(line, side))
        assert not found or len(numbers) + kept == len(text)
        assert all(getattr(line, side) for line in found if line.change is change)
    assert bool(found) == (before.splitlines() != after.splitlines())


def test_the_worst_texts_take_no_time() -> None:
    begun = process_time()
    one = [str(number % 100) for number in range(60_000)]
    other = [str(number % 99) for number in range(60_000)]
    assert len(lines_that_differ("\n".join(one), "\n".join(other))) > 100_000
    long = "\n".join(one)
    assert told(long, long.replace("\n99\n", "\n100\n", 1))[3:5] == ["=98", "-99"]
    most = text_difference.MOST_COMPARED - 1
    assert lines_that_differ("\n".join(one[:most]), "\n".join(other[1:most]))
    assert process_time() - begun < 5
