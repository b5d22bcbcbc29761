"""What every question to somebody outside has: an address, a last day, links that lead to it, and its end."""

from django.db import models
from django.db.models import Q

from openkader.register.models.record import words


class AskedOutside(models.Model):
    """Something that was asked of somebody without an account, who answers by a link."""

    reference = models.CharField(max_length=80, unique=True)
    recipient = models.CharField(max_length=200)
    email = words(254)  # NULL: asked along another way
    language = models.CharField(max_length=2)
    due_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reference


class Link(models.Model):
    """A link by which somebody outside answers; only its digest is kept, so that no copy of the register opens it."""

    digest = models.CharField(max_length=64, unique=True)
    ends = models.DateTimeField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} {self.ends}"


class Reminder(models.Model):
    """That somebody was reminded; of what, and how often on one day, says each sort itself."""

    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} {self.on}"


class TakenBack(models.Model):
    """That nobody waits for an answer any more, and why."""

    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="%(app_label)s_%(class)s_reason")]

    def __str__(self) -> str:
        return f"{self.pk} {self.by}"
