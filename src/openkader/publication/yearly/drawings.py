"""Charts as pictures, for a word processor that knows no SVG."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typst

from openkader.evaluation.document import Chapter, Document, Picture
from openkader.publication.charts.svg import fixed
from openkader.publication.yearly.style import FONTS, OWN_FONT, HouseStyle

_TEMPLATE = Path(__file__).with_name("drawings.typ")
_WIDE = 620
_SHARP = 160  # dots to an inch of a page of that many points


def pictures_of(document: Document) -> tuple[Picture, ...]:
    """Every chart of the document, in the order of reading."""
    return tuple(one for chapter in document.chapters for one in _pictures(chapter))


def _pictures(chapter: Chapter) -> Sequence[Picture]:
    own = [block for block in chapter.blocks if isinstance(block, Picture)]
    return [*own, *(one for inner in chapter.chapters for one in _pictures(inner))]


def drawn(pictures: Sequence[Picture], style: HouseStyle) -> list[bytes]:
    """Each as a PNG, all at one go."""
    if not pictures:
        return []
    svgs = [fixed(style.drawn(one.svg), _WIDE, OWN_FONT) for one in pictures]
    found: Any = typst.compile(  # one page as its bytes, several as a list of them
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        format="png",
        ppi=_SHARP,
        font_paths=[str(FONTS)],
        sys_inputs={"svgs": json.dumps(svgs)},
    )
    return found if isinstance(found, list) else [found]
