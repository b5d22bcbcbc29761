"""What is published under the Woo: what somebody chose, what was frozen, and that it was taken down.

Whoever reads without an account reads three tables only: what was released, its documents, and what was revoked. They
lead to nothing else that would have to be read.
"""

from django.db import models
from django.db.models import Q

from openkader.casework.documents import DocumentForm
from openkader.casework.publishing import Category, Subject
from openkader.register.models.record import one_of, truth, words


class Publication(models.Model):
    """The publication of one thing of the register; it is begun once, and may be published anew."""

    reference = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=12)
    subject = models.CharField(max_length=80)
    dossier = models.CharField(max_length=80, db_index=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("kind", Subject, optional=False),
            models.UniqueConstraint(fields=["kind", "subject"], name="register_publication_once"),
        ]

    def __str__(self) -> str:
        return self.reference


class PublicationDraft(models.Model):
    """One version of what somebody wants to publish: their words, and what was chosen; the newest counts.

    `choices` are those of fields and documents by their key, each with a ground where it is withheld.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="drafts")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    summary = models.TextField()
    category = words(3)
    choices = models.JSONField()
    is_cleared = truth()  # somebody looked, where the register itself knows no level
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("category", Category),
            models.UniqueConstraint(
                fields=["publication", "number"], name="register_publicationdraft_number"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="register_publicationdraft_title"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.number}"


class PublicationFile(models.Model):
    """A document that may be published: `sha256` is that of what may leave, `digest` of what was handed in.

    `words` are those that can be read in it.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="files")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    words = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("media_type", DocumentForm, optional=False),
            models.UniqueConstraint(fields=["publication", "number"], name="register_publicationfile_number"),
            models.UniqueConstraint(fields=["publication", "digest"], name="register_publicationfile_once"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.number}"


class PublicationRelease(models.Model):
    """What was published at one moment, whole: what happens to the dossier afterwards changes nothing of it.

    `words` are those under which it is found. Who published it is for the trail, and for colleagues.
    """

    reference = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    draft = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    category = words(3)
    title = models.CharField(max_length=200)
    summary = models.TextField()
    content = models.JSONField()
    words = models.TextField()
    fictional = models.BooleanField()
    seal = models.CharField(max_length=64)
    at = models.DateTimeField(db_index=True)
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            one_of("kind", Subject, optional=False),
            one_of("category", Category),
            models.UniqueConstraint(
                fields=["reference", "version"], name="register_publicationrelease_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.version}"


class PublicationRevocation(models.Model):
    """That what was public was taken down, and why; the reason is for colleagues."""

    release = models.OneToOneField(PublicationRelease, models.PROTECT, related_name="revocation")
    reason = models.TextField()
    at = models.DateTimeField()
    by = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="register_publicationrevocation_reason")
        ]

    def __str__(self) -> str:
        return f"{self.release_id}"
