"""Where a draft of a kader came from, when that is another organisation; and that it was withdrawn."""

from django.db import models
from django.db.models import Q

from openkader.register.models.kader_draft import KaderDraft


class KaderOrigin(models.Model):
    """The signed file of another organisation that a draft began as, or of which it holds lines and lists.

    `kader` and `digest` are what the file says of itself (of lines and lists the digest is that of their text),
    `publisher` how the kader in it names its organisation. `fingerprint` is of the key that signed it; the file lies
    on the shelf under `sha256`, to be verified again.
    """

    draft = models.OneToOneField(KaderDraft, models.PROTECT, related_name="origin")
    kader = models.CharField(max_length=120)
    digest = models.CharField(max_length=64)
    publisher = models.CharField(max_length=300)
    fingerprint = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=120)
    size = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.kader}"


class KaderWithdrawal(models.Model):
    """Nobody goes on with a draft, and why; its texts stay."""

    draft = models.OneToOneField(KaderDraft, models.PROTECT, related_name="withdrawal")
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_kaderwithdrawal_reason")
        ]

    def __str__(self) -> str:
        return str(self.draft_id)
