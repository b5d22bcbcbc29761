"""Advice and agreement around a case: ask, remind, take back, waive, agree, hand over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.deadlines import Term, due
from openkader.casework.permissions import Act, may_do
from openkader.kader import Assessor
from openkader.publication.invitations import Addressee, Invitation, invitation, reminder
from openkader.register import selectors, services
from openkader.register.advice_entries import AdviceRequestEntry, WaiverEntry
from openkader.register.deadlines import deadlines_here
from openkader.register.kaders import assessor_of
from openkader.web.advice_forms import AdviceForm, AskForm, HandOverForm, NoForm, ReasonForm, WaiverForm
from openkader.web.answering import advice_entry, answer_form
from openkader.web.doors import acting, for_whom, note_reading, require_act
from openkader.web.presenters.advice import desk_name, shown_coordination
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import language, practice, timeless_context
from openkader.web.views.dossier import kader_name

TERM = 10  # working days, where the kader does not say


@dataclass(frozen=True, slots=True)
class Case:
    """The case of a page, and who stands before it."""

    request: HttpRequest
    reference: str
    assessor: Assessor
    now: datetime

    @property
    def by(self) -> str:
        """Who acts."""
        return acting(self.request)

    @property
    def today(self) -> date:
        """The day on which that is."""
        return timezone.localdate(self.now)

    def address(self, token: str) -> str:
        """Where a link leads."""
        return self.request.build_absolute_uri(reverse("advice_link", args=[token]))


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_coordination(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of advice and agreement; POST does one of its acts."""
    found = selectors.dossier(reference, reader=person(request))
    if found.request is None or found.request["reference"] != reference:
        raise NotFound("request", reference)
    kader = kader_name(found)
    case = Case(request, reference, assessor_of(kader), timezone.now())
    if request.method == "POST":
        return _act(case)
    note_reading(request, reference)
    return _page(case)


def _act(case: Case) -> HttpResponse:
    """Do what the form asks; what is refused keeps what was typed."""
    name = case.request.POST.get("act", "")
    if name not in ACTS:
        raise NotFound("request", name[:40])
    permission, build, do = ACTS[name]
    require_act(case.request, permission)
    form = build(case)
    if not form.is_valid():
        return _page(case, {name: form}, status=422)
    try:
        done = do(case, form.cleaned_data)
    except Refused as error:
        return _page(case, {name: form}, refusal=error.refusal, status=409)
    messages.success(case.request, done)
    return HttpResponseRedirect(case.request.path)


def _ask(case: Case, said: dict[str, object]) -> str:
    due_on, email = said["due_on"], str(said["email"]) or None
    to = Addressee(email=email, language=language(), due_on=due_on)  # type: ignore[arg-type]  # a date field gives a date
    sent = invitation(to, case.address, case.today, mails=bool(settings.OPENKADER_MAIL_FROM))
    entry = AdviceRequestEntry(
        request=case.reference,
        desk=str(said["desk"]),
        question=str(said["question"]),
        recipient=str(said["recipient"]),
        due_on=to.due_on,
        email=email,
        language=to.language,
        link=sent.link,
        mail=sent.mail,
    )
    services.ask_advice(entry, assessor=case.assessor, by=case.by, now=case.now)
    return _told(sent)


def _told(sent: Invitation) -> str:
    if sent.mail:
        return _("The question goes by mail to %(email)s. This link leads to it as well: %(link)s") % {
            "email": sent.mail.to,
            "link": sent.address,
        }
    return _("The question is recorded. Send this link yourself; it is shown only now: %(link)s") % {
        "link": sent.address
    }


def _remind(case: Case, _said: dict[str, object]) -> str:
    row = _row(case)
    to = Addressee(email=row.email, language=row.language, due_on=row.due_on)
    sent = reminder(to, case.address, case.today, mails=bool(settings.OPENKADER_MAIL_FROM))
    services.remind_adviser(row.reference, by=case.by, now=case.now, link=sent.link, mail=sent.mail)
    return _told(sent)


def _row(case: Case) -> selectors.AdviceRow:
    """The question of this case that the form names; that of another case there is not."""
    named = case.request.POST.get("advice", "")
    rows = _found(case).asked
    for row in rows:
        if row.reference == named:
            return row
    raise NotFound("advice", named[:80])


def _found(case: Case) -> selectors.Coordination:
    return selectors.coordination_of(case.reference, case.assessor, case.today, reader=person(case.request))


def _answer(case: Case, said: dict[str, object]) -> str:
    services.give_advice(advice_entry(_row(case).reference, said), by=case.by, now=case.now)
    return _("The advice is recorded.")


def _take_back(case: Case, said: dict[str, object]) -> str:
    services.withdraw_advice_request(_row(case).reference, str(said["reason"]), by=case.by, now=case.now)
    return _("The question is taken back.")


def _waive(case: Case, said: dict[str, object]) -> str:
    entry = WaiverEntry(
        request=case.reference,
        desk=str(said["desk"]),
        reason=str(said["reason"]),
        expires_on=said["expires_on"],  # type: ignore[arg-type]  # a date field gives a date
    )
    services.waive_advice(entry, assessor=case.assessor, by=case.by, now=case.now)
    return _("The waiver is proposed. It holds once a second person agreed.")


def _agree_waiver(case: Case, _said: dict[str, object]) -> str:
    named = case.request.POST.get("waiver", "")
    if named not in {row.reference for row in _found(case).waivers}:
        raise NotFound("waiver", named[:80])
    services.agree_to_waiver(named, by=case.by, now=case.now)
    return _("You agreed to the waiver.")


def _agree(case: Case, _said: dict[str, object]) -> str:
    services.agree_to_decision(_draft(case), by=case.by, now=case.now)
    return _("You agreed. The decision is taken.")


def _return(case: Case, said: dict[str, object]) -> str:
    services.return_decision(_draft(case), str(said["reason"]), by=case.by, now=case.now)
    return _("The decision is sent back.")


def _draft(case: Case) -> str:
    named = case.request.POST.get("decision", "")
    if named not in {row.reference for row in _found(case).prepared}:
        raise NotFound("decision", named[:80])
    return named


def _hand_over(case: Case, said: dict[str, object]) -> str:
    referral = _found(case).referral
    if referral is None:
        raise Refused(Refusal("decision.not-referred"))
    services.hand_over(referral[0], str(said["confirmed_by"]), by=case.by, now=case.now)
    return _("The hand-over is confirmed.")


def _desks(case: Case) -> list[tuple[str, str]]:
    listing = case.assessor.kader.lists.get("desks")
    return (
        [(item.code, desk_name(case.assessor.kader, item.code)) for item in listing.items] if listing else []
    )


def _ask_form(case: Case) -> forms.Form:
    return AskForm(_desks(case), case.request.POST)


def _waiver_form(case: Case) -> forms.Form:
    return WaiverForm(_desks(case), case.request.POST, auto_id="waive_%s")


def _answer_form(case: Case) -> forms.Form:
    return answer_form(case.request, _row(case))


def _plain(form: type[forms.Form]) -> Callable[[Case], forms.Form]:
    return lambda case: form(case.request.POST)


Do = Callable[[Case, dict[str, object]], str]
ACTS: dict[str, tuple[Act, Callable[[Case], forms.Form], Do]] = {
    "ask": (Act.ASK_ADVICE, _ask_form, _ask),
    "remind": (Act.ASK_ADVICE, _plain(NoForm), _remind),
    "answer": (Act.GIVE_ADVICE, _answer_form, _answer),
    "take_back": (Act.ASK_ADVICE, _plain(ReasonForm), _take_back),
    "waive": (Act.ASK_ADVICE, _waiver_form, _waive),
    "agree_waiver": (Act.WAIVE_ADVICE, _plain(NoForm), _agree_waiver),
    "agree": (Act.READ_CASES, _plain(NoForm), _agree),  # the service asks who may be the second person
    "return": (Act.READ_CASES, _plain(ReasonForm), _return),
    "hand_over": (Act.WORK, _plain(HandOverForm), _hand_over),
}


def _page(
    case: Case, tried: dict[str, forms.Form] | None = None, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    tried, found, kader = tried or {}, _found(case), case.assessor.kader
    lacking = [need.desk for need in found.advised.lacking()]
    waiting = {row.desk for row in found.asked if row.state.is_open}
    needed = [desk for desk in [*lacking, *(one.desk for one in found.advised.needs)] if desk not in waiting]
    wanted = case.request.GET.get("desk") or (needed[0] if needed else "")
    shown = shown_coordination(found, kader)
    _give_forms(case, shown, tried)
    page = {
        "kicker": case.reference,
        "title": _("Advice and agreement"),
        "dossier": case.reference,
        "forms": {
            "ask": tried.get("ask") or AskForm(_desks(case), initial=_asking(case, wanted)),
            "waive": tried.get("waive")
            or WaiverForm(
                [(desk, desk_name(kader, desk)) for desk in lacking],
                initial={"desk": lacking[0] if lacking else ""},
                auto_id="waive_%s",
            ),
            "hand_over": tried.get("hand_over") or HandOverForm(),
        },
        "why_not": _why_not(case),
        "wrong": next(iter(tried.values()), None),
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
        **shown,
    }
    crumbs = [
        (_("Dossiers"), reverse("dossiers")),
        (case.reference, reverse("dossier", args=[case.reference])),
        (_("Advice and agreement"), None),
    ]
    made_up = practice(is_fictional=selectors.is_fictional(case.reference))
    values = timeless_context(case.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(case.request, "web/pages/coordination.html", values, status=status)


def _give_forms(case: Case, shown: dict[str, Any], tried: dict[str, forms.Form]) -> None:
    """Every question and every draft gets forms of its own; what was typed comes back where it was typed."""

    def own(act: str, key: str, reference: str, fresh: forms.Form) -> forms.Form:
        form = tried.get(act) if case.request.POST.get(key) == reference else None
        form = form or fresh
        form.auto_id = f"{act}_{reference}_%s"
        return form

    for one in shown["asked"]:
        name, fresh = one["reference"], AdviceForm(initial={"seen": len(one["answers"])})
        one["answer"] = own("answer", "advice", name, fresh)
        one["take_back"] = own("take_back", "advice", name, ReasonForm())
    for one in shown["prepared"]:
        one["return"] = own("return", "decision", one["reference"], ReasonForm())


def _why_not(case: Case) -> dict[str, str]:
    """For each act why this person may not do it at all; empty where they may."""
    roles = person(case.request).roles
    return {name: said_refusal(may_do(roles, permission)) for name, (permission, _form, _do) in ACTS.items()}


def _asking(case: Case, desk: str) -> dict[str, object]:
    """What the kader would ask this desk, and by when."""
    rules = [one for one in case.assessor.kader.consultations if one.desk == desk]
    question = next((one.question.in_(language()) for one in rules if one.question), "")
    term = next((one.term_days for one in rules if one.term_days), TERM)
    today, days = case.today, Term(days=term, counts_working_days=True)
    last = due(today, days, (), deadlines_here().calendar)
    return {"desk": desk, "question": question, "due_on": last.on}
