"""The handbook as a folder of pages that needs no server: for an intranet, or a colleague without an account."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from django.template import Context, Engine

from openkader.publication.handbook.reading import GROUPS, NAMES, HandbookPage, handbook_page, picture_file

_ENGINE = Engine(dirs=[str(Path(__file__).parent)], autoescape=True)


def write_site(folder: Path) -> int:
    """Write every page, the pictures they show, and a page that leads to them; how many pages there are."""
    pages = {name: handbook_page(name, lambda to: f"{to}.html", lambda to: f"{to}.png") for name in NAMES}
    folder.mkdir(parents=True, exist_ok=True)
    groups = [(title, [pages[name] for name in names]) for title, names in GROUPS]
    for name, page in [("index", None), *pages.items()]:
        text = _ENGINE.get_template("site.html").render(Context({"page": page, "groups": groups}))
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    for picture in _shown(pages.values()):
        shutil.copyfile(picture_file(picture), folder / f"{picture}.png")
    return len(pages)


def _shown(pages: Iterable[HandbookPage]) -> set[str]:
    return {picture for page in pages for picture in page.pictures}
