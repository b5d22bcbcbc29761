"""The inbox of mail that came in, and the page on which a colleague says what becomes of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.selectors.received import MailPage, mail_as_it_came, mail_waiting, one_mail
from openkader.web.acts.deeds import Manner, Tried, do, why_not_each
from openkader.web.acts.received import ACTS, Letter, advice_form
from openkader.web.doors import for_whom, note_reading, note_readings
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.received import FilesForm
from openkader.web.presenters.received_mail import shown_mail, shown_mails
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import practice, timeless_context


@for_whom(Act.TAKE_IN)
@require_safe
def list_mail(request: HttpRequest) -> HttpResponse:
    """What waits for somebody, the oldest first."""
    rows, total = mail_waiting(reader=person(request))
    note_readings(request, [row.dossier for row in rows])
    page = {
        "title": _("Mail that came in"),
        "lead": _("Nothing follows from a mail by itself. Open one, and say what becomes of it."),
        "mails": shown_mails(rows),
        "total": ngettext("%(count)s mail waits.", "%(count)s mails wait.", total) % {"count": total},
    }
    return render(request, "web/pages/mails.html", timeless_context(request, page=page))


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_mail(request: HttpRequest, reference: str) -> HttpResponse:
    """One mail; POST says what becomes of it."""
    found = one_mail(reference, reader=person(request))
    place = Letter(request=request, now=timezone.now(), mail=found)
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _page(place, *more), Manner(of="mail"))
    _note(request, found)
    return _page(place, {}, [], 200)


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_mail(request: HttpRequest, reference: str) -> HttpResponse:
    """The mail as it came, to be saved."""
    found = one_mail(reference, reader=person(request))
    content = mail_as_it_came(reference, reader=person(request))
    _note(request, found)
    return saved(content, f"{reference}.eml", "application/octet-stream")


def _note(request: HttpRequest, found: MailPage) -> None:
    if found.dossier:
        note_reading(request, found.dossier)


def _page(place: Letter, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, found = place.request, place.mail
    if status == 409:  # another was faster: what became of it meanwhile
        found = one_mail(found.reference, reader=person(request))
    can_take = found.is_kept and found.outcome is None
    page = {
        "kicker": found.dossier or _("Mail that came in"),
        "title": found.subject or _("without a subject"),
        **shown_mail(found),
        "advice": tried.get("advice") or (advice_form(place) if can_take and found.advice else None),
        "file": tried.get("file")
        or (FilesForm(found, auto_id="file_%s") if can_take and found.dossier else None),
        "begin": f"{reverse('quick_entry')}?mail={found.reference}" if can_take and not found.dossier else "",
        "set_aside": tried.get("set_aside") or (ReasonForm() if found.outcome is None else None),
        "why_not": why_not_each(place, ACTS),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = [(_("Mail that came in"), reverse("mails")), (found.reference, None)]
    if found.dossier:
        crumbs = [
            (_("Dossiers"), reverse("dossiers")),
            (found.dossier, reverse("dossier", args=[found.dossier])),
            crumbs[1],
        ]
    made_up = practice(is_fictional=bool(found.dossier) and selectors.is_fictional(str(found.dossier)))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/mail.html", values, status=status)
