"""How often harmless people raise an alert, as it was counted."""

from django.db import models


class ScreeningCount(models.Model):
    """One count by origin against the lists that were in force; it holds numbers and no name. The newest is shown."""

    at = models.DateTimeField()
    by = models.CharField(max_length=150)
    content = models.TextField()  # as `openkader screening report --json` says it

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"
