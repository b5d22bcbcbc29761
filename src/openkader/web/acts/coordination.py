"""What is done on the page of advice and agreement: ask, remind, answer, take back, waive, agree, hand over.

An act has the task that it is of, the form that it takes, and what it does: that gives the sentence said after it.
"""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.casework.permissions import Act
from openkader.kader import Assessor
from openkader.publication.invitations import invitation, reminder
from openkader.publication.links import Addressee, Invitation
from openkader.register import selectors, services
from openkader.register.advice_entries import AdviceRequestEntry, WaiverEntry
from openkader.web.acts.answering import answer_form, give
from openkader.web.acts.deeds import Deeds, Place, Said, by_words, plain
from openkader.web.forms.advice import AskForm, HandOverForm, NoForm, ReasonForm, WaiverForm
from openkader.web.links import told_link
from openkader.web.presenters.advice import desk_name
from openkader.web.reader import person
from openkader.web.shell import language


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Place):
    """The case of a page, and who stands before it."""

    reference: str
    assessor: Assessor

    def address(self, token: str) -> str:
        """Where a link leads."""
        return advice_address(self, token)

    def found(self) -> selectors.Coordination:
        """Everything about advice and agreement in it."""
        return selectors.coordination_of(
            self.reference, self.assessor, self.today, reader=person(self.request)
        )

    def desks(self) -> list[tuple[str, str]]:
        """The desks that the kader knows, each in words."""
        kader = self.assessor.kader
        listing = kader.lists.get("desks")
        return [(item.code, desk_name(kader, item.code)) for item in listing.items] if listing else []


def advice_address(place: Place, token: str) -> str:
    """Where a desk answers by its link."""
    return place.request.build_absolute_uri(reverse("advice_link", args=[token]))


def asking_entry(request: str, desk: str, said: Said, place: Place) -> tuple[Invitation, AdviceRequestEntry]:
    """A question as a form puts it, with the link that leads to it and the mail that brings it."""
    due_on, email = said["due_on"], str(said["email"]) or None
    to = Addressee(email=email, language=language(), due_on=due_on)
    mails = bool(settings.OPENKADER_MAIL_FROM)
    sent = invitation(to, lambda token: advice_address(place, token), place.today, mails=mails)
    entry = AdviceRequestEntry(
        request=request,
        desk=desk,
        question=str(said["question"]),
        recipient=str(said["recipient"]),
        due_on=to.due_on,
        email=email,
        language=to.language,
        link=sent.link,
        mail=sent.mail,
    )
    return sent, entry


def _ask(case: Case, said: Said) -> str:
    sent, entry = asking_entry(case.reference, str(said["desk"]), said, case)
    services.ask_advice(entry, assessor=case.assessor, by=case.by, now=case.now)
    return told_link(sent)


def _remind(case: Case, _said: Said) -> str:
    row = _row(case)
    to = Addressee(email=row.email, language=row.language, due_on=row.due_on)
    sent = reminder(to, case.address, case.today, mails=bool(settings.OPENKADER_MAIL_FROM))
    services.remind_adviser(row.reference, by=case.by, now=case.now, link=sent.link, mail=sent.mail)
    return told_link(sent)


def _row(case: Case) -> selectors.AdviceRow:
    """The question of this case that the form names; that of another case there is not."""
    named = case.request.POST.get("advice", "")
    rows = case.found().asked
    for row in rows:
        if row.reference == named:
            return row
    raise NotFound("advice", named[:80])


def _answer(case: Case, said: Said) -> str:
    give(_row(case), said, case.hand)
    return _("The advice is recorded.")


def _take_back(case: Case, said: Said) -> str:
    services.withdraw_advice_request(_row(case).reference, str(said["reason"]), by=case.by, now=case.now)
    return _("The question is taken back.")


def _waive(case: Case, said: Said) -> str:
    entry = WaiverEntry(
        request=case.reference,
        desk=str(said["desk"]),
        reason=str(said["reason"]),
        expires_on=said["expires_on"],
    )
    services.waive_advice(entry, assessor=case.assessor, by=case.by, now=case.now)
    return _("The waiver is proposed. It holds once a second person agreed.")


def _agree_waiver(case: Case, _said: Said) -> str:
    named = case.request.POST.get("waiver", "")
    if named not in {row.reference for row in case.found().waivers}:
        raise NotFound("waiver", named[:80])
    services.agree_to_waiver(named, by=case.by, now=case.now)
    return _("You agreed to the waiver.")


def _agree(case: Case, _said: Said) -> str:
    services.agree_to_decision(_draft(case), by=case.by, now=case.now)
    return _("You agreed. The decision is taken.")


def _return(case: Case, said: Said) -> str:
    services.return_decision(_draft(case), str(said["reason"]), by=case.by, now=case.now)
    return _("The decision is sent back.")


def _draft(case: Case) -> str:
    named = case.request.POST.get("decision", "")
    if named not in {row.reference for row in case.found().prepared}:
        raise NotFound("decision", named[:80])
    return named


def _hand_over(case: Case, said: Said) -> str:
    referral = case.found().referral
    if referral is None:
        raise Refused(Refusal("decision.not-referred"))
    services.hand_over(referral[0], str(said["confirmed_by"]), by=case.by, now=case.now)
    return _("The hand-over is confirmed.")


def _ask_form(case: Case) -> forms.Form:
    return AskForm(case.desks(), case.request.POST)


def _waiver_form(case: Case) -> forms.Form:
    return WaiverForm(case.desks(), case.request.POST, auto_id="waive_%s")


def _answer_form(case: Case) -> forms.Form:
    return answer_form(case.request, _row(case), is_told=True)


ACTS: Deeds[Case] = {
    "ask": (Act.ASK_ADVICE, _ask_form, by_words(_ask)),
    "remind": (Act.ASK_ADVICE, plain(NoForm), by_words(_remind)),
    "answer": (Act.GIVE_ADVICE, _answer_form, by_words(_answer)),
    "take_back": (Act.ASK_ADVICE, plain(ReasonForm), by_words(_take_back)),
    "waive": (Act.ASK_ADVICE, _waiver_form, by_words(_waive)),
    "agree_waiver": (Act.WAIVE_ADVICE, plain(NoForm), by_words(_agree_waiver)),
    "agree": (
        Act.READ_CASES,
        plain(NoForm),
        by_words(_agree),
    ),  # the service asks who may be the second person
    "return": (Act.READ_CASES, plain(ReasonForm), by_words(_return)),
    "hand_over": (Act.WORK, plain(HandOverForm), by_words(_hand_over)),
}
