"""Who would come along, as a delegation list said it; each version stays as it came."""

from django.db import models
from django.db.models import Q

from openkader.casework.screening import CameAs
from openkader.register.models.party import Party
from openkader.register.models.record import one_of, words
from openkader.register.models.request import Request


class DelegationList(models.Model):
    """One version of the delegation list of a request; the newest counts."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="delegation_lists")
    version = models.PositiveIntegerField()
    reference = models.CharField(max_length=80, unique=True)
    came_as = models.CharField(max_length=10)
    file_name = words(200)
    digest = models.CharField(max_length=64)  # of the file or the text that was handed in
    content = models.CharField(max_length=64)  # of the rows as they were understood
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    removed = models.PositiveIntegerField()
    problems = models.JSONField(default=list)  # the rows that gave no delegate, each with its reason
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("came_as", CameAs, optional=False),
            models.UniqueConstraint(fields=["request", "version"], name="register_delegationlist_version"),
            models.CheckConstraint(condition=Q(version__gte=1), name="register_delegationlist_first"),
            models.CheckConstraint(condition=Q(rows__gte=1), name="register_delegationlist_somebody"),
        ]

    def __str__(self) -> str:
        return self.reference


class Delegate(models.Model):
    """One row of a delegation list, and the person and organisation that it is about.

    Who has the fingerprint of a delegate in the former version is the same party.
    """

    delegation_list = models.ForeignKey(DelegationList, models.CASCADE, related_name="delegates")
    row = models.PositiveIntegerField()
    party = models.ForeignKey(Party, models.PROTECT, related_name="delegate_rows")
    organisation = models.ForeignKey(
        Party, models.PROTECT, null=True, blank=True, related_name="organisation_rows"
    )
    names = models.JSONField()
    organisation_names = models.JSONField(default=list)
    function = words(300)
    birth_date = words(10)
    country = words(2)
    gender = words(10)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["delegation_list", "row"], name="register_delegate_row"),
        ]

    def __str__(self) -> str:
        return f"{self.delegation_list_id} {self.row}"
