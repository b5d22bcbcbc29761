"""Initiatives that the organisation helps along: who asked for what, who was linked to whom, and what came of it."""

from django.db import models
from django.db.models import Q

from openkader.casework.initiatives import StepKind
from openkader.register.models.activity import Activity
from openkader.register.models.party import Party
from openkader.register.models.record import Dated, Record, Sourced, one_of, together, words
from openkader.register.models.request import Request


class Initiative(Record):
    """A chain that began with a request, or on the occasion of an activity."""

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="initiatives")
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="initiatives")
    title_nl = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(request__isnull=False, activity__isnull=True)
                | Q(request__isnull=True, activity__isnull=False),
                name="register_initiative_of_one",
            ),
        ]


class InitiativeStep(Dated, Sourced):
    """One step: what was done, by or for whom, with whom, when, and what shows it.

    Either side is a party or described in words. Steps are never rewritten.
    """

    initiative = models.ForeignKey(Initiative, models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    what_nl = models.TextField()
    what_en = models.TextField()
    seeker = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    seeker_nl = words(300)
    seeker_en = words(300)
    partner = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="+")
    partner_nl = words(300)
    partner_en = words(300)
    shown_by = words(300)
    url = words(500)

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Sourced.Meta.constraints,
            one_of("kind", StepKind, optional=False),
            together("seeker_nl", "seeker_en", name="seeker_both"),
            together("partner_nl", "partner_en", name="partner_both"),
            models.UniqueConstraint(fields=["initiative", "number"], name="register_initiativestep_number"),
            models.CheckConstraint(condition=~Q(what_nl=""), name="register_initiativestep_what"),
            models.CheckConstraint(
                condition=~Q(kind="matched") | Q(partner__isnull=False) | Q(partner_nl__isnull=False),
                name="register_initiativestep_partner",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id} {self.number}"
