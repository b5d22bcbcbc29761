"""The pages of the handbook, as they lie beside this file: Markdown, and a picture where one helps."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from openkader.base.errors import NotFound

_HERE = Path(__file__).parent
_SIZE = slice(16, 24)  # where a PNG says how wide and high it is
# What an official comes to do, in the order in which a new colleague meets it.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Beginnen", ("eerste-kwartier", "werk-vinden", "register-overnemen")),
    (
        "Een verzoek",
        ("verzoek-opnemen", "verzoek-wegen", "delegatie-screenen", "advies-vragen", "besluiten"),
    ),
    ("Daarna", ("activiteit-uitvoeren", "jaar-verantwoorden", "openbaar-maken")),
    ("Het beleid", ("kader-lezen",)),
)
NAMES: tuple[str, ...] = tuple(name for _, names in GROUPS for name in names)
Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A task: what it is called, and what it is for."""

    name: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class HandbookPage(Heading):
    """One task with its steps as HTML."""

    body: str
    pictures: tuple[str, ...]


@cache
def heading(name: str) -> Heading:
    """What a page is about; an unknown name is not found."""
    tokens = _tokens(name)
    return Heading(name, tokens[1].content, tokens[4].content)


def handbook_page(name: str, page_at: Address, picture_at: Address) -> HandbookPage:
    """A page, with its links and pictures where the reader finds them; an unknown name is not found."""
    body, pictures = _tokens(name)[6:], []
    for token in _inside(body):
        if token.type == "link_open":
            token.attrSet("href", page_at(str(token.attrGet("href")).removesuffix(".md")))
        elif token.type == "image":
            picture = Path(str(token.attrGet("src"))).stem
            pictures.append(picture)
            _place(token, picture, picture_at)
    told = heading(name)
    html = _MARKDOWN.renderer.render(body, _MARKDOWN.options, {})
    return HandbookPage(told.name, told.title, told.lead, html, tuple(pictures))


def picture_file(name: str) -> Path:
    """Where a picture of the handbook lies."""
    if name not in _pictures():
        raise NotFound("handbook-page", name[:80])
    return _HERE / "pictures" / f"{name}.png"


_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def _tokens(name: str) -> list[Token]:
    if name not in NAMES:
        raise NotFound("handbook-page", name[:80])
    return _MARKDOWN.parse((_HERE / "pages" / f"{name}.md").read_text(encoding="utf-8"))


@cache
def _pictures() -> frozenset[str]:
    return frozenset(path.stem for path in (_HERE / "pictures").glob("*.png"))


def _inside(tokens: Sequence[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def _place(token: Token, picture: str, picture_at: Address) -> None:
    width, height = struct.unpack(">II", picture_file(picture).read_bytes()[_SIZE])
    token.attrSet("src", picture_at(picture))
    token.attrSet("width", str(width))
    token.attrSet("height", str(height))
    token.attrSet("loading", "lazy")
