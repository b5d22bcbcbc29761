"""The lists that names are compared with, where several machines have to know the same."""

from django.db import models


class NameList(models.Model):
    """One list: what it is, what is in force of it, and how the last attempt to renew it went."""

    name = models.CharField(max_length=63, unique=True)
    is_adopted = models.BooleanField(default=False)  # one that is being added has to prove itself first
    definition = models.TextField()  # locked: an address may hold a token
    current = models.ForeignKey("register.ListSnapshot", models.PROTECT, null=True, related_name="+")
    last = models.TextField(blank=True)
    is_begun = models.BooleanField(default=False)  # an attempt that has not ended yet, or never will

    def __str__(self) -> str:
        return self.name


class ListSnapshot(models.Model):
    """A list as it was on one day; it never changes."""

    list = models.ForeignKey(NameList, models.CASCADE, related_name="snapshots")
    name = models.CharField(max_length=40)
    manifest = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["list", "name"], name="register_listsnapshot_once")]

    def __str__(self) -> str:
        return self.name


class ListPiece(models.Model):
    """A part of a file of a snapshot; its content lies on the shelf, under its digest."""

    snapshot = models.ForeignKey(ListSnapshot, models.CASCADE, related_name="pieces")
    file = models.CharField(max_length=120)
    number = models.PositiveIntegerField()
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["snapshot", "file", "number"], name="register_listpiece_once")
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.number}"
