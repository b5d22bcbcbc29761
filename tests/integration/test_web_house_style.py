"""An organisation gives the pages its own look with one file of design tokens."""

import shutil
from pathlib import Path

import pytest
from django.test import Client

from tests.unit.kader_factories import PACKS
from tests.web_pages import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
STYLE = ":root { --basis-heading-font-family: Georgia, serif; }"


@pytest.fixture
def packs(tmp_path: Path, settings) -> Path:
    """The kaders in a folder that the test may add to."""
    found = Path(shutil.copytree(PACKS, tmp_path / "packs"))
    settings.OPENKADER_PACKS = found
    return found


def test_without_a_file_the_neutral_theme_stays(packs: Path) -> None:
    assert "/huisstijl/" not in page("/dossiers/")
    assert Client().get("/huisstijl/zuid-holland.css").status_code == 404


def test_a_file_beside_the_kaders_is_loaded_last_on_every_page(packs: Path) -> None:
    (packs / "zuid-holland" / "house-style.css").write_text(STYLE, encoding="utf-8")
    text = page("/dossiers/")
    assert text.index("/huisstijl/zuid-holland.css") > text.index("web/print")
    response = Client().get("/huisstijl/zuid-holland.css")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert response.content.decode() == STYLE


@pytest.mark.parametrize(
    "name", ["..%2F..%2Fetc%2Fpasswd", "zuid-holland%2F2024-01-01%2Ffacts", "nobody", "."]
)
def test_nothing_else_is_served_from_there(packs: Path, name: str) -> None:
    assert Client().get(f"/huisstijl/{name}.css").status_code == 404
