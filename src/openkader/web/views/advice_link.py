"""The page where a desk answers without an account, by a link that nobody can guess.

Reading it changes nothing, so that a mail scanner may follow the link first; only the form does.
"""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.advice import AdviceState
from openkader.casework.permissions import Act, DoorHand
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.selectors import AdviceRow
from openkader.web.acts.answering import answer_form, fresh_form, give
from openkader.web.attempts import count_attempt
from openkader.web.forms.advice import AdviceForm
from openkader.web.outside import nowhere, shown_outside
from openkader.web.presenters.advice import shown_advice
from openkader.web.refusals import note_refused
from openkader.web.shell import language


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The question with its frozen facts; POST answers it, or corrects the answer while it is not due."""
    now = timezone.now()
    digest = selectors.link_digest(token)
    try:
        row = selectors.advice_by_link(digest, now, timezone.localdate(now))
    except NotFound:
        return nowhere(request, _("Question for advice"))
    if request.method != "POST":
        return _page(request, row)
    form = answer_form(request, row)
    if not count_attempt(f"advice-link:{digest}"):
        note_refused(request, "advice.too-often")
        return _page(request, row, form, Refusal("advice.too-often"), 429)
    if not form.is_valid():
        return _page(request, row, form, status=422)
    try:
        # The trail cannot be rewritten, so it keeps no name of somebody outside.
        hand = DoorHand(f"link:{row.reference}", Act.GIVE_ADVICE)
        give(row, form.cleaned_data, {"by": hand, "now": now})
    except Refused as error:
        newest = selectors.advice_by_link(digest, now, timezone.localdate(now))
        again = fresh_form(newest, _seen_anew(form, len(newest.answers)))
        return _page(request, newest, again, error.refusal, 409)
    return HttpResponseRedirect(request.path)


def _page(
    request: HttpRequest,
    row: AdviceRow,
    form: AdviceForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    kader = assessor_of(row.kader).kader
    is_past = row.due_on < timezone.localdate()
    closed = row.state is AdviceState.WITHDRAWN or (bool(row.answers) and is_past)
    page: dict[str, object] = {
        "kicker": _("Question for advice"),
        "title": _("%(organisation)s asks for your advice")
        % {"organisation": kader.organisation.in_(language())},
        "advice": shown_advice(row, kader),
        "is_closed": closed,
        "can_correct": bool(row.answers) and not closed,
        "form": form or fresh_form(row, initial=_before(row)),
        "wrong": form,
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
    }
    made_up = selectors.is_fictional(row.dossier)
    return shown_outside(request, "web/pages/advice_link.html", page, is_fictional=made_up, status=status)


def _seen_anew(form: AdviceForm, given: int) -> QueryDict:
    """What was typed, on what was answered meanwhile."""
    typed = QueryDict(mutable=True)
    for name in form.data:
        typed.setlist(name, form.data.getlist(name))  # type: ignore[attr-defined]  # it was posted
    typed["seen"] = str(given)
    return typed


def _before(row: AdviceRow) -> dict[str, object]:
    """What was answered last, so that it can be corrected."""
    last = row.answers[-1] if row.answers else None
    if last is None:
        return {"seen": 0, "given_by": row.recipient}
    return {
        "seen": len(row.answers),
        "verdict": str(last.verdict),
        "explanation": last.explanation,
        "conditions": "\n".join(last.conditions),
        "given_by": last.given_by,
        **(asdict(last.statement) if last.statement else {}),
    }
