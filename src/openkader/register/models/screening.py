"""What screenings found, and what people said of it."""

from django.db import models
from django.db.models import Q

from openkader.casework.screening import (
    Addressee,
    Cause,
    Gone,
    HitState,
    SourceKind,
    SourceQuality,
    Verdict,
)
from openkader.register.models.party import Party
from openkader.register.models.record import one_of, together, words
from openkader.screening.evidence import Band


class Screening(models.Model):
    """One comparison of a party with the lists: what was asked, of which lists, and what came of it.

    It has a band, or the code of why it failed; one that failed says nothing of the party.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="screenings")
    cause = models.CharField(max_length=12)
    asked = models.JSONField()  # schema and properties, in the words of FollowTheMoney
    fingerprint = models.CharField(max_length=64)
    lists = models.JSONField(default=list)  # of each list: id, snapshot, read_at, entities
    engine = models.CharField(max_length=80)
    band = words(10)
    failure = words(60)
    failure_detail = models.JSONField(default=dict)
    compared = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    found = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        indexes = [
            models.Index(fields=["party", "id"]),
            models.Index(
                fields=["party", "id"], name="register_screening_failed", condition=Q(failure__isnull=False)
            ),
        ]
        constraints = [
            one_of("cause", Cause, optional=False),
            one_of("band", Band),
            models.CheckConstraint(
                condition=Q(band__isnull=False, failure__isnull=True)
                | Q(band__isnull=True, failure__isnull=False, found=0),
                name="register_screening_band_or_failure",
            ),
            models.CheckConstraint(
                # No list, no screening.
                condition=Q(band__isnull=True) | ~Q(lists=[]),
                name="register_screening_with_lists",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.band or self.failure}"


class Hit(models.Model):
    """One entity of a list that came near a party, as it was when it was found.

    Only where it stands changes: `state` follows from its reviews, and a hit that is no
    longer in force is *gone*, with the reason. When the party or the entity changed, a new
    hit takes its place, is judged anew, and points at its `former`.
    """

    party = models.ForeignKey(Party, models.PROTECT, related_name="hits")
    screening = models.ForeignKey(Screening, models.PROTECT, related_name="hits")
    number = models.PositiveIntegerField()  # counts the hits of this party on this entity
    list = models.CharField(max_length=80)
    snapshot = models.CharField(max_length=120)
    entity = models.CharField(max_length=200)
    caption = models.TextField()
    party_fingerprint = models.CharField(max_length=64)
    entity_fingerprint = models.CharField(max_length=64)
    score = models.FloatField()
    band = models.CharField(max_length=10)
    asked_name = models.TextField()
    listed_name = models.TextField()
    explanation = models.JSONField()
    former = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="successor")
    found_at = models.DateTimeField()
    state = models.CharField(max_length=10, default="open")
    reviews_given = models.PositiveIntegerField(default=0)
    gone_because = words(20)
    gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "id"]),
            models.Index(fields=["list", "entity"]),
        ]
        constraints = [
            one_of("state", HitState, optional=False),
            one_of("band", Band, optional=False),
            one_of("gone_because", Gone),
            together("gone_because", "gone_at", name="gone_whole"),
            models.UniqueConstraint(fields=["party", "list", "entity", "number"], name="register_hit_number"),
            models.UniqueConstraint(
                fields=["party", "list", "entity"],
                condition=Q(gone_at__isnull=True),
                name="register_hit_once_in_force",
            ),
            models.CheckConstraint(
                condition=Q(state="gone", gone_at__isnull=False) | Q(gone_at__isnull=True) & ~Q(state="gone"),
                name="register_hit_gone_with_reason",
            ),
            models.CheckConstraint(condition=~Q(band="clear"), name="register_hit_near"),
        ]

    def __str__(self) -> str:
        return f"{self.party_id} {self.list} {self.entity}"


class Review(models.Model):
    """What one person said of a hit, and why."""

    hit = models.ForeignKey(Hit, models.PROTECT, related_name="reviews")
    number = models.PositiveIntegerField()
    verdict = models.CharField(max_length=10)
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("verdict", Verdict, optional=False),
            models.UniqueConstraint(fields=["hit", "number"], name="register_review_number"),
            models.CheckConstraint(condition=~Q(reason=""), name="register_review_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.hit_id} {self.number} {self.verdict}"


class Escalation(models.Model):
    """A hit put before somebody else, such as the embassy, with what was asked."""

    hit = models.ForeignKey(Hit, models.PROTECT, related_name="escalations")
    to = models.CharField(max_length=20)
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("to", Addressee, optional=False),
            models.CheckConstraint(condition=~Q(text=""), name="register_escalation_text"),
        ]

    def __str__(self) -> str:
        return f"{self.hit_id} {self.to}"


class SourceNote(models.Model):
    """What a source beside the lists says of a party, and how far it can be relied upon."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=20)
    quality = models.CharField(max_length=10)
    title = models.CharField(max_length=300)
    says = models.TextField()
    url = words(500)
    published_on = words(10)  # as exactly as it is known
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("kind", SourceKind, optional=False),
            one_of("quality", SourceQuality, optional=False),
            models.CheckConstraint(condition=~Q(says="") & ~Q(title=""), name="register_sourcenote_says"),
        ]

    def __str__(self) -> str:
        return self.title
