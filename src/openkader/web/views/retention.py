"""Keeping and destroying: the terms, what is due, the destruction lists, and the certificate of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act
from openkader.casework.retention import (
    ListState,
    Reviewer,
    may_agree,
    may_destroy,
    may_take_off,
    may_withdraw,
    none_is_known,
)
from openkader.publication.destruction_certificates import LANGUAGES, certificate_of
from openkader.publication.pdf import MEDIA_TYPE, pdf_of
from openkader.register.selectors.destruction import destruction_lists
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.retention import (
    KEEPING_ACTS,
    KEEPING_MANNER,
    LIST_ACTS,
    LIST_MANNER,
    MOST_SHOWN,
    Keeping,
    OneList,
    choice_of,
    exempt_form,
    is_long,
    keeping,
    nominate_form,
    one_list,
)
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.retention import DestroyForm, WithdrawForm
from openkader.web.presenters.retention import (
    shown_agreed,
    shown_due,
    shown_item,
    shown_list,
    shown_round,
    shown_rule,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import day_words, language, said, shown_moment, timeless_context

_MOST_LISTS = 50
_ROUNDS_SHOWN = (ListState.AGREED, ListState.UNDER_WAY)
_STAYS = (ListState.DRAWN_UP, ListState.AGREED)
_AGREES = {Reviewer.ARCHIVIST: Act.AGREE_AS_ARCHIVIST, Reviewer.OWNER: Act.AGREE_AS_OWNER}


@for_whom(Act.READ_RETENTION)
@require_http_methods(["GET", "HEAD", "POST"])
def show_keeping(request: HttpRequest) -> HttpResponse:
    """What waits for somebody, what is due, every list, and the terms; POST draws a list up."""
    place = keeping(request, timezone.now())
    if request.method == "POST":
        return do(place, KEEPING_ACTS, lambda *more: _keeping(place, *more), KEEPING_MANNER)
    return _keeping(place, {}, [], 200)


def _keeping(place: Keeping, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    retention, lists = place.retention, destruction_lists(_MOST_LISTS)
    page = {
        "title": _("Keep and destroy"),
        "has_terms": retention is not None,
        "introduction": said(retention.introduction) if retention else "",
        "none_known": none_is_known(retention),
        "rules": [shown_rule(rule, retention) for rule in retention.rules] if retention else [],
        "sources": [
            {"title": said(one.title), "what": said(one.what), "url": one.url or ""}
            for one in (retention.sources if retention else ())
        ],
        "today": day_words(place.today),
        "due": [shown_due(row, choice_of(row)) for row in place.due[:MOST_SHOWN]],
        "more": max(len(place.due) - MOST_SHOWN, 0),
        "waiting": [shown_list(row) for row in lists if _waits_for(place, row.waits_for, row.by)],
        "lists": [shown_list(row) for row in lists],
        "form": tried.get("nominate") or nominate_form(place),
        "chosen": set(tried["nominate"].data.getlist("chosen")) if "nominate" in tried else set(),  # type: ignore[attr-defined]
        "may_disclose": person(place.request).may(Act.DISCLOSE),
        "why_not": {"nominate": why_not(place.request, Act.NOMINATE)},
        "wrong": tried.get("nominate"),
        "refusals": refusals,
    }
    values = timeless_context(place.request, page=page, crumbs=[(_("Keep and destroy"), None)])
    return render(place.request, "web/pages/keeping.html", values, status=status)


def _waits_for(place: Keeping, reviewers: tuple[Reviewer, ...], by: str) -> bool:
    """Whether a list waits for whoever reads: as what they are, and not as its drafter."""
    reader = person(place.request)
    return by != place.by and any(reader.may(_AGREES[one]) for one in reviewers)


@for_whom(Act.READ_RETENTION)
@require_http_methods(["GET", "HEAD", "POST"])
def show_list(request: HttpRequest, reference: str) -> HttpResponse:
    """A destruction list: what is on it, who agreed, what can be done; POST does it."""
    place = one_list(request, timezone.now(), reference)
    if request.method == "POST":
        return do(place, LIST_ACTS, lambda *more: _list(place, *more), LIST_MANNER)
    return _list(place, {}, [], 200)


def _list(place: OneList, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, state = place.found, place.found.row.state
    withdrawn = found.withdrawn
    page = {
        "kicker": _("Destruction list"),
        "title": place.reference,
        "row": shown_list(found.row),
        "due_by": day_words(found.row.due_by),
        "items": [shown_item(item) for item in found.items],
        "left": len(found.left),
        "done": found.stand.done,
        "agreed": [shown_agreed(row) for row in found.agreed],
        "withdrawn": {"why": withdrawn[0], "by": withdrawn[1], "at": shown_moment(withdrawn[2])}
        if withdrawn
        else None,
        "is_reviewed": state is ListState.DRAWN_UP,
        "may_be_taken_off": state in _STAYS and bool(found.there),
        "is_agreed": state is ListState.AGREED,
        "is_under_way": state is ListState.UNDER_WAY,
        "round": shown_round(found.round, place.now) if state in _ROUNDS_SHOWN else None,
        "is_long": is_long(found.stand),
        "may_withdraw": may_withdraw(found.stand, "-") is None,
        "is_done": state is ListState.DESTROYED,
        "certificate_url": reverse("destruction_certificate", args=[place.reference]),
        "agree": [_agree(place, reviewer) for reviewer in Reviewer if reviewer not in found.stand.agreed],
        "exempt": tried.get("exempt") or exempt_form(place),
        "destroy": tried.get("destroy") or DestroyForm(),
        "withdraw": tried.get("withdraw") or WithdrawForm(),
        "why_not": {
            "exempt": _why_not_review(place),
            "stop": why_not(place.request, Act.REVIEW_DESTRUCTION),
            "destroy": why_not(place.request, Act.DESTROY) or _said(may_destroy(found.stand)),
            "withdraw": why_not(place.request, Act.NOMINATE),
        },
        "wrong": next((form for form in tried.values() if form.errors), None),
        "refusals": refusals,
    }
    crumbs = [(_("Keep and destroy"), reverse("keeping")), (place.reference, None)]
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, "web/pages/destruction_list.html", values, status=status)


def _agree(place: OneList, reviewer: Reviewer) -> dict[str, object]:
    refused = may_agree(place.found.stand, reviewer, place.by)
    return {
        "act": f"agree-{reviewer}",
        "is_archivist": reviewer is Reviewer.ARCHIVIST,
        "why_not": why_not(place.request, _AGREES[reviewer]) or _said(refused),
    }


def _why_not_review(place: OneList) -> str:
    refused = may_take_off(place.found.stand, place.by, "-")
    return why_not(place.request, Act.REVIEW_DESTRUCTION) or _said(refused)


def _said(refusal: Refusal | None) -> str:
    return said_refusal(refusal) if refusal else ""


@for_whom(Act.READ_RETENTION)
@require_safe
def hand_out_certificate(request: HttpRequest, reference: str) -> HttpResponse:
    """The certificate as a PDF, once the list was carried out."""
    place = one_list(request, timezone.now(), reference)
    wanted = request.GET.get("taal", "")
    chosen = wanted if wanted in LANGUAGES else language()
    content = pdf_of(certificate_of(place.found, chosen, place.today))
    return saved(content, f"{reference}-{chosen}.pdf", MEDIA_TYPE)
