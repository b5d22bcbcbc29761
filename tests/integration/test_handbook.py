"""The handbook leads where it says, and names only what stands on a page."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client

from openkader.base.errors import NotFound
from openkader.cli.main import main
from openkader.publication import handbook
from openkader.publication.handbook.reading import NAMES, handbook_page, picture_file

SOURCE = Path(handbook.__file__).parents[2]
PAGES = Path(handbook.__file__).parent / "pages"
BOLD = re.compile(r"\*\*(.+?)\*\*")
IN_DUTCH = re.compile(r'nl="([^"]+)"')


def said() -> set[str]:
    """All that the house says in Dutch: on pages, and in the sentences of its rules."""
    with (SOURCE / "web/locale/nl/LC_MESSAGES/django.po").open("rb") as file:
        found = {str(one.string) for one in read_po(file)}
    for path in SOURCE.rglob("*.py"):
        found |= set(IN_DUTCH.findall(path.read_text(encoding="utf-8")))
    return {one[:1].lower() + one[1:] for one in found}


@pytest.mark.parametrize("name", NAMES)
def test_a_word_in_bold_stands_on_a_page(name: str) -> None:
    named = BOLD.findall((PAGES / f"{name}.md").read_text(encoding="utf-8"))
    assert named
    assert {one[:1].lower() + one[1:] for one in named} - said() == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_is_for_is_said_without_marks(name: str) -> None:
    page = handbook_page(name, str, str)
    assert not set("*`[_") & set(page.title + page.lead)


def test_every_page_has_its_place_and_shows_every_picture() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted(NAMES)
    shown = {one for name in NAMES for one in handbook_page(name, str, str).pictures}
    assert {path.stem for path in (PAGES.parent / "pictures").glob("*.png")} == shown


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_open_to_everybody_and_its_links_lead_somewhere(name: str) -> None:
    page = Client().get(f"/handboek/{name}/").content.decode()
    article = page[page.index("<article") : page.index("</article>")]
    for address in re.findall(r'(?:href|src)="([^"]+)"', article):
        assert Client().get(address).status_code == 200


@pytest.mark.django_db
def test_the_first_page_names_every_task() -> None:
    page = Client().get("/handboek/").content.decode()
    for name in NAMES:
        assert f'href="/handboek/{name}/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/handboek/zz/", "/handboek/beelden/zz.png", "/handboek/..%2Fx/"])
def test_what_is_not_there_is_not_found(address: str) -> None:
    assert Client().get(address).status_code == 404


def test_a_name_from_outside_reaches_no_file() -> None:
    for name in ("../pages/besluiten", "besluiten.md", ""):
        with pytest.raises(NotFound):
            picture_file(name)
        with pytest.raises(NotFound):
            handbook_page(name, str, str)


def test_it_is_written_as_pages_that_need_no_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "handboek"
    assert main(["handbook", "--to", str(folder)]) == 0
    assert f"{len(NAMES)} bladzijden" in capsys.readouterr().out
    for path in folder.glob("*.html"):
        for address in re.findall(r'(?:href|src)="([^"]+)"', path.read_text(encoding="utf-8")):
            assert (folder / address).is_file(), (path.name, address)
    assert "<img" in (folder / "besluiten.html").read_text(encoding="utf-8")
