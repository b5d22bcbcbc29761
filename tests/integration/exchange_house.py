"""A file of another province that is made up, as its own installation would write it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from openkader.evaluation.defining import definition_digest
from openkader.kader import Assessor, load_texts
from openkader.publication.exchange import Exchange, Given, packed, received
from openkader.publication.exchange.composing import ours_of
from openkader.publication.exchange.content import (
    Bounds,
    GivenFigure,
    GivenYear,
    KaderPart,
    WordsPart,
)
from openkader.publication.exchange.entries import lists_text, messages_text
from openkader.publication.exchange.taking_over import foreign_entry, words_entry
from openkader.publication.kader_files import fingerprint_of, public_key
from openkader.register import services
from openkader.register.exchange_entries import ExchangeEntry, ForeignEntry
from openkader.register.kader_draft_entries import WordsTakeOverEntry
from openkader.register.kaders import assessor_of
from tests.integration.kader_house import BASE, BEGINS, HAND, THEIR_KEY, theirs

MARK = fingerprint_of(public_key(THEIR_KEY))
FILE = "verweg.exchange.json"
DAY = date(2030, 4, 1)


def of_verweg(**changes: Any) -> Exchange:
    """Their kader, a line that is new here and one that is changed, a list that is changed, and figures of 2024."""
    texts = theirs()
    kader = load_texts(texts, "verweg/2025-01-01")
    lines = messages_text(texts, {one.id for one in kader.messages})
    for word in ("id", "message"):
        lines = lines.replace(f"{word}: policy_line", f"{word}: water_line")
    lists = lists_text(texts, {"desks", "topics"}).replace("code: nctv,", "code: aivd,")
    usual = {
        "organisation": "verweg",
        "name": kader.organisation,
        "made_on": DAY,
        "kader": KaderPart(version="2025-01-01", digest=kader.digest, files=texts),
        "messages": WordsPart(kader=kader.id, text=lines.replace("gelijk speelveld", "eerlijk speelveld")),
        "lists": WordsPart(kader=kader.id, text=lists),
        "years": (year_of_verweg(),),
    }
    return Exchange(**{**usual, **changes})


def year_of_verweg(year: int = 2024) -> GivenYear:
    """The figures of our year, each with another number."""
    kader = assessor_of(BASE).kader
    figures = tuple(
        GivenFigure(
            id=one.id,
            text=one.text,
            says=one.definition,
            definition=definition_digest(one, kader.tables),
            counts=one.counts,
            found=Bounds(low=90 + place, high=90 + place) if place else None,
        )
        for place, one in enumerate(kader.figures)
    )
    return GivenYear(
        year=year,
        kader="verweg/2025-01-01",
        digest=kader.digest,
        adopted=None,
        fictional=False,
        figures=figures,
    )


def file_of(**changes: Any) -> bytes:
    return packed(of_verweg(**changes), THEIR_KEY)


def given_by_verweg(**changes: Any) -> Given:
    return received(file_of(**changes), FILE)


def words(*chosen: str) -> WordsTakeOverEntry:
    """What somebody chose of their lines and lists, to begin a draft with."""
    given = given_by_verweg(kader=None, years=())
    taken = chosen or ("messages.water_line", "lists.desks")
    return words_entry(given, ours_of(BASE), taken, "Van Verweg", BEGINS)


def _taking_over(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    entry = words()
    return lambda: services.take_over_words(entry, **HAND)


def _noting(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    entry = ExchangeEntry(sha256="a" * 64, kader="", messages=1, lists=0, years=(2024,), withheld=3)
    return lambda: services.note_exchange(entry, **HAND)


def figures(**changes: Any) -> ForeignEntry:
    """Their figures, whose mark somebody compared."""
    given = given_by_verweg(kader=None, messages=None, lists=None, **changes)
    return foreign_entry(given, "zuid-holland", is_checked=True)


def _keeping(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    entry = figures()
    return lambda: services.keep_foreign_figures(entry, **HAND)


def _dropping(_assessor: Assessor, _folder: Path) -> Callable[[], object]:
    reference = services.keep_foreign_figures(figures(), **HAND)
    return lambda: services.drop_foreign_figures(reference, **HAND)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "take_over_words": _taking_over,
    "note_exchange": _noting,
    "keep_foreign_figures": _keeping,
    "drop_foreign_figures": _dropping,
}
