"""What is done on the page of a report: look at it, save a version, make it final."""

from dataclasses import dataclass
from pathlib import Path

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act
from openkader.casework.raising import may_look_back
from openkader.casework.reporting import LANGUAGES, ReportKind
from openkader.casework.vocabulary import ActivityStanding
from openkader.kader import Kader
from openkader.publication.docx import written
from openkader.publication.letterhead import letterhead_of
from openkader.publication.letters import Letter
from openkader.publication.report_settings import report_settings
from openkader.publication.report_templates import house_templates
from openkader.publication.reports import Composed, Paper, composed, paper_of
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.kaders import assessor_of
from openkader.register.report_entries import FinalEntry, ReportEntry
from openkader.register.selectors import DraftRow, ReportFile
from openkader.web.acts.deeds import Deeds, Place
from openkader.web.forms.report import FinalForm, ReportForm
from openkader.web.front_doors import newest_kader_id
from openkader.web.reader import person
from openkader.web.report_words import Told, known_facts
from openkader.web.shell import language, practice, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting(Place):
    """A text about an activity, in one kind and one language, and who writes it."""

    found: ReportFile
    kader: Kader
    kind: ReportKind
    language: str
    drafts: tuple[DraftRow, ...]

    @property
    def reference(self) -> str:
        """The activity."""
        return self.found.activity.reference

    @property
    def newest(self) -> DraftRow | None:
        """The version that counts."""
        return self.drafts[0] if self.drafts else None

    @property
    def told(self) -> Told:
        """For whom it is, of what."""
        return Told(found=self.found, kader=self.kader, kind=self.kind, settings=report_settings())

    @property
    def shut(self) -> Refusal | None:
        """Why nothing is written of it now: it was called off, or has not begun."""
        activity = self.found.activity
        return may_look_back(
            activity.period.starts_on if activity.period else None,
            self.today,
            is_cancelled=activity.standing == ActivityStanding.CANCELLED,
        )

    def composed(self) -> Composed:
        """What the register gives now."""
        with override(self.language):
            known = known_facts(self.told)
        return composed(self.kind, known, house_templates(), self.language)

    def letter(self, text: str) -> Letter:
        """A text as a document."""
        with override(self.language):
            about = ((_("Reference"), self.reference), (_("Date"), date_format(self.today, "j F Y")))
            paper = Paper(
                language=self.language,
                organisation=said(self.kader.organisation) or "",
                title=said(self.found.activity.label) or self.reference,
                about=about,
                made_up=practice(is_fictional=self.found.activity.is_fictional) or None,
            )
        return paper_of(text, paper)

    def paper(self, text: str) -> bytes:
        """A text for Word, on the letterhead of the organisation."""
        organisation = self.kader.id.partition("/")[0]
        return written(self.letter(text), letterhead_of(Path(settings.OPENKADER_PACKS), organisation))


def reporting(place: Place, reference: str) -> Reporting:
    """The text that an address names; without a kind the report to the council, in the language of the reader."""
    found = selectors.report_file(reference, place.today, reader=person(place.request))
    asked = place.request.GET
    kind = asked.get("soort") or ReportKind.MISSION_REPORT
    if kind not in list(ReportKind):
        raise NotFound("report", kind[:40])
    wanted = asked.get("taal", "")
    chosen = wanted if wanted in LANGUAGES else language()
    key = int(str(found.row["id"]))
    return Reporting(
        request=place.request,
        now=place.now,
        found=found,
        kader=assessor_of(str(found.row["source__kader"] or newest_kader_id())).kader,
        kind=ReportKind(kind),
        language=chosen,
        drafts=selectors.report_drafts(key, ReportKind(kind), chosen),
    )


def _save(place: Reporting, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = ReportEntry(
        activity=place.reference,
        kind=place.kind,
        language=place.language,
        text=words["text"],
        seen=words["seen"],
        sections=place.composed().digests,
    )
    number = services.save_report(entry, **place.hand)
    return _("Version %(number)s is saved.") % {"number": number}


def _finish(place: Reporting, form: forms.Form) -> str:
    newest, is_report = place.newest, place.kind is ReportKind.MISSION_REPORT
    paper = None
    if is_report and newest is not None:
        name = f"{place.reference}-verslag-{place.language}-{newest.version}.docx"
        paper = DocumentEntry(name=name, content=place.paper(newest.text))
    entry = FinalEntry(
        activity=place.reference,
        kind=place.kind,
        language=place.language,
        seen=form.cleaned_data["seen"],
        paper=paper,
        measure=place.told.settings.measure if is_report else None,
    )
    services.finish_report(entry, **place.hand)
    if is_report:
        return _(
            "The report is final. It is evidence at the measure that asks for it, if the activity has that."
        )
    return _("The text is final. Publish it, and add the link on the page of the public account.")


ACTS: Deeds[Reporting] = {
    "save": (Act.WORK, lambda place: ReportForm(place.request.POST), _save),
    "finish": (Act.WORK, lambda place: FinalForm(place.request.POST), _finish),
}
