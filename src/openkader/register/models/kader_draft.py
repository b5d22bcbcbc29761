"""A kader on its way to a next version: who wrote which text when, and what was adopted."""

from django.db import models
from django.db.models import F, Q

from openkader.casework.documents import DocumentForm
from openkader.register.models.record import one_of


class KaderDraft(models.Model):
    """A next version that somebody began, from a version that was there; `base` has the digest it had then."""

    reference = models.CharField(max_length=80, unique=True)
    base = models.CharField(max_length=120)
    base_digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="register_kaderdraft_named")]

    def __str__(self) -> str:
        return self.reference


class KaderDraftStep(models.Model):
    """One text of one file of a draft; the newest counts, and those before it stay. The first is that of the base."""

    draft = models.ForeignKey(KaderDraft, models.PROTECT, related_name="steps")
    file = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "file", "number"], name="register_kaderdraftstep_number"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="register_kaderdraftstep_text"),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.file} {self.number}"


class KaderAdoption(models.Model):
    """The decision that a draft is a version: by which body, on which day, in force from when, with its document.

    `steps` is the step of each file that was adopted, `digest` that of all of them. `by` noted it and wrote none of it.
    """

    draft = models.OneToOneField(KaderDraft, models.PROTECT, related_name="adoption")
    kader = models.CharField(max_length=120, unique=True)
    digest = models.CharField(max_length=64)
    steps = models.JSONField()
    body = models.CharField(max_length=200)
    adopted_on = models.DateField()
    in_force_from = models.DateField()
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("media_type", DocumentForm, optional=False),
            models.CheckConstraint(condition=~Q(body=""), name="register_kaderadoption_body"),
            models.CheckConstraint(
                condition=Q(in_force_from__gte=F("adopted_on")), name="register_kaderadoption_order"
            ),
        ]

    def __str__(self) -> str:
        return self.kader
