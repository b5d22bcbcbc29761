"""What is done on the pages of a programme and its participants: plan, change, take out, begin as another, learn.

An act has the form that it takes, and what it does: that gives the sentence said after it, and where to go then.
"""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.mission_entries import CopyEntry, ParticipantEntry, Reasons, SlotEntry
from openkader.register.selectors import Mission, ParticipantRow, SlotRow
from openkader.web.acts.deeds import Deeds, Manner, Place
from openkader.web.forms.advice import NoForm
from openkader.web.forms.mission import CopyForm, LessonForm, ParticipantForm, SlotForm, zones_near
from openkader.web.presenters.mission import party_choices, reason_choices, template_choices
from openkader.web.reader import person


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparing(Place):
    """A mission, the part or the participant that a page is about, and who stands before it."""

    found: Mission
    kader: Kader | None
    slot: SlotRow | None = None
    participant: ParticipantRow | None = None

    @property
    def reference(self) -> str:
        """The activity."""
        return self.found.activity.reference

    @property
    def home(self) -> str:
        """The page of the programme."""
        return reverse("programme", args=[self.reference])

    @property
    def manner(self) -> Manner:
        """A party that is typed may not be there; after every deed one comes back to the programme."""
        return Manner(names=("party",), to=lambda _request, _form: self.home)

    def slot_form(self, *values: object, **named: object) -> SlotForm:
        """The form of a part, with what this activity offers."""
        used = [row.draft.zone for row in self.found.slots]
        zones = zones_near(self.found.activity.country, used, settings.TIME_ZONE)
        also = self.slot.draft.parties if self.slot else ()
        return SlotForm(zones, party_choices(self.found, also), *values, **named)

    def participant_form(self, *values: object, **named: object) -> ParticipantForm:
        """The form of a participant, with what this activity and its kader offer."""
        mine = self.participant.draft if self.participant else None
        also = [mine.party] if mine and mine.party else []
        reasons = reason_choices(self.kader)
        if mine and mine.reason and mine.reason not in dict(reasons):
            reasons = [*reasons, (mine.reason, mine.reason)]
        return ParticipantForm(party_choices(self.found, also), reasons, *values, **named)

    def copy_form(self, *values: object, **named: object) -> CopyForm:
        """The form that begins as another programme."""
        rows = selectors.templates_for(self.found.activity, reader=person(self.request))
        return CopyForm(template_choices(rows), *values, **named)


def _plan(place: Preparing, form: forms.Form) -> str:
    assert isinstance(form, SlotForm)  # noqa: S101 - the table below pairs them
    number, seen = _which(place.slot, form)
    entry = SlotEntry(activity=place.reference, draft=form.draft(), number=number, seen=seen)
    services.plan_slot(entry, **place.hand)
    return _("The programme is kept.")


def _which(row: SlotRow | ParticipantRow | None, form: forms.Form) -> tuple[int | None, int]:
    """Which number is changed by somebody who saw which version; a new one has none."""
    return (row.number if row else None, form.cleaned_data.get("seen") or 0)


def _remove_slot(place: Preparing, _form: forms.Form) -> str:
    assert place.slot is not None  # noqa: S101 - only the page of a part has this act
    services.remove_slot(place.reference, place.slot.number, _seen(place), **place.hand)
    return _("The part is taken out of the programme. Calendars that are read in again show it as cancelled.")


def _seen(place: Preparing) -> int:
    """The version that a button without a form was shown beside; what is no number is none."""
    typed = place.request.POST.get("seen", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 7 else 0


def _enrol(place: Preparing, form: forms.Form) -> str:
    assert isinstance(form, ParticipantForm)  # noqa: S101 - the table below pairs them
    number, seen = _which(place.participant, form)
    entry = ParticipantEntry(activity=place.reference, draft=form.draft(), number=number, seen=seen)
    reasons = Reasons(codes=frozenset(dict(reason_choices(place.kader))))
    services.enrol_participant(entry, reasons, **place.hand)
    return _("The list of participants is kept.")


def _remove_participant(place: Preparing, _form: forms.Form) -> str:
    assert place.participant is not None  # noqa: S101 - only the page of a participant has this act
    services.remove_participant(place.reference, place.participant.number, _seen(place), **place.hand)
    return _("The participant is taken off the list.")


def _copy(place: Preparing, form: forms.Form) -> str:
    said = form.cleaned_data
    entry = CopyEntry(activity=place.reference, template=said["template"], first_day=said["first_day"])
    number = services.copy_programme(entry, **place.hand)
    return ngettext(
        "%(count)s part is taken over. Add whom you meet.",
        "%(count)s parts are taken over. Add whom you meet.",
        number,
    ) % {"count": number}


def _learn(place: Preparing, form: forms.Form) -> str:
    services.note_lesson(place.reference, form.cleaned_data["text"], **place.hand)
    return _("The lesson is noted.")


OF_PROGRAMME: Deeds[Preparing] = {
    "plan": (Act.WORK, lambda place: place.slot_form(place.request.POST, auto_id="plan_%s"), _plan),
    "enrol": (Act.WORK, lambda place: place.participant_form(place.request.POST, auto_id="enrol_%s"), _enrol),
    "copy": (Act.WORK, lambda place: place.copy_form(place.request.POST, auto_id="copy_%s"), _copy),
    "learn": (Act.WORK, lambda place: LessonForm(place.request.POST, auto_id="learn_%s"), _learn),
}
OF_SLOT: Deeds[Preparing] = {
    "change": (Act.WORK, lambda place: place.slot_form(place.request.POST), _plan),
    "remove": (Act.WORK, lambda place: NoForm(place.request.POST), _remove_slot),
}
OF_PARTICIPANT: Deeds[Preparing] = {
    "change": (Act.WORK, lambda place: place.participant_form(place.request.POST), _enrol),
    "remove": (Act.WORK, lambda place: NoForm(place.request.POST), _remove_participant),
}
