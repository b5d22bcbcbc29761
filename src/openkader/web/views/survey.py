"""The page where a participant says what came of an activity, by a link that nobody can guess.

Reading it changes nothing, so that a mail scanner may follow the link first; only the form does. Once it is answered
the link tells nothing of it any more, but to the browser that answered.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act, DoorHand
from openkader.register import selectors, services
from openkader.register.limits import Limit
from openkader.register.selectors import SurveyPage
from openkader.register.survey_entries import SurveySaidEntry
from openkader.web.forms.survey import AnswerForm
from openkader.web.outside import nowhere, shown_outside
from openkader.web.presenters.survey import shown_survey
from openkader.web.refusals import note_refused
from openkader.web.shell import language

_GUESSES = Limit("survey-guess", most=20, minutes=10)  # by address, of links that lead nowhere
_SENT = Limit("survey", most=30, minutes=10)  # by link
_ANSWERED = "answered-survey"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer_survey(request: HttpRequest, token: str) -> HttpResponse:
    """The questions; POST answers them once."""
    digest = selectors.link_digest(token)
    row = _row(digest)
    if row is None:
        return _nowhere(request)
    if row.answered_on is not None:
        return _after(request, row)
    if request.method != "POST":
        return _page(request, row, AnswerForm(row.form))
    form = AnswerForm(row.form, request.POST)
    is_sound = form.is_valid()
    if not _SENT.count(digest):
        note_refused(request, "survey.too-often")
        return _page(request, row, form, Refusal("survey.too-often"), 429)
    if not is_sound:
        return _page(request, row, form, status=422)
    return _keep(request, row, form, digest)


def _row(digest: str) -> SurveyPage | None:
    now = timezone.now()
    try:
        return selectors.survey_by_link(digest, now, timezone.localdate(now))
    except NotFound:
        return None


def _keep(request: HttpRequest, row: SurveyPage, form: AnswerForm, digest: str) -> HttpResponse:
    entry = SurveySaidEntry(survey=row.reference, said=form.said())
    try:
        # The trail cannot be rewritten, so it keeps no name of somebody outside.
        services.answer_survey(entry, by=DoorHand(f"link:{row.reference}", Act.WORK), now=timezone.now())
    except Refused as error:
        note_refused(request, error.refusal.code)
        newest = _row(digest)
        if newest is None:
            return _nowhere(request)
        return (
            _after(request, newest)
            if newest.answered_on
            else _page(request, newest, form, error.refusal, 409)
        )
    request.session[_ANSWERED] = row.reference
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest, row: SurveyPage, form: AnswerForm, refusal: Refusal | None = None, status: int = 200
) -> HttpResponse:
    page = {
        **shown_survey(row, form),
        "wrong": form if form.is_bound else None,
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
    }
    made_up = row.is_fictional
    return shown_outside(request, "web/pages/survey.html", page, is_fictional=made_up, status=status)


def _after(request: HttpRequest, row: SurveyPage) -> HttpResponse:
    """Thanks, with what was said, for whoever answered; who sends it once more hears that it was answered.

    A link alone opens nothing, and no other browser reads what was said.
    """
    is_second, is_mine = request.method == "POST", request.session.get(_ANSWERED) == row.reference
    if not is_second and not is_mine:
        return _nowhere(request)
    page = {**shown_survey(row, None, is_told=is_mine), "is_second": is_second}
    return shown_outside(
        request,
        "web/pages/survey_answered.html",
        page,
        is_fictional=row.is_fictional,
        status=409 if is_second else 200,
    )


def _nowhere(request: HttpRequest) -> HttpResponse:
    return nowhere(request, _("Your experience"), _GUESSES, "survey.too-often")
