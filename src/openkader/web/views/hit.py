"""One hit: why it came up, what colleagues said of it, and the form to say more."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.casework.screening import Addressee, HitState, Verdict, may_escalate, may_look
from openkader.register import selectors, services
from openkader.register.screening_entries import EscalationEntry, ReviewEntry
from openkader.register.selectors import HitPage
from openkader.web.doors import acting, for_whom, note_reading, require_act, why_not
from openkader.web.forms.screening import EscalationForm, ReviewForm
from openkader.web.presenters.hit import before, shown_hit
from openkader.web.presenters.hits import left_words, opened_again
from openkader.web.reader import person
from openkader.web.shell import language, practice, timeless_context

_REVIEW, _ESCALATE = "review", "escalate"


@for_whom(Act.READ_SCREENING)
@require_http_methods(["GET", "HEAD", "POST"])
def show_hit(request: HttpRequest, hit: int) -> HttpResponse:
    """The page of a hit; POST reviews it, or puts it before somebody else."""
    if request.method == "POST":
        return _act(request, hit)
    return _page(request, selectors.hit_page(hit, reader=person(request)))


def _act(request: HttpRequest, hit: int) -> HttpResponse:
    """Do what the form asks; what is refused keeps what was typed, beside what others said meanwhile."""
    is_review = request.POST.get("act") != _ESCALATE
    selectors.hit_page(hit, reader=person(request))  # of what may not be seen nothing is judged
    require_act(request, Act.REVIEW if is_review else Act.SCREEN)
    form = ReviewForm(request.POST) if is_review else EscalationForm(request.POST)
    name = _REVIEW if is_review else _ESCALATE
    if not form.is_valid():
        return _page(request, selectors.hit_page(hit, reader=person(request)), {name: form}, status=422)
    try:
        done = (_review if is_review else _escalate)(request, hit, form.cleaned_data)
    except Refused as error:
        found = selectors.hit_page(hit, reader=person(request))
        return _page(request, found, {name: _again(form, found)}, refusal=error.refusal, status=409)
    messages.success(request, done)
    return HttpResponseRedirect(request.path)


def _again(form: ReviewForm | EscalationForm, found: HitPage) -> ReviewForm | EscalationForm:
    """The same words in a form that has now seen every review."""
    return type(form)({name: form.data[name] for name in form.data} | {"seen": str(len(found.reviews))})


def _review(request: HttpRequest, hit: int, said: dict[str, str]) -> str:
    entry = ReviewEntry(
        hit=hit, seen=int(said["seen"]), verdict=Verdict(said["verdict"]), reason=said["reason"]
    )
    services.review_hit(entry, by=acting(request), now=timezone.now())
    others = before(selectors.hit_page(hit, reader=person(request)), acting(request))
    if others:
        return _("Your judgement is recorded. %(who)s judged this hit before you.") % {"who": others}
    return _("Your judgement is recorded.")


def _escalate(request: HttpRequest, hit: int, said: dict[str, str]) -> str:
    entry = EscalationEntry(hit=hit, to=Addressee(said["to"]), text=said["text"])
    services.escalate_hit(entry, by=acting(request), now=timezone.now())
    return _("That you put this hit before others is recorded.")


def _page(
    request: HttpRequest,
    found: HitPage,
    forms: dict[str, ReviewForm | EscalationForm] | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    forms = forms or {}
    row = found.row
    note_reading(request, row.dossier)
    page = {
        "kicker": _("Hit %(number)s on list %(list)s") % {"number": row.id, "list": row.list},
        "title": _("Is this the same?"),
        "dossier": row.dossier if row.dossier != row.party else "",
        "again": opened_again(row),
        "left": left_words(row),
        "review": forms.get(_REVIEW) or ReviewForm(initial={"seen": len(found.reviews)}),
        "second": _second(found, acting(request)),
        "why_not": why_not(request, Act.REVIEW)
        or _said(may_look(found.given, acting(request), gone=row.state is HitState.GONE)),
        "escalate": forms.get(_ESCALATE) or EscalationForm(),
        "why_not_escalate": why_not(request, Act.SCREEN) or _said(may_escalate(row.state, "…")),
        "wrong": next(iter(forms.values()), None),
        "refusals": [_said(refusal)] if refusal else [],
        **shown_hit(found),
    }
    crumbs = [(_("Screening"), reverse("screening")), (str(row.id), None)]
    made_up = practice(is_fictional=selectors.is_fictional(row.dossier))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/hit.html", values, status=status)


def _second(found: HitPage, reader: str) -> str:
    """Who looked first, for whoever is to be the second."""
    if found.row.state is not HitState.SECOND or not before(found, reader):
        return ""
    return _("%(who)s looked first. You are the second person: judge for yourself.") % {
        "who": before(found, reader)
    }


def _said(refusal: Refusal | None) -> str:
    """The reason on the disabled button; empty when the act is allowed."""
    return sentence(refusal.code, refusal.detail, language()) if refusal else ""
