"""What waits between two pages, and is not in the register yet."""

from django.db import models

from openkader.casework.vocabulary import DraftKind
from openkader.register.models.record import one_of


class KeptDraft(models.Model):
    """What was typed or handed in, for whoever has its token; of the token itself only the digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=20)
    body = models.TextField()  # as its page wrote it
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [one_of("kind", DraftKind, optional=False)]

    def __str__(self) -> str:
        return f"{self.kind} {self.digest[:8]}"


class KeptDraftFile(models.Model):
    """The content of a file that came along; it goes with its draft."""

    draft = models.ForeignKey(KeptDraft, models.CASCADE, related_name="files")
    place = models.CharField(max_length=40)
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "place"], name="register_keptdraftfile_once")]

    def __str__(self) -> str:
        return self.place
