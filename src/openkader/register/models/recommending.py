"""What becomes of a recommendation over the years; each is added, and none is changed."""

from django.db import models
from django.db.models import Q

from openkader.casework.documents import DocumentForm
from openkader.casework.recommendations import FollowUpStatus
from openkader.register.models.account import Recommendation
from openkader.register.models.record import Dated, Sourced, one_of, prose, together, words

_SHOWN = [str(one) for one in FollowUpStatus if one.needs_evidence]


class RecommendationAddress(Dated, Sourced):
    """To whom a recommendation is addressed and, as its period, before when it is to be followed up."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="addresses")
    number = models.PositiveIntegerField()
    to_nl = words(300)
    to_en = words(300)

    class Meta:
        verbose_name_plural = "recommendation addresses"
        constraints = [
            *Dated.Meta.constraints,
            *Sourced.Meta.constraints,
            together("to_nl", "to_en", name="to_both"),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="register_recommendationaddress_number"
            ),
            models.CheckConstraint(
                condition=Q(to_nl__isnull=False) | Q(precision__isnull=False),
                name="register_recommendationaddress_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.number}"


class RecommendationFollowUp(Dated, Sourced):
    """What came of it: how it stands since when, what shows that, and what it changed in the kader.

    `figure` is the figure of the kader with which the year after shows whether it worked.
    """

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="follow_ups")
    number = models.PositiveIntegerField()
    status = models.CharField(max_length=20)
    what_nl = models.TextField()
    what_en = models.TextField()
    url = words(500)
    record = words(80)  # the reference of another record that shows it
    # A document on the shelf; all empty where there is none.
    sha256 = words(64)
    name = words(120)
    media_type = words(80)
    size = models.PositiveIntegerField(null=True, blank=True)
    kader = words(120)
    change_nl = prose()
    change_en = prose()
    figure = words(80)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            *Dated.Meta.constraints,
            *Sourced.Meta.constraints,
            one_of("status", FollowUpStatus, optional=False),
            one_of("media_type", DocumentForm),
            together("sha256", "name", "media_type", "size", name="file_whole"),
            together("kader", "change_nl", "change_en", name="change_whole"),
            models.UniqueConstraint(
                fields=["recommendation", "number"], name="register_recommendationfollowup_number"
            ),
            models.CheckConstraint(condition=~Q(what_nl=""), name="register_recommendationfollowup_what"),
            models.CheckConstraint(
                condition=~Q(status__in=_SHOWN)
                | Q(url__isnull=False)
                | Q(record__isnull=False)
                | Q(sha256__isnull=False),
                name="register_recommendationfollowup_shown",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.number} {self.status}"


class RecommendationReminder(models.Model):
    """That a colleague was reminded of a recommendation whose term has passed: once for each term."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="reminders")
    due_by = models.DateField()
    account = models.CharField(max_length=150)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "due_by", "account"], name="register_recommendationreminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.due_by} {self.account}"
