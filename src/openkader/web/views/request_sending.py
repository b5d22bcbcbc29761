"""A request is checked once more, sent once, and can be followed by a link."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.base.messages import sentence, sentences
from openkader.casework.intake import Channel, FrontDoor
from openkader.casework.permissions import Act, DoorHand
from openkader.casework.vocabulary import Kind
from openkader.publication.confirmation import Confirmed, confirmation
from openkader.register import selectors, services
from openkader.register.intake_entries import Contact, IntakeEntry, LinkEntry, MailEntry, SaidEntry
from openkader.register.limits import Limit
from openkader.web import request_drafts
from openkader.web.forms.request import FILES, RequestForm, initiatives
from openkader.web.forms.request_parts import shown_answers
from openkader.web.front_doors import front_door, kader_of
from openkader.web.limits import address_of
from openkader.web.presenters.request_form import shown_door, shown_files, shown_status
from openkader.web.refusals import note_refused
from openkader.web.request_drafts import RequestDraft
from openkader.web.shell import language
from openkader.web.views.request_form import form_of, render_page

BY = DoorHand("web:front-door", Act.TAKE_IN)  # nobody signed in
_PLACED = ("name", "organisation", "email", "phone", "subject", "country", "initiative", *FILES)


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check_request(request: HttpRequest, token: str) -> HttpResponse:
    """Everything that will be sent, on one page; POST sends it, and a second click finds it sent."""
    now = timezone.now()
    try:
        draft = request_drafts.find(token, now)
    except NotFound:
        return HttpResponseRedirect(reverse("request_form", args=[token]))
    if draft.sent:
        return HttpResponseRedirect(reverse("request_received", args=[token]))
    form = form_of(draft.kind, draft.answers)
    if not form.is_valid():
        return HttpResponseRedirect(reverse("request_form", args=[token]))
    return (
        _send(request, token, draft, form) if request.method == "POST" else _check_page(request, draft, form)
    )


def _check_page(
    request: HttpRequest,
    draft: RequestDraft,
    form: RequestForm,
    refusals: tuple[str, ...] = (),
    status: int = 200,
) -> HttpResponse:
    door = front_door()
    page = {
        **shown_door(door, draft.kind),
        "sections": shown_answers(door, form),
        "files": shown_files(draft),
        "refusals": refusals,
        "back": request.path.removesuffix("controle/"),
    }
    return render_page(request, "request_check", page, status)


def _send(request: HttpRequest, token: str, draft: RequestDraft, form: RequestForm) -> HttpResponse:
    limit = Limit("request-sent", most=settings.OPENKADER_REQUESTS_PER_HOUR, minutes=60)
    address, now = address_of(request), timezone.now()
    if not limit.count(address):
        note_refused(request, "request.too-many")
        return _check_page(request, draft, form, (sentence("request.too-many", {}, language()),), status=429)
    try:
        entry = _entry(request, token, draft, form, now)
        reference = services.receive_request(entry, by=BY, now=now)
    except NotFound:
        return HttpResponseRedirect(reverse("request_received", args=[token]))
    except (Invalid, Refused) as error:
        return _check_page(request, draft, form, tuple(sentences(error, language())), status=422)
    request_drafts.was_sent(token, draft, reference)
    return HttpResponseRedirect(reverse("request_received", args=[token]))


def _entry(
    request: HttpRequest, token: str, draft: RequestDraft, form: RequestForm, now: datetime
) -> IntakeEntry:
    door, said = front_door(), form.cleaned_data
    ends = now + timedelta(days=settings.OPENKADER_STATUS_DAYS)
    country = said.get("country") or None
    questions = [question for question in form.questions if question.id not in _PLACED]
    return IntakeEntry(
        key=selectors.link_digest(token),
        prefix=door.prefix,
        kind=Kind(draft.kind),
        subject=said["subject"],
        initiative=said["initiative"],
        initiatives=tuple(code for code, _words in initiatives(kader_of(door))),
        channel=Channel.FORM,
        received_on=timezone.localdate(now),
        today=timezone.localdate(now),
        language=language(),
        country=country,
        programme=door.programme(country),
        requester=said.get("organisation") or None,
        contact=Contact(name=said["name"], email=said["email"], phone=said.get("phone") or None),
        said=tuple(SaidEntry(one.id, one.label, said[one.id]) for one in questions if said[one.id]),
        documents=tuple(request_drafts.documents(token, draft)),
        link=LinkEntry(selectors.link_digest(draft.link), ends),
        mail=_mail(door, said, _link(request, draft), (now, ends)) if settings.OPENKADER_MAIL_FROM else None,
    )


def _link(request: HttpRequest, draft: RequestDraft) -> str:
    return request.build_absolute_uri(reverse("request_status", args=[draft.link]))


def _mail(door: FrontDoor, said: dict[str, str], url: str, days: tuple[datetime, datetime]) -> MailEntry:
    day, until = (date_format(timezone.localdate(moment), "j F Y") for moment in days)
    subject, text = confirmation(
        Confirmed(
            name=said["name"],
            day=day,
            url=url,
            until=until,
            promise=door.promise.in_(language()),
            contact=door.contact.in_(language()),
            organisation=kader_of(door).organisation.in_(language()),
        ),
        language(),
    )
    return MailEntry(purpose="confirmation", to=said["email"], subject=subject, text=text)


@never_cache
@require_safe
def show_received(request: HttpRequest, token: str) -> HttpResponse:
    """The reference, what happens next, and the link to follow it by."""
    draft = request_drafts.find(token, timezone.now())
    if not draft.sent:
        return HttpResponseRedirect(reverse("request_form", args=[token]))
    page = {
        **shown_door(front_door(), draft.kind),
        "reference": draft.sent,
        "link": _link(request, draft),
        "mailed": bool(settings.OPENKADER_MAIL_FROM),
    }
    return render_page(request, "request_received", page)


@never_cache
@require_safe
def show_status(request: HttpRequest, token: str) -> HttpResponse:
    """Where a case stands, for whoever has the link; no search engine and no other site learns of it."""
    found = selectors.status_by_link(token, timezone.now())
    response = render_page(
        request, "request_status", {**shown_door(front_door(), found.kind), **shown_status(found)}
    )
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
