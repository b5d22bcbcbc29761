"""The parts of an activity that have a page of their own; a new part is named here and nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openkader.casework.permissions import Act, Person
from openkader.casework.publishing import Subject
from openkader.register.network_plans import network_here
from openkader.register.protection_lists import catalogue_here
from openkader.register.protections import kind_of
from openkader.register.selectors import ActivityFile
from openkader.register.survey_forms import survey_form_here


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page beside that of the activity: where it is, what is on it, who may read it, and for which activities."""

    url_name: str
    label: str | Promise
    about: str | Promise
    act: Act = Act.READ_CASES
    fits: Callable[[ActivityFile], bool] = lambda _found: True
    before: tuple[str, ...] = ()  # what stands in the address before the reference


def has_steps(found: ActivityFile) -> bool:
    """Whether the organisation has steps of information protection for such an activity."""
    listed = catalogue_here()
    return listed is not None and bool(listed.phases_for(kind_of(found.row["kind"])))


PARTS: tuple[Part, ...] = (
    Part(
        url_name="programme",
        label=_("Programme and participants"),
        about=_("Part by part, who comes along, the calendar, and the lessons afterwards."),
    ),
    Part(
        url_name="activity_invitations",
        label=_("Invitations by mail"),
        about=_("Which colleagues have it in their calendar, and hear of changes by themselves."),
    ),
    Part(
        url_name="activity_messages",
        label=_("Lines to take"),
        about=_("What we say and why, who heard it before, the briefing note, and what was raised."),
    ),
    Part(
        url_name="activity_network",
        label=_("Network"),
        about=_("What organisations and experts whom we know contributed to it."),
        fits=lambda _found: network_here() is not None,
    ),
    Part(
        url_name="activity_initiatives",
        label=_("Initiatives"),
        about=_("What was asked for, who was linked to whom, and what came of it."),
        fits=lambda _found: network_here() is not None,
    ),
    Part(
        url_name="activity_public",
        label=_("Public account"),
        about=_("What was said of it in public, and by when that is due."),
    ),
    Part(
        url_name="companies",
        label=_("Companies: self-scan and briefing"),
        about=_("Who handed in the self-scan, who was informed beforehand, and who was let off."),
    ),
    Part(
        url_name="experiences",
        label=_("Experiences: what came of it"),
        about=_(
            "What participants say one and twelve months later, of how many, and who is still to be asked."
        ),
        fits=lambda _found: survey_form_here() is not None,
    ),
    Part(
        url_name="protection",
        label=_("Information protection"),
        about=_("The steps before, during and after, what they hamper, and the sign-off of the expert."),
        fits=has_steps,
    ),
    Part(
        url_name="report",
        label=_("Reports to write"),
        about=_(
            "The report to the council and the feedback afterwards, composed from the register to write on in."
        ),
    ),
    Part(
        url_name="publication_new",
        label=_("What is public of it"),
        about=_("What everybody may read of it, chosen field by field and published by a second person."),
        before=(str(Subject.ACTIVITY),),
    ),
)


def shown_parts(found: ActivityFile, reader: Person) -> list[dict[str, object]]:
    """The parts that this activity has for this reader."""
    return [
        {
            "label": one.label,
            "about": one.about,
            "url": reverse(one.url_name, args=[*one.before, found.reference]),
        }
        for one in PARTS
        if reader.may(one.act) and one.fits(found)
    ]
