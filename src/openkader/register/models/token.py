"""With what a program comes in under the name of a colleague."""

from django.contrib.auth.models import User
from django.db import models


class ApiToken(models.Model):
    """A token of an account; of the secret itself only the digest is kept."""

    account = models.ForeignKey(User, models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    ends_on = models.DateField()  # its last day
    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    last_used_on = models.DateField(null=True, blank=True)  # a day, so that reading writes once a day
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="register_apitoken_once")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.name}"
