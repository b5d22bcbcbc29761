"""What a day asks for: whoever has to is reminded, participants are asked, and waivers that ended no longer count."""

from contextlib import suppress
from datetime import date
from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from openkader.base.errors import OpenKaderError
from openkader.casework.effect import SurveyForm
from openkader.casework.permissions import HouseHand
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.publication.invitations import reminder
from openkader.publication.links import Addressee
from openkader.publication.reminders import agreement_reminder, measure_reminder, recommendation_reminder
from openkader.publication.scan_invitations import ScanAddressee, scan_reminder
from openkader.publication.survey_invitations import (
    survey_addressee,
    survey_question,
    survey_reminder,
)
from openkader.register import selectors, services
from openkader.register.case_lines import keep_lapsed_lines
from openkader.register.deadlines import deadlines_here
from openkader.register.kept_drafts import forget_old_drafts
from openkader.register.selectors import AdviceRow, AgreementEnding, MeasureDue, ReminderRow, SurveyDue
from openkader.register.selectors.recommendation_reminders import (
    RecommendationLate,
    recommendations_to_remind,
)
from openkader.register.sessions import forget_ended
from openkader.register.survey_forms import survey_form_here

BY = HouseHand("cli:work")


def keep_up(stop: Stop) -> int:
    """Do everything that today asks for; done again, or by another beside us, it changes nothing more.

    How many desks and companies were reminded.
    """
    moment = now()
    today = timezone.localdate(moment)
    with stop.held_off():
        keep_lapsed_lines(moment, today)
        services.lapse_measures(by=BY, now=moment)
        forget_ended(moment)
        forget_old_drafts(moment)
        services.forget_mails(by=BY, now=moment)
    if not settings.OPENKADER_MAIL_FROM:
        return 0
    for due in selectors.measures_due(today):
        _remind_owner(due, stop)
    for ending in selectors.agreements_to_remind(today):
        _remind_of_agreement(ending, stop)
    for late in recommendations_to_remind(today):
        _remind_of_recommendation(late, stop)
    desks = [_remind(row, today, stop) for row in selectors.reminders_due(deadlines_here().reminders, today)]
    companies = [_remind_company(row, today, stop) for row in selectors.scans_to_remind(today)]
    for row in selectors.surveys_to_remind(today):
        _remind_participant(row, today, stop)
    survey = survey_form_here()
    if survey is not None:
        for row in selectors.surveys_due(survey, today, settings.LANGUAGE_CODE):
            _ask(row, survey, today, stop)
    return sum(desks) + sum(companies)


def _remind(row: AdviceRow, today: date, stop: Stop) -> bool:
    """Let one reminder go out; the mail, its link and the note that it went are one change."""
    to = Addressee(email=row.email, language=row.language, due_on=row.due_on)
    sent = reminder(to, partial(_address, "advice_link"), today, mails=True)
    # Somebody may have answered, or another worker reminded, since we looked.
    with stop.held_off(), suppress(OpenKaderError):
        services.remind_adviser(row.reference, by=BY, now=now(), link=sent.link, mail=sent.mail)
        return True
    return False


def _remind_owner(due: MeasureDue, stop: Stop) -> None:
    """The same for whoever sees to a measure."""
    mail = measure_reminder(due, _address("measure", due.activity, due.measure), settings.LANGUAGE_CODE)
    with stop.held_off(), suppress(OpenKaderError):
        services.remind_owner(due.measure, due.stage, mail, by=BY, now=now())


def _remind_of_agreement(ending: AgreementEnding, stop: Stop) -> None:
    """The same for whoever sees to an agreement that ends."""
    mail = agreement_reminder(ending, _address("agreement", ending.reference), settings.LANGUAGE_CODE)
    # It may have been renewed or ended, or another worker reminded, since we looked.
    with stop.held_off(), suppress(OpenKaderError):
        services.remind_of_agreement(ending.reference, ending.account, mail, by=BY, now=now())


def _remind_of_recommendation(late: RecommendationLate, stop: Stop) -> None:
    """The same for whoever writes the evaluation, of a recommendation of which the term has passed."""
    mail = recommendation_reminder(late, _address("recommendation", late.reference), settings.LANGUAGE_CODE)
    with stop.held_off(), suppress(OpenKaderError):
        services.remind_of_recommendation(late.reference, late.account, mail, by=BY, now=now())


def _remind_company(row: ReminderRow, today: date, stop: Stop) -> bool:
    """The same for a company that did not hand in its self-scan."""
    to = ScanAddressee(activity=row.activity, email=row.email, language=row.language, due_on=row.due_on)
    sent = scan_reminder(to, partial(_address, "self_scan"), today, mails=True)
    # It may have been handed in, or another worker reminded, since we looked.
    with stop.held_off(), suppress(OpenKaderError):
        services.remind_company(row.reference, by=BY, now=now(), link=sent.link, mail=sent.mail)
        return True
    return False


def _ask(due: SurveyDue, form: SurveyForm, today: date, stop: Stop) -> None:
    """Ask one that took part what came of it; the question, its link and the mail are one change."""
    entry, _sent = survey_question(due, partial(_address, "survey"), today, mails=True)
    # Another worker may have asked since we looked.
    with stop.held_off(), suppress(OpenKaderError):
        services.ask_survey(entry, form=form, by=BY, now=now())


def _remind_participant(due: SurveyDue, today: date, stop: Stop) -> None:
    """Remind one of it that did not answer."""
    sent = survey_reminder(survey_addressee(due), partial(_address, "survey"), today, mails=True)
    with stop.held_off(), suppress(OpenKaderError):
        services.remind_participant(due.reference, by=BY, now=now(), link=sent.link, mail=sent.mail)


def _address(page: str, *place: str) -> str:
    """Where a mail leads: a page of this installation."""
    return f"{settings.OPENKADER_ADDRESS}{reverse(page, args=place)}"
