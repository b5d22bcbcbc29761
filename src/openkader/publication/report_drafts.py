"""A report on an activity as the register composes it now, and a text of it on the letterhead of its organisation."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from openkader.base.text import Text
from openkader.casework.reporting import ReportKind
from openkader.publication.docx import written
from openkader.publication.letterhead import letterhead_of
from openkader.publication.letters import MADE_UP, Letter
from openkader.publication.periods import shown_date
from openkader.publication.report_facts import Told, known_facts
from openkader.publication.report_settings import report_settings
from openkader.publication.report_templates import house_templates
from openkader.publication.reports import Composed, Paper, composed, paper_of
from openkader.register.front_doors import newest_kader_id
from openkader.register.kaders import assessor_of
from openkader.register.selectors import ReportFile

_REFERENCE = Text(nl="Kenmerk", en="Reference")
_DATE = Text(nl="Datum", en="Date")


def told_of(found: ReportFile, kind: ReportKind, language: str, today: date) -> Told:
    """What a report is composed of: the activity, and the kader of its source or else the newest."""
    kader = assessor_of(str(found.row["source__kader"] or newest_kader_id(today))).kader
    return Told(found=found, kader=kader, kind=kind, language=language, settings=report_settings())


def composed_of(told: Told) -> Composed:
    """What the register gives now."""
    with override(told.language):
        return composed(told.kind, known_facts(told), house_templates(), told.language)


def report_letter(told: Told, text: str, today: date) -> Letter:
    """A text as a document, whether the register composed it or somebody wrote it."""
    activity, language = told.found.activity, told.language
    with override(language):
        day = shown_date(today)
    paper = Paper(
        language=language,
        organisation=told.kader.organisation.in_(language),
        title=told.said(activity.label) or activity.reference,
        about=((_REFERENCE.in_(language), activity.reference), (_DATE.in_(language), day)),
        made_up=MADE_UP.in_(language) if activity.is_fictional else None,
    )
    return paper_of(text, paper)


def report_document(told: Told, text: str, today: date) -> bytes:
    """The same for Word, on the letterhead of the organisation."""
    organisation = told.kader.id.partition("/")[0]
    return written(
        report_letter(told, text, today), letterhead_of(Path(settings.OPENKADER_PACKS), organisation)
    )
