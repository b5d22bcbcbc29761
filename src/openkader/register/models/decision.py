"""What the kader proposed, and what a person decided."""

from django.db import models
from django.db.models import Q

from openkader.casework.vocabulary import DecisionOutcome, Kind, Level
from openkader.register.models.party import Party
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
    conditions = models.JSONField(null=True, blank=True)  # a list of texts; NULL from before they were kept
    referred_to = words(200)
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="decisions")
    seconded_by = words(150)  # the second person, where the kader asked for one
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


class PreparedDecision(models.Model):
    """A decision that waits for a second person; it counts for nothing until somebody agrees."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="prepared_decisions")
    reference = models.CharField(max_length=80, unique=True)  # that of the decision it will be
    assessment = models.ForeignKey(Assessment, models.PROTECT, null=True, related_name="prepared_decisions")
    said = models.JSONField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    by_house = models.BooleanField(
        default=False
    )  # at a command of the house; a name that is stored cannot tell

    def __str__(self) -> str:
        return self.reference


class PreparedDecisionReturn(models.Model):
    """That a prepared decision was sent back or taken back, and why."""

    prepared = models.OneToOneField(PreparedDecision, models.PROTECT, related_name="return_of")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_prepared_return_reason")
        ]

    def __str__(self) -> str:
        return f"{self.prepared_id}"


class HandOver(models.Model):
    """That somebody at the party to which a case was referred confirmed to have it."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="hand_over")
    confirmed_by = models.CharField(max_length=200)
    confirmed_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(confirmed_by=""), name="register_handover_by")]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.confirmed_on}"
