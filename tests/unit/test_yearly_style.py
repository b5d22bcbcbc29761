"""The house style of an organisation as far as a document takes it."""

from pathlib import Path

import pytest

from openkader.publication.charts.svg import ACCENT
from openkader.publication.yearly.style import HouseStyle, read_style


def style(folder: Path, css: str) -> HouseStyle:
    path = folder / "house-style.css"
    path.write_text(css, encoding="utf-8")
    return read_style(path)


def test_paper_takes_the_colour_of_a_light_screen(tmp_path: Path) -> None:
    css = ":root { --basis-color-accent-1-color-default: light-dark(#7A1F5C, #f0a6d4); }"
    assert style(tmp_path, css).accent == "#7A1F5C"


def test_a_short_colour_is_written_out(tmp_path: Path) -> None:
    assert style(tmp_path, "a{--basis-color-accent-1-color-default: #a1f;}").accent == "#aa11ff"


@pytest.mark.parametrize("value", ["red", "oklch(0.5 0.1 20)", "var(--x)", "url(javascript:1)", '#12"/><x'])
def test_a_colour_that_paper_does_not_know_leaves_the_neutral_one(tmp_path: Path, value: str) -> None:
    assert style(tmp_path, f"a{{--basis-color-accent-1-color-default: {value};}}").accent == ACCENT


def test_typefaces_are_taken_in_order_and_nothing_else_is(tmp_path: Path) -> None:
    css = 'a{--basis-heading-font-family: "RO Serif", Georgia, url(x), <b>, serif;}'
    assert style(tmp_path, css).heading == ("RO Serif", "Georgia", "serif")


def test_without_a_file_it_is_neutral(tmp_path: Path) -> None:
    assert read_style(tmp_path / "none.css") == HouseStyle()


def test_a_chart_takes_the_colour_of_the_house() -> None:
    assert HouseStyle(accent="#7a1f5c").drawn(f'<rect fill="{ACCENT}"/>') == '<rect fill="#7a1f5c"/>'
