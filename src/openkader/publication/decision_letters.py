"""The draft of the letter about a decision of a case, in the words of its organisation and on its letterhead."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Kader
from openkader.publication.docx import written
from openkader.publication.kader_words import entry_words
from openkader.publication.letter_templates import templates_of
from openkader.publication.letterhead import letterhead_of
from openkader.publication.letters import MADE_UP, Decided, Letter, letter_of
from openkader.publication.periods import shown_date, shown_period
from openkader.register import selectors
from openkader.register.case_kaders import kader_name
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Dossier, Row

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft, and the organisation on whose letterhead it is written."""

    letter: Letter
    organisation: str

    @property
    def document(self) -> bytes:
        """The letter as a Word document."""
        return written(self.letter, letterhead_of(Path(settings.OPENKADER_PACKS), self.organisation))


def draft_of(found: Dossier, decision: str, language: str, today: date, *, reader: Person) -> Drafted:
    """The letter about a decision that was taken in this case."""
    row = _row(found, decision)
    kader = assessor_of(kader_name(found, today)).kader
    organisation = kader.id.partition("/")[0]
    with override(language):
        decided = _decided(found, row, kader, language, reader)
        letter = letter_of(decided, language, templates_of(Path(settings.OPENKADER_PACKS), organisation))
    return Drafted(letter, organisation)


def _row(found: Dossier, decision: str) -> Row:
    """The decision of this dossier; one that was read in a publication was told elsewhere."""
    for row in found.decisions if found.request is not None else ():
        if row["reference"] == decision and not row["reconstructed"]:
            return row
    raise NotFound("decision", decision[:80])


def _decided(found: Dossier, row: Row, kader: Kader, language: str, reader: Person) -> Decided:
    """The decision in the words of its letter; within the language of the letter."""
    asked = found.request or {}
    period, conditions, title = asked.get("period"), row["conditions"], asked["title"]
    reference = str(asked["reference"])
    intake = selectors.intake_of(reference, reader=reader)
    return Decided(
        organisation=kader.organisation.in_(language),
        reference=str(row["reference"]),
        title=title.in_(language) if isinstance(title, Text) else "",
        outcome=DecisionOutcome(str(row["outcome"])),
        day=_day(row["decided_on"]),
        received=shown_period(period) if isinstance(period, Period) else None,
        name=intake.contact_name if intake else None,
        ground_code=str(row["ground"]) if row["ground"] else None,
        ground=entry_words(kader, "grounds", row["ground"], language),
        instrument=entry_words(kader, "instruments", row["instrument"], language),
        motivation=str(row["motivation"]) if row["motivation"] else None,
        conditions=tuple(map(str, conditions)) if isinstance(conditions, list) else (),
        referred_to=str(row["referred_to"]) if row["referred_to"] else None,
        made_up=MADE_UP.in_(language) if selectors.is_fictional(reference) else None,
    )


def _day(value: object) -> str:
    assert isinstance(value, date)  # noqa: S101 - a decision that was taken here has a day
    return shown_date(value)
