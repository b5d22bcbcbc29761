"""Where a rule comes from: its document, its place and the literal words."""

from collections.abc import Iterable

from openkader.kader import Kader
from openkader.kader.sources import Passage
from openkader.web.shell import kader_url, said


def shown_citations(kader: Kader, passages: Iterable[Passage]) -> list[dict[str, object]]:
    """The citations of one rule; without words only the place is given."""
    return [_shown(kader, passage) for passage in passages]


def _shown(kader: Kader, passage: Passage) -> dict[str, object]:
    source = kader.sources[passage.source]
    return {
        "text": passage.words,
        "source": said(source.title),
        "where": passage.place,
        "url": f"{kader_url(kader)}#source-{source.id}",
        "language": "nl",
    }
