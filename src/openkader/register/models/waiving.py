"""What every waiver has: a reason, a last day, and a second person who agreed."""

from django.db import models
from django.db.models import Q


class Waived(models.Model):
    """Somebody proposed to go without something until a last day; it holds once a second person agreed."""

    reference = models.CharField(max_length=80, unique=True)
    reason = models.TextField()
    expires_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="%(app_label)s_%(class)s_reason")]

    def __str__(self) -> str:
        return self.reference


class Agreed(models.Model):
    """That a second person agreed to a waiver."""

    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} {self.by}"
