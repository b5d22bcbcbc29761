"""What is done on the page of a report: look at it, save a version, make it final."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act
from openkader.casework.raising import may_look_back
from openkader.casework.reporting import LANGUAGES, ReportKind
from openkader.casework.vocabulary import ActivityStanding
from openkader.publication.letters import Letter
from openkader.publication.report_drafts import composed_of, report_document, report_letter, told_of
from openkader.publication.report_facts import Told
from openkader.publication.reports import Composed
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.report_entries import FinalEntry, ReportEntry
from openkader.register.selectors import DraftRow, ReportFile
from openkader.web.acts.deeds import Deeds, Place
from openkader.web.forms.report import FinalForm, ReportForm
from openkader.web.reader import person
from openkader.web.shell import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting(Place):
    """A text about an activity, in one kind and one language, and who writes it."""

    told: Told
    drafts: tuple[DraftRow, ...]

    @property
    def found(self) -> ReportFile:
        """What the register knows of it."""
        return self.told.found

    @property
    def kind(self) -> ReportKind:
        """For whom it is."""
        return self.told.kind

    @property
    def language(self) -> str:
        """In which it is written."""
        return self.told.language

    @property
    def reference(self) -> str:
        """The activity."""
        return self.found.activity.reference

    @property
    def newest(self) -> DraftRow | None:
        """The version that counts."""
        return self.drafts[0] if self.drafts else None

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
        return composed_of(self.told)

    def letter(self, text: str) -> Letter:
        """A text as a document."""
        return report_letter(self.told, text, self.today)

    def paper(self, text: str) -> bytes:
        """A text for Word, on the letterhead of the organisation."""
        return report_document(self.told, text, self.today)


def reporting(place: Place, reference: str) -> Reporting:
    """The text that an address names; without a kind the report to the council, in the language of the reader."""
    found = selectors.report_file(reference, place.today, reader=person(place.request))
    asked = place.request.GET
    kind = asked.get("soort") or ReportKind.MISSION_REPORT
    if kind not in list(ReportKind):
        raise NotFound("report", kind[:40])
    wanted = asked.get("taal", "")
    told = told_of(found, ReportKind(kind), wanted if wanted in LANGUAGES else language(), place.today)
    drafts = selectors.report_drafts(int(str(found.row["id"])), told.kind, told.language)
    return Reporting(request=place.request, now=place.now, told=told, drafts=drafts)


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
