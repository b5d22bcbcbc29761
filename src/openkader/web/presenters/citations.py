"""Where a rule comes from: its document, its place and the literal words."""

from collections.abc import Iterable

from django.utils.formats import date_format

from openkader.kader import Kader
from openkader.kader.model import MessageLine
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


def review_words(kader: Kader, line: MessageLine) -> str | None:
    """The day on which a line is looked at again, and who says so."""
    if line.policy is None:
        return None
    day = date_format(line.policy.review_on, "j F Y")
    grounds = [f"{said(kader.sources[one.source].title)}: {one.place or ''}" for one in line.policy.cites]
    return f"{day} ({'; '.join(grounds)})" if grounds else day
