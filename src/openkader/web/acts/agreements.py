"""What is done on the pages of an agreement: it is recorded, signed, renewed, corrected, ended or given to somebody."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from openkader.casework.agreements import Stated, ends_of
from openkader.casework.documents import Purpose
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import AgreementStatus
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.agreement_entries import DeedEntry, EndEntry, NewAgreementEntry
from openkader.register.agreements import FORMS, VALUES
from openkader.register.case_kaders import kader_here
from openkader.register.documents import DocumentEntry
from openkader.register.renewing import renewing_here
from openkader.register.selectors import AgreementFile
from openkader.web.acts.deeds import Deeds, Place, Said, by_words
from openkader.web.forms.agreement_deeds import ChangeForm, EndForm, GiveForm, NewForm
from openkader.web.forms.agreements import named_in, rows_for
from openkader.web.presenters.listings import choices_of
from openkader.web.reader import person
from openkader.web.refusals import say_refused
from openkader.web.uploads import documents_in

F = TypeVar("F", bound=forms.Form)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing(Place):
    """An agreement, or none yet, and who stands before it."""

    kader: Kader
    found: AgreementFile | None = None
    colleagues: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        """The reference of what is there already."""
        return self.found.line.reference if self.found else ""

    @property
    def stated(self) -> Stated | None:
        """What is known of it now."""
        return self.found.line.stated if self.found else None

    @property
    def status(self) -> AgreementStatus:
        """How it stands now; what is not there yet is intended."""
        return self.stated.status if self.stated else AgreementStatus.INTENDED

    @property
    def seen(self) -> int:
        """How many deeds there are."""
        return self.found.deeds[0].number if self.found else 0

    def lists(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """The values and the forms that the kader lists."""
        return choices_of(self.kader, VALUES), choices_of(self.kader, FORMS)

    def known(self) -> dict[str, str]:
        """The parties that are named in what was sent and may be seen: each by its reference."""
        names = named_in(self.request.POST)
        found = selectors.party_names(names, reader=person(self.request)) if names else {}
        return {reference: reference for reference in found}


def agreeing_of(request: HttpRequest, reference: str, *, gives: bool = False) -> Agreeing:
    """The agreement of this reference, if the reader may see it."""
    now = timezone.now()
    found = selectors.agreement_file(reference, reader=person(request), today=timezone.localdate(now))
    return Agreeing(
        request=request,
        now=now,
        kader=kader_here(timezone.localdate(now)),
        found=found,
        colleagues=selectors.case_readers() if gives else (),
    )


def new_form(agreeing: Agreeing) -> NewForm:
    """What was sent, with its document."""
    form = NewForm(*agreeing.lists(), agreeing.request.POST, colleagues=agreeing.colleagues)
    return _with_document(agreeing, form)


def change_form(agreeing: Agreeing) -> ChangeForm:
    """The same for what is there already."""
    stated = agreeing.stated
    rows = rows_for(stated) if stated else 0
    return _with_document(agreeing, ChangeForm(*agreeing.lists(), agreeing.request.POST, rows=rows))


def end_form(agreeing: Agreeing) -> EndForm:
    """How it ended."""
    return _with_document(agreeing, EndForm(ends_of(agreeing.status), agreeing.request.POST))


def _with_document(agreeing: Agreeing, form: F) -> F:
    documents, wrong = documents_in(agreeing.request, {"documents": Purpose.ATTACHMENT})
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
    return form


def _file(said: Said) -> DocumentEntry | None:
    return next(iter(said["documents"] or ()), None)


def record(agreeing: Agreeing, form: NewForm) -> str:
    """Record a new one; its reference."""
    said = form.cleaned_data
    entry = NewAgreementEntry(
        key=said["key"],
        prefix=renewing_here().prefix,
        stated=form.stated(agreeing.known()),
        activity=said["activity"] or None,
        owner=said["owner"] or None,
        url=said["url"] or None,
        passage=said["passage"] or None,
    )
    return services.record_agreement(entry, kader=agreeing.kader, file=_file(said), **agreeing.hand)


def _entry(agreeing: Agreeing, form: forms.Form) -> DeedEntry:
    assert isinstance(form, ChangeForm)  # noqa: S101 - the table below pairs them
    said = form.cleaned_data
    return DeedEntry(
        agreement=agreeing.reference,
        seen=said["seen"],
        stated=form.stated(agreeing.known(), agreeing.stated),
        evaluation=said["evaluation"] or None,
        reason=said["reason"] or None,
        url=said["url"] or None,
        passage=said["passage"] or None,
    )


def _deed(agreeing: Agreeing, form: forms.Form) -> dict[str, Any]:
    return {"kader": agreeing.kader, "file": _file(form.cleaned_data), **agreeing.hand}


def _sign(agreeing: Agreeing, form: forms.Form) -> str:
    services.sign_agreement(_entry(agreeing, form), **_deed(agreeing, form))
    return _("It is signed.")


def _renew(agreeing: Agreeing, form: forms.Form) -> str:
    services.renew_agreement(_entry(agreeing, form), **_deed(agreeing, form))
    return _("It is renewed. What was done with it is kept.")


def _correct(agreeing: Agreeing, form: forms.Form) -> str:
    services.correct_agreement(_entry(agreeing, form), **_deed(agreeing, form))
    return _("It is corrected. What it said before stays to be read.")


def _end(agreeing: Agreeing, said: Said) -> str:
    entry = EndEntry(
        agreement=agreeing.reference,
        seen=said["seen"],
        status=AgreementStatus(said["status"]),
        on=said["on"],
        evaluation=said["evaluation"] or None,
        url=said["url"] or None,
    )
    services.end_agreement(entry, file=_file(said), **agreeing.hand)
    return _("Its end is recorded. What was done with it is kept.")


def _give(agreeing: Agreeing, said: Said) -> str:
    services.give_agreement(agreeing.reference, said["owner"] or None, **agreeing.hand)
    return _("It is said who sees to it.")


OF_AGREEMENT: Deeds[Agreeing] = {
    "end": (Act.WORK, end_form, by_words(_end)),
    "give": (
        Act.WORK,
        lambda agreeing: GiveForm(agreeing.colleagues, agreeing.request.POST),
        by_words(_give),
    ),
}
SIGN: Deeds[Agreeing] = {"sign": (Act.WORK, change_form, _sign)}
RENEW: Deeds[Agreeing] = {"renew": (Act.WORK, change_form, _renew)}
CORRECT: Deeds[Agreeing] = {"correct": (Act.WORK, change_form, _correct)}
