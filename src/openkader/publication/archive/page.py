"""The page of an archived dossier: one HTML file that needs no server and no other file."""

from collections.abc import Sequence
from pathlib import Path

from django.template import Context, Engine

from openkader.publication.archive.shown import Section

_ENGINE = Engine(dirs=[str(Path(__file__).parent)], autoescape=True)


def page_of(title: str, about: str, sections: Sequence[Section]) -> bytes:
    """The page; the same parts give the same bytes."""
    context = Context({"title": title, "about": about, "sections": sections})
    return _ENGINE.get_template("dossier.html").render(context).encode()
