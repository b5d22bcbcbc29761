"""What is done on the page of information protection: keep a phase, note a conflict, rule on it, sign off.

An act has the task that it is of, the form that it takes, and what it does: that gives the sentence said after it.
"""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.base.errors import NotFound, Refused
from openkader.casework.permissions import Act
from openkader.casework.protection import Catalogue, Outcome, Phase
from openkader.register import services
from openkader.register.protection_entries import (
    ConflictEntry,
    ProtectionEntry,
    RulingEntry,
    SignOffEntry,
)
from openkader.register.selectors import ProtectionFile
from openkader.web.acts.deeds import Deeds, Manner, Place
from openkader.web.forms.protection import ConflictForm, PhaseForm, RulingForm, SignOffForm
from openkader.web.presenters.protection import evidence_choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarding(Place):
    """The list of an activity, and who stands before it."""

    found: ProtectionFile
    catalogue: Catalogue

    @property
    def reference(self) -> str:
        """The activity."""
        return self.found.activity.reference

    def phase_form(self, phase: Phase, *values: object) -> PhaseForm:
        """The form of a phase, with what stands there now."""
        files = evidence_choices(self.found)
        return PhaseForm(phase, self.found.kept, files, *values, auto_id=f"{phase.phase}_%s")

    def conflict_form(self, *values: object) -> ConflictForm:
        """The form of a conflict, with the steps of this activity."""
        return ConflictForm(self.catalogue, self.found.phases, *values, auto_id="conflict_%s")


def _again(form: forms.Form, error: Refused) -> forms.Form:
    """What was typed; after somebody else's change it stands beside theirs."""
    is_late = error.refusal.code == "protection.meanwhile"
    return form.brought_up_to_date() if is_late and isinstance(form, PhaseForm) else form


def _to(request: HttpRequest, form: forms.Form) -> str:
    """Back to the phase that was kept."""
    return request.path + (f"#{form.phase.phase}" if isinstance(form, PhaseForm) else "")


MANNER = Manner(again=_again, to=_to)


def _phase_form(place: Guarding) -> forms.Form:
    name = place.request.POST.get("phase", "")
    phase = next((one for one in place.found.phases if one.phase == name), None)
    if phase is None:
        raise NotFound("activity", name[:40])
    return place.phase_form(phase, place.request.POST)


def _keep(place: Guarding, form: forms.Form) -> str:
    assert isinstance(form, PhaseForm)  # noqa: S101 - the table below pairs them
    entry = ProtectionEntry(activity=place.reference, said=form.said(), seen=form.seen())
    number = services.keep_protection(entry, catalogue=place.catalogue, **place.hand)
    if not number:
        return _("Nothing had changed.")
    return ngettext("%(count)s step is kept.", "%(count)s steps are kept.", number) % {"count": number}


def _note(place: Guarding, form: forms.Form) -> str:
    assert isinstance(form, ConflictForm)  # noqa: S101 - the table below pairs them
    entry = ConflictEntry(activity=place.reference, draft=form.draft())
    services.note_conflict(entry, catalogue=place.catalogue, **place.hand)
    return _("The conflict is noted. Security comes first, unless a decider says otherwise.")


def _rule(place: Guarding, form: forms.Form) -> str:
    said = form.cleaned_data
    entry = RulingEntry(
        activity=place.reference,
        conflict=said["conflict"],
        outcome=Outcome(said["outcome"]),
        reason=said["reason"],
    )
    services.rule_on_conflict(entry, **place.hand)
    return _("Your decision is kept with its reason.")


def _sign(place: Guarding, form: forms.Form) -> str:
    said = form.cleaned_data
    entry = SignOffEntry(activity=place.reference, seen=said["seen"], note=said["note"])
    services.sign_off_protection(entry, catalogue=place.catalogue, **place.hand)
    return _("The list is signed off, and that is evidence at the measures. Somebody closes those.")


ACTS: Deeds[Guarding] = {
    "keep": (Act.PROTECT, _phase_form, _keep),
    "conflict": (Act.PROTECT, lambda place: place.conflict_form(place.request.POST), _note),
    "rule": (Act.RULE_ON_CONFLICT, lambda place: RulingForm(place.request.POST), _rule),
    "sign": (
        Act.SIGN_OFF_PROTECTION,
        lambda place: SignOffForm(place.request.POST, auto_id="sign_%s"),
        _sign,
    ),
}
