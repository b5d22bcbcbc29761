"""Every part of which the pages are built can be looked at in one place, on a light and on a dark screen."""

from pathlib import Path

import pytest
from django.test import Client

from openkader.kader import Assessor
from openkader.web import gallery
from openkader.web.marks import MARKS
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
GALLERY = "/onderdelen/"


def test_every_component_has_an_example(assessor: Assessor) -> None:
    shown = {example.component for example in gallery.examples(assessor)}
    assert set(gallery.components()) - shown == set()
    assert shown <= set(gallery.components())


def test_the_gallery_draws_every_example_and_every_icon(assessor: Assessor) -> None:
    text = colleague().get(GALLERY).content.decode()
    for example in gallery.examples(assessor):
        assert f"<code>{example.component}</code>" in text
    for icon in gallery.icons():
        assert f"<code>{icon}</code>" in text
    assert "Verzonnen maatregel" in text


def test_every_state_has_an_icon_that_is_there() -> None:
    used = {mark.icon for marks in MARKS.values() for mark in marks.values()}
    assert used <= set(gallery.icons())


@pytest.mark.parametrize(("asked", "scheme"), [("dark", "scheme--dark"), ("light", "scheme--light")])
def test_it_can_be_seen_light_and_dark(asked: str, scheme: str) -> None:
    assert scheme in colleague().get(f"{GALLERY}?scheme={asked}").content.decode()


def test_another_word_for_how_it_looks_is_harmless() -> None:
    text = colleague().get(f'{GALLERY}?scheme="><script>').content.decode()
    assert "scheme--" not in text
    assert '"><script>' not in text


def test_it_is_for_colleagues_and_asks_the_database_little() -> None:
    assert Client().get(GALLERY).status_code == 302
    assert queries_of(GALLERY, colleague()) <= MOST_QUERIES


def test_every_colour_that_is_shown_has_its_paint() -> None:
    styles = (Path(gallery.__file__).parents[1] / "static/web/forms.css").read_text(encoding="utf-8")
    for colour in gallery.COLOURS:
        assert f".swatch--{colour} " in styles
