"""A written text and what in it is bound to the register."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.casework.prose import Binding, Bound, Sort, Unreadable, passages_of, runs_of

TEXT = """## Inzet

Er waren [[cijfer:incoming_delegations]] delegaties,
tegen [[figure: incoming_delegations @2023 ]] in het jaar ervoor.

- eerste punt
- tweede punt met [[cijfer:agreements_signed]]
[[tabel:annex]]
[[citaat:I-2024-01.2]]
"""


def test_a_text_falls_apart_in_passages() -> None:
    found = passages_of(TEXT)
    assert [one.sort for one in found] == [Sort.HEADING, Sort.TEXT, Sort.POINTS, Sort.PART, Sort.PART]
    assert found[0].lines == (("Inzet",),)
    assert found[1].bindings == (
        Binding(Bound.FIGURE, "incoming_delegations"),
        Binding(Bound.FIGURE, "incoming_delegations", 2023),
    )
    assert found[3].bindings == (Binding(Bound.TABLE, "annex"),)
    assert found[4].bindings == (Binding(Bound.QUOTE, "I-2024-01.2"),)


def test_lines_of_one_paragraph_are_one_sentence_and_an_empty_line_parts() -> None:
    assert [one.source for one in passages_of("een\ntwee\n\n \ndrie")] == ["een twee", "drie"]


def test_a_sign_without_words_is_no_heading_and_no_point() -> None:
    assert [(one.sort, one.source) for one in passages_of("##\n\n- ")] == [
        (Sort.TEXT, "##"),
        (Sort.TEXT, "-"),
    ]


@pytest.mark.parametrize(
    "words",
    ["[[]]", "[[cijfer:]]", "[[grafieken:years]]", "[[cijfer:x@20]]", "[[cijfer:x y]]", "[[CIJFER:x]]"],
)
def test_what_binds_nothing_stays_and_is_pointed_out(words: str) -> None:
    (passage,) = passages_of(f"Er waren {words} delegaties.")
    assert passage.unreadable == (words,)
    assert passage.bindings == ()
    assert runs_of(words) == (Unreadable(words),)


def test_a_table_inside_a_sentence_is_no_part_by_itself() -> None:
    (passage,) = passages_of("Zie [[tabel:annex]].")
    assert passage.sort is Sort.TEXT


def test_a_figure_on_a_line_of_its_own_is_a_sentence() -> None:
    (passage,) = passages_of("[[cijfer:activities]]")
    assert passage.sort is Sort.TEXT


@given(
    st.sampled_from(Bound),
    st.from_regex(r"[A-Za-z0-9_.-]{1,20}", fullmatch=True),
    st.sampled_from([None, 2023]),
)
def test_a_binding_reads_as_it_is_written(sort: Bound, name: str, year: int | None) -> None:
    binding = Binding(sort, name, year)
    assert runs_of(binding.written("nl")) == runs_of(binding.written("en")) == (binding,)


def test_other_words_are_another_passage() -> None:
    first, second = passages_of("- een\n- twee\n\n- een\n- twee!")
    assert first.digest != second.digest
    assert first.digest == passages_of(" - een \n - twee")[0].digest


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for passage in passages_of(text):
        assert passage.source.strip()
        assert passage.lines
