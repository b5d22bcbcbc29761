"""The drawings of an evaluation: what is unknown is drawn as unknown, and nothing leaves the paper."""

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from openkader.evaluation.covering import Cover
from openkader.publication.charts.coverage import CoverageRow, coverage
from openkader.publication.charts.flow import Stream, flow
from openkader.publication.charts.svg import Caption, fixed, inside

CAPTION = Caption(name="x", title="Titel <1>", description="Alles & niets.")
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> Element:
    return fromstring(svg)  # noqa: S314 - our own drawing


def streams(*numbers: int, unknown: int = 0) -> list[Stream]:
    known = [
        Stream(label=f"Uitkomst {place}", number=one, said=str(one)) for place, one in enumerate(numbers)
    ]
    more = [Stream(label="?", number=0, said="onbekend aantal", has_unknown=True)] * unknown
    return [*known, *more]


def test_a_stream_is_as_wide_as_its_number() -> None:
    svg = drawn(flow("Ontvangen: 9", streams(6, 3, 0), CAPTION))
    bars = [float(one.get("height", "0")) for one in svg.iter(f"{SVG}rect") if one.get("x") == "0%"]
    assert len(bars) == 2
    assert bars[0] == pytest.approx(2 * bars[1])


def test_an_unknown_number_is_a_broken_line_and_no_stream() -> None:
    svg = flow("Ontvangen", streams(unknown=2), CAPTION)
    assert drawn(svg).findall(f"{SVG}svg") == []
    assert svg.count("stroke-dasharray") == 4
    assert svg.count("onbekend aantal") == 2


def test_without_any_request_there_are_words_and_no_streams() -> None:
    svg = drawn(flow("Ontvangen: 0", streams(0, 0), CAPTION))
    assert list(svg.iter(f"{SVG}rect")) == []
    assert drawn(flow("Ontvangen: 0", [], CAPTION)).get("height")


@pytest.mark.parametrize("numbers", [(1,), (100_000, 1), (1,) * 8, (0, 0, 7)])
def test_nothing_leaves_the_drawing(numbers: tuple[int, ...]) -> None:
    svg = drawn(flow("Ontvangen", streams(*numbers, unknown=1), CAPTION))
    height = float(svg.get("height", "0"))
    assert height < 700
    for one in svg.iter():
        ends = [float(one.get(name) or 0) for name in ("y", "y1", "y2")]
        assert all(0 <= end <= height for end in ends)
        assert float(one.get("y") or 0) + float(one.get("height") or 0 if one is not svg else 0) <= height


def test_each_state_has_a_letter_and_a_shape_of_its_own() -> None:
    marks = [(cover, letter) for cover, letter in zip(Cover, "OVB?–", strict=True)]
    svg = coverage(["E1", "E2", "E3", "E4", "E5"], [CoverageRow(label="Reis", marks=marks)], CAPTION)
    shapes = re.findall(r'<path d="([^"]+)" ([^/]+)/>', svg)
    assert len(set(shapes)) == 5
    letters = [one.text for one in drawn(svg).iter(f"{SVG}text") if one.get("class") == "chart__letter"]
    assert letters == list("OVB?–")


def test_a_drawing_says_what_it_is_whatever_is_in_its_title() -> None:
    svg = drawn(coverage(["E1"], [], CAPTION))
    assert [one.text for one in svg.findall(f"{SVG}title")] == ["Titel <1>"]
    assert [one.text for one in svg.findall(f"{SVG}desc")] == ["Alles & niets."]


def test_on_paper_a_drawing_has_a_width_a_typeface_and_its_own_weights() -> None:
    svg = fixed(flow("Ontvangen: 1", streams(1), CAPTION), 620, "Source Sans 3")
    root = drawn(svg)
    assert root.get("width") == "620"
    assert root.get("font-family") == "'Source Sans 3'"
    assert [one.get("font-weight") for one in root.iter(f"{SVG}text")] == ["700", None, "700"]


def test_a_drawing_inside_another_keeps_its_height_and_loses_its_title() -> None:
    whole = flow("Ontvangen: 1", streams(1), CAPTION)
    part = drawn(inside(whole, 52, 46, 22).replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))
    assert (part.get("x"), part.get("width"), part.get("y")) == ("52%", "46%", "22")
    assert part.get("height") == drawn(whole).get("height")
    assert part.findall(f"{SVG}title") == []
    assert len(list(part.iter(f"{SVG}text"))) == len(list(drawn(whole).iter(f"{SVG}text")))
