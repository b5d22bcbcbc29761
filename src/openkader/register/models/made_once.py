"""What a program had made under a key of its own, so that the same sent again makes nothing more."""

from django.db import models


class MadeOnce(models.Model):
    """The record that came of it. Of the key (with the token that gave it) and of what was sent, digests are kept."""

    key = models.CharField(max_length=64, unique=True)
    content = models.CharField(max_length=64)
    reference = models.CharField(max_length=80)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.reference
