"""What becomes of a mail that came in: the advice of a desk, documents of its dossier, or nothing, with a reason."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.selectors.advice import advice_named
from openkader.register.selectors.received import MailPage, files_of_mail
from openkader.web.acts.answering import fresh_form, give
from openkader.web.acts.deeds import Deeds, Place
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.received import FilesForm, offer_files
from openkader.web.reader import person


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Place):
    """The mail of a page, and who stands before it."""

    mail: MailPage

    def question(self) -> selectors.AdviceRow | None:
        """The question that it answers, where it answers one."""
        named = self.mail.advice
        return advice_named(named, self.today, reader=person(self.request)) if named else None


def advice_form(place: Letter) -> forms.Form:
    """The answer of the desk, with the words of the mail in it."""
    row = place.question()
    if row is None:
        raise NotFound("advice", "")
    if place.request.method == "POST":
        form = fresh_form(row, place.request.POST, is_told=True)
    else:
        first = {
            "seen": len(row.answers),
            "given_by": place.mail.name or place.mail.address,
            "explanation": place.mail.text,
        }
        form = fresh_form(row, is_told=True, initial=first)
    del form.fields["documents"]
    return offer_files(form, place.mail)


def _advise(place: Letter, form: forms.Form) -> str:
    row = place.question()
    if row is None:
        raise NotFound("advice", "")
    said = {**form.cleaned_data, "documents": tuple(_chosen(place, form)), "received": place.mail.reference}
    give(row, said, place.hand)
    return _("The advice is recorded.")


def _file(place: Letter, form: forms.Form) -> str:
    services.file_mail(place.mail.reference, _chosen(place, form), **place.hand)
    return _("The mail is kept with its dossier, and so are the documents that you chose.")


def _set_aside(place: Letter, form: forms.Form) -> str:
    services.set_mail_aside(place.mail.reference, form.cleaned_data["reason"], **place.hand)
    return _("The mail is set aside.")


def _chosen(place: Letter, form: forms.Form) -> list[DocumentEntry]:
    numbers = [int(one) for one in form.cleaned_data.get("files", ())]
    return files_of_mail(place.mail.reference, numbers, reader=person(place.request))


ACTS: Deeds[Letter] = {
    "advice": (Act.GIVE_ADVICE, advice_form, _advise),
    "file": (Act.WORK, lambda place: FilesForm(place.mail, place.request.POST, auto_id="file_%s"), _file),
    "set_aside": (Act.TAKE_IN, lambda place: ReasonForm(place.request.POST), _set_aside),
}
