"""What a colleague does with a case: answer its questions, assess it, decide on it."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refused
from openkader.base.messages import sentences
from openkader.casework import permissions
from openkader.casework.vocabulary import DecisionOutcome, Level
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import DecisionEntry
from openkader.register.kaders import assessor_of
from openkader.register.selectors import Case
from openkader.register.selectors.case import questions_of
from openkader.web.doors import acting, for_whom, require_act
from openkader.web.forms.case import AnswersForm
from openkader.web.forms.decision import DecisionForm
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import language
from openkader.web.views.dossier import Tried, dossier_page, kader_name

Act = Callable[[HttpRequest, Case, Assessor], HttpResponse]
# The field beside which a refusal is said, where there is one.
_FIELDS = {
    "decision.no-motivation": "motivation",
    "decision.against-advice": "motivation",
    "decision.no-ground": "ground",
    "decision.no-instrument": "instrument",
    "decision.no-conditions": "conditions",
    "decision.no-addressee": "referred_to",
    "decision.no-organisation": "party",
}


@for_whom(permissions.Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_questions(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep the answers that were given, and assess the case with them if that was asked."""
    return _do(request, reference, "questions", _answer)


@for_whom(permissions.Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def assess_case(request: HttpRequest, reference: str) -> HttpResponse:
    """Apply the kader to what is known now."""
    return _do(request, reference, "assessment", _assess)


@for_whom(permissions.Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_case(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a decision; a second click finds it taken."""
    return _do(request, reference, "deciding", _decide)


def _do(request: HttpRequest, reference: str, place: str, act: Act) -> HttpResponse:
    """Do what a form of the dossier asks; who only comes by its address is sent to the dossier itself."""
    if request.method != "POST":
        return _to(reference, place)
    found = selectors.dossier(reference, reader=person(request))
    assessor = assessor_of(kader_name(found))
    case = selectors.case_of(found, assessor, timezone.localdate())
    if case is None or case.reference != reference:
        raise NotFound("request", reference)
    require_act(request, permissions.Act.DECIDE if place == "deciding" else permissions.Act.WORK)
    return act(request, case, assessor)


def _to(reference: str, place: str) -> HttpResponse:
    return HttpResponseRedirect(f"{reverse('dossier', args=[reference])}#{place}")


def _answer(request: HttpRequest, case: Case, assessor: Assessor) -> HttpResponse:
    form = AnswersForm(questions_of(case), case.given, request.POST)
    if not form.is_valid():
        return dossier_page(request, case.reference, Tried(answers=form), status=422)
    entries, by, now = form.entries(), acting(request), timezone.now()
    try:
        services.answer_facts(case.reference, entries, kader=assessor.kader, by=by, now=now)
    except Refused as error:
        return _refused(request, case, assessor, form, error)
    if request.POST.get("then") == "assess":
        services.assess_request(case.reference, assessor=assessor, by=by, now=now)
        messages.success(request, _("The answers are kept, and the case is assessed with them."))
        return _to(case.reference, "assessment")
    words = ngettext("%(count)s answer is kept.", "%(count)s answers are kept.", len(entries))
    messages.success(request, words % {"count": len(entries)})
    return _to(case.reference, "questions")


def _refused(
    request: HttpRequest, case: Case, assessor: Assessor, form: AnswersForm, error: Refused
) -> HttpResponse:
    """The page again, with what was typed beside what others answered meanwhile."""
    newest = selectors.case_of(
        selectors.dossier(case.reference, reader=person(request)), assessor, timezone.localdate()
    )
    again = form.again(newest.given if newest else case.given)
    again.is_valid()
    name = f"answer-{error.refusal.detail.get('fact', '')}"
    words = sentences(error, language())
    if name in again.fields:
        again.add_error(name, words)
        words = []
    return dossier_page(request, case.reference, Tried(answers=again, refusals=words), status=409)


def _assess(request: HttpRequest, case: Case, assessor: Assessor) -> HttpResponse:
    services.assess_request(case.reference, assessor=assessor, by=acting(request), now=timezone.now())
    messages.success(request, _("The case is assessed with all that is known now."))
    return _to(case.reference, "assessment")


def _decide(request: HttpRequest, case: Case, assessor: Assessor) -> HttpResponse:
    form = DecisionForm(assessor.kader, case.organisations, request.POST)
    if not form.is_valid():
        return dossier_page(request, case.reference, Tried(decision=form), status=422)
    try:
        decision = services.decide_request(_entry(case, form), by=acting(request), now=timezone.now())
    except Refused as error:
        return _not_decided(request, case, form, error)
    if selectors.waits_for_second(decision):
        messages.success(request, _("The decision is prepared. It counts once a second person agreed."))
        return HttpResponseRedirect(f"{reverse('coordination', args=[case.reference])}#prepared")
    messages.success(request, _("The decision is recorded."))
    return _to(case.reference, "decision-1")


def _not_decided(request: HttpRequest, case: Case, form: DecisionForm, error: Refused) -> HttpResponse:
    words, name = [said_refusal(error.refusal)], _FIELDS.get(error.refusal.code)
    if name in form.fields:
        form.add_error(name, words)
        words = []
    return dossier_page(request, case.reference, Tried(decision=form, refusals=words), status=409)


def _entry(case: Case, form: DecisionForm) -> DecisionEntry:
    """The decision under its number: the next one that its maker had seen coming."""
    said = form.cleaned_data
    number = min(said["seen"], case.decisions) + 1
    return DecisionEntry(
        reference=f"{case.reference}-BSL{number}",
        request=case.reference,
        year=timezone.localdate().year,
        level=Level(said["level"]),
        outcome=DecisionOutcome(said["outcome"]),
        ground=said["ground"] or None,
        instrument=said["instrument"] or None,
        motivation=said["motivation"].strip() or None,
        conditions=said["conditions"],
        referred_to=said["referred_to"].strip() or None,
        party=_about(said),
    )


def _about(said: Mapping[str, object]) -> str | None:
    """The organisation that a decision is about; chosen beside another level it means nothing."""
    return str(said.get("party") or "") or None if said["level"] == Level.ORGANISATION else None
