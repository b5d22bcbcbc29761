"""What is done on the page of experiences: ask one that took part, remind, send to a better address, take back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound
from openkader.casework.effect import SurveyForm, Wave
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.publication.survey_invitations import (
    SurveyAddressee,
    survey_invitation,
    survey_question,
    survey_reminder,
)
from openkader.register import services
from openkader.register.selectors import Experiences, SurveyDue, SurveyRow, TakerRow
from openkader.register.survey_entries import SurveyAddressEntry
from openkader.web.acts.deeds import Deeds, Place, Said, by_words, plain
from openkader.web.forms.advice import NoForm, ReasonForm
from openkader.web.forms.survey import SurveyAddressForm, SurveyAskForm
from openkader.web.links import told_link

CAN_BE_ASKED = ("to_ask", "without_address")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperiencePage(Place):
    """What came of an activity as it is found, and who stands before it."""

    found: Experiences
    survey: SurveyForm

    def address(self, token: str) -> str:
        """Where a link leads."""
        return self.request.build_absolute_uri(reverse("survey", args=[token]))

    def to_ask(self) -> Iterator[tuple[TakerRow, Wave]]:
        """Everybody that can be asked today, with the wave in which."""
        for one in self.found.takers if self.found.standing is ActivityStanding.HELD else ():
            for file in self.found.waves:
                if one.standings[file.window.wave.id] in CAN_BE_ASKED:
                    yield one, file.window.wave

    def row(self) -> SurveyRow:
        """The survey of this activity that the form names; that of another there is not."""
        named = self.request.POST.get("survey", "")
        for one in self.found.takers:
            for row in one.surveys:
                if row.reference == named:
                    return row
        raise NotFound("survey", named[:80])

    def wave(self, name: str) -> Wave:
        """The wave of this name."""
        found = self.survey.wave(name)
        if found is None:
            raise NotFound("survey", name[:80])
        return found


def _mails() -> bool:
    return bool(settings.OPENKADER_MAIL_FROM)


def _ask(page: ExperiencePage, said: Said) -> str:
    posted = page.request.POST
    due = SurveyDue(
        activity=page.found.activity,
        title=page.found.title,
        member=posted.get("member", ""),
        wave=page.wave(posted.get("wave", "")),
        recipient=str(said["recipient"]),
        email=str(said["email"]) or None,
        language=str(said["language"]),
        due_on=page.today + timedelta(days=page.survey.term.answer_within),
    )
    entry, sent = survey_question(due, page.address, page.today, mails=_mails())
    services.ask_survey(entry, form=page.survey, **page.hand)
    return told_link(sent)


def _remind(page: ExperiencePage, _said: Said) -> str:
    row = page.row()
    sent = survey_reminder(_to(page, row, row.email), page.address, page.today, mails=_mails())
    services.remind_participant(row.reference, link=sent.link, mail=sent.mail, **page.hand)
    return told_link(sent)


def _readdress(page: ExperiencePage, said: Said) -> str:
    row, email = page.row(), str(said["email"]) or None
    sent = survey_invitation(_to(page, row, email), page.address, page.today, mails=_mails())
    entry = SurveyAddressEntry(
        survey=row.reference, recipient=str(said["recipient"]), email=email, link=sent.link, mail=sent.mail
    )
    services.readdress_survey(entry, **page.hand)
    return told_link(sent)


def _take_back(page: ExperiencePage, said: Said) -> str:
    services.take_back_survey(page.row().reference, str(said["reason"]), **page.hand)
    return _("The question is taken back. Its links no longer work.")


def _to(page: ExperiencePage, row: SurveyRow, email: str | None) -> SurveyAddressee:
    return SurveyAddressee(
        activity=page.found.title,
        wave=page.wave(row.wave).text,
        email=email,
        language=row.language,
        due_on=row.due_on,
    )


ACTS: Deeds[ExperiencePage] = {
    "ask": (Act.WORK, plain(SurveyAskForm), by_words(_ask)),
    "remind": (Act.WORK, plain(NoForm), by_words(_remind)),
    "readdress": (Act.WORK, plain(SurveyAddressForm), by_words(_readdress)),
    "take_back": (Act.WORK, plain(ReasonForm), by_words(_take_back)),
}
