"""What a colleague may do here, beside the account that the framework keeps."""

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from openkader.casework.vocabulary import AccountRole, PasswordDue
from openkader.register.models.record import one_of


class HeldRole(models.Model):
    """A role that somebody gave to an account; what was taken away again stands in the trail."""

    account = models.ForeignKey(User, models.PROTECT, related_name="held_roles")
    role = models.CharField(max_length=30)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("role", AccountRole, optional=False),
            models.UniqueConstraint(fields=["account", "role"], name="register_heldrole_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role}"


class TeamMember(models.Model):
    """The team in which a colleague works."""

    account = models.OneToOneField(User, models.PROTECT, related_name="membership")
    team = models.CharField(max_length=60, db_index=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(team=""), name="register_teammember_team")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.team}"


class DuePassword(models.Model):
    """The password of an account has to be replaced by a new one; gone as soon as it was."""

    account = models.OneToOneField(User, models.PROTECT, related_name="due_password")
    why = models.CharField(max_length=20)
    since = models.DateTimeField()

    class Meta:
        constraints = [one_of("why", PasswordDue, optional=False)]

    def __str__(self) -> str:
        return f"{self.account_id} {self.why}"
