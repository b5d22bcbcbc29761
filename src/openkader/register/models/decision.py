"""What the kader proposed, and what a person decided."""

from django.db import models
from django.db.models import Q

from openkader.casework.vocabulary import DecisionOutcome, Kind, Level
from openkader.register.models.record import Record, one_of, prose, together, truth, words
from openkader.register.models.request import Request


class Assessment(Record):
    """The kader's proposal on the facts of one moment, with its trace; never edited."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="assessments")
    kader = models.CharField(max_length=120)
    kader_digest = models.CharField(max_length=64)
    facts = models.JSONField()
    outcome = models.CharField(max_length=30)
    settled = models.BooleanField()
    fired = models.JSONField()
    open = models.JSONField()
    answers_seen = models.PositiveIntegerField()  # more answers now than then: it is stale
    screening_seen = words(64)  # where the screening stood; elsewhere now: it is stale

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("outcome", DecisionOutcome, optional=False),
        ]


class Decision(Record):
    """What was decided on a request, on a delegation, or on organisations that took part.

    A reconstructed decision was read in a publication: somebody decided, but who,
    when and on which assessment the publication need not say.
    """

    request = models.ForeignKey(Request, models.PROTECT, null=True, blank=True, related_name="decisions")
    level = models.CharField(max_length=20)
    outcome = words(30)
    ground = words()
    instrument = words()
    motivation = prose()
    assessment = models.ForeignKey(
        Assessment, models.PROTECT, null=True, blank=True, related_name="decisions"
    )
    departs_from_proposal = truth()
    decided_on = models.DateField(null=True, blank=True)
    decided_by = words(150)
    reconstructed = models.BooleanField()
    # Only where there is no request to take them from.
    title_nl = words(300)
    title_en = words(300)
    kind = words(30)
    programme = words()

    class Meta:
        constraints = [
            *Record.Meta.constraints,
            one_of("level", Level, optional=False),
            one_of("outcome", DecisionOutcome),
            one_of("kind", Kind),
            together("decided_on", "decided_by", name="decided_whole"),
            together("title_nl", "title_en", name="title_both"),
            models.CheckConstraint(
                condition=Q(reconstructed=True)
                | Q(outcome__isnull=False, decided_on__isnull=False, request__isnull=False)
                & (Q(assessment__isnull=False) | Q(outcome="withdrawn")),
                name="register_decision_taken_here",
            ),
            models.CheckConstraint(
                condition=Q(reconstructed=False) | Q(passage__isnull=False),
                name="register_decision_reconstructed_from",
            ),
            models.CheckConstraint(
                condition=~Q(departs_from_proposal=True) | Q(motivation__isnull=False),
                name="register_decision_departure_motivated",
            ),
            models.CheckConstraint(
                condition=Q(request__isnull=True, title_nl__isnull=False)
                | Q(request__isnull=False, kind__isnull=True, programme__isnull=True)
                & Q(title_nl__isnull=True),
                name="register_decision_about_once",
            ),
        ]
