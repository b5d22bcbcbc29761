"""A chapter's text with the figures of the register in it."""

from openkader.base.text import Text
from openkader.casework.prose import Binding, Bound, passages_of
from openkader.evaluation.counting import Count, CountedRow, Range, Row
from openkader.evaluation.document import Block, Gap, Heading, Notice, Number, Paragraph, Points, Words
from openkader.evaluation.filling import Filling, figures_in, filled
from openkader.kader.model import Figure


def count(low: int, high: int | None, *, whole: Range | None = None, rows: int = 0) -> Count:
    row = Row(reference="OK-1", dossier=None, number=None if high is None else 1, facts={}, group="a")
    return Count(
        figure=Figure(
            id="f",
            text=Text("t", "t"),
            definition=Text("d", "d"),
            counts="activities",
            distinct=False,
            absence_is_unknown=False,
        ),
        range=Range(low, high),
        rows=tuple(CountedRow(row, counts=None) for _one in range(rows)),
        total=whole,
        total_rows=(),
        gaps=False,
    )


COUNTS = {
    2024: {"missions": count(6, 6), "parties": count(18, 37, rows=1), "requests": count(0, None, rows=1)},
    2023: {"missions": count(9, 9), "refused": count(0, 0, whole=Range(0, None))},
}


def blocks(text: str, language: str = "nl", **more: object) -> tuple[Block, ...]:
    filling = Filling(language=language, year=2024, counts=COUNTS, **more)  # type: ignore[arg-type]
    return filled(passages_of(text), filling)


def test_a_figure_in_a_sentence_is_its_number_with_the_way_to_its_rows() -> None:
    (found,) = blocks("Er waren [[cijfer:missions]] reizen.")
    number = Number(figure="missions", text="6", path="/jaar/2024/evaluatie/missions/")
    assert found == Paragraph((Words("Er waren "), number, Words(" reizen.")))


def test_a_figure_of_another_year_leads_to_that_year() -> None:
    (found,) = blocks("[[cijfer:missions@2023]]")
    assert found == Paragraph((Number(figure="missions", text="9", path="/jaar/2023/evaluatie/missions/"),))


def test_a_range_is_said_in_words_and_explained() -> None:
    for language, said in (("nl", "18 tot 37"), ("en", "18 to 37")):
        (found,) = blocks("[[figure:parties]]", language)
        assert isinstance(found, Paragraph)
        (number,) = found.runs
        assert isinstance(number, Number)
        assert number.text == said
        assert number.note
        assert "OK-1" in number.note


def test_what_nobody_counted_and_a_zero_of_an_unknown_whole_are_explained() -> None:
    (found,) = blocks("[[cijfer:requests]] en [[cijfer:refused@2023]]")
    assert isinstance(found, Paragraph)
    numbers = [run for run in found.runs if isinstance(run, Number)]
    assert [number.text for number in numbers] == ["onbekend", "0"]
    assert "niet bekend" in str(numbers[0].note)
    assert "pas geteld als het geheel geteld is" in str(numbers[1].note)


def test_a_figure_that_changed_says_so_before_anything_else() -> None:
    changed = {Binding(Bound.FIGURE, "parties"): "Was 27 toen dit werd geschreven."}
    (found,) = blocks("[[cijfer:parties]]", changed=changed)
    assert isinstance(found, Paragraph)
    assert found.runs[0].note == "Was 27 toen dit werd geschreven."  # type: ignore[union-attr]


def gap(text: str, language: str = "nl") -> Gap:
    (found,) = blocks(text, language)
    assert isinstance(found, Paragraph)
    (only,) = found.runs
    assert isinstance(only, Gap)
    return only


def test_a_figure_that_does_not_exist_is_a_gap_that_names_the_nearest() -> None:
    assert gap("[[cijfer:mision]]") == Gap(
        text="[[cijfer:mision]]",
        note="Het kader van 2024 kent geen cijfer ‘mision’. Bedoelt u ‘missions’?",
    )
    assert gap("[[cijfer:zzz]]").note == "Het kader van 2024 kent geen cijfer ‘zzz’."


def test_a_year_without_register_is_a_gap_that_says_so() -> None:
    assert gap("[[figure:missions@1999]]", "en").note == "The register has no records of 1999."


def test_what_binds_nothing_stays_and_is_pointed_out() -> None:
    found = gap("[[cijfr:missions]]")
    assert found.text == "[[cijfr:missions]]"
    assert "verwijst nergens naar" in found.note


def test_a_table_in_the_middle_of_a_sentence_is_a_gap() -> None:
    (found,) = blocks("Zie [[tabel:annex]] hier.")
    assert isinstance(found, Paragraph)
    assert isinstance(found.runs[1], Gap)
    assert "eigen regel" in found.runs[1].note


def test_a_part_on_its_own_line_is_what_is_given_for_it() -> None:
    asked: list[Binding] = []

    def part(binding: Binding) -> Block | None:
        asked.append(binding)
        return Notice("here") if binding.name == "annex" else None

    found = blocks("[[tabel:annex]]\n\n[[grafiek:nothing@2023]]", part=part)
    assert found[0] == Notice("here")
    assert asked == [Binding(Bound.TABLE, "annex"), Binding(Bound.CHART, "nothing", 2023)]
    assert isinstance(found[1], Paragraph)
    assert "2023" in str(found[1].runs[0])


def test_a_part_is_a_gap_where_nothing_gives_parts() -> None:
    assert "‘annex’" in gap("[[tabel:annex]]").note


def test_headings_and_points_are_filled_as_well() -> None:
    found = blocks("## Over [[cijfer:missions]]\n- een\n- [[cijfer:missions]]\n\nSlot")
    assert [type(one) for one in found] == [Heading, Points, Paragraph]
    assert isinstance(found[1], Points)
    assert [len(item) for item in found[1].items] == [1, 1]


def test_the_figures_of_a_text_are_told_before_they_are_counted() -> None:
    passages = passages_of("[[cijfer:a]] en [[cijfer:b@2023]]\n\n[[tabel:annex@2022]]")
    assert figures_in(passages, 2024) == {(2024, "a"), (2023, "b")}
