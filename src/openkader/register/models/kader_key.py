"""The key with which kaders are signed that are handed on."""

from django.db import models
from django.db.models import Q


class KaderKey(models.Model):
    """The one key of this installation; its secret half is locked with the key of the installation itself."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    locked = models.TextField()
    fingerprint = models.CharField(max_length=64)  # by which others know it
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="register_kaderkey_one")]

    def __str__(self) -> str:
        return self.fingerprint
