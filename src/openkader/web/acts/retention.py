"""What is done about destruction lists: draw one up, review it, carry it out."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.permissions import Act
from openkader.casework.retention import ListStand, RecordKind, Retention, Reviewer
from openkader.register import services
from openkader.register.destroying.dossiers import DueRow, due_rows
from openkader.register.destruction_entries import (
    AgreementEntry,
    ExemptionEntry,
    Nominated,
    NominationEntry,
)
from openkader.register.retention import retention_here
from openkader.register.selectors.destruction import ListFile, destruction_list
from openkader.web.acts.deeds import Deed, Deeds, Manner, Place, plain
from openkader.web.forms.retention import AgreeForm, DestroyForm, ExemptForm, NominateForm, WithdrawForm
from openkader.web.reader import person

MOST_AT_ONCE = 20  # items; what takes longer than somebody waits for a page is done by a worker
MOST_SHOWN = 200  # of what is due; the rest comes after these


@dataclass(frozen=True, kw_only=True)
class Keeping(Place):
    """What is kept here and how long, and what is due today."""

    retention: Retention | None = field(default_factory=retention_here)

    @cached_property
    def due(self) -> list[DueRow]:
        """What may go, of the cases that whoever asks may see."""
        if self.retention is None:
            return []
        return due_rows(self.retention, self.today, reader=person(self.request))


@dataclass(frozen=True, kw_only=True)
class OneList(Place):
    """A destruction list."""

    found: ListFile

    @property
    def reference(self) -> str:
        """Under which it is known."""
        return self.found.row.reference


def keeping(request: HttpRequest, now: Any) -> Keeping:
    """The place of all terms and lists."""
    return Keeping(request=request, now=now)


def one_list(request: HttpRequest, now: Any, reference: str) -> OneList:
    """The list that an address names."""
    found = destruction_list(reference, reader=person(request))
    return OneList(request=request, now=now, found=found)


def choice_of(row: DueRow) -> str:
    """How a due row stands in a form."""
    return f"{row.kind} {row.reference}"


def nominate_form(place: Keeping, *values: object) -> NominateForm:
    """The form over what is due."""
    return NominateForm([(choice_of(row), row.reference) for row in place.due[:MOST_SHOWN]], *values)


def exempt_form(place: OneList, *values: object) -> ExemptForm:
    """The form over what is left on a list."""
    left = ((item.number, f"{item.number}. {item.dossier}") for item in place.found.there)
    return ExemptForm(left, *values)


def _nominate(place: Keeping, form: forms.Form) -> str:
    pairs = (one.split(" ", 1) for one in form.cleaned_data["chosen"])
    chosen = [Nominated(dossier=dossier, kind=RecordKind(kind)) for kind, dossier in pairs]
    entry = NominationEntry(due_by=place.today, chosen=chosen)
    form.cleaned_data["reference"] = services.draw_up_destruction_list(entry, **place.hand)
    return _("The destruction list is drawn up. An archivist and a decider review it now.")


def _to_list(_request: HttpRequest, form: forms.Form) -> str:
    return reverse("destruction_list", args=[form.cleaned_data["reference"]])


KEEPING_ACTS: Deeds[Keeping] = {
    "nominate": (Act.NOMINATE, lambda place: nominate_form(place, place.request.POST), _nominate)
}
KEEPING_MANNER = Manner(of="destruction-list", to=_to_list)


def _exempt(place: OneList, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = ExemptionEntry(list=place.reference, number=words["number"], reason=words["reason"])
    services.exempt_from_destruction(entry, **place.hand)
    return _("It is taken off the list, and kept.")


def _agree(place: OneList, form: forms.Form) -> str:
    words = form.cleaned_data
    entry = AgreementEntry(list=place.reference, reviewer=Reviewer(words["reviewer"]), seen=words["seen"])
    services.agree_to_destruction(entry, **place.hand)
    return _("Your agreement is noted.")


def is_long(stand: ListStand) -> bool:
    """Whether so much is left of a list that a worker carries it out, or one does so already."""
    return stand.is_under_way or stand.items - stand.done > MOST_AT_ONCE


def _destroy(place: OneList, _form: forms.Form) -> str:
    if is_long(place.found.stand):
        services.ask_destruction(place.reference, **place.hand)
        return _("The list is being carried out in the background. This page says how far it is.")
    number = services.destroy_dossiers(place.reference, **place.hand)
    words = ngettext(
        "%(number)s item is destroyed. The certificate is ready.",
        "%(number)s items are destroyed. The certificate is ready.",
        number,
    )
    return words % {"number": number}


def _stop(place: OneList, _form: forms.Form) -> str:
    services.stop_destruction(place.reference, **place.hand)
    return _("It is stopped. What is left stays, until somebody carries the list out again or takes it off.")


def _withdraw(place: OneList, form: forms.Form) -> str:
    services.withdraw_destruction_list(place.reference, form.cleaned_data["why"], **place.hand)
    return _("The list is withdrawn. What stood on it can be nominated again.")


def _agree_as(reviewer: Reviewer, act: Act) -> Deed[OneList]:
    def build(place: OneList) -> forms.Form:
        return AgreeForm({"reviewer": reviewer, "seen": place.request.POST.get("seen", "")})

    return act, build, _agree


LIST_ACTS: Deeds[OneList] = {
    "exempt": (Act.REVIEW_DESTRUCTION, lambda place: exempt_form(place, place.request.POST), _exempt),
    "agree-archivist": _agree_as(Reviewer.ARCHIVIST, Act.AGREE_AS_ARCHIVIST),
    "agree-owner": _agree_as(Reviewer.OWNER, Act.AGREE_AS_OWNER),
    "destroy": (Act.DESTROY, plain(DestroyForm), _destroy),
    "stop": (Act.REVIEW_DESTRUCTION, plain(forms.Form), _stop),
    "withdraw": (Act.NOMINATE, plain(WithdrawForm), _withdraw),
}
LIST_MANNER = Manner(of="destruction-list")
