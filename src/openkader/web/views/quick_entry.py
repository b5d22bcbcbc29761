"""An adviser enters a request that came by mail, telephone or letter, and goes on to its dossier."""

import secrets
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Invalid, Refused
from openkader.base.messages import sentences
from openkader.base.text import Text
from openkader.casework.documents import Purpose
from openkader.casework.intake import Channel
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.intake_entries import Contact, IntakeEntry, SaidEntry
from openkader.register.selectors.received import MailPage, files_of_mail, one_mail
from openkader.web.doors import acting, for_whom
from openkader.web.forms.quick_entry import QuickEntryForm
from openkader.web.forms.received import offer_files
from openkader.web.forms.request import initiatives
from openkader.web.front_doors import front_door, kader_of
from openkader.web.reader import person
from openkader.web.refusals import say_refused
from openkader.web.shell import language, timeless_context
from openkader.web.uploads import documents_in

_MOST_SAID = 100_000
_SAID = Text(nl="Wat is gevraagd", en="What was asked")


@for_whom(Act.TAKE_IN)
@require_http_methods(["GET", "HEAD", "POST"])
def enter_request(request: HttpRequest) -> HttpResponse:
    """One page; a second click leads to the dossier that the first one made."""
    door = front_door()
    if request.method != "POST":
        mail = _mail(request, request.GET.get("mail", ""))
        first = {"key": secrets.token_urlsafe(24), **_first_from(mail)}
        return _page(request, _with_files(QuickEntryForm(door, kader_of(door), initial=first), mail))
    mail = _mail(request, request.POST.get("mail", ""))
    form = _with_files(QuickEntryForm(door, kader_of(door), request.POST, request.FILES), mail)
    documents, wrong = documents_in(request, {"documents": Purpose.ATTACHMENT})
    say_refused(form, wrong)
    if not form.is_valid():
        return _page(request, form, status=422)
    now = timezone.now()
    try:
        entry = _entry(form, (*documents, *_chosen(request, form)), now)
        reference = services.receive_request(entry, by=acting(request), now=now)
    except (Invalid, Refused) as error:
        return _page(request, form, refusals=tuple(sentences(error, language())), status=422)
    messages.success(request, _("The request is in the register."))
    return HttpResponseRedirect(reverse("dossier", args=[reference]))


def _mail(request: HttpRequest, reference: str) -> MailPage | None:
    """The mail from which it is begun."""
    return one_mail(reference, reader=person(request)) if reference else None


def _first_from(mail: MailPage | None) -> dict[str, object]:
    """What a mail says already; who reads it says whether it is so."""
    if mail is None:
        return {}
    return {
        "mail": mail.reference,
        "said": mail.text[:_MOST_SAID],
        "subject": mail.subject,
        "channel": Channel.MAIL,
        "received_on": timezone.localdate(mail.received_at),
        "contact_name": mail.name,
        "contact_email": mail.address,
    }


def _with_files(form: QuickEntryForm, mail: MailPage | None) -> QuickEntryForm:
    return form if mail is None else offer_files(form, mail)


def _chosen(request: HttpRequest, form: QuickEntryForm) -> list[DocumentEntry]:
    """The files of the mail that are taken over."""
    numbers = [int(one) for one in form.cleaned_data.get("files", ())]
    mail = str(form.cleaned_data["mail"])
    return files_of_mail(mail, numbers, reader=person(request)) if numbers else []


def _entry(form: QuickEntryForm, documents: tuple[DocumentEntry, ...], now: datetime) -> IntakeEntry:
    door, said = front_door(), form.cleaned_data
    country = said["country"] or None
    return IntakeEntry(
        key=selectors.link_digest(said["key"]),
        prefix=door.prefix,
        kind=Kind(said["kind"]),
        subject=said["subject"],
        initiative=said["initiative"],
        initiatives=tuple(code for code, _words in initiatives(kader_of(door))),
        channel=Channel(said["channel"]),
        received_on=said["received_on"],
        today=timezone.localdate(now),
        language=language(),
        country=country,
        programme=door.programme(country),
        requester=said["requester"] or None,
        contact=Contact(
            name=said["contact_name"] or None,
            email=said["contact_email"] or None,
            phone=said["contact_phone"] or None,
        ),
        said=(SaidEntry("said", _SAID, said["said"]),),
        documents=documents,
        received=said["mail"] or None,
    )


def _page(
    request: HttpRequest, form: QuickEntryForm, refusals: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    page = {
        "title": _("Enter a request"),
        "form": form,
        "refusals": refusals,
    }
    crumbs = [(_("Dossiers"), reverse("dossiers")), (_("New request"), None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/quick_entry.html", values, status=status)
